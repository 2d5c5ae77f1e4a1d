"""Under which addresses phones on the same Wi-Fi reach this laptop, best guess first; nothing is sent to find out."""

from __future__ import annotations

import contextlib
import socket
import struct
import sys
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

# Asking the system which own address it would use towards these sends no packet (a UDP socket only "connects").
PROBES = (
    "192.0.2.1",  # reserved for documentation and never routed: finds the interface of the default route
    "192.168.137.2",  # Windows mobile hotspot
    "10.42.0.2",  # NetworkManager hotspot
    "192.168.2.2",  # macOS internet sharing
    "192.168.43.1", "192.168.0.1", "192.168.1.1", "192.168.8.1", "172.20.10.1", "10.0.0.1",
)  # fmt: skip
OWN_HOTSPOTS = (IPv4Address("192.168.137.1"), IPv4Address("10.42.0.1"), IPv4Address("192.168.2.1"))
VIRTUAL = ("docker", "veth", "br-", "virbr", "vmnet", "vboxnet", "tailscale", "tun", "wg", "zt", "lo", "utun", "bridge")
HOME, LARGE, MIDDLE = IPv4Network("192.168.0.0/16"), IPv4Network("10.0.0.0/8"), IPv4Network("172.16.0.0/12")
INTERFACE_ADDRESS = {"linux": 0x8915, "darwin": 0xC0206921}  # SIOCGIFADDR
LONGEST_LIST = 4


@dataclass(frozen=True)
class Found:
    """One own address: the interface it is on, where known, and whether the default route leaves by it."""

    address: IPv4Address
    interface: str = ""
    default: bool = False


def lan_addresses() -> tuple[str, ...]:
    """This laptop's addresses for phones nearby, best guess first; none when it is on no network."""
    return ranked([*_by_route(), *_by_interface(), *_by_name()])


def ranked(found: list[Found]) -> tuple[str, ...]:
    """The useful addresses in the order to try them: own hotspot, default route, then by kind of range."""
    best: dict[IPv4Address, tuple] = {}
    for one in found:
        if _useful(one):
            best[one.address] = min(best.get(one.address, (9,)), _rank(one))
    virtual = {one.address for one in found if one.interface.startswith(VIRTUAL)}
    ordered = sorted(set(best) - virtual, key=lambda address: (best[address], int(address)))
    return tuple(map(str, ordered[:LONGEST_LIST]))


def _useful(one: Found) -> bool:
    address = one.address
    return not (address.is_loopback or address.is_unspecified or address.is_multicast or address.is_reserved)


def _rank(one: Found) -> tuple[int]:
    address = one.address
    if address in OWN_HOTSPOTS:
        return (0,)
    if address.is_link_local:
        return (7,)
    ranges = (HOME, LARGE, MIDDLE)
    place = next((number for number, known in enumerate(ranges) if address in known), 3)
    return (1 if one.default and place < len(ranges) else 2 + place,)


def _by_route() -> list[Found]:
    """The own address that the system would use towards each probe."""
    found = []
    for number, probe in enumerate(PROBES):
        with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.connect((probe, 9))
            found.append(Found(IPv4Address(asking.getsockname()[0]), default=number == 0))
    return found


def _by_interface() -> list[Found]:
    """The address of each network interface, on Linux and macOS."""
    request = INTERFACE_ADDRESS.get(sys.platform)
    if not request:
        return []
    import fcntl

    found = []
    for _, name in socket.if_nameindex():
        with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            reply = fcntl.ioctl(asking.fileno(), request, struct.pack("256s", name.encode()[:15]))
            found.append(Found(IPv4Address(reply[20:24]), interface=name))
    return found


def _by_name() -> list[Found]:
    """The addresses that this laptop's own name stands for: on Windows, all of them."""
    if sys.platform != "win32":
        return []
    with contextlib.suppress(OSError):
        _, _, addresses = socket.gethostbyname_ex(socket.gethostname())
        return [Found(IPv4Address(address)) for address in addresses]
    return []
