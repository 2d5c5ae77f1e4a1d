"""Lessons: the five sections in order, activities as the only code, and the key points that `module.yml` states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bekal.authoring.problems import Problem, error
from bekal.authoring.project import Project
from bekal.curriculum import markdown
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import read_notebook
from bekal.curriculum.lessons import activity_of, source_of
from bekal.curriculum.library import Module

SECTIONS = ("Cerita", "Coba", "Bicarakan", "Ingat", "Sumber")
HEADING = re.compile(r"(?P<level>#{1,6}) (?P<text>.+)")
BULLET = re.compile(r"^(?:\d+[.)]|[-*+]) +(.*)$")
BARE_DOLLAR = re.compile(r"(?<!\\)\$")
EMPHASIS = re.compile(r"[*_]{1,3}")


def check(project: Project) -> Iterator[Problem]:
    """What is wrong with the lessons' notebooks."""
    for module in project.modules:
        file = project.name(module.lesson)
        try:
            cells = read_notebook(module.lesson)["cells"]
        except CurriculumError as problem:
            yield error(file, "", problem.reason, problem.reason_en)
            continue
        yield from _headings(file, cells)
        yield from _dollars(file, cells)
        yield from _code(file, cells, module)
        yield from _key_points(file, cells, module)


def _blocks(cells: list) -> list[str]:
    texts = (source_of(cell) for cell in cells if cell.get("cell_type") == "markdown")
    return [block for text in texts for block in markdown.blocks(text)]


def _headings(file: str, cells: list) -> Iterator[Problem]:
    found = [match for match in map(HEADING.match, _blocks(cells)) if match]
    titles = [match["text"] for match in found if match["level"] == "#"]
    if len(titles) != 1 or not found or found[0]["level"] != "#":
        yield error(file, "#", "Pelajaran diawali satu judul: # Judul.", "A lesson begins with one title: # Title.")
    sections = [match["text"].split(":")[0].strip() for match in found if match["level"] == "##"]
    if sections != list(SECTIONS):
        wanted, got = ", ".join(SECTIONS), ", ".join(sections) or "-"
        yield error(
            file, "##", f"Bagiannya harus {wanted}; sekarang {got}.", f"Its sections must be {wanted}; now {got}."
        )


def _dollars(file: str, cells: list) -> Iterator[Problem]:
    """Two bare dollar signs make a formula of the words between them in JupyterLab."""
    for block in _blocks(cells):
        if BARE_DOLLAR.search(block):
            place = block.split("\n")[0][:60]
            yield error(file, place, r"Tulis tanda dolar sebagai \$.", r"Write a dollar sign as \$.")


def _code(file: str, cells: list, module: Module) -> Iterator[Problem]:
    shown = []
    for number, cell in enumerate(cells, start=1):
        source = source_of(cell)
        if cell.get("cell_type") != "code" or not source.strip():
            continue
        slug = activity_of(source)
        shown += [slug] if slug else []
        if not slug and module.engine != "kernel":
            yield error(file, f"sel {number} | cell {number}",
                        "Sel kode hanya boleh: from bekal.activities import X, lalu X().",
                        "A code cell may only be: from bekal.activities import X, then X().")  # fmt: skip
    if tuple(shown) != module.activities:
        wanted, got = ", ".join(module.activities) or "-", ", ".join(shown) or "-"
        yield error(file, "activities", f"module.yml menyebut {wanted}, pelajaran menampilkan {got}.",
                    f"module.yml names {wanted}, the lesson shows {got}.")  # fmt: skip


def _key_points(file: str, cells: list, module: Module) -> Iterator[Problem]:
    said = list(map(_plain, _list_of("Ingat", _blocks(cells))))
    if said != list(map(_plain, module.key_points)):
        yield error(file, "Ingat", "Daftar di bagian Ingat harus sama dengan key_points di module.yml.",
                    "The list under Ingat must equal key_points of module.yml.")  # fmt: skip


def _list_of(section: str, blocks: list[str]) -> list[str]:
    """The items of the lists that stand in one section, each on one line."""
    items: list[str] = []
    inside = False
    for block in blocks:
        heading = HEADING.match(block)
        if heading and heading["level"] == "##":
            inside = heading["text"].split(":")[0].strip() == section
        elif inside and markdown.ITEM.match(block):
            items += _items(block)
    return items


def _items(block: str) -> list[str]:
    items: list[str] = []
    for line in block.split("\n"):
        bullet = BULLET.match(line)
        if bullet:
            items.append(bullet[1])
        elif line.strip():
            items[-1] += " " + line.strip()
    return items


def _plain(text: str) -> str:
    return " ".join(EMPHASIS.sub("", text).split())
