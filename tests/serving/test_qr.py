"""A QR code that phones can read, on a page and in whatever terminal the trainer has."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET

import pytest
import segno

from bekal.serving import qr

ADDRESS = "http://192.168.43.101:8866/"
DARK_LETTERS = {"colours": {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)},
                "plain": {"█": (0, 0), "▄": (1, 0), "▀": (0, 1), " ": (1, 1)}}  # fmt: skip


def modules(border: int = qr.BORDER) -> list[list[int]]:
    """The code as segno draws it: rows of dark and light modules."""
    return [list(row) for row in segno.make(ADDRESS, error="l", micro=False).matrix_iter(border=border)]


@pytest.mark.parametrize("shape", ["colours", "plain"])
def test_half_blocks_show_every_module(shape):
    text = qr.terminal(ADDRESS, colours=shape == "colours")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", text).split("\n")
    rows = []
    for line in lines:
        pairs = [DARK_LETTERS[shape][letter] for letter in line]
        rows += [[upper for upper, _ in pairs], [lower for _, lower in pairs]]
    expected = modules()
    assert rows[: len(expected)] == expected
    assert len({len(line) for line in lines}) == 1
    assert max(map(len, lines)) <= 80


def test_colours_are_set_and_taken_back_on_every_line():
    for line in qr.terminal(ADDRESS, colours=True).split("\n"):
        assert line.startswith(qr.BLACK_ON_WHITE)
        assert line.endswith(qr.AS_BEFORE)
    assert "\x1b" not in qr.terminal(ADDRESS, colours=False)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "nothing-known"])
def test_terminal_without_blocks(encoding):
    text = qr.terminal(ADDRESS, colours=False, encoding=encoding)
    assert set(text) <= set("# \n")
    assert [[int(pair == "  ") for pair in re.findall("..", line)] for line in text.split("\n")] == modules()


def test_old_windows_code_page_has_half_blocks():
    assert "▀" in qr.terminal(ADDRESS, colours=False, encoding="cp437")


def test_file_is_no_place_for_colours():
    assert not qr.shows_colours(io.StringIO())


def test_svg_fills_its_place_and_has_a_title():
    root = ET.fromstring(qr.svg(ADDRESS, "Kode <QR> & alamat"))
    assert root.get("viewBox")
    assert root.get("width") is None
    assert root.find("{http://www.w3.org/2000/svg}title").text == "Kode <QR> & alamat"
