"""A lesson with ordinary ipywidgets opens through Voilà; a visitor reaches its kernel's widgets and nothing more."""

from __future__ import annotations

import json
import re
import subprocess
import time
import uuid

import pytest
import websocket

from tests.serving import running, small
from tests.serving.running import ask, raw

KERNELS = 2


@pytest.fixture(scope="module")
def kernels(tmp_path_factory):
    """A class with one lesson that needs a kernel, room for two, and one without."""
    root = tmp_path_factory.mktemp("project")
    small.write_module(root, "slider", 8, small.SLIDER_LESSON, engine="kernel")
    small.write_module(root, "kirim", 9, small.ACTIVITY_LESSON)
    served = running.start("--host", "127.0.0.1", "--kernels", str(KERNELS), "--rate", "0", modules=root)
    yield served
    assert served.stop() == 0, served.text()


@pytest.fixture
def kernel(kernels):
    """A fresh visitor's page, and the id of the kernel it got; the kernel is ended afterwards."""
    page = ask(kernels.port, "GET", "/id/slider/kernel")
    assert page.status == 200, page.text
    found = re.search(r'"kernelId": "([0-9a-f-]{36})"', page.text)[1]
    yield found
    ask(kernels.port, "POST", f"/voila/api/shutdown/{found}", b"")


def test_a_lesson_with_a_kernel_stands_at_the_same_kind_of_address(kernels):
    found = ask(kernels.port, "GET", "/id/slider")
    assert (found.status, found.headers["location"]) == (302, "/id/slider/kernel")


def test_page_with_kernel_loads_nothing_from_elsewhere_and_has_no_inline_script(kernels, kernel):
    page = ask(kernels.port, "GET", "/id/slider/kernel?theme=dark&template=classic")
    other = re.search(r'"kernelId": "([0-9a-f-]{36})"', page.text)[1]
    ask(kernels.port, "POST", f"/voila/api/shutdown/{other}", b"")
    assert 'src="http' not in page.text
    assert 'href="http' not in page.text
    assert not re.search(r"<script>|<script type=.text/javascript.>|\son\w+=", page.text)
    assert "cdn" not in page.text.lower()
    policy = page.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "default-src 'none'" in policy
    assert "set-cookie" not in page.headers


def test_a_failing_cell_is_told_politely(kernels, kernel):
    page = ask(kernels.port, "GET", "/id/slider/kernel")
    ask(kernels.port, "POST", "/voila/api/shutdown/" + re.search(r'"kernelId": "([0-9a-f-]{36})"', page.text)[1], b"")
    assert "Bagian ini belum bisa dibuka" in page.text
    assert "ValueError" not in page.text
    assert "only for the author" not in page.text.replace("only for the author&quot;", "")


def channel(served, kernel: str, **more):
    """An open channel to a kernel, as the page has it."""
    session = uuid.uuid4().hex
    return websocket.create_connection(
        f"ws://127.0.0.1:{served.port}/api/kernels/{kernel}/channels?session_id={session}", timeout=5, **more
    )


def message(kind: str, content: dict, where: str = "shell") -> str:
    """A Jupyter message as JSON."""
    header = {
        "msg_id": uuid.uuid4().hex,
        "msg_type": kind,
        "username": "",
        "session": "x",
        "date": "",
        "version": "5.4",
    }
    return json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content,
                       "channel": where, "buffers": []})  # fmt: skip


def kinds(opened, seconds: float = 5, quiet: float = 0.5) -> list[str]:
    """The kinds of messages that arrive within some seconds, or until half a second after the kernel has answered."""
    found, until = [], time.monotonic() + seconds
    while time.monotonic() < until:
        opened.settimeout(max(0.05, until - time.monotonic()))
        try:
            data = opened.recv()
        except (websocket.WebSocketTimeoutException, websocket.WebSocketConnectionClosedException):
            break
        found.append(json.loads(data)["msg_type"] if isinstance(data, str) and data else "closed")
        if found[-1] == "kernel_info_reply":
            until = min(until, time.monotonic() + quiet)
    return found


ATTEMPTS = [
    ("execute_request", {"code": "open({path!r}, 'w').close()", "silent": False}, "shell"),
    ("execute_request", {"code": "open({path!r}, 'w').close()", "silent": True}, "control"),
    ("execute_request", {"code": "open({path!r}, 'w').close()", "silent": True}, None),
    (
        "debug_request",
        {"type": "request", "command": "evaluate", "seq": 1, "arguments": {"expression": "1"}},
        "control",
    ),
    ("shutdown_request", {"restart": False}, "control"),
    ("interrupt_request", {}, "control"),
    ("inspect_request", {"code": "months", "cursor_pos": 3}, "shell"),
    ("complete_request", {"code": "mon", "cursor_pos": 3}, "shell"),
    ("history_request", {"hist_access_type": "tail", "n": 5}, "shell"),
    ("input_reply", {"value": "x"}, "stdin"),
    ("create_subshell_request", {}, "control"),
]


@pytest.mark.parametrize(("kind", "content", "where"), ATTEMPTS, ids=[f"{a[0]}-{a[2]}" for a in ATTEMPTS])
def test_a_visitor_cannot_run_code_or_look_into_a_kernel(kernels, kernel, tmp_path, kind, content, where):
    evidence = tmp_path / "evidence"
    content = {name: v.format(path=str(evidence)) if name == "code" else v for name, v in content.items()}
    opened = channel(kernels, kernel)
    opened.send(message(kind, content, where))
    opened.send(message("kernel_info_request", {}))
    arrived = kinds(opened)
    opened.close()
    assert "kernel_info_reply" in arrived  # the kernel lives, and widgets' messages come through
    assert not {"execute_reply", "execute_input", "debug_reply", "shutdown_reply", "inspect_reply", "complete_reply",
                "history_reply", "create_subshell_reply"} & set(arrived)  # fmt: skip
    assert not evidence.exists()


BROKEN = [
    *("", "x", "{}", "[]", "null", "{" * 5000),
    '{"header": null, "channel": "shell"}',
    '{"header": {}, "channel": "nothere"}',
    '{"header": {"msg_type": []}, "channel": "shell"}',
]


@pytest.mark.parametrize("sent", BROKEN, ids=lambda sent: sent[:30])
def test_a_broken_message_harms_nobody(kernels, kernel, sent):
    opened = channel(kernels, kernel)
    opened.send(sent)
    kinds(opened, 0.3)
    opened.close()
    assert ask(kernels.port, "GET", f"/api/kernels/{kernel}").status == 200
    assert "Traceback" not in kernels.text()


def test_another_site_cannot_open_a_channel(kernels, kernel):
    for origin in ("http://evil.example", "https://127.0.0.1.evil.example", "null"):
        with pytest.raises(websocket.WebSocketBadStatusException) as refused:
            channel(kernels, kernel, origin=origin)
        assert refused.value.status_code in (403, 404)


def test_only_the_kernels_state_can_be_asked(kernels, kernel):
    found = ask(kernels.port, "GET", f"/api/kernels/{kernel}")
    assert found.json["id"] == kernel
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert ask(kernels.port, method, f"/api/kernels/{kernel}", b"").status == 405
    for path in ("restart", "interrupt"):
        assert ask(kernels.port, "POST", f"/api/kernels/{kernel}/{path}", b"").status == 404
    assert ask(kernels.port, "GET", f"/voila/api/shutdown/{kernel}").status == 405


def test_lessons_without_kernel_cannot_be_opened_with_one(kernels):
    for path in ("/id/kirim/kernel", "/voila/render/4_koperasi_dan_keuangan/08_slider/lesson.ipynb", "/voila/tree/",
                 "/voila/files/4_koperasi_dan_keuangan/08_slider/lesson.ipynb"):  # fmt: skip
        assert ask(kernels.port, "GET", path).status == 404


def test_a_full_class_says_so_and_a_place_that_is_left_is_free_again(kernels, kernel):
    second = ask(kernels.port, "GET", "/id/slider/kernel")
    other = re.search(r'"kernelId": "([0-9a-f-]{36})"', second.text)[1]
    full = ask(kernels.port, "GET", "/id/slider/kernel")
    assert full.status == 503
    assert "Kelas penuh" in full.text
    assert ask(kernels.port, "GET", "/id/kirim").status == 200  # light pages go on
    assert ask(kernels.port, "POST", f"/voila/api/shutdown/{other}", b"").status == 204
    assert ask(kernels.port, "POST", f"/voila/api/shutdown/{other}", b"").status == 404
    third = ask(kernels.port, "GET", "/id/slider/kernel")
    assert third.status == 200
    ask(kernels.port, "POST", "/voila/api/shutdown/" + re.search(r'"kernelId": "([0-9a-f-]{36})"', third.text)[1], b"")


@pytest.mark.browser
def test_slider_moves_and_the_label_follows(kernels, page, artefacts):
    page.goto(f"{kernels.url}/id/slider")
    handle = page.get_by_role("slider")
    handle.focus()
    page.keyboard.press("ArrowRight")
    page.get_by_text("Rp400.000").wait_for()
    page.keyboard.press("ArrowRight")
    page.get_by_text("Rp500.000").wait_for()
    assert page.get_by_role("alert").count() == 0
    page.screenshot(path=artefacts / "lesson-with-kernel.png")
    page.goto(f"{kernels.url}/id/")  # leaving the page ends its kernel
    until = time.monotonic() + 10
    while kernel_processes(kernels) and time.monotonic() < until:
        time.sleep(0.1)
    assert kernel_processes(kernels) == 0


@pytest.mark.browser
def test_a_dead_kernel_is_told_at_once(kernels, browser):
    page = browser.new_page()
    page.goto(f"{kernels.url}/id/slider")
    page.get_by_role("slider").wait_for()
    address = page.evaluate("JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId")
    assert ask(kernels.port, "POST", f"/voila/api/shutdown/{address}", b"").status == 204
    page.get_by_role("alert").get_by_text("terputus").wait_for(timeout=15_000)


@pytest.mark.browser
def test_a_kernel_that_crashes_is_told_too(kernels, browser):
    page = browser.new_page()  # Voilà's own script complains about the crash, rightly
    page.goto(f"{kernels.url}/id/slider")
    page.get_by_role("slider").wait_for()
    subprocess.run(["pkill", "-9", "-P", str(kernels.process.pid)], check=True)
    page.get_by_role("alert").get_by_text("terputus").wait_for(timeout=15_000)
    page.close(run_before_unload=True)


def kernel_processes(served) -> int:
    """How many kernels a class runs."""
    found = subprocess.run(["pgrep", "-c", "-P", str(served.process.pid)], capture_output=True, text=True, check=False)
    return int(found.stdout or 0)


def test_an_unfinished_request_for_a_kernel_page_does_not_keep_its_place(kernels):
    raw(kernels.port, b"GET /id/slider/kernel HTTP/1.1\r\nHost: localhost\r\n\r\n", seconds=0.2)
    time.sleep(3)
    assert ask(kernels.port, "GET", "/id/").status == 200


def test_the_trainer_reads_where_a_cell_failed_and_nothing_of_the_machinery(kernels):
    assert "CellExecutionError" in kernels.text()
    for word in ("Traceback", "WARNING", "only for the author", "is not trusted", "restarted", "Blocking"):
        assert word not in kernels.text()
