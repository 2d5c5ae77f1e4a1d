"""What all tests share."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy village laptop or CI machine is slow now and then: slowness is measured in tests/bench, not here.
settings.register_profile("bekal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("bekal")

ARTEFACTS = Path(__file__).parents[1] / "test-artefacts"
SWITCHES = (
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
LOCAL = ("http://127.0.0.1", "http://localhost", "ws://127.0.0.1", "ws://localhost", "data:", "blob:", "about:")


def chromium_path() -> str:
    """Where Chromium is; where there is none, the test fails with what to do."""
    path = os.environ.get("BEKAL_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
    if not Path(path).is_file():
        pytest.fail("Chromium is missing. Install it, or put its path into the environment variable BEKAL_CHROMIUM.")
    return path


# One browser for each test module, not for the whole run: while Playwright is open, asyncio.run() is refused.
@pytest.fixture(scope="module")
def browser():
    """A headless Chromium: the one that BEKAL_CHROMIUM names, or the system's."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A phone's page, 360 px wide; a script error or a request to another host fails the test."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, locale="id-ID")
    shown = context.new_page()
    trouble = []
    shown.on("pageerror", lambda error: trouble.append(f"script error: {error}"))
    shown.on("request", lambda request: is_foreign(request.url) and trouble.append(f"request to {request.url}"))
    yield shown
    context.close()
    assert trouble == []


def is_foreign(url: str) -> bool:
    """Whether an address is neither on this machine nor inside the page itself."""
    return not url.startswith(LOCAL)


@pytest.fixture(scope="session")
def artefacts() -> Path:
    """Where tests keep screenshots for people to look at; git ignores it."""
    ARTEFACTS.mkdir(exist_ok=True)
    return ARTEFACTS
