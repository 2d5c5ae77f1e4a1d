"""A class with the real lessons, and a visitor whose browser must not complain."""

from __future__ import annotations

import pytest

from tests.serving import running


@pytest.fixture(scope="session")
def served():
    """A running class with the lessons of the repository."""
    found = running.start("--host", "127.0.0.1", "--rate", "0")
    yield found
    assert found.stop() == 0, found.text()


@pytest.fixture
def page(page):
    """A phone's page on which an error in the browser's console fails the test.

    A refused answer (422) and a laptop that is gone are told there too; these are the page's own business.
    """
    trouble = []

    def listen(message):
        answers = message.text.startswith("Failed to load resource") and "/answer/" in message.location["url"]
        if message.type in ("error", "warning") and not answers:
            trouble.append(message.text)

    page.on("console", listen)
    yield page
    assert trouble == []
