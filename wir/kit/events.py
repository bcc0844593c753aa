"""Calls go down the stack of apps; news goes up, through here.

An app announces what happened (``publish``); an app above it reacts (``@on``).
Reactions run at once, in the announcing transaction: either all of it happens or none.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

E = TypeVar("E")

_reactions: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def on(event: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Register the decorated function to be called with every ``event`` published."""

    def register(reaction: Callable[[E], None]) -> Callable[[E], None]:
        _reactions[event].append(reaction)
        return reaction

    return register


def publish(event: object) -> None:
    """Call each reaction to this event, in the order they were registered."""
    for react in _reactions[type(event)]:
        react(event)
