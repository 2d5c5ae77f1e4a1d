"""Translations: nothing missing, fuzzy or left over in English; the same places and marks in every language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bekal.authoring import catalogs
from bekal.authoring.problems import Problem, error, warning
from bekal.authoring.project import Project
from bekal.curriculum.errors import CurriculumError

COMPLETE = ("en",)  # languages in which something missing fails the check; others may be on their way
PLACE = re.compile(r"\{[a-z_][a-z0-9_]*\}")
HEADING = re.compile(r"#{1,6} ")
TARGET = re.compile(r"\]\(([^)\s]*)")
ITEM = re.compile(r"^\s*(?:\d+[.)]|[-*+]) ", re.MULTILINE)
SHOWN = 60  # letters of a message that are shown


def check(project: Project) -> Iterator[Problem]:
    """What is wrong with the catalogs of all languages, and what no catalog can hold."""
    for name, line in catalogs.unseen(project):
        yield error(name, f"baris {line} | line {line}", "Kalimat di T atau N harus ditulis langsung, tanpa hitungan.",
                    "The sentence in T or N must be written out, not computed.")  # fmt: skip
    for lang in project.languages:
        found = catalogs.sources(project, lang)[0]
        for source in found:
            file = project.name(source.path)
            try:
                yield from _counted(file, catalogs.count(source), error if lang in COMPLETE else warning)
                yield from _compared(file, source)
            except CurriculumError as problem:
                yield error(file, "", problem.reason, problem.reason_en)
        if not project.loaded[1]:
            yield from _strays(project, lang, {source.path for source in found})


def _counted(file: str, count: catalogs.Count, say) -> Iterator[Problem]:
    for messages, sentence, sentence_en in (
        (count.missing, "belum diterjemahkan", "not translated"),
        (count.fuzzy, "bertanda fuzzy: periksa terjemahannya", "marked fuzzy: check the translation"),
    ):
        if messages:
            yield say(
                file,
                _short(messages[0]),
                f"{len(messages)} pesan {sentence}.",
                f"{len(messages)} messages {sentence_en}.",
            )
    if count.unused:
        sentence = f"{len(count.unused)} pesan sudah tidak ada. Jalankan: bekal translations extract."
        sentence_en = f"{len(count.unused)} messages are gone. Run: bekal translations extract."
        yield error(file, _short(count.unused[0]), sentence, sentence_en)
    if count.obsolete:
        sentence = f"{len(count.obsolete)} terjemahan lama tidak dipakai lagi."
        sentence_en = f"{len(count.obsolete)} old translations are no longer used."
        yield warning(file, _short(count.obsolete[0]), sentence, sentence_en)


def _short(message: str) -> str:
    line = message.split("\n")[0]
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def _compared(file: str, source: catalogs.Source) -> Iterator[Problem]:
    for wanted, found in catalogs.entries(source):
        if catalogs.filled(found) and not found.fuzzy:
            for sentence, sentence_en in differences(wanted.id, found.string):
                yield error(file, _short(catalogs.key(wanted)), sentence, sentence_en)


def differences(message, translation) -> Iterator[tuple[str, str]]:
    """How a translation differs from its message in what must not be translated; forms are tuples."""
    indonesian = (message,) if isinstance(message, str) else tuple(message)
    forms = (translation,) if isinstance(translation, str) else tuple(translation)
    for at, form in enumerate(forms):
        original = indonesian[min(at, len(indonesian) - 1)]
        optional = {"{count}"} if len(forms) > 1 and at == 0 else set()
        wanted, got = set(PLACE.findall(original)), set(PLACE.findall(form))
        if wanted - got - optional or got - wanted:
            names = " ".join(sorted(wanted ^ got))
            yield f"Tempat isian berbeda: {names}.", f"The places differ: {names}."
        yield from _marks(original, form)


def _marks(original: str, form: str) -> Iterator[tuple[str, str]]:
    if HEADING.findall(original[:7]) != HEADING.findall(form[:7]):
        yield "Tanda judul (#) berbeda.", "The heading marks (#) differ."
    if Counter(TARGET.findall(original)) != Counter(TARGET.findall(form)):
        yield "Tautan atau gambarnya berbeda.", "Its links or pictures differ."
    if len(ITEM.findall(original)) != len(ITEM.findall(form)):
        yield "Banyaknya butir daftar berbeda.", "The number of list items differs."


def _strays(project: Project, lang: str, known: set) -> Iterator[Problem]:
    """Catalogs of modules that no longer exist."""
    for path in sorted((project.locales / lang).rglob("*.po")):
        if path not in known:
            sentence = "Tidak ada modul atau panduan untuk katalog ini."
            yield error(project.name(path), "", sentence, "No module or guide belongs to this catalog.")
