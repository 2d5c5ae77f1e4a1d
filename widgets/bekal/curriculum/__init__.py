"""The curriculum: modules, lessons, quizzes, guides and their translations, read from their folders."""

from __future__ import annotations

from bekal.curriculum.coverage import completeness, languages
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.lessons import Cell, lesson_cells
from bekal.curriculum.library import Module, load, module, modules
from bekal.curriculum.pillars import PILLARS, Pillar, pillar
from bekal.curriculum.translations import in_language

__all__ = [
    "PILLARS", "Cell", "CurriculumError", "Module", "Pillar", "completeness", "in_language", "languages",
    "lesson_cells", "load", "module", "modules", "pillar",
]  # fmt: skip
