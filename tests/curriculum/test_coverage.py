"""A language is offered when next to nothing is missing in it; what is there is counted."""

from __future__ import annotations

from bekal.curriculum import completeness, in_language, languages, module
from bekal.curriculum.coverage import Completeness, figures
from bekal.curriculum.messages import module_messages
from tests.curriculum.project import MODULE, translate

EN = "locales/en/modules/send-money.po"


def clear(project, name: str, words: str) -> None:
    path = project.root / name
    text = path.read_text(encoding="utf-8")
    assert f'msgstr "{words}"' in text
    path.write_text(text.replace(f'msgstr "{words}"', 'msgstr ""'), encoding="utf-8")


def test_a_complete_language_is_offered(project):
    assert languages(project.modules_root) == ("id", "en")


def test_one_missing_message_is_counted_and_does_not_take_the_language_away(project):
    clear(project, EN, "Simpan bukti kirim.")
    found = completeness(module("send-money", project.modules_root), "en")
    assert found.total - found.translated == 1
    assert not found.complete
    assert languages(project.modules_root) == ("id", "en")


def test_a_missing_message_of_the_code_counts_too(project):
    before = figures(project.modules_root)["en"]
    clear(project, "locales/en/bekal.po", "Halo {name}.")
    assert figures(project.modules_root)["en"] == Completeness(before.translated - 1, before.total)


def test_a_new_sentence_makes_a_language_incomplete_at_once(project):
    path = project.root / MODULE / "quiz.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Sebab biaya 1.", "Sebab baru."), encoding="utf-8")
    assert not figures(project.modules_root)["en"].complete


def test_a_language_is_offered_from_ninety_five_in_a_hundred():
    assert Completeness(95, 100).enough
    assert not Completeness(94, 100).enough


def test_a_language_that_has_only_begun(project):
    translate(project.root, "jv", lambda words: "")
    assert languages(project.modules_root) == ("id", "en")
    assert figures(project.modules_root)["jv"].translated == 0


def test_indonesian_is_always_complete(project):
    assert completeness(module("send-money", project.modules_root), "id").complete


def test_a_broken_lesson_is_not_complete(project):
    (project.root / MODULE / "lesson.ipynb").write_text("{", encoding="utf-8")
    assert completeness(module("send-money", project.modules_root), "en") == Completeness(0, 1)


def test_no_catalog_at_all(tmp_path):
    assert languages(tmp_path / "modules") == ("id",)


def test_a_module_in_another_language(project):
    translate(project.root, "en", lambda words: words.upper() if words.startswith("Kirim") else "")
    translated = in_language(module("send-money", project.modules_root), "en")
    assert translated.title == "KIRIM UANG KE RUMAH"
    assert translated.summary == "Hitung biaya kirim yang sebenarnya."
    assert translated.slug == "send-money"


def test_messages_stand_once_and_in_reading_order(project):
    found = module_messages(module("send-money", project.modules_root))
    texts = [message.text for message in found]
    assert len(set(texts)) == len(texts)
    assert texts[0] == "Kirim uang ke rumah"
    files = [message.file for message in found]
    assert files == sorted(files, key=["module.yml", "lesson.ipynb", "quiz.yml"].index)
