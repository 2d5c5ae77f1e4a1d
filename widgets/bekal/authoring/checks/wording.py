"""Words: sentences of lessons that are too long for a reader who left school at fifteen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from bekal.authoring.problems import Problem, warning
from bekal.authoring.project import Project
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import read_notebook
from bekal.curriculum.lessons import source_of

LONGEST = 20  # words
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+")
WORD = re.compile(r"\w[\w.,/’'-]*")
SKIPPED = "Sumber"  # titles of sources are as long as their publishers made them
_markdown = MarkdownIt().enable("table")


def check(project: Project) -> Iterator[Problem]:
    """A warning for every sentence of a lesson with more than twenty words."""
    for module in project.modules:
        try:
            cells = read_notebook(module.lesson)["cells"]
        except CurriculumError:
            continue
        for text in _texts(cells):
            for sentence in long_sentences(text):
                n_words = len(WORD.findall(sentence))
                yield warning(project.name(module.lesson), "", f"{n_words} kata dalam satu kalimat: “{sentence}”",
                              f"{n_words} words in one sentence.")  # fmt: skip


def _texts(cells: list) -> Iterator[str]:
    for cell in cells:
        source = source_of(cell)
        if source.startswith(f"## {SKIPPED}"):
            return
        if cell.get("cell_type") == "markdown":
            yield source.split(f"\n## {SKIPPED}")[0]


def long_sentences(text: str) -> list[str]:
    """The sentences of a Markdown text that have too many words, as a reader sees them."""
    return [sentence for sentence in sentences(text) if len(WORD.findall(sentence)) > LONGEST]


def sentences(text: str) -> list[str]:
    """The sentences of a Markdown text; a list item, a heading or a cell of a table ends one too."""
    pieces = [_plain(token.children) for token in _markdown.parse(text) if token.type == "inline"]
    found = (sentence.strip() for piece in pieces for sentence in SENTENCE_END.split(piece))
    return [sentence for sentence in found if sentence]


def _plain(tokens) -> str:
    breaks = {"softbreak": " ", "hardbreak": ". "}
    return "".join(breaks.get(token.type, token.content) for token in tokens)
