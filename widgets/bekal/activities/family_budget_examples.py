"""Ready examples for the two budgets, made from the tables of wages, living costs, school costs and rules of thumb.

What a table does not hold (food in a hostel, the work of the one at home) is the family's own to fill in; those amounts
are marked as examples in the lesson's story.
"""

from __future__ import annotations

from bekal import data
from bekal.activities import rates
from bekal.activities.citing import distinct, source_of
from bekal.calculators.money import Money, rounded, share, units
from bekal.contract.activity import Preset
from bekal.contract.blocks import Source
from bekal.contract.fields import Option
from bekal.contract.text import T, Text, from_data

MONTHS_A_YEAR = 12
DEBT_HOME = ({"label": T("Cicilan utang berangkat"), "cost": 500_000},)


def _wages():
    return data.table("destinations", "wages")


def _living():
    return data.table("living-costs", "costs")


def _advice():
    return data.table("finance-parameters", "advice")


def _row(table, **where) -> dict:
    return next(row for row in data.newest(table) if all(row[name] == value for name, value in where.items()))


@data.kept
def countries() -> tuple[Option, ...]:
    """Countries whose currency has a monthly reference rate, with the currency that wages are paid in there."""
    jobs = {row["id"]: row["country"] for row in data.table("destinations", "jobs").rows}
    known = {row["code"]: row for row in data.table("destinations", "countries").rows}
    currency: dict = {}
    for row in _wages().rows:
        if rates.months(row["currency"]) and row["currency"] != "USD":
            currency.setdefault(jobs[row["job"]], row["currency"])
    rows = sorted((known[code] for code in currency), key=lambda row: row["name"])
    return tuple(Option(row["code"], from_data(row["name"], row["name_en"]), currency[row["code"]]) for row in rows)


@data.kept
def wage(job: str) -> Money:
    """The newest monthly wage of a job."""
    row = _row(_wages(), job=job)
    return Money(rounded(row["wage_x100"] * units(row["currency"]), 100), row["currency"])


@data.kept
def living(key: str) -> dict:
    """One row of the living costs."""
    return _row(_living(), id=key)


def _cost(key: str, of: Money | None = None) -> dict:
    """A living cost as a line of a budget: its upper amount, or its percentage of a wage."""
    row = living(key)
    label = from_data(row["item"], row["item_en"])
    if row["max_ppm"] is not None:
        return {"label": label, "cost": share(of, row["max_ppm"])}
    return {
        "label": label,
        "cost": Money(rounded(row["amount_max_x100"] * units(row["currency"]), 100), row["currency"]),
    }


def school_year(level: str) -> Money:
    """What one pupil of a village costs in a school year."""
    table = data.table("school-costs", "spending")
    rows = [row for row in table.rows if row["level"] == level and row["area"] == "village"]
    return Money(max(rows, key=lambda row: row["school_year"])["amount"])


def _household_spending() -> dict:
    return _row(data.table("finance-parameters", "amounts"), key="poverty-line-household")


@data.kept
def costs_home() -> tuple:
    """A village household: the spending of the poverty line, and one child in junior secondary school."""
    school = Money(rounded(school_year("smp").amount, MONTHS_A_YEAR))
    return (
        {"label": T("Belanja rumah tangga"), "cost": Money(_household_spending()["min"])},
        {"label": T("Sekolah anak (SMP)"), "cost": school},
    )


@data.kept
def goals() -> tuple:
    """A child's next school and a stock of goods for a small shop."""
    return (
        {"label": T("Anak masuk SMA"), "price": school_year("sma-smk"), "months": 24},
        {"label": T("Modal warung"), "price": Money(15_000_000), "months": 36},
    )


@data.kept
def factory_malaysia() -> dict:
    """A factory worker in Malaysia on the minimum wage, living in the employer's hostel."""
    pay = wage("my-manufacturing")
    return {
        "country": "MY",
        "wage": pay,
        "costs_abroad": (
            _cost("my-epf", pay),
            _cost("my-socso", pay),
            {"label": T("Makan dan kebutuhan sendiri"), "cost": _cost("my-penang-living")["cost"]},
        ),
        "sent": Money(85_000, "MYR"),
    }


def _household_worker_hong_kong() -> dict:
    return {
        "country": "HK",
        "wage": wage("hk-domestic"),
        "costs_abroad": ({"label": T("Kebutuhan sendiri"), "cost": Money(80_000, "HKD")},),
        "sent": Money(
            living("hk-dom-remit")["amount_max_x100"] // 2 + living("hk-dom-remit")["amount_min_x100"] // 2, "HKD"
        ),
    }


def _carer_taiwan() -> dict:
    return {
        "country": "TW",
        "wage": wage("tw-caregiver"),
        "costs_abroad": (
            _cost("tw-care-health-ins"),
            _cost("tw-all-broker-1"),
            {"label": T("Kebutuhan sendiri"), "cost": Money(3_000, "TWD")},
        ),
        "sent": Money(9_000, "TWD"),
    }


@data.kept
def presets() -> tuple[Preset, ...]:
    """The ready examples by country and job."""
    return (
        Preset(T("Malaysia, pabrik"), factory_malaysia()),
        Preset(T("Hong Kong, pekerja rumah tangga"), _household_worker_hong_kong()),
        Preset(T("Taiwan, pengasuh lansia di rumah"), _carer_taiwan()),
    )


@data.kept
def average_cost(country: str) -> int:
    """The average cost of sending money, per million: that of the country, or the world's where none is surveyed."""
    table = data.table("remittance-costs", "averages")
    rows = [row for row in table.rows if row["corridor_from"] == country and row["send_amount_usd"] == 200]
    if rows:
        return max(rows, key=lambda row: row["period"])["total_cost_ppm"]
    return _row(data.table("remittance-costs", "benchmarks"), measure="world-average")["total_cost_ppm"]


@data.kept
def dear_transfer() -> int:
    """The share lost on the way above which a transfer counts as dear, per million."""
    return _row(data.table("remittance-costs", "benchmarks"), measure="sdg-corridor-ceiling")["total_cost_ppm"]


@data.kept
def emergency_months() -> tuple[int, int]:
    """How many months an emergency fund of a family should cover, at least and at most."""
    row = _row(_advice(), key="emergency-fund-months-family")
    return row["months_min"], row["months_max"]


@data.kept
def debt_limit() -> int:
    """The largest share of income that should go into instalments, per million."""
    return _row(_advice(), key="debt-service-ratio-max")["max_ppm"]


def warning(home) -> Text:
    """What is estimated or only an example."""
    if home.lost is None:
        return T("Jumlah contoh bisa diubah semua. Kiriman yang sampai masih perkiraan. Periksa harga kirim hari ini.")
    return T("Jumlah contoh bisa diubah semua. Kurs acuan bukan kurs loket.")


@data.kept
def sources(country: str) -> tuple[Source, ...]:
    """Where the rate, the examples and the rules of thumb come from."""
    used = [(rates.reference_row(_currency(country)), rates.table())]
    used += [(row, _wages()) for row in data.newest(_wages()) if row["job"] in EXAMPLE_JOBS.get(country, ())]
    used += [(living(key), _living()) for key in EXAMPLE_COSTS.get(country, ())]
    spending = data.table("school-costs", "spending")
    village = [row for row in spending.rows if row["area"] == "village"]
    used.append((max(village, key=lambda row: row["school_year"]), spending))
    used.append((_household_spending(), data.table("finance-parameters", "amounts")))
    used += [
        (_row(_advice(), key=key), _advice()) for key in ("emergency-fund-months-family", "debt-service-ratio-max")
    ]
    return distinct(source_of(row, table) for row, table in used)


EXAMPLE_JOBS = {"MY": ("my-manufacturing",), "HK": ("hk-domestic",), "TW": ("tw-caregiver",)}
EXAMPLE_COSTS = {
    "MY": ("my-epf", "my-socso", "my-penang-living"),
    "HK": ("hk-dom-remit",),
    "TW": ("tw-care-health-ins", "tw-all-broker-1"),
}


def _currency(country: str) -> str:
    return next(option.currency for option in countries() if option.value == country)
