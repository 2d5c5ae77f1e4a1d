"""The facts Bekal teaches with: checked tables, their sources and their age.

A provider hands over typed rows; this module joins the sources and keeps each table once. It imports nothing
but `collections`, because the same code also runs in a browser.
"""

from __future__ import annotations

from .freshness import age, good_until, is_stale, latest, newest, stale_rows
from .portable import JsonProvider, dump
from .records import DataError, Problem, Source, Table

__all__ = [
    "DataError", "JsonProvider", "Problem", "Source", "Table", "age", "dump", "good_until", "is_stale", "latest",
    "newest", "packages", "resources", "sources", "stale_rows", "table", "use",
]

_provider = None
_tables: dict = {}


def use(provider) -> None:
    """Take rows from this provider from now on; `None` goes back to the files under datasets/."""
    global _provider
    _provider = provider
    _tables.clear()


def packages() -> tuple:
    """Names of all data packages, sorted."""
    return tuple(_current().packages())


def resources(package: str) -> tuple:
    """Names of the tables of a package; the first one is what `table(package)` gives."""
    return tuple(_current().resources(package))


def table(package: str, resource: str | None = None) -> Table:
    """A checked table, read once; its rows carry `source_title`, `source_url` and `source_date`.

    Raises `DataError` naming every broken row. The rows are shared: copy a row before changing it.
    """
    name = resource or resources(package)[0]
    key = (package, name)
    if key not in _tables:
        _tables[key] = _read(package, name)
    return _tables[key]


def sources(rows) -> tuple:
    """The distinct sources of some rows, in the order in which they first appear."""
    found: dict = {}
    for row in rows:
        source = Source(row["source_title"], row["source_url"], row.get("source_date"), row["checked"], row["confidence"])
        found.setdefault(source, None)
    return tuple(found)


def _current():
    global _provider
    if _provider is None:
        from .files import FileProvider

        _provider = FileProvider()
    return _provider


def _read(package: str, name: str) -> Table:
    provider = _current()
    raw = provider.resource(package, name)
    rows = tuple(raw["rows"])
    if rows and "source" in rows[0] and name != "sources":
        rows = _join(rows, table(package, "sources").rows)
    return Table(
        name=name,
        package=package,
        title=raw["title"],
        title_en=raw["title_en"],
        licence=raw["licence"],
        attribution=raw["attribution"],
        shelf_life_months=raw["shelf_life_months"],
        date_column=raw["date_column"],
        vintage_of=tuple(raw["vintage_of"]),
        rows=rows,
    )


def _join(rows: tuple, source_rows: tuple) -> tuple:
    known = {row["key"]: {"source_" + name: row[name] for name in row if name != "key"} for row in source_rows}
    return tuple({**known[row["source"]], **row} for row in rows)
