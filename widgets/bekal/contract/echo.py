"""Reads a typed amount back, in figures and in words, so that a slip of the finger is seen."""

from __future__ import annotations

from bekal.calculators.money import CURRENCIES, Money, units
from bekal.calculators.words import LARGEST, in_words
from bekal.contract import values
from bekal.contract.text import T, Text, from_data

UNIT_NAMES = {
    "IDR": ("rupiah", "rupiah"),
    "MYR": ("ringgit", "ringgit"),
    "SGD": ("dolar Singapura", "Singapore dollars"),
    "HKD": ("dolar Hong Kong", "Hong Kong dollars"),
    "TWD": ("dolar Taiwan", "Taiwan dollars"),
    "KRW": ("won", "won"),
    "JPY": ("yen", "yen"),
    "BND": ("dolar Brunei", "Brunei dollars"),
    "SAR": ("riyal", "riyals"),
    "AED": ("dirham", "dirhams"),
    "QAR": ("riyal Qatar", "Qatari riyals"),
    "KWD": ("dinar Kuwait", "Kuwaiti dinars"),
    "BHD": ("dinar Bahrain", "Bahraini dinars"),
    "OMR": ("rial Oman", "Omani rials"),
    "JOD": ("dinar Yordania", "Jordanian dinars"),
    "THB": ("baht", "baht"),
    "AUD": ("dolar Australia", "Australian dollars"),
    "USD": ("dolar Amerika", "US dollars"),
    "EUR": ("euro", "euros"),
    "GBP": ("pound", "pounds"),
    "PLN": ("zloty", "zloty"),
    "TRY": ("lira", "lira"),
}
SMALL_NAMES = {2: ("sen", "cents"), 3: ("fils", "fils")}


def unit_name(currency: str) -> Text:
    """What people call one unit of a currency."""
    return from_data(*UNIT_NAMES[currency])


def read_back(money: Money) -> Text:
    """`RM850,50 (delapan ratus lima puluh ringgit lima puluh sen)`."""
    return T("{amount} ({words})", amount=values.money(money), words=spoken(money))


def spoken(money: Money) -> Text:
    """An amount as it is said aloud."""
    whole, rest = divmod(money.amount, units(money.currency))
    if whole > LARGEST:
        return T("jumlah yang sangat besar")
    names = UNIT_NAMES[money.currency]
    small = SMALL_NAMES.get(CURRENCIES[money.currency][1])

    def say(lang: str, at: int) -> str:
        words = f"{in_words(whole, lang)} {names[at]}"
        return f"{words} {in_words(rest, lang)} {small[at]}" if rest and small else words

    return from_data(say("id", 0), say("en", 1))
