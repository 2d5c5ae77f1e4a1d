"""One table of typed values and their words holds Python (Babel) and the browser (Intl) equal."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bekal.calculators.money import CURRENCIES
from bekal.contract import formatting
from bekal.frontend import assets

TABLE = yaml.safe_load((Path(__file__).parents[1] / "cases" / "formatting.yaml").read_text("utf-8"))
LANGUAGES = ("id", "en")
SAY_ALL = """async ([source, lang, currencies, values]) => {
  const { speaker } = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  return values.map(speaker(lang, currencies));
}"""


def expected(lang: str) -> list[str]:
    return [case[lang].replace("·", "\u00a0") for case in TABLE]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_python_writes_every_value_as_the_table_says(lang):
    assert [formatting.say(case["value"], lang) for case in TABLE] == expected(lang)


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_browser_writes_every_value_as_the_table_says(page, lang):
    values = [case["value"] for case in TABLE]
    assert page.evaluate(SAY_ALL, [assets.joined("format.js"), lang, CURRENCIES, values]) == expected(lang)


@pytest.mark.browser
def test_a_language_that_the_browser_lacks_is_written_as_indonesian(page):
    values = [{"count": 1500}, {"date": "2026-08"}]
    assert page.evaluate(SAY_ALL, [assets.joined("format.js"), "xx", CURRENCIES, values]) == ["1.500", "Agustus 2026"]


def test_the_table_is_long_enough_and_rejects_a_wrong_word():
    assert len(TABLE) >= 40
    assert formatting.say({"money": 1000, "currency": "IDR"}, "id") != "Rp1,000"
