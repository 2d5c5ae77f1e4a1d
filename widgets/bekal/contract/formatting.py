"""Typed values and texts as words on paper and in `repr`, formatted by Babel as the browser does by `Intl`."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from bekal.calculators.money import CURRENCIES

MONTH, DAY = 7, 10  # lengths of 2026-11 and 2026-11-24
THIN_JOIN = "\u00a0"


@cache
def locale_of(lang: str) -> Locale:
    """How a language writes numbers and dates; one that Babel does not know, such as Sasak, writes as Indonesian."""
    try:
        return Locale.parse(lang)
    except UnknownLocaleError:
        return Locale.parse("id")


def say(shown, lang: str) -> str:
    """A JSON text, typed value or plain string in words."""
    if isinstance(shown, str):
        return shown
    if shown is None:
        return "–"
    if "text" in shown:
        return _fill(shown["text"], {name: say(value, lang) for name, value in shown["values"].items()})
    return FORMATS[next(kind for kind in FORMATS if kind in shown)](shown, lang)


def _fill(sentence: str, words: dict) -> str:
    """Fills all places in one pass, so that braces within a filled word stay as they are."""
    return re.sub(r"\{(\w+)\}", lambda place: words.get(place[1], place[0]), sentence)


def _number(scaled: int, places: int, lang: str, fixed: bool) -> str:
    """A scaled number, with all its decimals or only those that are not zero."""
    whole, rest = divmod(abs(scaled), 10**places)
    fraction = f"{rest:0{places}d}" if places else ""
    fraction = fraction if fixed else fraction.rstrip("0")
    marks = locale_of(lang).number_symbols["latn"]
    sign = "-" if scaled < 0 else ""
    return sign + format_decimal(whole, locale=locale_of(lang)) + (marks["decimal"] + fraction if fraction else "")


def _money(shown: dict, lang: str) -> str:
    symbol, places = CURRENCIES[shown["currency"]]
    has_cents = shown["money"] % 10**places != 0
    number = _number(
        abs(shown["money"]) if has_cents else abs(shown["money"]) // 10**places,
        places if has_cents else 0,
        lang,
        fixed=True,
    )
    return ("-" if shown["money"] < 0 else "") + symbol.replace(" ", THIN_JOIN) + number


def _rate(shown: dict, lang: str) -> str:
    keep = shown["digits"]
    step = 10 ** (4 - keep)
    scaled = _half_up(shown["rate"], step)
    return _number(scaled, keep, lang, fixed=False) + "%"


def _half_up(value: int, step: int) -> int:
    size = (2 * abs(value) + step) // (2 * step)
    return size if value >= 0 else -size


def _decimal(shown: dict, lang: str) -> str:
    return _number(shown["decimal"], shown["digits"], lang, fixed=False)


def _count(shown: dict, lang: str) -> str:
    return _number(shown["count"], 0, lang, fixed=False)


def _date(shown: dict, lang: str) -> str:
    from datetime import date

    iso = shown["date"]
    if len(iso) == DAY:
        return format_date(date.fromisoformat(iso), "d MMMM y", locale=locale_of(lang))
    if len(iso) == MONTH:
        return format_date(date.fromisoformat(iso + "-01"), "MMMM y", locale=locale_of(lang))
    return iso


def _quarter(shown: dict, lang: str) -> str:
    year, number = shown["quarter"].split("-")
    first = format_month(int(number) * 3 - 2, lang)
    return f"{first}–{format_month(int(number) * 3, lang)} {year}"


def format_month(number: int, lang: str) -> str:
    """The name of a month, 1 to 12."""
    return locale_of(lang).months["format"]["wide"][number]


FORMATS = {
    "money": _money,
    "rate": _rate,
    "decimal": _decimal,
    "count": _count,
    "date": _date,
    "quarter": _quarter,
}
