"""Splits Markdown into the blocks that are translated one by one, and puts them together again."""

from __future__ import annotations

import re

FENCE = re.compile(r"\s*(```|~~~)")
ITEM = re.compile(r"(\d+[.)]|[-*+]) ")


def blocks(text: str) -> list[str]:
    """The blocks of a text: what stands between blank lines; a list or a fenced piece is one block."""
    found: list[str] = []
    lines: list[str] = []
    fenced = False
    for line in [*text.replace("\r\n", "\n").split("\n"), ""]:
        if FENCE.match(line):
            fenced = not fenced
        if line.strip() or fenced:
            lines.append(line.rstrip())
        elif lines:
            _add("\n".join(lines), found)
            lines = []
    return found + (["\n".join(lines).rstrip("\n")] if lines else [])


def _add(block: str, found: list[str]) -> None:
    """A block of its own, or more of the list before it."""
    if found and _continues(found[-1], block):
        found[-1] += "\n\n" + block
    else:
        found.append(block)


def _continues(before: str, block: str) -> bool:
    start, more = ITEM.match(before), ITEM.match(block)
    if not start:
        return False
    return block.startswith("  ") or bool(more and start[1][0].isdigit() == more[1][0].isdigit())


def translated(text: str, messages: dict) -> str:
    """The text with every block that has a translation replaced by it."""
    return "\n\n".join(messages.get(block, block) for block in blocks(text))


def has_words(block: str) -> bool:
    """Whether there is anything to translate: at least one letter."""
    return any(character.isalpha() for character in block)
