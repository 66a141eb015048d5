"""What the server stands on, and who asks."""

from __future__ import annotations

import base64
import binascii
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, TypeAlias

from anyio import CapacityLimiter
from litestar import Request

from tocsin.app import access
from tocsin.app.access import Access
from tocsin.app.ports import Chance, Store
from tocsin.model.error import TocsinError
from tocsin.model.sentence import say

HttpRequest: TypeAlias = Request[Any, Any, Any]
AT_ONCE: Final = 4
"""Requests that are worked on at a time: more would only wait for one another, each with a part of the memory."""
BROUGHT_AT_ONCE: Final = 8
"""Requests that bring objects, from their first byte on."""
BROUGHT_BY_ONE: Final = 2
"""Of these, those of one partner, so that none shuts the others out."""
PATIENCE: Final = 60.0
"""Seconds within which all of what is brought has to be there."""
_LONGEST: Final = 1_000


class StrangerError(TocsinError):
    """Nobody has said who they are, or nobody is known by that."""


class SlowError(TocsinError):
    """What is brought does not come within the time there is for it."""


class BusyError(TocsinError):
    """So much is brought at this moment that there is no room for more."""


@dataclass
class Node:
    """The parts of this node that the server uses."""

    store: Store
    clock: Callable[[], datetime]
    chance: Chance
    slots: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(AT_ONCE))
    brought: Counter[str] = field(default_factory=Counter)
    """Requests that bring objects at this moment, by partner. Counted by the one thread that answers."""


def entered(node: Node, header: str | None) -> Access:
    """Return the access of the partner that an Authorization header names. Raises StrangerError.

    It is asked anew each time, for sharing may end.
    """
    secret = _secret(header or "")
    actor = access.recognise_partner(node.store, secret) if secret else None
    if actor is None:
        raise StrangerError(
            say("you have to say who you are"),
            say("Send the token that you were given: as a bearer token, or as the password of HTTP Basic."),
        )
    return access.enter(node.store, actor, node.clock, node.chance)


def _secret(header: str) -> str:
    """The token of a header (RFC 6750; RFC 7617, whatever the user's name is: the token says it)."""
    if len(header) > _LONGEST:
        return ""
    scheme, _, rest = header.partition(" ")
    if scheme.lower() == "bearer":
        return rest.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(rest.strip(), validate=True).decode().partition(":")[2]
    except (binascii.Error, ValueError):
        return ""
