"""Fields read what was typed into checked values, or say in one sentence what is wrong; nothing is guessed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bekal.calculators.money import Money
from bekal.contract.activity import Answer, Refusal
from bekal.contract.blocks import KINDS
from bekal.contract.plain import LINES
from tests.support.specimen import Specimen

SPECIMEN = Specimen()


def respond(lang="id", **changed):
    """The specimen's response to its worked example with some inputs changed."""
    return SPECIMEN.respond(SPECIMEN.defaults(lang) | changed, lang)


def checked(**changed):
    """The checked inputs that an answer would be given."""
    seen = {}

    class Spy(Specimen):
        def answer(self, inputs):
            seen.update(vars(inputs))
            return ()

    response = Spy().respond(SPECIMEN.defaults() | changed)
    assert isinstance(response, Answer), response
    return seen


def test_the_worked_example_is_answered():
    assert isinstance(respond(), Answer)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("amount", "850,50", Money(85050, "MYR")),
        ("amount", 850, Money(85000, "MYR")),
        ("amount", 850.5, Money(85050, "MYR")),
        ("amount", {"money": 85050, "currency": "MYR"}, Money(85050, "MYR")),
        ("times", "4", 4),
        ("times", {"count": 4}, 4),
        ("rate", "4.241,05", 424105),
        ("rate", "4241.05", 424105),
        ("rate", "", None),
        ("part", "12,5", 125_000),
        ("part", "12,5%", 125_000),
        ("part", {"rate": 125_000, "digits": 2}, 125_000),
        ("book", "no", False),
        ("reason", "  beli beras \u202e ", "beli beras"),
        ("leaving", "2028-02-29", "2028-02-29"),
        ("ways", ["post", "bank"], ("bank", "post")),
        ("papers", [], ()),
        (
            "costs",
            [{"label": "Beras", "cost": "300rb"}, {"label": "", "cost": ""}],
            ({"label": "Beras", "cost": Money(300_000)},),
        ),
        ("costs", [], ()),
    ],
)
def test_reads(name, typed, value):
    assert checked(**{name: typed})[name] == value


def test_an_amount_follows_the_currency_of_the_chosen_country():
    assert checked(country="JP", amount="50.000")["amount"] == Money(50_000, "JPY")


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("amount", "", "Isi dulu bagian ini."),
        ("amount", None, "Isi dulu bagian ini."),
        ("amount", "  ", "Isi dulu bagian ini."),
        ("amount", "abc", "Tulis dengan angka, misalnya 1.500.000 atau 1,5 juta."),
        ("amount", "-1", "Angka tidak boleh kurang dari nol."),
        ("amount", -1, "Angka tidak boleh kurang dari nol."),
        ("amount", 10**18, "Terlalu besar. Paling banyak {limit}."),
        ("amount", "9" * 1_000_000, "Terlalu panjang. Tulis angkanya saja."),
        ("amount", float("nan"), "Tulis dengan angka, misalnya 1.500.000 atau 1,5 juta."),
        ("amount", float("inf"), "Tulis dengan angka, misalnya 1.500.000 atau 1,5 juta."),
        ("amount", True, "Isian ini tidak bisa dibaca. Isi lagi."),
        ("amount", ["850"], "Isian ini tidak bisa dibaca. Isi lagi."),
        ("amount", {"money": 85000, "currency": "QQQ"}, "Isian ini tidak bisa dibaca. Isi lagi."),
        ("amount", {"money": 85000, "currency": "IDR"}, "Isian ini dalam {symbol}. Ubah dulu jumlahnya ke {symbol}."),
        ("amount", {"money": -1, "currency": "MYR"}, "Isian ini tidak bisa dibaca. Isi lagi."),
        ("country", "XX", "Pilih salah satu."),
        ("country", ["MY"], "Pilih salah satu."),
        ("times", "0", "Terlalu kecil. Paling sedikit {limit}."),
        ("times", "1,5", "Tulis tanpa angka di belakang koma."),
        ("part", "101", "Terlalu besar. Paling banyak {limit}."),
        ("book", "mungkin", "Pilih salah satu."),
        ("book", 2, "Pilih salah satu."),
        ("leaving", "2027-02-29", "Tanggal ini tidak ada. Pilih tanggalnya lagi."),
        ("leaving", "besok", "Tanggal ini tidak ada. Pilih tanggalnya lagi."),
        ("leaving", 20270229, "Tanggal ini tidak ada. Pilih tanggalnya lagi."),
        ("ways", ["kereta"], "Pilih salah satu."),
        ("ways", "bank", "Pilih salah satu."),
        ("ways", [["bank"]], "Pilih salah satu."),
        ("costs", "Beras", "Isian ini tidak bisa dibaca. Isi lagi."),
        ("costs", ["Beras"], "Isian ini tidak bisa dibaca. Isi lagi."),
        ("costs", [{"label": "a", "cost": "1"}] * 13, "Terlalu banyak baris. Paling banyak {count}."),
    ],
)
def test_refuses_with_a_sentence(name, typed, sentence):
    response = respond(**{name: typed})
    assert isinstance(response, Refusal)
    said = response.errors[name]
    assert (said if isinstance(said, str) else said["text"]) == sentence


def test_a_problem_in_a_row_names_its_cell():
    assert list(respond(costs=[{"label": "Beras", "cost": "banyak"}]).errors) == ["costs.0.cost"]
    assert list(respond(costs=[{"label": "Beras", "cost": "1", "x": 1}]).errors) == ["costs.0"]


def test_a_field_that_is_not_asked_is_not_checked():
    assert checked(book=False, reason="a" * 900)["reason"] is None
    assert list(respond(book=True, reason="a" * 900).errors) == ["reason"]


def test_an_unknown_field_is_refused_by_name():
    assert list(respond(gaji="1").errors) == ["gaji"]


def test_every_missing_required_field_is_named_at_once():
    assert set(SPECIMEN.respond({}).errors) >= {"country", "amount", "times", "income", "book", "leaving"}


def test_an_ambiguous_amount_offers_its_meanings():
    assert respond(amount="1,500").options == {"amount": ["1.500", "1,50"]}


def test_a_typed_amount_is_read_back_in_words():
    echo = respond(amount="850,50").echo["amount"]
    assert echo["values"]["words"] == "delapan ratus lima puluh ringgit lima puluh sen"


def test_the_specimen_shows_every_kind_of_block_and_paper_knows_each():
    shown = {block["kind"] for block in respond().blocks}
    assert shown == set(KINDS) == set(LINES)


def test_participants_words_are_never_taken_for_places_to_fill():
    blocks = json.dumps(respond().blocks, ensure_ascii=False)
    assert "Kantor <b>pos</b> {x}" in blocks


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from([field.name for field in SPECIMEN.flat_fields] + ["gaji"])


@settings(max_examples=400)
@given(st.dictionaries(NAMES, JUNK, max_size=6), st.sampled_from(["id", "en"]))
def test_anything_is_answered_or_refused_in_json(changed, lang):
    response = respond(lang, **changed)
    json.dumps(vars(response))
    if isinstance(response, Refusal):
        assert all(response.errors.values())
