"""The records of the data floor: a table, a source, and what is wrong with a file."""

from __future__ import annotations

from collections import namedtuple

Table = namedtuple(
    "Table",
    "name package title title_en licence attribution shelf_life_months date_column vintage_of rows",
)
Table.__doc__ = """One checked resource of a data package.

`rows` is a tuple of plain dicts. `date_column` is where a row's age counts from, `vintage_of` the columns
that name one fact over time: rows alike in them are vintages of one fact. Without a date nothing ages.
"""

Source = namedtuple("Source", "title url date checked confidence")
Source.__doc__ = """Where a figure comes from; `date` may be a year, a month, a day or None."""

Problem = namedtuple("Problem", "file row column code reason reason_en")
Problem.__doc__ = """One thing wrong with one file; `row` counts as in a spreadsheet (the header is row 1).

`row` and `column` are None where the whole file is meant. `code` is a short name of the rule.
"""


class DataError(Exception):
    """A data package cannot be used; `problems` names file, row, column and reason of every fault."""

    def __init__(self, problems):
        self.problems = tuple(problems)
        super().__init__("\n".join(describe(problem) for problem in self.problems))


def describe(problem: Problem) -> str:
    """One problem as one line, in Indonesian and then in English."""
    place, place_en = problem.file, problem.file
    if problem.row is not None:
        place, place_en = f"{place}, baris {problem.row}", f"{place_en}, row {problem.row}"
    if problem.column is not None:
        place, place_en = f"{place}, kolom {problem.column}", f"{place_en}, column {problem.column}"
    return f"{place}: {problem.reason} | {place_en}: {problem.reason_en}"
