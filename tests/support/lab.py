"""JupyterLab in a browser, as an author uses it."""

from __future__ import annotations

import re
import time

from playwright.sync_api import TimeoutError as Late

SLOW = 60_000  # milliseconds until a kernel has started or a cell has run
RAN = re.compile(r"\[\d+\]")


def run_code_cells(page) -> None:
    """Runs the open notebook's code cells one by one, each in view: cells out of view are taken out of the page."""
    cells = page.locator(".jp-CodeCell")
    cells.first.wait_for(timeout=SLOW)
    page.get_by_text("| Idle").wait_for(timeout=SLOW)
    for place in range(cells.count()):
        _run(page, cells.nth(place))


def _run(page, cell) -> None:
    """Presses the keys again where JupyterLab let them pass, as it does until its kernel is connected."""
    until = time.monotonic() + SLOW / 1000
    while time.monotonic() < until:
        cell.locator(".cm-content").click()
        page.keyboard.press("Control+Enter")
        page.wait_for_timeout(500)  # the number of the saved run stands there a moment longer
        try:
            cell.locator(".jp-InputPrompt", has_text=RAN).wait_for(timeout=5_000)
            return
        except Late:
            continue
    raise AssertionError("JupyterLab did not run the cell")
