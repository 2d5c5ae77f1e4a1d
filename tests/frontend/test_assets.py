"""The script and the style sheet: joined from small files, small, for old browsers, only for `.bekal`."""

from __future__ import annotations

import gzip
import re

import pytest

from bekal.frontend import assets
from bekal.frontend.icons import BadIcon, icon, outlines, strokes
from tests.frontend.old_browsers import new_in_script, new_in_styles

SCRIPT_KB, STYLE_KB = 16, 8


def gzipped(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def test_scripts_and_styles_are_small():
    assert gzipped(assets.page_script().text) < SCRIPT_KB * 1000
    assert gzipped(assets.widget_script()) < SCRIPT_KB * 1000
    assert gzipped(assets.page_styles().text) < STYLE_KB * 1000


def test_a_name_changes_with_the_content_only():
    assert re.fullmatch(r"activity\.[0-9a-f]{12}\.js", assets.page_script().name)
    assert len({asset.name for asset in assets.page_assets()}) == 3
    assert assets._asset("a", "js", "1", "") == assets._asset("a", "js", "1", "")
    assert assets._asset("a", "js", "1", "").name != assets._asset("a", "js", "2", "").name


def test_the_joined_script_asks_for_no_other_file():
    for script in (assets.page_script().text, assets.widget_script()):
        assert not re.search(r"^import ", script, re.MULTILINE)
    assert assets.widget_script().rstrip().endswith("export default { render };")


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        (
            {"a.js": 'import { two } from "./b.js";\nconst one = 1;', "b.js": "const one = 2;\nexport const two = 2;"},
            "both declare one",
        ),
        ({"a.js": 'import { two } from "https://example.org/b.js";'}, "only named imports"),
        ({"a.js": 'import * as b from "./b.js";', "b.js": ""}, "only named imports"),
        ({"a.js": 'import { b } from "./b.js";', "b.js": 'import { a } from "./a.js";'}, "imports itself"),
    ],
)
def test_what_cannot_be_joined_is_refused(tmp_path, files, reason):
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(assets.BadScript, match=reason):
        assets.joined("a.js", tmp_path)


def test_modules_come_once_and_before_their_users(tmp_path):
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\nimport { c } from "./c.js";\nb(c);\n', "utf-8")
    (tmp_path / "b.js").write_text(
        'import { c } from "./c.js";\n// says why\nexport function b() {\n  return c;\n}\n', "utf-8"
    )
    (tmp_path / "c.js").write_text("export const c = 1;\n", "utf-8")
    assert assets.joined("a.js", tmp_path) == "const c = 1;\nfunction b() {\nreturn c;\n}\nb(c);\n"


def test_scripts_and_styles_run_on_a_phone_of_2019():
    assert new_in_script(assets.page_script().text) == []
    assert new_in_script(assets.widget_script()) == []
    assert new_in_styles(assets.page_styles().text) == []


@pytest.mark.parametrize(
    ("script", "new"),
    [
        ("a?.b", ["?."]),
        ("a ? .5 : 1", []),
        ("a?.5:1", []),
        ("a ?? b", ["??"]),
        ("a ||= b", ["||="]),
        ("1_000", ["1_000"]),
        ("text.replaceAll('a', 'b')", ["replaceAll"]),
        ("list.at(-1)", ["at"]),
        ("const at = 1; at + 1", []),
        ("class A { #b = 1 }", ["#"]),
        ("'a?.b'", []),
        ("// a?.b\nc", []),
        ("`a?.b ${c?.d}`", ["?."]),
        ("x = /a?.b/", []),
    ],
)
def test_newer_script_syntax_is_found(script, new):
    assert new_in_script(script) == new


@pytest.mark.parametrize(
    "style",
    [
        ".a{gap:1rem}",
        ".a:is(b){}",
        ".a{width:min(1px,2px)}",
        ".a{inset:0}",
        ".a{aspect-ratio:1}",
        "@layer a{}",
        ".a{display:revert}",
    ],
)
def test_newer_styles_are_found(style):
    assert new_in_styles(style)
    assert new_in_styles(".a{grid-gap:1rem;column-gap:1rem;grid-template-columns:minmax(0,1fr)}") == []


def selectors(styles: str) -> list[str]:
    flat = re.sub(r"@page\{[^}]*\}|@media[^{]*\{", "", styles)
    return [one.strip() for group in re.findall(r"([^{}]+)\{", flat) for one in re.split(r",(?![^(]*\))", group)]


def test_styles_touch_nothing_outside_bekal():
    found = selectors(assets.widget_styles())
    assert len(found) > 100
    assert [one for one in found if not one.startswith(".bekal")] == []
    assert selectors("@media print{body{color:red}}") == ["body"]


def test_every_icon_is_plain_strokes():
    needed = "envelope house journey food school hands coin warning check cross worker family phone print wifi"
    assert set(needed.split()) | {f"pillar{number}" for number in range(5)} <= set(outlines())
    assert icon("check").startswith('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"')
    assert icon("check").endswith('><path d="M4 13 9 18 20 6"/></svg>')
    with pytest.raises(BadIcon, match="evil"):
        strokes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><script>1</script></svg>', "evil.svg")
