"""The activities by name and by slug; each is loaded when it is first asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module

# slug: (module in this package, class)
ACTIVITIES = {
    "send-money": ("send_money", "SendMoney"),
    "family-budget": ("family_budget", "FamilyBudget"),
}


class UnknownActivity(LookupError):
    """No activity has this slug."""


@cache
def activity(slug: str):
    """The activity with this slug, made once."""
    if slug not in ACTIVITIES:
        raise UnknownActivity(slug)
    module, name = ACTIVITIES[slug]
    return getattr(import_module(f"bekal.activities.{module}"), name)()


def answer(slug: str, inputs: dict, lang: str = "id"):
    """The one contract: inputs as typed by a participant in, an `Answer` or a `Refusal` out."""
    return activity(slug).respond(inputs, lang)


def __getattr__(name: str):
    """`from bekal.activities import SendMoney` loads that one activity."""
    for module, class_name in ACTIVITIES.values():
        if class_name == name:
            return getattr(import_module(f"bekal.activities.{module}"), name)
    raise AttributeError(f"bekal.activities has no activity {name!r}")
