"""Hand-written icons: each file in `icons/` holds the strokes of one sign on a field of 24 by 24."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "icons"
ICON = re.compile(
    r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 24 24"[^<>]*>\s*((?:<path d="[^"<>]+"/>\s*)+)</svg>\s*'
)
STROKE = re.compile(r'd="([^"]+)"')


class BadIcon(ValueError):
    """An icon file holds more than plain strokes."""


@cache
def outlines() -> dict[str, list[str]]:
    """The strokes of every icon by name, as SVG path data."""
    return {path.stem: strokes(path.read_text("utf-8"), path.name) for path in sorted(FOLDER.glob("*.svg"))}


def strokes(text: str, name: str) -> list[str]:
    """The path data of one icon file; refuses anything but paths."""
    found = ICON.fullmatch(text)
    if not found:
        raise BadIcon(f'{name}: only <path d="..."/> in a field of 24 by 24 is allowed')
    return STROKE.findall(found.group(1))


def icon(name: str, css: str = "icon") -> str:
    """An icon as inline SVG, hidden from screen readers because words stand beside it."""
    paths = "".join(f'<path d="{d}"/>' for d in outlines()[name])
    return f'<svg class="{css}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{paths}</svg>'
