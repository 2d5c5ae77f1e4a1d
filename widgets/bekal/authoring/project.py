"""The project that authors work in: where its parts are, its modules, and the day it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.library import Module, load, modules_root
from bekal.curriculum.translations import locales_root


@dataclass(frozen=True)
class Project:
    """A folder with modules, guides, datasets, locales and code; `today` is an ISO day."""

    root: Path
    today: str

    @property
    def modules_root(self) -> Path:
        """The folder of the pillars' folders."""
        return self.root / "modules"

    @property
    def locales(self) -> Path:
        """The folder of the languages' catalogs."""
        return locales_root(self.root)

    @property
    def datasets(self) -> Path:
        """The folder of the data packages."""
        return self.root / "datasets"

    @property
    def guides(self) -> Path:
        """The folder of the facilitators' guides."""
        return self.root / "facilitator_guides"

    @property
    def code(self) -> Path:
        """The Python package with the strings of the code."""
        return self.root / "widgets" / "bekal"

    @cached_property
    def loaded(self) -> tuple[tuple[Module, ...], tuple[CurriculumError, ...]]:
        """The modules that can be used, and what is wrong with the others."""
        return load(self.modules_root)

    @property
    def modules(self) -> tuple[Module, ...]:
        """The modules that can be used."""
        return self.loaded[0]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a folder of catalogs; an empty folder begins a language."""
        return tuple(sorted(folder.name for folder in self.locales.glob("*") if folder.is_dir()))

    def name(self, path) -> str:
        """A path as people of the project name it: from its root, with slashes."""
        path = Path(path)
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def here(today: str, root: Path | None = None) -> Project:
    """The project in this folder, or the one that this package stands in."""
    return Project((root or modules_root().parent).absolute(), today)
