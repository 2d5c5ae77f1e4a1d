"""The code keeps the project's own rules of style, wherever it stands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def lint(*paths: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise", *paths]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_the_linter_finds_nothing():
    found = lint(".")
    assert found.returncode == 0, found.stdout


def test_the_linter_would_find_something(tmp_path):
    (tmp_path / "bad.py").write_text("import os\n", encoding="utf-8")
    assert "F401" in lint("--config", str(ROOT / "pyproject.toml"), str(tmp_path)).stdout
