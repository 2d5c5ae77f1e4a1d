"""What `module.yml` must hold; every rule that is broken is told in Indonesian and in English."""

from __future__ import annotations

import re
from datetime import date

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
AUDIENCES = ("worker", "family", "both")
STATUSES = ("draft", "piloted", "stable")
ENGINES = ("activity", "kernel")
LONGEST_LESSON = 240  # minutes


def module_problems(said):
    """Pairs of sentences, one for every rule that the content of a `module.yml` breaks."""
    if not isinstance(said, dict):
        yield "Isinya harus berupa daftar kunci dan nilai.", "It must hold keys and values."
        return
    for key in said:
        if key not in RULES:
            yield f"Kunci {key} tidak dikenal.", f"The key {key} is not known."
    for key, (required, fits, wanted, wanted_en) in RULES.items():
        if key not in said and required:
            yield f"{key} belum ada: {wanted}.", f"{key} is missing: {wanted_en}."
        elif key in said and not fits(said[key]):
            yield f"{key} harus {wanted}.", f"{key} must be {wanted_en}."


def _words(value) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value == value.strip() and "\n" not in value


def _slug(value) -> bool:
    return isinstance(value, str) and bool(SLUG.fullmatch(value))


def _whole(least: int, most: int):
    return lambda value: type(value) is int and least <= value <= most


def _one_of(known: tuple):
    return lambda value: isinstance(value, str) and value in known


def _list(fits, least: int, most: int):
    def check(value) -> bool:
        return isinstance(value, list) and least <= len(value) <= most and all(map(fits, value)) and _distinct(value)

    return check


def _distinct(values: list) -> bool:
    return len(set(values)) == len(values)


def _minutes(value) -> bool:
    fits = _whole(0, LONGEST_LESSON)
    return isinstance(value, dict) and set(value) == {"teaching", "practice"} and all(map(fits, value.values()))


def _reviewed(value) -> bool:
    return isinstance(value, dict) and set(value) == {"date", "by"} and _day(value["date"]) and _words(value["by"])


def _day(value) -> bool:
    try:
        return type(value) is date or bool(date.fromisoformat(value))
    except (TypeError, ValueError):
        return False


RULES = {
    "slug": (True, _slug, "kata Inggris huruf kecil dengan tanda hubung", "English kebab-case"),
    "pillar": (True, _whole(0, 4), "angka pilar 0 sampai 4", "a pillar's number from 0 to 4"),
    "order": (True, _whole(1, 99), "nomor urut 1 sampai 99", "a number from 1 to 99"),
    "title": (True, _words, "judul satu baris", "a title on one line"),
    "summary": (True, _words, "satu kalimat", "one sentence"),
    "minutes": (
        True,
        _minutes,
        "teaching dan practice dalam menit bulat",
        "teaching and practice in whole minutes",
    ),
    "audience": (True, _one_of(AUDIENCES), "worker, family atau both", "worker, family or both"),
    "objectives": (
        True,
        _list(_words, 1, 3),
        "1 sampai 3 tujuan yang berbeda",
        "1 to 3 different objectives",
    ),
    "key_points": (
        True,
        _list(_words, 3, 5),
        "3 sampai 5 hal penting yang berbeda",
        "3 to 5 different key points",
    ),
    "activities": (True, _list(_slug, 0, 9), "daftar nama aktivitas", "a list of activities' slugs"),
    "datasets": (True, _list(_slug, 0, 9), "daftar nama data", "a list of datasets' names"),
    "status": (True, _one_of(STATUSES), "draft, piloted atau stable", "draft, piloted or stable"),
    "reviewed": (
        True,
        _reviewed,
        "date (seperti 2026-11-24) dan by (peran)",
        "date (such as 2026-11-24) and by (a role)",
    ),
    "engine": (False, _one_of(ENGINES), "activity atau kernel", "activity or kernel"),
}
