"""A page kept ready to send: its bytes, the same compressed, and the mark by which a browser knows it again."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from hashlib import sha256

HTML = "text/html; charset=utf-8"
SHORTEST_COMPRESSED = 400


@dataclass(frozen=True)
class Page:
    """What is sent for one address; `gzipped` is empty where compressing does not help."""

    body: bytes
    gzipped: bytes
    kind: str
    etag: str
    status: int = 200


def page(body: bytes, kind: str = HTML, status: int = 200) -> Page:
    """A page of some bytes."""
    gzipped = gzip.compress(body, 9, mtime=0) if _compresses(kind) and len(body) > SHORTEST_COMPRESSED else b""
    return Page(body, gzipped, kind, f'W/"{sha256(body).hexdigest()[:20]}"', status)


def _compresses(kind: str) -> bool:
    return kind.startswith("text/") or kind.split(";")[0] in {
        "application/javascript", "application/json", "application/manifest+json", "image/svg+xml",
    }  # fmt: skip


class Shelf:
    """Pages made once and made again only when what they are made of has changed."""

    def __init__(self):
        self._pages: dict = {}

    def get(self, name: tuple, made_of: tuple, make) -> Page:
        """The page of this name; `made_of` changes when its content does, `make()` gives its bytes or a Page."""
        kept = self._pages.get(name)
        if kept is None or kept[0] != made_of:
            made = make()
            kept = (made_of, made if isinstance(made, Page) else page(made))
            self._pages[name] = kept
        return kept[1]
