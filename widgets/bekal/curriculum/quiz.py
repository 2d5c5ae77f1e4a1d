"""The six questions of a module: asked before, to see where a group stands, and after, with the answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bekal.contract import values
from bekal.contract.activity import Activity
from bekal.contract.blocks import Figure, Note, Verdict
from bekal.contract.fields import Choice, Option
from bekal.contract.text import T, Text
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import read_yaml
from bekal.curriculum.library import Module
from bekal.curriculum.translations import said

QUESTIONS = 6
LETTERS = "abcdef"
NAME = re.compile(r"[a-z][a-z0-9_]*")
BEFORE, AFTER = "before", "after"


@dataclass(frozen=True)
class QuizOption:
    """One answer to choose, whether it is right, and a kind word on why."""

    value: str
    text: Text
    right: bool
    why: Text


@dataclass(frozen=True)
class Question:
    """One question; `objective` is the number of the module's objective that it tests, from 1."""

    name: str
    text: Text
    options: tuple[QuizOption, ...]
    objective: int

    @property
    def right(self) -> QuizOption:
        """The right answer."""
        return next(option for option in self.options if option.right)


@dataclass(frozen=True)
class Quiz:
    """A module's questions, with every translation there is."""

    slug: str
    title: Text
    questions: tuple[Question, ...]


def read_quiz(module: Module) -> Quiz:
    """The quiz of a module. Raises `CurriculumError` with the first rule that its file breaks."""
    content = read_yaml(module.quiz)
    for reason, reason_en in quiz_problems(content, len(module.objectives)):
        raise CurriculumError(module.quiz, reason, reason_en)
    questions = tuple(_question(question, module) for question in content["questions"])
    return Quiz(module.slug, said(module, module.title), questions)


def quiz_strings(content) -> list[str]:
    """The strings to translate of a `quiz.yml` that keeps the rules, in reading order."""
    found = []
    for question in content["questions"]:
        found.append(question["question"])
        for option in question["options"]:
            found += [option["text"], option["why"]]
    return found


def quiz_problems(content, n_objectives: int):
    """Pairs of sentences, Indonesian and English, for every rule that the content of a `quiz.yml` breaks."""
    questions = content.get("questions") if isinstance(content, dict) and set(content) == {"questions"} else None
    if not isinstance(questions, list) or len(questions) != QUESTIONS:
        yield (
            f"Harus ada questions dengan {QUESTIONS} soal.",
            f"There must be questions with {QUESTIONS} entries.",
        )
        return
    for number, question in enumerate(questions, start=1):
        for reason, reason_en in _question_problems(question, n_objectives):
            yield f"Soal {number}: {reason}", f"Question {number}: {reason_en}"
    names = [str(question.get("id")) for question in questions if isinstance(question, dict)]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"id {name} dipakai dua kali.", f"The id {name} is used twice."


def _question_problems(question, n_objectives: int):
    if not isinstance(question, dict) or set(question) != {"id", "question", "options", "objective"}:
        yield (
            "isinya harus id, question, options dan objective.",
            "it must hold id, question, options and objective.",
        )
        return
    if not isinstance(question["id"], str) or not NAME.fullmatch(question["id"]):
        yield "id harus huruf kecil tanpa spasi.", "its id must be lower case without spaces."
    if not _words(question["question"]):
        yield "tulis pertanyaannya.", "write the question."
    if type(question["objective"]) is not int or not 1 <= question["objective"] <= n_objectives:
        yield f"objective harus 1 sampai {n_objectives}.", f"its objective must be 1 to {n_objectives}."
    yield from _option_problems(question["options"])


def _option_problems(options):
    if not isinstance(options, list) or not 2 <= len(options) <= len(LETTERS):
        yield "harus ada 2 sampai 6 pilihan.", "there must be 2 to 6 options."
        return
    for letter, option in zip(LETTERS, options, strict=False):
        if (
            not isinstance(option, dict)
            or not set(option) <= {"text", "right", "why"}
            or not _words(option.get("text"))
        ):
            yield f"pilihan {letter} harus punya text, why, dan right kalau benar.", (
                f"option {letter} must have text, why, and right when it is.")  # fmt: skip
        elif not _words(option.get("why")):
            yield f"pilihan {letter} belum punya why.", f"option {letter} has no why."
        elif option.get("right", True) is not True:
            yield f"pilihan {letter}: right hanya boleh true.", f"option {letter}: right may only be true."
    right = sum(1 for option in options if isinstance(option, dict) and option.get("right") is True)
    if right != 1:
        yield (
            f"harus ada tepat satu jawaban benar, sekarang {right}.",
            f"exactly one option must be right, not {right}.",
        )
    texts = [option.get("text") for option in options if isinstance(option, dict)]
    if len({str(text) for text in texts}) < len(texts):
        yield "ada dua pilihan yang sama.", "two options are alike."


def _words(value) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _question(question: dict, module: Module) -> Question:
    options = tuple(
        QuizOption(letter, said(module, option["text"]), option.get("right", False), said(module, option["why"]))
        for letter, option in zip(LETTERS, question["options"], strict=False)
    )
    return Question(question["id"], said(module, question["question"]), options, question["objective"])


class QuizActivity(Activity):
    """A quiz as an activity: `before` tells only how many are right, `after` tells the answers too."""

    def __init__(self, quiz: Quiz, when: str):
        self.quiz, self.when = quiz, when
        self.slug = f"{quiz.slug}.{when}"
        self.title = TITLES[when]
        self.summary = SUMMARIES[when]
        self.fields = tuple(
            Choice(question.name, question.text, options=tuple(Option(o.value, o.text) for o in question.options))
            for question in quiz.questions
        )

    def answer(self, inputs):
        """How many are right; after the lesson also every question with its right answer and why."""
        chosen = [(question, getattr(inputs, question.name)) for question in self.quiz.questions]
        n_right = sum(question.right.value == value for question, value in chosen)
        total = values.count(len(chosen))
        yield Figure(T("Jawaban benar"), values.count(n_right), T("dari {total} soal", total=total))
        if self.when == BEFORE:
            yield Note(T("Terima kasih. Jawabannya kita bahas di akhir pelajaran."))
            return
        for question, value in chosen:
            yield _verdict(question, value)


TITLES = {BEFORE: T("Sebelum belajar"), AFTER: T("Sesudah belajar")}
SUMMARIES = {
    BEFORE: T("Enam soal singkat. Belum tahu jawabannya? Tidak apa-apa, pilih yang paling mungkin."),
    AFTER: T("Enam soal yang sama. Sekarang jawabannya langsung dibahas."),
}


def _verdict(question: Question, value: str) -> Verdict:
    right = question.right
    if value == right.value:
        return Verdict(question.text, "good", T("Benar: “{answer}” {why}", answer=right.text, why=right.why))
    chosen = next(option for option in question.options if option.value == value)
    reason = T(
        "{why} Jawaban yang benar: “{answer}” {why_right}",
        why=chosen.why,
        answer=right.text,
        why_right=right.why,
    )
    return Verdict(question.text, "warn", reason)
