"""A quiz before says how many are right; after it, every question with its right answer and why."""

from __future__ import annotations

import pytest
import yaml

from bekal.contract.activity import Answer, Refusal
from bekal.curriculum import CurriculumError, module
from bekal.curriculum.quiz import QuizActivity, quiz_problems, read_quiz
from bekal.curriculum.registry import UnknownActivity, activity, answer
from tests.curriculum.project import MODULE, quiz_yml, translate

RIGHT = {"q1": "a", "q2": "b", "q3": "a", "q4": "b", "q5": "a", "q6": "b"}


@pytest.fixture(autouse=True)
def _modules(project, monkeypatch):
    monkeypatch.setenv("BEKAL_MODULES", str(project.modules_root))


def quiz(project, when: str) -> QuizActivity:
    return QuizActivity(read_quiz(module("send-money", project.modules_root)), when)


def test_a_quiz_asks_six_choices_without_a_ready_answer(project):
    before = quiz(project, "before")
    assert before.slug == "send-money.before"
    (section,) = before.declaration("id")["sections"]
    assert [field["name"] for field in section["fields"]] == list(RIGHT)
    assert {field["kind"] for field in section["fields"]} == {"choice"}
    assert [field for field in section["fields"] if "default" in field] == []
    assert section["fields"][0]["options"] == [
        {"value": "a", "label": "Biaya 1"},
        {"value": "b", "label": "Warna loket 1"},
    ]


def test_before_tells_only_how_many_are_right():
    shown = answer("send-money.before", RIGHT | {"q6": "a"})
    assert [block["kind"] for block in shown.blocks] == ["figure", "note"]
    assert shown.blocks[0]["value"] == {"count": 5}
    assert "Sebab" not in str(shown)


def test_after_tells_the_score_and_every_answer():
    shown = answer("send-money.after", RIGHT | {"q2": "a"})
    score, *verdicts = shown.blocks
    assert score["value"] == {"count": 5}
    assert [verdict["tone"] for verdict in verdicts] == ["good", "warn", "good", "good", "good", "good"]
    assert verdicts[0]["reason"]["values"] == {"answer": "Biaya 1", "why": "Sebab biaya 1."}
    assert verdicts[1]["text"] == "Apa yang ditanya nomor 2?"
    assert verdicts[1]["reason"]["values"] == {
        "why": "Sebab biaya 2.",
        "answer": "Warna loket 2",
        "why_right": "Sebab loket 2.",
    }


def test_an_unanswered_question_is_asked_for():
    shown = answer("send-money.before", {"q1": "a"})
    assert isinstance(shown, Refusal)
    assert sorted(shown.errors) == ["q2", "q3", "q4", "q5", "q6"]


def test_a_choice_that_does_not_exist():
    assert set(answer("send-money.after", RIGHT | {"q3": "z"}).errors) == {"q3"}


def test_questions_are_translated_by_the_module_s_catalog(project):
    translate(project.root, "en", lambda words: words.replace("Apa yang ditanya nomor", "What is asked in number"))
    field = activity("send-money.before").declaration("en")["sections"][0]["fields"][0]
    assert field["label"] == "What is asked in number 1?"
    assert activity("send-money.before").declaration("id")["sections"][0]["fields"][0]["label"].startswith("Apa")


def test_a_changed_quiz_is_read_again(project):
    assert isinstance(answer("send-money.before", RIGHT), Answer)
    path = project.root / MODULE / "quiz.yml"
    path.write_text(quiz_yml().replace("id: q6", "id: last"), encoding="utf-8")
    assert set(answer("send-money.before", RIGHT).errors) == {"q6", "last"}


def test_a_quiz_in_words_lists_what_can_be_chosen():
    lines = repr(activity("send-money.before")).splitlines()
    assert lines[:4] == ["Sebelum belajar", "  Apa yang ditanya nomor 1?", "    ( ) Biaya 1", "    ( ) Warna loket 1"]


@pytest.mark.parametrize("slug", ["fly-home", "fly-home.before", "send-money.during", "", ".before", "send-money."])
def test_what_does_not_exist(slug):
    with pytest.raises(UnknownActivity):
        activity(slug)


def test_a_broken_quiz_is_no_activity(project):
    (project.root / MODULE / "quiz.yml").write_text(quiz_yml(5), encoding="utf-8")
    with pytest.raises(UnknownActivity):
        activity("send-money.before")
    with pytest.raises(CurriculumError):
        quiz(project, "before")


def test_an_activity_of_a_lesson_is_found_too():
    assert activity("send-money").slug == "send-money"


def set_in(path: str, value):
    """A breaker that sets or, with None, removes one value of the first question."""

    def breaker(questions):
        target = questions[0]
        *above, last = path.split(".")
        for step in above:
            target = target[int(step) if step.isdigit() else step]
        if value is None:
            del target[last]
        else:
            target[last] = value

    return breaker


BROKEN = {
    "five questions": (lambda questions: questions.pop(), "6 soal"),
    "a question of words": (lambda questions: questions.insert(0, questions.pop() and "Apa?"), "isinya harus"),
    "no id": (set_in("id", None), "isinya harus"),
    "an id with spaces": (set_in("id", "soal satu"), "id harus huruf kecil"),
    "the id of another": (set_in("id", "q2"), "id q2 dipakai dua kali"),
    "no words": (set_in("question", " "), "tulis pertanyaannya"),
    "an objective too many": (set_in("objective", 3), "objective harus 1 sampai 2"),
    "one option": (lambda questions: questions[0]["options"].pop(), "2 sampai 6 pilihan"),
    "no option": (set_in("options", "a"), "2 sampai 6 pilihan"),
    "an option without words": (set_in("options.0.text", ""), "pilihan a harus punya text"),
    "an option without a why": (set_in("options.1.why", None), "pilihan b belum punya why"),
    "a wrong option marked": (set_in("options.1.right", False), "right hanya boleh true"),
    "two right options": (set_in("options.1.right", True), "sekarang 2"),
    "no right option": (set_in("options.0.right", None), "sekarang 0"),
    "two options alike": (set_in("options.1.text", "Biaya 1"), "dua pilihan yang sama"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_every_rule_of_a_quiz(what):
    breaker, reason = BROKEN[what]
    content = yaml.safe_load(quiz_yml())
    assert list(quiz_problems(content, 2)) == []
    breaker(content["questions"])
    found = list(quiz_problems(content, 2))
    assert any(reason in indonesian for indonesian, _ in found), found


@pytest.mark.parametrize("content", [None, [], "x", {"questions": 6}, {"soal": []}])
def test_a_file_that_is_no_quiz(content):
    assert len(list(quiz_problems(content, 2))) == 1
