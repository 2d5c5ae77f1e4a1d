"""Whole numbers in words, in Indonesian (terbilang) and English, so that a typed amount can be read back."""

from __future__ import annotations

UNITS_ID = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
UNITS_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS_EN = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
LARGE = ((10**12, "triliun", "trillion"), (10**9, "miliar", "billion"), (10**6, "juta", "million"))
LARGEST = 10**15 - 1


def in_words(number: int, lang: str) -> str:
    """A whole number from 0 to `LARGEST` in words; languages without a table of their own get Indonesian."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"no words for {number}")
    return _english(number) if lang == "en" else _indonesian(number)


def _indonesian(number: int) -> str:
    for size, name, _ in LARGE:
        if number >= size:
            return _join(f"{_indonesian(number // size)} {name}", number % size, _indonesian)
    if number >= 2000:
        return _join(f"{_indonesian(number // 1000)} ribu", number % 1000, _indonesian)
    if number >= 1000:
        return _join("seribu", number - 1000, _indonesian)
    if number >= 200:
        return _join(f"{UNITS_ID[number // 100]} ratus", number % 100, _indonesian)
    if number >= 100:
        return _join("seratus", number - 100, _indonesian)
    if number >= 20:
        return _join(f"{UNITS_ID[number // 10]} puluh", number % 10, _indonesian)
    return UNITS_ID[number] if number < 12 else f"{UNITS_ID[number - 10]} belas"


def _english(number: int) -> str:
    for size, _, name in LARGE:
        if number >= size:
            return _join(f"{_english(number // size)} {name}", number % size, _english)
    if number >= 1000:
        return _join(f"{_english(number // 1000)} thousand", number % 1000, _english)
    if number >= 100:
        return _join(f"{UNITS_EN[number // 100]} hundred", number % 100, _english)
    if number >= 20:
        tens = TENS_EN[number // 10]
        return f"{tens}-{UNITS_EN[number % 10]}" if number % 10 else tens
    return UNITS_EN[number]


def _join(start: str, rest: int, words) -> str:
    return f"{start} {words(rest)}" if rest else start
