"""Sources of the rows an answer used: each once, with the day after which it has to be checked again."""

from __future__ import annotations

from bekal import data
from bekal.contract.blocks import Source


def distinct(sources_used) -> tuple[Source, ...]:
    """Each source once, with the earliest day after which it has to be checked again."""
    kept: dict = {}
    for source in sources_used:
        known = kept.setdefault((source.title, source.url), source)
        if source.recheck and (not known.recheck or source.recheck < known.recheck):
            kept[source.title, source.url] = source
    return tuple(kept.values())


def source_of(row: dict, table) -> Source:
    """The source of one row, and the day after which it has to be checked again."""
    limit = data.good_until(row, table) or ""
    return Source(
        row["source_title"], row["source_url"], row["source_date"] or "", row["checked"], row["confidence"], limit
    )
