"""Every activity by slug: `send-money`, and the quizzes that its module brings, `send-money.before`."""

from __future__ import annotations

from bekal import activities
from bekal.activities import UnknownActivity
from bekal.contract.activity import Activity, Answer, Refusal
from bekal.contract.translation import SOURCE
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import remembered, stamp
from bekal.curriculum.library import Module, UnknownModule, module
from bekal.curriculum.quiz import AFTER, BEFORE, QuizActivity, read_quiz
from bekal.curriculum.translations import module_catalog, other_languages

__all__ = ["UnknownActivity", "activity", "answer"]


def activity(slug: str) -> Activity:
    """The activity or quiz with this slug. Raises `UnknownActivity`."""
    of_module, _, when = slug.partition(".")
    return _quiz(of_module, when) if when in (BEFORE, AFTER) else activities.activity(slug)


def answer(slug: str, inputs: dict, lang: str = SOURCE) -> Answer | Refusal:
    """Inputs as typed by a participant in, an `Answer` or a `Refusal` out. Raises `UnknownActivity`."""
    return activity(slug).respond(inputs, lang)


def _quiz(slug: str, when: str) -> QuizActivity:
    try:
        found = module(slug)
        return remembered(("quiz", found.folder, when), _stamps(found), lambda: QuizActivity(read_quiz(found), when))
    except (UnknownModule, CurriculumError):
        raise UnknownActivity(f"{slug}.{when}") from None


def _stamps(module: Module) -> tuple:
    """What changes when the quiz or one of its translations changes."""
    languages = other_languages(module.project)
    catalogs = tuple((lang, stamp(module_catalog(module, lang))) for lang in languages)
    return (stamp(module.quiz), stamp(module.folder / "module.yml"), catalogs)
