"""`bekal check`: everything an author can get wrong, told calmly and in one place."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from bekal.authoring.checks import CHECKS
from bekal.authoring.problems import ERROR, WARNING, Problem, error
from bekal.authoring.project import Project, here

SIGNS = {ERROR: "✗", WARNING: "!"}


@dataclass(frozen=True)
class Finding:
    """What one check found."""

    check: str
    problems: tuple[Problem, ...]


def add_arguments(parser) -> None:
    """The options of `bekal check`."""
    parser.add_argument(
        "checks",
        nargs="*",
        metavar="pemeriksaan",
        help=f"hanya ini | only these: {', '.join(CHECKS)}",
    )
    parser.add_argument(
        "--today",
        type=_day,
        default=str(date.today()),
        help="periksa seakan hari ini, misalnya 2026-11-24 | check as if on this day",
    )
    parser.add_argument("--json", action="store_true", help="tulis sebagai JSON | write JSON")
    parser.add_argument("--root", type=Path, help="folder proyek yang lain | another project folder")


def run(arguments) -> int:
    """Run the checks and print what they find; 1 when there is an error, 2 when there is no such check."""
    unknown = [name for name in arguments.checks if name not in CHECKS]
    if unknown:
        print(f"Tidak ada pemeriksaan {unknown[0]}. Pilih: {', '.join(CHECKS)}.")
        print(f"There is no check {unknown[0]}. Choose: {', '.join(CHECKS)}.")
        return 2
    found = findings(here(arguments.today, arguments.root), arguments.checks or CHECKS)
    print(as_json(found) if arguments.json else as_text(found))
    return 1 if count(found, ERROR) else 0


def findings(project: Project, names: Iterable[str] = tuple(CHECKS)) -> list[Finding]:
    """What the named checks find, in order; a check that breaks down is an error of its own."""
    return [Finding(name, _problems(name, project)) for name in names]


def _problems(name: str, project: Project) -> tuple[Problem, ...]:
    found: list[Problem] = []
    try:
        found += CHECKS[name][1](project)
    except Exception as broken:  # one check that breaks down must not hide what the others find
        told = f"{type(broken).__name__}: {broken}"
        found.append(error("bekal check", name, f"Pemeriksaan ini gagal ({told}).", f"This check failed ({told})."))
    return tuple(found)


def count(found: list[Finding], level: str) -> int:
    """How many problems of a level there are."""
    return sum(problem.level == level for finding in found for problem in finding.problems)


def as_json(found: list[Finding]) -> str:
    """The findings for other programs."""
    problems = [{"check": finding.check, **asdict(problem)} for finding in found for problem in finding.problems]
    figures = {"errors": count(found, ERROR), "warnings": count(found, WARNING), "checks": len(found)}
    return json.dumps({**figures, "problems": problems}, ensure_ascii=False, indent=2)


def as_text(found: list[Finding]) -> str:
    """The findings for people: check by check, file by file, the counts in the last line."""
    lines: list[str] = []
    for finding in found:
        lines += _told(finding)
    n_errors, n_warnings, n_checks = count(found, ERROR), count(found, WARNING), len(found)
    indonesian = f"{n_checks} pemeriksaan: {n_errors} kesalahan, {n_warnings} peringatan."
    english = f"{n_checks} checks: {n_errors} errors, {n_warnings} warnings."
    return "\n".join([*lines, "", f"{indonesian} | {english}"])


def _told(finding: Finding) -> list[str]:
    name = f"{CHECKS[finding.check][0]} | {finding.check}"
    if not finding.problems:
        return [f"✓ {name}"]
    lines = [f"{_worst(finding)} {name}"]
    for file in dict.fromkeys(problem.file for problem in finding.problems):
        lines.append(f"    {file}")
        for problem in finding.problems:
            if problem.file == file:
                place = f"{problem.place}: " if problem.place else ""
                lines += [f"      {SIGNS[problem.level]} {place}{problem.sentence}", f"        {problem.sentence_en}"]
    return lines


def _worst(finding: Finding) -> str:
    return SIGNS[ERROR if any(problem.level == ERROR for problem in finding.problems) else WARNING]


def _day(text: str) -> str:
    return str(date.fromisoformat(text))
