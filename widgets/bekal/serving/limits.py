"""How much one visitor may ask for: the size of a request, and how often."""

from __future__ import annotations

from collections import OrderedDict

LARGEST_BODY = 64 * 1024  # a family budget with every row filled is 6 kB
LARGEST_HEADERS = 16 * 1024
DRAINED = 8 * 1024 * 1024  # a larger body is read this far, so that its sender still hears why it was refused
BODY_SECONDS = 15
IDLE_SECONDS = 75
MOST_VISITORS = 4096
RATE, BURST = 100, 300  # thirty phones behind one router look like one visitor


class RateLimiter:
    """A bucket of tokens for every visitor: `burst` at once, then `rate` a second; rate 0 is no limit."""

    def __init__(self, rate: float = RATE, burst: int = BURST, most: int = MOST_VISITORS):
        self.rate, self.burst, self.most = rate, burst, most
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, visitor: str, now: float) -> bool:
        """Takes one token of a visitor at a time in seconds; the longest unseen visitors are forgotten first."""
        if not self.rate:
            return True
        tokens, seen = self._buckets.pop(visitor, (float(self.burst), now))
        tokens = min(self.burst, tokens + max(0.0, now - seen) * self.rate)
        allowed = tokens >= 1
        self._buckets[visitor] = (tokens - allowed, now)
        if len(self._buckets) > self.most:
            self._buckets.popitem(last=False)
        return allowed
