"""What axe finds on a page: every rule of every level, best practices and AAA included."""

from __future__ import annotations

from importlib.resources import files

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
EVERY_RULE = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await axe.run(document, { runOnly: tags, rules: { "color-contrast-enhanced": { enabled: true } } });
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 150)).join(" | ")}`);
}"""


def violations(page) -> list[str]:
    """What axe finds at every level, AAA and best practice included, once transitions are over and nobody types.

    (While somebody types, the answer's headline lies over the lower edge of the form, as it should.)
    """
    page.evaluate("document.activeElement.blur()")
    page.wait_for_timeout(400)
    page.evaluate(AXE)
    return page.evaluate(EVERY_RULE)
