"""Which names in a Host header are this laptop's; others are refused, so that no web page can point its name at it."""

from __future__ import annotations

import socket
from ipaddress import ip_address

LOCAL_ENDINGS = ("", ".local", ".lan", ".home", ".home.arpa", ".internal", ".localdomain", ".mshome.net", ".fritz.box")


def own_names(more: tuple[str, ...] = (), hostname: str | None = None) -> frozenset[str]:
    """The names this laptop answers to, with those that a district gives its server."""
    name = (socket.gethostname() if hostname is None else hostname).lower().split(".")[0]
    local = {name + ending for ending in LOCAL_ENDINGS} if name else set()
    return frozenset({"localhost", *local, *(given.lower().rstrip(".") for given in more)})


def is_ours(host_header: str, names: frozenset[str]) -> bool:
    """Whether a Host header is an IP address, as phones in the hall use it, or one of the names."""
    host = _without_port(host_header.strip().lower())
    return host.rstrip(".") in names or _is_address(host.strip("[]"))


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    name, _, port = host.rpartition(":")
    return name if name and port.isdigit() else host


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
