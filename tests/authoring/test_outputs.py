"""`bekal outputs` runs a lesson and leaves a notebook that strict nbval and `bekal check` accept."""

from __future__ import annotations

import json

import nbformat
import pytest

from bekal.authoring import check
from bekal.authoring.outputs import cleaned
from bekal.cli import main
from tests.curriculum.project import LESSON, MODULE, lesson_json


@pytest.fixture
def lesson(project):
    """The lesson of the good project, as it is before anybody has run it."""
    path = project.root / MODULE / "lesson.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][3].update(outputs=[], execution_count=None)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def outputs_of(path) -> list:
    return [cell.get("outputs") for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if "outputs" in cell]


def test_a_lesson_is_run_once_and_then_left_alone(project, lesson, capsys):
    root = str(project.root)
    assert main(["outputs", "--root", root]) == 0
    first = lesson.read_bytes()
    assert main(["outputs", "send-money", "--root", root]) == 0
    assert lesson.read_bytes() == first
    assert capsys.readouterr().out.splitlines() == [
        f"{MODULE}/lesson.ipynb: ditulis ulang | rewritten",
        f"{MODULE}/lesson.ipynb: tetap | unchanged",
    ]
    assert [finding.problems for finding in check.findings(project, ["lessons", "outputs"])] == [(), ()]
    ((output,),) = outputs_of(lesson)
    assert set(output["data"]) == {"text/plain"}
    assert output["data"]["text/plain"][0].startswith("Berapa yang hilang")
    nbformat.validate(nbformat.read(lesson, as_version=4))


def test_a_lesson_that_fails_is_left_as_it_was(project, lesson, capsys):
    cells = (*LESSON[:3], "from bekal.activities import Nothing\n\nNothing()", *LESSON[4:])
    lesson.write_text(lesson_json(cells), encoding="utf-8")
    before = lesson.read_bytes()
    assert main(["outputs", "--root", str(project.root)]) == 1
    assert lesson.read_bytes() == before
    assert f"{MODULE}/lesson.ipynb: sel kode gagal, ImportError" in capsys.readouterr().err


def test_a_module_that_does_not_exist(project, capsys):
    assert main(["outputs", "fly-home", "--root", str(project.root)]) == 1
    assert "Tidak ada modul fly-home" in capsys.readouterr().err


def test_what_changes_from_run_to_run_is_taken_out():
    shown = {"text/plain": "Rp1", "application/vnd.jupyter.widget-view+json": {"model_id": "7"}}
    code = nbformat.v4.new_code_cell("X()", metadata={"execution": {"iopub.execute_input": "2026"}, "tags": ["x"]})
    code.outputs = [nbformat.v4.new_output("execute_result", shown, metadata={"a": 1}, execution_count=1)]
    notebook = nbformat.v4.new_notebook(
        cells=[code], metadata={"widgets": {}, "language_info": {"name": "python", "version": "3.11.7"}}
    )
    clean = cleaned(notebook)
    assert clean.cells[0].outputs[0].data == {"text/plain": "Rp1"}
    assert clean.cells[0].metadata == {"tags": ["x"]}
    assert clean.cells[0].id == "cell-01"
    assert clean.metadata == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
