"""The lists of packages say the same thing in all four places, hold nothing of one machine, and are hashed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.setup.agreement import disagreements

ROOT = Path(__file__).resolve().parents[2]
FILES = (
    "pyproject.toml",
    "environment.yml",
    "requirements/base.in",
    "requirements/base.txt",
    "requirements/test.in",
    "requirements/test.txt",
)
LISTS = [ROOT / "requirements" / name for name in ("base.txt", "test.txt")]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "requirements").mkdir()
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_all_four_places_agree():
    assert disagreements(ROOT) == []


@pytest.mark.parametrize(
    ("file", "before", "after", "complaint"),
    [
        ("environment.yml", "pandas=3.1", "pandas=2.2", "environment.yml: pandas=2.2 is not the pinned version"),
        ("environment.yml", "  - nbval=0.11\n", "", "environment.yml: nbval is missing or too much"),
        ("environment.yml", "python>=3.11", "python>=3.9", "environment.yml: python is not >=3.11"),
        ("environment.yml", "playwright==", "playwright==0.", "is not the pinned version"),
        ("environment.yml", "  - nodefaults\n", "", "the channels are not conda-forge alone"),
        ("environment.yml", "      - --editable .\n", "", "Bekal itself is not installed"),
        ("pyproject.toml", '"voila>=0.5.13,<0.6"', '"voila>=0.6"', "base.txt: voila is not pinned within >=0.6"),
        ("pyproject.toml", '    "segno>=1.6,<2",\n', "", "base.in: segno has <2,>=1.6, pyproject.toml has None"),
        ("requirements/test.in", "nbval>=0.11", "nbval>=0.10", "test.in: nbval has"),
        ("requirements/base.txt", "pandas==3.", "pandas==2.", "base.txt: pandas is not pinned within"),
        ("requirements/test.txt", "tornado==", "tornado==1", "test.txt: tornado is not pinned as in base.txt"),
    ],
)
def test_a_broken_copy_is_noticed(copy: Path, file: str, before: str, after: str, complaint: str):
    text = (copy / file).read_text(encoding="utf-8")
    assert before in text
    (copy / file).write_text(text.replace(before, after), encoding="utf-8")
    assert any(complaint in found for found in disagreements(copy))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_package_is_pinned_and_hashed(path: Path):
    entries = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())
    pinned = r"[\w.-]+==[\w.!+-]+( ; [^\\\n]+)? \\(\n    --hash=sha256:[0-9a-f]{64}( \\)?)+"
    assert [entry for entry in entries if not re.fullmatch(pinned, entry)] == []


@pytest.mark.parametrize("path", [ROOT / name for name in FILES], ids=lambda path: path.name)
def test_nothing_of_one_machine_or_one_index(path: Path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(
        r"https?://|file:|--(extra-)?index-url|--find-links|(?<![\w.])/(opt|home|root|tmp|usr|work)/", text
    )
