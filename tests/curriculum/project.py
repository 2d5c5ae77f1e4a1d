"""A small project that keeps every rule, written into a folder for tests that then break one thing."""

from __future__ import annotations

import json
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from bekal.activities import activity
from bekal.authoring import catalogs
from bekal.authoring.project import Project
from bekal.contract.plain import worked_example

TODAY = "2026-11-24"
MODULE = "modules/4_koperasi_dan_keuangan/02_send-money"
GUIDE = "facilitator_guides/402_send-money.md"

MODULE_YML = """\
slug: send-money
pillar: 4
order: 2
title: Kirim uang ke rumah
summary: Hitung biaya kirim yang sebenarnya.
minutes: {teaching: 20, practice: 25}
audience: both
objectives:
  - Menghitung biaya kirim.
  - Membandingkan cara kirim.
key_points:
  - Ada dua biaya.
  - Tanya di dua tempat.
  - Simpan bukti kirim.
activities: [send-money]
datasets: [prices]
status: draft
reviewed: {date: 2026-11-24, by: penulis kurikulum}
"""

LESSON = (
    "# Kirim uang ke rumah",
    "## Cerita: uang Sari\n\nSari bekerja di Johor. Ia mengirim uang setiap bulan.\n\n![Sari](images/sari.svg)",
    "## Coba",
    "from bekal.activities import SendMoney\n\nSendMoney()",
    "## Bicarakan\n\n- Siapa yang menerima uang?\n- Kapan uang dikirim?",
    "## Ingat\n\n- Ada dua biaya.\n- Tanya di dua tempat.\n- Simpan **bukti kirim**.",
    "## Sumber\n\n[Bank Dunia](https://remittanceprices.worldbank.org), 24 November 2026.",
)

QUESTION = """\
  - id: {name}
    question: {question}
    objective: {objective}
    options:
      - {{text: "{first}", {mark_first}why: "{why_first}"}}
      - {{text: "{second}", {mark_second}why: "{why_second}"}}
"""

GUIDE_MD = """\
---
slug: send-money
title: Panduan kirim uang
---

Siapkan kertas dan pena.

## Langkah 1: Membuka (10 menit)

Baca ceritanya.

## Langkah 2: Mencoba (35 menit)

Isi bersama.
"""

PACKAGE = """\
name: prices
title: Harga
bekal:title_en: Prices
version: 1.0.0
description: Prices on one market day.
licenses: [{name: CC-BY-4.0}]
sources: [{title: A market, path: https://example.org/market}]
resources:
  - name: prices
    path: prices.csv
    type: table
    format: csv
    mediatype: text/csv
    encoding: utf-8
    title: Harga
    bekal:title_en: Prices
    description: One row for each item.
    bekal:shelf_life_months: 12
    bekal:date_column: day
    bekal:vintage_of: [item]
    schema:
      fields:
        - name: item
          title: Barang
          description: What is sold.
          type: string
          constraints: {required: true}
        - name: price
          title: Harga
          description: Rupiah for one kilogram.
          type: integer
          constraints: {required: true, minimum: 1}
        - name: day
          title: Hari
          description: The market day.
          type: date
          constraints: {required: true}
        - name: checked
          title: Diperiksa
          description: The day on which a person last looked.
          type: date
          constraints: {required: true}
      primaryKey: [item]
      missingValues: [""]
"""

PRICES = """\
item,price,day,checked
beras,15000,2026-10-01,2026-10-02
telur,28000,2026-10-01,2026-10-02
"""

CODE = '''\
"""Some code with a sentence in it."""

HELLO = T("Halo {name}.")
COUNTED = N("{count} amplop", "{count} amplop", 2)
'''


def write_project(root: Path) -> Project:
    """A project with one module, complete in Indonesian and English."""
    texts = {
        f"{MODULE}/module.yml": MODULE_YML,
        f"{MODULE}/quiz.yml": quiz_yml(),
        f"{MODULE}/lesson.ipynb": lesson_json(LESSON),
        f"{MODULE}/images/sari.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        GUIDE: GUIDE_MD,
        "datasets/prices/datapackage.yaml": PACKAGE,
        "datasets/prices/prices.csv": PRICES,
        "widgets/bekal/hello.py": CODE,
        "README.md": "# Bekal\n\nBaca [panduannya](facilitator_guides/402_send-money.md).\n",
    }
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    translate(root, "en")
    return Project(root, TODAY)


def quiz_yml(n_questions: int = 6) -> str:
    """Six questions; the right answer stands first in the odd ones and second in the even ones."""
    questions = []
    for number in range(1, n_questions + 1):
        right_first = number % 2 == 1
        questions.append(QUESTION.format(
            name=f"q{number}", question=f"Apa yang ditanya nomor {number}?", objective=1 + number % 2,
            first=f"Biaya {number}", mark_first="right: true, " if right_first else "",
            why_first=f"Sebab biaya {number}.",
            second=f"Warna loket {number}", mark_second="" if right_first else "right: true, ",
            why_second=f"Sebab loket {number}.",
        ))  # fmt: skip
    return "questions:\n" + "".join(questions)


def lesson_json(sources: tuple[str, ...]) -> str:
    """A notebook of Markdown cells and of activities that have been run."""
    cells, number = [], 0
    for at, source in enumerate(sources, start=1):
        cell = {"id": f"cell-{at:02d}", "metadata": {}, "source": source.splitlines(keepends=True)}
        if source.startswith("from "):
            number += 1
            cells.append({**cell, "cell_type": "code", "execution_count": number, "outputs": [_output(number)]})
        else:
            cells.append({**cell, "cell_type": "markdown"})
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, ensure_ascii=False)


def _output(number: int) -> dict:
    shown = {"text/plain": worked_example(activity("send-money")).splitlines(keepends=True)}
    return {"output_type": "execute_result", "execution_count": number, "metadata": {}, "data": shown}


def translate(root: Path, lang: str, change=lambda words: words) -> None:
    """Extract the project's messages and translate each one by a function; Indonesian words pass as English ones."""
    for source in catalogs.sources(Project(root, TODAY), lang)[0]:
        catalogs.write(source)
        with source.path.open("rb") as file:
            catalog = read_po(file, locale=lang)
        for message in catalog:
            if message.id:
                forms = [message.id] if isinstance(message.id, str) else list(message.id)
                changed = tuple(map(change, forms))
                message.string = changed[0] if isinstance(message.id, str) else changed
        with source.path.open("wb") as file:
            write_po(file, catalog, omit_header=True, width=100)
        catalogs.write(source)
