"""The pages as HTML: complete before any script, nothing inline, data never as markup."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from bekal.contract.activity import Activity
from bekal.contract.fields import Words
from bekal.contract.text import T, literal
from bekal.frontend import pages
from bekal.frontend.strings import PAGE, SCREEN, page_words, ui
from tests.frontend.class_page import frame, lesson

VILE = '</script><img src=x onerror=alert(1)> & "\u2028'


class Seen(HTMLParser):
    """What stands in a page: elements, attributes, and the text of each script."""

    def __init__(self, html: str):
        super().__init__()
        self.elements, self.attributes, self.scripts, self.title = [], [], [], ""
        self._in = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.attributes += [name for name, _ in attrs]
        self._in = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag):
        self._in = ""

    def handle_data(self, data):
        if self._in == "script":
            self.scripts[-1] += data
        if self._in == "title":
            self.title += data

    def all(self, tag: str) -> list[dict]:
        return [attrs for name, attrs in self.elements if name == tag]


def every_page() -> dict[str, str]:
    shelves = (
        pages.Shelf(4, "Koperasi", (pages.Card("Kirim uang", "Ringkas.", "/id/send-money", 60, "both", "draft"),)),
        pages.Shelf(1, "Layanan"),
    )
    join = pages.Join("http://192.168.1.5:8866", '<svg viewBox="0 0 1 1"></svg>')
    return {
        "lesson": pages.lesson_page(frame(), lesson()),
        "landing": pages.landing_page(frame(), shelves, join),
        "message": pages.message_page(frame(), "Kelas penuh", "Tunggu sebentar."),
    }


@pytest.mark.parametrize("name", ["lesson", "landing", "message"])
def test_pages_hold_no_inline_script_or_style_and_ask_no_other_host(name):
    html = every_page()[name]
    seen = Seen(html)
    assert not [attribute for attribute in seen.attributes if attribute == "style" or attribute.startswith("on")]
    assert not seen.all("style")
    assert {script.get("type") for script in seen.all("script")} <= {"module", "application/json"}
    assert all(script.get("src") or script["type"] == "application/json" for script in seen.all("script"))
    asked = [attrs.get("src") or attrs.get("href") for tag in ("script", "link", "img") for attrs in seen.all(tag)]
    assert all(url.startswith("/") for url in asked if url)
    assert seen.all("html") == [{"lang": "id", "class": "bekal-root"}]
    assert len(seen.all("h1")) == len(seen.all("main")) == 1


def test_a_lesson_is_readable_before_any_script_runs():
    html = pages.lesson_page(frame(), lesson())
    for words in (
        "Kirim uang ke rumah",
        "60 menit",
        "Untuk pekerja dan keluarga",
        "Hilang di jalan: RM42,50",
        "Bandingkan dulu.",
        "Dibuat 24 November 2026.",
    ):
        assert words in html
    assert len(Seen(html).all("link")) == 2


def test_the_page_data_holds_the_words_the_forms_and_the_worked_answers():
    data = json.loads(Seen(pages.lesson_page(frame(), lesson())).scripts[-1])
    assert set(data) == {"lang", "ui", "activities", "answers"}
    assert data["answers"]["specimen"]["blocks"][0]["kind"] == "figure"
    assert data["activities"]["specimen"]["slug"] == "specimen"


def test_what_is_data_never_becomes_markup():
    class Vile(Activity):
        slug, title = "vile", literal(VILE)
        fields = (Words("word", T("Kata"), default=VILE),)

        def answer(self, inputs):
            return ()

    vile = lesson(Vile(), title=VILE, summary=VILE, objectives=(VILE,), key_points=(VILE,))
    html = pages.lesson_page(frame(), vile)
    seen = Seen(html)
    assert seen.all("img") == []
    assert seen.title == f"{VILE} · Bekal"
    assert json.loads(seen.scripts[-1])["activities"]["vile"]["sections"][0]["fields"][0]["default"] == VILE


def test_quizzes_stand_folded_around_the_lesson():
    html = pages.lesson_page(frame(), lesson(quiz_before="x.before", quiz_after="x.after"))
    assert html.index("x.before") < html.index("Cerita") < html.index("Ingat") < html.index("x.after")
    assert len(Seen(html).all("details")) == 2


def test_the_landing_page_shows_how_to_join_only_when_a_class_is_served():
    assert "192.168.1.5" in every_page()["landing"]
    assert "Ikut dari telepon" not in pages.landing_page(frame(), ())
    assert "Sedang disiapkan" in every_page()["landing"]


def test_every_word_of_the_screen_has_its_places_and_no_others():
    script_places = {"count", "name", "marked", "total", "date", "number", "address"}
    found = {place for text in [*SCREEN.values(), *PAGE.values()] for place in re.findall(r"\{(\w+)\}", text.message)}
    assert found <= script_places
    assert ui("id")["tones"]["bad"] == "Awas"
    assert page_words("id")["minutes"] == "{count} menit"
    assert set(ui("en")) == set(ui("id"))
