"""Every Indonesian string of modules and guides that is translated, in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from bekal.curriculum import markdown
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import read_notebook, read_yaml, remembered, stamp
from bekal.curriculum.guides import parts
from bekal.curriculum.lessons import source_of
from bekal.curriculum.library import Module
from bekal.curriculum.quiz import quiz_problems, quiz_strings


@dataclass(frozen=True)
class Message:
    """One Indonesian string to translate, and the name of the file it stands in."""

    text: str
    file: str


def module_messages(module: Module) -> tuple[Message, ...]:
    """Every string of a module once. Raises `CurriculumError` when a file is broken."""
    files = (module.folder / "module.yml", module.lesson, module.quiz)
    return remembered(("messages", module.folder), tuple(map(stamp, files)), lambda: _module_messages(module))


def _module_messages(module: Module) -> tuple[Message, ...]:
    strings = (module.title, module.summary, *module.objectives, *module.key_points)
    found = [Message(text, "module.yml") for text in strings]
    found += [Message(text, "lesson.ipynb") for text in lesson_blocks(module)]
    found += [Message(text, "quiz.yml") for text in _questions(module)]
    return _once(found)


def guide_messages(module: Module) -> tuple[Message, ...]:
    """The title and every block of a guide once. Raises `CurriculumError` when the file is broken."""
    matter, body = parts(module)
    texts = filter(markdown.has_words, [matter["title"], *markdown.blocks(body)])
    return _once([Message(text, module.guide.name) for text in texts])


def lesson_blocks(module: Module) -> list[str]:
    """The Markdown blocks of a lesson that have words."""
    cells = read_notebook(module.lesson)["cells"]
    texts = [source_of(cell) for cell in cells if cell.get("cell_type") == "markdown"]
    return [block for text in texts for block in markdown.blocks(text) if markdown.has_words(block)]


def _questions(module: Module) -> list[str]:
    content = read_yaml(module.quiz)
    for reason, reason_en in quiz_problems(content, len(module.objectives)):
        raise CurriculumError(module.quiz, reason, reason_en)
    return quiz_strings(content)


def _once(messages: list[Message]) -> tuple[Message, ...]:
    first: dict = {}
    for message in messages:
        first.setdefault(message.text, message)
    return tuple(first.values())
