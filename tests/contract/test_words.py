"""Numbers in words, as they are said in Indonesian and in English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekal.calculators.words import LARGEST, in_words

SAID = [
    (0, "nol", "zero"),
    (10, "sepuluh", "ten"),
    (11, "sebelas", "eleven"),
    (15, "lima belas", "fifteen"),
    (21, "dua puluh satu", "twenty-one"),
    (100, "seratus", "one hundred"),
    (850, "delapan ratus lima puluh", "eight hundred fifty"),
    (1_000, "seribu", "one thousand"),
    (1_999, "seribu sembilan ratus sembilan puluh sembilan", "one thousand nine hundred ninety-nine"),
    (2_000, "dua ribu", "two thousand"),
    (101_000, "seratus satu ribu", "one hundred one thousand"),
    (1_500_000, "satu juta lima ratus ribu", "one million five hundred thousand"),
    (1_001_000, "satu juta seribu", "one million one thousand"),
    (2_000_000_000, "dua miliar", "two billion"),
    (10**12, "satu triliun", "one trillion"),
]


@pytest.mark.parametrize(("number", "indonesian", "english"), SAID)
def test_said(number, indonesian, english):
    assert in_words(number, "id") == indonesian
    assert in_words(number, "en") == english
    assert in_words(number, "jv") == indonesian


@given(st.integers(0, LARGEST), st.integers(0, LARGEST), st.sampled_from(["id", "en"]))
def test_no_two_numbers_are_said_alike(one, other, lang):
    assert (in_words(one, lang) == in_words(other, lang)) == (one == other)


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_a_number_without_words_is_refused(number):
    with pytest.raises(ValueError, match="no words"):
        in_words(number, "id")
