"""`python -m tests.bench.lesson`: what a class feels, against what Bekal promises. Timed, so it is no test."""

from __future__ import annotations

import os
import platform
import socket
import subprocess
import sys
import time
import urllib.request
from datetime import date
from itertools import product

from playwright.sync_api import sync_playwright

from bekal import curriculum
from bekal.activities import activity
from tests.bench import report
from tests.bench.crowd import changes_at_once, memory_mb
from tests.bench.phone import first_visit, middle
from tests.bench.report import Figure
from tests.conftest import ARTEFACTS, SWITCHES, chromium_path
from tests.serving.running import ROOT, start

VISITS = 5
PHONES = 30
ROUNDS = 5
NUMBER_KINDS = ("money", "count")


def main() -> int:
    """Measures, prints the table, writes the file, and fails when a promise is not kept."""
    figures = [
        first_page("second start with run.py", 4, "run.py"),
        first_page("bekal serve", 2, "-m", "bekal", "serve"),
    ]
    running = start("--host", "127.0.0.1", "--rate", "0")
    try:
        figures += crowd(running)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=SWITCHES)
            for module in curriculum.modules():
                figures += lesson(browser, running.url, module)
            print(f"{date.today()}, Chromium {browser.version}, ", end="")
            browser.close()
    finally:
        running.stop()
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores\n")
    print(report.table(figures))
    report.write(figures, ARTEFACTS / "bench.json")
    return report.exit_status(figures)


def first_page(name: str, limit: float, *command: str) -> Figure:
    """From a command, once everything is set up, to the first whole page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", "--host", "127.0.0.1", "--port", str(port)]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command, *options], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while time.perf_counter() - begun < 60:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/id/", timeout=10).read()
                return Figure(f"{name} to first page", round(time.perf_counter() - begun, 2), "s", limit)
            except OSError:
                time.sleep(0.02)
        raise SystemExit(f"{name} did not open the class within a minute")
    finally:
        process.terminate()
        process.wait(20)


def lesson(browser, url: str, module) -> list[Figure]:
    """The first visit to one lesson on a slow phone, the median of several."""
    field, typed = changed_number(module)
    visits = [first_visit(browser, f"{url}/id/{module.slug}", field, typed) for _ in range(VISITS)]
    name = module.slug
    return [
        Figure(f"{name}: first visit", round(middle(visits, "bytes") / 1000, 1), "kB", 60),
        Figure(f"{name}: requests", middle(visits, "requests"), "", 6),
        Figure(f"{name}: requests to other hosts", max(visit.foreign for visit in visits), "", 0),
        Figure(f"{name}: readable", round(middle(visits, "readable"), 2), "s", 0.4),
        Figure(f"{name}: interactive", round(middle(visits, "usable"), 2), "s", 0.9),
        Figure(f"{name}: a changed number is answered", round(middle(visits, "answered"), 2), "s"),
    ]


def changed_number(module) -> tuple[str, str]:
    """The lesson's first number, and another one to type there."""
    form = activity(module.activities[0])
    field = next(one for one in form.flat_fields if one.kind in NUMBER_KINDS and one.default is not None)
    return field.name, "1.234"


def crowd(running) -> list[Figure]:
    """Thirty phones that change a number at the same moment, several times over, once the class has drawn its pages."""
    for lang, module in product(curriculum.languages(), curriculum.modules()):
        urllib.request.urlopen(f"{running.url}/{lang}/{module.slug}", timeout=30).read()
    pid = running.process.pid
    before = memory_mb(pid)
    form = activity("send-money")
    took = []
    for turn in range(ROUNDS):
        inputs = [form.defaults() | {"amount": str(500 + turn * PHONES + number)} for number in range(PHONES)]
        took += changes_at_once(running.port, "send-money", inputs)
    took.sort()
    return [
        Figure(f"{PHONES} phones at once: answered", len(took), f"of {PHONES * ROUNDS}"),
        Figure(f"{PHONES} phones at once: median", round(took[len(took) // 2] * 1000, 1), "ms"),
        Figure(f"{PHONES} phones at once: p95", round(took[int(len(took) * 0.95)] * 1000, 1), "ms"),
        Figure("server's memory", round(memory_mb(pid), 1), "MB", 150),
        Figure("memory for each phone", round((memory_mb(pid) - before) / PHONES, 2), "MB"),
    ]


if __name__ == "__main__":
    raise SystemExit(main())
