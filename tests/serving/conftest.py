"""A class with the real lessons, shared by the tests of this folder."""

from __future__ import annotations

import pytest

from tests.serving import running


@pytest.fixture(scope="session")
def served():
    """A running class with the lessons of the repository."""
    found = running.start("--host", "127.0.0.1", "--rate", "0")
    yield found
    assert found.stop() == 0, found.text()
