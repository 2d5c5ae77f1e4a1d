"""Folders, their names and `module.yml`: every module is complete and nothing else lies around."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bekal.activities import ACTIVITIES
from bekal.authoring.problems import Problem, error
from bekal.authoring.project import Project
from bekal.curriculum.library import FOLDER, Module
from bekal.curriculum.pillars import PILLARS

FILES = {"module.yml", "lesson.ipynb", "quiz.yml"}
FOLDERS = {"images"}
IGNORED = {".ipynb_checkpoints", "__pycache__", ".DS_Store", "Thumbs.db", "desktop.ini"}


def check(project: Project) -> Iterator[Problem]:
    """What is wrong with folders, with `module.yml` files, and with what they name."""
    yield from _folders(project)
    for problem in project.loaded[1]:
        yield error(project.name(problem.file), "", problem.reason, problem.reason_en)
    for module in project.modules:
        yield from _named(project, module)
    yield from _twins(project)


def _folders(project: Project) -> Iterator[Problem]:
    known = {pillar.folder for pillar in PILLARS}
    for pillar in _inside(project.modules_root):
        if pillar.name not in known or not pillar.is_dir():
            names = ", ".join(sorted(known))
            yield error(project.name(pillar), "", f"Folder pilar harus salah satu dari: {names}.",
                        f"A pillar's folder must be one of: {names}.")  # fmt: skip
            continue
        for folder in _inside(pillar):
            yield from _module_folder(project, folder)


def _module_folder(project: Project, folder: Path) -> Iterator[Problem]:
    if not folder.is_dir() or not FOLDER.fullmatch(folder.name):
        yield error(project.name(folder), "", "Nama folder modul harus seperti 02_send-money.",
                    "A module's folder must be named like 02_send-money.")  # fmt: skip
        return
    found = {path.name: path for path in _inside(folder)}
    for name in sorted(FILES - found.keys()):
        yield error(project.name(folder), name, "Berkas ini belum ada.", "This file is missing.")
    for name, path in sorted(found.items()):
        if name not in (FOLDERS if path.is_dir() else FILES):
            yield error(project.name(path), "", "Ini bukan bagian dari modul. Gambar masuk ke images/.",
                        "This is not part of a module. Pictures go into images/.")  # fmt: skip


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.name not in IGNORED)


def _named(project: Project, module: Module) -> Iterator[Problem]:
    """Activities and datasets that a module names but that do not exist."""
    file = project.name(module.folder / "module.yml")
    for slug in module.activities:
        if slug not in ACTIVITIES:
            yield error(file, "activities", f"Tidak ada aktivitas {slug}.", f"There is no activity {slug}.")
    for name in module.datasets:
        if not (project.datasets / name / "datapackage.yaml").is_file():
            yield error(file, "datasets", f"Tidak ada data {name}.", f"There is no dataset {name}.")


def _twins(project: Project) -> Iterator[Problem]:
    """Modules that share a slug or a place in their pillar."""
    first: dict = {}
    for module in project.modules:
        for key in (module.slug, (module.pillar, module.order)):
            other = first.setdefault(key, module)
            if other is not module:
                name = project.name(other.folder)
                yield error(project.name(module.folder), "", f"Nama atau nomornya sama dengan {name}.",
                            f"Its slug or number is that of {name}.")  # fmt: skip
