"""Reads the body of an answer request: bytes in, checked parts out, one clear sentence for whatever cannot be read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import isfinite

from bekal.contract.text import T, Text

DEEPEST = 6  # inputs are rows of objects of typed values: never deeper
LONGEST_NUMBER = 100
KEYS = {"inputs", "lang"}

NOT_READABLE = T("Isian tidak bisa dibaca. Muat ulang halaman ini, lalu coba lagi.")
NOT_JSON = T("Bentuk kiriman salah: harus JSON. Muat ulang halaman ini, lalu coba lagi.")
NO_INPUTS = T("Isian belum ada. Isi dulu, lalu coba lagi.")
UNKNOWN_PART = T("Kiriman ini berisi bagian yang tidak dikenal. Muat ulang halaman ini.")
TOO_DEEP = T("Kiriman ini terlalu rumit. Muat ulang halaman ini, lalu coba lagi.")
BAD_NUMBER = T("Ada angka yang tidak bisa dibaca. Tulis angka biasa, misalnya 1.500.000.")
TWICE = T("Ada isian yang dikirim dua kali. Muat ulang halaman ini, lalu coba lagi.")
BAD_LETTER = T("Ada huruf yang rusak. Hapus huruf itu, lalu tulis lagi.")


@dataclass(frozen=True)
class Request:
    """What was asked: raw inputs, and the language to answer in when one was named."""

    inputs: dict
    lang: str | None


class Unreadable(ValueError):
    """The body is not a request; `sentence` says why, `lang` is the language it named before it broke, if any."""

    def __init__(self, sentence: Text, lang: str | None = None):
        super().__init__(sentence.message)
        self.sentence = sentence
        self.lang = lang


def read(body: bytes) -> Request:
    """The request in a body; raises `Unreadable`."""
    found = _parse(_text(body))
    if not isinstance(found, dict):
        raise Unreadable(NOT_JSON)
    lang = found.get("lang") if isinstance(found.get("lang"), str) else None
    problem = _problem(found)
    if problem:
        raise Unreadable(problem, lang)
    return Request(found["inputs"], lang)


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable(NOT_READABLE) from None


def _parse(text: str):
    try:
        return json.loads(
            text, parse_int=_whole, parse_float=_decimal, parse_constant=_constant, object_pairs_hook=_object
        )
    except Unreadable:
        raise
    except RecursionError:
        raise Unreadable(TOO_DEEP) from None
    except ValueError:
        raise Unreadable(NOT_JSON) from None


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise Unreadable(BAD_NUMBER)
    return int(digits)


def _decimal(digits: str) -> float:
    number = float(digits)
    if len(digits) > LONGEST_NUMBER or not isfinite(number):
        raise Unreadable(BAD_NUMBER)
    return number


def _constant(_name: str):
    raise Unreadable(BAD_NUMBER)


def _object(pairs: list) -> dict:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unreadable(TWICE)
    return found


def _problem(found: dict) -> Text | None:
    if set(found) - KEYS:
        return UNKNOWN_PART
    if not isinstance(found.get("inputs"), dict):
        return NO_INPUTS
    return _walk(found["inputs"])


def _walk(inputs: dict) -> Text | None:
    """What is wrong inside the inputs: too deep, or half of a letter that UTF-8 cannot write."""
    left = [(inputs, 1)]
    while left:
        value, depth = left.pop()
        if isinstance(value, str) and not _writable(value):
            return BAD_LETTER
        if not isinstance(value, (dict, list)):
            continue
        if depth > DEEPEST:
            return TOO_DEEP
        parts = [*value, *value.values()] if isinstance(value, dict) else value
        left.extend((part, depth + 1) for part in parts)
    return None


def _writable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
