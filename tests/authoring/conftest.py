"""A good project for every test here, the same one that the curriculum's tests read."""

from tests.curriculum.conftest import project

__all__ = ["project"]
