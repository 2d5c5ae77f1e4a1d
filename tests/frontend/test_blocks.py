"""The blocks of an answer on the screen: every kind, typed values in words, and text that never becomes markup."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bekal.contract import blocks, values
from bekal.contract.activity import Activity
from bekal.contract.fields import Count
from bekal.contract.text import T, literal
from bekal.frontend import pages
from tests.frontend.class_page import Classroom, frame, lesson

pytestmark = pytest.mark.browser
MARKUP = "<img src=x onerror=alert(1)><b>tebal</b> {x} &amp;"


class Shown(Activity):
    """An activity whose answer is the given blocks."""

    slug, title = "shown", T("Contoh")
    fields = (Count("number", T("Angka"), default=1),)

    def __init__(self, *answer):
        self.answer = lambda inputs: answer


@pytest.fixture
def show(page):
    """Opens a lesson whose answer is the given blocks."""
    open_class = []

    def opened(*answer):
        activity = Shown(*answer)
        classroom = Classroom({"/": (pages.lesson_page(frame(), lesson(activity)), "text/html")}, {"shown": activity})
        open_class.append(classroom.__enter__())
        page.goto(classroom.address)
        page.wait_for_selector(".ready")
        return page.locator(".blocks")

    yield opened
    for classroom in open_class:
        classroom.__exit__()


def test_every_kind_of_block_is_drawn(form):
    kinds = ("figure", "verdict", "pictogram", "heading", "note", "chart", "steps", "advice", "letter", "sources")
    for kind in kinds:
        assert form.locator(f".blocks .{kind}").count() > 0, kind
    assert form.locator(".blocks table").count() == 4
    assert len(blocks.KINDS) == len(kinds) + 2  # tables; bars and line are both charts


def test_markup_in_data_is_shown_as_typed(show):
    vile = literal(MARKUP)
    shown = show(
        blocks.Figure(vile, vile, vile, "bad"),
        blocks.Verdict(vile, "warn", vile),
        blocks.Heading(vile),
        blocks.Note(vile),
        blocks.Table(vile, (blocks.Column(vile), blocks.Column(vile, True)), ((vile, MARKUP),), note=vile),
        blocks.Steps(vile, (blocks.Step(vile, vile),)),
        blocks.Advice(vile, (vile,)),
        blocks.Letter(vile, vile, (vile,), (vile,)),
        blocks.Pictogram(vile, "nothing", 1, 5),
        blocks.Sources((blocks.Source(MARKUP, "javascript:alert(1)", "2025", "2026-11-24", "low"),), vile),
    )
    assert shown.locator("img, b, script").count() == 0
    assert shown.locator("a").count() == 0
    assert shown.inner_text().count("<b>tebal</b> {x} &amp;") >= 15


def test_a_tone_is_a_sign_and_a_word_beside_its_colour(show):
    tones = [blocks.Figure(T("Sisa"), values.count(1), tone=tone) for tone in blocks.TONES]
    shown = show(*tones, blocks.Verdict(T("Cukup."), "good"))
    assert [one.inner_text() for one in shown.locator(".figure-label").all()] == [
        "Sisa",
        "Baik Sisa",
        "Hati-hati Sisa",
        "Awas Sisa",
    ]
    assert shown.locator(".figure .tone .icon").count() == 3
    assert shown.locator(".verdict").text_content() == "Baik: Cukup."


def test_a_pictogram_marks_tenths_of_a_thing(show):
    shown = show(blocks.Pictogram(T("Dari tiga amplop, satu setengah hilang."), "envelope", 3, 15))
    picture = shown.get_by_role("img")
    assert picture.get_attribute("aria-label") == "Dari tiga amplop, satu setengah hilang. 1,5 dari 3 ditandai."
    assert picture.locator(".thing").count() == 3
    assert [float(one.get_attribute("width")) for one in picture.locator(".marked").all()] == [24, 12]


def test_bars_are_as_long_as_their_parts(show):
    one, two = values.rate(20_000), values.rate(30_000)
    bars = (blocks.Bar(T("Bank"), (one, two), values.rate(50_000)), blocks.Bar(T("Pos"), (two, values.rate(0)), two))
    shown = show(blocks.Bars(T("Biaya"), (T("Biaya kirim"), T("Selisih kurs")), bars))
    drawn = [[rect.get_attribute("width") for rect in bar.locator("rect").all()] for bar in shown.locator(".bar").all()]
    assert drawn == [["40%", "60%"], ["60%", "0%"]]
    assert shown.locator(".bar").first.get_attribute("aria-label") == "Biaya kirim 2%, Selisih kurs 3%"
    shown.get_by_text("Lihat angkanya dalam tabel").click()
    assert shown.locator("tbody tr").first.inner_text().split() == ["Bank", "2%", "3%", "5%"]


def test_a_line_has_gaps_where_values_are_missing_and_its_table_too(show):
    times = tuple(values.date(f"2025-0{month}") for month in range(1, 5))
    series = blocks.Series(T("Malaysia"), (values.rate(10_000), values.rate(20_000), None, values.rate(40_000)))
    shown = show(blocks.Line(T("Biaya"), times, (series,), values.rate(30_000), T("batas")))
    path = shown.locator(".series").first.get_attribute("d")
    assert path == "M0.00 80.00L33.33 60.00M100.00 20.00"
    assert shown.locator(".limit-label").text_content() == "batas 3%"
    assert shown.get_by_role("img").get_attribute("aria-label") == "Biaya Malaysia: 1% – 4%"
    shown.get_by_text("Lihat angkanya dalam tabel").click()
    assert [row.inner_text().split()[-1] for row in shown.locator("tbody tr").all()] == ["1%", "2%", "–", "4%"]


@pytest.mark.parametrize(
    "block",
    [
        blocks.Line(T("Kosong"), (), (), None),
        blocks.Line(T("Satu"), (values.date("2025"),), (blocks.Series(T("A"), (values.count(0),)),)),
        blocks.Line(T("Tidak ada"), (values.date("2025"),), (blocks.Series(T("A"), (None,)),)),
        blocks.Bars(T("Kosong"), (), ()),
        blocks.Pictogram(T("Kosong"), "envelope", 0, 0),
        blocks.Sources(()),
        blocks.Table(T("Kosong"), (), ()),
    ],
)
def test_blocks_with_little_in_them_are_drawn_too(show, block):
    shown = show(block)
    assert shown.locator(".block").count() == 1
    assert "NaN" not in shown.inner_html()
    assert "undefined" not in shown.inner_html()


def test_a_source_says_its_date_when_it_was_checked_and_how_sure_it_is(show):
    source = blocks.Source("Bank Dunia", "https://example.org/a", "2025-09", "2026-11-24", "low", "2999-03")
    shown = show(blocks.Sources((source,), T("Harga lama.")))
    expect(shown.locator(".cited")).to_have_text(
        "Data September 2025. Diperiksa 24 November 2026. Angka ini belum pasti. Tanyakan lagi. "
        "Periksa lagi setelah Maret 2999."
    )
    link = shown.get_by_role("link", name="Bank Dunia")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == ("https://example.org/a", "noopener noreferrer")
    assert "Harga lama." in shown.inner_text()


def test_a_source_that_is_overdue_says_so(show):
    source = blocks.Source("Bank Dunia", "https://example.org/a", "2024-09", "2024-11-24", "high", "2025-03-31")
    shown = show(blocks.Sources((source,)))
    expect(shown.locator(".overdue")).to_have_text(
        "Angka ini sudah lama. Seharusnya diperiksa lagi setelah 31 Maret 2025."
    )


def test_a_table_has_headers_a_caption_and_numbers_at_the_right(form):
    table = form.locator(".blocks table").first
    assert table.locator("caption").inner_text() == "Biaya"
    assert table.locator("thead th[scope=col]").count() == 3
    assert table.locator("tbody th[scope=row]").first.inner_text() == "Bank"
    assert table.locator("tbody td.number").first.evaluate("one => getComputedStyle(one).textAlign") == "right"
    assert table.locator("tr.strong").count() == 1


def test_a_table_of_many_columns_stands_as_cards_on_a_phone_and_stays_a_table(show, page):
    labels = tuple(blocks.Column(T(f"Kolom {number}"), number > 0) for number in range(5))
    rows = (("Bank", *(values.count(1_000_000 + number) for number in range(4))),)
    shown = show(blocks.Table(T("Harga"), labels, rows))
    boxes = [cell.bounding_box() for cell in shown.locator("tbody td").all()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes)
    assert [box["y"] for box in boxes] == sorted({box["y"] for box in boxes})
    assert shown.get_by_role("columnheader").count() == 5
    assert shown.get_by_role("cell", name="Kolom 1 1.000.000").count() == 1
    assert shown.locator(".table").get_attribute("tabindex") is None


def test_a_table_that_is_too_wide_can_be_scrolled_with_the_keyboard(show, page):
    columns = (blocks.Column(T("Cara")), blocks.Column(T("A"), True), blocks.Column(T("B"), True))
    huge = values.decimal(10**15, 0)
    shown = show(blocks.Table(T("Harga"), columns, (("Bank", huge, huge),)))
    frame = shown.get_by_role("region", name="Harga")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert frame.evaluate("one => one.scrollLeft") > 0
