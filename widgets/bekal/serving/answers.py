"""`POST /answer/<slug>` as a pure function: bytes in, a status and JSON out, whatever the bytes are."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bekal.contract.activity import Answer
from bekal.contract.text import T, Text, to_json
from bekal.contract.translation import translate
from bekal.serving import requests
from bekal.serving.languages import choose

UNKNOWN_ACTIVITY = T("Latihan ini tidak ada. Kembali ke halaman depan.")
OUR_FAULT = T("Latihan ini sedang bermasalah. Isian Anda tidak hilang. Beri tahu fasilitator.")


@dataclass(frozen=True)
class Reply:
    """What goes back to the phone: an HTTP status and a JSON object."""

    status: int
    content: dict

    def body(self) -> bytes:
        """The content as compact UTF-8."""
        return json.dumps(self.content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def refuse(status: int, sentence: Text, lang: str) -> Reply:
    """A reply that only says what is wrong, in one language."""
    return Reply(status, {"message": to_json(sentence, lang, translate)})


@dataclass(frozen=True)
class Desk:
    """Where requests are answered: how to find an activity, the languages there are, and whom to tell of a fault.

    `find(slug)` raises `LookupError` for an unknown slug; `report(slug, where)` gets no word of what was typed.
    """

    find: Callable
    languages: Callable[[], tuple[str, ...]]
    report: Callable[[str, str], None]

    def reply(self, slug: str, body: bytes, accept_language: str = "") -> Reply:
        """The answer to one request."""
        try:
            request = requests.read(body)
        except requests.Unreadable as problem:
            lang = choose(problem.lang, accept_language, self.languages())
            return refuse(400, problem.sentence, lang)
        lang = choose(request.lang, "" if request.lang else accept_language, self.languages())
        try:
            activity = self.find(slug)
        except LookupError:
            return refuse(404, UNKNOWN_ACTIVITY, lang)
        return self._answer(slug, activity, request.inputs, lang)

    def _answer(self, slug: str, activity, inputs: dict, lang: str) -> Reply:
        try:
            response = activity.respond(inputs, lang)
        except Exception as fault:  # an author's slip must not take the class down
            self.report(slug, where(fault))
            return refuse(500, OUR_FAULT, lang)
        if isinstance(response, Answer):
            return Reply(200, {"blocks": response.blocks, "echo": response.echo})
        return Reply(422, {"errors": response.errors, "options": response.options})


def where(fault: BaseException) -> str:
    """The kind of a fault and the line that raised it; never its message, which may hold what somebody typed."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = f", {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return type(fault).__name__ + place
