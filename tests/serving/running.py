"""A class that runs in its own process, and plain requests to it."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds until a start counts as failed


@dataclass
class Class:
    """A running `bekal serve`: its port, and what it has written to the trainer's terminal."""

    process: subprocess.Popen
    written: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        """The class's address."""
        return f"http://127.0.0.1:{self.port}"

    def text(self) -> str:
        """All that the trainer has read so far."""
        return "".join(self.written)

    def wait_for(self, words: str, seconds: float = 10) -> None:
        """Waits until the trainer reads these words."""
        until = time.monotonic() + seconds
        while words not in self.text():
            assert time.monotonic() < until, f"{words!r} is not in:\n{self.text()}"
            time.sleep(0.02)

    def stop(self, how: int = signal.SIGTERM) -> int:
        """Ends it and gives its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(20)
        self.process.kill()
        self.process.wait()
        self.reader.join(5)
        self.process.stdout.close()
        return self.process.returncode


def start(*options: str, modules: Path | None = None, port: int = 0, **environ: str) -> Class:
    """Starts a class and waits until it has said its address; fails with what it wrote instead."""
    command = [sys.executable, "-m", "bekal", "serve", "--no-browser", "--port", str(port), *options]
    known = {"BEKAL_MODULES": str(modules / "modules")} if modules else {}
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | known | {"PYTHONUTF8": "1"} | environ,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    )  # fmt: skip
    running = Class(process)
    running.reader = threading.Thread(
        target=lambda: running.written.extend(iter(process.stdout.readline, "")), daemon=True
    )
    running.reader.start()
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        here = re.search(r"On this laptop\): http://[^:]+:(\d+)/", running.text())
        if here:
            running.port = int(here[1])
            return running
        time.sleep(0.02)
    running.stop()
    raise AssertionError(f"the class did not start:\n{running.text()}")


@dataclass(frozen=True)
class Response:
    """What came back: status, headers with lower-case names, and the body."""

    status: int
    headers: dict
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")

    @property
    def json(self):
        """The body as JSON."""
        return json.loads(self.body)


def ask(port: int, method: str, path: str, body: bytes | None = None, **headers: str) -> Response:
    """One request, exactly as written; `_` in a header's name stands for `-`."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        if body is not None and "Content_Length" not in headers:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        found = connection.getresponse()
        return Response(found.status, {name.lower(): value for name, value in found.getheaders()}, found.read())
    finally:
        connection.close()


def post(port: int, slug: str, body, **headers: str) -> Response:
    """An answer request with a JSON body, or with bytes as they are."""
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    return ask(port, "POST", f"/answer/{slug}", sent, **({"Content_Type": "application/json"} | headers))


def raw(port: int, sent: bytes, seconds: float = 5) -> bytes:
    """Bytes as they are, and all that comes back until the server closes or `seconds` pass."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as connection:
        connection.sendall(sent)
        parts = []
        with contextlib.suppress(TimeoutError, ConnectionError):
            while part := connection.recv(65536):
                parts.append(part)
        return b"".join(parts)
