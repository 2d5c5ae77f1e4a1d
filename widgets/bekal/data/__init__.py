"""The facts Bekal teaches with: checked tables, their sources and their age.

A provider hands over typed rows; this module joins tables that point to each other and keeps each one once.
Only `collections` is imported until files are read, because the same code also runs in a browser.
"""

from __future__ import annotations

from .freshness import age, good_until, is_stale, latest, newest, stale_rows
from .portable import JsonProvider, dump
from .records import DataError, Problem, Source, Table

__all__ = [
    "DataError",
    "JsonProvider",
    "Problem",
    "Source",
    "Table",
    "age",
    "dump",
    "good_until",
    "is_stale",
    "latest",
    "newest",
    "packages",
    "resources",
    "sources",
    "stale_rows",
    "table",
    "use",
]

_provider = None
_tables: dict = {}
_kept: list = []


def use(provider) -> None:
    """Take rows from this provider from now on; `None` goes back to the files under datasets/."""
    global _provider
    _provider = provider
    for known in (_tables, *_kept):
        known.clear()


def kept(function):
    """Decorates what is worked out from tables: worked out once for each arguments, until other data are used."""
    known: dict = {}
    _kept.append(known)

    def once(*args):
        if args not in known:
            known[args] = function(*args)
        return known[args]

    once.__doc__, once.__name__ = function.__doc__, function.__name__
    return once


def packages() -> tuple:
    """Names of all data packages, sorted."""
    return tuple(_current().packages())


def resources(package: str) -> tuple:
    """Names of the tables of a package; the first one is what `table(package)` gives."""
    return tuple(_current().resources(package))


def table(package: str, resource: str | None = None) -> Table:
    """A checked table, read once; where a row points to another table, that row's columns stand beside it.

    So `source` brings `source_title`, `source_url` and `source_date`, and `corridor_from` brings
    `corridor_from_name`. Raises `DataError` naming every broken row. The rows are shared: copy before
    changing one.
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
        where = (row["source_title"], row["source_url"], row["source_date"])
        found.setdefault(Source(*where, row["checked"], row["confidence"]), None)
    return tuple(found)


def _current():
    global _provider
    if _provider is None:
        from .files import FileProvider

        _provider = FileProvider()
    return _provider


def _read(package: str, name: str) -> Table:
    raw = _current().resource(package, name)
    rows = tuple(raw["rows"])
    for column, target, key in raw["foreign_keys"]:
        rows = _join(rows, column, table(package, target).rows, key)
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


def _join(rows: tuple, column: str, others: tuple, key: str) -> tuple:
    """Rows with the columns of the rows they point to: `source` brings `source_title` and so on."""
    names = [name for name in (others[0] if others else ()) if name != key]
    known = {other[key]: {f"{column}_{name}": other[name] for name in names} for other in others}
    nothing = {f"{column}_{name}": None for name in names}
    return tuple({**row, **known.get(row[column], nothing)} for row in rows)
