"""Which words stand for an Indonesian message in another language; a missing translation stays Indonesian."""

from __future__ import annotations

SOURCE = "id"

_catalogs: dict = {}
_find = None


def use(lang: str, messages: dict) -> None:
    """Give one language its messages: `{indonesian: translation}` or `{indonesian: [singular, plural]}`."""
    _catalogs[lang] = messages


def find_with(find) -> None:
    """Name the function that finds a language's messages when they are first asked for."""
    global _find
    _find = find
    _catalogs.clear()


def messages(lang: str) -> dict:
    """All messages of one language, found once."""
    if lang not in _catalogs:
        _catalogs[lang] = (_find or _default_find)(lang)
    return _catalogs[lang]


def translate(message: str, plural: str, count: int, lang: str) -> str:
    """The words for a message in a language; languages with two forms use the first for exactly one."""
    if lang == SOURCE:
        return plural if plural and count != 1 else message
    found = messages(lang).get(message)
    if not found:
        return plural if plural and count != 1 else message
    if isinstance(found, str):
        return found
    return found[0 if count == 1 or len(found) == 1 else 1] or message


def _default_find(lang: str) -> dict:
    from bekal.contract import catalogs  # reads files with Babel, which a browser has not

    return catalogs.code_messages(lang)
