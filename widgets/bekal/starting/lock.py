"""Lets one set-up at a time work in a copy of Bekal."""

from __future__ import annotations

import errno
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bekal.starting.place import Place
from bekal.starting.words import say


@contextmanager
def only_one(place: Place) -> Iterator[int]:
    """Hold the lock and give its descriptor; the system frees it when its holders die, so it is never stale."""
    place.workshop.mkdir(exist_ok=True)
    with (place.workshop / "lock").open("a+") as handle:
        if not try_lock(handle.fileno(), place.platform):
            say("waiting")
            while not try_lock(handle.fileno(), place.platform):
                time.sleep(0.3)
        yield handle.fileno()


def try_lock(descriptor: int, platform: str) -> bool:
    """Take the lock if nobody holds it; where the file system knows no locks, go on without."""
    lock = lock_on_windows if platform == "win32" else lock_on_unix
    try:
        lock(descriptor)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True


def lock_on_windows(descriptor: int) -> None:
    """Lock the file's first byte, or raise `OSError` at once."""
    import msvcrt

    msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)


def lock_on_unix(descriptor: int) -> None:
    """Lock the file, or raise `OSError` at once."""
    import fcntl

    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
