"""The figures that a guide tells the trainer to copy onto a flip chart are those that the screen shows today."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bekal.authoring.problems import Problem, error
from bekal.authoring.project import Project
from bekal.calculators.money import CURRENCIES
from bekal.contract.activity import Refusal
from bekal.contract.formatting import say
from bekal.contract.translation import SOURCE
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.guides import parts
from bekal.curriculum.library import Module
from bekal.curriculum.registry import activity

BOARD = re.compile(r"^## Angka untuk papan\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
SYMBOLS = "|".join(re.escape(symbol.strip()) for symbol, _ in CURRENCIES.values())
FIGURE = re.compile(rf"(?<![A-Za-z])(?:{SYMBOLS})\s?[0-9][0-9.]*(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?%")
SEEDS = re.compile(r"Biji \([^)]*\)")  # what one seed on the table stands for is the trainer's choice


def check(project: Project) -> Iterator[Problem]:
    """Every amount and percentage of a board that no answer of its lesson shows."""
    for module in project.modules:
        try:
            matter, body = parts(module)
        except CurriculumError:
            continue  # the check of guides names it
        board = BOARD.search(body)
        if board:
            yield from _board(project.name(module.guide), module, matter["board"], board["text"])


def _board(file: str, module: Module, changes: list[dict], text: str) -> Iterator[Problem]:
    shown: set[str] = set()
    for slug in module.activities:
        for changed in [{}, *changes]:
            response = activity(slug).respond(activity(slug).defaults() | changed)
            if isinstance(response, Refusal):
                fields = ", ".join(response.errors)
                yield error(file, "board", f"Isian ini tidak bisa dihitung: {fields}.",
                            f"These inputs cannot be answered: {fields}.")  # fmt: skip
                return
            shown |= _figures([response.blocks, response.echo, activity(slug).defaults()])
    for figure in dict.fromkeys(FIGURE.findall(SEEDS.sub("", text))):
        if figure.replace(" ", "") not in shown:
            yield error(file, "## Angka untuk papan", f"{figure} tidak ada di layar. Hitung lagi.",
                        f"{figure} is not on the screen. Work it out again.")  # fmt: skip


def _figures(shown) -> set[str]:
    """Every amount and percentage in an answer, as it is written; exchange rates stand after `Rp`."""
    if isinstance(shown, list):
        return set().union(*map(_figures, shown)) if shown else set()
    if not isinstance(shown, dict):
        return set()
    if {"money", "currency"} == set(shown) or {"rate", "digits"} == set(shown):
        return {say(shown, SOURCE)}
    if {"decimal", "digits"} == set(shown):
        return {"Rp" + say(shown, SOURCE)}
    return _figures(list(shown.values()))
