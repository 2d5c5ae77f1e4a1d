"""Every lesson, for everybody: no axe finding, nothing wider than the screen, whatever is open or wrong."""

from __future__ import annotations

import pytest

from tests.lessons.visit import LANGUAGES, SLUGS, go_wrong, open_lesson, too_wide, unfold
from tests.support.axe import violations

pytestmark = pytest.mark.browser


def test_both_languages_are_offered():
    assert LANGUAGES == ("id", "en")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_axe_finds_nothing(served, page, artefacts, slug, lang, width):
    place = open_lesson(page, served.url, slug, lang, width)
    kept = artefacts / f"{slug}-{lang}-{width}"
    assert violations(page) == []
    page.screenshot(path=f"{kept}.png", full_page=True)
    unfold(page)
    assert violations(page) == []
    assert too_wide(page) == []
    go_wrong(place, slug, lang)
    assert violations(page) == []
    assert too_wide(page) == []
    page.screenshot(path=f"{kept}-open.png", full_page=True)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_on_the_landing_page(served, page, artefacts, lang, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served.url}/{lang}/")
    assert violations(page) == []
    assert too_wide(page) == []
    page.screenshot(path=artefacts / f"front-{lang}-{width}.png", full_page=True)


@pytest.mark.parametrize("width", [320, 1920])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_the_narrowest_and_the_widest_screen(served, page, slug, lang, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{served.url}/{lang}/")
    assert too_wide(page) == []
    place = open_lesson(page, served.url, slug, lang, width)
    unfold(page)
    go_wrong(place, slug, lang)
    assert too_wide(page) == []


def test_something_too_wide_would_be_noticed(served, page):
    page.goto(f"{served.url}/id/")
    page.evaluate("document.querySelector('h1').style.width = '900px'")
    assert any(found.startswith("<h1") for found in too_wide(page))
