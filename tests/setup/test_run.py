"""`run.py` refuses an old Python in one sentence and needs nothing but the standard library."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import run

SOURCES = [run.ROOT / "run.py", *sorted((run.ROOT / "widgets/bekal/starting").glob("*.py"))]


def test_old_python_can_read_the_file():
    source = (run.ROOT / "run.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    with pytest.raises(SyntaxError):
        ast.parse("match 1:\n    case 1: pass", feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13)])
def test_old_python_gets_one_sentence(version, capsys):
    assert run.main([], version) == 1
    indonesian, english = capsys.readouterr().err.strip().splitlines()
    found = ".".join(map(str, version))
    assert indonesian.startswith(f"Bekal perlu Python 3.11 atau lebih baru. Komputer ini memakai Python {found}.")
    assert english.startswith(f"Bekal needs Python 3.11 or newer. This computer runs Python {found}.")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_only_the_standard_library_is_imported(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    foreign = [
        n for n in names if not n.startswith("bekal.starting.") and n.split(".")[0] not in sys.stdlib_module_names
    ]
    assert foreign == []


def test_help_names_every_command(capsys):
    assert run.main(["--help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"run.py {word}" in printed for word in ("setup", "lab", "test", "bekal"))


def test_unknown_command_gets_one_sentence(capsys):
    assert run.main(["sreve"]) == 1
    indonesian, english = capsys.readouterr().err.strip().splitlines()
    assert indonesian == "Perintah sreve tidak dikenal. Yang ada: setup, serve, lab, test, bekal."
    assert english == "There is no command sreve. There are: setup, serve, lab, test, bekal."
