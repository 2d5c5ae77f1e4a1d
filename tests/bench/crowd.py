"""Thirty phones that change a number at the same moment, on loopback, and what the server's memory does meanwhile."""

from __future__ import annotations

import json
import threading
import time
from http.client import HTTPConnection
from pathlib import Path


def changes_at_once(port: int, slug: str, inputs: list[dict]) -> list[float]:
    """Seconds from question to answer for each of several phones that ask at the same moment, sorted."""
    barrier = threading.Barrier(len(inputs))
    took: list[float] = []

    def phone(own: dict) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.connect()
        body = json.dumps({"inputs": own, "lang": "id"})
        barrier.wait()
        begun = time.perf_counter()
        connection.request("POST", f"/answer/{slug}", body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        response.read()
        if response.status == 200:
            took.append(time.perf_counter() - begun)
        connection.close()

    threads = [threading.Thread(target=phone, args=(own,)) for own in inputs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(took)


def memory_mb(pid: int) -> float:
    """The memory of a process and its children in MB, shared pages counted by their share (Linux only)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    rolled = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    own = next(int(line.split()[1]) for line in rolled.splitlines() if line.startswith("Pss:")) / 1024
    return own + sum(memory_mb(int(child)) for child in children)
