"""The fields of a form: what a participant fills in, and how what was typed becomes a checked value."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bekal.calculators.money import CURRENCIES, Money, digits, whole
from bekal.contract import echo, values
from bekal.contract.numerals import Reading, read_number
from bekal.contract.text import NOTHING, T, Text

NO_CHOICE = T("Pilih salah satu.")
NOT_FILLED = T("Isi dulu bagian ini.")
WRONG_KIND = T("Isian ini tidak bisa dibaca. Isi lagi.")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LARGEST_WHOLE = 1_000_000_000_000


@dataclass(frozen=True)
class Result:
    """What one field made of its input: a value and its echo, or problems by path with meanings to choose from."""

    value: object = None
    echoes: tuple = ()
    problems: tuple = ()
    options: tuple = ()


@dataclass(frozen=True)
class Context:
    """What a field may know beside its input: the language, the form's fields, all raw inputs, how to say a Text."""

    lang: str
    fields: tuple
    raw: dict
    say: object = None

    def chosen(self, name: str):
        """The option of a choice field that is chosen, or its first one."""
        field = next(field for field in self.fields if field.name == name)
        return field.option(self.raw.get(name)) or field.option(field.default) or field.options[0]


@dataclass(frozen=True)
class Option:
    """One answer of a choice; `currency` tells money fields that follow this choice what they are in."""

    value: str
    label: Text
    currency: str = ""


@dataclass(frozen=True)
class Section:
    """A headed part of a form; `side` is who fills it in: worker, family or both."""

    title: Text
    fields: tuple
    side: str = "both"
    help: Text = NOTHING


@dataclass(frozen=True)
class Field:
    """What every field has: a name, a label, a help text, a default, and when it is asked at all."""

    name: str
    label: Text
    help: Text = NOTHING
    default: object = None
    required: bool = True
    only_if: tuple = ()

    kind = "field"

    def asked(self, raw: dict, fields: tuple) -> bool:
        """Whether the form asks for this field, given what was chosen in another one."""
        if not self.only_if:
            return True
        name, wanted = self.only_if
        other = next(field for field in fields if field.name == name)
        return raw.get(name, other.default) in wanted

    def read(self, raw, context: Context) -> Result:
        """The checked value of an input, or what is wrong with it."""
        if _empty(raw):
            return _problem(self.name, NOT_FILLED) if self.required else Result(self.nothing())
        return self.check(raw, context)

    def nothing(self):
        """The value of an optional field that was left empty."""
        return None

    def check(self, raw, context: Context) -> Result:
        """The checked value of an input that is there."""
        raise AssertionError(f"{type(self).__name__} does not check")

    def details(self, context: Context) -> dict:
        """What a screen needs to know beside the common parts."""
        return {}

    def typed(self, value, context: Context):
        """A default as a typed JSON value."""
        return value


def _empty(raw) -> bool:
    return raw is None or (isinstance(raw, str) and not raw.strip()) or raw in ([], {})


def _problem(name: str, problem: Text, options: tuple = ()) -> Result:
    return Result(problems=((name, problem),), options=((name, options),) if options else ())


@dataclass(frozen=True)
class Amount(Field):
    """An amount of money; its currency is fixed or that of the option chosen in another field."""

    currency: str = "IDR"
    currency_of: str = ""
    minimum: int = 0
    maximum: int = LARGEST_WHOLE

    kind = "money"

    def currency_in(self, context: Context) -> str:
        """The currency this amount is in."""
        return context.chosen(self.currency_of).currency if self.currency_of else self.currency

    def check(self, raw, context: Context) -> Result:
        currency = self.currency_in(context)
        reading = _read_money(raw, currency, context.lang)
        if reading.problem:
            return _problem(self.name, reading.problem, reading.options)
        money = Money(reading.value, currency)
        problem = _outside(money, whole(self.minimum, currency), whole(self.maximum, currency), values.money)
        if problem:
            return _problem(self.name, problem)
        return Result(money, echoes=((self.name, echo.read_back(money)),))

    def details(self, context: Context) -> dict:
        return {"currency": self.currency_in(context), "currency_of": self.currency_of}

    def typed(self, value, context: Context):
        if isinstance(value, Money):
            return values.money(value)
        return value if isinstance(value, dict) else values.money(whole(value, self.currency_in(context)))


def _read_money(raw, currency: str, lang: str) -> Reading:
    if isinstance(raw, dict):
        amount, written_in = raw.get("money"), raw.get("currency")
        known = isinstance(written_in, str) and written_in in CURRENCIES
        if set(raw) != {"money", "currency"} or not known or not _is_whole(amount) or amount < 0:
            return Reading(problem=WRONG_KIND)
        raw = amount if written_in == currency else f"{written_in} {amount}"
        if written_in == currency:
            return Reading(amount)
    return _read_scaled(raw, digits(currency), lang, currency)


def _read_scaled(raw, places: int, lang: str, currency: str | None = None) -> Reading:
    if _is_whole(raw):
        return Reading(raw * 10**places) if raw >= 0 else Reading(problem=T("Angka tidak boleh kurang dari nol."))
    if isinstance(raw, float):
        return read_number(f"{raw:.10f}".rstrip("0").rstrip("."), places, "en", currency)
    if not isinstance(raw, str):
        return Reading(problem=WRONG_KIND)
    return read_number(raw, places, lang, currency)


def _is_whole(raw) -> bool:
    return isinstance(raw, int) and not isinstance(raw, bool)


def _outside(value, minimum, maximum, show) -> Text | None:
    if value < minimum:
        return T("Terlalu kecil. Paling sedikit {limit}.", limit=show(minimum))
    if maximum < value:
        return T("Terlalu besar. Paling banyak {limit}.", limit=show(maximum))
    return None


@dataclass(frozen=True)
class Number(Field):
    """A number with so many decimals, held as a whole one: 4.241,05 with two places is 424105."""

    places: int = 0
    minimum: int = 0
    maximum: int = LARGEST_WHOLE
    unit: Text = NOTHING

    kind = "number"

    def check(self, raw, context: Context) -> Result:
        reading = self.parse(raw, context)
        if reading.problem:
            return _problem(self.name, reading.problem, reading.options)
        problem = _outside(reading.value, self.minimum, self.maximum, self.show)
        return _problem(self.name, problem) if problem else Result(reading.value)

    def parse(self, raw, context: Context) -> Reading:
        """The scaled number that was typed, or given as its typed JSON value."""
        if isinstance(raw, dict):
            kept = raw.get("decimal")
            fits = set(raw) == {"decimal", "digits"} and _is_whole(kept) and kept >= 0 and raw["digits"] == self.places
            return Reading(kept) if fits else Reading(problem=WRONG_KIND)
        return _read_scaled(raw, self.places, context.lang)

    def show(self, value: int) -> dict:
        """A limit or default as a typed value."""
        return values.decimal(value, self.places)

    def details(self, context: Context) -> dict:
        return {"unit": context.say(self.unit), "places": self.places}

    def typed(self, value, context: Context):
        return value if isinstance(value, dict) else self.show(value)


@dataclass(frozen=True)
class Percent(Number):
    """A percentage with at most two decimals, held as a rate per million."""

    places: int = 2
    maximum: int = 1_000_000

    kind = "percent"
    PER_PLACE = 100  # a hundredth of a percent is 100 per million

    def parse(self, raw, context: Context) -> Reading:
        if isinstance(raw, dict):
            fits = "rate" in raw and set(raw) <= {"rate", "digits"} and _is_whole(raw["rate"]) and raw["rate"] >= 0
            return Reading(raw["rate"]) if fits else Reading(problem=WRONG_KIND)
        raw = raw.replace("%", " ") if isinstance(raw, str) else raw
        reading = _read_scaled(raw, self.places, context.lang)
        return reading if reading.problem else Reading(reading.value * self.PER_PLACE)

    def show(self, value: int) -> dict:
        return values.rate(value)


@dataclass(frozen=True)
class Count(Number):
    """A whole number of things: times, months, people."""

    kind = "count"

    def parse(self, raw, context: Context) -> Reading:
        if isinstance(raw, dict):
            fits = set(raw) == {"count"} and _is_whole(raw["count"]) and raw["count"] >= 0
            return Reading(raw["count"]) if fits else Reading(problem=WRONG_KIND)
        return _read_scaled(raw, 0, context.lang)

    def show(self, value: int) -> dict:
        return values.count(value)


@dataclass(frozen=True)
class Choice(Field):
    """One of several answers."""

    options: tuple = ()

    kind = "choice"

    def option(self, value) -> Option | None:
        """The option with this value."""
        return next((option for option in self.options if option.value == value), None)

    def check(self, raw, context: Context) -> Result:
        option = self.option(raw) if isinstance(raw, str) else None
        return Result(option.value) if option else _problem(self.name, NO_CHOICE)

    def details(self, context: Context) -> dict:
        return {"options": [_option_json(option, context.say) for option in self.options]}


def _option_json(option: Option, say) -> dict:
    shown = {"value": option.value, "label": say(option.label)}
    return dict(shown, currency=option.currency) if option.currency else shown


@dataclass(frozen=True)
class Choices(Choice):
    """Any number of several answers, in the order of the options."""

    default: tuple = ()

    kind = "choices"

    def nothing(self):
        return ()

    def check(self, raw, context: Context) -> Result:
        known = {option.value for option in self.options}
        if not isinstance(raw, (list, tuple)) or not all(isinstance(item, str) and item in known for item in raw):
            return _problem(self.name, NO_CHOICE)
        return Result(tuple(option.value for option in self.options if option.value in raw))

    def typed(self, value, context: Context):
        return list(value)


@dataclass(frozen=True)
class Checklist(Choices):
    """Things to tick off; none ticked is an answer too."""

    required: bool = False

    kind = "checklist"


@dataclass(frozen=True)
class YesNo(Field):
    """A question answered with yes or no."""

    kind = "yesno"

    def check(self, raw, context: Context) -> Result:
        known = {True: True, False: False, "yes": True, "no": False}
        fits = isinstance(raw, (bool, str)) and raw in known
        return Result(known[raw]) if fits else _problem(self.name, NO_CHOICE)


@dataclass(frozen=True)
class Words(Field):
    """A short text: a name, a purpose."""

    longest: int = 80

    kind = "text"

    def check(self, raw, context: Context) -> Result:
        if not isinstance(raw, str):
            return _problem(self.name, WRONG_KIND)
        text = CONTROL.sub("", raw).strip()
        if len(text) > self.longest:
            return _problem(
                self.name, T("Terlalu panjang. Paling banyak {count} huruf.", count={"count": self.longest})
            )
        return Result(text) if text or not self.required else _problem(self.name, NOT_FILLED)

    def details(self, context: Context) -> dict:
        return {"longest": self.longest}

    def typed(self, value, context: Context):
        return context.say(value)


DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class Date(Field):
    """A day, as the ISO string that a browser's date control gives."""

    kind = "date"

    def check(self, raw, context: Context) -> Result:
        found = re.match(r"([0-9]{4})-([0-9]{2})-([0-9]{2})$", raw) if isinstance(raw, str) else None
        if not found or not _is_day(*(int(part) for part in found.groups())):
            return _problem(self.name, T("Tanggal ini tidak ada. Pilih tanggalnya lagi."))
        return Result(raw)


def _is_day(year: int, month: int, day: int) -> bool:
    if not (1900 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= DAYS_IN_MONTH[month - 1]):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return leap or (month, day) != (2, 29)


@dataclass(frozen=True)
class Rows(Field):
    """Lines of the same fields that can be added and removed: costs, debts, goals."""

    default: tuple = ()
    fields: tuple = ()
    row_label: Text = NOTHING
    most: int = 12
    required: bool = False

    kind = "rows"

    def nothing(self):
        return ()

    def check(self, raw, context: Context) -> Result:
        if not isinstance(raw, (list, tuple)) or not all(isinstance(row, dict) for row in raw):
            return _problem(self.name, WRONG_KIND)
        if len(raw) > self.most:
            return _problem(self.name, T("Terlalu banyak baris. Paling banyak {count}.", count={"count": self.most}))
        results = [self._row(number, row, context) for number, row in enumerate(raw) if not self._blank(row)]
        return Result(
            tuple(result.value for result in results),
            tuple(echo for result in results for echo in result.echoes),
            tuple(problem for result in results for problem in result.problems),
            tuple(option for result in results for option in result.options),
        )

    def _blank(self, row: dict) -> bool:
        return all(_empty(value) for value in row.values())

    def _row(self, number: int, row: dict, context: Context) -> Result:
        unknown = [name for name in row if name not in {field.name for field in self.fields}]
        if unknown:
            return _problem(f"{self.name}.{number}", WRONG_KIND)
        prefix = f"{self.name}.{number}."
        read = [(field, field.read(row.get(field.name), context)) for field in self.fields]
        return Result(
            {field.name: result.value for field, result in read},
            tuple((prefix + name, text) for _, result in read for name, text in result.echoes),
            tuple((prefix + name, text) for _, result in read for name, text in result.problems),
            tuple((prefix + name, text) for _, result in read for name, text in result.options),
        )

    def details(self, context: Context) -> dict:
        shown = [field_json(field, context) for field in self.fields]
        return {"fields": shown, "row_label": context.say(self.row_label), "most": self.most}

    def typed(self, value, context: Context):
        by_name = {field.name: field for field in self.fields}
        return [{name: by_name[name].typed(cell, context) for name, cell in row.items()} for row in value]


def field_json(field: Field, context: Context) -> dict:
    """A field as a screen is told about it, in the context's language."""
    shown = {
        "name": field.name,
        "kind": field.kind,
        "label": context.say(field.label),
        "help": context.say(field.help),
        "required": field.required,
    }
    if field.default is not None:
        shown["default"] = field.typed(field.default, context)
    if field.only_if:
        shown["only_if"] = [field.only_if[0], list(field.only_if[1])]
    shown.update(field.details(context))
    return shown
