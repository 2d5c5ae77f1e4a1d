"""The widget without a screen: questions in, answers out, and never a traceback."""

from __future__ import annotations

import json
import logging
import subprocess
import sys

import pytest
from ipywidgets.widgets.widget import _instances

from bekal.contract.activity import Activity
from bekal.contract.fields import Count
from bekal.contract.text import T
from bekal.notebook import ActivityWidget, mimebundle
from tests.notebook.notebooks import ROOT, surroundings, write_notebook
from tests.support.specimen import Specimen

VIEW = "application/vnd.jupyter.widget-view+json"


def asked(widget: ActivityWidget, inputs, number: str = "a.1", lang: str = "id") -> dict:
    widget.inputs = {"number": number, "inputs": inputs, "lang": lang}
    return widget.result


def example() -> dict:
    return Specimen().defaults()


def test_a_question_gets_the_answer_of_its_number():
    result = asked(ActivityWidget(Specimen()), example() | {"amount": "1.000"}, "view.7")
    assert result["number"] == "view.7"
    assert result["blocks"][0]["value"] == {"money": 5000, "currency": "MYR"}
    assert result["echo"]["amount"]["values"]["words"] == "seribu ringgit"


def test_a_refused_question_says_what_is_wrong_field_by_field():
    result = asked(ActivityWidget(Specimen()), example() | {"amount": "1,500"})
    assert set(result) == {"number", "errors", "options"}
    assert result["options"] == {"amount": ["1.500", "1,50"]}


@pytest.mark.parametrize(
    "inputs", [None, {}, {"strange": 1}, {"amount": "🙂" * 100_000}, {"costs": "x"}, {"amount": 10**18}]
)
def test_nonsense_is_refused_politely(inputs):
    assert "errors" in asked(ActivityWidget(Specimen()), inputs)


class Broken(Activity):
    """An activity with an error of its own."""

    slug, title = "broken", T("Rusak")
    fields = (Count("number", T("Angka"), default=1, maximum=9),)

    def answer(self, inputs):
        yield from () if inputs.number == 1 else [1 // 0]


def test_an_activity_that_breaks_says_one_sentence_and_the_log_keeps_the_reason(caplog):
    widget = ActivityWidget(Broken())
    with caplog.at_level(logging.ERROR):
        result = asked(widget, {"number": "2"})
    assert result == {
        "number": "a.1",
        "message": "Ada yang salah di program ini. Isian tetap aman. Ubah isian, lalu coba lagi.",
    }
    assert "ZeroDivisionError" in caplog.text
    assert asked(widget, {"number": "1"}, "a.2") == {"number": "a.2", "blocks": [], "echo": {}}


@pytest.mark.parametrize(
    "question", [{"number": "1", "inputs": [1], "lang": "id"}, {"inputs": {}, "lang": 7}, {"number": "1"}]
)
def test_a_question_of_another_shape_never_raises(question):
    widget = ActivityWidget(Specimen())
    widget.inputs = question
    assert "message" in widget.result or "errors" in widget.result


def test_one_model_carries_declaration_inputs_and_result_as_json():
    state = ActivityWidget(Specimen(), "en").get_state()
    own = {name for name in state if not name.startswith("_")} - {"layout", "tabbable", "tooltip"}
    assert own == {"declaration", "inputs", "result"}
    assert json.loads(json.dumps(state["declaration"])) == state["declaration"]
    assert state["declaration"]["declaration"]["lang"] == "en"
    assert state["declaration"]["answer"]["blocks"]


def test_a_notebook_keeps_the_worked_example_beside_the_widget(monkeypatch):
    shown = Specimen()._repr_mimebundle_()
    data = shown[0] if isinstance(shown, tuple) else shown
    assert data["text/plain"] == repr(Specimen())
    assert set(data) == {"text/plain", VIEW}


def test_the_language_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv("BEKAL_LANG", "en")
    data = mimebundle(Specimen())
    data = data[0] if isinstance(data, tuple) else data
    shown = _instances[data[VIEW]["model_id"]]
    assert shown.declaration["declaration"]["lang"] == "en"


def test_strict_nbval_holds_the_committed_example_and_sees_a_changed_figure(tmp_path):
    write_notebook(tmp_path / "good.ipynb", repr(Specimen()))
    write_notebook(tmp_path / "changed.ipynb", repr(Specimen()).replace("RM42,50", "RM42,60"))
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "--nbval-current-env",
        "-q",
        "-p",
        "no:cacheprovider",
        "-c",
        "/dev/null",
    ]
    run = subprocess.run(
        [*command, f"--rootdir={tmp_path}", "good.ipynb", "changed.ipynb"],
        cwd=tmp_path,
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
    )
    assert "1 failed, 3 passed" in run.stdout, run.stdout + run.stderr
    assert "changed.ipynb" in run.stdout
    assert ROOT.is_dir()
