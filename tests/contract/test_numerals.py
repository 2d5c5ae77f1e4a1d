"""Amounts as people type them: understood, asked or refused, never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekal.calculators.money import CURRENCIES, digits
from bekal.contract.numerals import MARKS, read_number, write_number
from tests.support.paper import cases

LANGS = st.sampled_from(["id", "en"])
CODES = st.sampled_from(sorted(CURRENCIES))


@pytest.mark.parametrize("case", cases("typed_numbers"), ids=lambda case: f"{case['typed'][:20]}-{case['currency']}")
def test_typed_number(case):
    reading = read_number(case["typed"], digits(case["currency"]), case.get("lang", "id"), case["currency"])
    assert reading.value == case.get("value")
    assert list(reading.options) == case.get("options", [])
    if "problem" in case:
        assert reading.problem.message == case["problem"]


@given(st.integers(0, 10**15), CODES, LANGS)
def test_what_is_written_out_is_read_back(value, currency, lang):
    written = write_number(value, digits(currency), MARKS.get(lang, ","))
    reading = read_number(written, digits(currency), lang, currency)
    if digits(currency) == 3:  # 1.500 dinar may mean a thousand and a half or one and a half: that is asked
        assert reading.value == value or written in reading.options
    else:
        assert reading.value == value


@given(st.text(max_size=80), CODES, LANGS)
def test_any_text_is_read_asked_or_refused(typed, currency, lang):
    reading = read_number(typed, digits(currency), lang, currency)
    assert (reading.value is None) == (reading.problem is not None)


@given(st.text("0123456789., ", min_size=1, max_size=20), CODES, LANGS)
def test_an_offered_meaning_is_itself_clear(typed, currency, lang):
    for option in read_number(typed, digits(currency), lang, currency).options:
        again = read_number(option, digits(currency), lang, currency)
        assert again.value is not None or digits(currency) == 3
