"""What the set-up says on screen: every sentence in Indonesian and then in English."""

from __future__ import annotations

import sys

SENTENCES: dict[str, tuple[str, str]] = {
    "no-venv": (
        "Python di komputer ini belum lengkap. Pasang paket {package} (sudo apt install {package}), "
        "lalu jalankan lagi.",
        "Python on this computer is incomplete. Install the package {package} (sudo apt install {package}), "
        "then run this again.",
    ),
    "no-network": (
        "Persiapan perlu internet, tetapi internet tidak terjangkau. Sambungkan komputer ke internet, lalu "
        "jalankan lagi. Tanpa internet: salin folder wheelhouse dari komputer lain ke folder ini. "
        "Catatan: {log}",
        "The set-up needs the internet, but it cannot be reached. Connect this computer to the internet, "
        "then run this again. Without internet: copy the folder wheelhouse from another computer into this "
        "folder. Log: {log}",
    ),
    "disk-full": (
        "Ruang di disk tidak cukup. Bekal perlu {needed} MB; yang kosong {free} MB. Hapus yang tidak "
        "dipakai, lalu jalankan lagi.",
        "The disk has too little room. Bekal needs {needed} MB; {free} MB is free. Delete what is not used, "
        "then run this again.",
    ),
    "no-permission": (
        "Folder ini tidak boleh ditulisi: {folder}. Salin Bekal ke folder milik sendiri, lalu jalankan lagi.",
        "This folder cannot be written to: {folder}. Copy Bekal to a folder of your own, then run this again.",
    ),
    "damaged": (
        "Ada paket yang rusak atau berubah di jalan, jadi tidak dipasang. Jalankan lagi. Bila tetap gagal, "
        "pakai sambungan internet lain. Catatan: {log}",
        "A package arrived damaged or changed, so it was not installed. Run this again. If it still fails, "
        "use another internet connection. Log: {log}",
    ),
    "failed": (
        "Persiapan gagal. Jalankan lagi. Bila tetap gagal, kirim catatan ini kepada pengelola Bekal: {log}",
        "The set-up failed. Run this again. If it still fails, send this log to those who keep Bekal: {log}",
    ),
    "stopped": (
        "Dihentikan. Jalankan lagi untuk melanjutkan.",
        "Stopped. Run this again to go on.",
    ),
    "unknown-command": (
        "Perintah {word} tidak dikenal. Yang ada: {known}.",
        "There is no command {word}. There are: {known}.",
    ),
    "waiting": (
        "Persiapan lain sedang berjalan di folder ini. Menunggu sampai selesai.",
        "Another set-up is running in this folder. Waiting until it is done.",
    ),
    "wheelhouse-unfit": (
        "Isi folder wheelhouse tidak lengkap atau rusak. Paket diambil dari internet.",
        "The folder wheelhouse is incomplete or damaged. Packages come from the internet.",
    ),
    "ready": ("Bekal siap.", "Bekal is ready."),
    "step-place": ("Menyiapkan tempat", "Making room"),
    "step-look": ("Memeriksa paket yang sudah ada", "Looking at the packages already here"),
    "step-fetch": ("Mengambil paket", "Fetching packages"),
    "step-install": ("Memasang paket (bisa beberapa menit)", "Installing packages (may take a few minutes)"),
    "step-bekal": ("Memasang Bekal", "Installing Bekal"),
}


class Stop(Exception):
    """A trouble that one sentence explains; `key` names the sentence, `details` fill its blanks."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.details = details

    def __str__(self) -> str:
        return sentence(self.key, **self.details)


def sentence(key: str, **details: object) -> str:
    """Word one sentence, in Indonesian and on the next line in English."""
    return "\n".join(words.format(**details) for words in SENTENCES[key])


def say(key: str, **details: object) -> None:
    """Print one sentence in both languages."""
    print(sentence(key, **details), flush=True)


class Progress:
    """One calm line per step, announced when made; on a terminal the line counts along."""

    def __init__(self, key: str, total: int = 0) -> None:
        self.label = "  " + " / ".join(SENTENCES[key])
        self.total = total
        self.counts = total > 0 and sys.stdout.isatty()
        print(self.label, end="" if self.counts else "\n", flush=True)

    def show(self, done: int) -> None:
        """Say how many of about how many packages are done."""
        if self.counts:
            print(f"\r{self.label}: {min(done, self.total)}/{self.total}", end="", flush=True)

    def close(self) -> None:
        """End the line."""
        if self.counts:
            print(flush=True)
