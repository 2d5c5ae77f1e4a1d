"""A quiz is answered when its button is pressed, never while somebody is still choosing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bekal.contract import blocks
from bekal.contract.activity import Activity
from bekal.contract.fields import Choice, Option
from bekal.contract.text import T, literal
from bekal.frontend import pages
from tests.frontend.class_page import Classroom, frame, lesson
from tests.support.specimen import Specimen

pytestmark = pytest.mark.browser


class Quiz(Activity):
    """Two questions with one right answer each."""

    slug, title = "specimen.before", T("Sebelum mulai")
    fields = tuple(
        Choice(name, literal(f"Pertanyaan {name}"), options=(Option("yes", T("Benar")), Option("no", T("Salah"))))
        for name in ("satu", "dua")
    )

    def answer(self, inputs):
        right = [inputs.satu, inputs.dua].count("yes")
        yield blocks.Figure(T("Benar"), {"count": right})


@pytest.fixture
def quiz(page):
    """A lesson with a folded quiz, opened."""
    told = lesson(quiz_before="specimen.before")
    told.activities["specimen.before"] = Quiz().declaration()
    shown = {"/": (pages.lesson_page(frame(), told), "text/html")}
    with Classroom(shown, {"specimen": Specimen(), "specimen.before": Quiz()}) as classroom:
        page.goto(classroom.address)
        page.get_by_text("Sebelum mulai: enam pertanyaan").click()
        page.classroom = classroom
        yield page


def test_nothing_is_asked_before_the_button_is_pressed(quiz):
    place = quiz.locator("[data-quiz]")
    expect(place.locator(".state")).to_contain_text("Isi dulu semua bagian.")
    place.get_by_label("Benar").first.check()
    quiz.wait_for_timeout(600)
    assert quiz.classroom.asked == []
    expect(place.locator(".error:not(:empty)")).to_have_count(0)


def test_what_is_missing_is_said_and_then_the_answer_stands(quiz):
    place = quiz.locator("[data-quiz]")
    place.get_by_label("Benar").first.check()
    place.get_by_role("button", name="Periksa jawaban").click()
    second = place.locator("[data-field=dua]")
    expect(second.locator(".error")).to_have_text("Isi dulu bagian ini.")
    expect(second.get_by_label("Benar")).to_be_focused()
    second.get_by_label("Salah").check()
    place.get_by_role("button", name="Periksa jawaban").click()
    expect(place.locator(".figure-value")).to_have_text("1")
    expect(place.locator(".error:not(:empty)")).to_have_count(0)
    second.get_by_label("Benar").check()
    expect(place.locator(".state")).to_contain_text("Tekan tombol lagi")
    assert place.locator(".figure-value").inner_text() == "1"


def test_two_activities_on_one_page_do_not_mix(quiz):
    place = quiz.locator("[data-quiz]")
    place.get_by_label("Salah").first.check()
    assert quiz.locator("[data-activity=specimen] .figure-value").inner_text() == "RM42,50"
    quiz.get_by_label("Uang sekali kirim").fill("100")
    expect(quiz.locator("[data-activity=specimen] .figure-value")).to_have_text("RM5")
    expect(place.get_by_label("Salah").first).to_be_checked()
