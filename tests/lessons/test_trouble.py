"""Whatever is typed, and whatever happens to the laptop: a clear sentence, and nothing typed is lost."""

from __future__ import annotations

import signal

import pytest
from playwright.sync_api import expect

from tests.lessons.visit import SLUGS, control, error, figure, numbers, open_lesson, spoken, typed
from tests.serving import running

pytestmark = pytest.mark.browser
LONGEST = 80  # characters that a box for numbers takes
BAD = {
    "letters": "sejuta lebih sedikit",
    "negative": "-500",
    "10^18": "1000000000000000000",
    "10^18 as written": "10^18",
    "emoji": "💸💸💸",
    "markup": "<b onclick=alert(1)>850</b>",
    "1 MB of letters": "x" * 1_000_000,
    "1 MB of digits": "9" * 1_000_000,
}


def paste(page, box, words: str) -> None:
    """Puts words into a box as a paste does: the browser keeps to the box's length."""
    box.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(words)


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("slug", SLUGS)
def test_bad_input_gets_a_sentence_and_stays(served, page, slug, bad):
    place = open_lesson(page, served.url, slug)
    field, shown = numbers(slug)[0], figure(place).inner_text()
    paste(page, control(place, field), bad)
    expect(error(place, field)).to_contain_text(".")
    assert figure(place).inner_text() == shown
    before = typed(page)
    assert bad[:LONGEST] in before
    page.reload()
    expect(error(place, field)).to_contain_text(".")
    assert typed(page) == before


@pytest.mark.parametrize("slug", SLUGS)
def test_an_emptied_box_is_asked_for_and_the_rest_stays(served, page, slug):
    place = open_lesson(page, served.url, slug)
    field, other = numbers(slug)[:2]
    control(place, other).fill("3")
    control(place, field).fill("")
    expect(error(place, field)).to_have_text("Isi dulu bagian ini.")
    before = typed(page)
    page.reload()
    place.locator(".state").wait_for()
    assert typed(page) == before
    place.get_by_role("button", name="Hitung").click()
    expect(error(place, field)).to_have_text("Isi dulu bagian ini.")
    expect(control(place, field)).to_be_focused()


def test_a_laptop_that_fell_asleep_and_woke_up(page):
    first = running.start("--host", "127.0.0.1", "--rate", "0")
    pages = {slug: page if slug == SLUGS[0] else page.context.new_page() for slug in SLUGS}
    places = {slug: open_lesson(one, first.url, slug) for slug, one in pages.items()}
    shown = {slug: figure(place).inner_text() for slug, place in places.items()}
    first.stop(signal.SIGKILL)
    for slug, place in places.items():
        control(place, numbers(slug)[0]).fill("2.345")
        expect(place.locator(".state")).to_contain_text("Sambungan terputus. Isian tetap aman.")
        assert figure(place).inner_text() == shown[slug]
    again = running.start("--host", "127.0.0.1", "--rate", "0", port=first.port)
    try:
        for slug, place in places.items():
            expect(figure(place)).not_to_have_text(shown[slug], timeout=40_000)
            expect(control(place, numbers(slug)[0])).to_have_value("2.345")
            expect(spoken(place)).to_contain_text("Tersambung lagi.")
            expect(place.locator(".state")).to_be_hidden()
    finally:
        assert again.stop() == 0, again.text()
