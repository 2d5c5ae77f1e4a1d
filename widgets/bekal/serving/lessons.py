"""A lesson's notebook as the body of a page: translated block by block, drawn by nbconvert, never run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from nbconvert.exporters.html import HTMLExporter
from nbformat import v4

from bekal.curriculum import Cell, Module, lesson_cells
from bekal.frontend.pages import activity_place

TEMPLATES = Path(__file__).parent / "lesson_template"

PICTURE = re.compile(r"\]\(images/([^)\s]+)")
PICTURE_ENDINGS = {".png", ".jpg", ".jpeg", ".webp", ".svg"}


@dataclass(frozen=True)
class Body:
    """A lesson as HTML, the slugs of the activities in it, and its pictures by the name under which they are served."""

    html: str
    activities: tuple[str, ...]
    pictures: dict[str, Path]


def body(module: Module, lang: str) -> Body:
    """The lesson in one language. Raises `CurriculumError` when the notebook is broken."""
    cells = [cell for cell in lesson_cells(module, lang) if cell.kind != "code"]
    pictures = served_pictures(module)
    names = {file.name: name for name, file in pictures.items()}
    notebook = v4.new_notebook(cells=[_drawn(cell, lang, names) for cell in cells])
    html, _ = _exporter().from_notebook_node(notebook)
    return Body(_without_title(html), tuple(cell.slug for cell in cells if cell.kind == "activity"), pictures)


def served_pictures(module: Module) -> dict[str, Path]:
    """A module's pictures by names that change with their content."""
    folder = module.folder / "images"
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return {_served_name(module, file): file for file in files if file.suffix.lower() in PICTURE_ENDINGS}


def _served_name(module: Module, file: Path) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", f"{module.slug}-{file.stem}".lower()).strip("-")[:60]
    return f"{stem}.{sha256(file.read_bytes()).hexdigest()[:12]}{file.suffix.lower()}"


def _drawn(cell: Cell, lang: str, names: dict[str, str]):
    if cell.kind == "activity":
        return v4.new_code_cell(metadata={"place": activity_place(cell.slug, cell.example, lang)})
    found = PICTURE.sub(lambda link: f"](/assets/{names.get(link[1], link[1])}", cell.source)
    return v4.new_markdown_cell(found)


def _without_title(html: str) -> str:
    """The body without its first heading, which the page shows above it."""
    return re.sub(r"\A\s*<h1[^>]*>.*?</h1>\s*", "", html, count=1, flags=re.S)


@cache
def _exporter() -> HTMLExporter:
    """nbconvert with our own template; it runs nothing and asks for nothing from elsewhere."""
    exporter = HTMLExporter(
        template_name="bekal",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_anchor_links=True,
        language_code="id",
        sanitize_html=False,
    )
    exporter.default_preprocessors = []
    return exporter
