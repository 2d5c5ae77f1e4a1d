"""One visit to a real lesson: opening it, its form, and what a reader does on it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from bekal import curriculum
from bekal.activities import activity

SLUGS = [module.slug for module in curriculum.modules()]
LANGUAGES = curriculum.languages()
MAIN = "[data-activity]:not([data-quiz])"
AMBIGUOUS = {"id": "1,500", "en": "1.500"}

TYPED = """() => Array.from(document.querySelectorAll("input, select")).map(
  (one) => (one.type === "radio" || one.type === "checkbox" ? one.checked : one.value))"""


def open_lesson(page: Page, url: str, slug: str, lang: str = "id", width: int = 360) -> Locator:
    """Opens a lesson, waits until it can be used, and gives the place of its activity."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{url}/{lang}/{slug}")
    place = page.locator(f"{MAIN}.ready")
    place.wait_for()
    return place


def unfold(page: Page) -> None:
    """Opens everything that is folded: the quizzes and the tables."""
    for folded in page.locator("details").all():
        if folded.get_attribute("open") is None:
            folded.locator("> summary").click()
    expect(page.locator("details:not([open])")).to_have_count(0)


def numbers(slug: str) -> list[str]:
    """The fields of a lesson's first activity that take an amount or a count and are asked of everybody."""
    fields = activity(slug).flat_fields
    return [one.name for one in fields if one.kind in ("money", "count") and not one.only_if]


def control(place: Locator, name: str) -> Locator:
    """The box in which one field is typed."""
    return place.locator(f"[data-field={name}] input").first


def error(place: Locator, name: str) -> Locator:
    """The sentence that stands at a field when it was not understood."""
    return place.locator(f"[data-field={name}] .error:not(:empty)")


def go_wrong(place: Locator, slug: str, lang: str) -> None:
    """Types one thing that nobody can understand and one that has two meanings."""
    wrong, unclear = numbers(slug)[:2]
    control(place, wrong).fill("abc")
    control(place, unclear).fill(AMBIGUOUS[lang])
    error(place, wrong).wait_for()


def figure(place: Locator) -> Locator:
    """The first big figure of the answer."""
    return place.locator(".figure-value").first


def spoken(place: Locator) -> Locator:
    """What a screen reader is told when the answer changes."""
    return place.locator("[aria-live=polite]")


def too_wide(page: Page) -> list[str]:
    """What sticks out of the screen, if the page can be pushed sideways at all."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
          Array.from(document.querySelectorAll("body *"))
            .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
            .map((one) => one.outerHTML.slice(0, 120))"""
    )


def typed(page: Page) -> list:
    """All that stands in the boxes of the page, in their order."""
    return page.evaluate(TYPED)
