"""How often one visitor may ask, and that a class says so and forgives."""

from __future__ import annotations

from bekal.serving.limits import RateLimiter
from tests.serving import running
from tests.serving.running import ask, post


def test_a_burst_then_so_many_a_second():
    limiter = RateLimiter(rate=2, burst=3)
    assert [limiter.allows("a", 0.0) for _ in range(4)] == [True, True, True, False]
    assert [limiter.allows("a", 0.5) for _ in range(2)] == [True, False]
    assert [limiter.allows("a", 60.0) for _ in range(4)] == [True, True, True, False]


def test_one_visitor_does_not_slow_another():
    limiter = RateLimiter(rate=1, burst=1)
    assert limiter.allows("a", 0.0)
    assert not limiter.allows("a", 0.0)
    assert limiter.allows("b", 0.0)


def test_no_limit():
    limiter = RateLimiter(rate=0, burst=1)
    assert all(limiter.allows("a", 0.0) for _ in range(1000))


def test_visitors_are_forgotten_before_memory_is_full():
    limiter = RateLimiter(rate=1, burst=1, most=10)
    for number in range(1000):
        limiter.allows(str(number), 0.0)
    assert len(limiter._buckets) == 10


def test_a_clock_that_goes_backwards_does_no_harm():
    limiter = RateLimiter(rate=1, burst=1)
    assert limiter.allows("a", 100.0)
    assert not limiter.allows("a", 50.0)


def test_too_many_requests_get_429_and_soon_an_answer_again():
    served = running.start("--host", "127.0.0.1", "--rate", "20")
    try:
        statuses = [ask(served.port, "HEAD", "/favicon.ico").status for _ in range(400)]
        assert statuses.count(200) >= 300
        assert 429 in statuses
        refused = post(served.port, "send-money", {"inputs": {}})
        assert refused.status in (422, 429)
        page = next(found for found in iter(lambda: ask(served.port, "GET", "/id/"), None) if found.status == 429)
        assert page.headers["retry-after"] == "2"
        assert "Terlalu banyak" in page.text
        allowed = next(found for found in iter(lambda: ask(served.port, "GET", "/id/"), None) if found.status != 429)
        assert allowed.status == 200
    finally:
        assert served.stop() == 0
