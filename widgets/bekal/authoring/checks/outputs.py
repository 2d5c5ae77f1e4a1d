"""Worked examples that stand in lessons: committed, run in order, equal to what the code says today, clean."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from bekal.activities import activity
from bekal.authoring.problems import Problem, error
from bekal.authoring.project import Project
from bekal.contract.plain import worked_example
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import read_notebook
from bekal.curriculum.lessons import activity_of, source_of

ABSOLUTE = re.compile(r"(?<![\w/.:])(?:/(?:home|Users|root|tmp|work|mnt|var|opt|usr)/|[A-Za-z]:\\\\?\w)[^\s\"']*")
WIDGETS = "application/vnd.jupyter.widget"
REPAIR, REPAIR_EN = "Jalankan: bekal outputs.", "Run: bekal outputs."


def check(project: Project) -> Iterator[Problem]:
    """What is wrong with the outputs of the lessons' notebooks."""
    for module in project.modules:
        try:
            notebook = read_notebook(module.lesson)
        except CurriculumError:
            continue
        file = project.name(module.lesson)
        yield from _clean(file, notebook)
        run = [cell for cell in notebook["cells"] if cell.get("cell_type") == "code" and source_of(cell).strip()]
        for number, cell in enumerate(run, start=1):
            yield from _cell(file, number, cell)


def _clean(file: str, notebook: dict) -> Iterator[Problem]:
    if "widgets" in notebook.get("metadata", {}) or WIDGETS in json.dumps(
        [c.get("outputs") for c in notebook["cells"]]
    ):
        yield error(file, "widgets", f"Notebook menyimpan keadaan widget. {REPAIR}",
                    f"The notebook keeps the state of widgets. {REPAIR_EN}")  # fmt: skip
    for found in sorted(set(ABSOLUTE.findall(json.dumps(notebook, ensure_ascii=False)))):
        yield error(file, found, "Ada alamat folder dari komputer sendiri.", "There is a path of one's own computer.")


def _cell(file: str, number: int, cell: dict) -> Iterator[Problem]:
    place = f"sel kode {number} | code cell {number}"
    outputs = cell.get("outputs") or []
    if cell.get("execution_count") != number or not outputs:
        yield error(file, place, f"Hasilnya belum tersimpan. {REPAIR}", f"Its output is not committed. {REPAIR_EN}")
        return
    if any(output.get("output_type") == "error" for output in outputs):
        yield error(file, place, "Hasilnya sebuah galat.", "Its output is an error.")
        return
    slug = activity_of(source_of(cell))
    if slug and "".join(outputs[0].get("data", {}).get("text/plain", "")) != worked_example(activity(slug)):
        yield error(file, place, f"Angka atau katanya sudah berubah. {REPAIR}",
                    f"Its figures or words have changed. {REPAIR_EN}")  # fmt: skip
