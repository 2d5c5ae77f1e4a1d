"""Small modules written into a folder for tests: a lesson with ordinary widgets, one with an activity, a broken one."""

from __future__ import annotations

import json
from pathlib import Path

MODULE = """\
slug: {slug}
pillar: 4
order: {order}
title: {title}
summary: Pelajaran kecil, hanya untuk menguji.
minutes: {{teaching: 5, practice: 5}}
audience: both
objectives: [Membaca jawaban.]
key_points: [Geser., Baca., Selesai.]
activities: []
datasets: []
status: draft
reviewed: {{date: 2026-11-24, by: penulis kurikulum}}
engine: {engine}
"""

SLIDER = """\
from ipywidgets import IntSlider, Label, VBox

months = IntSlider(value=3, max=12, description="Bulan")
savings = Label()


def show(change=None):
    savings.value = f"Rp{months.value * 100}.000"


months.observe(show, "value")
show()
VBox([months, savings])"""
FAILS = 'raise ValueError("only for the author")'
ACTIVITY = "from bekal.activities import SendMoney\n\nSendMoney()"

SLIDER_LESSON = ("# Menggeser angka\n\nGeser angkanya.", SLIDER, FAILS)
ACTIVITY_LESSON = ("# Kirim uang\n\nKalimat pertama.\n\n![Sari](images/sari.svg)", ACTIVITY)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>\n'


def write_module(
    root: Path, slug: str, order: int, cells: tuple[str, ...], engine: str = "activity", title: str = ""
) -> Path:
    """Writes one module below `root/modules` and gives its folder."""
    folder = root / "modules" / "4_koperasi_dan_keuangan" / f"{order:02d}_{slug}"
    (folder / "images").mkdir(parents=True)
    (folder / "images" / "sari.svg").write_text(PICTURE, "utf-8")
    said = MODULE.format(slug=slug, order=order, engine=engine, title=title or f"Judul {slug}")
    (folder / "module.yml").write_text(said, "utf-8")
    (folder / "lesson.ipynb").write_text(notebook(cells), "utf-8")
    return folder


def notebook(cells: tuple[str, ...]) -> str:
    """A notebook of Markdown cells and, where the text is Python, code cells."""
    found = [_cell(number, source) for number, source in enumerate(cells)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps({"cells": found, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5})


def _cell(number: int, source: str) -> dict:
    if source.startswith(("from ", "raise ")):
        return {"cell_type": "code", "id": f"c{number}", "metadata": {}, "source": source,
                "outputs": [], "execution_count": None}  # fmt: skip
    return {"cell_type": "markdown", "id": f"c{number}", "metadata": {}, "source": source}
