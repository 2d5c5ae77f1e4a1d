"""A small package to break, and the loader set back to the real files after each test."""

from __future__ import annotations

import pytest

from bekal import data
from tests.data.small import Small


@pytest.fixture
def small(tmp_path):
    """A sound package of two tables in a folder of its own."""
    return Small(tmp_path)


@pytest.fixture(autouse=True)
def real_files():
    """Whatever provider a test uses, the next one starts from the files of the repository."""
    data.use(None)
    yield
    data.use(None)
