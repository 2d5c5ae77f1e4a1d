"""Brings the environment from whatever state it is in to ready."""

from __future__ import annotations

import shutil
import subprocess
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bekal.starting.installer import Installer, pins
from bekal.starting.lock import only_one
from bekal.starting.place import Place
from bekal.starting.stamp import State, read_stamp, state, venv_version, wanted_stamp, write_stamp
from bekal.starting.trouble import check_space, check_venv_module, sign_in, sign_of, stop_for
from bekal.starting.words import Progress, say


def set_up(place: Place, names: Sequence[str]) -> None:
    """Make the environment hold the named lists and Bekal itself; does nothing when it already does."""
    if state(place, names) == "ready":
        return
    try:
        with only_one(place) as lock:
            found = state(place, names)
            if found != "ready":
                with tidy_workshop(place):
                    repair(place, names, found, lock)
    except OSError as error:
        raise stop_for(sign_of(error), place, names[-1]) from error


def repair(place: Place, names: Sequence[str], found: State, lock: int) -> None:
    """Bring an environment that was `found` behind or broken to ready; the stamp is written last."""
    largest = names[-1]  # each list contains the ones before it
    check_venv_module()
    check_space(largest, shutil.disk_usage(place.root).free)
    kept = read_stamp(place)["requirements"] if found == "behind" else {}
    if found == "broken":
        make_venv(place, largest)
    installer = Installer(place, largest, lock)
    folder = wheels(place, installer)
    # From here on the environment is in between: without its stamp an interrupted set-up is made anew.
    place.stamp.unlink(missing_ok=True)
    installer.install(folder)
    installer.install_bekal()
    stamp = wanted_stamp(place, names, venv_version(place))
    write_stamp(place, stamp | {"requirements": kept | stamp["requirements"]})
    drop_old_wheels(place)
    say("ready")


@contextmanager
def tidy_workshop(place: Place) -> Iterator[None]:
    """A fresh log, and a scratch folder that is empty at first and gone afterwards."""
    place.log.write_text("", encoding="utf-8")
    shutil.rmtree(place.scratch, ignore_errors=True)
    place.scratch.mkdir()
    try:
        yield
    finally:
        shutil.rmtree(place.scratch, ignore_errors=True)


def make_venv(place: Place, name: str) -> None:
    """Make the environment anew with the Python that runs this."""
    Progress("step-place")
    builder = venv.EnvBuilder(clear=True, symlinks=place.platform != "win32", with_pip=True)
    try:
        builder.create(place.venv)
    except subprocess.CalledProcessError as error:
        printed = (error.output or b"").decode("utf-8", "replace")
        place.log.write_text(printed, encoding="utf-8")
        raise stop_for(sign_in(printed), place, name) from error


def wheels(place: Place, installer: Installer) -> Path:
    """The folder that holds every package of the list, after fetching what no folder has."""
    if place.wheelhouse.is_dir():
        if installer.holds_everything(place.wheelhouse):
            return place.wheelhouse
        say("wheelhouse-unfit")
    # Fetched wheels are kept: a moved folder or a broken environment is made anew without internet.
    if not (place.fetched.is_dir() and installer.holds_everything(place.fetched)):
        installer.fetch()
    return place.fetched


def drop_old_wheels(place: Place) -> None:
    """Delete fetched wheels that no list asks for any more."""
    lists = (place.root / "requirements").glob("*.txt")
    wanted = {(normal(name), version) for path in lists for name, version in pins(path)}
    for wheel in place.fetched.glob("*.whl"):
        name, version = wheel.name.split("-")[:2]
        if (normal(name), version) not in wanted:
            wheel.unlink()


def normal(name: str) -> str:
    """A package's name as wheel files are called."""
    return name.lower().replace("-", "_").replace(".", "_")
