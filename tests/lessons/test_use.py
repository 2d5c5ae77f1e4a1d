"""The real lessons in use: by keyboard alone, with nonsense typed in, and with a laptop that fails."""

from __future__ import annotations

import signal

import pytest
from playwright.sync_api import expect

from tests.serving import running

pytestmark = pytest.mark.browser
ACTIVITY = "[data-activity]:not([data-quiz])"
# A lesson's number field, and the answer to another number in it.
NUMBERS = {"send-money": ("amount", "1.700", "Rp"), "family-budget": ("sent", "700", "RM458,50")}
NONSENSE = ["abc", "-5", "1000000000000000000", "", "😀", "9" * 1_000_000]


def figure(page):
    return page.locator(f"{ACTIVITY} .figure-value").first


def number(page, slug: str):
    return page.locator(f"{ACTIVITY} [data-field={NUMBERS[slug][0]}] input").first


class Keyboard:
    """A participant without a mouse."""

    def __init__(self, page):
        self.page, self.keys = page, page.keyboard

    def tab_to(self, wanted: str, most: int = 120) -> None:
        """Presses Tab until what has the focus fits a CSS selector."""
        for _ in range(most):
            self.keys.press("Tab")
            if self.page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
                return
        raise AssertionError(f"the keyboard does not reach {wanted}")


@pytest.mark.parametrize("slug", sorted(NUMBERS))
def test_a_keyboard_alone_goes_through_a_lesson(open_lesson, slug):
    page = open_lesson(slug, width=1280)
    hands = Keyboard(page)
    hands.tab_to("details.quiz summary")
    hands.keys.press("Enter")
    hands.tab_to("[data-quiz] input[type=radio]")
    hands.keys.press("Space")
    assert page.locator("[data-quiz] input[type=radio]:checked").count() == 1
    before = figure(page).inner_text()
    hands.tab_to(f"[data-field={NUMBERS[slug][0]}] input")
    hands.keys.press("Control+A")
    hands.keys.type(NUMBERS[slug][1])
    expect(figure(page)).not_to_have_text(before)
    expect(page.locator(f"{ACTIVITY} [aria-live=polite]")).to_contain_text(figure(page).inner_text())
    if slug == "family-budget":
        rows = page.locator("[data-field=debts_home] .row")
        count = rows.count()
        hands.tab_to("[data-field=debts_home] button.add, [data-field=debts_home] button:not(.remove)")
        hands.keys.press("Enter")
        expect(rows).to_have_count(count + 1)
    else:
        hands.tab_to("details:not(.quiz):not(.numbers) summary")
        hands.keys.press("Enter")
        expect(page.get_by_role("table", name="Semua harga yang disurvei")).to_be_visible()
    hands.tab_to("[data-print]")


@pytest.mark.parametrize("typed", NONSENSE, ids=lambda typed: typed[:8] or "empty")
@pytest.mark.parametrize("slug", sorted(NUMBERS))
def test_nonsense_gets_a_sentence_and_is_not_lost(open_lesson, slug, typed):
    page = open_lesson(slug)
    field = page.locator(f"{ACTIVITY} [data-field={NUMBERS[slug][0]}]")
    number(page, slug).fill(typed)
    expect(field.locator(".error")).to_be_visible()
    assert len(field.locator(".error").inner_text()) > 10
    kept = number(page, slug).input_value()
    assert kept == typed or (len(typed) > 1_000 and typed.startswith(kept) and kept)  # a field has an end
    if kept == typed:
        page.reload()
        page.wait_for_selector(f"{ACTIVITY}.ready")
        assert number(page, slug).input_value() == typed


def test_a_laptop_that_goes_and_comes_back_loses_nothing(page):
    laptop = running.start("--host", "127.0.0.1", "--rate", "0")
    page.goto(f"{laptop.url}/id/family-budget")
    page.wait_for_selector(f"{ACTIVITY}.ready")
    laptop.stop(signal.SIGKILL)
    before = figure(page).inner_text()
    number(page, "family-budget").fill("700")
    expect(page.locator(f"{ACTIVITY}[data-state=lost]")).to_be_visible()
    assert figure(page).inner_text() == before
    assert number(page, "family-budget").input_value() == "700"
    again = running.start("--host", "127.0.0.1", "--rate", "0", port=laptop.port)
    expect(figure(page)).to_have_text(NUMBERS["family-budget"][2], timeout=40_000)
    assert again.stop() == 0
