"""Quizzes: six questions, one right answer each, a kind why for every answer, every objective tested."""

from __future__ import annotations

from collections.abc import Iterator

from bekal.authoring.problems import Problem, error, warning
from bekal.authoring.project import Project
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import read_yaml
from bekal.curriculum.library import Module
from bekal.curriculum.quiz import quiz_problems


def check(project: Project) -> Iterator[Problem]:
    """What is wrong with the quizzes."""
    for module in project.modules:
        file = project.name(module.quiz)
        try:
            content = read_yaml(module.quiz)
        except CurriculumError as problem:
            yield error(file, "", problem.reason, problem.reason_en)
            continue
        broken = [error(file, "", *sentences) for sentences in quiz_problems(content, len(module.objectives))]
        yield from broken or _untested(file, content["questions"], module)


def _untested(file: str, questions: list, module: Module) -> Iterator[Problem]:
    tested = {question["objective"] for question in questions}
    for number in sorted(set(range(1, len(module.objectives) + 1)) - tested):
        yield warning(
            file, "objective", f"Tidak ada soal untuk tujuan {number}.", f"No question tests objective {number}."
        )
    first = [next(at for at, option in enumerate(question["options"]) if option.get("right")) for question in questions]
    if len(set(first)) == 1:
        yield warning(file, "right", "Jawaban benarnya selalu di tempat yang sama.",
                      "The right answer always stands in the same place.")  # fmt: skip
