"""The floors of the house: a package imports only what stands below it, and the lowest ones only what is cheap.

Imports inside functions count too. The lower floors also run in a browser, where most of the standard library costs
a second or more; what only the server needs is loaded when it is asked for.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "widgets"

# What each floor may import of ours, beside itself.
BELOW = {
    "calculators": (),
    "data": (),
    "contract": ("data", "calculators"),
    "activities": ("contract", "data", "calculators"),
    "curriculum": ("activities", "contract", "data", "calculators"),
    "frontend": ("curriculum", "activities", "contract", "data", "calculators"),
    "notebook": ("frontend", "curriculum", "activities", "contract", "data", "calculators"),
    "serving": ("notebook", "frontend", "curriculum", "activities", "contract", "data", "calculators"),
    "publishing": ("notebook", "frontend", "curriculum", "activities", "contract", "data", "calculators"),
    "authoring": ("notebook", "frontend", "curriculum", "activities", "contract", "data", "calculators"),
    "cli": ("serving", "publishing", "authoring", "curriculum"),
    "__main__": ("cli",),
    "starting": (),
}

BROWSER = ("calculators", "data", "contract", "activities")
CHEAP = {
    "__future__",
    "collections",
    "dataclasses",
    "functools",
    "importlib",
    "itertools",
    "json",
    "math",
    "re",
    "typing",
}
# These are loaded only on demand, by imports inside functions, and never in a browser.
ON_DEMAND = {
    "bekal.contract.catalogs",
    "bekal.contract.displays",
    "bekal.contract.formatting",
    "bekal.contract.plain",
    "bekal.data.derived",
    "bekal.data.descriptor",
    "bekal.data.files",
    "bekal.data.messages",
    "bekal.data.schema",
    "bekal.data.sheet",
    "bekal.data.validate",
}


def files(root: Path) -> dict[str, Path]:
    """Every Python file below `root/bekal` by its dotted name."""
    found = {}
    for path in sorted((root / "bekal").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(name: str, path: Path, nodes=ast.walk) -> set[str]:
    """The dotted names that a file imports; `from a import b` gives `a.b`, relative ones are made absolute."""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    found = set()
    for node in nodes(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*above, *filter(None, [node.module])])
            found |= {f"{origin}.{alias.name}" for alias in node.names}
    return found


def at_import(tree: ast.Module):
    """The nodes that run when a module is imported: not the bodies of functions."""
    waiting = list(ast.iter_child_nodes(tree))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)


def floor_of(name: str) -> str:
    """The floor of a module by its dotted name; `bekal` itself is below all."""
    return [*name.split("."), ""][1]


def climbing(root: Path) -> list[str]:
    """`importer -> imported` for every import of a floor that does not stand below."""
    found = []
    for name, path in files(root).items():
        floor = floor_of(name)
        for imported in sorted(imports(name, path)):
            allowed = (floor, "__version__", *BELOW.get(floor, ()))
            if imported.split(".")[0] == "bekal" and floor_of(imported) not in allowed:
                found.append(f"{name} -> {imported}")
    return found


def dear(root: Path) -> list[str]:
    """`importer -> imported` where a module that runs in a browser loads something that is not cheap there."""
    found = []
    for name, path in files(root).items():
        if floor_of(name) not in BROWSER or name in ON_DEMAND:
            continue
        for imported in sorted(imports(name, path, at_import)):
            top = imported.split(".")[0]
            if top != "bekal" and top not in CHEAP:
                found.append(f"{name} -> {imported}")
            if any(imported == late or imported.startswith(late + ".") for late in ON_DEMAND):
                found.append(f"{name} -> {imported}")
    return found


def write(root: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = root / "bekal" / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_no_import_climbs():
    assert climbing(SOURCE) == []


def test_every_floor_is_known():
    floors = {floor_of(name) for name in files(SOURCE)} - {""}
    assert floors <= set(BELOW), floors - set(BELOW)


def test_what_runs_in_a_browser_is_cheap():
    assert dear(SOURCE) == []


def test_what_runs_before_the_set_up_needs_nothing_installed():
    for name, path in files(SOURCE).items():
        if floor_of(name) in ("starting", ""):
            needed = {imported.split(".")[0] for imported in imports(name, path)} - {"bekal"}
            assert needed <= sys.stdlib_module_names, name


def test_cheap_modules_belong_to_the_standard_library():
    assert set(sys.stdlib_module_names) >= CHEAP


def test_an_import_that_climbs_is_seen(tmp_path):
    write(
        tmp_path,
        calculators__money="from bekal.contract import text\n",
        contract__fields="def check():\n    from bekal.activities import SendMoney\n",
        activities__send_money="from ..curriculum import registry\n",
        data__files="import bekal.data.records\n",
        serving__pages="from bekal import authoring\n",
        authoring__check="from bekal.curriculum import modules\n",
    )
    assert climbing(tmp_path) == [
        "bekal.activities.send_money -> bekal.curriculum.registry",
        "bekal.calculators.money -> bekal.contract.text",
        "bekal.contract.fields -> bekal.activities.SendMoney",
        "bekal.serving.pages -> bekal.authoring",
    ]


def test_an_import_that_is_dear_in_a_browser_is_seen(tmp_path):
    write(
        tmp_path,
        calculators__money="from decimal import Decimal\n",
        activities__send_money="def answer():\n    import datetime\n",
        contract__activity="if True:\n    from bekal.contract.formatting import say\n",
        contract__formatting="import babel\n",
        curriculum__library="import yaml\n",
    )
    assert dear(tmp_path) == [
        "bekal.calculators.money -> decimal.Decimal",
        "bekal.contract.activity -> bekal.contract.formatting.say",
    ]
