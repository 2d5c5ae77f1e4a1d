"""`bekal serve` as a trainer types it: how it begins, what it says, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time

import pytest

from bekal.serving import command
from bekal.serving.command import Reach
from bekal.serving.terminal import Terminal
from tests.serving import running
from tests.serving.running import ROOT, ask

LONGEST_START = 4  # seconds from the command to the first page, as promised


def serve(*options: str) -> subprocess.CompletedProcess:
    """Runs the command to its end."""
    line = [sys.executable, "-m", "bekal", "serve", "--no-browser", *options]
    environ = os.environ | {"PYTHONUTF8": "1"}
    return subprocess.run(
        line, cwd=ROOT, env=environ, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )


@pytest.fixture
def taken():
    """A port that something else listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_in_use_is_one_clear_sentence_in_both_languages(taken):
    found = serve("--host", "127.0.0.1", "--port", str(taken))
    assert found.returncode == 2
    assert found.stdout == ""
    indonesian, english = found.stderr.splitlines()
    assert indonesian.startswith(f"Pintu {taken} sudah dipakai")
    assert english.startswith(f"Port {taken} is in use")
    again = re.search(r"python3? run\.py --port (\d+)$", indonesian)
    assert english.endswith(again[0])
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", int(again[1])))


def test_a_port_in_use_on_one_address_is_noticed_when_all_are_wanted(taken):
    assert serve("--port", str(taken)).returncode == 2


def test_an_address_of_another_computer(taken):
    found = serve("--host", "203.0.113.7", "--port", "0")
    assert found.returncode == 2
    assert "203.0.113.7 bukan alamat laptop ini" in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize("options", [["--port", "99999"], ["--port", "x"], ["--rate", "-1"], ["--theme", "dark"]])
def test_options_that_are_none(options):
    found = serve(*options)
    assert found.returncode == 2
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_begins_quickly_says_how_to_join_and_ends_calmly(how):
    began = time.monotonic()
    served = running.start("--host", "127.0.0.1")
    page = ask(served.port, "GET", "/id/send-money")
    assert page.status == 200
    assert time.monotonic() - began < LONGEST_START
    assert "Ctrl+C" in served.text()
    assert served.stop(how) == 0
    assert served.text().rstrip().endswith("Kelas ditutup.\nThe class is closed.")
    assert "Traceback" not in served.text()


def test_everybody_can_join_unless_told_otherwise():
    served = running.start()
    try:
        with socket.create_connection(("::1" if socket.has_dualstack_ipv6() else "127.0.0.1", served.port), timeout=5):
            pass
        from bekal.serving.addresses import lan_addresses

        for address in lan_addresses():
            assert f"http://{address}:{served.port}/" in served.text()
            with socket.create_connection((address, served.port), timeout=5):
                pass
    finally:
        assert served.stop() == 0


def test_only_this_laptop():
    served = running.start("--host", "127.0.0.1")
    try:
        assert "Hanya laptop ini yang bisa membuka kelas" in served.text()
        assert "▀" not in served.text()
        assert 'class="join"' not in ask(served.port, "GET", "/id/").text
    finally:
        assert served.stop() == 0


@pytest.mark.parametrize(
    ("host", "here", "only_here"),
    [
        ("", "http://localhost:8866/", False),
        ("0.0.0.0", "http://localhost:8866/", False),
        ("::", "http://localhost:8866/", False),
        ("127.0.0.1", "http://127.0.0.1:8866/", True),
        ("::1", "http://[::1]:8866/", True),
        ("localhost", "http://localhost:8866/", True),
        ("192.168.1.5", "http://192.168.1.5:8866/", False),
    ],
)
def test_where_the_class_is_reached(host, here, only_here):
    reach = Reach(host, 8866)
    assert reach.here() == here
    assert reach.only_here is only_here
    if only_here:
        assert reach.urls() == ()
    if host == "192.168.1.5":
        assert reach.urls() == ("http://192.168.1.5:8866/",)


def test_how_it_was_started_is_how_to_start_it_again(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["/somewhere/.venv/bin/bekal", "serve"])
    assert command._command() == "bekal serve"
    monkeypatch.setattr(sys, "argv", ["/somewhere/widgets/bekal/__main__.py", "serve"])
    assert command._command().endswith("run.py")


class Paper:
    """A terminal that keeps what is written, in one encoding."""

    def __init__(self, encoding: str):
        self.encoding, self.text = encoding, ""

    def write(self, text: str) -> None:
        """Keeps the text; what the encoding cannot hold raises an error, as a real terminal does."""
        text.encode(self.encoding)
        self.text += text

    def flush(self) -> None:
        """Does nothing."""

    def isatty(self) -> bool:
        """No colours."""
        return False


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp437", "ascii"])
def test_every_terminal_can_write_the_welcome(encoding):
    paper = Paper(encoding)
    Terminal(paper).welcome("http://localhost:8866/", ("http://192.168.1.5:8866/", "http://10.0.0.7:8866/"), False)
    for words in ("192.168.1.5", "10.0.0.7", "localhost", "Ctrl+C"):
        assert words in paper.text


def test_without_network_the_trainer_is_told_what_to_switch_on():
    paper = Paper("utf-8")
    Terminal(paper).welcome("http://localhost:8866/", (), False)
    assert "Nyalakan Wi-Fi" in paper.text


def test_the_same_trouble_is_told_once_a_minute():
    paper = Paper("utf-8")
    terminal = Terminal(paper)
    for _ in range(5):
        terminal.report("send-money", "ValueError")
    terminal.report("family-budget", "ValueError")
    assert paper.text.count("send-money") == 1
    assert paper.text.count("family-budget") == 1
