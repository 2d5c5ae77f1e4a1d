"""Gettext catalogs of the code, the modules and the guides: gathered from what is written, merged, counted."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po, write_po

from bekal.authoring.project import Project
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.messages import guide_messages, module_messages
from bekal.curriculum.translations import CODE, guide_catalog, module_catalog

KEYWORDS = {"T": 1, "N": 2, "_": 1}  # how many arguments of a call are messages
HEADER = """\
# Isi setiap msgstr. Jangan ubah msgid. Hapus tanda "fuzzy" setelah terjemahannya diperiksa.
# Fill in every msgstr. Leave every msgid. Remove the mark "fuzzy" once a translation has been checked.
msgid ""
msgstr ""
"Language: {lang}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


@dataclass(frozen=True)
class Source:
    """One catalog of one language: its file, and the messages that should stand in it."""

    lang: str
    path: Path
    template: Catalog


@dataclass(frozen=True)
class Count:
    """How a catalog stands: all messages, and which of them are missing, fuzzy, or no longer used."""

    total: int
    missing: tuple[str, ...]
    fuzzy: tuple[str, ...]
    unused: tuple[str, ...]
    obsolete: tuple[str, ...]

    @property
    def translated(self) -> int:
        """How many messages have a checked translation."""
        return self.total - len(self.missing) - len(self.fuzzy)


def sources(project: Project, lang: str) -> tuple[list[Source], list[CurriculumError]]:
    """All catalogs of a language, and the files that are too broken to gather messages from."""
    found = [Source(lang, project.locales / lang / CODE, code_template(project))]
    problems = []
    for module in project.modules:
        gathered = [(module_catalog, module_messages)] + [(guide_catalog, guide_messages)] * module.guide.is_file()
        for path_of, messages_of in gathered:
            try:
                found.append(Source(lang, path_of(module, lang), _template(messages_of(module))))
            except CurriculumError as error:
                problems.append(error)
    return found, problems


def code_template(project: Project) -> Catalog:
    """The messages of the code: `T("...")`, `N("one", "many", n)` and `_("...")`, in the order of files."""
    template = Catalog()
    for name, call in _calls(project):
        words = [word.value for word in _words(call) if isinstance(word, ast.Constant)]
        if len(words) == KEYWORDS[call.func.id]:
            template.add(words[0] if len(words) == 1 else tuple(words), locations=[(name, None)])
    return template


def unseen(project: Project) -> list[tuple[str, int]]:
    """File and line of every sentence in the code that is computed, so that it cannot be gathered."""
    return [
        (name, call.lineno)
        for name, call in _calls(project)
        if not all(isinstance(word, ast.Constant) for word in _words(call))
    ]


def _calls(project: Project) -> Iterator[tuple[str, ast.Call]]:
    """Every call that holds messages, also inside another one, where Babel's own extractor stops looking."""
    for file in sorted(project.code.rglob("*.py")):
        nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        calls = [node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
        for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
            if call.func.id in KEYWORDS:
                yield project.name(file), call


def _words(call: ast.Call) -> list[ast.expr]:
    return call.args[: KEYWORDS[call.func.id]]


def _template(messages) -> Catalog:
    template = Catalog()
    for message in messages:
        template.add(message.text, locations=[(message.file, None)])
    return template


def merged(source: Source) -> Catalog:
    """The catalog as it should be: known translations kept, near ones marked fuzzy, unused ones kept aside."""
    catalog = _existing(source) or Catalog(locale=source.lang)
    catalog.update(source.template)
    return catalog


def write(source: Source, prune: bool = False) -> bool:
    """Bring the catalog's file up to date, `prune` without unused translations; whether the file changed."""
    text = written(merged(source), source.lang, prune)
    if source.path.is_file() and source.path.read_text(encoding="utf-8") == text:
        return False
    source.path.parent.mkdir(parents=True, exist_ok=True)
    source.path.write_text(text, encoding="utf-8", newline="\n")
    return True


def written(catalog: Catalog, lang: str, prune: bool = False) -> str:
    """A catalog as text that changes only when its words do: no dates, no line numbers."""
    for message in catalog:
        message.flags.difference_update({"python-format", "python-brace-format"})
        message.locations = sorted({(file, None) for file, _ in message.locations})
    kept = (pair for pair in catalog.obsolete.items() if filled(pair[1]))
    catalog.obsolete = dict(sorted(kept, key=lambda pair: str(pair[0])))
    out = BytesIO()
    write_po(out, catalog, omit_header=True, ignore_obsolete=prune, include_lineno=False, width=100)
    return HEADER.format(lang=lang, plural=_plural_forms(lang)) + out.getvalue().decode("utf-8").lstrip("\n")


def _plural_forms(lang: str) -> str:
    """The header's rule for plurals; languages that Babel does not know, such as Sasak, get two forms."""
    try:
        return get_plural(lang).plural_forms
    except UnknownLocaleError:
        return "nplurals=2; plural=(n != 1);"


def entries(source: Source) -> list[tuple[Message, Message]]:
    """Every message that is needed beside what the catalog's file says for it."""
    catalog = _existing(source) or Catalog(locale=source.lang)
    pairs = ((wanted, catalog.get(wanted.id)) for wanted in source.template if wanted.id)
    return [(wanted, found) for wanted, found in pairs if found is not None]


def count(source: Source) -> Count:
    """How the catalog's file stands against the messages that are needed."""
    catalog = _existing(source) or Catalog(locale=source.lang)
    needed = {key(message): catalog.get(message.id) for message in source.template if message.id}
    return Count(
        total=len(needed),
        missing=tuple(name for name, found in needed.items() if found is None or not filled(found)),
        fuzzy=tuple(name for name, found in needed.items() if found is not None and filled(found) and found.fuzzy),
        unused=tuple(key(message) for message in catalog if message.id and key(message) not in needed),
        obsolete=tuple(key(message) for message in catalog.obsolete.values()),
    )


def key(message: Message) -> str:
    """A message's Indonesian words, the singular of two forms."""
    return message.id if isinstance(message.id, str) else message.id[0]


def filled(message: Message) -> bool:
    """Whether every form has a translation."""
    return bool(message.string) and (isinstance(message.string, str) or all(message.string))


def _existing(source: Source) -> Catalog | None:
    """The catalog as its file says; none without a file. Raises `CurriculumError` when the file is broken."""
    if not source.path.is_file():
        return None
    try:
        with source.path.open("rb") as file:
            return read_po(file, locale=source.lang, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0]
        raise CurriculumError(
            source.path, f"Katalog ini rusak: {reason}", f"This catalog is broken: {reason}"
        ) from None
