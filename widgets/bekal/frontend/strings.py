"""Every word the screen itself says: `SCREEN` is sent to the scripts, `PAGE` is for the page templates."""

from __future__ import annotations

from bekal.contract.text import T, to_json
from bekal.contract.translation import translate

SCREEN = {
    "answer": T("Jawaban"),
    "calculate": T("Hitung"),
    "check": T("Periksa jawaban"),
    "calculating": T("Menghitung lagi…"),
    "fillFirst": T("Isi dulu semua bagian. Lalu tekan tombol di bawah isian."),
    "fixFirst": T("Jawaban lama. Perbaiki dulu isian yang ditandai."),
    "pressAgain": T("Jawaban berubah. Tekan tombol lagi untuk memeriksa."),
    "problems": T("{count} isian perlu diperbaiki."),
    "lost": T("Sambungan terputus. Isian tetap aman. Dicoba lagi sendiri."),
    "kernelLost": T("Notebook tidak menjawab. Isian tetap aman. Jalankan lagi selnya kalau ini lama."),
    "failed": T("Jawaban ini belum bisa dihitung. Ubah isian, lalu coba lagi."),
    "connected": T("Tersambung lagi."),
    "retryNow": T("Coba sekarang"),
    "reset": T("Kembali ke contoh"),
    "resetDone": T("Isian kembali ke contoh."),
    "keptHere": T("Isian hanya disimpan di telepon ini."),
    "presets": T("Mulai dari contoh:"),
    "optional": T("boleh kosong"),
    "pick": T("Pilih…"),
    "yes": T("Ya"),
    "no": T("Tidak"),
    "meaning": T("Maksudnya yang mana?"),
    "addRow": T("Tambah baris"),
    "removeRow": T("Hapus baris {name}"),
    "rowRemoved": T("Baris dihapus."),
    "marked": T("{marked} dari {total} ditandai."),
    "total": T("Jumlah"),
    "time": T("Waktu"),
    "asTable": T("Lihat angkanya dalam tabel"),
    "sources": T("Sumber angka"),
    "dated": T("Data {date}."),
    "checkedOn": T("Diperiksa {date}."),
    "lowConfidence": T("Angka ini belum pasti. Tanyakan lagi."),
    "recheck": T("Periksa lagi setelah {date}."),
    "overdue": T("Angka ini sudah lama. Seharusnya diperiksa lagi setelah {date}."),
    "printLetter": T("Cetak surat ini"),
}
TONES = {"good": T("Baik"), "warn": T("Hati-hati"), "bad": T("Awas")}
SIDES = {"worker": T("Diisi pekerja"), "family": T("Diisi keluarga")}

PAGE = {
    "skip": T("Langsung ke isi"),
    "all_lessons": T("Semua pelajaran"),
    "language": T("Bahasa"),
    "print": T("Cetak"),
    "minutes": T("{count} menit"),
    "for_worker": T("Untuk pekerja"),
    "for_family": T("Untuk keluarga"),
    "for_both": T("Untuk pekerja dan keluarga"),
    "objectives": T("Setelah pelajaran ini"),
    "key_points": T("Yang dibawa pulang"),
    "quiz_before": T("Sebelum mulai: enam pertanyaan"),
    "quiz_after": T("Sesudah belajar: enam pertanyaan"),
    "no_script": T("Ini contoh hitungan. Isian baru bisa dipakai kalau JavaScript menyala."),
    "built": T("Dibuat {date}."),
    "licence": T("Isi pelajaran: CC BY 4.0. Program: BSD-3-Clause."),
    "tagline": T(
        "Pelajaran pendek untuk pekerja migran dan keluarganya. "
        "Hitung bersama sebelum berangkat, lalu bawa pulang hasilnya."
    ),
    "landing_title": T("Bekal untuk berangkat, bekal untuk yang di rumah"),
    "draft": T("Masih diuji"),
    "join": T("Ikut dari telepon"),
    "join_how": T("Sambungkan telepon ke Wi-Fi yang sama. Arahkan kamera ke gambar ini, atau ketik alamatnya:"),
    "join_qr": T("Kode QR untuk alamat {address}"),
    "coming": T("Sedang disiapkan"),
    "home": T("Ke halaman depan"),
    "pillar": T("Bagian {number}"),
}


def ui(lang: str) -> dict:
    """The words the scripts show, in one language; `{places}` in them are filled on the screen."""
    return {**_in(SCREEN, lang), "tones": _in(TONES, lang), "sides": _in(SIDES, lang)}


def page_words(lang: str) -> dict:
    """The words of the page templates, in one language."""
    return _in(PAGE, lang)


def _in(texts: dict, lang: str) -> dict:
    return {name: to_json(text, lang, translate) for name, text in texts.items()}
