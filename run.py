"""Start Bekal: make everything ready on this computer, then open the class page.

    python3 run.py                  set up if needed, serve the lessons and open the browser
    python3 run.py setup            only set up
    python3 run.py lab              open the lessons in JupyterLab
    python3 run.py test [...]       set up the test tools too and run every check
    python3 run.py bekal <command>  run any Bekal command

Options are passed on, such as --port 8080. Standard library only; the syntax of this file stays old, so that
Python 3.6 can still read it and say in one sentence that it is too old.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
TOO_OLD = (
    "Bekal perlu Python {needed} atau lebih baru. Komputer ini memakai Python {found}. "
    "Pasang Python yang lebih baru, lalu jalankan lagi.\n"
    "Bekal needs Python {needed} or newer. This computer runs Python {found}. "
    "Install a newer Python, then run this again."
)


def main(words: list, version: tuple = tuple(sys.version_info[:3])) -> int:
    """Refuse a Python that is too old, else set up and start; returns the exit status."""
    if version < OLDEST_PYTHON:
        print(TOO_OLD.format(needed=dotted(OLDEST_PYTHON), found=dotted(version)), file=sys.stderr)
        return 1
    if words[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    # Nothing is installed yet: the package is used straight from its folder.
    sys.path.insert(0, str(ROOT / "widgets"))
    from bekal.starting.commands import main as start
    from bekal.starting.place import Place

    return start(words, Place(ROOT))


def dotted(version: tuple) -> str:
    """Write a version as people do."""
    return ".".join(str(part) for part in version)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
