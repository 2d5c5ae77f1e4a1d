"""How a notebook shows an activity: through the display that is installed beside this package, if there is one."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

GROUP = "bekal.display"


def mimebundle(activity, **wanted) -> dict:
    """The activity's rich display, always with its worked example in words."""
    bundle = {"text/plain": repr(activity)}
    for display in _installed():
        shown = display(activity, **wanted)
        data, metadata = shown if isinstance(shown, tuple) else (shown, {})
        return {**data, **bundle} if not metadata else ({**data, **bundle}, metadata)
    return bundle


@cache
def _installed() -> tuple:
    return tuple(entry.load() for entry in entry_points(group=GROUP))
