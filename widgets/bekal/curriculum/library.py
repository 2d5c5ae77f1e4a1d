"""The modules of the curriculum: their folders and what each `module.yml` says."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import read_yaml, remembered, stamp
from bekal.curriculum.schema import SLUG, module_problems

FOLDER = re.compile(r"(?P<order>\d\d)_(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)")
PILLAR_FOLDER = re.compile(r"(?P<pillar>[0-4])_[a-z_]+")


@dataclass(frozen=True)
class Module:
    """One module, as its `module.yml` says, in Indonesian; minutes are whole, `reviewed_date` is ISO."""

    slug: str
    pillar: int
    order: int
    title: str
    summary: str
    minutes_teaching: int
    minutes_practice: int
    audience: str
    objectives: tuple[str, ...]
    key_points: tuple[str, ...]
    activities: tuple[str, ...]
    datasets: tuple[str, ...]
    status: str
    reviewed_date: str
    reviewed_by: str
    engine: str
    folder: Path

    @property
    def minutes(self) -> int:
        """Teaching and practice together."""
        return self.minutes_teaching + self.minutes_practice

    @property
    def lesson(self) -> Path:
        """The lesson's notebook."""
        return self.folder / "lesson.ipynb"

    @property
    def quiz(self) -> Path:
        """The file of the six questions."""
        return self.folder / "quiz.yml"

    @property
    def project(self) -> Path:
        """The folder that holds modules, guides and locales side by side."""
        return self.folder.parents[2]

    @property
    def guide(self) -> Path:
        """The facilitator's guide."""
        return self.project / "facilitator_guides" / f"{self.pillar}{self.order:02d}_{self.slug}.md"


class UnknownModule(LookupError):
    """No module has this slug."""


def modules_root() -> Path:
    """Where modules are: BEKAL_MODULES, or `modules/` of the repository this package stands in."""
    named = os.environ.get("BEKAL_MODULES")
    return Path(os.path.abspath(named)) if named else Path(__file__).resolve().parents[3] / "modules"


def load(root: Path | None = None) -> tuple[tuple[Module, ...], tuple[CurriculumError, ...]]:
    """All modules that can be used, in the order of pillars, and what is wrong with the others."""
    good, problems = [], []
    for file in sorted(Path(root or modules_root()).absolute().glob("*/*/module.yml")):
        found, wrong = read_module(file)
        good += [found] if found else []
        problems += wrong
    return tuple(sorted(good, key=lambda module: (module.pillar, module.order, module.slug))), tuple(problems)


def modules(root: Path | None = None) -> tuple[Module, ...]:
    """All modules that can be used, in the order of pillars."""
    return load(root)[0]


def module(slug: str, root: Path | None = None) -> Module:
    """The module with this slug. Raises `UnknownModule`."""
    named = f"*/[0-9][0-9]_{slug}/module.yml"
    for file in sorted(Path(root or modules_root()).absolute().glob(named)) if SLUG.fullmatch(slug) else ():
        found = read_module(file)[0]
        if found:
            return found
    raise UnknownModule(slug)


def read_module(file: Path) -> tuple[Module | None, list[CurriculumError]]:
    """One module, or what is wrong with its `module.yml`."""
    return remembered(("module", str(file)), stamp(file), lambda: _read(file))


def _read(file: Path) -> tuple[Module | None, list[CurriculumError]]:
    try:
        said = read_yaml(file)
    except CurriculumError as error:
        return None, [error]
    problems = [CurriculumError(file, *sentences) for sentences in [*module_problems(said), *_misplaced(said, file)]]
    return (None, problems) if problems else (_module(said, file.parent), [])


def _misplaced(said, file: Path):
    """Whether the folders' names say the same as the file."""
    folder, above = FOLDER.fullmatch(file.parent.name), PILLAR_FOLDER.fullmatch(file.parent.parent.name)
    if not folder or not above:
        yield ("Nama foldernya harus seperti 4_koperasi_dan_keuangan/02_send-money.",
               "Its folders must be named like 4_koperasi_dan_keuangan/02_send-money.")  # fmt: skip
    elif isinstance(said, dict):
        named = {"pillar": int(above["pillar"]), "order": int(folder["order"]), "slug": folder["slug"]}
        for key, value in named.items():
            if key in said and said[key] != value:
                yield (f"{key} adalah {said[key]}, tetapi nama foldernya {value}.",
                       f"{key} is {said[key]}, but its folder says {value}.")  # fmt: skip


def _module(said: dict, folder: Path) -> Module:
    return Module(
        slug=said["slug"],
        pillar=said["pillar"],
        order=said["order"],
        title=said["title"],
        summary=said["summary"],
        minutes_teaching=said["minutes"]["teaching"],
        minutes_practice=said["minutes"]["practice"],
        audience=said["audience"],
        objectives=tuple(said["objectives"]),
        key_points=tuple(said["key_points"]),
        activities=tuple(said["activities"]),
        datasets=tuple(said["datasets"]),
        status=said["status"],
        reviewed_date=str(said["reviewed"]["date"]),
        reviewed_by=said["reviewed"]["by"],
        engine=said.get("engine", "activity"),
        folder=folder,
    )
