"""What a check finds: an error or a warning about one place of one file, in Indonesian and English."""

from __future__ import annotations

from dataclasses import dataclass

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class Problem:
    """One thing to repair (`error`) or to look at (`warning`); `place` is a line, a heading or a name."""

    level: str
    file: str
    place: str
    sentence: str
    sentence_en: str


def error(file: str, place: str, sentence: str, sentence_en: str) -> Problem:
    """Something that must be repaired."""
    return Problem(ERROR, file, place, sentence, sentence_en)


def warning(file: str, place: str, sentence: str, sentence_en: str) -> Problem:
    """Something that somebody should look at; it fails nothing."""
    return Problem(WARNING, file, place, sentence, sentence_en)
