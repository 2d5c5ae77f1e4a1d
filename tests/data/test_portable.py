"""The same rows from one JSON object as from the files: what a browser gets is what the class gets."""

from __future__ import annotations

import json

import pytest

from bekal import data
from bekal.data.files import FileProvider

PACKAGES = FileProvider().packages()


@pytest.mark.parametrize("package", PACKAGES)
def test_a_dumped_package_gives_the_same_tables(package):
    from_files = {name: data.table(package, name) for name in data.resources(package)}
    data.use(data.JsonProvider(json.loads(json.dumps(data.dump([package])))))
    assert {name: data.table(package, name) for name in data.resources(package)} == from_files


def test_one_table_brings_only_what_it_points_to():
    obj = data.dump(["remittance-costs/quotes", "exchange-rates/rates"])
    assert {package: sorted(tables) for package, tables in obj.items()} == {
        "remittance-costs": ["corridors", "quotes", "sources"],
        "exchange-rates": ["rates", "sources"],
    }


def test_a_table_is_dumped_once_however_often_it_is_named():
    assert data.dump(["exchange-rates", "exchange-rates/rates"]) == data.dump(["exchange-rates"])


def test_an_empty_table_survives(small):
    small.write("fares.csv", small.path("fares.csv").read_text().splitlines()[0] + "\n")
    obj = data.dump(["fares"], FileProvider(small.root))
    data.use(data.JsonProvider(obj))
    assert data.table("fares").rows == ()
    assert data.packages() == ("fares",)
