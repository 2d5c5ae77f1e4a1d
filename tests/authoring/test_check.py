"""`bekal check` passes a good project and rejects one bad input for every rule."""

from __future__ import annotations

import json

import pytest

from bekal.authoring import check
from bekal.authoring.checks import CHECKS
from bekal.cli import main
from tests.curriculum.project import GUIDE, LESSON, MODULE, MODULE_YML, lesson_json, quiz_yml, translate

EN = "locales/en/modules/send-money.po"
PRICES = "datasets/prices/prices.csv"


def write(project, name: str, text: str) -> None:
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def change(name: str, old: str, new: str):
    """A breaker that replaces words in one file."""

    def breaker(project):
        text = (project.root / name).read_text(encoding="utf-8")
        assert old in text
        write(project, name, text.replace(old, new, 1))

    return breaker


def yml(old: str, new: str):
    return change(f"{MODULE}/module.yml", old, new)


def quiz(old: str, new: str):
    return change(f"{MODULE}/quiz.yml", old, new)


def english(old: str, new: str):
    return change(EN, old, new)


def prices(old: str, new: str):
    return change(PRICES, old, new)


def retold(old: str, new: str):
    """A breaker that translates every message by these other words."""
    return lambda project: translate(project.root, "en", lambda words: words.replace(old, new))


def board(figures: str, matter: str = ""):
    """A breaker that gives the guide figures to copy, and front matter saying what they were worked out with."""

    def breaker(project):
        change(GUIDE, "title: Panduan kirim uang", f"title: Panduan kirim uang\n{matter}")(project)
        change(GUIDE, "Isi bersama.", f"Isi bersama.\n\n## Angka untuk papan\n\n{figures}\n\n## Kontak")(project)

    return breaker


def readme(text: str):
    return add("README.md", text)


def remove(name: str):
    return lambda project: (project.root / name).unlink()


def add(name: str, text: str = "x"):
    return lambda project: write(project, name, text)


def lesson(*changes: tuple[int, str]):
    """A breaker that writes the lesson with other cells."""

    def breaker(project):
        cells = dict(enumerate(LESSON)) | dict(changes)
        write(project, f"{MODULE}/lesson.ipynb", lesson_json(tuple(cells.values())))

    return breaker


def cell(number: int, **values):
    """A breaker that sets values of one cell of the notebook."""

    def breaker(project):
        path = project.root / f"{MODULE}/lesson.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["cells"][number].update(values)
        write(project, f"{MODULE}/lesson.ipynb", json.dumps(notebook))

    return breaker


WIDGET = {"output_type": "display_data", "metadata": {}, "data": {"application/vnd.jupyter.widget-view+json": {}}}
LONG = "Kata " * 21 + "habis."

# check, what is broken, level, words of the sentence
BROKEN = {
    "a stray file": ("structure", add(f"{MODULE}/notes.txt"), "error", "bukan bagian dari modul"),
    "a missing quiz": ("structure", remove(f"{MODULE}/quiz.yml"), "error", "belum ada"),
    "a strange pillar": ("structure", add("modules/7_lain/01_x/module.yml"), "error", "Folder pilar"),
    "a strange folder": ("structure", add("modules/1_layanan_migrasi/x/module.yml"), "error", "seperti 02_send-money"),
    "a broken module.yml": ("structure", yml("audience: both", "audience: all"), "error", "audience"),
    "an unknown activity": ("structure", yml("[send-money]", "[fly-home]"), "error", "fly-home"),
    "an unknown dataset": ("structure", yml("[prices]", "[moods]"), "error", "moods"),
    "a twin": ("structure", add("modules/4_koperasi_dan_keuangan/03_send-money/module.yml",
               MODULE_YML.replace("order: 2", "order: 3")), "error", "sama dengan"),
    "no title": ("lessons", lesson((0, "Kirim uang")), "error", "satu judul"),
    "sections out of order": ("lessons", lesson((2, "## Bicarakan"), (4, "## Coba")), "error", "Bagiannya harus"),
    "a bare dollar sign": ("lessons", lesson((2, "## Coba\n\nDari US$200 sampai US$500.")), "error", r"\$"),
    "code of its own": ("lessons", lesson((3, "from math import pi\n\nprint(pi)")), "error", "Sel kode hanya boleh"),
    "another activity": ("lessons", lesson((3, "from bekal.activities import FamilyBudget\n\nFamilyBudget()")),
                         "error", "menampilkan family-budget"),
    "other key points": ("lessons", yml("Ada dua biaya.", "Ada tiga biaya."), "error", "Ingat"),
    "no notebook": ("lessons", change(f"{MODULE}/lesson.ipynb", '{"cells"', '{"cells'), "error", "rusak di baris 1"),
    "five questions": ("quizzes", add(f"{MODULE}/quiz.yml", quiz_yml(5)), "error", "6 soal"),
    "two right answers": ("quizzes", quiz('loket 1", ', 'loket 1", right: true, '), "error",
                          "tepat satu jawaban benar, sekarang 2"),
    "no why": ("quizzes", quiz(', why: "Sebab loket 1."', ""), "error", "belum punya why"),
    "an untested objective": ("quizzes", add(f"{MODULE}/quiz.yml", quiz_yml().replace("objective: 2", "objective: 1")),
                              "warning", "tujuan 2"),
    "no guide": ("guides", remove(GUIDE), "error", "tidak ada"),
    "other minutes": ("guides", change(GUIDE, "(10 menit)", "(15 menit)"), "error", "50 menit, module.yml 45"),
    "a step without minutes": ("guides", change(GUIDE, " (10 menit)", ""), "error", "Langkah ditulis"),
    "another slug": ("guides", change(GUIDE, "slug: send-money", "slug: send"), "error", "slug harus"),
    "no front matter": ("guides", change(GUIDE, "---\nslug", "slug"), "error", "Awali dengan"),
    "a guide without a module": ("guides", add("facilitator_guides/199_none.md"), "error", "Tidak ada modul"),
    "a figure that the screen does not show": ("boards", board("Rp355.576 sebulan"), "error", "Rp355.576"),
    "a board that cannot be answered": ("boards", board("Rp355.575", 'board: [{times: "nol"}]'), "error", "times"),
    "a board that is no list": ("guides", board("", "board: 4"), "error", "Awali dengan"),
    "a negative price": ("datasets", prices("15000", "-5"), "error", "-5"),
    "a doubled key": ("datasets", prices("telur", "beras"), "error", "baris 2"),
    "a missing translation": ("translations", english('msgstr "Simpan bukti kirim."', 'msgstr ""'), "error",
                              "1 pesan belum diterjemahkan"),
    "a fuzzy translation": ("translations", english('msgid "Ada dua', '#, fuzzy\nmsgid "Ada dua'), "error", "fuzzy"),
    "a translation of nothing": ("translations", add(EN, 'msgid "A"\nmsgstr "B"\n'), "error", "sudah tidak ada"),
    "an old translation": ("translations", english("#: module.yml", '#~ msgid "A"\n#~ msgstr "B"\n\n#: module.yml'),
                                "warning", "tidak dipakai lagi"),
    "another place": ("translations", change("locales/en/bekal.po", 'msgstr "Halo {name}."', 'msgstr "Hello {nama}."'),
                      "error", "{nama} {name}"),
    "another heading": ("translations", english('msgstr "## Coba"', 'msgstr "### Try"'), "error", "judul (#)"),
    "another link": ("translations", retold("images/", "pics/"),
                     "error", "Tautan atau gambarnya"),
    "a lost list item": ("translations", retold("- Kapan", "Kapan"), "error", "butir daftar"),
    "a catalog of no module": ("translations", add("locales/en/modules/none.po"), "error", "katalog ini"),
    "a broken catalog": ("translations", add(EN, 'msgid "x\n'), "error", "Katalog ini rusak"),
    "a computed sentence": ("translations", add("widgets/bekal/x.py", 'T(f"Halo {1}")\n'), "error", "ditulis langsung"),
    "an unfinished language": ("translations", add("locales/jv/bekal.po", ""), "warning", "belum diterjemahkan"),
    "a lost picture": ("links", remove(f"{MODULE}/images/sari.svg"), "error", "Berkas ini tidak ada"),
    "a picture without words": ("links", lesson((2, "## Coba\n\n![](images/sari.svg)")), "error", "kata pengganti"),
    "a lost heading": ("links", readme("# Bekal\n\n[ke sana](#nowhere)\n"), "error", "Judul ini"),
    "a CDN": ("links", readme("![x](https://cdn.jsdelivr.net/x.png)\n"), "error", "CDN"),
    "a CDN in HTML": ("links", readme('<img src="https://unpkg.com/x.png">\n'), "error", "CDN"),
    "a broken address": ("links", readme("[x](https://remit)\n"), "error", "salah tulis"),
    "another scheme": ("links", readme("[x](ftp://example.org/x)\n"), "error", "bukan http(s)"),
    "an old price": ("freshness", prices("28000,2026-10-01", "28000,2024-05-01"), "warning", "paling tua 2024-05-01"),
    "a lesson that was not run": ("outputs", cell(3, outputs=[], execution_count=None), "error", "belum tersimpan"),
    "old figures": ("outputs", cell(3, outputs=[{"output_type": "execute_result", "data": {"text/plain": "Rp1"}}]),
                    "error", "sudah berubah"),
    "an exception": ("outputs", cell(3, outputs=[{"output_type": "error"}]), "error", "galat"),
    "the state of widgets": ("outputs", cell(3, outputs=[WIDGET]), "error", "keadaan widget"),
    "a path of one's own": ("outputs", lesson((2, "## Coba\n\nBuka /home/sari/x.csv")), "error", "komputer sendiri"),
    "a long sentence": ("wording", lesson((1, f"## Cerita\n\n{LONG}")), "warning", "22 kata"),
}  # fmt: skip


def told(project, name: str) -> list:
    return [problem for finding in check.findings(project, [name]) for problem in finding.problems]


def test_a_good_project_has_no_problem(project):
    assert [finding for finding in check.findings(project) if finding.problems] == []


@pytest.mark.parametrize("what", BROKEN)
def test_one_bad_input_for_every_rule(project, what):
    name, breaker, level, words = BROKEN[what]
    breaker(project)
    found = [problem for problem in told(project, name) if words in problem.sentence or words in problem.place]
    assert found, [problem.sentence for problem in told(project, name)]
    assert found[0].level == level
    assert found[0].file
    assert found[0].sentence_en
    assert str(project.root) not in found[0].file + found[0].place


def test_every_check_has_a_bad_input():
    assert {name for name, *_ in BROKEN.values()} == set(CHECKS)


def test_a_check_that_breaks_down_is_one_error_line(project, tmp_path):
    write(project, "README.md", "x")
    (tmp_path / "README.md").unlink()
    (tmp_path / "README.md").mkdir()
    (problem,) = told(project, "links")
    assert (problem.level, problem.place) == ("error", "links")
    assert "gagal" in problem.sentence


def test_missing_translations_of_a_started_language_fail_nothing(project):
    write(project, "locales/jv/bekal.po", "")
    assert {problem.level for problem in told(project, "translations")} == {"warning"}


def test_a_board_may_show_the_worked_example_and_its_changes(project):
    board("RM850 sekali: Rp355.575, empat kali: Rp711.590 atau 18,98%", 'board: [{times: "4"}]')(project)
    assert told(project, "boards") == []


def test_sources_may_have_long_titles(project):
    lesson((6, f"## Sumber\n\n{LONG}"))(project)
    assert told(project, "wording") == []


def test_a_lesson_with_widgets_may_hold_code(project):
    lesson((3, "from math import pi\n\nprint(pi)"))(project)
    yml("activities: [send-money]", "activities: []\nengine: kernel")(project)
    assert told(project, "lessons") == []


def test_rows_age_with_the_day_that_is_asked(project, tmp_path, capsys):
    assert main(["check", "freshness", "--root", str(tmp_path), "--today", "2030-01-01"]) == 0
    out = capsys.readouterr().out
    assert "2 baris perlu diperiksa lagi, paling tua 2026-10-01." in out
    assert out.splitlines()[-1] == "1 pemeriksaan: 0 kesalahan, 1 peringatan. | 1 checks: 0 errors, 1 warnings."


def test_errors_end_with_one_and_are_grouped_by_file(project, tmp_path, capsys):
    change(GUIDE, "(10 menit)", "(15 menit)")(project)
    assert main(["check", "guides", "links", "--root", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "✗ Panduan | guides",
        f"    {GUIDE}",
        "      ✗ menit: Langkahnya 50 menit, module.yml 45 menit.",
        "        Its steps take 50 minutes, module.yml says 45.",
        "✓ Tautan | links",
        "",
        "2 pemeriksaan: 1 kesalahan, 0 peringatan. | 2 checks: 1 errors, 0 warnings.",
    ]


def test_json_for_other_programs(project, tmp_path, capsys):
    change(GUIDE, "(10 menit)", "(15 menit)")(project)
    assert main(["check", "guides", "--json", "--root", str(tmp_path)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["errors"], found["warnings"], found["checks"]) == (1, 0, 1)
    assert found["problems"][0]["file"] == GUIDE


def test_a_check_that_does_not_exist(capsys):
    assert main(["check", "spelling"]) == 2
    assert "Tidak ada pemeriksaan spelling" in capsys.readouterr().out


def test_a_day_that_does_not_exist(capsys):
    with pytest.raises(SystemExit) as left:
        main(["check", "--today", "2026-02-30"])
    assert left.value.code == 2
    assert "belum pas" in capsys.readouterr().err
