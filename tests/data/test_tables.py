"""What activities get from `table`: typed rows, their sources beside them, read once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bekal import data
from bekal.data.files import FileProvider

SOURCE_ROOT = Path(data.__file__).resolve().parents[2]


def test_rows_are_typed_and_carry_their_source(small):
    data.use(FileProvider(small.root))
    assert data.table("fares").rows[0] == {
        "route": "batam-johor",
        "class": "deck",
        "price_x100": 1250,
        "stops": 0,
        "daily": True,
        "valid_from": "2025-01-01",
        "code": "A1",
        "source": "harbour",
        "checked": "2026-11-24",
        "confidence": "high",
        "source_title": "Harbour office, list of fares",
        "source_url": "https://example.org/fares",
        "source_date": "2026-01",
    }


def test_a_missing_cell_is_none(small):
    data.use(FileProvider(small.root))
    last = data.table("fares").rows[-1]
    assert (last["class"], last["source_date"]) == (None, None)


def test_a_table_says_what_it_is(small):
    data.use(FileProvider(small.root))
    table = data.table("fares")
    assert (table.package, table.name, table.title, table.title_en) == ("fares", "fares", "Ongkos kapal", "Ferry fares")
    assert (table.licence, table.shelf_life_months, table.date_column) == ("CC0-1.0", 12, "valid_from")
    assert table.vintage_of == ("route",)


def test_the_first_table_is_the_default(small):
    data.use(FileProvider(small.root))
    assert data.packages() == ("fares",)
    assert data.resources("fares") == ("fares", "sources")
    assert data.table("fares") is data.table("fares", "fares")


def test_a_table_is_read_once(small):
    data.use(FileProvider(small.root))
    before = data.table("fares")
    small.write("fares.csv", "broken")
    assert data.table("fares") is before


def test_sources_are_listed_once_in_order(small):
    data.use(FileProvider(small.root))
    assert data.sources(data.table("fares").rows) == (
        ("Harbour office, list of fares", "https://example.org/fares", "2026-01", "2026-11-24", "high"),
        ("Told by the crew", "https://example.org/crew", None, "2026-11-24", "low"),
    )


def test_an_unknown_table_is_named():
    with pytest.raises(data.DataError, match=r"exchange-rates/datapackage\.yaml: tidak ada tabel bernama 'prices'"):
        data.table("exchange-rates", "prices")


def test_an_unknown_package_is_named():
    with pytest.raises(data.DataError, match=r"nothing/datapackage\.yaml: berkas tidak ada"):
        data.table("nothing")


def test_an_environment_variable_names_the_folder(small, monkeypatch):
    monkeypatch.setenv("BEKAL_DATASETS", str(small.root))
    assert data.packages() == ("fares",)


def test_a_missing_folder_is_said_in_both_languages(tmp_path, monkeypatch):
    monkeypatch.setenv("BEKAL_DATASETS", str(tmp_path / "away"))
    with pytest.raises(data.DataError) as caught:
        data.packages()
    assert "folder data tidak ditemukan" in str(caught.value)
    assert "the data folder is not there" in str(caught.value)


def test_importing_costs_a_browser_nothing_heavy():
    script = "import sys; old = set(sys.modules); import bekal.data; print(*sorted(set(sys.modules) - old))"
    command = [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {str(SOURCE_ROOT)!r}); {script}"]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    heavy = {"yaml", "csv", "typing", "decimal", "datetime", "dataclasses", "pathlib", "re", "json", "os.path"}
    assert "bekal.data" in loaded
    assert not heavy & set(loaded)
