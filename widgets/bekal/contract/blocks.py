"""The blocks of an answer: what is shown, in order, with typed values and never with formatted numbers.

A cell is a typed value (`contract.values`), a Text, or a plain string.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from bekal.contract.text import NOTHING, Text, to_json

TONES = ("plain", "good", "warn", "bad")


@dataclass(frozen=True)
class Block:
    """One part of an answer."""

    kind = "block"


@dataclass(frozen=True)
class Heading(Block):
    """A title above the blocks that follow."""

    text: Text

    kind = "heading"


@dataclass(frozen=True)
class Note(Block):
    """A plain sentence or two."""

    text: Text

    kind = "note"


@dataclass(frozen=True)
class Figure(Block):
    """One big figure with what it means beside it."""

    label: Text
    value: object
    note: Text = NOTHING
    tone: str = "plain"

    kind = "figure"


@dataclass(frozen=True)
class Verdict(Block):
    """The short answer to "is this good?", with its reason."""

    text: Text
    tone: str
    reason: Text = NOTHING

    kind = "verdict"


@dataclass(frozen=True)
class Pictogram(Block):
    """So many of a number of like things, marked: one of twelve envelopes is lost. Marked in tenths of one."""

    caption: Text
    icon: str
    total: int
    marked_tenths: int

    kind = "pictogram"


@dataclass(frozen=True)
class Column:
    """A column of a table; numbers stand at the right."""

    label: Text
    number: bool = False


@dataclass(frozen=True)
class Table(Block):
    """Rows of cells under column labels; `folded` tables open with a tap, `strong` rows are sums."""

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple, ...]
    strong: tuple[int, ...] = ()
    folded: bool = False
    note: Text = NOTHING

    kind = "table"


@dataclass(frozen=True)
class Bar:
    """One bar: a label, its stacked parts (typed values of one kind), and what is written behind it."""

    label: Text
    parts: tuple
    shown: object
    tone: str = "plain"


@dataclass(frozen=True)
class Bars(Block):
    """Bars of stacked parts, longest meaning most; `parts` names what each part of a bar is."""

    caption: Text
    parts: tuple[Text, ...]
    bars: tuple[Bar, ...]
    note: Text = NOTHING

    kind = "bars"


@dataclass(frozen=True)
class Series:
    """One line: a name and a typed value for each point of time, None where there is none."""

    label: Text
    values: tuple


@dataclass(frozen=True)
class Line(Block):
    """Values over time; `limit` is a typed value drawn as a level line, with its label."""

    caption: Text
    times: tuple
    series: tuple[Series, ...]
    limit: object = None
    limit_label: Text = NOTHING
    note: Text = NOTHING

    kind = "line"


@dataclass(frozen=True)
class Step:
    """One step: what to do, and more about it."""

    title: Text
    text: Text = NOTHING


@dataclass(frozen=True)
class Steps(Block):
    """What to do, in order."""

    caption: Text
    steps: tuple[Step, ...]

    kind = "steps"


@dataclass(frozen=True)
class Advice(Block):
    """Advice for the worker, the family or both."""

    title: Text
    items: tuple[Text, ...]
    side: str = "both"

    kind = "advice"


@dataclass(frozen=True)
class Source:
    """Where a figure comes from, of which day, when it was checked, and how sure it is."""

    title: str
    url: str
    date: str
    checked: str
    confidence: str
    recheck: str = ""


@dataclass(frozen=True)
class Sources(Block):
    """All sources of an answer; a `warning` says what is old or uncertain."""

    sources: tuple[Source, ...]
    warning: Text = NOTHING

    kind = "sources"


@dataclass(frozen=True)
class Letter(Block):
    """A letter to print and sign: paragraphs, with blanks as lines to write on."""

    title: Text
    place_and_date: Text
    paragraphs: tuple[Text, ...]
    signers: tuple[Text, ...]

    kind = "letter"


KINDS = tuple(sorted(cls.kind for cls in Block.__subclasses__()))


def block_json(block: Block, lang: str, translate) -> dict:
    """A block as JSON in one language, every Text in it translated, every value still typed."""
    return {"kind": block.kind, **_record(block, lang, translate)}


def _record(record, lang: str, translate) -> dict:
    return {field.name: _cell(getattr(record, field.name), lang, translate) for field in fields(record)}


def _cell(cell, lang: str, translate):
    if isinstance(cell, Text):
        return to_json(cell, lang, translate)
    if isinstance(cell, tuple):
        return [_cell(item, lang, translate) for item in cell]
    if hasattr(cell, "__dataclass_fields__"):
        return _record(cell, lang, translate)
    return cell
