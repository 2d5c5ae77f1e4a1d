"""Typed tables as one JSON object, so that a browser can read what the files hold without parsing them."""

from __future__ import annotations

_META = (
    "title",
    "title_en",
    "licence",
    "attribution",
    "shelf_life_months",
    "date_column",
    "vintage_of",
    "foreign_keys",
)


class JsonProvider:
    """Serves the rows of an object that `dump` made."""

    def __init__(self, obj: dict):
        self._obj = obj

    def packages(self) -> list:
        """Names of the packages in the object."""
        return sorted(self._obj)

    def resources(self, package: str) -> list:
        """Names of the tables of one package, in the package's order."""
        return list(self._obj[package])

    def resource(self, package: str, name: str) -> dict:
        """One table with its rows as dicts."""
        stored = self._obj[package][name]
        columns = stored["columns"]
        return {**stored, "rows": [dict(zip(columns, row, strict=True)) for row in stored["rows"]]}


def dump(names, provider=None) -> dict:
    """Whole packages ("exchange-rates") or single tables ("remittance-costs/quotes") as plain JSON values.

    Column names are written once per table; tables that a table points to, such as its sources, come along.
    """
    if provider is None:
        from .files import FileProvider

        provider = FileProvider()
    obj: dict = {}
    for name in names:
        package, _, wanted = name.partition("/")
        for resource in [wanted] if wanted else provider.resources(package):
            _add(obj.setdefault(package, {}), package, resource, provider)
    return obj


def _add(stored: dict, package: str, name: str, provider) -> None:
    """One table and every table it points to."""
    if name in stored:
        return
    resource = provider.resource(package, name)
    stored[name] = _compact(resource)
    for _, target, _ in resource["foreign_keys"]:
        _add(stored, package, target, provider)


def _compact(resource: dict) -> dict:
    rows = resource["rows"]
    stored = {name: resource[name] for name in _META}
    return {**stored, "columns": list(rows[0]) if rows else [], "rows": [list(row.values()) for row in rows]}
