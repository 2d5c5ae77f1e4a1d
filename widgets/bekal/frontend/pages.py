"""Whole pages as HTML: a lesson, the landing page, a short message; all they need comes as plain data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from bekal.contract.formatting import say
from bekal.frontend.icons import icon
from bekal.frontend.strings import page_words, ui

HERE = Path(__file__).parent
UNSAFE_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True)
class Language:
    """One language of the page: its code, its own name, and where this page stands in it."""

    code: str
    name: str
    href: str


@dataclass(frozen=True)
class Frame:
    """What every page has around it: addresses, languages, licence, and the ISO day it was built."""

    lang: str
    home: str
    styles: str
    script: str
    favicon: str
    languages: tuple[Language, ...] = ()
    licence: str = ""
    built: str = ""


@dataclass(frozen=True)
class Lesson:
    """A lesson: `body` is the notebook as HTML; activities and answers are JSON by slug, quizzes slugs of them."""

    title: str
    summary: str
    pillar: int
    pillar_name: str
    minutes: int
    audience: str
    body: str
    activities: dict
    answers: dict
    objectives: tuple[str, ...] = ()
    key_points: tuple[str, ...] = ()
    quiz_before: str = ""
    quiz_after: str = ""
    status: str = "stable"
    answer_url: str = "/answer/"


@dataclass(frozen=True)
class Card:
    """A lesson on the landing page."""

    title: str
    summary: str
    href: str
    minutes: int
    audience: str
    status: str = "stable"


@dataclass(frozen=True)
class Shelf:
    """A pillar with its lessons, in order."""

    pillar: int
    name: str
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True)
class Join:
    """How phones join the class: the address to type, and its QR code as SVG with a viewBox."""

    address: str
    qr: str


def lesson_page(frame: Frame, lesson: Lesson) -> str:
    """A lesson, readable before any script runs."""
    boot = {"lang": frame.lang, "ui": ui(frame.lang), "activities": lesson.activities, "answers": lesson.answers}
    if lesson.answer_url != Lesson.answer_url:
        boot["answerUrl"] = lesson.answer_url
    shown = dict(vars(lesson), body=Markup(lesson.body))
    return _page("lesson", frame, lesson.title, lesson.summary, lesson.pillar, lesson=shown, boot=script_json(boot))


def landing_page(frame: Frame, shelves: tuple[Shelf, ...], join: Join | None = None) -> str:
    """All lessons by pillar, and how to join when a class is being served."""
    words = page_words(frame.lang)
    shown = join and {"address": join.address, "qr": Markup(join.qr)}
    label = words["join_qr"].replace("{address}", join.address) if join else ""
    return _page("landing", frame, words["landing_title"], words["tagline"], None,
                 shelves=shelves, join=shown, join_label=label)  # fmt: skip


def message_page(frame: Frame, title: str, sentence: str) -> str:
    """A short message, such as a page that does not exist or a class that is full, with the way home."""
    return _page("message", frame, title, "", None, sentence=sentence)


def activity_place(slug: str, example: str, lang: str) -> str:
    """Where an activity will stand in a lesson's body: until the script runs, its worked example in words."""
    note = escape(page_words(lang)["no_script"])
    return f'<div class="bekal activity" data-activity="{escape(slug)}"><pre>{escape(example)}</pre><p>{note}</p></div>'


def script_json(data) -> Markup:
    """Data as JSON that can stand inside a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup("".join(UNSAFE_IN_SCRIPT.get(letter, letter) for letter in text))


def _page(name: str, frame: Frame, title: str, summary: str, pillar: int | None, **more) -> str:
    words = page_words(frame.lang)
    built = words["built"].replace("{date}", say({"date": frame.built}, frame.lang)) if frame.built else ""
    more |= {"frame": frame, "title": title, "summary": summary, "pillar": pillar, "words": words, "built": built}
    more |= {"logo": drawing("sign"), "scene": drawing("scene"), "facts": lambda about: _facts(about, words)}
    return _templates().get_template(f"{name}.html.j2").render(more)


def _facts(about, words: dict) -> Markup:
    about = about if isinstance(about, dict) else vars(about)
    minutes = words["minutes"].replace("{count}", str(about["minutes"]))
    return Markup(_templates().get_template("facts.html.j2").render(about=about, words=words, minutes=minutes))


@cache
def drawing(name: str) -> Markup:
    """A drawing of `logo/` as inline SVG: the sign, a knotted travelling bundle, or the scene of the landing page."""
    text = (HERE / "logo" / f"{name}.svg").read_text("utf-8").strip()
    return Markup(text.replace("<svg ", f'<svg class="{name}" aria-hidden="true" focusable="false" ', 1))


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(HERE / "templates")
    found = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    found.globals["icon"] = lambda name: Markup(icon(name))
    return found
