"""A lesson asks its own laptop only, and opens just as well when all other hosts stay silent."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.conftest import SWITCHES, chromium_path, is_foreign
from tests.lessons.visit import SLUGS, control, figure, numbers, open_lesson, unfold

pytestmark = pytest.mark.browser
# Every other name leads to an address that never answers.
SILENT = "--host-resolver-rules=MAP * 192.0.2.1, EXCLUDE 127.0.0.1"
BOUND = 5000  # milliseconds: far below the half minute after which a browser gives up on a silent host
PAINTED = """new Promise((found) => new PerformanceObserver((seen) => {
  const first = seen.getEntriesByName("first-contentful-paint")[0];
  if (first) found(first.startTime);
}).observe({ type: "paint", buffered: true }))"""


@pytest.fixture
def lonely(browser):
    """A page in a browser whose names all lead nowhere, and what it asked for."""
    silent = browser.browser_type.launch(executable_path=chromium_path(), args=[*SWITCHES, SILENT])
    page = silent.new_page(viewport={"width": 360, "height": 800})
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    silent.close()


@pytest.mark.parametrize("slug", SLUGS)
def test_silence_outside_harms_nothing(served, lonely, slug):
    place = open_lesson(lonely, served.url, slug)
    assert 0 < lonely.evaluate(PAINTED) < BOUND
    unfold(lonely)
    before = figure(place).inner_text()
    control(place, numbers(slug)[0]).fill("2.345")
    expect(figure(place)).not_to_have_text(before)
    lonely.goto(f"{served.url}/en/{slug}")
    lonely.goto(f"{served.url}/id/")
    assert 0 < lonely.evaluate(PAINTED) < BOUND
    assert f"{served.url}/answer/{slug}" in lonely.asked
    assert [url for url in lonely.asked if is_foreign(url)] == []


def test_a_page_that_asks_another_host_would_be_noticed(lonely):
    with lonely.expect_request("**/picture.png"):
        lonely.evaluate("document.body.innerHTML = '<img src=\"http://other.example/picture.png\">'")
    assert [url for url in lonely.asked if is_foreign(url)] == ["http://other.example/picture.png"]
