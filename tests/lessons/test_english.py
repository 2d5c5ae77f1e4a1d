"""On an English page nothing Indonesian is left, whatever is open or wrong."""

from __future__ import annotations

import re
from functools import cache

import pytest
from babel.messages.pofile import read_po

from bekal.contract.catalogs import ROOT
from tests.lessons.visit import SLUGS, go_wrong, open_lesson, unfold

pytestmark = pytest.mark.browser
LONG = 12  # characters; shorter messages may be an English word too
PLACE_OR_MARK = re.compile(r"\{\w+\}|\]\([^)]*\)|[*_`\[\]#|>\\\n]|^\s*(?:-|\d+\.) ", re.MULTILINE)


@cache
def indonesian() -> frozenset[str]:
    """The pieces of every Indonesian message between its places and its marks, where English says it differently."""
    found = set()
    for path in sorted((ROOT / "en").rglob("*.po")):
        with path.open("rb") as file:
            for entry in read_po(file):
                found |= pieces(entry)
    return frozenset(found)


def pieces(entry) -> set[str]:
    """The long pieces of one message that its translation does not hold as they are."""
    said, english = ([words] if isinstance(words, str) else list(words) for words in (entry.id, entry.string))
    parts = (part.strip(" .,:;“”") for one in said for part in PLACE_OR_MARK.split(one))
    return {part for part in parts if len(part) > LONG and not any(part in one for one in english)}


def left_over(page) -> list[str]:
    """The Indonesian pieces that can be read on the page."""
    text = " ".join(page.locator("body").inner_text().split())
    return sorted(piece for piece in indonesian() if piece in text)


def check_quizzes(page) -> None:
    """Presses the button of every quiz."""
    for button in page.locator("[data-quiz] button[type=submit]").all():
        button.click()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_lesson(served, page, slug):
    place = open_lesson(page, served.url, slug, "en", 1280)
    unfold(page)
    assert left_over(page) == []
    go_wrong(place, slug, "en")
    check_quizzes(page)
    page.locator("[data-quiz] .error:not(:empty)").first.wait_for()
    assert left_over(page) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_what_a_quiz_answers(served, page, slug):
    open_lesson(page, served.url, slug, "en", 1280)
    unfold(page)
    for question in page.locator("[data-quiz] [role=radiogroup]").all():
        question.locator("input").first.check()
    check_quizzes(page)
    for place in page.locator("[data-quiz]").all():
        place.locator(".figure-value").first.wait_for()
    assert left_over(page) == []


def test_the_landing_page(served, page):
    page.goto(f"{served.url}/en/")
    assert left_over(page) == []


def test_an_indonesian_page_would_be_noticed(served, page):
    open_lesson(page, served.url, SLUGS[0], "id", 1280)
    assert len(left_over(page)) > 20
