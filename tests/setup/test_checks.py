"""What is checked before anything is installed, and what each system calls things."""

from __future__ import annotations

from pathlib import Path

import pytest

from bekal.starting.commands import understand
from bekal.starting.installer import clean_environment, pip_environment
from bekal.starting.place import Place
from bekal.starting.trouble import MEGABYTE, check_space, check_venv_module
from bekal.starting.words import Stop

HALL = Path("/hall/bekal")


def test_a_disk_with_room_passes_and_a_full_one_does_not():
    check_space("base", 900 * MEGABYTE)
    with pytest.raises(Stop, match="Bekal perlu 800 MB; yang kosong 799 MB"):
        check_space("base", 799 * MEGABYTE)


def test_a_python_without_ensurepip_is_told_which_package_to_install():
    check_venv_module(lambda name: object())
    with pytest.raises(Stop, match=r"sudo apt install python3\.\d+-venv"):
        check_venv_module(lambda name: None if name == "ensurepip" else object())


@pytest.mark.parametrize(
    ("platform", "python", "packages"),
    [
        ("linux", ".venv/bin/python", "lib/python3*/site-packages"),
        ("darwin", ".venv/bin/python", "lib/python3*/site-packages"),
        ("win32", ".venv/Scripts/python.exe", "Lib/site-packages"),
    ],
)
def test_where_each_system_keeps_its_python(platform: str, python: str, packages: str):
    place = Place(HALL, platform)
    assert place.python == HALL / python
    assert place.packages == packages


def test_pip_settings_may_say_where_from_but_not_what_or_where_to():
    machine = {
        "PATH": "/usr/bin",
        "PIP_INDEX_URL": "file:///mirror",
        "PIP_CERT": "ca.pem",
        "PIP_TARGET": "/elsewhere",
        "PIP_NO_BINARY": ":all:",
        "PIP_CONSTRAINT": "pins.txt",
        "PYTHONPATH": "/elsewhere",
        "PYTHONHOME": "/elsewhere",
    }
    assert clean_environment(machine) == {
        "PATH": "/usr/bin",
        "PIP_INDEX_URL": "file:///mirror",
        "PIP_CERT": "ca.pem",
    }
    assert pip_environment(Place(HALL), {"PIP_USER": "1", "TMPDIR": "/small"}) == {
        "PIP_USER": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "TMPDIR": str(HALL / ".setup/scratch"),
        "TEMP": str(HALL / ".setup/scratch"),
        "TMP": str(HALL / ".setup/scratch"),
    }


@pytest.mark.parametrize(
    ("typed", "names", "command"),
    [
        ("", ("base",), ["-m", "bekal", "serve"]),
        ("--port 9000 --no-browser", ("base",), ["-m", "bekal", "serve", "--port", "9000", "--no-browser"]),
        ("serve --host 0.0.0.0", ("base",), ["-m", "bekal", "serve", "--host", "0.0.0.0"]),
        ("setup", ("base",), []),
        ("lab", ("base",), ["-m", "jupyterlab", f"--ServerApp.root_dir={HALL / 'modules'}"]),
        ("test tests/setup -x", ("base", "test"), ["-m", "pytest", "tests/setup", "-x"]),
        ("bekal modules --json", ("base",), ["-m", "bekal", "modules", "--json"]),
        ("bekal check", ("base", "test"), ["-m", "bekal", "check"]),
    ],
)
def test_what_each_command_needs_and_runs(typed: str, names: tuple[str, ...], command: list[str]):
    assert understand(typed.split(), Place(HALL)) == (names, command)


def test_an_unknown_command_is_refused():
    with pytest.raises(Stop, match="Perintah instal tidak dikenal"):
        understand(["instal"], Place(HALL))
