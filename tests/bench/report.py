"""What was measured, against what it must reach: one calm table, a file for machines, and an exit status."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One measured figure with its unit; `limit` is the most it may be, None where nothing is promised."""

    name: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the figure is within its limit."""
        return self.limit is None or self.value <= self.limit


def table(figures: list[Figure]) -> str:
    """The figures as lines of equal columns."""
    rows = [("figure", "measured", "at most", "")]
    rows += [
        (one.name, f"{one.value:g} {one.unit}", "" if one.limit is None else f"{one.limit:g} {one.unit}", _verdict(one))
        for one in figures
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _verdict(figure: Figure) -> str:
    if figure.limit is None:
        return ""
    return "kept" if figure.kept else "MISSED"


def write(figures: list[Figure], path: Path) -> None:
    """The figures as JSON, for whoever wants to compare two runs."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps([asdict(one) | {"kept": one.kept} for one in figures], indent=1), encoding="utf-8")


def exit_status(figures: list[Figure]) -> int:
    """1 when a limit is missed."""
    return 0 if all(one.kept for one in figures) else 1
