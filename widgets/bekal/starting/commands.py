"""Understands what was typed after `run.py` and hands over to the environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress

from bekal.starting.installer import clean_environment
from bekal.starting.place import Place
from bekal.starting.setting_up import set_up
from bekal.starting.words import Stop, sentence

BASE = ("base",)
TEST = ("base", "test")
KNOWN = "setup, serve, lab, test, bekal"


def main(words: Sequence[str], place: Place) -> int:
    """Do what was asked; every known trouble ends in one sentence and exit status 1."""
    try:
        names, command = understand(words, place)
        set_up(place, names)
        return hand_over(place, command) if command else 0
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{sentence('stopped')}", file=sys.stderr)
        return 130


def understand(words: Sequence[str], place: Place) -> tuple[tuple[str, ...], list[str]]:
    """The lists that a command needs and what Python then runs; nothing for `setup`."""
    word, rest = (words[0], words[1:]) if words and not words[0].startswith("-") else ("serve", words)
    match word:
        case "setup":
            return BASE, []
        case "serve":
            return BASE, ["-m", "bekal", "serve", *rest]
        case "lab":
            return BASE, ["-m", "jupyterlab", f"--ServerApp.root_dir={place.root / 'modules'}", *rest]
        case "test":
            return TEST, ["-m", "pytest", *rest]
        case "bekal":
            # `check` validates data packages with a tool that only authors need.
            return TEST if rest[:1] == ["check"] else BASE, ["-m", "bekal", *rest]
    raise Stop("unknown-command", word=word, known=KNOWN)


def hand_over(place: Place, arguments: list[str]) -> int:
    """Let the environment's Python take over in the project's folder, and return its exit status."""
    command = [str(place.python), *arguments]
    environ = clean_environment(os.environ)
    environ["VIRTUAL_ENV"] = str(place.venv)
    environ["PATH"] = os.pathsep.join([str(place.scripts), environ.get("PATH", "")])
    os.chdir(place.root)
    sys.stdout.flush()
    if place.platform != "win32":
        os.execve(place.python, command, environ)
    # Windows cannot replace a process: wait for it, and leave Ctrl-C to it.
    process = subprocess.Popen(command, env=environ)
    while True:
        with suppress(KeyboardInterrupt):
            return process.wait()
