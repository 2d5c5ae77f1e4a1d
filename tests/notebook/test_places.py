"""Activities in JupyterLab and in stock Voilà: a number is changed in a browser and the kernel's answer is read."""

from __future__ import annotations

import os
import signal
import sys

import pytest
from playwright.sync_api import expect

from tests.notebook.notebooks import running, write_notebook
from tests.support.lab import run_code_cells
from tests.support.specimen import Specimen

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]
SLOW = 60_000  # ms; a kernel may take long to start


@pytest.fixture
def desk(browser):
    """A laptop's page; stock Voilà asks for files of other hosts, which are refused here."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
    context.route("**/*", lambda route: route.continue_() if "127.0.0.1" in route.request.url else route.abort())
    page = context.new_page()
    page.set_default_timeout(SLOW)
    yield page
    context.close()


def change_a_number(page) -> None:
    """Types another amount and reads the new answer, then one that is refused."""
    figure = page.locator(".bekal .figure-value")
    expect(figure).to_have_text("RM42,50", timeout=SLOW)
    page.get_by_label("Uang sekali kirim").fill("1.000")
    expect(figure).to_have_text("RM50", timeout=SLOW)
    page.get_by_label("Berapa kali sebulan").fill("abc")
    expect(page.locator("[data-field=times] .error")).to_contain_text("Tulis dengan angka", timeout=SLOW)
    page.get_by_label("Berapa kali sebulan").fill("2")
    expect(figure).to_have_text("RM100", timeout=SLOW)
    page.get_by_role("button", name="Tambah baris").click()
    expect(page.locator("[data-field=costs] .row")).to_have_count(3)


def process_of_the_kernel(folder) -> int:
    """The process that the notebook itself wrote down."""
    return int((folder / "pid.txt").read_text("utf-8"))


def test_a_number_is_changed_in_jupyterlab_and_a_dead_kernel_is_noticed(desk, tmp_path, artefacts):
    write_notebook(tmp_path / "lesson.ipynb", repr(Specimen()))
    options = ("--IdentityProvider.token=", "--allow-root", "--ServerApp.root_dir=.")
    with running(tmp_path, "jupyterlab", *options) as address:
        desk.goto(f"{address}/lab/tree/lesson.ipynb")
        run_code_cells(desk)
        change_a_number(desk)
        desk.screenshot(path=artefacts / "jupyterlab.png")
        pid = process_of_the_kernel(tmp_path)
        os.kill(pid, signal.SIGSTOP if sys.platform != "win32" else signal.SIGTERM)
        desk.get_by_label("Uang sekali kirim").fill("500")
        expect(desk.locator("[data-state=lost] .state")).to_contain_text("Notebook tidak menjawab.", timeout=SLOW)
        assert desk.locator(".bekal .figure-value").inner_text() == "RM100"
        os.kill(pid, signal.SIGCONT)
        expect(desk.locator(".bekal .figure-value")).to_have_text("RM50", timeout=SLOW)


def test_a_number_is_changed_in_stock_voila(desk, tmp_path, artefacts):
    write_notebook(tmp_path / "lesson.ipynb", repr(Specimen()))
    with running(tmp_path, "voila", "lesson.ipynb") as address:
        desk.goto(address)
        change_a_number(desk)
        desk.screenshot(path=artefacts / "voila.png", full_page=True)
