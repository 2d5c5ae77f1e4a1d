"""Every sentence of the set-up stands in both languages and can be filled."""

from __future__ import annotations

import errno
from string import Formatter

import pytest

from bekal.starting.trouble import ERRNO_KEYS, SIGNS, sign_in, sign_of
from bekal.starting.words import SENTENCES, Stop


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", SENTENCES)
def test_both_languages_have_the_same_blanks(key: str):
    indonesian, english = SENTENCES[key]
    assert indonesian
    assert english
    assert indonesian != english
    assert blanks(indonesian) == blanks(english)


def test_every_trouble_has_its_sentence():
    keys = {key for key, _ in SIGNS} | set(ERRNO_KEYS.values()) | {"failed"}
    assert keys <= SENTENCES.keys()


def test_a_stop_reads_indonesian_first():
    assert str(Stop("disk-full", needed=800, free=12)).splitlines() == [
        "Ruang di disk tidak cukup. Bekal perlu 800 MB; yang kosong 12 MB. Hapus yang tidak dipakai, lalu jalankan "
        "lagi.",
        "The disk has too little room. Bekal needs 800 MB; 12 MB is free. Delete what is not used, then run this "
        "again.",
    ]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk-full"),
        ("OSError: [WinError 112] There is not enough space on the disk", "disk-full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "damaged"),
        ("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: 'x'", "no-permission"),
        ("PermissionError: [WinError 5] Access is denied: 'x'", "no-permission"),
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError(... Failed to establish a new "
            "connection: [Errno -3] Temporary failure in name resolution')': /simple/anyio/\n"
            "ERROR: No matching distribution found for anyio==4.16.0",
            "no-network",
        ),
        ("pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.", "no-network"),
        ("ERROR: No matching distribution found for anyio==4.16.0", "failed"),
        ("", "failed"),
    ],
)
def test_what_pip_prints_is_understood(printed: str, key: str):
    assert sign_in(printed) == key


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EACCES, "no-permission"),
        (errno.EROFS, "no-permission"),
        (errno.EIO, "failed"),
    ],
)
def test_what_the_system_refuses_is_understood(number: int, key: str):
    assert sign_of(OSError(number, "refused")) == key
