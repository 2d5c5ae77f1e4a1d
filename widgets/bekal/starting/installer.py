"""Installs pinned lists with pip, quietly: pip's own words go to the log."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from bekal.starting.place import Place
from bekal.starting.trouble import sign_in, stop_for
from bekal.starting.words import Progress

# A computer's own pip settings may say how to reach the packages, never what is installed or where.
PIP_SETTINGS_KEPT = frozenset(
    f"PIP_{name}"
    for name in (
        *("INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS", "TRUSTED_HOST", "CONFIG_FILE", "KEYRING_PROVIDER"),
        *(
            "PROXY",
            "CERT",
            "CLIENT_CERT",
            "TIMEOUT",
            "DEFAULT_TIMEOUT",
            "RETRIES",
            "CACHE_DIR",
            "NO_CACHE_DIR",
        ),
    )
)
BENDS_PYTHON = frozenset({"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"})


def clean_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment without what would bend Python's or pip's ways."""
    return {
        name: value
        for name, value in environ.items()
        if name not in BENDS_PYTHON and (not name.startswith("PIP_") or name in PIP_SETTINGS_KEPT)
    }


def pip_environment(place: Place, environ: Mapping[str, str]) -> dict[str, str]:
    """What pip sees: no strange settings, and scratch space on the disk that was found large enough."""
    scratch = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(place.scratch))
    return clean_environment(environ) | scratch | {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


class Installer:
    """Works on the list `name`; pip inherits the descriptor `lock`, so an orphaned pip still holds it."""

    def __init__(self, place: Place, name: str, lock: int) -> None:
        self.place = place
        self.name = name
        self.inherited = () if place.platform == "win32" else (lock,)
        self.total = len({package for package, _ in pins(place.requirements(name))})
        self.pinned = ["--require-hashes", "--only-binary", ":all:", "-r", str(place.requirements(name))]

    def run(self, arguments: list[str], progress: Progress, count: Callable[[], int] = lambda: 0) -> str:
        """Run pip and return what it printed if it failed, else an empty text."""
        before = size(self.place.log)
        with self.place.log.open("ab") as log:
            process = subprocess.Popen(
                [self.place.python, "-I", "-m", "pip", "--no-input", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=pip_environment(self.place, os.environ),
                cwd=self.place.root,
                pass_fds=self.inherited,
            )
            code = watch(process, progress, count)
        return "" if code == 0 else read_from(self.place.log, before) or f"pip: {code}"

    def must(self, arguments: list[str], progress: Progress, count: Callable[[], int] = lambda: 0) -> None:
        """Run pip, or stop with the sentence that explains why it failed."""
        failure = self.run(arguments, progress, count)
        if failure:
            raise stop_for(sign_in(failure), self.place, self.name)

    def holds_everything(self, folder: Path) -> bool:
        """Whether `folder` has every package of the list, undamaged, for this system."""
        offline = ["--isolated", "install", "--dry-run", "--no-index", "--find-links", str(folder)]
        return not self.run(offline + self.pinned, Progress("step-look"))

    def fetch(self) -> None:
        """Download the packages of the list into the folder of fetched wheels."""
        start = size(self.place.log)
        self.must(
            ["download", "--progress-bar", "off", "--dest", str(self.place.fetched), *self.pinned],
            Progress("step-fetch", self.total),
            lambda: len(re.findall("^Collecting ", read_from(self.place.log, start), re.M)),
        )

    def install(self, folder: Path) -> None:
        """Install the packages of the list from a folder of wheels, without network."""
        offline = ["--isolated", "install", "--no-index", "--find-links", str(folder)]
        self.must(offline + self.pinned, Progress("step-install", self.total), self.place.installed)

    def install_bekal(self) -> None:
        """Install Bekal itself, without network, so that edits to it count at once."""
        offline = ["--isolated", "install", "--no-index", "--no-deps", "--no-build-isolation"]
        self.must([*offline, "--editable", str(self.place.root)], Progress("step-bekal"))


def watch(process: subprocess.Popen[bytes], progress: Progress, count: Callable[[], int]) -> int:
    """Wait for a process and count along; on Ctrl-C let it end first."""
    try:
        while True:
            try:
                return process.wait(timeout=0.5)
            except subprocess.TimeoutExpired:
                progress.show(count())
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise
    finally:
        progress.close()


def pins(requirements: Path) -> list[tuple[str, str]]:
    """The (name, version) pairs of a pinned list."""
    return re.findall(r"^([\w.-]+)==([\w.!+-]+)", requirements.read_text(encoding="utf-8"), re.M)


def size(path: Path) -> int:
    """How many bytes a file holds; none when it does not exist."""
    return path.stat().st_size if path.exists() else 0


def read_from(path: Path, start: int) -> str:
    """What a file holds from byte `start` on."""
    with path.open("rb") as handle:
        handle.seek(start)
        return handle.read().decode("utf-8", "replace")
