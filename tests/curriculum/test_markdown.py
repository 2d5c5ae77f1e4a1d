"""Markdown is split where a translator would split it, and nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekal.curriculum.markdown import blocks, has_words, translated

SPLIT = {
    "paragraphs": ("Satu.\nMasih satu.\n\n\nDua.", ["Satu.\nMasih satu.", "Dua."]),
    "a heading": ("# Judul\n\nIsi.", ["# Judul", "Isi."]),
    "a list": ("- satu\n- dua\n\nIsi.", ["- satu\n- dua", "Isi."]),
    "a list with blank lines": ("- satu\n\n- dua\n\n  lagi\n\nIsi.", ["- satu\n\n- dua\n\n  lagi", "Isi."]),
    "two kinds of lists": ("- satu\n\n1. dua\n\n2. tiga", ["- satu", "1. dua\n\n2. tiga"]),
    "a table": ("|a|b|\n|-|-|\n|1|2|\n\nIsi.", ["|a|b|\n|-|-|\n|1|2|", "Isi."]),
    "a fence": ("```\nsatu\n\ndua\n```\n\nIsi.", ["```\nsatu\n\ndua\n```", "Isi."]),
    "an open fence": ("```\nsatu\n\ndua", ["```\nsatu\n\ndua"]),
    "Windows line ends": ("Satu.\r\n\r\nDua.\r\n", ["Satu.", "Dua."]),
    "nothing": ("\n \n", []),
}


@pytest.mark.parametrize("what", SPLIT)
def test_blocks(what):
    text, expected = SPLIT[what]
    assert blocks(text) == expected


def test_a_missing_translation_stays_indonesian():
    assert translated("# Judul\n\nIsi.\n", {"# Judul": "# Title"}) == "# Title\n\nIsi."


def test_rules_and_numbers_have_no_words():
    assert [has_words(text) for text in ("---", "123", "Rp1", "é")] == [False, False, True, True]


@given(st.text(alphabet="ab#-1. \n|`"))
def test_splitting_again_changes_nothing(text):
    found = blocks(text)
    assert blocks("\n\n".join(found)) == found
