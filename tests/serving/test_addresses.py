"""Which of a laptop's addresses phones should try first, and under which names it is known."""

from __future__ import annotations

from ipaddress import IPv4Address, ip_address

import pytest

from bekal.serving.addresses import Found, lan_addresses, ranked
from bekal.serving.hosts import is_ours, own_names
from bekal.serving.languages import choose


def laptop(*addresses) -> list[Found]:
    """A laptop's addresses as `address`, `address interface` or `address interface default`."""
    found = []
    for words in map(str.split, addresses):
        interface = words[1] if len(words) > 1 else ""
        found.append(Found(IPv4Address(words[0]), interface, words[2:] == ["default"]))
    return found


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        ([], ()),
        (["127.0.0.1 lo"], ()),
        (["0.0.0.0", "224.0.0.1", "255.255.255.255"], ()),
        (["192.168.1.20 wlan0 default"], ("192.168.1.20",)),
        # a hotspot of its own is where the phones are, even when the laptop also has internet
        (["192.168.1.20 eth0 default", "10.42.0.1 wlan0"], ("10.42.0.1", "192.168.1.20")),
        (["192.168.1.20 - default", "192.168.137.1"], ("192.168.137.1", "192.168.1.20")),
        # a virtual machine's network is no place for phones
        (["172.17.0.1 docker0", "10.0.0.5 wlan0 default"], ("10.0.0.5",)),
        (["172.17.0.1", "172.17.0.1 docker0", "192.168.43.8 wlan0"], ("192.168.43.8",)),
        (["100.64.0.3 tailscale0", "192.168.122.1 virbr0"], ()),
        # private ranges before others, what nobody assigned last
        (["169.254.9.9 eth0", "8.8.4.4 eth1", "172.20.10.2 wlan0"], ("172.20.10.2", "8.8.4.4", "169.254.9.9")),
        (["8.8.4.4 eth1 default", "192.168.0.3 wlan0"], ("192.168.0.3", "8.8.4.4")),
        (["10.0.0.9", "192.168.0.3", "10.0.0.8"], ("192.168.0.3", "10.0.0.8", "10.0.0.9")),
        ([f"10.0.0.{n}" for n in range(1, 9)], ("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4")),
    ],
)
def test_best_guess_first(addresses, expected):
    assert ranked(laptop(*addresses)) == expected


def test_this_machine_has_only_addresses_that_can_be_reached():
    for address in lan_addresses():
        assert not ip_address(address).is_loopback


NAMES = own_names(("Bekal.Desa.id",), "Laptop-Bu-Ani")


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("192.168.43.7:8866", True),
        ("192.168.43.7", True),
        ("[fe80::1]:8866", True),
        ("localhost:8866", True),
        ("LOCALHOST", True),
        ("laptop-bu-ani.local:8866", True),
        ("laptop-bu-ani", True),
        ("laptop-bu-ani.mshome.net", True),
        ("bekal.desa.id", True),
        ("bekal.desa.id.", True),
        ("evil.example", False),
        ("laptop-bu-ani.evil.example", False),
        ("192.168.43.7.evil.example", False),
        ("localhost.evil.example", False),
        ("192.168.43.7:8866:1", False),
        ("evil.example:localhost", False),
        ("[evil.example]", False),
        ("", False),
        (":8866", False),
        ("user@localhost", False),
    ],
)
def test_which_names_are_ours(host, ours):
    assert is_ours(host, NAMES) is ours


def test_a_laptop_without_a_name_is_no_empty_name():
    assert not is_ours(".local", own_names((), ""))


@pytest.mark.parametrize(
    ("named", "wishes", "chosen"),
    [
        ("en", "id", "en"),
        ("jv", "en-GB,en;q=0.8", "en"),
        (None, "", "id"),
        (None, "fr,de", "id"),
        (None, "fr;q=0.9,en;q=0.8,id;q=0.7", "en"),
        (None, "en;q=0.2,in-ID;q=0.9", "id"),
        (None, ";;;,,,q=,=", "id"),
        (7, "en", "en"),
    ],
)
def test_language(named, wishes, chosen):
    assert choose(named, wishes, ("id", "en")) == chosen
