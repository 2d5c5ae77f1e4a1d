"""Knows whether an environment is ready: a stamp in it, written last, says what it was made from."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from bekal.starting.place import Place

State = Literal["ready", "behind", "broken"]


def digest(path: Path) -> str:
    """A fingerprint of a text file, the same whatever its line endings."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def wanted_stamp(place: Place, names: Sequence[str], python: str) -> dict[str, Any]:
    """What the stamp says once the named lists are in this environment."""
    return {
        "place": str(place.venv),
        "python": python,
        "project": digest(place.root / "pyproject.toml"),
        "requirements": {name: digest(place.requirements(name)) for name in names},
    }


def read_stamp(place: Place) -> dict[str, Any]:
    """The stamp of the last finished set-up; empty when there is none or it cannot be read."""
    try:
        stamp = json.loads(place.stamp.read_text(encoding="utf-8"))
        return stamp if isinstance(stamp["requirements"], dict) else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def write_stamp(place: Place, stamp: dict[str, Any]) -> None:
    """Put the stamp down in one move, so that half a stamp never exists."""
    draft = place.stamp.with_suffix(".draft")
    draft.write_text(json.dumps(stamp, indent=1, sort_keys=True), encoding="utf-8")
    draft.replace(place.stamp)


def venv_version(place: Place) -> str:
    """The version of the environment's own Python, such as 3.12; empty when it does not start."""
    command = [place.python, "-I", "-S", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        answer = subprocess.run(command, capture_output=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.decode("ascii", "replace").strip()


def state(place: Place, names: Sequence[str]) -> State:
    """Whether the environment is ready, is behind its lists, or is broken and must be made anew."""
    stamp = read_stamp(place)
    python = venv_version(place) if stamp else ""
    if not python or (stamp.get("python"), stamp.get("place")) != (python, str(place.venv)):
        return "broken"
    wanted = wanted_stamp(place, names, python)
    same_lists = wanted["requirements"].items() <= stamp["requirements"].items()
    return "ready" if same_lists and stamp.get("project") == wanted["project"] else "behind"
