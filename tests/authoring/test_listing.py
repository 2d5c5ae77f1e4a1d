"""`bekal modules` lists modules for people and for programs, and names what is broken."""

from __future__ import annotations

import json

from bekal.cli import main
from tests.curriculum.project import GUIDE, MODULE


def test_a_table_for_people(project, capsys):
    assert main(["modules", "--root", str(project.modules_root)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "modul           judul                menit  untuk                 status  diperiksa   bahasa",
        "402_send-money  Kirim uang ke rumah  20+25  pekerja dan keluarga  draft   2026-11-24  id 100% en 100%",
    ]


def test_json_for_programs(project, capsys):
    assert main(["modules", "--json", "--root", str(project.modules_root)]) == 0
    (module,) = json.loads(capsys.readouterr().out)
    assert module["slug"] == "send-money"
    assert module["pillar_name"] == "Koperasi dan keuangan keluarga"
    assert module["minutes"] == {"teaching": 20, "practice": 25}
    assert (module["folder"], module["guide"]) == (MODULE, GUIDE)
    assert module["languages"]["en"]["percent"] == 100
    assert module["languages"]["en"]["total"] == module["languages"]["id"]["total"]


def test_a_broken_module_is_named_beside_the_good_ones(project, capsys):
    broken = project.modules_root / "1_layanan_migrasi/01_contract/module.yml"
    broken.parent.mkdir(parents=True)
    broken.write_text("slug: contract\n", encoding="utf-8")
    assert main(["modules", "--root", str(project.modules_root)]) == 1
    captured = capsys.readouterr()
    assert "402_send-money" in captured.out
    assert "pillar belum ada" in captured.err


def test_no_module_at_all(tmp_path, capsys):
    assert main(["modules", "--root", str(tmp_path)]) == 0
    assert "Belum ada modul" in capsys.readouterr().out
