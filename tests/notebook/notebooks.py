"""Notebooks and the programs that open them, for the tests of activities in notebooks."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[2]
START = """import os
from pathlib import Path
from tests.support.specimen import Specimen
_ = Path("pid.txt").write_text(str(os.getpid()))"""
PATIENCE = 60  # seconds until a program that does not answer counts as broken


def write_notebook(path: Path, words: str) -> Path:
    """A notebook that shows the specimen, with these words as its committed output."""
    notebook = nbformat.v4.new_notebook()
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    shown = nbformat.v4.new_output("execute_result", {"text/plain": words}, execution_count=2)
    notebook.cells = [
        nbformat.v4.new_markdown_cell("# Contoh"),
        nbformat.v4.new_code_cell(START, execution_count=1),
        nbformat.v4.new_code_cell("Specimen()", execution_count=2, outputs=[shown]),
    ]
    nbformat.write(notebook, path)
    return path


def surroundings(folder: Path) -> dict[str, str]:
    """An environment in which Jupyter keeps its files in `folder` and finds the tests' activities."""
    lab = folder / "config" / "labconfig"
    lab.mkdir(parents=True, exist_ok=True)
    quiet = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
    (lab / "page_config.json").write_text(json.dumps(quiet), "utf-8")
    kept = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_RUNTIME_DIR": "run",
        "JUPYTERLAB_SETTINGS_DIR": "lab",
        "IPYTHONDIR": "ipython",
    }
    return os.environ | {name: str(folder / place) for name, place in kept.items()} | {"PYTHONPATH": str(ROOT)}


@contextmanager
def running(folder: Path, *command: str):
    """Starts `python -m <command> --port=<free port>` and gives its address once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    log = (folder / "log.txt").open("w")
    program = subprocess.Popen(
        [sys.executable, "-m", *command, f"--port={port}", "--no-browser"],
        cwd=folder,
        env=surroundings(folder),
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        wait_for(address, program, folder / "log.txt")
        yield address
    finally:
        program.terminate()
        program.wait(20)
        log.close()


def wait_for(address: str, program: subprocess.Popen, log: Path) -> None:
    """Returns when the address answers; says what the program said when it ends or stays silent."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and program.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.3)
    raise AssertionError(log.read_text("utf-8")[-3000:])
