"""Sentences with named places for typed values; they are translated and formatted by whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """An Indonesian sentence, its plural where a count decides, the values for its `{places}`, and fixed variants."""

    message: str
    plural: str = ""
    count: int = 1
    values: tuple = ()
    variants: tuple = ()

    def __bool__(self) -> bool:
        return bool(self.message)


NOTHING = Text("")


def T(message: str, **values) -> Text:
    """A sentence to translate; every `{place}` takes a typed value, a plain string or another Text."""
    return Text(message, values=tuple(sorted(values.items())))


def N(singular: str, plural: str, count: int, **values) -> Text:
    """A sentence whose form depends on a count; `{count}` stands for that count."""
    named = dict(values, count={"count": count})
    return Text(singular, plural, count, tuple(sorted(named.items())))


def from_data(indonesian: str, english: str = "") -> Text:
    """A name that a dataset row holds in both languages, so that no catalog is asked."""
    return Text(indonesian, variants=(("en", english or indonesian),))


def literal(words: str) -> Text:
    """Words that stand alike in every language: a proper name, or what a participant typed."""
    return Text("{words}", values=(("words", words),), variants=(("*", "{words}"),))


def to_json(text, lang: str, translate):
    """The text as JSON in one language: a plain string, or `{"text": ..., "values": {...}}` when it has values."""
    if not isinstance(text, Text):
        return text
    words = _words(text, lang, translate)
    if not text.values:
        return words
    return {"text": words, "values": {name: to_json(value, lang, translate) for name, value in text.values}}


def _words(text: Text, lang: str, translate) -> str:
    variants = dict(text.variants)
    if variants:
        return variants.get("*") or variants.get(lang, text.message)
    return translate(text.message, text.plural, text.count, lang) if text.message else ""
