"""Modules are read from their folders; a broken one is reported beside the good ones."""

from __future__ import annotations

import os

import pytest

from bekal.curriculum import PILLARS, load, module, modules, pillar
from bekal.curriculum.library import UnknownModule, modules_root
from tests.curriculum.project import GUIDE, MODULE, MODULE_YML


def write(project, folder: str, text: str) -> None:
    path = project.modules_root / folder / "module.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def reasons(project) -> list[str]:
    return [problem.reason for problem in load(project.modules_root)[1]]


def test_a_module_as_its_file_says(project):
    (found,) = modules(project.modules_root)
    assert (found.slug, found.pillar, found.order) == ("send-money", 4, 2)
    assert (found.minutes_teaching, found.minutes_practice, found.minutes) == (20, 25, 45)
    assert found.objectives == ("Menghitung biaya kirim.", "Membandingkan cara kirim.")
    assert (found.reviewed_date, found.reviewed_by, found.engine) == ("2026-11-24", "penulis kurikulum", "activity")
    assert found.folder == project.root / MODULE
    assert found.guide == project.root / GUIDE


def test_modules_stand_in_the_order_of_pillars(project):
    for folder, pillar_number, order, slug in (
        ("4_koperasi_dan_keuangan/01_family-budget", 4, 1, "family-budget"),
        ("1_layanan_migrasi/09_contract", 1, 9, "contract"),
    ):
        text = MODULE_YML.replace("pillar: 4", f"pillar: {pillar_number}").replace("order: 2", f"order: {order}")
        write(project, folder, text.replace("slug: send-money", f"slug: {slug}"))
    assert [found.slug for found in modules(project.modules_root)] == ["contract", "family-budget", "send-money"]


def test_a_broken_module_hides_no_good_one(project):
    write(project, "1_layanan_migrasi/01_contract", "slug: ]")
    good, problems = load(project.modules_root)
    assert [found.slug for found in good] == ["send-money"]
    assert problems[0].file.endswith("1_layanan_migrasi/01_contract/module.yml")
    assert (problems[0].reason, problems[0].reason_en) == (
        "YAML-nya rusak di baris 1.",
        "The YAML is broken at line 1.",
    )


BROKEN = {
    "pillar: 4": ("pillar: 9", "pillar harus angka pilar 0 sampai 4."),
    "order: 2": ("order: 3", "order adalah 3, tetapi nama foldernya 2."),
    "slug: send-money": ("slug: send-cash", "slug adalah send-cash, tetapi nama foldernya send-money."),
    "title: Kirim": ("titel: Kirim", "Kunci titel tidak dikenal."),
    "summary: Hitung biaya kirim yang sebenarnya.": ("summary: ''", "summary harus satu kalimat."),
    "practice: 25": ("practice: 25.5", "minutes harus teaching dan practice dalam menit bulat."),
    "audience: both": ("audience: all", "audience harus worker, family atau both."),
    "  - Membandingkan cara kirim.": ("  - A\n  - B\n  - C", "objectives harus 1 sampai 3 tujuan yang berbeda."),
    "  - Simpan bukti kirim.": ("", "key_points harus 3 sampai 5 hal penting yang berbeda."),
    "[prices]": ("prices", "datasets harus daftar nama data."),
    "status: draft": ("status: ready", "status harus draft, piloted atau stable."),
    "date: 2026-11-24": ("date: kemarin", "reviewed harus date (seperti 2026-11-24) dan by (peran)."),
    "status: draft\n": ("status: draft\nengine: voila\n", "engine harus activity atau kernel."),
    "audience: both\n": ("", "audience belum ada: worker, family atau both."),
}


@pytest.mark.parametrize("old", BROKEN)
def test_every_key_is_checked(project, old):
    new, reason = BROKEN[old]
    assert old in MODULE_YML
    write(project, "4_koperasi_dan_keuangan/02_send-money", MODULE_YML.replace(old, new))
    assert reason in reasons(project)
    assert modules(project.modules_root) == ()


def test_a_file_that_holds_no_keys(project):
    write(project, "4_koperasi_dan_keuangan/02_send-money", "- satu\n- dua\n")
    assert reasons(project) == ["Isinya harus berupa daftar kunci dan nilai."]


def test_a_file_that_is_not_utf_8(project):
    (project.root / MODULE / "module.yml").write_bytes(b"title: \xff\xfe\n")
    assert reasons(project) == ["Simpan berkas ini sebagai UTF-8."]


def test_a_changed_file_is_read_again(project):
    assert module("send-money", project.modules_root).title == "Kirim uang ke rumah"
    path = project.root / MODULE / "module.yml"
    path.write_text(MODULE_YML.replace("title: Kirim uang ke rumah", "title: Kirim"), encoding="utf-8")
    assert module("send-money", project.modules_root).title == "Kirim"


def test_a_module_that_does_not_exist(project):
    with pytest.raises(UnknownModule):
        module("fly-home", project.modules_root)


def test_the_folder_can_be_named_in_the_environment(project, monkeypatch):
    monkeypatch.setenv("BEKAL_MODULES", os.path.relpath(project.modules_root))
    assert modules_root() == project.modules_root
    assert module("send-money").folder == project.root / MODULE


def test_five_pillars():
    assert [one.number for one in PILLARS] == [0, 1, 2, 3, 4]
    assert pillar(4).folder == "4_koperasi_dan_keuangan"
    assert (pillar(4).icon, pillar(4).colour) == ("pillar4", "pillar-4")
    served = {word.message for one in PILLARS for word in one.serves}
    assert served == {"Edukatif", "Maju", "Aman", "Sejahtera"}
