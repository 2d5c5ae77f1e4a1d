"""A data package of two small tables, written to a folder so that a test can break one thing in it."""

from __future__ import annotations

from pathlib import Path

DESCRIPTOR = """\
$schema: https://datapackage.org/profiles/2.0/datapackage.json
name: fares
title: Ongkos
bekal:title_en: Fares
version: 1.0.0
description: Ferry fares, invented for the tests.
licenses: [{name: CC0-1.0, title: Public domain, path: "https://creativecommons.org/publicdomain/zero/1.0/"}]
sources: [{title: Invented, path: "https://example.org"}]
resources:
  - name: fares
    path: fares.csv
    title: Ongkos kapal
    bekal:title_en: Ferry fares
    description: One row per route.
    bekal:shelf_life_months: 12
    bekal:date_column: valid_from
    bekal:vintage_of: [route]
    schema:
      missingValues: [""]
      primaryKey: [route, valid_from]
      foreignKeys:
        - fields: [source]
          reference: {resource: sources, fields: [key]}
      fields:
        - {name: route, type: string, title: T, description: D, constraints: {required: true, pattern: "[a-z-]+"}}
        - {name: class, type: string, title: T, description: D, constraints: {enum: [deck, cabin]}}
        - {name: price, type: number, title: T, description: D, "bekal:scale": 100, "bekal:as": price_x100,
           constraints: {required: true, minimum: 0.5, maximum: 1000}}
        - {name: stops, type: integer, title: T, description: D, constraints: {minimum: 0, maximum: 9}}
        - {name: daily, type: boolean, title: T, description: D}
        - {name: valid_from, type: date, title: T, description: D, constraints: {required: true}}
        - {name: code, type: string, title: T, description: D, constraints: {unique: true}}
        - {name: source, type: string, title: T, description: D, constraints: {required: true}}
        - {name: checked, type: date, title: T, description: D, constraints: {required: true}}
        - {name: confidence, type: string, title: T, description: D, constraints: {required: true, enum: [high, low]}}
  - name: sources
    path: sources.csv
    title: Sumber
    bekal:title_en: Sources
    description: Where the fares come from.
    schema:
      missingValues: [""]
      primaryKey: [key]
      fields:
        - {name: key, type: string, title: T, description: D, constraints: {required: true}}
        - {name: title, type: string, title: T, description: D, constraints: {required: true}}
        - {name: url, type: string, title: T, description: D, constraints: {required: true}}
        - {name: date, type: string, title: T, description: D}
"""

FARES = """\
route,class,price,stops,daily,valid_from,code,source,checked,confidence
batam-johor,deck,12.5,0,true,2025-01-01,A1,harbour,2026-11-24,high
batam-johor,deck,13,0,true,2026-01-01,A2,harbour,2026-11-24,high
nunukan-tawau,,7.25,1,false,2026-03-15,A3,crew,2026-11-24,low
"""

SOURCES = """\
key,title,url,date
harbour,"Harbour office, list of fares",https://example.org/fares,2026-01
crew,Told by the crew,https://example.org/crew,
"""


class Small:
    """The package in a folder: `write` replaces a file, `break_fares` changes a piece of the fares."""

    def __init__(self, root: Path):
        self.root = root
        (root / "fares").mkdir()
        self.write("datapackage.yaml", DESCRIPTOR)
        self.write("fares.csv", FARES)
        self.write("sources.csv", SOURCES)

    def path(self, name: str) -> Path:
        """One file of the package."""
        return self.root / "fares" / name

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file, text as UTF-8 with its line ends as they are."""
        self.path(name).write_bytes(content.encode() if isinstance(content, str) else content)

    def break_fares(self, old: str, new: str) -> None:
        """Replace the one place where `old` stands in the fares."""
        assert FARES.count(old) == 1, old
        self.write("fares.csv", FARES.replace(old, new))

    def break_descriptor(self, old: str, new: str) -> None:
        """Replace the first place where `old` stands in the descriptor."""
        assert old in DESCRIPTOR, old
        self.write("datapackage.yaml", DESCRIPTOR.replace(old, new, 1))
