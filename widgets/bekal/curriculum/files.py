"""Reads YAML, notebooks and catalogs; a file is read again only when it has changed on disk."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from bekal.curriculum.errors import CurriculumError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_made: dict = {}


def read_yaml(path: Path):
    """The content of a YAML file. Raises `CurriculumError` when it is missing or broken."""
    return _fresh(path, _parse_yaml)


def read_notebook(path: Path) -> dict:
    """A notebook as JSON. Raises `CurriculumError` when it is missing or broken."""
    return _fresh(path, _parse_notebook)


def read_text(path: Path) -> str:
    """A text file. Raises `CurriculumError` when it is missing or not UTF-8."""
    return _fresh(path, _decoded)


def read_messages(path: Path) -> dict:
    """The finished translations of a catalog; none when there is no such file."""
    from bekal.contract import catalogs  # Babel takes a tenth of a second to load

    return _fresh(path, catalogs.read) if path.is_file() else {}


def code_figures(path: Path) -> tuple[int, int]:
    """How many messages of a catalog are translated, and how many there are."""
    from bekal.contract import catalogs

    return _fresh(path, catalogs.figures) if path.is_file() else (0, 0)


def stamp(path: Path) -> tuple:
    """What changes when a file changes: its time and size, or nothing when it is not there."""
    try:
        known = path.stat()
    except OSError:
        return ()
    return (known.st_mtime_ns, known.st_size)


def remembered(key, now: tuple, make):
    """What `make()` gives, made again only when `now`, the stamps of what it is made of, has changed."""
    if key not in _made or _made[key][0] != now:
        _made[key] = (now, make())
    return _made[key][1]


def _fresh(path: Path, read):
    return remembered((str(path), read), stamp(path), lambda: read(path))


def _decoded(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise CurriculumError(path, "Berkas ini tidak ada.", "This file is not there.") from None
    except UnicodeDecodeError:
        raise CurriculumError(path, "Simpan berkas ini sebagai UTF-8.", "Save this file as UTF-8.") from None
    except OSError as error:
        raise CurriculumError(path, f"Berkas ini tidak bisa dibaca ({error.strerror}).",
                              f"This file cannot be read ({error.strerror}).") from None  # fmt: skip


def _parse_yaml(path: Path):
    try:
        return yaml.load(_decoded(path), Loader=_LOADER)
    except (yaml.YAMLError, ValueError) as error:
        if isinstance(error, CurriculumError):
            raise
        mark = getattr(error, "problem_mark", None)
        where = f" {mark.line + 1}" if mark else ""
        raise CurriculumError(path, f"YAML-nya rusak di baris{where}.", f"The YAML is broken at line{where}.") from None


def _parse_notebook(path: Path) -> dict:
    try:
        content = json.loads(_decoded(path))
    except json.JSONDecodeError as error:
        raise CurriculumError(path, f"Notebook ini rusak di baris {error.lineno}.",
                              f"This notebook is broken at line {error.lineno}.") from None  # fmt: skip
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise CurriculumError(path, "Berkas ini bukan notebook.", "This file is not a notebook.")
    return content
