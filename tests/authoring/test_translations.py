"""Translations are gathered, merged without losing work, written without churn, and counted."""

from __future__ import annotations

import json

import pytest

from bekal.authoring import catalogs
from bekal.authoring.checks.translations import differences
from bekal.cli import main
from bekal.contract.formatting import say
from tests.curriculum.project import GUIDE, LESSON, MODULE, lesson_json

EN = "locales/en/modules/send-money.po"


def run(project, *arguments: str) -> int:
    return main(["translations", *arguments, "--root", str(project.root)])


def read(project, name: str) -> str:
    return (project.root / name).read_text(encoding="utf-8")


def test_a_new_language_begins_with_every_message_of_code_modules_and_guides(project):
    assert run(project, "extract", "jv") == 0
    assert read(project, "locales/jv/bekal.po").split("\n\n")[1:] == [
        '#: widgets/bekal/hello.py\nmsgid "Halo {name}."\nmsgstr ""',
        '#: widgets/bekal/hello.py\nmsgid "{count} amplop"\nmsgid_plural "{count} amplop"\nmsgstr[0] ""\nmsgstr[1] ""',
        "",
    ]
    assert '#: lesson.ipynb\nmsgid "## Coba"\nmsgstr ""\n' in read(project, "locales/jv/modules/send-money.po")
    assert '#: 402_send-money.md\nmsgid "Isi bersama."\nmsgstr ""\n' in read(project, "locales/jv/guides/send-money.po")


def test_a_language_that_babel_does_not_know_writes_numbers_as_indonesian_does(project):
    assert run(project, "extract", "sas") == 0
    assert 'msgstr[1] ""' in read(project, "locales/sas/bekal.po")
    assert "nplurals=2" in read(project, "locales/sas/bekal.po")
    assert say({"money": 1_500_000, "currency": "IDR"}, "sas") == "Rp1.500.000"
    assert say({"date": "2026-11-24"}, "sas") == "24 November 2026"


def test_gathering_again_changes_nothing(project, capsys):
    before = {path: path.read_bytes() for path in project.locales.rglob("*.po")}
    assert run(project, "extract") == 0
    assert {path: path.read_bytes() for path in project.locales.rglob("*.po")} == before
    assert capsys.readouterr().out.count("tetap | unchanged") == 3


def test_catalogs_name_files_without_lines_and_days(project):
    for path in project.locales.rglob("*.po"):
        text = path.read_text(encoding="utf-8")
        assert "Date" not in text
        assert "Generated-By" not in text
        assert ".py:" not in text
        assert "python-format" not in text


def test_a_changed_sentence_keeps_its_translation_as_fuzzy(project):
    guide = project.root / GUIDE
    guide.write_text(
        guide.read_text(encoding="utf-8").replace("Siapkan kertas dan pena.", "Siapkan kertas dan pensil.")
    )
    assert run(project, "extract") == 0
    assert '#, fuzzy\nmsgid "Siapkan kertas dan pensil."\nmsgstr "Siapkan kertas dan pena."\n' in read(
        project, "locales/en/guides/send-money.po"
    )


def test_a_sentence_that_is_gone_is_kept_aside_until_it_is_pruned(project):
    cells = [*LESSON]
    cells[1] = "## Cerita: uang Sari"
    (project.root / MODULE / "lesson.ipynb").write_text(lesson_json(tuple(cells)), encoding="utf-8")
    assert run(project, "extract") == 0
    assert '#~ msgid "Sari bekerja di Johor. Ia mengirim uang setiap bulan."' in read(project, EN)
    assert run(project, "extract", "--prune") == 0
    assert "#~" not in read(project, EN)


def test_what_is_done_is_counted(project, capsys):
    text = read(project, EN).replace('msgstr "Simpan bukti kirim."', 'msgstr ""')
    text = text.replace('msgid "Ada dua biaya."', '#, fuzzy\nmsgid "Ada dua biaya."')
    (project.root / EN).write_text(text + '\n#~ msgid "Lama"\n#~ msgstr "Old"\n', encoding="utf-8")
    assert run(project, "status", "--json") == 0
    rows = {row.pop("catalog"): row for row in json.loads(capsys.readouterr().out)}
    total = rows[EN]["total"]
    assert rows[EN] == {"total": total, "translated": total - 2, "missing": 1, "fuzzy": 1, "obsolete": 1}
    assert rows["locales/en/bekal.po"] == {"total": 2, "translated": 2, "missing": 0, "fuzzy": 0, "obsolete": 0}


def test_the_table_ends_with_sums(project, capsys):
    assert run(project, "status") == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["katalog", "semua", "selesai", "belum", "fuzzy", "usang"]
    assert int(lines[-1][0]) == sum(int(line[1]) for line in lines[1:-1])


def test_a_broken_catalog_is_named_and_left_alone(project, capsys):
    (project.root / EN).write_text('msgid "x\n', encoding="utf-8")
    assert run(project, "extract") == 1
    assert read(project, EN) == 'msgid "x\n'
    assert capsys.readouterr().err.startswith(f"{EN}: Katalog ini rusak")


def test_a_module_that_cannot_be_read_stops_no_other_catalog(project, capsys):
    (project.root / MODULE / "quiz.yml").write_text("questions: []", encoding="utf-8")
    assert run(project, "extract", "en") == 1
    captured = capsys.readouterr()
    assert "locales/en/bekal.po" in captured.out
    assert captured.err.startswith(f"{MODULE}/quiz.yml: ")


def test_a_language_code_that_is_none(project, capsys):
    assert run(project, "extract", "../en") == 2
    assert "Bukan kode bahasa" in capsys.readouterr().err


CODE = '''
ONE = T("gabung " "an")
TWO = N("{count} satu", "{count} banyak", n, who=T("di dalam"))
THREE = _("garis bawah")
FOUR = T("uang {sum}", sum=values.money(T("lebih dalam")))
FIVE = Text("bukan pesan")
'''  # fmt: skip


def test_sentences_inside_sentences_are_found(project):
    (project.code / "hello.py").write_text(CODE, encoding="utf-8")
    ids = [message.id for message in catalogs.code_template(project) if message.id]
    assert ids == [
        "gabung an", ("{count} satu", "{count} banyak"), "di dalam", "garis bawah", "uang {sum}", "lebih dalam",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("message", "translation", "n_differences"),
    [
        ("Halo {name}.", "Hello {name}.", 0),
        ("Halo {name}.", "Hello.", 1),
        ("Halo.", "Hello {name}.", 1),
        (("{count} amplop", "{count} amplop"), ("one envelope", "{count} envelopes"), 0),
        (("{count} amplop", "{count} amplop"), ("one envelope", "many envelopes"), 1),
        (("{count} amplop", "{count} amplop"), ("{count} amplop",), 0),
        ("- satu\n- dua", "- one\n- two", 0),
        ("- satu\n- dua", "- one, two", 1),
        ("[a](b.md)", "[x](b.md)", 0),
        ("[a](b.md)", "[a](c.md)", 1),
        ("## Coba", "# Try", 1),
    ],
)
def test_what_must_not_be_translated(message, translation, n_differences):
    assert len(list(differences(message, translation))) == n_differences
