"""`bekal serve`: opens the class on this computer and says how phones join it."""

from __future__ import annotations

import argparse
import asyncio
import errno
import os
import signal
import socket
import sys
from ipaddress import ip_address
from pathlib import Path

from bekal.serving.addresses import lan_addresses
from bekal.serving.limits import RATE
from bekal.serving.terminal import CLOSED, MOVED, PREPARING, Terminal

DEFAULT_PORT = 8866
CANNOT_START = 2
PORTS_TRIED = 100
LOOK_FOR_ADDRESSES_SECONDS = 5
MOST_KERNELS = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bekal serve`."""
    parser.add_argument("--host", default="", metavar="ALAMAT", help=(
        "alamat laptop ini tempat kelas dibuka; tanpa pilihan ini: semua, agar telepon bisa ikut "
        "| own address to listen on; all of them by default, so that phones can join"))  # fmt: skip
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, metavar="NOMOR", help=(
        f"nomor pintu kelas, biasanya {DEFAULT_PORT} | port, {DEFAULT_PORT} by default"))  # fmt: skip
    parser.add_argument("--no-browser", action="store_true", help=(
        "jangan buka peramban di laptop ini | do not open a browser on this laptop"))  # fmt: skip
    parser.add_argument("--lang", default="", metavar="BAHASA", help=(
        "bahasa halaman yang dibuka di laptop ini, misalnya en "
        "| language of the page opened on this laptop"))  # fmt: skip
    parser.add_argument("--name", action="append", default=[], metavar="NAMA", help=(
        "nama server ini di jaringan, misalnya bekal.desa.id "
        "| a host name of this server, may be repeated"))  # fmt: skip
    parser.add_argument("--rate", type=_rate, default=RATE, metavar="JUMLAH", help=(
        f"permintaan paling banyak per detik dari satu alamat, biasanya {RATE}; 0 berarti tanpa batas "
        "| most requests a second from one address, 0 for no limit"))  # fmt: skip
    parser.add_argument("--kernels", type=_rate, default=MOST_KERNELS, metavar="JUMLAH", help=(
        f"kernel paling banyak untuk pelajaran yang memakainya, biasanya {MOST_KERNELS} "
        "| most kernels at once for lessons that need one"))  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Serves until it is stopped; exit code 2 when the port or address cannot be used."""
    terminal = Terminal()
    try:
        sockets = _bind(options.port, options.host)
    except OSError as error:
        for sentence in _why(error, options.port, options.host):
            print(sentence, file=sys.stderr)
        return CANNOT_START
    terminal.say(PREPARING)
    _skip_slow_imports()
    loops = asyncio.SelectorEventLoop if sys.platform == "win32" else None
    with asyncio.Runner(loop_factory=loops) as runner:
        runner.run(_serve(options, sockets, terminal))
    terminal.say(CLOSED)
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Reads the options and serves."""
    parser = argparse.ArgumentParser(prog="bekal serve", allow_abbrev=False)
    add_arguments(parser)
    return run(parser.parse_args(arguments))


async def _serve(options: argparse.Namespace, sockets: list, terminal: Terminal) -> None:
    from bekal.serving.app import ClassServer  # half a second, so only once the port is ours
    from bekal.serving.house import House, Options

    port = sockets[0].getsockname()[1]
    stopped = _until_stopped()
    chosen = Options(lang=options.lang, names=tuple(options.name), rate=options.rate, kernels=options.kernels)
    reach = Reach(options.host, port)
    house = House(chosen, terminal.report, reach.urls)
    server = ClassServer(house=house)
    server.initialize()
    server.open(sockets)
    terminal.welcome(reach.here(), reach.urls(), reach.only_here)
    if not options.no_browser:
        _open_browser(reach.here() + (f"{options.lang}/" if options.lang in house.languages() else ""))
    for _ in house.warm():
        await asyncio.sleep(0)  # visitors first
    await _watch(reach, terminal, stopped)
    await server.close()


class Reach:
    """Under which URLs the class is reached; it follows the laptop from one Wi-Fi to another."""

    def __init__(self, host: str, port: int):
        self.host, self.port = host, port
        self._urls = self._look()

    @property
    def only_here(self) -> bool:
        """Whether only this laptop can reach the class."""
        return self.host == "localhost" or (_is_address(self.host) and ip_address(self.host).is_loopback)

    def here(self) -> str:
        """The URL on this laptop itself."""
        own = self.host if _is_address(self.host) and not ip_address(self.host).is_unspecified else "localhost"
        return self._url(own)

    def urls(self) -> tuple[str, ...]:
        """The URLs for phones, best first, as last looked up."""
        return self._urls

    def moved(self) -> bool:
        """Looks again; whether there are other URLs than before."""
        before, self._urls = self._urls, self._look()
        return before != self._urls

    def _look(self) -> tuple[str, ...]:
        if self.only_here:
            return ()
        if self.host and not (_is_address(self.host) and ip_address(self.host).is_unspecified):
            return (self._url(self.host),)
        return tuple(self._url(address) for address in lan_addresses())

    def _url(self, host: str) -> str:
        return f"http://[{host}]:{self.port}/" if ":" in host else f"http://{host}:{self.port}/"


async def _watch(reach: Reach, terminal: Terminal, stopped: asyncio.Event) -> None:
    """Waits for the end, and tells the trainer when the laptop gets another address."""
    turns = 0
    while not stopped.is_set():
        try:
            await asyncio.wait_for(stopped.wait(), 1)  # a short wait, because Windows wakes nobody up for Ctrl-C
        except TimeoutError:
            turns += 1
            if turns % LOOK_FOR_ADDRESSES_SECONDS == 0 and reach.moved():
                terminal.say(MOVED)
                terminal.join(reach.urls())


def _until_stopped() -> asyncio.Event:
    """An event that Ctrl-C and SIGTERM set."""
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_about: loop.call_soon_threadsafe(stopped.set))
    return stopped


def _bind(port: int, host: str) -> list:
    from tornado.netutil import bind_sockets

    return bind_sockets(port, host or None)


def _why(error: OSError, port: int, host: str) -> tuple[str, str]:
    """Why the class cannot be opened there, in both languages, with the command that will work."""
    if error.errno == errno.EADDRINUSE:
        again = f"{_command()} --port {_free_port(port, host)}"
        return (
            f"Pintu {port} sudah dipakai program lain, mungkin Bekal yang lain. Jalankan: {again}",
            f"Port {port} is in use by another program, maybe another Bekal. Run: {again}",
        )
    if error.errno == errno.EACCES:
        again = f"{_command()} --port {_free_port(max(port, DEFAULT_PORT - 1), host)}"
        return (f"Pintu {port} tidak boleh dipakai. Jalankan: {again}", f"Port {port} is not allowed. Run: {again}")
    return (
        f"Alamat {host} bukan alamat laptop ini. Jalankan tanpa --host: {_command()}",
        f"{host} is not an address of this laptop. Run without --host: {_command()}",
    )


def _free_port(taken: int, host: str) -> int:
    """The next port that can be used."""
    for port in range(taken + 1, min(taken + PORTS_TRIED, 65535) + 1):
        try:
            for bound in _bind(port, host):
                bound.close()
        except OSError:
            continue
        return port
    with socket.socket() as probe:
        probe.bind(("", 0))
        return probe.getsockname()[1]


def _command() -> str:
    """How this was started, as somebody types it."""
    if Path(sys.argv[0]).stem == "bekal":
        return "bekal serve"
    return "python run.py" if sys.platform == "win32" else "python3 run.py"


def _skip_slow_imports() -> None:
    """Leaves out an optional grammar for international links, which takes a second to load and which nobody needs."""
    sys.modules.setdefault("rfc3987_syntax", None)


def _open_browser(url: str) -> None:
    """Opens the page in the trainer's browser, where there is a screen."""
    import threading
    import webbrowser

    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError(text)
    return number


def _rate(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


if __name__ == "__main__":
    raise SystemExit(main())
