"""The repository itself keeps the rules that authors are held to; what is merely old is told, not failed."""

from __future__ import annotations

import pytest

from bekal.authoring.check import as_text, findings
from bekal.authoring.checks import CHECKS
from bekal.authoring.problems import ERROR
from bekal.authoring.project import here


@pytest.mark.parametrize("name", CHECKS)
def test_the_repository_keeps_the_rule(name):
    found = findings(here("2026-11-24"), [name])
    assert [problem for problem in found[0].problems if problem.level == ERROR] == [], as_text(found)
