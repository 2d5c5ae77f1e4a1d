"""What the README promises, what CI runs and what the package offers are the same commands."""

from __future__ import annotations

import os
import subprocess
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CI = ROOT / ".ci/run"


def test_ci_ends_in_the_command_that_the_readme_gives():
    assert CI.read_text(encoding="utf-8").splitlines()[-1] == 'exec python3 run.py test "$@"'
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "`python3 run.py`" in readme
    assert "`python3 run.py test`" in readme


def test_ci_is_a_program_that_bash_can_read():
    assert os.access(CI, os.X_OK)
    assert subprocess.run(["bash", "-n", CI]).returncode == 0


@pytest.mark.parametrize(("group", "name"), [("console_scripts", "bekal"), ("bekal.display", "notebook")])
def test_entry_points_lead_somewhere(group: str, name: str):
    (found,) = entry_points(group=group, name=name)
    assert callable(found.load())
