"""The checks of `bekal check`: each takes the project and yields problems."""

from __future__ import annotations

from bekal.authoring.checks import (
    boards,
    datasets,
    freshness,
    guides,
    lessons,
    links,
    outputs,
    quizzes,
    structure,
    translations,
    wording,
)

# name: (Indonesian name, the check)
CHECKS = {
    "structure": ("Susunan", structure.check),
    "lessons": ("Pelajaran", lessons.check),
    "quizzes": ("Kuis", quizzes.check),
    "guides": ("Panduan", guides.check),
    "boards": ("Angka untuk papan", boards.check),
    "datasets": ("Data", datasets.check),
    "translations": ("Terjemahan", translations.check),
    "links": ("Tautan", links.check),
    "freshness": ("Umur data", freshness.check),
    "outputs": ("Contoh hitungan", outputs.check),
    "wording": ("Kalimat", wording.check),
}
