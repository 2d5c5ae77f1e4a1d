"""Each lesson's answers to situations worked on paper, read as a participant reads them."""

from __future__ import annotations

import pytest

from bekal.activities import ACTIVITIES, activity
from tests.support.answers import answered, figures, verdicts
from tests.support.paper import cases, named

SITUATIONS = [(slug, case) for slug in ACTIVITIES for case in cases(slug)]


@pytest.mark.parametrize(("slug", "case"), SITUATIONS, ids=[f"{slug}: {named(case)}" for slug, case in SITUATIONS])
def test_situation(slug, case):
    blocks = answered(activity(slug), **case["inputs"])
    shown = figures(blocks)
    assert {label: shown.get(label) for label in case["figures"]} == case["figures"]
    if "verdicts" in case:
        assert verdicts(blocks) == case["verdicts"]
