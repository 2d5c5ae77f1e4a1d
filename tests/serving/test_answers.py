"""Whatever is sent to `POST /answer/<slug>`, a status and a sentence come back, never an exception."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bekal.activities import UnknownActivity
from bekal.contract.activity import Activity
from bekal.curriculum import registry
from bekal.serving.answers import Desk
from tests.support.specimen import Specimen

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(st.text(max_size=10), parts, max_size=4),
    max_leaves=12,
)
ODD = st.sampled_from([[], {}, [1], {"a": 1}, "", "x", None, True, 0, -1, 2, 0.5, 10**30])
TYPED = st.one_of(
    JSON,
    st.fixed_dictionaries({"money": JSON | st.integers(), "currency": ODD | st.sampled_from(["IDR", "MYR", "XYZ"])}),
    st.fixed_dictionaries({"rate": ODD}),
    st.fixed_dictionaries({"decimal": ODD, "digits": ODD}),
    st.fixed_dictionaries({"count": ODD}),
    st.lists(st.dictionaries(st.sampled_from(["label", "cost", "x"]), JSON, max_size=3), max_size=4),
    st.sampled_from(["1.500.000", "1,5 juta", "Rp 10^18", "-5", "😀", "MY", "yes", "bank", "2027-02-30"]),
)


def find(slug: str) -> Activity:
    if slug == "specimen":
        return Specimen()
    return registry.activity(slug)


@pytest.fixture
def told():
    return []


@pytest.fixture
def desk(told):
    return Desk(find, lambda: ("id", "en"), lambda what, why: told.append((what, why)))


def sent(inputs, **more) -> bytes:
    return json.dumps({"inputs": inputs, "lang": "id"} | more).encode()


def sentences(reply) -> list[str]:
    """Every sentence of a refusal."""
    if "message" in reply.content:
        return [reply.content["message"]]
    return [text if isinstance(text, str) else text["text"] for text in reply.content["errors"].values()]


def test_worked_example_is_answered_with_blocks_and_what_was_typed_read_back(desk):
    reply = desk.reply("specimen", sent(Specimen().defaults()))
    assert reply.status == 200
    assert set(reply.content) == {"blocks", "echo"}
    assert reply.content["echo"]["amount"]


def test_wrong_input_gets_a_sentence_by_field_and_meanings_to_choose_from(desk):
    reply = desk.reply("specimen", sent(Specimen().defaults() | {"amount": "1,500", "times": "x"}))
    assert reply.status == 422
    assert set(reply.content["errors"]) == {"amount", "times"}
    assert reply.content["options"]["amount"] == ["1.500", "1,50"]


UNREADABLE = [
    (b"", "JSON"),
    (b"{", "JSON"),
    (b"null", "JSON"),
    (b"[]", "JSON"),
    (b'"x"', "JSON"),
    (b"\xff\xfe{}", "tidak bisa dibaca"),
    ("{}".encode("utf-16"), "tidak bisa dibaca"),
    (b"\xef\xbb\xbf{}", "JSON"),
    (b"{}", "Isian belum ada"),
    (b'{"inputs": null}', "Isian belum ada"),
    (b'{"inputs": []}', "Isian belum ada"),
    (b'{"inputs": {}, "admin": true}', "tidak dikenal"),
    (b'{"inputs": {"a": 1, "a": 2}}', "dua kali"),
    (b'{"inputs": {}, "inputs": {}}', "dua kali"),
    (b'{"inputs": {"amount": NaN}}', "angka"),
    (b'{"inputs": {"amount": Infinity}}', "angka"),
    (b'{"inputs": {"amount": -Infinity}}', "angka"),
    (b'{"inputs": {"amount": 1e999}}', "angka"),
    (b'{"inputs": {"amount": ' + b"9" * 5000 + b"}}", "angka"),
    (b'{"inputs": {"amount": "\\ud800"}}', "huruf"),
    (b'{"inputs": {"\\udfff": 1}}', "huruf"),
    (b'{"inputs": ' + b'{"a": ' * 40 + b"1" + b"}" * 41, "rumit"),
    (b"[" * 60_000, "rumit"),
    (b'{"inputs": ' + b"[" * 30_000 + b"]" * 30_000 + b"}", "rumit"),
]


@pytest.mark.parametrize(("body", "word"), UNREADABLE, ids=[repr(body[:30]) for body, _ in UNREADABLE])
def test_a_body_that_is_no_request_gets_one_clear_sentence(desk, body, word):
    reply = desk.reply("specimen", body)
    assert reply.status == 400
    assert word in reply.content["message"]
    assert json.loads(reply.body()) == reply.content


@pytest.mark.parametrize("slug", ["nothere", "../send-money", "send-money.before.x", "specimen ", "", "__init__", "😀"])
def test_unknown_activity(desk, slug):
    reply = desk.reply(slug, sent({}))
    assert reply.status == 404
    assert "tidak ada" in reply.content["message"]


@pytest.mark.parametrize("lang", ["xx", "", "ID", "../id", 7, None, ["en"], {"a": 1}])
def test_unknown_language_is_answered_in_indonesian(desk, lang):
    reply = desk.reply("specimen", sent({}, lang=lang))
    assert reply.status == 422
    assert reply.content["errors"]["country"] == "Isi dulu bagian ini."


IMPOSSIBLE = [
    *("10^18", str(10**18), 10**18, -1, "", "Rp", "😀😀", "x" * 60_000, True, 0.1 + 0.2, [], {}, None),
    {"money": 1, "currency": []},
    {"money": {}, "currency": "IDR"},
    {"money": -1, "currency": "IDR"},
]


@pytest.mark.parametrize("amount", IMPOSSIBLE, ids=lambda amount: repr(amount)[:30])
def test_amounts_that_cannot_be(desk, amount):
    reply = desk.reply("specimen", sent(Specimen().defaults() | {"income": amount}))
    assert reply.status == 422
    assert set(reply.content["errors"]) == {"income"}
    assert all(sentences(reply))


class Faulty(Activity):
    """An author's slip: it divides by what somebody typed."""

    slug = "faulty"

    def answer(self, inputs):
        raise KeyError("a secret of somebody's")


def test_an_authors_slip_is_told_to_the_trainer_and_not_to_the_phone(told):
    desk = Desk(lambda slug: Faulty(), lambda: ("id",), lambda what, why: told.append((what, why)))
    reply = desk.reply("faulty", sent({}))
    assert reply.status == 500
    assert "fasilitator" in reply.content["message"]
    assert told == [("faulty", f"KeyError, test_answers.py:{told[0][1].rpartition(':')[2]}")]
    assert "secret" not in json.dumps(reply.content) + repr(told)


def check(reply, told):
    """A reply as a phone may get it: known status, JSON, a sentence for every refusal, nothing of the machine."""
    assert not told
    text = reply.body().decode("utf-8")
    assert json.loads(text) == reply.content
    assert "Traceback" not in text
    assert "/bekal/" not in text
    assert reply.status in (200, 400, 404, 422)
    if reply.status != 200:
        assert sentences(reply)
        assert all(sentences(reply))


@given(st.binary(max_size=300))
def test_any_bytes(body):
    told = []
    check(Desk(find, lambda: ("id", "en"), lambda *both: told.append(both)).reply("specimen", body), told)


@settings(max_examples=300)
@given(JSON)
def test_any_json(value):
    told = []
    body = json.dumps(value).encode()
    check(Desk(find, lambda: ("id", "en"), lambda *both: told.append(both)).reply("specimen", body), told)


@settings(max_examples=500, deadline=None)
@given(st.data(), st.sampled_from(["specimen", "send-money", "family-budget", "send-money.after"]))
def test_any_inputs(data, slug):
    told = []
    activity = find(slug)
    names = st.sampled_from([field.name for field in activity.flat_fields]) | st.text(max_size=5)
    inputs = activity.defaults() | data.draw(st.dictionaries(names, TYPED, max_size=4))
    body = json.dumps({"inputs": inputs, "lang": data.draw(st.sampled_from(["id", "en", "xx"]))}).encode()
    check(Desk(find, lambda: ("id", "en"), lambda *both: told.append(both)).reply(slug, body), told)


def test_unknown_activity_is_a_lookup_error():
    with pytest.raises(UnknownActivity):
        find("nothere")
