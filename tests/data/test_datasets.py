"""The committed tables: sound for both readers, complete in their sources, and equal to what was published."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bekal import data
from bekal.data.files import FileProvider, datasets_dir
from bekal.data.validate import validate

FILES = FileProvider()
PACKAGES = FILES.packages()
TABLES = [(package, name) for package in PACKAGES for name in FILES.resources(package)]
FACTS = [(package, name) for package, name in TABLES if data.table(package, name).rows[0].get("source")]
TODAY = "2026-11-24"


def rows(package: str, name: str | None = None, **where):
    """The rows of a table whose columns equal `where`."""
    found = data.table(package, name).rows
    return [row for row in found if all(row[column] == value for column, value in where.items())]


def row(package: str, name: str | None = None, **where):
    """The only row of a table whose columns equal `where`."""
    (found,) = rows(package, name, **where)
    return found


def test_the_packages_of_the_kit_are_there():
    assert {"remittance-costs", "exchange-rates", "finance-parameters"} <= set(PACKAGES)
    assert {"destinations", "living-costs", "school-costs"} <= set(PACKAGES)


@pytest.mark.parametrize("package", PACKAGES)
def test_both_readers_find_every_package_sound(package):
    assert validate(package) == []


@pytest.mark.parametrize(("package", "name"), FACTS)
def test_every_fact_names_its_source_and_when_it_was_checked(package, name):
    for one in data.table(package, name).rows:
        assert one["source_title"]
        assert one["source_url"]
        assert one["checked"] <= TODAY
        assert one["confidence"] in ("high", "medium", "low")


@pytest.mark.parametrize(("package", "name"), FACTS)
def test_every_fact_has_a_date_to_count_from_or_never_ages(package, name):
    table = data.table(package, name)
    assert table.shelf_life_months or (package, name) == ("finance-parameters", "budget-rules")
    assert table.vintage_of or not table.shelf_life_months


@pytest.mark.parametrize("package", PACKAGES)
def test_no_source_is_left_over(package):
    used = {one["source"] for name in FILES.resources(package) for one in rows(package, name) if "source" in one}
    assert used == {one["key"] for one in rows(package, "sources")}


@pytest.mark.parametrize(("package", "name"), TABLES)
def test_what_people_read_is_there_in_both_languages(package, name):
    for one in data.table(package, name).rows:
        for column in one:
            if column.endswith("_en"):
                assert bool(one[column]) == bool(one[column.removesuffix("_en")])


@pytest.mark.parametrize(("package", "name"), TABLES)
def test_the_least_is_never_more_than_the_most(package, name):
    for one in data.table(package, name).rows:
        for column in one:
            least, most = one[column], one.get(column.replace("min", "max"))
            if "min" in column.split("_") and None not in (least, most):
                assert least <= most


@pytest.mark.parametrize("package", PACKAGES)
def test_the_readme_tells_each_shelf_life(package):
    lines = (datasets_dir() / "README.md").read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if line.startswith(f"| [{package}]")]
    for name in FILES.resources(package):
        months = data.table(package, name).shelf_life_months
        assert months is None or f" {months}" in line


# World Bank, Remittance Prices Worldwide, 2025 Q3: mean of the quotes per kind, USD 200 and USD 500, two decimals.
PUBLISHED = """
AE all 200 4.55 8 | AE fintech 200 5.05 2 | AE mto 200 4.38 6 | AE fintech 500 4.43 2 | AE mto 500 2.52 6
AU all 200 3.28 19 | AU bank 200 5.37 3 | AU fintech 200 2.00 6 | AU mto 200 3.43 10
AU bank 500 4.47 3 | AU fintech 500 1.51 6 | AU mto 500 2.43 10
JP all 200 5.63 18 | JP bank 200 12.77 3 | JP fintech 200 3.48 4 | JP mto 200 4.47 11
JP bank 500 6.45 3 | JP fintech 500 2.70 4 | JP mto 500 2.28 11
MY all 200 4.80 36 | MY bank 200 9.51 9 | MY fintech 200 2.38 3 | MY mto 200 3.40 23 | MY post 200 2.03 1
MY bank 500 7.59 9 | MY fintech 500 1.70 3 | MY mto 500 2.20 23 | MY post 500 0.55 1
NL all 200 4.29 23 | NL bank 200 15.00 2 | NL fintech 200 2.81 15 | NL mto 200 4.42 6
NL bank 500 6.09 2 | NL fintech 500 2.09 15 | NL mto 500 2.99 6
SA all 200 3.51 10 | SA bank 200 4.05 1 | SA mto 200 3.45 9 | SA bank 500 2.61 1 | SA mto 500 2.10 9
SG all 200 3.23 31 | SG bank 200 3.87 5 | SG fintech 200 2.79 4 | SG mobile 200 2.66 1 | SG mto 200 3.19 21
SG bank 500 2.26 5 | SG fintech 500 2.71 4 | SG mobile 500 1.28 1 | SG mto 500 1.99 21
TH all 200 12.81 16 | TH bank 200 20.33 8 | TH bank-mto 200 10.86 1 | TH mto 200 4.48 7
TH bank 500 10.60 8 | TH bank-mto 500 5.78 1 | TH mto 500 4.33 7
US all 200 5.71 24 | US bank 200 17.50 1 | US fintech 200 4.08 8 | US mto 200 5.80 15
US bank 500 7.00 1 | US fintech 500 3.20 8 | US mto 500 4.18 14
"""


@pytest.mark.parametrize(
    "published", [part.split() for part in PUBLISHED.replace("\n", "|").split("|") if part.split()]
)
def test_derived_averages_equal_the_published_ones(published):
    corridor, kind, amount, percent, quotes = published
    found = row(
        "remittance-costs",
        "type-averages",
        corridor_from=corridor,
        provider_class=kind,
        send_amount_usd=int(amount),
    )
    assert found["n_quotes"] == int(quotes)
    assert abs(found["total_cost_ppm"] - round(float(percent) * 10_000)) <= 50


def test_total_cost_is_fee_plus_margin():
    for one in rows("remittance-costs"):
        assert abs(one["fee_ppm"] + one["fx_margin_ppm"] - one["total_cost_ppm"]) <= 100


def test_quotes_of_the_latest_quarter_are_complete():
    assert len(rows("remittance-costs")) == 341
    assert {one["period"] for one in rows("remittance-costs")} == {"2025-Q3"}
    assert len({one["corridor_from"] for one in rows("remittance-costs")}) == 9


def test_a_quote_without_fee_and_margin_is_left_out_as_a_missing_value():
    assert not rows("remittance-costs", fee_ppm=0, fx_margin_ppm=0)


@pytest.mark.parametrize(
    ("provider", "access", "fee", "margin"),
    [
        ("CIMB Group (Cash Laju)", "internet", 16_400, 67_200),
        ("Pos Malaysia", "post-office", 24_600, -4_300),
        ("CBL Money Transfer", "internet", 11_500, 1_400),
    ],
)
def test_quotes_from_malaysia_are_as_published(provider, access, fee, margin):
    where = {"corridor_from": "MY", "send_amount_usd": 200, "provider": provider, "access_point": access}
    assert (fee, margin) in [(one["fee_ppm"], one["fx_margin_ppm"]) for one in rows("remittance-costs", **where)]


def test_a_bank_without_fee_still_costs_almost_six_percent():
    where = {"corridor_from": "AU", "send_amount_usd": 200, "provider": "Commonwealth Bank"}
    found = rows("remittance-costs", **where)
    assert (0, 59_000) in [(one["fee_ppm"], one["fx_margin_ppm"]) for one in found]


@pytest.mark.parametrize(
    ("corridor", "period", "percent"),
    [
        ("MY", "2016-Q2", 6.07),
        ("MY", "2025-Q3", 4.80),
        ("SG", "2020-Q1", 3.55),
        ("SA", "2025-Q1", 4.23),
        ("JP", "2016-Q2", 10.62),
        ("TH", "2016-Q2", 17.18),
        ("US", "2025-Q1", 6.94),
        ("NL", "2025-Q3", 4.29),
    ],
)
def test_corridor_averages_are_as_published(corridor, period, percent):
    found = row("remittance-costs", "averages", corridor_from=corridor, period=period, send_amount_usd=200)
    assert abs(found["total_cost_ppm"] - round(percent * 10_000)) <= 50


def test_averages_have_no_second_quarter_of_2025():
    periods = {one["period"] for one in rows("remittance-costs", "averages")}
    assert "2025-Q2" not in periods
    assert (min(periods), max(periods), len(periods)) == ("2016-Q2", "2025-Q3", 37)


@pytest.mark.parametrize(
    ("measure", "period", "ppm"),
    [
        ("world-average", "2025-Q3", 63_600),
        ("world-digital", "2025-Q3", 45_900),
        ("world-cash", "2025-Q3", 73_000),
        ("world-average", "2023-Q3", 61_800),
        ("world-banks", "2023-Q3", 114_800),
        ("world-average", "2011-Q3", 93_000),
        ("sdg-target", None, 30_000),
        ("sdg-corridor-ceiling", None, 50_000),
    ],
)
def test_benchmarks_are_as_published(measure, period, ppm):
    assert row("remittance-costs", "benchmarks", measure=measure, period=period)["total_cost_ppm"] == ppm


def test_prices_of_2025_are_reported_as_old_and_the_goal_is_not():
    quotes = data.table("remittance-costs")
    assert len(data.stale_rows(quotes, TODAY)) == len(quotes.rows)
    old = {one["measure"] for one in data.stale_rows(data.table("remittance-costs", "benchmarks"), TODAY)}
    assert "world-average" in old
    assert "sdg-target" not in old


@pytest.mark.parametrize(
    ("currency", "period", "rate"),
    [
        ("MYR", "2026-10", 44_099_500),
        ("HKD", "2026-10", 22_942_100),
        ("JPY", "2026-10", 1_139_856),
        ("USD", "2026-10", 180_018_900),
        ("TWD", "2026-09-29", 5_656_168),
        ("KWD", "2026-09-29", 583_597_400),
        ("AUD", "2026-10", 125_785_400),
        ("THB", "2026-10", 5_349_961),
    ],
)
def test_the_latest_rate_of_a_currency_is_the_published_one(currency, period, rate):
    latest = data.latest(data.table("exchange-rates"), currency=currency)
    assert (latest["period"], latest["idr_per_unit_x10000"]) == (period, rate)


def test_the_currency_of_every_corridor_and_wage_has_a_rate():
    known = {one["currency"] for one in rows("exchange-rates")}
    assert {one["currency"] for one in rows("remittance-costs", "corridors")} <= known
    assert {one["currency"] for one in rows("destinations", "wages")} <= known
    assert {one["currency"] for one in rows("living-costs") if one["currency"]} <= known


def test_monthly_rates_have_no_gap_and_no_leap():
    for currency in {one["currency"] for one in rows("exchange-rates", frequency="month")}:
        months = rows("exchange-rates", currency=currency, frequency="month")
        assert [one["period"] for one in months] == _months_from_2016(len(months))
        rates = [one["idr_per_unit_x10000"] for one in months]
        # The Turkish lira lost almost a third in December 2021 and has been the wildest since.
        assert all(0.65 < new / old < 1.5 for old, new in pairwise(rates)), currency


def _months_from_2016(count: int) -> list:
    return [f"{2016 + month // 12}-{month % 12 + 1:02d}" for month in range(count)]


def test_the_brunei_dollar_equals_the_singapore_dollar():
    singapore = {
        one["period"]: one["idr_per_unit_x10000"] for one in rows("exchange-rates", currency="SGD", frequency="month")
    }
    brunei = {
        one["period"]: one["idr_per_unit_x10000"] for one in rows("exchange-rates", currency="BND", frequency="month")
    }
    assert brunei == singapore


INFLATION = {2014: 836, 2016: 302, 2020: 168, 2021: 187, 2022: 551, 2023: 261, 2024: 157, 2025: 292}


@pytest.mark.parametrize(("year", "hundredths"), INFLATION.items())
def test_inflation_is_as_published(year, hundredths):
    found = row("finance-parameters", "rates", key="inflation", valid_from=f"{year}-12")
    assert found["min_ppm"] == found["max_ppm"] == hundredths * 100


@pytest.mark.parametrize(
    ("key", "ppm", "per"),
    [
        ("bi-rate", 57_500, "year"),
        ("lps-rate-commercial-bank", 37_500, "year"),
        ("kur-pmi-interest", 60_000, "year"),
        ("pinjol-ceiling-consumer-short", 3_000, "day"),
        ("pinjol-ceiling-consumer-long", 2_000, "day"),
        ("pinjol-ceiling-micro-business-short", 2_750, "day"),
        ("pinjol-total-ceiling", 1_000_000, "loan"),
    ],
)
def test_the_newest_rate_is_as_published(key, ppm, per):
    latest = data.latest(data.table("finance-parameters"), key=key)
    assert (latest["min_ppm"], latest["max_ppm"], latest["per"]) == (ppm, ppm, per)


@pytest.mark.parametrize(
    ("key", "geo", "least", "most", "unit"),
    [
        ("poverty-line-household", "ID", 3_053_269, 3_053_269, "idr-per-month"),
        ("poverty-line-per-person", "ID", 641_443, 641_443, "idr-per-person-per-month"),
        ("lps-coverage-limit", "ID", 2_000_000_000, 2_000_000_000, "idr-per-person-per-bank"),
        ("kur-micro-limit", "ID", 10_000_000, 100_000_000, "idr"),
        ("minimum-wage-province", "ID-NB", 2_673_861, 2_673_861, "idr-per-month"),
        ("bpjs-health-class-3", "ID", 35_000, 35_000, "idr-per-person-per-month"),
        ("bpjs-tk-24-months", "ID", 332_500, 332_500, "idr-once"),
        ("migration-cost-months-of-wage", "all", 1, 7, "months-of-wage"),
    ],
)
def test_the_newest_amount_is_as_published(key, geo, least, most, unit):
    latest = data.latest(data.table("finance-parameters", "amounts"), key=key, geo=geo)
    assert (latest["min"], latest["max"], latest["unit"]) == (least, most, unit)


def test_rules_of_thumb_are_as_published():
    debt = row("finance-parameters", "advice", key="debt-service-ratio-max")
    family = row("finance-parameters", "advice", key="emergency-fund-months-family")
    single = row("finance-parameters", "advice", key="emergency-fund-months-single")
    assert (debt["max_ppm"], debt["months_max"]) == (300_000, None)
    assert (single["months_min"], single["months_max"]) == (3, 6)
    assert (family["months_min"], family["months_max"]) == (6, 12)


def test_a_rule_of_thumb_gives_months_or_a_share():
    for one in rows("finance-parameters", "advice"):
        assert (one["months_max"] is None) != (one["max_ppm"] is None)


def test_the_parts_of_every_budget_rule_make_a_whole():
    rules: dict = {}
    for one in rows("finance-parameters", "budget-rules"):
        rules.setdefault(one["rule"], []).append(one["share_ppm"])
    assert {name: sum(shares) for name, shares in rules.items()} == dict.fromkeys(rules, 1_000_000)
    assert sorted(rules) == ["10-20-30-40", "50-30-10-10", "50-30-20"]


def test_an_ended_guarantee_rate_is_old_and_a_running_one_is_not():
    old = {one["key"] for one in data.stale_rows(data.table("finance-parameters"), TODAY)}
    assert "lps-rate-rural-bank" in old
    assert "lps-rate-commercial-bank" not in old


@pytest.mark.parametrize(
    ("job", "wage", "currency", "valid_from"),
    [
        ("my-domestic", 150_000, "MYR", "2022-04-01"),
        ("my-plantation", 170_000, "MYR", "2025-02-01"),
        ("tw-caregiver", 2_000_000, "TWD", "2022-08-10"),
        ("tw-manufacturing", 2_950_000, "TWD", "2026-01-01"),
        ("hk-domestic", 522_000, "HKD", "2026-10-03"),
        ("sg-domestic", 55_000, "SGD", "2016-01-01"),
        ("kr-manufacturing", 215_688_000, "KRW", "2026-01-01"),
        ("jp-care", 20_401_300, "JPY", "2026-10-01"),
        ("it-caregiver", 119_384, "EUR", "2026-01-01"),
    ],
)
def test_the_newest_wage_is_as_published(job, wage, currency, valid_from):
    latest = data.latest(data.table("destinations"), job=job)
    assert (latest["wage_x100"], latest["currency"], latest["valid_from"]) == (wage, currency, valid_from)


def test_the_hong_kong_wage_goes_by_the_day_of_the_contract():
    wages = rows("destinations", job="hk-domestic")
    assert [(one["wage_x100"], one["valid_from"], one["valid_to"]) for one in wages] == [
        (510_000, "2025-09-30", "2026-10-02"),
        (522_000, "2026-10-03", None),
    ]


def test_months_computed_from_hours_are_right():
    for one in rows("destinations", basis="hourly"):
        assert abs(one["wage_x100"] - one["hourly_x100"] * 520 / 3) <= 100
    assert all(one["hourly_x100"] is None for one in rows("destinations") if one["basis"] != "hourly")


def test_household_work_in_the_gulf_is_closed_and_its_announced_wage_is_not_told():
    closed = {one["id"] for one in rows("destinations", "jobs", status="closed")}
    assert closed == {"sa-domestic", "ae-domestic", "qa-domestic", "kw-domestic", "om-domestic"}
    assert not rows("destinations", job="sa-domestic")
    assert row("destinations", job="qa-domestic")["job_status"] == "closed"


def test_a_wage_brings_the_names_of_its_country_and_work():
    wage = row("destinations", job="tw-caregiver")
    assert (wage["job_country_name"], wage["job_country_name_en"]) == ("Taiwan", "Taiwan")
    assert wage["job_sector_name"] == "Perawat lansia atau pengasuh di rumah"


def test_a_living_cost_is_money_or_a_share_of_pay():
    for one in rows("living-costs"):
        assert (one["amount_max_x100"] is None) != (one["max_ppm"] is None)
        assert (one["currency"] is None) == (one["amount_max_x100"] is None)
        assert (one["percent_of"] is None) == (one["max_ppm"] is None)


@pytest.mark.parametrize(
    ("key", "column", "value"),
    [
        ("hk-dom-food", "amount_min_x100", 123_600),
        ("tw-fac-health-ins", "amount_max_x100", 45_800),
        ("tw-all-broker-1", "amount_max_x100", 180_000),
        ("kr-pension", "max_ppm", 47_500),
        ("kr-ltc", "max_ppm", 4_724),
        ("my-epf", "max_ppm", 20_000),
        ("jp-food", "amount_min_x100", 3_500_000),
        ("it-inps", "amount_max_x100", 31),
    ],
)
def test_living_costs_are_as_published(key, column, value):
    assert row("living-costs", id=key)[column] == value


def test_what_the_employer_pays_is_marked():
    assert row("living-costs", id="sg-dom-housing-food")["who_pays"] == "employer"
    assert {one["evidence"] for one in rows("living-costs", confidence="low")} <= {"case", "law", "fee", "contract"}


SCHOOL = {
    "sd": (4_560_000, 5_400_000, 3_400_000),
    "smp": (7_340_000, 8_310_000, 5_940_000),
    "sma-smk": (10_190_000, 10_800_000, 9_160_000),
    "university": (19_010_000, 19_890_000, 14_920_000),
}


@pytest.mark.parametrize("level", SCHOOL)
def test_school_costs_are_as_published(level):
    where = {"level": level, "region": "Indonesia", "school_year": "2023/2024", "school_type": "all"}
    found = {one["area"]: one["amount"] for one in rows("school-costs", **where)}
    assert (found["all"], found["town"], found["village"]) == SCHOOL[level]
