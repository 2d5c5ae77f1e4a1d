"""What all tests share."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A busy village laptop or CI machine is slow now and then: slowness is measured in tests/bench, not here.
settings.register_profile("bekal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("bekal")
