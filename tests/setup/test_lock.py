"""Two set-ups never work at once, and a dead one leaves no lock behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bekal.starting.lock import only_one, try_lock
from bekal.starting.place import Place

HOLD = """
import sys, time
from pathlib import Path
from bekal.starting.lock import only_one
from bekal.starting.place import Place
with only_one(Place(Path(sys.argv[1]))):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path):
    """Another process that holds the lock."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.communicate()


def free(place: Place) -> bool:
    with (place.workshop / "lock").open("a+") as handle:
        return try_lock(handle.fileno(), sys.platform)


def test_a_held_lock_is_not_given_twice(holder, tmp_path: Path):
    assert not free(Place(tmp_path))


def test_a_killed_holder_leaves_no_lock(holder, tmp_path: Path):
    holder.kill()
    holder.wait()
    assert free(Place(tmp_path))


def test_the_lock_is_given_back(tmp_path: Path):
    place = Place(tmp_path)
    with only_one(place):
        assert not free(place)
    assert free(place)
