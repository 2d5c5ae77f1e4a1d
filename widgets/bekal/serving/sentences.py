"""What a visitor is told when a request cannot be served, by HTTP status."""

from __future__ import annotations

from bekal.contract.text import T

BROKEN_LESSON = T("Pelajaran ini sedang diperbaiki. Pilih pelajaran lain, atau coba lagi nanti.")
CLASS_FULL = T("Kelas penuh. Tempat di laptop ini sudah terpakai semua. Tunggu sebentar, lalu muat ulang halaman ini.")

BY_STATUS = {
    400: T("Permintaan ini tidak bisa dibaca. Muat ulang halaman ini."),
    404: T("Halaman ini tidak ada. Kembali ke halaman depan."),
    405: T("Halaman ini tidak bisa dibuka dengan cara itu. Kembali ke halaman depan."),
    413: T("Isian terlalu panjang. Pendekkan, lalu coba lagi."),
    415: T("Bentuk kiriman salah: harus JSON. Muat ulang halaman ini, lalu coba lagi."),
    421: T("Alamat ini bukan alamat kelas. Pindai kode QR di layar depan."),
    429: T("Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi."),
    500: T("Ada yang bermasalah di laptop kelas. Beri tahu fasilitator."),
    503: BROKEN_LESSON,
}


def for_status(status: int):
    """The sentence for a status; one that is not listed is told by its hundred."""
    return BY_STATUS.get(status) or BY_STATUS[500 if status >= 500 else 400]
