"""Every lesson in every language, on a phone and a projector: no axe finding, nothing cut off, nothing from outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bekal import curriculum
from tests.conftest import is_foreign
from tests.frontend.test_access import violations

pytestmark = pytest.mark.browser
LESSONS = [module.slug for module in curriculum.modules()]
LANGS = curriculum.languages()
CATALOGS = Path(__file__).parents[2] / "locales" / "en"

every_lesson = pytest.mark.parametrize("slug", LESSONS)
every_language = pytest.mark.parametrize("lang", LANGS)
every_width = pytest.mark.parametrize("width", [360, 1280])


def test_both_languages_are_offered():
    assert LANGS == ("id", "en")


@every_width
@every_language
@every_lesson
def test_axe_finds_nothing(open_lesson, artefacts, slug, lang, width):
    page = open_lesson(slug, lang, width)
    assert violations(page) == []
    page.screenshot(path=artefacts / f"{slug}-{lang}-{width}.png", full_page=True)
    for summary in page.locator("summary").all():
        summary.click()
    assert violations(page) == []


@every_width
@every_lesson
def test_axe_finds_nothing_while_something_is_wrong(open_lesson, artefacts, slug, width):
    page = open_lesson(slug, width=width)
    page.locator("[data-activity]:not([data-quiz]) input[type=text]").first.fill("abc")
    page.locator("[data-activity]:not([data-quiz]) button[type=submit]").click()
    page.locator(".error:visible").first.wait_for()
    assert violations(page) == []
    page.screenshot(path=artefacts / f"{slug}-error-{width}.png", full_page=True)


@every_width
@every_language
def test_axe_finds_nothing_on_the_landing_page(open_lesson, artefacts, lang, width):
    page = open_lesson("", lang, width)
    assert violations(page) == []
    page.screenshot(path=artefacts / f"landing-{lang}-{width}.png", full_page=True)


@pytest.mark.parametrize("width", [320, 360, 1280, 1920])
@every_language
@every_lesson
def test_nothing_is_wider_than_the_screen(open_lesson, slug, lang, width):
    page = open_lesson(slug, lang, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@every_lesson
def test_english_leaves_no_indonesian_on_the_screen(open_lesson, slug):
    page = open_lesson(slug, "en", 1280)
    for summary in page.locator("summary").all():
        summary.click()
    shown = page.locator("body").inner_text()
    left = [message for message in _translated_messages() if message in shown]
    assert left == []


def _translated_messages() -> list[str]:
    """Indonesian sentences that have other words in English, long enough not to be found by chance."""
    found = []
    for path in sorted(CATALOGS.rglob("*.po")):
        with path.open("rb") as file:
            entries = [entry for entry in read_po(file) if isinstance(entry.id, str)]
        found += [entry.id for entry in entries if len(entry.id) > 15 and entry.string not in ("", entry.id)]
    assert len(found) > 200
    return found


@every_lesson
def test_a_visit_asks_nobody_else_and_paints_although_the_outside_hangs(browser, hall, slug):
    """Every other host is a hole without an answer; the page neither asks one nor waits for one."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, locale="id-ID")
    asked = []
    context.route(is_foreign, lambda route: None)  # never answered
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{hall.url}/id/{slug}")
    page.wait_for_selector("[data-activity]:not([data-quiz]).ready")
    page.locator("[data-activity]:not([data-quiz]) input[type=text]").first.fill("900")
    page.wait_for_load_state("networkidle")
    painted = page.evaluate('performance.getEntriesByName("first-contentful-paint").length')
    context.close()
    assert painted == 1
    assert [url for url in asked if is_foreign(url)] == []
