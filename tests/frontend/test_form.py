"""The form in a browser: every kind of field is filled as a person fills it, and the answer is read."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def answered(form, classroom, **wanted):
    """Waits for a fresh answer; the last question must hold these inputs."""
    form.wait_for_selector("[data-state=fresh]")
    assert {name: classroom.asked[-1][name] for name in wanted} == wanted


def figure(form):
    return form.locator(".figure-value")


def field(form, name):
    return form.locator(f"[data-field={name}]")


def test_the_worked_example_is_complete_without_a_question(form, classroom):
    assert figure(form).inner_text() == "RM42,50"
    assert field(form, "amount").locator(".echo").inner_text() == "RM850 (delapan ratus lima puluh ringgit)"
    assert classroom.asked == []


def test_money_typed_as_people_type_it_is_answered_and_read_back(form, classroom):
    form.get_by_label("Uang sekali kirim").fill("RM 1.000,5")
    expect(figure(form)).to_have_text("RM50,02")
    answered(form, classroom, amount="RM 1.000,5")
    expect(field(form, "amount").locator(".echo")).to_have_text("RM1.000,50 (seribu ringgit lima puluh sen)")


def test_what_was_read_is_marked_old_while_another_amount_is_typed(form, classroom):
    classroom.slow = lambda inputs: 1
    form.get_by_label("Uang sekali kirim").press_sequentially("0")
    expect(field(form, "amount").locator(".echo")).to_have_class("echo old")
    expect(field(form, "amount").locator(".echo")).to_have_class("echo")


def test_values_nobody_touched_stay_exact(form, classroom):
    form.get_by_label("Berapa kali sebulan").fill("2")
    expect(figure(form)).to_have_text("RM85")
    answered(
        form,
        classroom,
        times="2",
        rate={"decimal": 424105, "digits": 2},
        part={"rate": 100000, "digits": 2},
        amount={"money": 85000, "currency": "MYR"},
        book=True,
        leaving="2027-01-15",
        ways=["bank"],
        papers=[],
        reason="",
    )


def test_a_choice_changes_the_currency_sign_of_the_amounts_that_follow_it(form, classroom):
    sign = field(form, "amount").locator(".unit")
    assert sign.inner_text() == "RM"
    form.get_by_label("Jepang").check()
    assert sign.inner_text() == "¥"
    expect(figure(form)).to_have_text("¥42")
    answered(form, classroom, country="JP", amount="850")
    field(form, "country").get_by_label("Malaysia").check()
    answered(form, classroom, country="MY", amount={"money": 85000, "currency": "MYR"})


def test_numbers_percents_dates_words_and_ticks(form, classroom):
    field(form, "rate").get_by_label("Kurs").fill("4.300,5")
    form.get_by_label("Bagian untuk tabungan").fill("12,5")
    form.get_by_label("Tanggal berangkat").fill("2027-03-01")
    field(form, "reason").get_by_label("Untuk apa").fill("sekolah <b>anak</b>")
    form.get_by_label("Kantor pos").check()
    form.get_by_label("Bukti kirim").check()
    form.wait_for_selector("[data-state=fresh]")
    form.wait_for_timeout(400)
    answered(
        form,
        classroom,
        rate="4.300,5",
        part="12,5",
        leaving="2027-03-01",
        reason="sekolah <b>anak</b>",
        ways=["bank", "post"],
        papers=["receipt"],
    )


def test_a_question_that_depends_on_another_comes_and_goes(form, classroom):
    reason = field(form, "reason")
    assert reason.is_visible()
    field(form, "book").get_by_label("Tidak").check()
    assert reason.is_hidden()
    answered(form, classroom, book=False)
    assert "reason" not in classroom.asked[-1]
    field(form, "book").get_by_label("Ya").check()
    assert reason.is_visible()


def test_a_preset_fills_the_form(form, classroom):
    form.get_by_role("button", name="Contoh Jepang").click()
    expect(figure(form)).to_have_text("¥2.500")
    assert form.get_by_label("Uang sekali kirim").input_value() == "50.000"
    answered(form, classroom, country="JP", amount={"money": 50000, "currency": "JPY"})


def test_rows_are_added_and_removed_and_the_focus_stays_near(form, classroom):
    form.get_by_role("button", name="Tambah baris").click()
    rows = field(form, "costs").locator(".row")
    expect(rows).to_have_count(3)
    expect(rows.nth(2).get_by_label("Untuk apa")).to_be_focused()
    form.keyboard.type("Pulsa")
    rows.nth(2).get_by_label("Sebulan").fill("100rb")
    expect(rows.nth(2).locator(".echo").last).to_have_text("Rp100.000 (seratus ribu rupiah)")
    form.get_by_role("button", name="Hapus baris Listrik").click()
    expect(rows).to_have_count(2)
    expect(form.get_by_role("button", name="Hapus baris Pulsa")).to_be_focused()
    answered(form, classroom)
    makan = {"label": "Makan", "cost": {"money": 900000, "currency": "IDR"}}
    expect(form.locator("[data-state=fresh]")).to_be_visible()
    form.wait_for_timeout(300)
    assert classroom.asked[-1]["costs"] == [makan, {"label": "Pulsa", "cost": "100rb"}]
    for name in ("Pulsa", "Makan"):
        form.get_by_role("button", name=f"Hapus baris {name}").click()
    expect(form.get_by_role("button", name="Tambah baris")).to_be_focused()


def test_no_more_rows_than_allowed(form):
    add = form.get_by_role("button", name="Tambah baris")
    for _ in range(10):
        add.click()
    expect(field(form, "costs").locator(".row")).to_have_count(12)
    expect(add).to_be_disabled()


def test_errors_stand_at_their_fields_and_the_button_leads_to_the_first(form, classroom):
    form.get_by_label("Berapa kali sebulan").fill("abc")
    field(form, "costs").get_by_label("Sebulan").nth(1).fill("-5")
    form.get_by_role("button", name="Hitung").click()
    times = form.get_by_label("Berapa kali sebulan")
    expect(times).to_be_focused()
    assert times.get_attribute("aria-invalid") == "true"
    error = field(form, "times").locator(".error")
    expect(error).to_have_text("Tulis dengan angka, misalnya 1.500.000 atau 1,5 juta.")
    assert error.get_attribute("id") in times.get_attribute("aria-describedby").split()
    expect(field(form, "costs").locator(".row").nth(1).locator(".error").last).to_have_text(
        "Angka tidak boleh kurang dari nol."
    )
    expect(form.locator("[data-state=old] .state")).to_contain_text("Jawaban lama.")
    assert figure(form).inner_text() == "RM42,50"
    times.fill("1")
    field(form, "costs").get_by_label("Sebulan").nth(1).fill("5")
    answered(form, classroom)
    expect(form.locator("[aria-invalid]")).to_have_count(0)
    expect(form.locator(".error:not(:empty)")).to_have_count(0)


def test_an_amount_with_two_meanings_is_asked_and_a_tap_decides(form, classroom):
    form.get_by_label("Uang sekali kirim").fill("1,500")
    field(form, "amount").get_by_role("button", name="RM1.500").click()
    expect(form.get_by_label("Uang sekali kirim")).to_have_value("1.500")
    expect(form.get_by_label("Uang sekali kirim")).to_be_focused()
    expect(figure(form)).to_have_text("RM75")
    expect(form.locator(".meaning")).to_have_count(0)


def test_a_refusal_keeps_what_was_read_in_the_other_fields(form, classroom):
    form.get_by_label("Berapa kali sebulan").fill("abc")
    expect(field(form, "times").locator(".error")).not_to_be_empty()
    expect(field(form, "income").locator(".echo")).to_have_text("Rp1.500.000 (satu juta lima ratus ribu rupiah)")


def test_typed_words_survive_a_reload_and_go_when_they_are_cleared(form, classroom):
    form.get_by_label("Uang sekali kirim").fill("1.200")
    expect(figure(form)).to_have_text("RM60")
    form.reload()
    expect(form.get_by_label("Uang sekali kirim")).to_have_value("1.200")
    expect(figure(form)).to_have_text("RM60")
    form.get_by_role("button", name="Kembali ke contoh").click()
    expect(form.get_by_label("Uang sekali kirim")).to_have_value("850")
    expect(figure(form)).to_have_text("RM42,50")
    form.reload()
    expect(form.get_by_label("Uang sekali kirim")).to_have_value("850")


def test_typed_numbers_keep_their_meaning_in_another_language(form, classroom):
    form.get_by_label("Uang sekali kirim").fill("1.200,50")
    expect(figure(form)).to_have_text("RM60,02")
    form.goto(classroom.address + "/en")
    expect(figure(form)).to_have_text("RM60.02")
    expect(field(form, "amount").locator("input")).to_have_value("1,200.50")


def test_a_broken_or_forbidden_store_harms_nothing(classroom, page):
    page.add_init_script('localStorage.setItem(\'bekal.inputs.specimen\', \'{"inputs": {"costs": 7, "amount": [1]}}\')')
    page.goto(classroom.address + "/id")
    expect(page.locator(".activity.ready")).to_be_visible()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })")
    page.goto(classroom.address + "/id")
    page.get_by_label("Uang sekali kirim").fill("100")
    expect(figure(page)).to_have_text("RM5")


def test_an_answer_that_changed_is_announced_in_one_short_sentence(form, classroom):
    live = form.locator("[aria-live=polite]")
    assert live.inner_text() == ""
    form.get_by_label("Uang sekali kirim").fill("100")
    expect(live).to_have_text("Hilang di jalan: RM5")
    form.get_by_label("Uang sekali kirim").fill("abc")
    expect(live).to_have_text("1 isian perlu diperbaiki.")


def test_the_button_leads_to_the_answer(form):
    form.get_by_label("Uang sekali kirim").fill("100")
    form.keyboard.press("Enter")
    expect(figure(form)).to_have_text("RM5")
    expect(form.get_by_role("heading", name="Jawaban")).to_be_focused()
    peek = form.locator(".peek")
    assert re.search(r"Hilang di jalan\s*RM5", peek.text_content())
