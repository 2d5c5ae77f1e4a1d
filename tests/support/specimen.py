"""An activity with every kind of field and block, for testing the contract and the renderer, never shown to users."""

from __future__ import annotations

from bekal.calculators.money import Money
from bekal.contract import values
from bekal.contract.activity import Activity, Preset
from bekal.contract.blocks import (
    Advice,
    Bar,
    Bars,
    Column,
    Figure,
    Heading,
    Letter,
    Line,
    Note,
    Pictogram,
    Series,
    Source,
    Sources,
    Step,
    Steps,
    Table,
    Verdict,
)
from bekal.contract.fields import (
    Amount,
    Checklist,
    Choice,
    Choices,
    Count,
    Date,
    Number,
    Option,
    Percent,
    Rows,
    Section,
    Words,
    YesNo,
)
from bekal.contract.text import N, T, from_data, literal

COUNTRIES = (
    Option("MY", from_data("Malaysia", "Malaysia"), "MYR"),
    Option("JP", from_data("Jepang", "Japan"), "JPY"),
    Option("KW", from_data("Kuwait", "Kuwait"), "KWD"),
)


class Specimen(Activity):
    """Every kind of field and block once."""

    slug = "specimen"
    title = T("Contoh semua isian")
    summary = T("Satu dari setiap jenis.")
    fields = (
        Section(
            T("Di luar negeri"),
            (
                Choice("country", T("Negara"), default="MY", options=COUNTRIES),
                Amount(
                    "amount",
                    T("Uang sekali kirim"),
                    T("Tulis seperti biasa."),
                    850,
                    currency_of="country",
                    maximum=10**6,
                ),
                Count("times", T("Berapa kali sebulan"), default=1, minimum=1, maximum=31),
                Number("rate", T("Kurs"), default=424105, places=2, unit=T("rupiah"), required=False),
                Percent("part", T("Bagian untuk tabungan"), default=100_000),
            ),
            side="worker",
        ),
        Section(
            T("Di rumah"),
            (
                Amount("income", T("Penghasilan di rumah"), default=1_500_000),
                YesNo("book", T("Ada buku catatan?"), default=True),
                Words(
                    "reason", T("Untuk apa"), T("Tulis seperlunya."), required=False, only_if=("book", (True, "yes"))
                ),
                Date("leaving", T("Tanggal berangkat"), default="2027-01-15"),
                Choices(
                    "ways",
                    T("Cara kirim"),
                    default=("bank",),
                    options=(Option("bank", T("Bank")), Option("post", T("Kantor pos"))),
                ),
                Checklist(
                    "papers",
                    T("Sudah ada"),
                    options=(Option("receipt", T("Bukti kirim")), Option("account", T("Rekening atas nama sendiri"))),
                ),
                Rows(
                    "costs",
                    T("Biaya"),
                    default=({"label": T("Makan"), "cost": 900_000}, {"label": T("Listrik"), "cost": 150_000}),
                    row_label=T("Biaya"),
                    fields=(Words("label", T("Untuk apa")), Amount("cost", T("Sebulan"))),
                ),
            ),
            side="family",
        ),
    )
    presets = (Preset(T("Contoh Jepang"), {"country": "JP", "amount": 50_000}),)

    def answer(self, inputs):
        lost = Money(inputs.amount.amount * inputs.times // 20, inputs.amount.currency)
        sent = values.money(inputs.amount * inputs.times)
        rate = values.rate(48_000)
        yield Figure(T("Hilang di jalan"), values.money(lost), T("dari {sent} yang dikirim", sent=sent), "bad")
        yield Verdict(T("Di atas batas."), "warn", T("Batas dunia {limit}.", limit=values.rate(30_000)))
        yield Pictogram(T("Dari 12 amplop, satu hilang."), "envelope", 12, 10)
        yield Heading(T("Rincian"))
        yield Note(N("{count} kiriman sebulan.", "{count} kiriman sebulan.", inputs.times))
        rows = ((T("Bank"), values.money(lost), rate), (literal("Kantor <b>pos</b> {x}"), None, rate))
        yield Table(
            T("Biaya"), (Column(T("Cara")), Column(T("Hilang"), True), Column(T("Persen"), True)), rows, strong=(1,)
        )
        yield Table(T("Semua harga"), (Column(T("Cara")), Column(T("Hilang"), True)), ((T("Bank"), sent),), folded=True)
        bars = (
            Bar(T("Bank"), (rate, values.rate(60_000)), values.money(lost), "bad"),
            Bar(T("Pos"), (rate, values.rate(0)), sent),
        )
        yield Bars(T("Biaya menurut cara"), (T("Biaya kirim"), T("Selisih kurs")), bars)
        times = tuple(values.quarter(2025, n) for n in (1, 2, 3))
        yield Line(
            T("Biaya dari waktu ke waktu"),
            times,
            (Series(T("Malaysia"), (rate, None, values.rate(30_000))),),
            values.rate(50_000),
            T("batas"),
        )
        yield Steps(T("Langkah"), (Step(T("Tanya dulu."), T("Di loket.")), Step(T("Simpan bukti."))))
        yield Advice(T("Untuk keluarga"), (T("Catat uang yang sampai."), T("Telepon kalau kurang.")), "family")
        yield Letter(
            T("Surat"),
            T("__________, {day}", day=values.date("2026-11-24")),
            (T("Yang bertanda tangan di bawah ini: ____"),),
            (T("Pekerja"), T("Keluarga")),
        )
        yield Sources(
            (
                Source(
                    "World Bank RPW",
                    "https://remittanceprices.worldbank.org",
                    "2025-09",
                    "2026-11-24",
                    "high",
                    "2026-09",
                ),
            ),
            T("Harga lama. Periksa harga hari ini."),
        )
