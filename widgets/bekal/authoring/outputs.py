"""`bekal outputs`: runs the lessons and writes the worked examples that stand in their notebooks."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from bekal.authoring.project import here
from bekal.curriculum.library import Module

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
LANGUAGE = {"name": "python"}
WIDGET = "application/vnd.jupyter.widget"
SECONDS_PER_CELL = 120


def add_arguments(parser) -> None:
    """The options of `bekal outputs`."""
    parser.add_argument("slugs", nargs="*", metavar="modul", help="hanya modul ini | only these modules")
    parser.add_argument("--root", type=Path, help="folder proyek yang lain | another project folder")


def run(arguments) -> int:
    """Run the lessons one by one; a lesson that fails is left as it was and makes the exit code 1."""
    project = here("", arguments.root)
    chosen = [module for module in project.modules if not arguments.slugs or module.slug in arguments.slugs]
    unknown = sorted(set(arguments.slugs) - {module.slug for module in chosen})
    for slug in unknown:
        print(f"Tidak ada modul {slug}. | There is no module {slug}.", file=sys.stderr)
    failed = [module for module in chosen if not _rewritten(module, project.name(module.lesson))]
    return 1 if unknown or failed else 0


def _rewritten(module: Module, name: str) -> bool:
    try:
        changed = rewrite(module.lesson)
    except CellExecutionError as error:
        reason = f"{error.ename}: {error.evalue}"
        print(f"{name}: sel kode gagal, {reason} | a code cell failed, {reason}", file=sys.stderr)
        return False
    print(f"{name}: " + ("ditulis ulang | rewritten" if changed else "tetap | unchanged"))
    return True


def rewrite(path: Path) -> bool:
    """Run one notebook from the top in its own folder and keep clean outputs; whether the file changed."""
    before = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=SECONDS_PER_CELL,
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        kernel_name=KERNEL["name"],
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    after = nbformat.writes(cleaned(notebook)) + "\n"
    if after != before:
        path.write_text(after, encoding="utf-8", newline="\n")
    return after != before


def cleaned(notebook):
    """The notebook with nothing in it that changes from run to run or from computer to computer."""
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": LANGUAGE})
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number:02d}"
        cell.metadata = nbformat.from_dict({"tags": cell.metadata["tags"]} if cell.metadata.get("tags") else {})
        for output in cell.get("outputs", []):
            output.pop("metadata", None) if output.output_type == "stream" else output.update(metadata={})
            for kind in [kind for kind in output.get("data", {}) if kind.startswith(WIDGET)]:
                del output.data[kind]
    return notebook
