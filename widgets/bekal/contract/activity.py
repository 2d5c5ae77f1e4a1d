"""An activity: a typed form and a pure answer, declared once for notebook, class, home and paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bekal.calculators.money import CURRENCIES
from bekal.contract.blocks import block_json
from bekal.contract.fields import Context, Section, field_json
from bekal.contract.text import NOTHING, T, Text, to_json
from bekal.contract.translation import SOURCE, translate

UNKNOWN_FIELD = T("Isian ini tidak dikenal. Muat ulang halaman ini.")


class Inputs:
    """The checked values of a form, as attributes."""

    def __init__(self, **checked):
        self.__dict__.update(checked)


@dataclass(frozen=True)
class Preset:
    """A ready example that fills the form: a name and the inputs it sets."""

    label: Text
    inputs: dict


@dataclass(frozen=True)
class Answer:
    """An answer as JSON: blocks, and what was typed read back by field."""

    blocks: list
    echo: dict


@dataclass(frozen=True)
class Refusal:
    """Inputs that cannot be answered: a sentence by field, and meanings to choose from by field."""

    errors: dict
    options: dict


class Activity:
    """The base of all activities; a subclass names its fields and answers for checked inputs."""

    slug = ""
    title = NOTHING
    summary = NOTHING
    fields: tuple = ()
    presets: tuple[Preset, ...] = ()

    def answer(self, inputs: Inputs):
        """The blocks for checked inputs, in the order they are shown."""
        raise AssertionError(f"{type(self).__name__} has no answer")

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The form in sections; fields that stand alone share one without a title."""
        sections: list[Section] = []
        for item in self.fields:
            if isinstance(item, Section):
                sections.append(item)
            elif sections and not sections[-1].title:
                sections[-1] = Section(NOTHING, (*sections[-1].fields, item))
            else:
                sections.append(Section(NOTHING, (item,)))
        return tuple(sections)

    @cached_property
    def flat_fields(self) -> tuple:
        """All fields of the form, whatever section they stand in."""
        return tuple(field for section in self.sections for field in section.fields)

    def context(self, lang: str, raw: dict) -> Context:
        """What fields may know while they read or describe themselves."""
        return Context(lang, self.flat_fields, raw, lambda text: to_json(text, lang, translate))

    def defaults(self, lang: str = SOURCE) -> dict:
        """The worked example's inputs, as typed JSON values."""
        context = self.context(lang, {})
        return {
            field.name: field.typed(field.default, context)
            for field in self.flat_fields
            if field.default is not None and field.asked({}, self.flat_fields)
        }

    def respond(self, raw: dict, lang: str = SOURCE) -> Answer | Refusal:
        """Checks raw inputs against the fields and answers, or says field by field what is wrong."""
        context = self.context(lang, raw)
        asked = [field for field in self.flat_fields if field.asked(raw, self.flat_fields)]
        results = {field.name: field.read(raw.get(field.name), context) for field in asked}
        problems = [pair for result in results.values() for pair in result.problems]
        known = {field.name for field in self.flat_fields}
        problems += [(name[:80], UNKNOWN_FIELD) for name in raw if name not in known]
        if problems:
            options = [pair for result in results.values() for pair in result.options]
            return Refusal(_said(problems, context), {name: list(choices) for name, choices in options})
        empty = {field.name: field.nothing() for field in self.flat_fields}
        checked = Inputs(**empty | {name: result.value for name, result in results.items()})
        blocks = [block_json(block, lang, translate) for block in self.answer(checked)]
        return Answer(blocks, _said((pair for result in results.values() for pair in result.echoes), context))

    def declaration(self, lang: str = SOURCE) -> dict:
        """The form as a screen draws it, in one language."""
        context = self.context(lang, {})
        say = context.say
        return {
            "slug": self.slug,
            "lang": lang,
            "title": say(self.title),
            "summary": say(self.summary),
            "sections": [
                {
                    "title": say(section.title),
                    "help": say(section.help),
                    "side": section.side,
                    "fields": [field_json(field, context) for field in section.fields],
                }
                for section in self.sections
            ],
            "presets": [{"label": say(preset.label), "inputs": _preset(preset, context)} for preset in self.presets],
            "currencies": {code: list(shown) for code, shown in CURRENCIES.items()},
        }

    def __repr__(self) -> str:
        from bekal.contract.plain import worked_example  # formats with Babel, which a browser has not

        return worked_example(self)

    def _repr_mimebundle_(self, include=None, exclude=None):
        from bekal.contract.displays import mimebundle  # looks for an installed display, such as the notebook's

        return mimebundle(self, include=include, exclude=exclude)


def _preset(preset: Preset, context: Context) -> dict:
    by_name = {field.name: field for field in context.fields}
    chosen = Context(context.lang, context.fields, preset.inputs, context.say)
    return {name: by_name[name].typed(value, chosen) for name, value in preset.inputs.items()}


def _said(pairs, context: Context) -> dict:
    return {name: context.say(text) for name, text in pairs}
