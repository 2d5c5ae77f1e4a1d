"""What the trainer reads in the terminal: how to join, and one line for each trouble; Indonesian, then English."""

from __future__ import annotations

import sys
import time

from bekal.serving import qr

SAME_AGAIN_SECONDS = 60

PREPARING = ("Menyiapkan kelas …", "Getting the class ready …")
OPEN = ("Kelas terbuka.", "The class is open.")
JOIN = (
    "Sambungkan telepon ke Wi-Fi yang sama dengan laptop ini. Lalu pindai kode ini:",
    "Connect the phones to the same Wi-Fi as this laptop. Then scan this code:",
)
TYPE = ("atau ketik alamat ini", "or type this address")
ELSE = ("Kalau tidak terbuka, coba", "If it does not open, try")
HERE = ("Di laptop ini", "On this laptop")
NO_NETWORK = (
    "Laptop ini belum tersambung ke Wi-Fi. Nyalakan Wi-Fi atau hotspot; alamatnya akan muncul di sini.",
    "This laptop is on no Wi-Fi yet. Switch on Wi-Fi or a hotspot; the address will appear here.",
)
ONLY_HERE = (
    "Hanya laptop ini yang bisa membuka kelas. Agar telepon bisa ikut, jalankan tanpa --host.",
    "Only this laptop can open the class. For phones to join, start it without --host.",
)
MOVED = ("Alamat kelas berubah.", "The address of the class has changed.")
FIREWALL = (
    "Kalau Windows bertanya soal jaringan: izinkan jaringan pribadi (private).",
    "If Windows asks about networks: allow private networks.",
)
STOP = ("Menutup kelas: tekan Ctrl+C.", "To close the class: press Ctrl+C.")
CLOSED = ("Kelas ditutup.", "The class is closed.")
TROUBLE = ("Perlu diperiksa", "Needs a look")


class Terminal:
    """Writes to the trainer's terminal; the same trouble is told once a minute."""

    def __init__(self, out=None):
        self.out = out or sys.stdout
        self._told: dict[str, float] = {}

    def say(self, both: tuple[str, str], more: str = "") -> None:
        """One sentence in both languages, each on its own line."""
        self.write(f"{both[0]}{more}\n{both[1]}{more}")

    def pair(self, both: tuple[str, str], more: str) -> None:
        """A short label in both languages, and what it is about."""
        self.write(f"{both[0]} ({both[1]}): {more}")

    def write(self, text: str) -> None:
        """Lines of text; what the terminal cannot write becomes a question mark."""
        encoding = self.out.encoding or "utf-8"
        print(text.encode(encoding, "replace").decode(encoding), file=self.out, flush=True)

    def welcome(self, here: str, addresses: tuple[str, ...], only_here: bool) -> None:
        """How to join, with a QR code of the best address."""
        self.write("")
        self.say(OPEN)
        self.join(addresses, only_here)
        self.pair(HERE, here)
        if sys.platform == "win32":
            self.say(FIREWALL)
        self.write("")
        self.say(STOP)

    def join(self, addresses: tuple[str, ...], only_here: bool = False) -> None:
        """The addresses for phones, best first."""
        self.write("")
        if not addresses:
            self.say(ONLY_HERE if only_here else NO_NETWORK)
            return
        self.say(JOIN)
        self.write("\n" + qr.terminal(addresses[0], qr.shows_colours(self.out), self.out.encoding or "ascii") + "\n")
        self.pair(TYPE, addresses[0])
        if addresses[1:]:
            self.pair(ELSE, "  ".join(addresses[1:]))

    def report(self, what: str, why: str) -> None:
        """One line about a trouble that the trainer or the author can do something about."""
        line, now = f"{TROUBLE[0]} ({TROUBLE[1]}): {what}: {why}", time.monotonic()
        if now - self._told.get(line, -SAME_AGAIN_SECONDS) < SAME_AGAIN_SECONDS:
            return
        self._told[line] = now
        self.write(line)
