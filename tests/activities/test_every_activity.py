"""What must hold for every activity: a form that explains itself, sources with dates, sums that add up, no crash."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bekal import activities
from bekal.activities import ACTIVITIES, UnknownActivity, activity, answer
from bekal.contract.activity import Answer, Refusal
from bekal.contract.fields import Rows
from tests.support.answers import answered, of_kind

ALL = pytest.mark.parametrize("slug", ACTIVITIES)
LANGS = ("id", "en")
TYPED = st.one_of(
    st.sampled_from(["", "0", "1", "850", "1.500", "1,5 juta", "999.999.999", "abc", "-1", "😀", "1,500", "Rp 5"]),
    st.integers(0, 10**9),
    st.text(max_size=12),
)


def fuzzed(slug: str):
    """Inputs near the worked example: each field may be changed to something typed, chosen, or wrong."""
    form = activity(slug)

    def values(field):
        if isinstance(field, Rows):
            return st.lists(st.fixed_dictionaries({cell.name: values(cell) for cell in field.fields}), max_size=4)
        options = [option.value for option in getattr(field, "options", ())]
        return st.sampled_from(options) if options else TYPED

    return st.fixed_dictionaries({}, optional={field.name: values(field) for field in form.flat_fields})


@ALL
@pytest.mark.parametrize("lang", LANGS)
def test_the_worked_example_has_figures_verdicts_and_sources(slug, lang):
    blocks = answered(activity(slug), lang)
    assert of_kind(blocks, "figure")
    assert of_kind(blocks, "verdict")
    (sources,) = of_kind(blocks, "sources")
    for source in sources["sources"]:
        assert source["title"]
        assert source["url"].startswith("http")
        assert source["checked"]


@ALL
def test_both_sides_of_the_family_get_advice(slug):
    assert [block["side"] for block in of_kind(answered(activity(slug)), "advice")] == ["worker", "family"]


@ALL
def test_a_form_in_another_language_starts_from_the_same_example(slug):
    one, other = (activity(slug).respond(activity(slug).defaults(lang), lang) for lang in LANGS)
    assert [block["kind"] for block in one.blocks] == [block["kind"] for block in other.blocks]


@ALL
def test_every_preset_is_answered(slug):
    declared = activity(slug).declaration("id")["presets"]
    for preset in declared:
        answered(activity(slug), **preset["inputs"])
    assert slug != "family-budget" or len(declared) >= 3


@ALL
def test_every_choice_is_answered_or_refused_for_want_of_another_amount(slug):
    form = activity(slug)
    for field in form.flat_fields:
        for option in getattr(field, "options", ()):
            response = form.respond(form.defaults() | {field.name: option.value})
            assert isinstance(response, (Answer, Refusal))


@ALL
@settings(max_examples=150)
@given(data=st.data())
def test_anything_typed_is_answered_or_refused(slug, data):
    changed = data.draw(fuzzed(slug))
    lang = data.draw(st.sampled_from(LANGS))
    response = answer(slug, activity(slug).defaults(lang) | changed, lang)
    json.dumps(vars(response))
    if isinstance(response, Answer):
        for table in of_kind(response.blocks, "table"):
            assert all(len(row) == len(table["columns"]) for row in table["rows"])


def test_an_unknown_activity_is_named():
    with pytest.raises(UnknownActivity):
        activity("no-such-lesson")
    with pytest.raises(AttributeError, match="NoSuchLesson"):
        _ = activities.NoSuchLesson
