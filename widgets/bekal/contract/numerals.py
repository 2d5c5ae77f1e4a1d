"""Reads numbers as people type them: `1.500.000`, `Rp 1,5 juta`, `850,50`; what has two readings is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bekal.calculators.money import CURRENCIES
from bekal.contract.text import T, Text, literal

LONGEST = 64
MARKS = {"en": "."}  # the decimal mark of a language; Indonesian and its neighbours use the comma
POWERS = (
    (3, "ribu rb k thousand"),
    (6, "juta jt million"),
    (9, "miliar milyar billion"),
    (12, "triliun trilyun trillion"),
)
MULTIPLIERS = {word: power for power, words in POWERS for word in words.split()}
UNCLEAR_MULTIPLIERS = {"m": (6, 9), "b": (9,), "t": (12,)}
CURRENCY_WORDS = {
    "rp": ("IDR",),
    "rupiah": ("IDR",),
    "rm": ("MYR",),
    "ringgit": ("MYR", "BND"),
    "yen": ("JPY",),
    "won": ("KRW",),
    "riyal": ("SAR", "QAR"),
    "real": ("SAR",),
    "dirham": ("AED",),
    "baht": ("THB",),
    "dinar": ("KWD", "BHD", "JOD"),
    "rial": ("OMR", "SAR"),
    "nt": ("TWD",),
    "ntd": ("TWD",),
    "euro": ("EUR",),
    "$": ("USD", "SGD", "HKD", "TWD", "BND", "AUD"),
    "dolar": ("USD", "SGD", "HKD", "TWD", "BND", "AUD"),
    "dollar": ("USD", "SGD", "HKD", "TWD", "BND", "AUD"),
    "dollars": ("USD", "SGD", "HKD", "TWD", "BND", "AUD"),
}
CURRENCY_WORDS.update({code.lower(): (code,) for code in CURRENCIES})
CURRENCY_WORDS.update({symbol.strip().lower(): (code,) for code, (symbol, _) in CURRENCIES.items()})

PARTS = re.compile(r"(?P<before>[^0-9]*)(?P<number>[0-9][0-9., ]*)(?P<after>[^0-9]*)$")
EXAMPLE = T("Tulis dengan angka, misalnya 1.500.000 atau 1,5 juta.")


@dataclass(frozen=True)
class Reading:
    """What a typed number means: a whole scaled number, or the problem and the meanings to choose from."""

    value: int | None = None
    problem: Text | None = None
    options: tuple[str, ...] = ()


def read_number(typed: str, places: int, lang: str, currency: str | None = None) -> Reading:
    """The number in units of ten to the minus `places`; a currency sign must be that of `currency`."""
    text = re.sub(r"[\s\u00a0\u2009\u202f]+", " ", typed).strip().lower()
    if len(text) > LONGEST:
        return Reading(problem=T("Terlalu panjang. Tulis angkanya saja."))
    parts = PARTS.match(text)
    if not parts:
        return Reading(problem=EXAMPLE)
    if re.search("[-−–]", parts["before"]):
        return Reading(problem=T("Angka tidak boleh kurang dari nol."))
    words = (parts["before"] + " " + parts["after"]).split()
    powers, problem = _words(words, currency)
    if problem:
        return Reading(problem=problem)
    return _read(parts["number"].strip(" .,"), powers, places, lang)


def _words(words, currency: str | None):
    """The powers of ten that the words around a number may stand for, or what is wrong with them."""
    powers = (0,)
    for word in words:
        word = word.strip(".,-")  # prices end in ",-" on many signs
        if word in MULTIPLIERS and powers == (0,):
            powers = (MULTIPLIERS[word],)
        elif word in UNCLEAR_MULTIPLIERS and powers == (0,):
            powers = UNCLEAR_MULTIPLIERS[word]
        elif word in CURRENCY_WORDS and currency:
            if currency not in CURRENCY_WORDS[word]:
                symbol = literal(CURRENCIES[currency][0].strip())
                return powers, T("Isian ini dalam {symbol}. Ubah dulu jumlahnya ke {symbol}.", symbol=symbol)
        elif word:
            return powers, EXAMPLE
    return powers, None


def _read(number: str, powers, places: int, lang: str) -> Reading:
    mark = MARKS.get(lang, ",")
    shapes = _shapes(number, mark, places, powers != (0,))
    if not shapes:
        return Reading(problem=T("Titik atau komanya tidak pas. Tulis misalnya 1.500.000."))
    if len(shapes) > 1 or len(powers) > 1:
        options = [_typed(shape, power, mark, places) for shape in shapes for power in powers]
        options = tuple(dict.fromkeys(option for option in options if option))
        return Reading(problem=T("Ada lebih dari satu arti. Maksudnya yang mana?"), options=options)
    value = _scaled(shapes[0], powers[0], places)
    if value is not None:
        return Reading(value)
    if not places:
        return Reading(problem=T("Tulis tanpa angka di belakang koma."), options=_larger(shapes[0], mark))
    return Reading(problem=T("Terlalu banyak angka di belakang koma. Paling banyak {count}.", count={"count": places}))


def _shapes(number: str, mark: str, places: int, multiplied: bool) -> list[tuple[str, str]]:
    """All sensible `(whole, fraction)` readings of digits with points, commas and spaces."""
    separators = re.findall(r"[., ]", number)
    if not separators:
        return [(number, "")]
    last = separators[-1]
    grouped = _grouped(number)
    if len(set(separators)) > 1:
        whole, _, fraction = number.rpartition(last)
        whole = _grouped(whole)
        return [(whole, fraction)] if whole and last != " " and last not in separators[:-1] else []
    if len(separators) > 1 or last == " ":
        return [(grouped, "")] if grouped else []
    whole, fraction = number.split(last)
    if not grouped or whole == "0":
        return _one_mark(whole, fraction, last == mark, places, multiplied)
    if last != mark and places < 3 and not multiplied:
        return [(grouped, "")]
    return [(grouped, ""), (whole, fraction)]


def _one_mark(whole: str, fraction: str, own_mark: bool, places: int, multiplied: bool):
    """Readings of one mark that cannot be a group of three: a decimal, or a group with digits missing."""
    if own_mark or multiplied or len(fraction) == places or whole == "0" or len(whole) > 3 or len(fraction) > 3:
        return [(whole, fraction)]
    return [(whole + fraction.ljust(3, "0"), ""), (whole, fraction)]


def _grouped(number: str) -> str:
    """The digits without separators when every group after the first has three, else nothing."""
    groups = re.split(r"[., ]", number)
    marks = set(re.findall(r"[., ]", number))
    fits = 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    return "".join(groups) if len(marks) <= 1 and (fits or len(groups) == 1) else ""


def _scaled(shape: tuple[str, str], power: int, places: int) -> int | None:
    """The whole scaled number of a reading, or None when digits would be lost."""
    whole, fraction = shape[0], shape[1].rstrip("0")
    room = power + places - len(fraction)
    return int(whole + fraction) * 10**room if room >= 0 else None


def _typed(shape: tuple[str, str], power: int, mark: str, places: int) -> str:
    """A reading written out in full, ready to be typed again; nothing when it does not fit."""
    value = _scaled(shape, power, places)
    if value is None:
        return ""
    return write_number(value, places, mark)


def _larger(shape: tuple[str, str], mark: str) -> tuple[str, ...]:
    """What somebody may have meant who typed 1,5 where only whole numbers fit: thousands or millions."""
    return tuple(filter(None, (_typed(shape, power, mark, 0) for power in (3, 6))))


def write_number(value: int, places: int, mark: str) -> str:
    """A scaled number as people type it: groups of three, and decimals only where there are any."""
    whole, rest = divmod(value, 10**places)
    text = f"{whole:,}".replace(",", "." if mark == "," else ",")
    fraction = f"{rest:0{places}d}" if rest else ""
    return text + (mark + fraction if fraction else "")
