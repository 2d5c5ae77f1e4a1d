"""Which language a visitor gets: the one that was named, else what the browser prefers, else Indonesian."""

from __future__ import annotations

from bekal.contract.translation import SOURCE

MOST_WISHES = 20


def choose(named: str | None, accept_language: str, available: tuple[str, ...]) -> str:
    """The language to speak; `available` holds the languages that have a catalog, Indonesian always among them."""
    if named in available:
        return named
    return next((lang for lang in _wishes(accept_language) if lang in available), SOURCE)


def _wishes(accept_language: str) -> list[str]:
    """The languages of an Accept-Language header, most wanted first and without their regions."""
    wishes = [_wish(part) for part in accept_language[:500].split(",")[:MOST_WISHES]]
    ordered = sorted((wish for wish in wishes if wish[0] > 0), key=lambda wish: -wish[0])
    return [lang for _, lang in ordered]


def _wish(part: str) -> tuple[float, str]:
    name, _, weight = part.partition(";")
    lang = name.strip().lower().split("-")[0]
    lang = "id" if lang == "in" else lang  # old Androids call Indonesian "in"
    try:
        return float(weight.strip().removeprefix("q=") or 1), lang
    except ValueError:
        return 0.0, lang
