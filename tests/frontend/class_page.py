"""A small class of one lesson for the browser tests: real pages, real assets, and the specimen's real answers."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bekal.contract.activity import Refusal
from bekal.contract.plain import worked_example
from bekal.frontend import assets, pages
from tests.support.specimen import Specimen

LANGUAGES = (pages.Language("id", "Indonesia", "/id"), pages.Language("en", "English", "/en"))
BODY = """<h2>Cerita</h2><p>Siti bekerja di Johor. Suaminya, Budi, di Lombok.</p>
<h2>Coba</h2>{place}<h2>Ingat</h2><ul><li>Tanya dulu.</li></ul>"""


def frame(lang: str = "id") -> pages.Frame:
    """A page's surroundings, with the addresses that this class serves."""
    styles, script, favicon = (f"/{asset.name}" for asset in assets.page_assets())
    return pages.Frame(lang, "/", styles, script, favicon, LANGUAGES, built="2026-11-24")


def lesson(activity=None, lang: str = "id", **changed) -> pages.Lesson:
    """A lesson around one activity."""
    activity = activity or Specimen()
    answer = activity.respond(activity.defaults(lang), lang)
    place = pages.activity_place(activity.slug, worked_example(activity, lang), lang)
    told = {
        "title": "Kirim uang ke rumah",
        "summary": "Berapa yang hilang di jalan?",
        "pillar": 4,
        "pillar_name": "Koperasi dan keuangan keluarga",
        "minutes": 60,
        "audience": "both",
        "body": BODY.format(place=place),
        "activities": {activity.slug: activity.declaration(lang)},
        "answers": {} if isinstance(answer, Refusal) else {activity.slug: vars(answer)},
        "objectives": ("Menghitung biaya kirim uang.",),
        "key_points": ("Bandingkan dulu.",),
    }
    return pages.Lesson(**told | changed)


class Classroom(ThreadingHTTPServer):
    """Serves `pages` by path and answers for `activities` by slug; `fault` may answer in its place, `slow` waits."""

    daemon_threads = True

    def __init__(self, shown: dict, activities: dict):
        super().__init__(("127.0.0.1", 0), _Visitor)
        self.shown = shown | {f"/{asset.name}": (asset.text, asset.media_type) for asset in assets.page_assets()}
        self.activities = activities
        self.asked: list[dict] = []
        self.fault = None
        self.slow = lambda inputs: 0
        self.address = f"http://127.0.0.1:{self.server_port}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error):
        self.shutdown()
        self.server_close()

    def respond(self, slug: str, body: dict) -> tuple[int, dict]:
        """Status and JSON for one question, by the contract."""
        self.asked.append(body["inputs"])
        if self.fault:
            return self.fault
        time.sleep(self.slow(body["inputs"]))
        found = self.activities[slug].respond(body["inputs"], body["lang"])
        return (422 if isinstance(found, Refusal) else 200), vars(found)


class _Visitor(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        text, media_type = self.server.shown.get(self.path, ("", ""))
        self._send(200 if media_type else 404, text, media_type or "text/plain")

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        status, said = self.server.respond(self.path.rpartition("/")[2], body)
        self._send(status, json.dumps(said), "application/json")

    def _send(self, status: int, text: str, media_type: str):
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8")
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *parts):
        """Says nothing: pytest shows what matters."""
