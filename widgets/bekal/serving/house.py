"""What all handlers share: the curriculum as ready pages, the answers, and who may ask how often."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from mimetypes import guess_type
from pathlib import Path

from bekal import curriculum
from bekal.contract.text import Text
from bekal.contract.translation import SOURCE
from bekal.curriculum import CurriculumError, Module, registry
from bekal.curriculum.files import stamp
from bekal.curriculum.translations import CODE, locales_root, module_catalog
from bekal.serving import screens
from bekal.serving.answers import Desk, where
from bekal.serving.hosts import own_names
from bekal.serving.lessons import served_pictures
from bekal.serving.limits import BURST, RATE, RateLimiter
from bekal.serving.pages import Page, Shelf, page
from bekal.serving.sentences import for_status

FRESH_SECONDS = 1.0  # how long the list of modules and languages counts as known


@dataclass(frozen=True)
class Options:
    """How a class is opened; `names` are further host names, `rate` requests a second from one address, 0 for any."""

    host: str = ""
    port: int = 8866
    browser: bool = True
    lang: str = ""
    names: tuple[str, ...] = ()
    rate: float = RATE
    kernels: int = 8


@dataclass
class House:
    """The class's lessons, answers and rules; `addresses()` are URLs to join by, `report` tells the trainer."""

    options: Options
    report: Callable[[str, str], None]
    addresses: Callable[[], tuple[str, ...]]
    limiter: RateLimiter = field(init=False)
    names: frozenset = field(init=False)
    desk: Desk = field(init=False)
    shelf: Shelf = field(default_factory=Shelf)
    fresh_seconds: float = FRESH_SECONDS
    _known: dict = field(default_factory=dict)
    _pictures: dict = field(default_factory=dict)
    _told: set = field(default_factory=set)

    def __post_init__(self):
        self.limiter = RateLimiter(self.options.rate, max(BURST, int(self.options.rate)))
        self.names = own_names(self.options.names)
        self.desk = Desk(registry.activity, self.languages, self.report)

    def languages(self) -> tuple[str, ...]:
        """The languages to offer, Indonesian first."""
        return self._fresh("languages", curriculum.languages)

    def modules(self) -> tuple[tuple[Module, ...], tuple[CurriculumError, ...]]:
        """The modules, and what is wrong with those that cannot be used."""
        return self._fresh("modules", self._load)

    def _load(self) -> tuple[tuple[Module, ...], tuple[CurriculumError, ...]]:
        """Reads the modules, and tells the trainer once about those that cannot be used."""
        found, problems = curriculum.load()
        for error in problems:
            if str(error) not in self._told:
                self.report(Path(error.file).parent.name, f"{error.reason} {error.reason_en}")
        self._told = {str(error) for error in problems}
        return found, problems

    def warm(self):
        """Draws every page before a visitor asks, a pause after each; the trainer hears early what is broken."""
        for lang in self.languages():
            self.landing(lang)
            yield
            for module in self.modules()[0]:
                if module.engine != "kernel":
                    self.lesson(module.slug, lang)
                yield

    def module(self, slug: str) -> Module | None:
        """The module with this slug, if there is one."""
        return next((module for module in self.modules()[0] if module.slug == slug), None)

    def lesson(self, slug: str, lang: str) -> Page:
        """A lesson's page; a polite one where the lesson is broken or there is none."""
        module = self.module(slug)
        if module is None:
            broken = any(Path(error.file).parent.name.endswith(f"_{slug}") for error in self.modules()[1])
            return self.message_page(HTTPStatus.SERVICE_UNAVAILABLE if broken else HTTPStatus.NOT_FOUND, lang)
        return self.shelf.get(("lesson", slug, lang), self._made_of(module, lang), lambda: self._render(module, lang))

    def landing(self, lang: str) -> Page:
        """The landing page."""
        modules, addresses = self.modules()[0], self.addresses()
        made_of = (tuple(self._made_of(module, lang) for module in modules), addresses, self.languages())
        return self.shelf.get(
            ("landing", lang), made_of, lambda: screens.landing(modules, lang, self.languages(), addresses).encode()
        )

    def message_page(self, status: int, lang: str, sentence: Text | None = None) -> Page:
        """A page that says one sentence."""
        said = sentence or for_status(status)
        return self.shelf.get(
            ("message", status, said.message, lang), (),
            lambda: page(screens.message(said, lang, self.languages()).encode(), status=status),
        )  # fmt: skip

    def asset(self, name: str) -> Page:
        """A script, style sheet or picture by its name with hash."""
        found = screens.assets().get(name)
        if found:
            return self.shelf.get(("asset", name), (), lambda: page(found.text.encode(), found.media_type))
        picture = self._pictures.get(name) or self._find_picture(name)
        if picture is None:
            return self.message_page(HTTPStatus.NOT_FOUND, SOURCE)
        kind = guess_type(picture.name)[0] or "application/octet-stream"
        return self.shelf.get(("picture", name), (), lambda: page(picture.read_bytes(), kind))

    def favicon(self) -> Page:
        """Bekal's sign."""
        return self.asset(screens.favicon())

    def _render(self, module: Module, lang: str) -> bytes | Page:
        try:
            html, pictures = screens.lesson(module, lang, self.languages())
            self._pictures.update(pictures)
            return html.encode()
        except CurriculumError as error:
            self.report(module.slug, f"{error.reason} {error.reason_en}")
        except Exception as fault:  # one broken lesson must not close the class
            self.report(module.slug, where(fault))
        return self.message_page(HTTPStatus.SERVICE_UNAVAILABLE, lang)

    def _find_picture(self, name: str) -> Path | None:
        """A picture whose lesson has not been asked for since the start."""
        for module in self.modules()[0]:
            self._pictures.update(served_pictures(module))
        return self._pictures.get(name)

    def _made_of(self, module: Module, lang: str) -> tuple:
        """What changes when a lesson's page does."""
        files = [module.folder / "module.yml", module.lesson, module.quiz, module_catalog(module, lang)]
        files.append(locales_root(module.project) / lang / CODE)
        return (*map(stamp, files), self.languages())

    def _fresh(self, name: str, find: Callable):
        known, now = self._known.get(name), time.monotonic()
        if known is None or now - known[0] > self.fresh_seconds:
            known = self._known[name] = (now, find())
        return known[1]
