"""A lesson as cells: Markdown in the reader's language, activities with their worked example."""

from __future__ import annotations

import pytest

from bekal.activities import activity
from bekal.contract.plain import worked_example
from bekal.curriculum import CurriculumError, lesson_cells, module
from bekal.curriculum.lessons import activity_of
from tests.curriculum.project import LESSON, MODULE, MODULE_YML, lesson_json, translate


def cells(project, lang: str = "id"):
    return lesson_cells(module("send-money", project.modules_root), lang)


def write(project, *sources: str) -> None:
    (project.root / MODULE / "lesson.ipynb").write_text(lesson_json(sources), encoding="utf-8")


def test_an_indonesian_lesson_is_what_stands_in_the_notebook(project):
    found = cells(project)
    assert tuple(cell.source for cell in found) == LESSON
    assert [cell.kind for cell in found] == [*["markdown"] * 3, "activity", *["markdown"] * 3]


def test_an_activity_brings_its_slug_and_its_example_in_the_language(project):
    shown = cells(project, "en")[3]
    assert shown.slug == "send-money"
    assert shown.example == worked_example(activity("send-money"), "en")


def test_blocks_are_translated_one_by_one(project):
    known = {"## Coba": "## Try it", "- Siapa yang menerima uang?\n- Kapan uang dikirim?": "- Who?\n- When?"}
    translate(project.root, "en", lambda words: known.get(words, ""))
    found = cells(project, "en")
    assert found[2].source == "## Try it"
    assert found[4].source == "## Bicarakan\n\n- Who?\n- When?"


def test_a_fuzzy_translation_stays_indonesian(project):
    path = project.root / "locales/en/modules/send-money.po"
    text = path.read_text(encoding="utf-8").replace('msgstr "## Coba"', 'msgstr "## Try"')
    path.write_text(text.replace('msgid "## Coba"', '#, fuzzy\nmsgid "## Coba"'), encoding="utf-8")
    assert cells(project, "en")[2].source == "## Coba"


def test_a_language_without_a_catalog_is_indonesian(project):
    assert [cell.source for cell in cells(project, "jv")] == list(LESSON)


def test_other_code_is_refused(project):
    write(project, "# Judul", "from os import system\n\nsystem('ls')")
    with pytest.raises(CurriculumError) as refused:
        cells(project)
    assert "bukan aktivitas" in refused.value.reason
    assert "not an activity" in refused.value.reason_en


def test_other_code_is_shown_where_a_kernel_runs_it(project):
    text = MODULE_YML + "engine: kernel\n"
    (project.root / MODULE / "module.yml").write_text(text, encoding="utf-8")
    write(project, "# Judul", "from ipywidgets import IntSlider\n\nIntSlider()")
    assert [cell.kind for cell in cells(project)] == ["markdown", "code"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 1}'])
def test_a_broken_notebook(project, text):
    (project.root / MODULE / "lesson.ipynb").write_text(text, encoding="utf-8")
    with pytest.raises(CurriculumError):
        cells(project)


@pytest.mark.parametrize(
    ("source", "slug"),
    [
        ("from bekal.activities import SendMoney\n\nSendMoney()", "send-money"),
        ("from bekal.activities import SendMoney\nSendMoney()  # Yanto", "send-money"),
        ("from bekal.activities import SendMoney", None),
        ("SendMoney()", None),
        ("from bekal.activities import SendMoney as S\n\nS()", None),
        ("from bekal.activities import SendMoney, FamilyBudget\n\nSendMoney()", None),
        ("from bekal.activities import SendMoney\n\nFamilyBudget()", None),
        ("from bekal.activities import SendMoney\n\nSendMoney(1)", None),
        ("from bekal.activities import Nothing\n\nNothing()", None),
        ("from activities import SendMoney\n\nSendMoney()", None),
        ("%matplotlib", None),
    ],
)
def test_what_is_an_activity(source, slug):
    assert activity_of(source) == slug
