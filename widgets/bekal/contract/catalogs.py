"""Reads the gettext catalogs in `locales/`: one for the code, one for each module and guide."""

from __future__ import annotations

import os
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(os.environ.get("BEKAL_LOCALES") or Path(__file__).parents[3] / "locales")
CODE = "bekal.po"


def languages(root: Path = ROOT) -> tuple[str, ...]:
    """The languages that have a catalog of their own, beside Indonesian, the source."""
    return tuple(sorted(folder.name for folder in root.glob("*") if (folder / CODE).is_file()))


def read(path: Path) -> dict:
    """The finished translations of one catalog; fuzzy and empty ones are left out. No file, no messages."""
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        catalog = read_po(file)
    return {_key(entry.id): _value(entry) for entry in catalog if entry.id and _finished(entry)}


def figures(path: Path) -> tuple[int, int]:
    """How many messages of one catalog are finished, and how many there are."""
    with path.open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id]
    return sum(map(_finished, entries)), len(entries)


def code_messages(lang: str, root: Path = ROOT) -> dict:
    """The messages of the code: fields, blocks, buttons, errors."""
    return read(root / lang / CODE)


def _key(message_id) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _value(entry):
    return entry.string if isinstance(entry.string, str) else list(entry.string)


def _finished(entry) -> bool:
    strings = [entry.string] if isinstance(entry.string, str) else entry.string
    return all(strings) and not entry.fuzzy
