"""The stamp tells a ready environment from one that is behind its lists, half finished, moved or broken."""

from __future__ import annotations

import json
import sys
import venv
from pathlib import Path

import pytest

from bekal.starting.place import Place
from bekal.starting.stamp import digest, read_stamp, state, venv_version, wanted_stamp, write_stamp

BASE = ("base",)


@pytest.fixture
def ready(miniature: Place) -> Place:
    """The miniature copy with an environment and a finished stamp."""
    venv.create(miniature.venv)
    write_stamp(miniature, wanted_stamp(miniature, BASE, venv_version(miniature)))
    return miniature


def change_stamp(place: Place, **changes: object) -> None:
    write_stamp(place, read_stamp(place) | changes)


def test_a_finished_environment_is_ready(ready: Place):
    assert venv_version(ready) == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert state(ready, BASE) == "ready"


def test_no_environment_is_broken(miniature: Place):
    assert state(miniature, BASE) == "broken"


def test_an_environment_without_its_stamp_is_half_finished(ready: Place):
    ready.stamp.unlink()
    assert state(ready, BASE) == "broken"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"requirements": 3}', '"ready"'])
def test_a_damaged_stamp_counts_as_none(ready: Place, text: str):
    ready.stamp.write_text(text, encoding="utf-8")
    assert read_stamp(ready) == {}
    assert state(ready, BASE) == "broken"


@pytest.mark.parametrize("file", ["requirements/base.txt", "pyproject.toml"])
def test_a_changed_list_or_project_leaves_the_environment_behind(ready: Place, file: str):
    with (ready.root / file).open("a", encoding="utf-8") as handle:
        handle.write("# changed\n")
    assert state(ready, BASE) == "behind"


def test_line_endings_of_another_system_change_nothing(ready: Place):
    path = ready.requirements("base")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert state(ready, BASE) == "ready"


def test_a_second_list_leaves_the_environment_behind(ready: Place):
    ready.requirements("test").write_text("", encoding="utf-8")
    assert state(ready, ("base", "test")) == "behind"


def test_a_moved_folder_is_broken(ready: Place, tmp_path: Path):
    moved = Place(ready.root.rename(tmp_path / "elsewhere"))
    assert state(moved, BASE) == "broken"


def test_a_missing_python_is_broken(ready: Place):
    ready.python.unlink()
    assert venv_version(ready) == ""
    assert state(ready, BASE) == "broken"


def test_another_python_than_it_was_made_with_is_broken(ready: Place):
    change_stamp(ready, python="3.9")
    assert state(ready, BASE) == "broken"


def test_the_stamp_is_put_down_in_one_move(ready: Place):
    assert json.loads(ready.stamp.read_text(encoding="utf-8"))["requirements"] == {
        "base": digest(ready.requirements("base"))
    }
    assert [path.name for path in ready.venv.glob("bekal-ready*")] == ["bekal-ready.json"]
