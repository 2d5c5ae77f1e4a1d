"""For everybody: no axe finding of any level, a keyboard alone is enough, 320 px is enough, paper is enough."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bekal.frontend import pages
from tests.frontend.class_page import frame
from tests.support.axe import violations

pytestmark = pytest.mark.browser


def landing() -> str:
    cards = (pages.Card("Kirim uang ke rumah", "Berapa yang hilang di jalan?", "/id", 60, "both", "draft"),)
    shelves = (pages.Shelf(4, "Koperasi dan keuangan keluarga", cards),)
    shelves += tuple(pages.Shelf(number, f"Bagian {number}") for number in range(4))
    join = pages.Join("http://192.168.1.5:8866", '<svg viewBox="0 0 29 29"><path d="M0 0H29V29H0Z"/></svg>')
    return pages.landing_page(frame(), shelves, join)


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_a_lesson(form, artefacts, width):
    form.set_viewport_size({"width": width, "height": 800})
    assert violations(form) == []
    form.screenshot(path=artefacts / f"lesson-{width}.png", full_page=True)
    for summary in form.locator("summary").all():
        summary.click()
    assert violations(form) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_while_things_go_wrong(form, classroom, artefacts, width):
    form.set_viewport_size({"width": width, "height": 800})
    form.get_by_label("Uang sekali kirim").fill("1,500")
    form.get_by_label("Berapa kali sebulan").fill("abc")
    form.get_by_role("button", name="Hitung").click()
    expect(form.locator(".meaning")).to_have_count(2)
    assert violations(form) == []
    form.screenshot(path=artefacts / f"errors-{width}.png", full_page=True)
    classroom.fault = (503, {})
    form.get_by_label("Uang sekali kirim").fill("100")
    expect(form.locator("[data-state=lost]")).to_be_visible()
    assert violations(form) == []
    form.screenshot(path=artefacts / f"lost-{width}.png", full_page=True)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("pillar", range(5))
def test_every_pillar_colour_has_contrast(classroom, page, width, pillar):
    html, media_type = classroom.shown["/id"]
    classroom.shown["/pillar"] = (html.replace("pillar-4", f"pillar-{pillar}"), media_type)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(classroom.address + "/pillar")
    page.wait_for_selector(".ready")
    assert violations(page) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_the_landing_page_and_messages(classroom, page, artefacts, width):
    classroom.shown["/"] = (landing(), "text/html")
    classroom.shown["/full"] = (pages.message_page(frame(), "Kelas penuh", "Tunggu sebentar."), "text/html")
    page.set_viewport_size({"width": width, "height": 800})
    for path, name in (("/", "landing"), ("/full", "message")):
        page.goto(classroom.address + path)
        assert violations(page) == []
        page.screenshot(path=artefacts / f"{name}-{width}.png", full_page=True)


def test_axe_would_find_a_field_without_a_label(form):
    form.evaluate("document.querySelector('label').remove(); document.querySelector('legend').textContent = ''")
    form.evaluate("document.querySelectorAll('[data-field=amount] label').forEach((label) => label.remove())")
    assert any(found.startswith("label") for found in violations(form))


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_nothing_is_wider_than_the_screen(form, width):
    form.set_viewport_size({"width": width, "height": 800})
    form.get_by_label("Uang sekali kirim").fill("999.999,99")
    expect(form.locator(".figure-value")).to_contain_text("RM49")
    assert form.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_every_control_is_at_least_48_pixels_high(form, width):
    form.set_viewport_size({"width": width, "height": 800})
    controls = "button, select, input:not([type=radio]):not([type=checkbox]), .choice, summary, .peek, .languages a"
    small = "all => all.filter(one => one.offsetParent && one.offsetHeight < 48).map(one => one.outerHTML.slice(0, 90))"
    assert form.locator(controls).evaluate_all(small) == []


def test_a_keyboard_alone_is_enough(form, classroom):
    """Skip link, language, fields in their order, a radio by arrow, a row added and removed, the answer reached."""
    keys = form.keyboard

    def tab_to(name: str) -> None:
        for _ in range(40):
            keys.press("Tab")
            focused = form.evaluate(
                "(document.activeElement.labels && document.activeElement.labels.length"
                " ? document.activeElement.labels[0] : document.activeElement).textContent"
            )
            if name in focused:
                return
        raise AssertionError(f"no way to {name}")

    keys.press("Tab")
    keys.press("Enter")
    assert form.evaluate("location.hash") == "#isi"
    tab_to("Malaysia")
    keys.press("ArrowDown")
    tab_to("Uang sekali kirim")
    keys.press("Control+A")
    keys.type("60.000")
    expect(form.locator(".figure-value")).to_have_text("¥3.000")
    tab_to("Tambah baris")
    keys.press("Enter")
    keys.type("Pulsa")
    tab_to("Sebulan")
    keys.type("50 ribu")
    expect(form.locator("[data-field=costs] .row .echo").last).to_contain_text("Rp50.000")
    tab_to("Hapus baris Pulsa")
    keys.press("Space")
    tab_to("Hitung")
    keys.press("Enter")
    expect(form.get_by_role("heading", name="Jawaban")).to_be_focused()
    tab_to("Semua harga")
    keys.press("Enter")
    expect(form.get_by_role("cell", name="¥60.000")).to_be_visible()


def test_a_focused_control_can_be_seen(form):
    form.keyboard.press("Tab")
    outline = form.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"


def test_high_contrast_and_reduced_motion(form, artefacts):
    form.emulate_media(contrast="more", reduced_motion="reduce")
    assert form.locator("body").evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
    assert form.locator(".blocks").evaluate("one => getComputedStyle(one).transitionDuration") in ("0s", "1e-05s")
    form.emulate_media(forced_colors="active")
    form.screenshot(path=artefacts / "forced-colors.png", full_page=True)


def test_paper_shows_what_was_filled_and_no_controls(form, artefacts):
    form.get_by_label("Uang sekali kirim").fill("1.200")
    expect(form.locator(".figure-value")).to_have_text("RM60")
    form.emulate_media(media="print")
    assert form.locator("button:visible, .peek:visible, .skip:visible, summary:visible").count() == 0
    amount = form.get_by_label("Uang sekali kirim")
    assert amount.input_value() == "1.200"
    lines = amount.evaluate("one => [getComputedStyle(one).borderTopStyle, getComputedStyle(one).borderBottomStyle]")
    assert lines == ["none", "solid"]
    assert form.locator(".letter").evaluate("one => getComputedStyle(one).breakBefore") == "page"
    form.screenshot(path=artefacts / "print.png", full_page=True)
    pdf = form.pdf(path=artefacts / "lesson.pdf", format="A4", prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")


def test_a_letter_is_printed_alone(form, artefacts):
    form.evaluate("window.print = () => { window.printed = document.documentElement.className; }")
    form.emulate_media(media="print")
    seen = """() => new Promise((done) => { window.print = () => {
      const shown = (one) => one.getClientRects().length > 0;
      done({ letter: shown(document.querySelector('.letter p')), rest: ['h1', '.figure', '.form', 'footer'].filter((one) => shown(document.querySelector(one))) });
    }; document.querySelector('.letter + .tools button, .letter ~ .tools button').click(); })"""  # noqa: E501
    assert form.evaluate(seen) == {"letter": True, "rest": []}
    assert form.locator(".bekal-off, .bekal-one").count() == 0
