"""A good project for every test here."""

from __future__ import annotations

import pytest

from tests.curriculum.project import write_project


@pytest.fixture
def project(tmp_path):
    """A project that keeps every rule, in a folder of its own."""
    return write_project(tmp_path)
