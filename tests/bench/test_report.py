"""A missed limit ends the benchmark with a failure; a kept one does not."""

from __future__ import annotations

import json

from tests.bench.report import Figure, exit_status, table, write

KEPT = Figure("first visit", 21.5, "kB", 60)
MISSED = Figure("interactive", 1.2, "s", 0.9)
TOLD = Figure("memory", 90, "MB")


def test_the_exit_status_follows_the_limits():
    assert exit_status([KEPT, TOLD]) == 0
    assert exit_status([KEPT, MISSED]) == 1


def test_the_table_names_what_was_missed():
    lines = table([KEPT, MISSED, TOLD]).splitlines()
    assert [line.split()[-1] for line in lines[1:]] == ["kept", "MISSED", "MB"]


def test_machines_read_the_same(tmp_path):
    write([KEPT, MISSED], tmp_path / "out" / "bench.json")
    assert [one["kept"] for one in json.loads((tmp_path / "out" / "bench.json").read_text("utf-8"))] == [True, False]
