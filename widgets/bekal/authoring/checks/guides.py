"""Facilitators' guides: one for every module, with steps whose minutes add up to the module's."""

from __future__ import annotations

from collections.abc import Iterator

from bekal.authoring.problems import Problem, error
from bekal.authoring.project import Project
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.guides import parts, steps
from bekal.curriculum.library import Module


def check(project: Project) -> Iterator[Problem]:
    """What is wrong with the guides, and which guide belongs to no module."""
    for module in project.modules:
        yield from _guide(project, module)
    expected = {module.guide for module in project.modules}
    broken = {problem.file for problem in project.loaded[1]}
    for path in sorted(project.guides.glob("*.md")):
        if path not in expected and path.name != "README.md" and not broken:
            yield error(
                project.name(path), "", "Tidak ada modul untuk panduan ini.", "No module belongs to this guide."
            )


def _guide(project: Project, module: Module) -> Iterator[Problem]:
    file = project.name(module.guide)
    try:
        matter, body = parts(module)
    except CurriculumError as problem:
        yield error(file, "", problem.reason, problem.reason_en)
        return
    if matter["slug"] != module.slug:
        yield error(file, "slug", f"slug harus {module.slug}.", f"The slug must be {module.slug}.")
    found = steps(body)
    headings = [line for line in body.splitlines() if line.startswith("## Langkah")]
    if len(found) != len(headings) or [step.number for step in found] != list(range(1, len(found) + 1)) or not found:
        yield error(file, "## Langkah", "Langkah ditulis: ## Langkah 1: Nama (10 menit), dinomori berurutan.",
                    "Steps are written: ## Langkah 1: Name (10 menit), numbered in order.")  # fmt: skip
        return
    total = sum(step.minutes for step in found)
    if total != module.minutes:
        yield error(file, "menit", f"Langkahnya {total} menit, module.yml {module.minutes} menit.",
                    f"Its steps take {total} minutes, module.yml says {module.minutes}.")  # fmt: skip
