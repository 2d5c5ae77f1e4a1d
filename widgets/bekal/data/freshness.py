"""How old a row is and until when it may be shown without "periksa lagi"; today is always an argument.

A date in a table may be a day, a month, a quarter ("2025-Q3"), a year or a school year ("2023/2024"). It
counts from its last day.
"""

from __future__ import annotations

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def last_day(period: str) -> str:
    """The last day a period names: 2024-02-29 for "2024-02", 2025-09-30 for "2025-Q3"."""
    if "/" in period:
        return period.split("/")[1] + "-06-30"
    parts = period.split("-")
    year = int(parts[0])
    if len(parts) == 3:
        return period
    if len(parts) == 1:
        month = 12
    elif parts[1].startswith("Q"):
        month = 3 * int(parts[1][1:])
    else:
        month = int(parts[1])
    return _iso(year, month, days_in(year, month))


def good_until(row: dict, table) -> str | None:
    """The last day on which a row is fresh; None where its table does not age.

    A row that says itself until when it holds (`valid_to`) is good exactly until then. A row without a date is
    good on the day it was checked and no longer, since nobody can say how old it is.
    """
    if row.get("valid_to"):
        return last_day(row["valid_to"])
    if not table.shelf_life_months:
        return None
    if not _dated(row, table):
        return row["checked"]
    return _add_months(last_day(_dated(row, table)), table.shelf_life_months)


def is_stale(row: dict, table, today) -> bool:
    """Whether a row is past its shelf life on `today`, an ISO string or a date."""
    limit = good_until(row, table)
    return limit is not None and str(today) > limit


def age(row: dict, table, today) -> int | None:
    """Whole months since the row's date; None where it has none."""
    if not _dated(row, table):
        return None
    start = last_day(_dated(row, table)).split("-")
    now = str(today).split("-")
    months = (int(now[0]) - int(start[0])) * 12 + int(now[1]) - int(start[1])
    # A source known only by its year may end after today.
    return max(0, months - 1 if int(now[2]) < int(start[2]) else months)


def newest(table) -> tuple:
    """The newest vintage of every fact of a table, in the table's order; older vintages are history."""
    if not table.vintage_of:
        return table.rows
    best: dict = {}
    for row in table.rows:
        key = tuple(row[column] for column in table.vintage_of)
        if key not in best or _stamp(row, table) >= _stamp(best[key], table):
            best[key] = row
    return tuple(best.values())


def latest(table, **where) -> dict | None:
    """The newest row whose columns equal `where`, or None: `latest(rates, currency="MYR")`."""
    rows = [row for row in table.rows if all(row[name] == value for name, value in where.items())]
    return max(rows, key=lambda row: _stamp(row, table)) if rows else None


def stale_rows(table, today) -> tuple:
    """Those newest rows of a table that are past their shelf life: what `bekal check` warns of."""
    return tuple(row for row in newest(table) if is_stale(row, table, today))


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _MONTH_DAYS[month - 1]


def _stamp(row: dict, table) -> tuple:
    """When a vintage began: its `valid_from` where it has one, then the date its age counts from."""
    begin = row.get("valid_from")
    dated = _dated(row, table)
    return (last_day(begin) if begin else "", last_day(dated) if dated else "")


def _dated(row: dict, table) -> str | None:
    return row.get(table.date_column) if table.date_column else None


def _add_months(day: str, months: int) -> str:
    year, month, number = (int(part) for part in day.split("-"))
    total = year * 12 + month - 1 + months
    year, month = total // 12, total % 12 + 1
    return _iso(year, month, min(number, days_in(year, month)))


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}"
