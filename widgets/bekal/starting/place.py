"""Where things are in one copy of Bekal."""

from __future__ import annotations

import sys
from pathlib import Path


class Place:
    """The folders below `root` on one kind of system; `platform` is worded as in `sys.platform`."""

    def __init__(self, root: Path, platform: str = sys.platform) -> None:
        windows = platform == "win32"
        self.root = root
        self.platform = platform
        self.wheelhouse = root / "wheelhouse"
        self.venv = root / ".venv"
        self.stamp = self.venv / "bekal-ready.json"
        self.scripts = self.venv / ("Scripts" if windows else "bin")
        self.python = self.scripts / ("python.exe" if windows else "python")
        self.packages = "Lib/site-packages" if windows else "lib/python3*/site-packages"
        self.workshop = root / ".setup"
        self.fetched = self.workshop / "wheels"
        self.scratch = self.workshop / "scratch"
        self.log = self.workshop / "setup.log"

    def requirements(self, name: str) -> Path:
        """The pinned and hashed list called `name`: base or test."""
        return self.root / "requirements" / f"{name}.txt"

    def installed(self) -> int:
        """How many packages the environment holds, whole or nearly so."""
        return sum(1 for _ in self.venv.glob(f"{self.packages}/*.dist-info"))
