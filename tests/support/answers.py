"""Reads an answer as a participant does: figures, verdicts and tables in words."""

from __future__ import annotations

from bekal.contract.activity import Answer
from bekal.contract.formatting import say


def answered(activity, lang: str = "id", **changed) -> list[dict]:
    """The blocks for the worked example with some inputs changed; a refusal fails the test with its sentences."""
    response = activity.respond(activity.defaults(lang) | changed, lang)
    assert isinstance(response, Answer), response
    return response.blocks


def of_kind(blocks: list[dict], kind: str) -> list[dict]:
    """All blocks of one kind."""
    return [block for block in blocks if block["kind"] == kind]


def figures(blocks: list[dict], lang: str = "id") -> dict[str, str]:
    """Each big figure by its label."""
    return {say(block["label"], lang): say(block["value"], lang) for block in of_kind(blocks, "figure")}


def verdicts(blocks: list[dict], lang: str = "id") -> list[str]:
    """Each verdict with its tone: `bad: Mahal: 9,49% dari kiriman.`"""
    return [f"{block['tone']}: {say(block['text'], lang)}" for block in of_kind(blocks, "verdict")]


def table(blocks: list[dict], caption: str, lang: str = "id") -> list[list[str]]:
    """The rows of the table whose caption begins so."""
    block = next(block for block in of_kind(blocks, "table") if say(block["caption"], lang).startswith(caption))
    return [[say(cell, lang) for cell in row] for row in block["rows"]]
