"""The class's laptop is slow, silent or gone: the old answer looks old, what was typed stays, the page recovers."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def amount(form):
    return form.get_by_label("Uang sekali kirim")


def figure(form):
    return form.locator(".figure-value")


def test_the_old_answer_looks_old_while_a_new_one_is_on_its_way(form, classroom):
    classroom.slow = lambda inputs: 1
    amount(form).fill("100")
    expect(form.locator("[data-state=busy] .state span")).to_have_text("Menghitung lagi…")
    assert form.locator(".answer").get_attribute("aria-busy") == "true"
    assert figure(form).inner_text() == "RM42,50"
    expect(form.locator(".blocks")).to_have_css("opacity", "0.45")
    expect(figure(form)).to_have_text("RM5")
    assert form.locator(".answer").get_attribute("aria-busy") == "false"
    expect(form.locator(".state")).to_be_hidden()
    expect(form.locator(".blocks")).to_have_css("opacity", "1")


def test_a_late_answer_to_an_older_question_is_dropped(form, classroom):
    classroom.slow = lambda inputs: 1.5 if inputs["amount"] == "100" else 0
    amount(form).fill("100")
    form.wait_for_selector("[data-state=busy]")
    form.wait_for_timeout(400)
    amount(form).fill("200")
    expect(figure(form)).to_have_text("RM10")
    form.wait_for_timeout(1600)
    assert [asked["amount"] for asked in classroom.asked] == ["100", "200"]
    assert figure(form).inner_text() == "RM10"


def test_typing_asks_once_when_it_pauses(form, classroom):
    amount(form).fill("")
    amount(form).press_sequentially("1200", delay=40)
    expect(figure(form)).to_have_text("RM60")
    assert [asked["amount"] for asked in classroom.asked] == ["1200"]


def test_a_lost_connection_is_said_calmly_and_recovers_by_itself(form, classroom):
    form.context.set_offline(True)
    amount(form).fill("300")
    banner = form.locator("[data-state=lost] .state")
    expect(banner).to_contain_text("Sambungan terputus. Isian tetap aman.")
    assert figure(form).inner_text() == "RM42,50"
    amount(form).fill("400")
    form.wait_for_timeout(600)
    expect(banner).to_be_visible()
    form.context.set_offline(False)
    expect(figure(form)).to_have_text("RM20")
    expect(amount(form)).to_have_value("400")
    expect(form.locator(".state")).to_be_hidden()
    expect(form.locator("[aria-live=polite]")).to_contain_text("Tersambung lagi.")


def test_what_was_typed_without_a_connection_survives_a_reload(form, classroom):
    classroom.fault = (503, {"message": "Kelas penuh."})
    amount(form).fill("300")
    expect(form.locator("[data-state=lost] .state")).to_contain_text("Kelas penuh.")
    form.reload()
    expect(amount(form)).to_have_value("300")
    expect(form.locator("[data-state=lost] .state")).to_contain_text("Kelas penuh.")
    classroom.fault = None
    form.get_by_role("button", name="Coba sekarang").click()
    expect(figure(form)).to_have_text("RM15")


def test_a_busy_server_is_asked_again_later_and_less_and_less_often(form, classroom):
    classroom.fault = (429, {"message": "Tunggu sebentar."})
    amount(form).fill("300")
    form.wait_for_timeout(4500)
    assert 3 <= len(classroom.asked) <= 4
    classroom.fault = None
    expect(figure(form)).to_have_text("RM15", timeout=9000)


@pytest.mark.parametrize("fault", [(404, {"message": "Tidak ada."}), (400, {}), (413, {"message": 7})])
def test_a_refusal_that_waiting_cannot_mend_is_said_once(form, classroom, fault):
    classroom.fault = fault
    amount(form).fill("300")
    said = "Tidak ada." if fault[0] == 404 else "Jawaban ini belum bisa dihitung. Ubah isian, lalu coba lagi."
    expect(form.locator("[data-state=old] .state span")).to_have_text(said)
    form.wait_for_timeout(1500)
    assert len(classroom.asked) == 1
    classroom.fault = None
    amount(form).fill("400")
    expect(figure(form)).to_have_text("RM20")


@pytest.mark.parametrize("nonsense", [(200, {"what": 1}), (200, []), (422, {})])
def test_an_answer_that_is_none_leaves_the_old_one(form, classroom, nonsense):
    classroom.fault = nonsense
    amount(form).fill("300")
    expect(form.locator("[data-state=lost], [data-state=old]")).to_be_visible()
    assert figure(form).inner_text() == "RM42,50"


def test_another_engine_answers_when_the_server_is_gone(form, classroom):
    """The place kept open for Python in the browser: any module may offer an engine of the same interface."""
    script = next(path for path in classroom.shown if path.endswith(".js"))
    form.evaluate(
        """async (script) => {
          const { offerEngine } = await import(script);
          const block = { kind: "figure", label: "Di sini", value: { count: 7 }, note: "", tone: "plain" };
          offerEngine({ answer: async () => ({ blocks: [block], echo: {} }) });
        }""",
        script,
    )
    form.context.set_offline(True)
    amount(form).fill("300")
    expect(figure(form)).to_have_text("7")
