"""The class's addresses: landing page, lessons, assets, answers; each checks who asks, for what and how much."""

from __future__ import annotations

import asyncio
from functools import partial
from http import HTTPStatus

from tornado.web import HTTPError, RequestHandler, stream_request_body

from bekal.serving import headers, limits
from bekal.serving.answers import Reply, refuse, where
from bekal.serving.hosts import is_ours
from bekal.serving.languages import choose
from bekal.serving.pages import Page
from bekal.serving.sentences import for_status

JSON = "application/json; charset=utf-8"
ASSET = r"[a-z0-9][a-z0-9._-]{0,80}\.[0-9a-f]{6,64}\.[a-z0-9]{2,5}"
LANG = r"[a-z]{2,3}"
SLUG = r"[a-z0-9][a-z0-9-]{0,80}"


class Polite:
    """What every handler does, with or without kernels: own headers, own errors, no word of a visitor in a log."""

    policy = headers.LIGHT_PAGE
    allowed = "GET, HEAD"

    def set_default_headers(self) -> None:
        """Start every response with the security headers and nothing about the software."""
        for name, value in headers.security(self.policy).items():
            self.set_header(name, value)
        self.set_header("Cache-Control", headers.NEVER_KEEP)

    @property
    def lang(self) -> str:
        """The language of the address, else the one the browser prefers."""
        named = self.request.path.strip("/").split("/")[0]
        return choose(named, self.request.headers.get("Accept-Language", ""), self.house.languages())

    def objection(self) -> HTTPStatus | None:
        """Why this visitor is refused: a request for another host, or too many of them."""
        if not is_ours(self.request.host, self.house.names):
            return HTTPStatus.MISDIRECTED_REQUEST
        if not self.house.limiter.allows(self.request.remote_ip, asyncio.get_running_loop().time()):
            return HTTPStatus.TOO_MANY_REQUESTS
        return None

    def write_error(self, status_code: int, **_about) -> None:
        """A polite page, or JSON where a script asked."""
        if status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            self.set_header("Allow", self.allowed)
        if status_code == HTTPStatus.TOO_MANY_REQUESTS:
            self.set_header("Retry-After", "2")
        self.send_page(self.house.message_page(status_code, self.lang))

    def send_page(self, page: Page, keep: str = headers.NEVER_KEEP) -> None:
        """Sends a ready page, compressed where the browser takes it, or only says that it has not changed."""
        self.set_status(page.status)
        self.set_header("Content-Type", page.kind)
        self.set_header("Cache-Control", keep)
        if page.status == HTTPStatus.OK:
            self.set_header("ETag", page.etag)
            if page.etag in self.request.headers.get("If-None-Match", ""):
                self.set_status(HTTPStatus.NOT_MODIFIED)
                self.finish()
                return
        if page.gzipped and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(page.gzipped)
        else:
            self.finish(page.body)

    def compute_etag(self) -> None:
        """Pages bring their own mark."""

    def log_exception(self, kind, fault, trace) -> None:
        """Tells the trainer the place of a fault of ours; a visitor's mistakes are nobody's business."""
        if not isinstance(fault, HTTPError):
            self.house.report(self.request.path.split("/")[-1], where(fault))


@stream_request_body
class ClassHandler(Polite, RequestHandler):
    """The base of all light handlers; reads a body up to the limit, and drains what is beyond it."""

    def initialize(self, house) -> None:
        """Keeps what all handlers share."""
        self.house = house
        self.received = bytearray()
        self.too_large = False

    def prepare(self) -> None:
        """Checks host and rate; a refusal waits until the body is read, or the sender would not hear it."""
        self.request.connection.set_max_body_size(limits.DRAINED)
        refused = self.objection()
        if refused:
            setattr(self, self.request.method.lower(), partial(self.refuse, refused))

    def refuse(self, status: HTTPStatus, *_parts) -> None:
        """Stands in for the method of a request that is refused."""
        raise HTTPError(status)

    def check_language(self, lang: str) -> None:
        """Refuses a language that is not offered."""
        if lang not in self.house.languages():
            raise HTTPError(HTTPStatus.NOT_FOUND)

    def data_received(self, chunk: bytes) -> None:
        """Collects the body, and forgets it when it grows too large."""
        self.too_large = self.too_large or len(self.received) + len(chunk) > limits.LARGEST_BODY
        self.received = bytearray() if self.too_large else self.received + chunk

    @property
    def body(self) -> bytes:
        """The whole body; raises 413 when it was too large."""
        if self.too_large:
            raise HTTPError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return bytes(self.received)


class FrontDoor(ClassHandler):
    """`/`: on to the landing page in the visitor's language."""

    def get(self) -> None:
        """Redirects by Accept-Language, without a cookie."""
        self.set_header("Vary", "Accept-Language")
        self.redirect(f"/{self.lang}/", status=HTTPStatus.FOUND)

    head = get


class Straight(ClassHandler):
    """`/id` and `/id/send-money/`: on to the address without, or with, its last slash."""

    def get(self, lang: str, slug: str | None = None) -> None:
        """Redirects within the class only."""
        self.check_language(lang)
        self.redirect(f"/{lang}/{slug or ''}", status=HTTPStatus.FOUND)

    head = get


class Landing(ClassHandler):
    """`/<lang>/`: pillars, lessons and how to join."""

    def get(self, lang: str) -> None:
        """The landing page."""
        self.check_language(lang)
        self.send_page(self.house.landing(lang), headers.ALWAYS_ASK)

    head = get


class Lesson(ClassHandler):
    """`/<lang>/<slug>`: a lesson, rendered once; one that needs a kernel is opened by Voilà."""

    def get(self, lang: str, slug: str) -> None:
        """The lesson's page."""
        self.check_language(lang)
        module = self.house.module(slug)
        if module and module.engine == "kernel":
            self.redirect(f"/{lang}/{slug}/kernel", status=HTTPStatus.FOUND)
        else:
            self.send_page(self.house.lesson(slug, lang), headers.ALWAYS_ASK)

    head = get


class Asset(ClassHandler):
    """`/assets/<name>.<hash>.<ending>`: a file whose name changes with its content."""

    def get(self, name: str) -> None:
        """The file, to be kept for ever."""
        self.send_page(self.house.asset(name), headers.FOR_EVER)

    head = get


class Favicon(ClassHandler):
    """`/favicon.ico`, which browsers ask for by habit."""

    def get(self) -> None:
        """Bekal's sign."""
        self.send_page(self.house.favicon(), "public, max-age=86400")

    head = get


class Answer(ClassHandler):
    """`POST /answer/<slug>`: inputs in, blocks out."""

    allowed = "POST"

    def post(self, slug: str) -> None:
        """Answers, or says what is wrong."""
        if self.request.headers.get("Content-Type", "").split(";")[0].strip().lower() != "application/json":
            raise HTTPError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        accepts = self.request.headers.get("Accept-Language", "")
        self.send(self.house.desk.reply(slug, self.body, accepts))

    def write_error(self, status_code: int, **_about) -> None:
        """Errors are JSON here: a script reads them out."""
        if status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            self.set_header("Allow", self.allowed)
        if status_code == HTTPStatus.TOO_MANY_REQUESTS:
            self.set_header("Retry-After", "2")
        self.send(refuse(status_code, for_status(status_code), self.lang))

    def send(self, reply: Reply) -> None:
        """Sends a reply as JSON."""
        self.set_status(reply.status)
        self.set_header("Content-Type", JSON)
        self.finish(reply.body())


class NotFound(ClassHandler):
    """Every address that is not one of the class's."""

    def objection(self) -> HTTPStatus:
        """Refuses, whatever the method."""
        return super().objection() or HTTPStatus.NOT_FOUND


def routes(house) -> list:
    """The light handlers by address."""
    known = {"house": house}
    return [
        (r"/", FrontDoor, known),
        (rf"/({LANG})", Straight, known),
        (rf"/({LANG})/", Landing, known),
        (rf"/({LANG})/({SLUG})", Lesson, known),
        (rf"/({LANG})/({SLUG})/", Straight, known),
        (rf"/assets/({ASSET})", Asset, known),
        (r"/favicon\.(?:ico|svg)", Favicon, known),
        (r"/answer/(.*)", Answer, known),
    ]
