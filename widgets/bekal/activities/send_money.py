"""What each way of sending money home really costs: per month, per year, and when small transfers become one."""

from __future__ import annotations

from functools import cached_property

from bekal import data
from bekal.activities import rates
from bekal.activities import send_money_prices as prices
from bekal.calculators import money
from bekal.calculators.money import PER_MILLION, RATE_SCALE
from bekal.calculators.remittance import MONTHS_A_YEAR, Cost, cost_of_parts, in_rupiah, offered_cost
from bekal.contract import values
from bekal.contract.activity import Activity
from bekal.contract.blocks import (
    Advice,
    Bar,
    Bars,
    Column,
    Figure,
    Heading,
    Line,
    Pictogram,
    Series,
    Sources,
    Table,
    Verdict,
)
from bekal.contract.fields import Amount, Choice, Count, Number, Option, Section
from bekal.contract.text import NOTHING, N, T, from_data, literal

OWN = "own"
WAYS = {
    "bank": T("Bank"),
    "mto": T("Kantor kirim uang"),
    "fintech": T("Aplikasi kirim uang"),
    "post": T("Kantor pos"),
    "mobile": T("Operator ponsel"),
    "bank-mto": T("Bank bersama kantor kirim uang"),
}
INSTRUMENTS = {
    "cash": T("tunai"),
    "bank-account": T("dari rekening"),
    "debit-card": T("kartu debit"),
    "credit-card": T("kartu kredit"),
    "mobile-money": T("uang ponsel"),
}
# Places of work that the World Bank does not survey: only a counter's own price can be reckoned.
UNSURVEYED = (
    Option("HK", from_data("Hong Kong", "Hong Kong"), "HKD"),
    Option("TW", from_data("Taiwan", "Taiwan"), "TWD"),
    Option("KR", from_data("Korea Selatan", "South Korea"), "KRW"),
    Option("BN", from_data("Brunei", "Brunei"), "BND"),
)
SPLITS = (1, 2, 4)


@data.kept
def origins() -> tuple[Option, ...]:
    """The countries money is sent from, surveyed ones first, with the currency earned there."""
    return tuple(prices.corridors()) + UNSURVEYED


class SendMoney(Activity):
    """What each way of sending money home really costs."""

    slug = "send-money"
    title = T("Berapa yang hilang di jalan?")
    summary = T("Hitung biaya kirim uang yang sebenarnya: biaya kirim ditambah selisih kurs.")

    @cached_property
    def fields(self):
        """The form; the countries come from the survey."""
        own = ("way", (OWN,))
        return (
            Section(
                T("Kiriman"),
                (
                    Choice("origin", T("Uang dikirim dari"), default="MY", options=origins()),
                    Amount(
                        "amount",
                        T("Uang yang dikirim sebulan"),
                        T("Boleh ditulis 850 atau 1.500."),
                        850,
                        currency_of="origin",
                        minimum=1,
                        maximum=1_000_000_000,
                    ),
                    Count("times", T("Dikirim berapa kali sebulan?"), default=1, minimum=1, maximum=31),
                    Choice(
                        "way",
                        T("Lewat mana?"),
                        default="bank",
                        options=(
                            *(Option(way, label) for way, label in WAYS.items()),
                            Option(OWN, T("Harga dari loket (isi sendiri)")),
                        ),
                    ),
                    Amount(
                        "fee",
                        T("Biaya sekali kirim di loket"),
                        T("Tanya di loket. Kalau gratis, isi 0."),
                        currency_of="origin",
                        maximum=1_000_000,
                        only_if=own,
                    ),
                    Number(
                        "offered",
                        T("Kurs di loket"),
                        T("Berapa rupiah untuk 1 uang asing?"),
                        places=2,
                        minimum=1,
                        maximum=10_000_000,
                        unit=T("rupiah"),
                        only_if=own,
                    ),
                    Number(
                        "today",
                        T("Kurs acuan hari ini"),
                        T("Lihat kurs tengah di berita atau di situs bank sentral. Boleh dikosongkan."),
                        required=False,
                        places=2,
                        minimum=1,
                        maximum=10_000_000,
                        unit=T("rupiah"),
                        only_if=own,
                    ),
                ),
            ),
        )

    def answer(self, inputs):
        """From the big figure to the full price list, then what to do and where the figures come from."""
        origin = next(option for option in origins() if option.value == inputs.origin)
        reference = rates.reference(origin.currency)
        if inputs.way == OWN:
            rate = inputs.today * (RATE_SCALE // 100) if inputs.today else reference.rate
            once = own_price(inputs, rate)
        else:
            rate = reference.rate
            once = prices.way_price(inputs.origin, origin.currency, inputs.way)
        if once is None:
            yield from no_price(inputs, origin)
        else:
            yield from result(inputs, once, rate, reference)
        if prices.surveyed(inputs.origin):
            yield from comparison(inputs, origin.currency, once, rate)
        yield from advice(inputs, once)
        yield Sources(prices.sources(inputs.origin, origin.currency), prices.warning(inputs.origin))


def own_price(inputs, rate: int):
    """Prices one transfer at the fee and rate that the participant heard at a counter."""
    offered = inputs.offered * (RATE_SCALE // 100)
    return lambda amount: offered_cost(amount, inputs.fee, offered, rate)


def no_price(inputs, origin):
    """Says plainly that nothing is known, and what to do instead."""
    yield Verdict(
        T("Tidak ada harga untuk cara ini."),
        "warn",
        T(
            "Belum ada data {way} dari {origin}. Tanya di loket, lalu pilih “Harga dari loket (isi sendiri)”.",
            way=WAYS[inputs.way],
            origin=origin.label,
        ),
    )


def result(inputs, once, rate: int, reference):
    """What is lost, for a month and a year, whether that is much, and what splitting does."""
    month = cost_of_parts(inputs.amount, inputs.times, once)
    lost = in_rupiah(month, rate).total
    tone, verdict = judge(month)
    if month.total.amount < 0:
        yield Figure(
            T("Lebih untung sebulan"), values.money(-lost), T("Kurs ini lebih baik daripada kurs acuan."), tone
        )
        yield Figure(T("Dalam setahun"), values.money(-lost * MONTHS_A_YEAR))
    else:
        yield Figure(
            T("Hilang di jalan sebulan"),
            values.money(lost),
            T("{part} dari {amount}", part=values.money(month.total), amount=values.money(month.amount)),
            tone,
        )
        yield Figure(T("Hilang di jalan setahun"), values.money(lost * MONTHS_A_YEAR), NOTHING, tone)
        yield envelopes(month)
    yield verdict
    yield from parts(month, rate, reference, inputs)
    yield bundling(inputs, once, rate)


def judge(cost: Cost):
    """The tone and verdict of a cost against the two goals that the nations have agreed on."""
    target, ceiling = prices.goals()
    shown = {"rate": values.rate(cost.rate), "target": values.rate(target), "ceiling": values.rate(ceiling)}
    if cost.rate < 0:
        better = T("Harga ini lebih baik daripada kurs acuan.")
        return "good", Verdict(better, "good", T("Tanya lagi: apakah semua biaya sudah disebut?"))
    if cost.rate <= target:
        return "good", Verdict(
            T("Murah: {rate} dari kiriman.", rate=shown["rate"]),
            "good",
            T("Target dunia paling banyak {target}.", target=shown["target"]),
        )
    if cost.rate <= ceiling:
        return "warn", Verdict(
            T("Sedang: {rate} dari kiriman.", rate=shown["rate"]),
            "warn",
            T(
                "Target dunia {target}. Batas paling tinggi {ceiling}.",
                target=shown["target"],
                ceiling=shown["ceiling"],
            ),
        )
    return "bad", Verdict(
        T("Mahal: {rate} dari kiriman.", rate=shown["rate"]),
        "bad",
        T("Batas paling tinggi yang disepakati negara-negara: {ceiling}.", ceiling=shown["ceiling"]),
    )


def envelopes(month: Cost) -> Pictogram:
    """A year of monthly envelopes, of which some never arrive."""
    marked = min(money.rounded(month.rate * MONTHS_A_YEAR * 10, PER_MILLION), MONTHS_A_YEAR * 10)
    caption = T(
        "Bayangkan {total} amplop, satu untuk tiap bulan. Yang tidak sampai: {lost} amplop.",
        total=values.count(MONTHS_A_YEAR),
        lost=values.decimal(marked, 1),
    )
    return Pictogram(caption, "envelope", MONTHS_A_YEAR, marked)


def parts(month: Cost, rate: int, reference, inputs):
    """Fee and margin apart, and the trap of a transfer that calls itself free."""
    label = literal(money.CURRENCIES[month.amount.currency][0].strip())

    rupiah = in_rupiah(month, rate)

    def row(name, amount, amount_in_rupiah):
        share = values.rate(money.rate_of(amount, month.amount))
        return (name, values.money(amount), values.money(amount_in_rupiah), share)

    yield Table(
        T("Dua biaya dalam satu kiriman"),
        (Column(T("Biaya sebulan")), Column(label, True), Column(T("Rupiah"), True), Column(T("Bagian"), True)),
        (
            row(T("Biaya kirim (yang tertulis)"), month.fee, rupiah.fee),
            row(T("Selisih kurs (yang tersembunyi)"), month.margin, rupiah.margin),
            row(T("Semua yang hilang"), month.total, rupiah.total),
        ),
        strong=(2,),
        note=_rate_note(rate, reference, inputs, month.amount.currency),
    )
    if month.fee.amount == 0 and month.margin.amount > 0:
        yield Verdict(
            T("“Gratis biaya kirim” ternyata tidak gratis."),
            "bad",
            T("Biayanya ada di kurs: {margin} sebulan.", margin=values.money(rupiah.margin)),
        )


def _rate_note(rate: int, reference, inputs, currency: str):
    one = values.money(money.whole(1, currency))
    price = values.decimal(money.rounded(rate, 100), 2)
    if inputs.way == OWN and inputs.today:
        return T("Memakai kurs acuan hari ini yang diisi: {one} = Rp{price}.", one=one, price=price)
    return T(
        "Memakai kurs acuan rata-rata {month}: {one} = Rp{price}.",
        one=one,
        price=price,
        month=values.date(reference.month),
    )


def bundling(inputs, once, rate: int) -> Table:
    """The same money in one, two or four transfers a month."""
    splits = sorted({*SPLITS, inputs.times})
    lost = [in_rupiah(cost_of_parts(inputs.amount, split, once), rate).total for split in splits]
    rows = tuple(
        (
            N("{count} kali", "{count} kali", split),
            values.money(month),
            values.money(month * MONTHS_A_YEAR),
        )
        for split, month in zip(splits, lost, strict=True)
    )
    return Table(
        T("Uang sama, beda jumlah kiriman"),
        (Column(T("Kirim sebulan")), Column(T("Hilang sebulan"), True), Column(T("Hilang setahun"), True)),
        rows,
        strong=(splits.index(inputs.times),),
        note=T(
            "Baris tebal adalah cara Anda sekarang. Biaya kirim dibayar setiap kali. Kumpulkan dulu, lalu kirim sekali."
        ),
    )


def comparison(inputs, currency: str, once, rate: int):
    """All ways of this country side by side, every price of the survey, and how prices moved."""
    yield Heading(T("Semua cara dari negara ini"))
    priced = [(label, prices.way_price(inputs.origin, currency, way), way) for way, label in WAYS.items()]
    priced = [(label, price, way) for label, price, way in priced if price]
    if inputs.way == OWN:
        priced.append((T("Harga dari loket"), once, OWN))
    bars = [
        _bar(label, cost_of_parts(inputs.amount, inputs.times, price), rate, way == inputs.way)
        for label, price, way in priced
    ]
    yield Bars(
        T("Hilang sebulan menurut cara kirim (rata-rata)"),
        (T("Biaya kirim"), T("Selisih kurs")),
        tuple(bars),
        T("Rata-rata semua harga yang ditemukan. Satu tempat bisa lebih mahal atau lebih murah."),
    )
    yield price_list(inputs, currency)
    yield history(inputs.origin)


def _bar(label, cost: Cost, rate: int, chosen: bool) -> Bar:
    rupiah = in_rupiah(cost, rate)
    shown = (values.money(rupiah.fee), values.money(rupiah.margin))
    return Bar(label, shown, values.money(rupiah.total), "warn" if chosen else "plain")


def price_list(inputs, currency: str) -> Table:
    """Every price of the survey's quarter, by kind and then by name, none left out and none put first."""
    rows = []
    for quote in prices.quotes(inputs.origin):
        cost = prices.quote_price(quote, currency)(inputs.amount)
        how = INSTRUMENTS[quote["instrument"]]
        rows.append(
            (
                T("{name}, {how}", name=quote["provider"], how=how),
                WAYS[quote["provider_class"]],
                values.money(cost.fee),
                T("tidak disebut") if quote["note"] == "margin-not-shown" else values.money(cost.margin),
                values.money(cost.total),
            )
        )
    return Table(
        T("Semua harga yang disurvei, {quarter}", quarter=prices.survey_quarter(inputs.origin)),
        (
            Column(T("Tempat")),
            Column(T("Jenis")),
            Column(T("Biaya kirim"), True),
            Column(T("Selisih kurs"), True),
            Column(T("Hilang"), True),
        ),
        tuple(rows),
        folded=True,
        note=T(
            "Urut menurut jenis dan nama, bukan menurut harga. Dihitung untuk {amount} sekali kirim. "
            "Survei memeriksa kiriman US$200 dan US$500; jumlah lain dihitung dari keduanya. Periksa harga hari ini.",
            amount=values.money(inputs.amount),
        ),
    )


def history(origin: str) -> Line:
    """The average cost from this country since 2016, against the agreed ceiling."""
    rows = prices.averages(origin)
    _, ceiling = prices.goals()
    return Line(
        T("Biaya rata-rata dari negara ini, kiriman US$200"),
        tuple(prices.quarter_value(row["period"]) for row in rows),
        (Series(T("Biaya rata-rata"), tuple(values.rate(row["total_cost_ppm"]) for row in rows)),),
        values.rate(ceiling),
        T("batas"),
    )


def advice(inputs, once):
    """What the worker and the family can do with this, each on their side."""
    worker = [
        T("Tanya dua hal: berapa biaya kirimnya, dan berapa kursnya hari ini."),
        T("Bandingkan pada hari yang sama dan untuk jumlah yang sama."),
        T("Pakai tempat yang berizin. Simpan bukti kirimnya."),
        T("Jangan titip uang ke orang yang menawarkan kurs lebih tinggi tanpa paspor."),
    ]
    if inputs.times > 1 and once is not None:
        worker.insert(0, T("Sepakati satu tanggal kirim sebulan. Lebih sedikit kiriman, lebih sedikit biaya."))
    yield Advice(T("Untuk yang bekerja"), tuple(worker), "worker")
    yield Advice(
        T("Untuk keluarga di rumah"),
        (
            T("Catat berapa rupiah yang sampai, setiap kali."),
            T("Foto bukti terima, lalu kirim fotonya."),
            T("Kalau ada yang minta uang lewat pesan, telepon dulu ke nomor yang sudah dikenal."),
            T("Simpan uang di rekening atas nama sendiri. Jangan pinjamkan rekening atau kartu."),
        ),
        "family",
    )
