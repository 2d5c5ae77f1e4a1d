"""Derived tables: current, rebuilt by their script, and never written when they do not fit."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bekal.data.derived import main
from bekal.data.files import datasets_dir

COSTS = datasets_dir() / "remittance-costs"
SCRIPTS = sorted(datasets_dir().glob("*/build.py"))


def run(script: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run a build script as an author does."""
    return subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True, check=False)


@pytest.fixture
def costs(tmp_path):
    """A copy of the package that may be changed."""
    return shutil.copytree(COSTS, tmp_path / "remittance-costs")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.parent.name)
def test_derived_tables_are_up_to_date(script):
    done = run(script, "--check")
    assert done.returncode == 0, done.stderr


def test_a_changed_quote_makes_the_derived_table_out_of_date(costs):
    quotes = costs / "quotes.csv"
    quotes.write_text(quotes.read_text().replace("3.61,2.24,5.85", "3.62,2.24,5.86", 1))
    before = (costs / "type-averages.csv").read_bytes()
    checked = run(costs / "build.py", "--check")
    assert checked.returncode == 1
    assert "out of date, run build.py" in checked.stderr
    assert (costs / "type-averages.csv").read_bytes() == before
    assert run(costs / "build.py").returncode == 0
    assert run(costs / "build.py", "--check").returncode == 0
    assert (costs / "type-averages.csv").read_bytes() != before


def test_a_broken_quote_stops_the_script(costs):
    quotes = costs / "quotes.csv"
    quotes.write_text(quotes.read_text().replace("3.61,", "lots,", 1))
    done = run(costs / "build.py")
    assert done.returncode == 1
    assert "remittance-costs/quotes.csv, row 2, column fee_pct: 'lots' is not a number" in done.stderr


def test_a_table_that_does_not_fit_its_schema_is_not_written(costs, capsys):
    before = (costs / "type-averages.csv").read_bytes()

    def wrong(read):
        return [{**row, "total_cost_ppm": 2_000_000} for row in read("type-averages")]

    assert main(costs, "type-averages", wrong, []) == 1
    assert (costs / "type-averages.csv").read_bytes() == before
    assert "type-averages.csv, row 2, column total_cost_pct: 200 is more than 100" in capsys.readouterr().err
