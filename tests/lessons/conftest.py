"""The lessons of the repository, served as in a village hall."""

from __future__ import annotations

import pytest

from tests.serving import running


@pytest.fixture(scope="session")
def hall():
    """A running class with every lesson."""
    found = running.start("--host", "127.0.0.1", "--rate", "0")
    yield found
    assert found.stop() == 0, found.text()


def _is_news(said) -> bool:
    """Whether a console message is new: the browser notes every refused answer, which the page has said."""
    return said.type in ("error", "warning") and "422" not in said.text


@pytest.fixture
def open_lesson(page, hall):
    """Opens a lesson, or the landing page, and waits until its activity can be used."""
    complaints = []
    page.on("console", lambda said: _is_news(said) and complaints.append(said.text))

    def opened(slug: str = "", lang: str = "id", width: int = 360):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{hall.url}/{lang}/{slug}")
        if slug:
            page.wait_for_selector("[data-activity]:not([data-quiz]).ready")
        return page

    yield opened
    assert complaints == []
