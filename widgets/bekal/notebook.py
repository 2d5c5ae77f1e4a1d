"""Shows an activity in a notebook: one widget model with three JSON traits, answered by the kernel."""

from __future__ import annotations

import logging
import os

import anywidget
import traitlets

from bekal.contract.activity import Activity, Refusal
from bekal.contract.text import T, to_json
from bekal.contract.translation import SOURCE, translate
from bekal.frontend import assets
from bekal.frontend.strings import ui

FAILED = T("Ada yang salah di program ini. Isian tetap aman. Ubah isian, lalu coba lagi.")
log = logging.getLogger(__name__)


class ActivityWidget(anywidget.AnyWidget):
    """An activity on a notebook's screen; every question in `inputs` gets a `result` of the same number."""

    _esm = assets.widget_script()
    _css = assets.widget_styles()
    declaration = traitlets.Dict().tag(sync=True)
    inputs = traitlets.Dict().tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(self, activity: Activity, lang: str = SOURCE):
        self._activity = activity
        example = activity.respond(activity.defaults(lang), lang)
        answer = None if isinstance(example, Refusal) else vars(example)
        super().__init__(declaration={"declaration": activity.declaration(lang), "ui": ui(lang), "answer": answer})

    @traitlets.observe("inputs")
    def _asked(self, change) -> None:
        question = change["new"]
        if question:
            self.result = {"number": question.get("number"), **self._answer(question)}

    def _answer(self, question: dict) -> dict:
        """The answer or refusal as JSON; when the activity itself breaks, a sentence instead of a traceback."""
        lang = question.get("lang")
        lang = lang if isinstance(lang, str) and lang else SOURCE
        try:
            return vars(self._activity.respond(question.get("inputs") or {}, lang))
        except Exception:
            log.exception("activity %s broke", self._activity.slug)  # what was typed is nobody's business
            return {"message": to_json(FAILED, lang, translate)}


def language() -> str:
    """The language notebooks speak: that of the environment variable BEKAL_LANG, or Indonesian."""
    return os.environ.get("BEKAL_LANG") or SOURCE


def mimebundle(activity: Activity, include=None, exclude=None):
    """The activity as a live widget; the words for where no widget runs are added by `contract.displays`."""
    return ActivityWidget(activity, language())._repr_mimebundle_()
