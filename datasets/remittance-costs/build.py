"""Derives type-averages.csv from quotes.csv: what each kind of provider costs on average."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from bekal.data.derived import main


def type_averages(quotes) -> list:
    """One row per corridor, quarter, amount and kind of provider, and one for `all`, in that order."""
    groups = defaultdict(list)
    for quote in quotes:
        for kind in ("all", quote["provider_class"]):
            groups[quote["corridor_from"], quote["period"], quote["send_amount_usd"], kind].append(quote)
    return [_row(*key, groups[key]) for key in sorted(groups)]


def _row(corridor: str, period: str, amount: int, kind: str, quotes: list) -> dict:
    count = sum(quote["n_quotes"] for quote in quotes)
    total = sum(quote["total_cost_ppm"] * quote["n_quotes"] for quote in quotes)
    return {
        "corridor_from": corridor,
        "period": period,
        "send_amount_usd": amount,
        "provider_class": kind,
        "total_cost_ppm": (2 * total + count) // (2 * count),
        "n_quotes": count,
        "source": quotes[0]["source"],
        "checked": min(quote["checked"] for quote in quotes),
        "confidence": max((quote["confidence"] for quote in quotes), key=("high", "medium", "low").index),
    }


if __name__ == "__main__":
    sys.exit(main(Path(__file__).parent, "type-averages", lambda read: type_averages(read("quotes"))))
