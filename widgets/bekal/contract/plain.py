"""An activity's worked example in plain words: its default inputs and their answer."""

from __future__ import annotations

from bekal.contract.formatting import say
from bekal.contract.translation import SOURCE

SIGNS = {"good": "✓", "warn": "!", "bad": "✗", "plain": "·"}


def worked_example(activity, lang: str = SOURCE) -> str:
    """The example's inputs and every block of its answer, one line each; without an example, the form itself."""
    inputs = activity.defaults(lang)
    response = activity.respond(inputs, lang)
    lines = [say(activity.context(lang, {}).say(activity.title), lang)]
    if not hasattr(response, "blocks"):
        return "\n".join([*lines, *_blank_form(activity.declaration(lang), lang)])
    lines += [f"  {line}" for line in _inputs(activity.declaration(lang), inputs, lang)]
    for block in response.blocks:
        lines += LINES[block["kind"]](block, lang)
    return "\n".join(line.rstrip() for line in lines)


def _blank_form(declaration: dict, lang: str):
    """The questions of a form that has no example, such as a quiz, with what can be chosen."""
    for section in declaration["sections"]:
        for field in section["fields"]:
            yield f"  {say(field['label'], lang)}"
            yield from (f"    ( ) {say(option['label'], lang)}" for option in field.get("options", []))


def _inputs(declaration: dict, inputs: dict, lang: str):
    for section in declaration["sections"]:
        for field in section["fields"]:
            if field["name"] in inputs:
                yield from _input(field, inputs[field["name"]], lang)


def _input(field: dict, value, lang: str):
    label = say(field["label"], lang)
    if field["kind"] == "rows":
        yield f"{label}:"
        names = [column["name"] for column in field["fields"]]
        for row in value:
            yield "  - " + ", ".join(say(row[name], lang) for name in names if name in row)
    else:
        yield f"{label}: {_chosen(field, value, lang)}"


def _chosen(field: dict, value, lang: str) -> str:
    labels = {option["value"]: say(option["label"], lang) for option in field.get("options", [])}
    if isinstance(value, list):
        return ", ".join(labels[item] for item in value)
    if isinstance(value, bool):
        return "✓" if value else "–"
    return labels.get(value, value) if isinstance(value, str) else say(value, lang)


def _heading(block, lang):
    yield ""
    yield say(block["text"], lang)


def _note(block, lang):
    yield say(block["text"], lang)


def _figure(block, lang):
    note = say(block["note"], lang)
    yield f"= {say(block['label'], lang)}: {say(block['value'], lang)}" + (f" ({note})" if note else "")


def _verdict(block, lang):
    yield f"{SIGNS[block['tone']]} {say(block['text'], lang)} {say(block['reason'], lang)}"


def _pictogram(block, lang):
    marked = say({"decimal": block["marked_tenths"], "digits": 1}, lang)
    yield f"{say(block['caption'], lang)} [{marked}/{block['total']}]"


def _table(block, lang):
    yield say(block["caption"], lang)
    yield "  " + " | ".join(say(column["label"], lang) for column in block["columns"])
    for row in block["rows"]:
        yield "  " + " | ".join(say(cell, lang) for cell in row)


def _bars(block, lang):
    yield say(block["caption"], lang)
    for bar in block["bars"]:
        yield f"  {say(bar['label'], lang)}: {say(bar['shown'], lang)}"


def _line(block, lang):
    yield say(block["caption"], lang)
    for series in block["series"]:
        first, last = series["values"][0], series["values"][-1]
        times = [say(block["times"][at], lang) for at in (0, -1)]
        yield f"  {say(series['label'], lang)}: {times[0]} {say(first, lang)} → {times[1]} {say(last, lang)}"


def _steps(block, lang):
    yield say(block["caption"], lang)
    for number, step in enumerate(block["steps"], start=1):
        yield f"  {number}. {say(step['title'], lang)} {say(step['text'], lang)}"


def _advice(block, lang):
    yield say(block["title"], lang)
    for item in block["items"]:
        yield f"  - {say(item, lang)}"


def _sources(block, lang):
    for source in block["sources"]:
        yield f"  [{source['date']}] {source['title']}"
    if block["warning"]:
        yield say(block["warning"], lang)


def _letter(block, lang):
    yield say(block["title"], lang)
    for paragraph in block["paragraphs"]:
        yield f"  {say(paragraph, lang)}"


LINES = {
    "heading": _heading,
    "note": _note,
    "figure": _figure,
    "verdict": _verdict,
    "pictogram": _pictogram,
    "table": _table,
    "bars": _bars,
    "line": _line,
    "steps": _steps,
    "advice": _advice,
    "sources": _sources,
    "letter": _letter,
}
