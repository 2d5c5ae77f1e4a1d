"""A first visit on an emulated phone: bytes, requests, when the page can be read, and when it can be used."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page

SLOWER_CPU = 4
BYTES_A_SECOND = 8_000_000 // 8  # 8 Mbit/s
LATENCY_MS = 20
# The moment at which the renderer has mounted the activity: from then on the form takes what is typed.
WATCH = """
window.usable = new Promise((found) => {
  const look = () => document.querySelector("[data-activity]:not([data-quiz]).ready") && found(performance.now());
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
});
"""
PAINTED = """new Promise((found) => new PerformanceObserver((seen) => {
  const first = seen.getEntriesByName("first-contentful-paint")[0];
  if (first) found(first.startTime);
}).observe({ type: "paint", buffered: true }))"""


@dataclass(frozen=True)
class Visit:
    """One first visit: times in seconds since navigation began, bytes as they crossed the network."""

    bytes: int
    requests: int
    foreign: int
    readable: float
    usable: float
    answered: float


def first_visit(browser: Browser, url: str, field: str, typed: str) -> Visit:
    """Opens a lesson in a fresh, slow phone and changes one number."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    page = context.new_page()
    traffic = _slow(page)
    page.add_init_script(WATCH)
    page.goto(url)
    usable = page.evaluate("window.usable") / 1000
    requests, received = len(traffic["urls"]), traffic["bytes"]
    readable = page.evaluate(PAINTED) / 1000
    answered = _change(page, field, typed)
    foreign = sum(
        not address.startswith(url.split("/", 3)[0] + "//" + url.split("/", 3)[2]) for address in traffic["urls"]
    )
    context.close()
    return Visit(received, requests, foreign, readable, usable, answered)


def _slow(page: Page) -> dict:
    """Slows processor and network, and counts what is asked for and what crosses the network."""
    traffic = {"urls": [], "bytes": 0}
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        },
    )
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})

    def finished(event):
        traffic["bytes"] += int(event["encodedDataLength"])

    tools.on("Network.requestWillBeSent", lambda event: _note(traffic, event["request"]["url"]))
    tools.on("Network.loadingFinished", finished)
    return traffic


def _note(traffic: dict, url: str) -> None:
    if not url.startswith("data:"):
        traffic["urls"].append(url)


def _change(page: Page, field: str, typed: str) -> float:
    """Seconds from the last key of a changed number until its answer stands."""
    figure = page.locator("[data-activity]:not([data-quiz]) .figure-value").first
    figure.wait_for()
    before = figure.text_content()
    control = page.locator(f"[data-activity]:not([data-quiz]) [data-field={field}] input").first
    control.fill(typed)
    page.evaluate("window.typedAt = performance.now()")
    page.wait_for_function(
        "(before) => document.querySelector('[data-activity]:not([data-quiz]) .figure-value').textContent !== before",
        arg=before,
    )
    return page.evaluate("performance.now() - window.typedAt") / 1000


def middle(visits: list[Visit], name: str) -> float:
    """The median of one figure over several visits."""
    return median(getattr(visit, name) for visit in visits)
