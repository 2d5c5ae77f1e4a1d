"""Two budgets, abroad and at home, that share one list of goals: does the month add up, and what is missing?"""

from __future__ import annotations

from functools import cached_property

from bekal.activities import family_budget_examples as examples
from bekal.activities.family_budget_month import Household, household
from bekal.calculators import budget, money
from bekal.calculators.money import Money
from bekal.contract import values
from bekal.contract.activity import Activity
from bekal.contract.blocks import Advice, Bar, Bars, Column, Figure, Heading, Sources, Table, Verdict
from bekal.contract.fields import Amount, Choice, Count, Rows, Section, Words
from bekal.contract.text import NOTHING, T

MANY = 1_000_000_000  # no family's month is larger than this, in any currency


def lines(name: str, label, row_label, what, default, **currency) -> Rows:
    """A list of named monthly amounts."""
    cells = (Words("label", what, longest=60), Amount("cost", T("Sebulan"), maximum=MANY, **currency))
    return Rows(name, label, row_label=row_label, fields=cells, default=default)


class FamilyBudget(Activity):
    """One family's month at both ends, and the goals they share."""

    slug = "family-budget"
    title = T("Anggaran keluarga di dua tempat")
    summary = T("Hitung uang masuk dan keluar di luar negeri dan di rumah. Lihat sisanya untuk tujuan bersama.")

    @cached_property
    def fields(self):
        """Three sections: abroad in the local currency, at home in rupiah, and the goals of both."""
        abroad = {"currency_of": "country"}
        example = examples.factory_malaysia()
        return (
            Section(
                T("Di luar negeri"),
                (
                    Choice(
                        "country", T("Negara tempat bekerja"), default=example["country"], options=examples.countries()
                    ),
                    Amount(
                        "wage", T("Gaji sebulan"), T("Gaji sebelum dipotong."), example["wage"], maximum=MANY, **abroad
                    ),
                    lines(
                        "costs_abroad",
                        T("Pengeluaran di luar negeri"),
                        T("Pengeluaran"),
                        T("Untuk apa"),
                        example["costs_abroad"],
                        **abroad,
                    ),
                    lines("debts_abroad", T("Cicilan di luar negeri"), T("Cicilan"), T("Utang apa"), (), **abroad),
                    Amount("sent", T("Uang yang dikirim ke rumah"), NOTHING, example["sent"], maximum=MANY, **abroad),
                ),
                side="worker",
            ),
            Section(
                T("Di rumah"),
                (
                    Amount(
                        "received",
                        T("Kiriman yang sampai di rumah"),
                        T("Belum tahu? Kosongkan. Kami perkirakan dari biaya kirim rata-rata."),
                        required=False,
                        maximum=MANY,
                    ),
                    Amount("home_income", T("Penghasilan lain di rumah"), default=1_000_000, maximum=MANY),
                    lines(
                        "costs_home", T("Pengeluaran di rumah"), T("Pengeluaran"), T("Untuk apa"), examples.costs_home()
                    ),
                    lines("debts_home", T("Cicilan di rumah"), T("Cicilan"), T("Utang apa"), examples.DEBT_HOME),
                    Amount(
                        "saved",
                        T("Dana darurat yang sudah ada"),
                        T("Simpanan yang tidak dipakai untuk hal lain."),
                        default=3_000_000,
                        maximum=MANY,
                    ),
                ),
                side="family",
            ),
            Section(
                T("Tujuan bersama"),
                (
                    Rows(
                        "goals",
                        T("Tujuan menabung"),
                        row_label=T("Tujuan"),
                        default=examples.goals(),
                        fields=(
                            Words("label", T("Untuk apa"), longest=60),
                            Amount("price", T("Harganya"), maximum=MANY),
                            Count("months", T("Berapa bulan lagi"), minimum=1, maximum=600),
                        ),
                    ),
                ),
            ),
        )

    @cached_property
    def presets(self):
        """Ready examples of other countries and jobs."""
        return examples.presets()

    def answer(self, inputs):
        """What is left, what does not add up, the goals, the emergency fund, the debts."""
        home = household(inputs)
        yield from left_over(home)
        yield from problems(home)
        yield from goals(inputs, home)
        yield from safety(inputs, home)
        yield from tables(inputs, home)
        yield from advice(home)
        yield Sources(examples.sources(inputs.country), examples.warning(home))


def left_over(home: Household):
    """What is left at each end, the larger worry first in colour."""
    abroad, here = home.abroad.left, home.home.left
    note = NOTHING if abroad.currency == "IDR" else T("kira-kira {rupiah}", rupiah=values.money(home.rupiah(abroad)))
    yield Figure(T("Sisa di luar negeri, sebulan"), values.money(abroad), note, _tone(abroad))
    yield Figure(T("Sisa di rumah, sebulan"), values.money(here), NOTHING, _tone(here))


def _tone(left: Money) -> str:
    return "bad" if left.amount < 0 else "good" if left.amount else "warn"


def problems(home: Household):
    """Each thing that does not add up, with its amount; or that both ends do."""
    found = False
    for left, place in ((home.abroad.left, T("di luar negeri")), (home.home.left, T("di rumah"))):
        if left.amount < 0:
            found = True
            yield Verdict(
                T("Uang {place} kurang {short} sebulan.", place=place, short=values.money(-left)),
                "bad",
                T("Kurangi pengeluaran, atau ubah jumlah kiriman."),
            )
    if home.abroad.left.amount == 0 and home.abroad.sent.amount:
        found = True
        yield Verdict(
            T("Semua gaji habis. Tidak ada uang pegangan di luar negeri."),
            "warn",
            T("Sisakan sebagian untuk sakit atau keadaan darurat."),
        )
    if home.lost is not None and home.lost.amount < 0:
        found = True
        yield Verdict(
            T("Yang sampai lebih besar daripada yang dikirim."),
            "warn",
            T("Selisihnya {more}. Periksa lagi kedua angka.", more=values.money(-home.lost)),
        )
    elif home.lost is not None and money.rate_of(home.lost, home.sent_in_rupiah) > examples.dear_transfer():
        found = True
        yield Verdict(
            T("Banyak uang hilang di jalan: {lost} sebulan.", lost=values.money(home.lost)),
            "warn",
            T("Buka pelajaran Kirim uang ke rumah. Cari cara yang lebih murah."),
        )
    if not found:
        yield Verdict(T("Uang masuk cukup untuk pengeluaran di dua tempat."), "good")


def goals(inputs, home: Household):
    """What each goal asks per month, and whether what is left at both ends pays for it."""
    if not inputs.goals:
        yield Verdict(T("Belum ada tujuan menabung."), "warn", T("Isi satu tujuan bersama, dengan harga dan waktunya."))
        return
    wanted = [budget.Goal(row["price"], row["months"]) for row in inputs.goals]
    monthly, spare = budget.goals_monthly(wanted), home.spare
    rows = tuple(
        (row["label"], values.money(goal.price), values.count(goal.months), values.money(goal.monthly))
        for row, goal in zip(inputs.goals, wanted, strict=True)
    )
    yield Table(
        T("Tujuan bersama"),
        (
            Column(T("Untuk apa")),
            Column(T("Harganya"), True),
            Column(T("Bulan lagi"), True),
            Column(T("Tabung sebulan"), True),
        ),
        (*rows, (T("Semua tujuan"), None, None, values.money(monthly))),
        strong=(len(rows),),
    )
    shown = {"monthly": values.money(monthly), "spare": values.money(spare)}
    if monthly <= spare:
        yield Verdict(
            T("Semua tujuan bisa dicapai."), "good", T("Perlu {monthly} sebulan. Sisa di dua tempat {spare}.", **shown)
        )
    else:
        yield Verdict(
            T("Tujuan belum terbayar: kurang {short} sebulan.", short=values.money(monthly - spare)),
            "bad",
            T(
                "Perlu {monthly} sebulan. Sisa di dua tempat {spare}. "
                "Pilih yang terpenting, atau beri waktu lebih lama.",
                **shown,
            ),
        )


def safety(inputs, home: Household):
    """How many months the savings last, and how much of the income goes into instalments."""
    yield Heading(T("Seberapa aman?"))
    least, _ = examples.emergency_months()
    months = budget.months_covered(inputs.saved, home.home.spent)
    if months is not None:
        fund = budget.emergency_fund(home.home.spent, least)
        short = fund - inputs.saved
        note = (
            T("Cukup. Anjuran untuk keluarga: paling sedikit {least} bulan.", least=values.count(least))
            if short.amount <= 0
            else T(
                "Anjuran untuk keluarga: paling sedikit {least} bulan, yaitu {fund}. Masih kurang {short}.",
                least=values.count(least),
                fund=values.money(fund),
                short=values.money(short),
            )
        )
        yield Figure(
            T("Dana darurat cukup untuk (bulan)"),
            values.decimal(months, 1),
            note,
            "good" if short.amount <= 0 else "warn",
        )
    limit = examples.debt_limit()
    rate = home.debt_rate
    note = T("Anjuran: semua cicilan paling banyak {limit} dari penghasilan.", limit=values.rate(limit))
    yield Figure(T("Bagian penghasilan untuk cicilan"), values.rate(rate, 1), note, "good" if rate <= limit else "bad")


def tables(inputs, home: Household):
    """Both budgets line by line, and where the wage goes."""
    yield Bars(T("Gaji sebulan dipakai untuk apa"), (T("Bagian gaji"),), tuple(_wage_bars(home)))
    yield _side(
        T("Anggaran di luar negeri"),
        (
            (T("Gaji"), inputs.wage),
            *_named(inputs.costs_abroad, -1),
            *_named(inputs.debts_abroad, -1),
            (T("Dikirim ke rumah"), -inputs.sent),
        ),
        home.abroad.left,
    )
    arrives = T("Kiriman yang sampai") if home.lost is not None else T("Kiriman yang sampai (perkiraan)")
    yield _side(
        T("Anggaran di rumah"),
        (
            (arrives, home.received),
            (T("Penghasilan lain"), inputs.home_income),
            *_named(inputs.costs_home, -1),
            *_named(inputs.debts_home, -1),
        ),
        home.home.left,
    )


def _named(rows, sign: int):
    return tuple((row["label"], row["cost"] * sign) for row in rows)


def _side(caption, entries, left: Money) -> Table:
    rows = tuple((label, values.money(amount)) for label, amount in entries)
    columns = (Column(T("Uang masuk dan keluar")), Column(T("Sebulan"), True))
    return Table(caption, columns, (*rows, (T("Sisa"), values.money(left))), strong=(len(rows),))


def _wage_bars(home: Household):
    month = home.abroad
    uses = (
        (T("Kebutuhan di luar negeri"), month.costs),
        (T("Cicilan"), month.instalments),
        (T("Dikirim ke rumah"), month.sent),
        (T("Sisa"), month.left),
    )
    for label, amount in uses:
        if amount.amount > 0:
            share = money.rate_of(amount, month.income)
            yield Bar(
                label,
                (values.rate(share),),
                T("{amount} ({share})", amount=values.money(amount), share=values.rate(share, 0)),
            )


def advice(home: Household):
    """What each side does next."""
    worker = [
        T("Sisihkan dulu sebagian gaji ke rekening sendiri, baru belanja."),
        T("Kirim jumlah yang tetap, pada tanggal yang tetap."),
    ]
    family = [
        T("Catat uang yang masuk dan keluar setiap minggu."),
        T("Pisahkan uang tabungan dari uang belanja."),
        T("Bicarakan dulu sebelum membuat utang baru."),
    ]
    if home.abroad.sent.amount and home.abroad.left.amount <= 0:
        worker.insert(0, T("Jangan kirim semua. Sisakan uang pegangan untuk sakit atau keadaan darurat."))
    yield Advice(T("Untuk yang bekerja"), tuple(worker), "worker")
    yield Advice(T("Untuk keluarga di rumah"), tuple(family), "family")
