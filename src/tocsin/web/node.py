"""What the console stands on: the store, and whatever use cases take beside their access."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from litestar import Request

from tocsin.app.identify import Judge
from tocsin.app.ports import AccountReader, Chance, Ocr, Passkeys, Passwords, Provider, Store
from tocsin.formats.checkpoint import Signer
from tocsin.model.account import Errand
from tocsin.model.knowledge import Knowledge
from tocsin.web.counting import Counts, Held, Tries
from tocsin.web.jobs import Jobs
from tocsin.web.waiting import Waiting

HttpRequest: TypeAlias = Request[Any, Any, Any]
"""A request to the console."""


@dataclass(frozen=True)
class Sent:
    """What a browser was sent to the OpenID provider for."""

    errand: Errand
    organisation: str
    session: str
    """Of who wants to add an account; empty for signing in."""
    to: str


@dataclass(frozen=True)
class Node:
    """The parts of this node that the console uses."""

    store: Store
    clock: Callable[[], datetime]
    chance: Chance
    passwords: Passwords
    passkeys: Passkeys
    signer: Signer
    origin: str
    """Scheme, host and port under which browsers reach it."""
    cookie_key: str
    """What tokens against forged requests, and ids of uploads, are signed with; stays when the node restarts."""
    judge: Judge
    ocr: Ocr
    accounts: AccountReader
    """Reads logs of accounts."""
    provider: Provider | None = None
    """By whose accounts people may sign in, where one is configured."""
    knowledge: Callable[[], Knowledge | None] = lambda: None
    """Gives the node's own copy of ATT&CK, by which techniques get their names."""
    challenges: Waiting[str] = field(init=False)
    """Of passkeys."""
    sent: Waiting[Sent] = field(init=False)
    counts: Counts = field(init=False)
    tries: Tries = field(init=False)
    streams: Held = field(init=False)
    """Pages that are told of changes."""
    brought: Held = field(init=False)
    """Requests that bring much, while they come and are worked on: by person, organisation, and all."""
    jobs: Jobs = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "challenges", Waiting(self.clock))
        object.__setattr__(self, "sent", Waiting(self.clock))
        object.__setattr__(self, "counts", Counts(self.clock))
        object.__setattr__(self, "tries", Tries(self.clock))
        object.__setattr__(self, "streams", Held())
        object.__setattr__(self, "brought", Held())
        object.__setattr__(self, "jobs", Jobs(self.cookie_key))

    @property
    def is_secure(self) -> bool:
        """Whether it is reached by HTTPS; without, browsers trust only this machine."""
        return self.origin.startswith("https://")
