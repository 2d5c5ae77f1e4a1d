"""A keyboard alone is enough for a whole lesson: Tab, Shift and Tab, arrows, Enter and Space."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.lessons.visit import MAIN, SLUGS, control, figure, numbers, open_lesson, spoken

pytestmark = pytest.mark.browser
STOPS = 250  # more than any lesson has
UNSEEN = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const ring = (node) => node && getComputedStyle(node).outlineStyle !== "none";
  const places = [0.2, 0.5, 0.8].map((part) => [box.left + box.width / 2, box.top + box.height * part]);
  const seen = places.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (one.contains(top) || top.contains(one));
  });
  const name = one.outerHTML.slice(0, 100);
  return (ring(one) || ring(one.closest(".choice")) ? "" : "no outline: " + name) || (seen ? "" : "covered: " + name);
}"""


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Goes on until the focus is on what is looked for; every stop on the way must be seen."""
    for _ in range(STOPS):
        page.keyboard.press(key)
        assert page.evaluate(UNSEEN) == ""
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def answer_quiz(page: Page, quiz: str) -> None:
    """Answers each question, by Space or by an arrow, and presses the button."""
    questions = page.locator(f"{quiz} [role=radiogroup]")
    for place in range(questions.count()):
        tab_to(page, f"{quiz} input[type=radio]")
        page.keyboard.press("Space" if place % 2 else "ArrowDown")
    expect(page.locator(f"{quiz} input:checked")).to_have_count(questions.count())
    tab_to(page, f"{quiz} button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator(f"{quiz} .figure-value").first).to_be_visible()
    expect(page.locator(f"{quiz} .error:not(:empty)")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_whole_lesson(served, page, slug, width):
    place = open_lesson(page, served.url, slug, width=width)
    tab_to(page, "details.quiz > summary")
    page.keyboard.press("Enter")
    answer_quiz(page, f"[data-activity='{slug}.before']")

    field, before = numbers(slug)[0], figure(place).inner_text()
    tab_to(page, f"{MAIN} [data-field={field}] input")
    page.keyboard.press("Control+A")
    page.keyboard.type("2.345")
    expect(figure(place)).not_to_have_text(before)
    expect(spoken(place)).to_contain_text(figure(place).inner_text())
    expect(control(place, field)).to_be_focused()

    page.evaluate("window.printed = 0; window.print = () => { window.printed += 1; }; null")
    tab_to(page, "[data-print]")
    page.keyboard.press("Space")
    assert page.evaluate("window.printed") == 1
    tab_to(page, "details.quiz > summary", "Shift+Tab")


def test_a_row_is_added_to_the_budget(served, page):
    """What is told then is what changed: the money left at home, not the first figure of the answer."""
    place = open_lesson(page, served.url, "family-budget")
    rows = place.locator("[data-field=costs_home] .row")
    home = place.locator(".figure-value").nth(1)
    count, abroad, before = rows.count(), figure(place).inner_text(), home.inner_text()
    tab_to(page, "[data-field=costs_home] button.add")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(count + 1)
    page.keyboard.type("Sepatu")
    tab_to(page, "[data-field=costs_home] input[inputmode]")
    page.keyboard.type("125rb")
    expect(home).not_to_have_text(before)
    expect(spoken(place)).to_contain_text(home.inner_text())
    assert figure(place).inner_text() == abroad


def test_the_whole_price_list_is_opened(served, page):
    place = open_lesson(page, served.url, "send-money")
    prices = place.get_by_role("table", name="Semua harga yang disurvei")
    expect(prices).to_be_hidden()
    tab_to(page, f"{MAIN} .answer details:not(.numbers) > summary")
    page.keyboard.press("Enter")
    expect(prices).to_be_visible()


def test_a_stop_that_nobody_sees_would_be_noticed(served, page):
    open_lesson(page, served.url, SLUGS[0])
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.style.outline = 'none'")
    assert page.evaluate(UNSEEN).startswith("no outline")
