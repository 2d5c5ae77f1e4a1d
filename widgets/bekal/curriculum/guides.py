"""The facilitator's guide of a module: its title, its text in any language, its steps and their minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from bekal.contract.translation import SOURCE
from bekal.curriculum import markdown
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import read_text
from bekal.curriculum.library import Module
from bekal.curriculum.translations import guide_translations

FRONT_MATTER = re.compile(r"---\n(?P<matter>.*?)\n---\n(?P<body>.*)", re.DOTALL)
STEP = re.compile(r"^## Langkah (?P<number>\d+): (?P<name>.+) \((?P<minutes>\d+) menit\)$", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """One step of a session, with whole minutes."""

    number: int
    name: str
    minutes: int


@dataclass(frozen=True)
class Guide:
    """A guide in one language; `steps` are those of the Indonesian text."""

    slug: str
    title: str
    body: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """All steps together."""
        return sum(step.minutes for step in self.steps)


def read_guide(module: Module, lang: str = SOURCE) -> Guide:
    """The guide of a module in a language, missing translations in Indonesian. Raises `CurriculumError`."""
    matter, body = parts(module)
    messages = guide_translations(module, lang)
    title = messages.get(matter["title"], matter["title"])
    return Guide(matter["slug"], title, markdown.translated(body, messages), steps(body))


def parts(module: Module) -> tuple[dict, str]:
    """Front matter and Markdown of a guide, as they are written. Raises `CurriculumError`."""
    found = FRONT_MATTER.fullmatch(read_text(module.guide).replace("\r\n", "\n"))
    matter = _front_matter(found["matter"]) if found else None
    if not matter:
        raise CurriculumError(module.guide, "Awali dengan baris ---, slug, title, lalu ---.",
                              "Begin with lines ---, slug, title, then ---.")  # fmt: skip
    return matter, found["body"]


def _front_matter(text: str) -> dict | None:
    """The front matter, or None: slug, title, and for a board the changed inputs its figures were worked out with."""
    try:
        matter = yaml.safe_load(text)
    except yaml.YAMLError:
        return None
    if not isinstance(matter, dict) or set(matter) - {"board"} != {"slug", "title"}:
        return None
    board = matter.setdefault("board", [])
    fits = isinstance(board, list) and all(isinstance(changed, dict) for changed in board)
    return matter if fits and all(isinstance(matter[name], str) for name in ("slug", "title")) else None


def steps(body: str) -> tuple[Step, ...]:
    """The steps of a guide's Indonesian text, in the order they are written."""
    return tuple(Step(int(m["number"]), m["name"], int(m["minutes"])) for m in STEP.finditer(body))
