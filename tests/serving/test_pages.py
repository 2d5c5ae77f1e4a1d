"""Pages are made once, and again when an author has changed something; a broken lesson does not close the class."""

from __future__ import annotations

import gzip

import pytest

from bekal.serving import pages
from bekal.serving.house import House, Options
from tests.serving import running, small
from tests.serving.running import ask


def test_a_page_is_kept_until_what_it_is_made_of_changes():
    shelf, made = pages.Shelf(), []

    def make() -> bytes:
        made.append(1)
        return b"page %d" % len(made)

    assert [shelf.get(("a",), (1,), make).body for _ in range(3)] == [b"page 1"] * 3
    assert shelf.get(("a",), (2,), make).body == b"page 2"
    assert shelf.get(("b",), (1,), make).body == b"page 3"


def test_compression_where_it_helps():
    text = pages.page(b"kiriman " * 200)
    assert gzip.decompress(text.gzipped) == text.body
    assert pages.page(b"kiriman " * 200, "image/png").gzipped == b""
    assert pages.page(b"pendek").gzipped == b""


def test_same_content_has_the_same_mark_and_the_same_bytes():
    assert pages.page(b"x" * 1000) == pages.page(b"x" * 1000)
    assert pages.page(b"x").etag != pages.page(b"y").etag


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with one small lesson."""
    small.write_module(tmp_path, "kirim", 1, small.ACTIVITY_LESSON)
    monkeypatch.setenv("BEKAL_MODULES", str(tmp_path / "modules"))
    return tmp_path


@pytest.fixture
def told():
    return []


@pytest.fixture
def house(project, told):
    found = House(Options(), lambda *both: told.append(both), lambda: ("http://192.168.1.5:8866/",))
    found.fresh_seconds = 0
    return found


def lesson_file(project, slug="01_kirim"):
    return project / "modules" / "4_koperasi_dan_keuangan" / slug / "lesson.ipynb"


def test_lesson_is_drawn_once(house):
    assert house.lesson("kirim", "id") is house.lesson("kirim", "id")


def test_an_author_sees_a_change_at_once(house, project):
    assert "Kalimat pertama" in house.lesson("kirim", "id").body.decode()
    changed = ("# Kirim uang\n\nKalimat yang lebih baik.", small.ACTIVITY)
    lesson_file(project).write_text(small.notebook(changed), "utf-8")
    assert "Kalimat yang lebih baik" in house.lesson("kirim", "id").body.decode()


def test_a_new_module_is_on_the_landing_page_at_once(house, project):
    assert "Judul baru" not in house.landing("id").body.decode()
    small.write_module(project, "baru", 2, small.ACTIVITY_LESSON, title="Judul baru")
    assert "Judul baru" in house.landing("id").body.decode()
    assert house.lesson("baru", "id").status == 200


def test_the_lesson_says_its_title_once_and_shows_no_code(house):
    text = house.lesson("kirim", "id").body.decode()
    assert text.count("<h1") == 1
    assert "from bekal.activities" not in text
    assert 'data-activity="send-money"' in text


def test_pictures_have_names_that_change_with_their_content(house, project):
    text = house.lesson("kirim", "id").body.decode()
    name = text.split('src="/assets/kirim-sari.')[1].split('"')[0]
    picture = house.asset(f"kirim-sari.{name}")
    assert (picture.status, picture.kind, picture.body.decode()) == (200, "image/svg+xml", small.PICTURE)


def test_a_picture_is_found_after_a_restart(house, project, told):
    name = "kirim-sari." + house.lesson("kirim", "id").body.decode().split("kirim-sari.")[1].split('"')[0]
    again = House(Options(), lambda *both: told.append(both), lambda: ())
    assert again.asset(name).status == 200
    assert again.asset("kirim-sari.000000000000.svg").status == 404


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"cells": 1}', '{"cells": [1]}', "\xff", ""])
def test_a_broken_notebook_has_a_polite_page_and_a_line_for_the_trainer(house, project, told, content):
    lesson_file(project).write_bytes(content.encode("latin-1"))
    found = house.lesson("kirim", "id")
    assert found.status == 503
    assert "sedang diperbaiki" in found.body.decode()
    assert str(project) not in found.body.decode()
    assert [what for what, _ in told] == ["kirim"]


def test_a_lesson_that_was_repaired_is_there_again(house, project):
    lesson_file(project).write_text("{", "utf-8")
    assert house.lesson("kirim", "id").status == 503
    lesson_file(project).write_text(small.notebook(small.ACTIVITY_LESSON), "utf-8")
    assert house.lesson("kirim", "id").status == 200


def test_a_broken_module_file_takes_only_its_own_lesson(house, project):
    small.write_module(project, "baru", 2, small.ACTIVITY_LESSON)
    (lesson_file(project).parent / "module.yml").write_text("slug: [", "utf-8")
    assert house.lesson("kirim", "id").status == 503
    assert house.lesson("nothere", "id").status == 404
    assert house.lesson("baru", "id").status == 200
    assert house.landing("id").status == 200


def test_landing_page_has_the_address_and_its_code(house):
    text = house.landing("id").body.decode()
    assert "http://192.168.1.5:8866/" in text
    assert 'viewBox="0 0' in text


def test_landing_page_without_network(project, told):
    text = House(Options(), lambda *both: None, lambda: ()).landing("id").body.decode()
    assert "http://" not in text.replace("http://www.w3.org/", "")


def test_a_class_with_a_broken_lesson_opens_and_says_which(tmp_path):
    small.write_module(tmp_path, "kirim", 1, small.ACTIVITY_LESSON)
    small.write_module(tmp_path, "rusak", 2, small.ACTIVITY_LESSON)
    lesson_file(tmp_path, "02_rusak").write_text('{"cells": [', "utf-8")
    served = running.start("--host", "127.0.0.1", modules=tmp_path)
    try:
        assert ask(served.port, "GET", "/id/kirim").status == 200
        served.wait_for("rusak")  # before anybody has asked for it
        assert ask(served.port, "GET", "/id/rusak").status == 503
        assert "Traceback" not in served.text()
    finally:
        assert served.stop() == 0
