"""The class's pages: what the curriculum says, drawn by the frontend; nothing here knows a request."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from babel import Locale

from bekal.contract.text import T, Text, to_json
from bekal.contract.translation import SOURCE, translate
from bekal.curriculum import PILLARS, Module, in_language, registry
from bekal.frontend import assets as files
from bekal.frontend import pages
from bekal.serving import lessons, qr

STATIC = Path(__file__).parent / "static"
SORRY = T("Maaf")
HOME = T("Semua pelajaran")
JOIN_TITLE = T("Kode QR untuk ikut kelas")
KERNEL_LOST = T("Sambungan ke laptop kelas terputus. Angka di layar mungkin sudah lama.")
RELOAD = T("Muat ulang halaman ini.")
CELL_FAILED = T("Bagian ini belum bisa dibuka. Beri tahu fasilitator.")


def lesson(module: Module, lang: str, languages: tuple[str, ...]) -> tuple[str, dict[str, Path]]:
    """A lesson's page, and its pictures by served name. Raises `CurriculumError` when a file of it is broken."""
    body, shown = lessons.body(module, lang), in_language(module, lang)
    quizzes = (f"{module.slug}.before", f"{module.slug}.after") if module.quiz.is_file() else ("", "")
    forms = {slug: registry.activity(slug) for slug in (*body.activities, *filter(None, quizzes))}
    page = pages.Lesson(
        title=shown.title,
        summary=shown.summary,
        pillar=module.pillar,
        pillar_name=_say(PILLARS[module.pillar].name, lang),
        minutes=module.minutes,
        audience=module.audience,
        body=body.html,
        activities={slug: form.declaration(lang) for slug, form in forms.items()},
        answers={slug: _worked(forms[slug], lang) for slug in body.activities},
        objectives=shown.objectives,
        quiz_before=quizzes[0],
        quiz_after=quizzes[1],
        status=module.status,
    )
    return pages.lesson_page(_frame(lang, languages, module.slug), page), body.pictures


def _worked(form, lang: str) -> dict:
    """The worked example's answer, so that a page is complete before any request."""
    answer = form.respond(form.defaults(lang), lang)
    return {"blocks": answer.blocks, "echo": answer.echo}


def landing(modules: tuple[Module, ...], lang: str, languages: tuple[str, ...], addresses: tuple[str, ...]) -> str:
    """All lessons by pillar, with the address and QR code to join by."""
    shelves = tuple(
        pages.Shelf(pillar.number, _say(pillar.name, lang), tuple(_card(module, lang) for module in modules
                                                                 if module.pillar == pillar.number))
        for pillar in PILLARS
    )  # fmt: skip
    join = pages.Join(addresses[0], qr.svg(addresses[0], _say(JOIN_TITLE, lang))) if addresses else None
    return pages.landing_page(_frame(lang, languages), shelves, join)


def _card(module: Module, lang: str) -> pages.Card:
    shown = in_language(module, lang)
    href = f"/{lang}/{module.slug}"
    return pages.Card(shown.title, shown.summary, href, module.minutes, module.audience, module.status)


def message(sentence: Text, lang: str, languages: tuple[str, ...]) -> str:
    """One sentence and the way home."""
    return pages.message_page(_frame(lang, languages), _say(SORRY, lang), _say(sentence, lang))


def _frame(lang: str, languages: tuple[str, ...], slug: str = "") -> pages.Frame:
    styles, script, favicon = files.page_assets()
    offered = tuple(pages.Language(code, name_of(code), f"/{code}/{slug}") for code in languages)
    return pages.Frame(
        lang=lang,
        home=f"/{lang}/",
        styles=f"/assets/{styles.name}",
        script=f"/assets/{script.name}",
        favicon=f"/assets/{favicon.name}",
        languages=offered if len(offered) > 1 else (),
    )


def name_of(lang: str) -> str:
    """What a language calls itself."""
    if lang == SOURCE:
        return "Bahasa Indonesia"
    return Locale.parse(lang).get_display_name(lang).capitalize()


def kernel_words(module: Module, lang: str) -> dict:
    """What the page of a lesson with a kernel says around it, and the addresses of its own files."""
    return {
        "lang": lang,
        "title": module.title,
        "icon": f"/assets/{favicon()}",
        "style": f"/assets/{kernel_styles().name}",
        "script": f"/assets/{kernel_script().name}",
        "home": _say(HOME, lang),
        "lost": _say(KERNEL_LOST, lang),
        "reload": _say(RELOAD, lang),
        "failed": _say(CELL_FAILED, lang),
    }


def assets() -> dict[str, files.Asset]:
    """Scripts, styles and the sign by served name."""
    return {asset.name: asset for asset in (*files.page_assets(), kernel_styles(), kernel_script())}


def favicon() -> str:
    """The served name of Bekal's sign."""
    return files.favicon().name


@cache
def kernel_styles() -> files.Asset:
    """The style sheet of a page with a kernel."""
    return _own("css", "text/css")


@cache
def kernel_script() -> files.Asset:
    """The script of a page with a kernel."""
    return _own("js", "text/javascript")


def _own(ending: str, media_type: str) -> files.Asset:
    text = (STATIC / f"kernel-page.{ending}").read_text("utf-8")
    return files.Asset(f"kernel-page.{sha256(text.encode()).hexdigest()[:12]}.{ending}", text, media_type)


def _say(text: Text, lang: str) -> str:
    return to_json(text, lang, translate)
