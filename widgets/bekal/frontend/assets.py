"""Joins the small script and style files into the one script and one style sheet that a browser is given."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bekal.frontend.icons import outlines

HERE = Path(__file__).parent
SCRIPTS, STYLES = HERE / "js", HERE / "css"
GENERATED = "icons.js"
IMPORT = re.compile(r'import \{[^}]*\} from "\./([a-z]+\.js)";$')
DECLARED = re.compile(r"(?:export )?(?:async )?(?:function|const|let|class) (\w+)")
COMMENT = re.compile(r"\s*//")
PAGE_STYLES = ("tokens.css", "form.css", "blocks.css", "page.css", "print.css")
WIDGET_STYLES = ("tokens.css", "form.css", "blocks.css", "print.css")


class BadScript(ValueError):
    """A script file cannot be joined with the others."""


@dataclass(frozen=True)
class Asset:
    """A file to serve under a name that changes with its content."""

    name: str
    text: str
    media_type: str


@cache
def page_script() -> Asset:
    """The class page's script: a module without imports that starts itself."""
    return _asset("activity", "js", joined("page.js"), "text/javascript")


@cache
def widget_script() -> str:
    """The notebook's script: anywidget's `_esm`, whose default export has `render`."""
    return joined("kernel.js")


@cache
def page_styles() -> Asset:
    """The class page's style sheet."""
    return _asset("activity", "css", _styles(PAGE_STYLES), "text/css")


@cache
def widget_styles() -> str:
    """The notebook's style sheet: what an activity needs, and nothing for whole pages."""
    return _styles(WIDGET_STYLES)


@cache
def favicon() -> Asset:
    """Bekal's sign for the browser's tab."""
    return _asset("bekal", "svg", (HERE / "logo" / "sign.svg").read_text("utf-8"), "image/svg+xml")


def page_assets() -> tuple[Asset, ...]:
    """Everything a page asks for beside itself."""
    return page_styles(), page_script(), favicon()


def joined(entry: str, folder: Path = SCRIPTS) -> str:
    """One script of a module and all it imports, each once and before its users; refuses names declared twice."""
    order: list[str] = []
    _visit(entry, folder, order, ())
    seen: dict[str, str] = {}
    for name in order:
        for declared in DECLARED.findall("\n".join(line for line in _source(name, folder) if not line.startswith(" "))):
            if declared in seen:
                raise BadScript(f"{name} and {seen[declared]} both declare {declared}")
            seen[declared] = name
    return "\n".join(line for name in order for line in _body(name, folder, name == entry)) + "\n"


def _visit(name: str, folder: Path, order: list[str], above: tuple[str, ...]) -> None:
    if name in above:
        raise BadScript(f"{name} imports itself through {' and '.join(above)}")
    if name in order:
        return
    for line in _source(name, folder):
        if line.startswith("import "):
            found = IMPORT.match(line)
            if not found:
                raise BadScript(f"{name}: only named imports of files beside it: {line}")
            _visit(found.group(1), folder, order, (*above, name))
    order.append(name)


def _source(name: str, folder: Path) -> list[str]:
    if name == GENERATED:
        return [f"export const ICONS = {json.dumps(outlines(), separators=(',', ':'))};"]
    return (folder / name).read_text("utf-8").splitlines()


def _body(name: str, folder: Path, is_entry: bool):
    """The lines that do something, without indentation: multi-line strings are not used."""
    for line in _source(name, folder):
        if line.strip() and not line.startswith("import ") and not COMMENT.match(line):
            kept = line if is_entry else line.removeprefix("export ")
            yield kept.strip()


def _styles(names: tuple[str, ...]) -> str:
    text = "\n".join((STYLES / name).read_text("utf-8") for name in names)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r" ?([{};,]) ?", r"\1", text).replace(": ", ":").strip() + "\n"


def _asset(stem: str, ending: str, text: str, media_type: str) -> Asset:
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Asset(f"{stem}.{digest}.{ending}", text, media_type)
