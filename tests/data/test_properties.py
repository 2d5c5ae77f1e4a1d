"""What must hold for any cell: decimals stay exact, and nothing but a named refusal comes out of bad text."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekal.data.derived import as_text
from bekal.data.files import FileProvider
from bekal.data.schema import Refused, converter
from tests.data.small import FARES, Small

SCALES = st.sampled_from([1, 10, 100, 10_000, 1_000_000])


def number(scale: int) -> dict:
    """A schema field of decimals."""
    return {"name": "n", "type": "number", "bekal:scale": scale}


@given(st.integers(), SCALES)
def test_a_decimal_survives_writing_and_reading(value, scale):
    assert converter(number(scale))(as_text(value, number(scale))) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9), SCALES)
def test_a_decimal_is_exact_or_refused(decimal, scale):
    text = f"{decimal:f}"
    if decimal * scale == int(decimal * scale):
        assert converter(number(scale))(text) == decimal * scale
    else:
        with pytest.raises(Refused):
            converter(number(scale))(text)


@given(st.text(), st.sampled_from(["integer", "number", "boolean", "date"]))
def test_any_text_is_cast_or_refused(text, kind):
    convert = converter({"name": "n", "type": kind, "bekal:scale": 100})
    try:
        value = convert(text)
    except Refused:
        return
    assert isinstance(value, int | str)
    if kind == "number":
        assert Decimal(text) * 100 == value


def with_cell(row: int, column: int, text: str) -> bytes:
    """The fares with one cell replaced."""
    records = list(csv.reader(io.StringIO(FARES)))
    records[row][column] = text
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(records)
    return out.getvalue().encode("utf-8", "surrogatepass")


@given(st.integers(1, 3), st.integers(0, 9), st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_broken_cell_never_breaks_another_row(tmp_path_factory, row, column, text):
    small = Small(tmp_path_factory.mktemp("fares"))
    small.write("fares.csv", with_cell(row, column, text))
    sheet = FileProvider(small.root).sheet("fares", "fares")
    # A row that repeats another may be reported at the later of the two.
    assert all(problem.row == row + 1 or problem.code == "duplicate" for problem in sheet.problems)
    assert json.dumps(sheet.rows)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    small = Small(tmp_path_factory.mktemp("fares"))
    small.write("fares.csv", content)
    assert FileProvider(small.root).sheet("fares", "fares").problems
