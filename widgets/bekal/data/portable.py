"""Typed tables as one JSON object, so that a browser can read what the files hold without parsing them."""

from __future__ import annotations

_META = ("title", "title_en", "licence", "attribution", "shelf_life_months", "date_column", "vintage_of")


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
        return {**stored, "rows": [dict(zip(columns, row)) for row in stored["rows"]]}


def dump(names, provider=None) -> dict:
    """The named packages ("exchange-rates") or single tables ("remittance-costs/quotes") as plain JSON values.

    Column names are written once per table; the table of sources always comes along.
    """
    if provider is None:
        from .files import FileProvider

        provider = FileProvider()
    obj: dict = {}
    for name in names:
        package, _, wanted = name.partition("/")
        for resource in provider.resources(package):
            if not wanted or resource in (wanted, "sources"):
                obj.setdefault(package, {})[resource] = _compact(provider.resource(package, resource))
    return obj


def _compact(resource: dict) -> dict:
    rows = resource["rows"]
    columns = list(rows[0]) if rows else []
    stored = {name: resource[name] for name in _META}
    return {**stored, "vintage_of": list(stored["vintage_of"]), "columns": columns, "rows": [list(r.values()) for r in rows]}
