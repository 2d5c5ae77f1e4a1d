"""JupyterLab in a browser, as an author uses it."""

from __future__ import annotations

SLOW = 60_000  # milliseconds until a kernel has started or a cell has run


def run_code_cells(page) -> None:
    """Runs the open notebook's code cells one by one, each in view: cells out of view are taken out of the page."""
    cells = page.locator(".jp-CodeCell")
    cells.first.wait_for(timeout=SLOW)
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(timeout=SLOW)
    for place in range(cells.count()):
        cell = cells.nth(place)
        cell.locator(".cm-content").click()
        page.keyboard.press("Control+Enter")
        cell.locator(".jp-InputPrompt", has_text="[*]").wait_for(state="detached", timeout=SLOW)
