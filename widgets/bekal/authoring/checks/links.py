"""Links and pictures: those of the project exist, those of the world are well-formed and no CDN. No network is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt

from bekal.authoring.problems import Problem, error
from bekal.authoring.project import Project
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import read_notebook, read_text
from bekal.curriculum.lessons import source_of

CDNS = (
    "cdn.", "unpkg.com", "jsdelivr.net", "cdnjs.cloudflare.com", "googleapis.com", "gstatic.com", "bootstrapcdn.com",
    "esm.sh", "skypack.dev", "cloudfront.net",
)  # fmt: skip
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
HTML_LINK = re.compile(r"""\b(?:src|href)\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
NOT_SLUG = re.compile(r"[^\w\- ]")
_markdown = MarkdownIt().enable("table")


def check(project: Project) -> Iterator[Problem]:
    """What is wrong with the links and pictures of lessons, guides and the project's own pages."""
    for path, text in _documents(project):
        tokens = list(_walk(_markdown.parse(text)))
        anchors = set(_anchors(tokens))
        for target, alt in _targets(tokens):
            for sentence, sentence_en in _wrong(target, alt, path, anchors):
                yield error(project.name(path), target or "-", sentence, sentence_en)


def _documents(project: Project) -> Iterator[tuple[Path, str]]:
    for module in project.modules:
        try:
            cells = read_notebook(module.lesson)["cells"]
        except CurriculumError:
            continue
        yield module.lesson, "\n\n".join(source_of(cell) for cell in cells if cell.get("cell_type") == "markdown")
    for path in [*sorted(project.guides.glob("*.md")), *sorted(project.root.glob("*.md"))]:
        yield path, read_text(path)


def _walk(tokens) -> Iterator:
    for token in tokens:
        yield token
        yield from _walk(token.children or ())


def _targets(tokens) -> Iterator[tuple[str, str | None]]:
    """Every link's and picture's target; pictures with the words that stand for them."""
    for token in tokens:
        if token.type == "link_open":
            yield token.attrs["href"], None
        elif token.type == "image":
            yield token.attrs["src"], token.content
        elif token.type in ("html_block", "html_inline"):
            yield from ((target, None) for target in HTML_LINK.findall(token.content))


def _wrong(target: str, alt: str | None, path: Path, anchors: set) -> Iterator[tuple[str, str]]:
    if alt is not None and not alt.strip():
        yield "Gambar ini belum punya kata pengganti.", "This picture has no words that stand for it."
    parts = urlsplit(target)
    if parts.scheme in ("http", "https"):
        yield from _wrong_address(parts)
    elif parts.scheme == "mailto" or parts.scheme == "tel":
        return
    elif parts.scheme or parts.netloc or target.startswith("/"):
        yield "Alamat ini bukan http(s) dan bukan berkas proyek.", "This is neither http(s) nor a file of the project."
    elif parts.path and not (path.parent / unquote(parts.path)).exists():
        yield "Berkas ini tidak ada.", "This file does not exist."
    elif not parts.path and unquote(parts.fragment) not in anchors:
        yield "Judul ini tidak ada di halaman ini.", "There is no such heading on this page."


def _wrong_address(parts) -> Iterator[tuple[str, str]]:
    host = parts.hostname or ""
    if not HOST.fullmatch(host) or " " in parts.geturl():
        yield "Alamat ini salah tulis.", "This address is not well-formed."
    elif any(host.startswith(cdn) if cdn.endswith(".") else _within(host, cdn) for cdn in CDNS):
        yield "Alamat ini CDN; simpan berkasnya di proyek.", "This is a CDN; keep the file in the project."


def _within(host: str, domain: str) -> bool:
    return host == domain or host.endswith("." + domain)


def _anchors(tokens) -> Iterator[str]:
    """The names under which headings can be linked to, as GitHub and JupyterLab make them."""
    for token, after in pairwise(tokens):
        if token.type == "heading_open":
            text = "".join(child.content for child in after.children)
            yield NOT_SLUG.sub("", text.lower()).replace(" ", "-")
            yield text.replace(" ", "-")
