"""What somebody in the hall might try; a class gives away nothing and stays open."""

from __future__ import annotations

import base64
import os
import re

import pytest

from tests.serving.running import ask, post, raw

UPWARDS = [
    "/../../etc/passwd",
    "/id/../../../../etc/passwd",
    "/id/..%2f..%2f..%2fetc%2fpasswd",
    "/id/%2e%2e/%2e%2e/etc/passwd",
    "/id/send-money/../../../pyproject.toml",
    "/assets/../pyproject.toml",
    "/assets/..%5c..%5cpyproject.toml",
    "/assets//etc/passwd",
    "/assets/%00.000000000000.js",
    "/assets/....//....//pyproject.toml",
    "/voila/static/../../pyproject.toml",
    "/voila/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "/voila/static//etc/passwd",
    "/voila/static/..\\..\\pyproject.toml",
    "/voila/labextensions/anywidget/../../../../etc/passwd",
    "/voila/labextensions/@jupyter-widgets/jupyterlab-manager/static/../package.json",
    "/voila/labextensions/@voila-dashboards/jupyterlab-preview/static/style.js",
    "//etc/passwd",
    "/file:///etc/passwd",
]
JUPYTER = [
    "/api",
    "/api/contents",
    "/api/contents/README.md",
    "/api/kernels",
    "/api/kernelspecs",
    "/api/sessions",
    "/api/status",
    "/api/terminals",
    "/api/config/notebook",
    "/api/kernels/00000000-0000-0000-0000-000000000000",
    "/api/kernels/00000000-0000-0000-0000-000000000000/channels",
    "/api/kernels/x/channels",
    "/files/pyproject.toml",
    "/lab",
    "/login",
    "/logout",
    "/metrics",
    "/nbconvert/html/lesson.ipynb",
    "/terminals/1",
    "/tree",
    "/view/lesson.ipynb",
    "/voila",
    "/voila/",
    "/voila/api/contents/",
    "/voila/api/themes/x",
    "/voila/execution/00000000-0000-0000-0000-000000000000",
    "/voila/files/pyproject.toml",
    "/voila/files/4_koperasi_dan_keuangan/02_send-money/lesson.ipynb",
    "/voila/files/4_koperasi_dan_keuangan/02_send-money/lesson.ipynb/",
    "/voila/query/00000000-0000-0000-0000-000000000000",
    "/voila/render/4_koperasi_dan_keuangan/02_send-money/lesson.ipynb",
    "/voila/templates/lab/static/voila.js",
    "/voila/tree/",
]
SCRIPT = "<script>alert(1)</script>"
CODED = "%3Cscript%3Ealert(1)%3C/script%3E"


def gives_nothing_away(found) -> None:
    """No traceback, no path of this machine, nobody's home."""
    text = found.body.decode("utf-8", "replace")
    for word in ("Traceback", "site-packages", "root:", "[project]", os.getcwd(), "tornado", "jupyter"):
        assert word not in text, word
    assert "tornado" not in found.headers.get("server", "").lower()


@pytest.mark.parametrize("path", UPWARDS + JUPYTER)
def test_nothing_else_is_there(served, path):
    found = ask(served.port, "GET", path)
    assert found.status in (400, 404)
    gives_nothing_away(found)


@pytest.mark.parametrize("path", JUPYTER)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(served, path, method):
    found = ask(served.port, method, path, b"{}", Content_Type="application/json")
    assert found.status in (404, 405)
    gives_nothing_away(found)


@pytest.mark.parametrize(
    "path",
    [f"/{CODED}", f"/id/{CODED}", f"/{CODED}/send-money", f"/assets/{CODED}", f"/answer/{CODED}", f"/id/?theme={CODED}",
     f"/id/send-money?theme={CODED}&template={CODED}&lang={CODED}", f"/id/send-money/{CODED}", f"/id/{CODED}/kernel",
     f"/api/kernels/{CODED}", f"/?next={CODED}", "/id/send-money?template=../../etc", "/id/send-money?theme=dark"],
)  # fmt: skip
def test_nothing_typed_in_an_address_comes_back(served, path):
    found = ask(served.port, "GET", path, Referer=f"http://x/{SCRIPT}", User_Agent=SCRIPT, Accept_Language=SCRIPT)
    assert "alert(1)" not in found.text
    assert "alert(1)" not in repr(found.headers)
    gives_nothing_away(found)


@pytest.mark.parametrize("query", ["?theme=dark", "?template=classic", "?lang=en", "?x=" + "y" * 3000])
def test_a_query_changes_nothing(served, query):
    assert ask(served.port, "GET", "/id/send-money" + query).body == ask(served.port, "GET", "/id/send-money").body


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "//evil.example/%2e%2e", "/id//evil.example/"])
def test_no_redirect_leads_elsewhere(served, path):
    found = ask(served.port, "GET", path)
    assert "evil" not in found.headers.get("location", "")
    assert found.status == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8866", "localhost.evil.example", "", "169.254.1.1.evil.example"]
)
def test_a_name_that_points_at_the_laptop_is_refused(served, host):
    found = ask(served.port, "GET", "/id/send-money", Host=host)
    assert found.status in (400, 421)
    assert "data-activity" not in found.text
    assert post(served.port, "send-money", {"inputs": {}}, Host=host).status in (400, 421)


@pytest.mark.parametrize("host", ["192.168.43.7:8866", "10.0.0.2", "[::1]:8866", "localhost:1", "LOCALHOST"])
def test_addresses_and_own_names_are_welcome(served, host):
    assert ask(served.port, "GET", "/id/", Host=host).status == 200


def test_an_oversized_header_is_refused_and_the_class_goes_on(served):
    assert raw(served.port, b"GET /id/ HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 200_000 + b"\r\n\r\n") in (
        b"",
        REFUSED,
    )
    assert ask(served.port, "GET", "/id/").status == 200


REFUSED = b"HTTP/1.1 400 Bad Request\r\n\r\n"
START = (
    b"POST /answer/send-money HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
)


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # somebody typed https
        b"\r\n\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /id/ HTTP/9.9\r\nHost: localhost\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET /id/ HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        b"GET /id/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nBroken\r\n\r\n",
        START + b"Content-Length: -1\r\n\r\n{}",
        START + b"Content-Length: 2x\r\n\r\n{}",
        START + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
        START + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n",
        START + b"Content-Length: 99999999999999\r\n\r\n{}",
        b"BREW /id/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"TRACE /id/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"CONNECT evil.example:80 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET /id/\x00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET /id/%ff%fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /id/é HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode(),
    ],
    ids=lambda sent: repr(sent[:60]),
)
def test_bytes_that_are_no_request(served, sent):
    found = raw(served.port, sent, seconds=1).decode("utf-8", "replace")
    assert "Traceback" not in found
    assert not found or re.match(r"HTTP/1\.1 4\d\d ", found), found[:200]
    assert ask(served.port, "GET", "/id/").status == 200


def test_a_large_body_without_a_length_is_refused_too(served):
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    found = raw(served.port, START + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 3 + b"0\r\n\r\n")
    assert found.startswith(b"HTTP/1.1 413 ")
    assert b'"message"' in found


def test_a_small_body_in_chunks_is_answered(served):
    found = raw(served.port, START + b'Transfer-Encoding: chunked\r\n\r\nd\r\n{"inputs": {}\r\n1\r\n}\r\n0\r\n\r\n')
    assert found.startswith(b"HTTP/1.1 422 ")


def test_a_compressed_body_is_not_unpacked(served):
    found = post(served.port, "send-money", b"\x1f\x8b\x08\x00" * 100, Content_Encoding="gzip")
    assert found.status == 400


@pytest.mark.parametrize("path", ["/", "/id/", "/id/send-money", "/answer/send-money", "/api/kernels/x/channels"])
def test_no_websocket_without_a_kernel(served, path):
    key = base64.b64encode(b"0123456789abcdef").decode()
    asked = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": key}
    assert ask(served.port, "GET", path, **asked).status in (200, 302, 404, 405)
    unknown = "/api/kernels/00000000-0000-0000-0000-000000000000/channels"
    assert ask(served.port, "GET", unknown, **asked).status == 404


def test_a_lesson_without_kernel_starts_none(served):
    for path in ("/id/send-money/kernel", "/id/nothere/kernel", "/fr/send-money/kernel", "/id/../kernel"):
        assert ask(served.port, "GET", path).status == 404


def test_the_trainers_terminal_has_no_word_of_all_this(served):
    post(served.port, "send-money", {"inputs": {"amount": "rahasia-keluarga"}})
    post(served.port, "rahasia-keluarga", b"rahasia-keluarga")
    ask(served.port, "GET", "/rahasia-keluarga?rahasia-keluarga")
    assert "rahasia" not in served.text()
    assert "alert" not in served.text()
    assert "Traceback" not in served.text()
