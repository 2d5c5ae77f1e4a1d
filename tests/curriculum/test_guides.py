"""A guide has a title, steps with minutes, and a text in every language."""

from __future__ import annotations

import pytest

from bekal.curriculum import CurriculumError, module
from bekal.curriculum.guides import Step, read_guide
from tests.curriculum.project import GUIDE, GUIDE_MD, translate


def guide(project, lang: str = "id"):
    return read_guide(module("send-money", project.modules_root), lang)


def test_steps_and_minutes(project):
    found = guide(project)
    assert (found.slug, found.title, found.minutes) == ("send-money", "Panduan kirim uang", 45)
    assert found.steps == (Step(1, "Membuka", 10), Step(2, "Mencoba", 35))


def test_a_translated_guide_keeps_its_steps(project):
    known = {"Panduan kirim uang": "Guide", "## Langkah 1: Membuka (10 menit)": "## Step 1: Opening (10 minutes)"}
    translate(project.root, "en", lambda words: known.get(words, ""))
    found = guide(project, "en")
    assert found.title == "Guide"
    assert found.body.startswith("Siapkan kertas dan pena.\n\n## Step 1: Opening (10 minutes)\n\nBaca ceritanya.")
    assert found.steps == guide(project).steps


@pytest.mark.parametrize(
    "text",
    [
        GUIDE_MD.replace("---\nslug", "slug"),
        GUIDE_MD.replace("title: Panduan kirim uang\n", ""),
        GUIDE_MD.replace("title: Panduan kirim uang", "title: [1"),
        GUIDE_MD.replace("title: Panduan kirim uang", "title: 1"),
    ],
)
def test_a_guide_without_front_matter(project, text):
    (project.root / GUIDE).write_text(text, encoding="utf-8")
    with pytest.raises(CurriculumError) as refused:
        guide(project)
    assert "Awali dengan" in refused.value.reason
