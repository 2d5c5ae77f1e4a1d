"""The same lessons outside a class: under stock Voilà and in JupyterLab a changed number changes the answer."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from bekal import curriculum
from tests.serving.running import ROOT
from tests.support.lab import run_code_cells

pytestmark = pytest.mark.browser

PATIENCE = 60_000  # milliseconds until a cell has run
# What a participant changes in each lesson, and where: a field's name and what is typed.
CHANGES = {"send-money": ("amount", "RM 1.700"), "family-budget": ("wage", "RM 2.500")}


@contextmanager
def program(tmp_path, *command: str):
    """Runs a program of the environment on a free port of this machine, with nothing of the user's settings."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {
        name: str(tmp_path / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "HOME")
    }
    line = [sys.executable, "-m", *(word.format(port=port) for word in command)]
    log = (tmp_path / "log").open("wb")
    process = subprocess.Popen(line, cwd=ROOT, env=os.environ | own, stdout=log, stderr=subprocess.STDOUT)
    try:
        _wait(process, port, tmp_path / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)
        log.close()


def _wait(process: subprocess.Popen, port: int, log) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(log.read_text("utf-8", "replace"))


def path_of(slug: str) -> str:
    """A lesson's notebook, as it is written on a command line in the project's folder."""
    return curriculum.module(slug).lesson.relative_to(ROOT).as_posix()


def change_a_number(page, slug: str) -> None:
    """Types another number into the lesson's activity and waits for another answer."""
    figure = page.locator(".figure-value").first
    figure.wait_for(timeout=PATIENCE)
    before = figure.inner_text()
    name, typed = CHANGES[slug]
    page.locator(f"[data-field={name}] input").first.fill(typed)
    expect(figure).not_to_have_text(before, timeout=PATIENCE)
    page.locator("[data-state=fresh]").first.wait_for()


@pytest.fixture
def tab(browser):
    """A laptop's browser tab; stock Voilà asks a host elsewhere for icons, which this refuses."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
    context.route(lambda url: "127.0.0.1" not in url, lambda route: route.abort())
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("slug", sorted(CHANGES))
def test_stock_voila(tmp_path, tab, slug):
    with program(tmp_path, "voila", path_of(slug), "--no-browser", "--port={port}") as address:
        tab.goto(address, timeout=PATIENCE)
        change_a_number(tab, slug)


@pytest.mark.parametrize("slug", sorted(CHANGES))
def test_jupyterlab(tmp_path, tab, slug, artefacts):
    options = (
        "--no-browser",
        "--port={port}",
        "--ip=127.0.0.1",
        "--IdentityProvider.token=",
        "--ServerApp.root_dir=modules",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--allow-root",
    )
    with program(tmp_path, "jupyterlab", *options) as address:
        tab.goto(f"{address}/lab/tree/{path_of(slug).removeprefix('modules/')}", timeout=PATIENCE)
        run_code_cells(tab)
        change_a_number(tab, slug)
        tab.screenshot(path=artefacts / f"jupyterlab-{slug}.png")


def test_every_lesson_with_an_activity_is_tried():
    assert {module.slug for module in curriculum.modules() if module.activities} == set(CHANGES)
