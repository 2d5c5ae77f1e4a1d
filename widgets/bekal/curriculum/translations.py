"""Translations of modules and guides: where their catalogs are, and a module in another language."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from bekal.contract.text import Text
from bekal.contract.translation import SOURCE
from bekal.curriculum.files import read_messages
from bekal.curriculum.library import Module

CODE = "bekal.po"


def locales_root(project: Path) -> Path:
    """Where the catalogs are: BEKAL_LOCALES, or `locales/` of the project."""
    return Path(os.environ.get("BEKAL_LOCALES") or project / "locales")


def other_languages(project: Path) -> tuple[str, ...]:
    """The languages that have a catalog for the code, beside Indonesian."""
    return tuple(sorted(file.parent.name for file in locales_root(project).glob(f"*/{CODE}")))


def module_catalog(module: Module, lang: str) -> Path:
    """The catalog of a module's lesson, quiz and `module.yml`."""
    return locales_root(module.project) / lang / "modules" / f"{module.slug}.po"


def guide_catalog(module: Module, lang: str) -> Path:
    """The catalog of a module's facilitator guide."""
    return locales_root(module.project) / lang / "guides" / f"{module.slug}.po"


def module_translations(module: Module, lang: str) -> dict:
    """`{indonesian: translation}` of a module, finished ones only; none for Indonesian."""
    return {} if lang == SOURCE else read_messages(module_catalog(module, lang))


def guide_translations(module: Module, lang: str) -> dict:
    """`{indonesian: translation}` of a guide, finished ones only; none for Indonesian."""
    return {} if lang == SOURCE else read_messages(guide_catalog(module, lang))


def in_language(module: Module, lang: str) -> Module:
    """The module with its strings in a language; what is not translated stays Indonesian."""
    messages = module_translations(module, lang)
    return replace(
        module,
        title=messages.get(module.title, module.title),
        summary=messages.get(module.summary, module.summary),
        objectives=tuple(messages.get(text, text) for text in module.objectives),
        key_points=tuple(messages.get(text, text) for text in module.key_points),
    )


def said(module: Module, indonesian: str) -> Text:
    """A string of a module as a Text that carries its translations."""
    found = ((lang, module_translations(module, lang).get(indonesian)) for lang in other_languages(module.project))
    return Text(indonesian, variants=tuple((lang, words) for lang, words in found if words))
