"""Reads data packages from datasets/: the schema of datapackage.yaml casts and checks every row."""

from __future__ import annotations

import os
from pathlib import Path

import yaml

from .descriptor import problems as descriptor_problems
from .messages import refuse
from .records import DataError
from .sheet import Sheet

DESCRIPTOR = "datapackage.yaml"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def datasets_dir() -> Path:
    """Where the packages are: BEKAL_DATASETS, else datasets/ beside the source root of this installation."""
    named = os.environ.get("BEKAL_DATASETS")
    path = Path(named) if named else Path(__file__).resolve().parents[3] / "datasets"
    if not path.is_dir():
        raise refuse("missing-folder", str(path))
    return path


class FileProvider:
    """Serves the packages below one folder; every file is read, cast and checked once."""

    def __init__(self, root: Path | str | None = None):
        self._root = Path(root) if root else datasets_dir()
        self._descriptors: dict = {}
        self._sheets: dict = {}

    def packages(self) -> list:
        """Names of the folders that hold a datapackage.yaml."""
        return sorted(path.parent.name for path in self._root.glob(f"*/{DESCRIPTOR}"))

    def resources(self, package: str) -> list:
        """Names of the tables of one package, in the descriptor's order."""
        return [resource["name"] for resource in self.descriptor(package)["resources"]]

    def descriptor(self, package: str) -> dict:
        """The checked datapackage.yaml of one package; raises `DataError`."""
        if package not in self._descriptors:
            self._descriptors[package] = _read_descriptor(self._root / package / DESCRIPTOR, package)
        return self._descriptors[package]

    def described(self, package: str, name: str) -> dict:
        """What the descriptor says about one table."""
        for resource in self.descriptor(package)["resources"]:
            if resource["name"] == name:
                return resource
        raise refuse("missing-table", f"{package}/{DESCRIPTOR}", name=name)

    def path(self, package: str, name: str) -> Path:
        """The file of one table."""
        return self._root / package / self.described(package, name)["path"]

    def sheet(self, package: str, name: str) -> Sheet:
        """One table with its sound rows and its problems; faults of the tables it points to are theirs."""
        key = (package, name)
        if key not in self._sheets:
            resource = self.described(package, name)
            sheet = Sheet(self.path(package, name), f"{package}/{resource['path']}", resource["schema"])
            for column, table, target in foreign_keys(resource["schema"]):
                others = self.sheet(package, table)
                if not others.unreadable:
                    sheet.find_dangling(column, table, {row[target] for row in others.rows})
            self._sheets[key] = sheet
        return self._sheets[key]

    def resource(self, package: str, name: str) -> dict:
        """One table as `bekal.data` wants it; raises `DataError` with every fault of its file."""
        sheet = self.sheet(package, name)
        if sheet.problems:
            raise DataError(sorted(sheet.problems, key=lambda problem: problem.row or 0))
        package_says, says = self.descriptor(package), self.described(package, name)
        return {
            "title": says["title"],
            "title_en": says["bekal:title_en"],
            "licence": ", ".join(one["name"] for one in says.get("licenses") or package_says["licenses"]),
            "attribution": says.get("bekal:attribution") or package_says.get("bekal:attribution"),
            "shelf_life_months": says.get("bekal:shelf_life_months"),
            "date_column": says.get("bekal:date_column"),
            "vintage_of": list(says.get("bekal:vintage_of", [])),
            "foreign_keys": foreign_keys(says["schema"]),
            "rows": sheet.rows,
        }


def foreign_keys(schema: dict) -> list:
    """Column, table and key column of every foreign key."""
    return [
        [foreign["fields"][0], foreign["reference"]["resource"], foreign["reference"]["fields"][0]]
        for foreign in schema.get("foreignKeys", [])
    ]


def _read_descriptor(path: Path, package: str) -> dict:
    file = f"{package}/{DESCRIPTOR}"
    try:
        descriptor = yaml.load(path.read_bytes(), Loader=_Loader)
    except FileNotFoundError:
        raise refuse("missing-file", file) from None
    except yaml.YAMLError as error:
        raise refuse("yaml", file, error=" ".join(str(error).split())) from None
    problems = descriptor_problems(descriptor, package, file)
    if problems:
        raise DataError(problems)
    return descriptor
