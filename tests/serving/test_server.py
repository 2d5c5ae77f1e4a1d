"""What a class answers at each of its addresses."""

from __future__ import annotations

import gzip
import re

import pytest

from bekal import curriculum
from bekal.curriculum import registry
from tests.serving.running import ask, post

SECURITY = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "server": "Bekal",
}
EVERYWHERE = [
    "/",
    "/id/",
    "/id/send-money",
    "/nothere",
    "/assets/nothere.000000000000.js",
    "/answer/send-money",
    "/api/kernels",
]


WISHES = [
    ("", "/id/"),
    ("en-US,en;q=0.9", "/en/"),
    ("jv,id;q=0.5,en;q=0.1", "/id/"),
    ("in", "/id/"),
    ("zh, *;q=0.1", "/id/"),
    ("en;q=0", "/id/"),
    ("en;q=x", "/id/"),
    ('"><script>', "/id/"),
    ("en" * 4000, "/id/"),
]


@pytest.mark.parametrize(("wishes", "place"), WISHES, ids=[wishes[:20] for wishes, _ in WISHES])
def test_front_door_leads_to_the_visitors_language(served, wishes, place):
    found = ask(served.port, "GET", "/", Accept_Language=wishes)
    offered = place if place.strip("/") in curriculum.languages() else "/id/"
    assert (found.status, found.headers["location"]) == (302, offered)
    assert "set-cookie" not in found.headers


def test_landing_page_lists_every_lesson_with_its_minutes(served):
    page = ask(served.port, "GET", "/id/")
    assert page.status == 200
    for module in curriculum.modules():
        assert f'href="/id/{module.slug}"' in page.text
        assert module.title in page.text
        assert f"{module.minutes} menit" in page.text


@pytest.mark.parametrize("slug", [module.slug for module in curriculum.modules()])
@pytest.mark.parametrize("lang", curriculum.languages())
def test_a_lesson_is_complete_before_any_request(served, slug, lang):
    page = ask(served.port, "GET", f"/{lang}/{slug}")
    assert page.status == 200
    assert f'<html lang="{lang}"' in page.text
    title = curriculum.in_language(curriculum.module(slug), lang).title
    assert title in page.text
    assert 'id="bekal-page"' in page.text
    assert f'data-activity="{slug}"' in page.text
    assert page.text.count("<h1") == 1


def test_language_that_is_not_there(served):
    assert ask(served.port, "GET", "/fr/").status == 404
    assert ask(served.port, "GET", "/fr/send-money").status == 404


@pytest.mark.parametrize(("path", "place"), [("/id", "/id/"), ("/id/send-money/", "/id/send-money")])
def test_slash_too_few_or_too_many(served, path, place):
    found = ask(served.port, "GET", path)
    assert (found.status, found.headers["location"]) == (302, place)


def test_assets_have_names_that_change_with_their_content_and_are_kept_for_ever(served):
    names = set(re.findall(r'/assets/[^"]+', ask(served.port, "GET", "/id/send-money").text))
    assert len(names) >= 3
    for name in names:
        found = ask(served.port, "GET", name)
        assert found.status == 200, name
        assert "immutable" in found.headers["cache-control"]


def test_unchanged_page_is_not_sent_again(served):
    first = ask(served.port, "GET", "/id/send-money")
    again = ask(served.port, "GET", "/id/send-money", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert first.headers["cache-control"] == "no-cache"
    assert ask(served.port, "GET", "/id/send-money", If_None_Match='W/"other"').status == 200


@pytest.mark.parametrize("path", ["/id/", "/id/send-money", "/assets/"])
def test_pages_travel_compressed(served, path):
    if path == "/assets/":
        path = re.search(r'/assets/[^"]+\.js', ask(served.port, "GET", "/id/send-money").text)[0]
    plain = ask(served.port, "GET", path)
    small = ask(served.port, "GET", path, Accept_Encoding="gzip, br")
    assert small.headers["content-encoding"] == "gzip"
    assert gzip.decompress(small.body) == plain.body
    assert len(small.body) < len(plain.body) / 2
    assert "content-encoding" not in plain.headers
    assert "Accept-Encoding" in small.headers["vary"]


def test_answers_travel_compressed(served):
    inputs = registry.activity("send-money").defaults()
    small = post(served.port, "send-money", {"inputs": inputs}, Accept_Encoding="gzip")
    assert small.headers["content-encoding"] == "gzip"
    assert b'"blocks"' in gzip.decompress(small.body)


def test_head_has_the_headers_of_get(served):
    assert ask(served.port, "HEAD", "/id/").headers["content-type"] == "text/html; charset=utf-8"
    assert ask(served.port, "HEAD", "/id/").body == b""


def test_favicon(served):
    assert ask(served.port, "GET", "/favicon.ico").headers["content-type"] == "image/svg+xml"


@pytest.mark.parametrize("path", EVERYWHERE)
def test_security_headers_everywhere(served, path):
    headers = ask(served.port, "GET", path).headers
    assert SECURITY.items() <= headers.items()
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "set-cookie" not in headers


def test_worked_example_gives_the_page_s_own_answer(served):
    activity = registry.activity("send-money")
    found = post(served.port, "send-money", {"inputs": activity.defaults("id"), "lang": "id"})
    assert found.status == 200
    assert found.json["blocks"] == activity.respond(activity.defaults("id"), "id").blocks
    assert found.headers["cache-control"] == "no-store"


def test_changed_number_changes_the_answer(served):
    activity = registry.activity("send-money")
    more = activity.defaults("id") | {"amount": "RM 1.700"}
    found = post(served.port, "send-money", {"inputs": more, "lang": "id"})
    assert found.status == 200
    assert found.json["blocks"] != activity.respond(activity.defaults("id"), "id").blocks


def test_wrong_input_is_422_with_sentences(served):
    found = post(served.port, "send-money", {"inputs": {"amount": "banyak"}, "lang": "id"})
    assert found.status == 422
    assert found.json["errors"]["amount"].startswith("Tulis dengan angka")


@pytest.mark.parametrize("slug", ["send-money.before", "send-money.after", "family-budget.after"])
def test_quizzes_answer_too(served, slug):
    assert post(served.port, slug, {"inputs": {}, "lang": "id"}).status == 422


@pytest.mark.parametrize(
    ("status", "slug", "body", "headers"),
    [
        (400, "send-money", b"{", {}),
        (400, "send-money", b"\xff", {}),
        (400, "send-money", b"", {}),
        (404, "nothere", {"inputs": {}}, {}),
        (404, "../../etc/passwd", {"inputs": {}}, {}),
        (413, "send-money", {"inputs": {"amount": "x" * 1_000_000}}, {}),
        (413, "send-money", {"inputs": {"amount": "x" * 70_000}}, {}),
        (415, "send-money", {"inputs": {}}, {"Content_Type": "text/plain"}),
        (415, "send-money", {"inputs": {}}, {"Content_Type": "application/x-www-form-urlencoded"}),
    ],
)
def test_bad_requests_get_a_sentence_as_json(served, status, slug, body, headers):
    found = post(served.port, slug, body, **headers)
    assert found.status == status
    assert found.json["message"].endswith(".")


def test_sentence_is_in_the_language_of_the_request(served):
    assert (
        post(served.port, "nothere", {"inputs": {}, "lang": "id"}).json["message"].startswith("Latihan ini tidak ada")
    )
    if "en" in curriculum.languages():
        english = post(served.port, "nothere", {"inputs": {}, "lang": "en"}).json["message"]
        assert english != post(served.port, "nothere", {"inputs": {}, "lang": "id"}).json["message"]
        assert ask(served.port, "GET", "/en/nothere").text != ask(served.port, "GET", "/id/nothere").text


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_answers_take_post_only(served, method):
    found = ask(served.port, method, "/answer/send-money")
    assert (found.status, found.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/id/", "/id/send-money", "/favicon.ico"])
def test_pages_take_get_only(served, method, path):
    found = ask(served.port, method, path, b"x")
    assert (found.status, found.headers["allow"]) == (405, "GET, HEAD")
    assert "Traceback" not in found.text
