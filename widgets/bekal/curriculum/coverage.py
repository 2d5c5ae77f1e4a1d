"""Which languages can be offered: Indonesian, and every language in which next to nothing is missing.

A sentence whose translation is missing is shown in Indonesian. One sentence edited in a village must not take a whole
language away; a page of them would confuse, so the language is then not offered.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bekal.contract.translation import SOURCE
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import code_figures
from bekal.curriculum.library import Module, modules, modules_root
from bekal.curriculum.messages import module_messages
from bekal.curriculum.translations import CODE, locales_root, module_translations, other_languages

ENOUGH = 95  # percent of all messages


@dataclass(frozen=True)
class Completeness:
    """How many messages there are and how many of them are translated."""

    translated: int
    total: int

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.translated == self.total

    @property
    def enough(self) -> bool:
        """Whether so little is missing that the language can be offered."""
        return self.percent >= ENOUGH

    @property
    def percent(self) -> int:
        """The share in whole percent, rounded down, so that 100 means all."""
        return 100 * self.translated // self.total if self.total else 100

    def __add__(self, other: Completeness) -> Completeness:
        return Completeness(self.translated + other.translated, self.total + other.total)


def completeness(module: Module, lang: str) -> Completeness:
    """How much of a module is translated into a language; a broken module counts as nothing of something."""
    try:
        messages = module_messages(module)
    except CurriculumError:
        return Completeness(0, 1)
    if lang == SOURCE:
        return Completeness(len(messages), len(messages))
    known = module_translations(module, lang)
    return Completeness(sum(message.text in known for message in messages), len(messages))


def code_completeness(lang: str, project: Path) -> Completeness:
    """How much of the code's catalog is translated into a language."""
    return Completeness(*code_figures(locales_root(project) / lang / CODE))


def figures(root: Path | None = None) -> dict[str, Completeness]:
    """Code and modules together for every language that has a catalog for the code."""
    root = Path(root or modules_root()).absolute()
    found = modules(root)
    return {
        lang: sum((completeness(module, lang) for module in found), code_completeness(lang, root.parent))
        for lang in other_languages(root.parent)
    }


def languages(root: Path | None = None) -> tuple[str, ...]:
    """The languages to offer, Indonesian first."""
    return (SOURCE, *(lang for lang, figure in figures(root).items() if figure.enough))
