"""Recognises what can go wrong while setting up, before it starts and after a command failed."""

from __future__ import annotations

import errno
import importlib.util
import shutil
import sys
from collections.abc import Callable

from bekal.starting.place import Place
from bekal.starting.words import Stop

MEGABYTE = 1_000_000

# Measured on Linux: 530 MB for base, 820 MB for test, fetched wheels included; the rest is air.
SPACE_NEEDED = {"base": 800 * MEGABYTE, "test": 1200 * MEGABYTE}

# How pip, Python and the operating systems word each trouble; the first sign found decides.
SIGNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("disk-full", ("No space left on device", "Disk quota exceeded", "[WinError 112]", "[Errno 28]")),
    ("damaged", ("DO NOT MATCH THE HASHES",)),
    ("no-permission", ("Permission denied", "Read-only file system", "[WinError 5]", "Access is denied")),
    (
        "no-network",
        (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "Max retries exceeded",
            "Network is unreachable",
            "ProxyError",
            "SSLError",
            "CERTIFICATE_VERIFY_FAILED",
            "IncompleteRead",
            "Connection aborted",
            "Connection broken",
        ),
    ),
)
ERRNO_KEYS = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "no-permission",
}


def sign_in(printed: str) -> str:
    """The key of the sentence that explains what a failed command printed."""
    for key, signs in SIGNS:
        if any(sign in printed for sign in signs):
            return key
    return "failed"


def sign_of(error: OSError) -> str:
    """The key of the sentence that explains what the system refused."""
    return ERRNO_KEYS.get(error.errno or 0, "failed")


def stop_for(key: str, place: Place, name: str) -> Stop:
    """Fill a sentence's blanks with what is known while the list `name` is being installed in `place`."""
    free = shutil.disk_usage(place.root).free // MEGABYTE
    return Stop(key, log=place.log, folder=place.root, needed=SPACE_NEEDED[name] // MEGABYTE, free=free)


def check_venv_module(find: Callable[[str], object] = importlib.util.find_spec) -> None:
    """Refuse a Python without `ensurepip`, as Debian ships it until python3-venv is installed."""
    if find("ensurepip") is None or find("venv") is None:
        raise Stop("no-venv", package=f"python3.{sys.version_info.minor}-venv")


def check_space(name: str, free: int) -> None:
    """Refuse to begin when `free` bytes cannot hold what the list `name` installs."""
    if free < SPACE_NEEDED[name]:
        raise Stop("disk-full", needed=SPACE_NEEDED[name] // MEGABYTE, free=free // MEGABYTE)
