"""The specimen's lesson, served to a phone."""

from __future__ import annotations

import pytest

from bekal.frontend import pages
from tests.frontend.class_page import Classroom, frame, lesson
from tests.support.specimen import Specimen


@pytest.fixture
def classroom():
    """A class with the specimen in two languages."""
    shown = {f"/{lang}": (pages.lesson_page(frame(lang), lesson(lang=lang)), "text/html") for lang in ("id", "en")}
    with Classroom(shown, {"specimen": Specimen()}) as served:
        yield served


@pytest.fixture
def form(classroom, page):
    """The specimen's lesson, open and ready."""
    page.goto(classroom.address + "/id")
    page.wait_for_selector(".activity.ready")
    return page
