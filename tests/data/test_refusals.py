"""Every way a table can be broken is refused with its file, row, column and reason; frictionless agrees."""

from __future__ import annotations

import pytest

from bekal import data
from bekal.data.files import FileProvider
from bekal.data.messages import REASONS
from bekal.data.validate import frictionless_problems, light_problems, validate
from tests.data.small import FARES

# What is replaced by what, and where it must be seen: row, column, code.
BOTH_REFUSE = [
    ("12.5,", "twelve,", (2, "price", "number")),
    ("12.5,", ",", (2, "price", "required")),
    ("12.5,", "0.49,", (2, "price", "minimum")),
    ("12.5,", "1000.01,", (2, "price", "maximum")),
    ("13,0,", "13,10,", (3, "stops", "maximum")),
    ("13,0,", "13,-1,", (3, "stops", "minimum")),
    ("13,0,", "13,1.5,", (3, "stops", "integer")),
    ("false", "perhaps", (4, "daily", "boolean")),
    ("2025-01-01", "2025-02-29", (2, "valid_from", "date")),
    ("2025-01-01", "1/1/2025", (2, "valid_from", "date")),
    ("nunukan-tawau", "Nunukan", (4, "route", "pattern")),
    ("nunukan-tawau,,", "nunukan-tawau,sail,", (4, "class", "enum")),
    ("low", "sure", (4, "confidence", "enum")),
    ("2026-01-01,A2", "2025-01-01,A2", (3, "route", "duplicate")),
    ("A2", "A1", (3, "code", "duplicate")),
    ("crew", "nobody", (4, "source", "foreign-key")),
    ("A1,harbour,", "A1,", (2, None, "cells")),
    ("A1,harbour,", "A1,harbour,harbour,", (2, None, "cells")),
    ("\nnunukan", "\n\nnunukan", (4, None, "blank-row")),
]

# The light loader is stricter here: a float is never rounded, a word is never guessed.
ONLY_LIGHT_REFUSES = [
    ("12.5,", "12.505,", (2, "price", "scale")),
    ("12.5,", "1.25e1,", (2, "price", "number")),
    ("false", "False", (4, "daily", "boolean")),
]


def refusals(small) -> list:
    """What the loader says about the fares: row, column and code of every problem."""
    with pytest.raises(data.DataError) as caught:
        FileProvider(small.root).resource("fares", "fares")
    assert {problem.file for problem in caught.value.problems} == {"fares/fares.csv"}
    return [(problem.row, problem.column, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(("old", "new", "expected"), BOTH_REFUSE + ONLY_LIGHT_REFUSES)
def test_a_broken_row_is_refused_by_row_column_and_reason(small, old, new, expected):
    small.break_fares(old, new)
    assert refusals(small) == [expected]


@pytest.mark.parametrize(("old", "new", "expected"), BOTH_REFUSE)
def test_frictionless_refuses_the_same_row(small, old, new, expected):
    small.break_fares(old, new)
    found = frictionless_problems("fares", small.root)
    assert {problem.file for problem in found} == {"fares/fares.csv"}
    assert {problem.row for problem in found} == {expected[0]}
    if expected[2] not in ("duplicate", "foreign-key", "cells", "blank-row"):
        assert [problem.column for problem in found] == [expected[1]]


@pytest.mark.parametrize(("old", "new", "expected"), ONLY_LIGHT_REFUSES)
def test_frictionless_is_laxer_about_numbers_and_words(small, old, new, expected):
    small.break_fares(old, new)
    assert frictionless_problems("fares", small.root) == []
    assert [problem.code for problem in validate("fares", small.root)] == [expected[2]]


def test_a_sound_package_has_no_problem_for_either(small):
    assert light_problems("fares", small.root) == []
    assert frictionless_problems("fares", small.root) == []


def test_a_problem_is_not_told_twice(small):
    small.break_fares("12.5,", "twelve,")
    assert [problem.code for problem in validate("fares", small.root)] == ["number"]


def test_all_broken_rows_are_named_at_once(small):
    small.write("fares.csv", FARES.replace("12.5", "x").replace("false", "no").replace("13,0", ",0"))
    expected = [(2, "price", "number"), (3, "price", "required"), (4, "daily", "boolean")]
    assert refusals(small) == expected


def test_all_broken_cells_of_a_row_are_named(small):
    small.break_fares("deck,12.5,0,true", "sail,x,-1,yes")
    columns = [("class", "enum"), ("price", "number"), ("stops", "minimum"), ("daily", "boolean")]
    assert refusals(small) == [(2, *place) for place in columns]


def test_the_message_speaks_both_languages(small):
    small.break_fares("12.5,", "twelve,")
    with pytest.raises(data.DataError) as caught:
        FileProvider(small.root).resource("fares", "fares")
    assert str(caught.value) == (
        "fares/fares.csv, baris 2, kolom price: 'twelve' bukan angka (contoh: 3.61)"
        " | fares/fares.csv, row 2, column price: 'twelve' is not a number (such as 3.61)"
    )


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_every_reason_has_both_languages_with_the_same_values(reason):
    indonesian, english = REASONS[reason]
    assert indonesian != english
    assert sorted(_placeholders(indonesian)) == sorted(_placeholders(english))


def _placeholders(sentence: str) -> list:
    return [part.split("}")[0] for part in sentence.split("{")[1:]]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", [(None, None, "empty")]),
        (FARES.replace("route,", "rute,").encode(), [(1, "route", "missing-column"), (1, "rute", "extra-column")]),
        (
            FARES.replace("route,class", "class,route").encode(),
            [(1, "class", "column-order"), (1, "route", "column-order")],
        ),
        (FARES.replace("code,", "code,code,").encode(), [(1, "code", "extra-column")]),
        (FARES.replace("nunukan", "nunuk\xe4n").encode("latin-1"), [(4, None, "encoding")]),
        (FARES.replace("A2", '"A"2').encode(), [(3, None, "csv")]),
    ],
)
def test_a_file_that_cannot_be_read_says_why(small, content, expected):
    small.write("fares.csv", content)
    assert refusals(small) == expected
    assert frictionless_problems("fares", small.root) or expected[0][2] == "csv"


def test_a_missing_file_is_named(small):
    small.path("fares.csv").unlink()
    assert refusals(small) == [(None, None, "missing-file")]


def test_a_broken_table_of_sources_is_told_once_and_not_for_each_row(small):
    small.path("sources.csv").unlink()
    assert [(p.file, p.code) for p in light_problems("fares", small.root)] == [("fares/sources.csv", "missing-file")]
    data.use(FileProvider(small.root))
    with pytest.raises(data.DataError, match=r"fares/sources\.csv: berkas tidak ada"):
        data.table("fares")


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf" + FARES.encode(), FARES.replace("\n", "\r\n").encode()])
def test_spreadsheets_may_add_a_mark_or_their_own_line_ends(small, content):
    good = FileProvider(small.root).resource("fares", "fares")["rows"]
    small.write("fares.csv", content)
    assert FileProvider(small.root).resource("fares", "fares")["rows"] == good
    assert validate("fares", small.root) == []


def test_rows_count_as_in_a_spreadsheet_also_after_a_cell_of_two_lines(small):
    small.write("fares.csv", FARES.replace("A1", '"A\n1"').replace("false", "no"))
    assert refusals(small) == [(4, "daily", "boolean")]


@pytest.mark.parametrize(
    ("old", "new", "place", "code"),
    [
        ("name: fares", "name: ferries", "name", "folder-name"),
        ("version: 1.0.0\n", "", "version", "needed"),
        ("    title: Ongkos kapal\n", "", "fares.title", "needed"),
        (
            "type: string, title: T, description: D, constraints: {required: true, pattern",
            "type: text, title: T, description: D, constraints: {pattern",
            "fares.route",
            "field-type",
        ),
        ('"bekal:scale": 100', '"bekal:scale": 50', "fares.price", "field-scale"),
        ("minimum: 0.5", "minimum: 0.505", "fares.price", "scale"),
        ("minimum: 0,", "least: 0,", "fares.stops", "constraint"),
        ("primaryKey: [route, valid_from]", "primaryKey: [way]", "fares.primaryKey", "no-column"),
        ("resource: sources", "resource: origins", "fares.foreignKeys", "foreign-schema"),
        ("date_column: valid_from", "date_column: since", "fares.bekal:date_column", "no-column"),
        ("vintage_of: [route]", "vintage_of: [way]", "fares.bekal:vintage_of", "no-column"),
        ("shelf_life_months: 12", "shelf_life_months: long", "fares.bekal:shelf_life_months", "shelf-life"),
        ("name: checked", "name: looked_at", "fares.bekal:shelf_life_months", "shelf-life"),
    ],
)
def test_a_broken_descriptor_is_refused(small, old, new, place, code):
    small.break_descriptor(old, new)
    with pytest.raises(data.DataError) as caught:
        FileProvider(small.root).descriptor("fares")
    assert (place, code) in [(problem.column, problem.code) for problem in caught.value.problems]
    assert validate("fares", small.root) == list(caught.value.problems)


@pytest.mark.parametrize(("content", "code"), [("name: [", "yaml"), ("just a sentence", "not-a-mapping")])
def test_a_descriptor_that_is_no_yaml_is_refused(small, content, code):
    small.write("datapackage.yaml", content)
    assert [problem.code for problem in validate("fares", small.root)] == [code]
