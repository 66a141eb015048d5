"""What the node does by itself each day while the console is served: what has had its time leaves the
vault, and the log is signed as it stands then.

Whoever does it twice, or in two processes, does nothing twice: what has left is not there any more, and only what left
is written down.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from threading import Event, Thread
from typing import Final

from tocsin.app import access, evidence, glass, react
from tocsin.app import log as journal
from tocsin.net.telling import fault
from tocsin.web.node import Node

log = logging.getLogger("tocsin.web")
DAY: Final = timedelta(days=1)
AGAIN: Final = timedelta(hours=1)
"""After what time it is tried again where it failed."""
_LOOK: Final = 60.0
"""Seconds between two looks at the clock."""


class Daily:
    """The work of each day, for every organisation by itself: at the start, then a day later, by the node's clock."""

    def __init__(self, node: Node, look: float = _LOOK) -> None:
        self._node, self._look = node, look
        self._due: dict[str, datetime] = {}
        self._over = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Look at the clock from now on, in a thread of its own."""
        self._thread = Thread(target=self._watch, name="daily", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Do no more; what has been begun is finished first."""
        self._over.set()
        if self._thread:
            self._thread.join()

    def _watch(self) -> None:
        while not self._over.is_set():
            self.run()
            self._over.wait(self._look)

    def run(self) -> None:
        """Do what is due. What fails is logged and tried again in an hour; nothing else waits for it."""
        known: list[str] = []
        self._tried("", lambda: known.extend(self._node.store.organisations()), timedelta())
        for organisation in known:
            self._tried(organisation, partial(self._keep, organisation), DAY)

    def _tried(self, what: str, work: Callable[[], None], after: timedelta) -> None:
        now, due = self._node.clock(), self._due.get(what)
        if due and now < due <= now + DAY:
            return
        try:
            work()
            self._due[what] = now + after
        except Exception as error:  # noqa: BLE001 - the server goes on, and so does the work for the others
            self._due[what] = now + AGAIN
            log.error("daily work failed", extra={"said": {"organisation": what, **fault(error)}})

    def _keep(self, organisation: str) -> None:
        node = self._node
        entered = access.enter(node.store, access.node(organisation), node.clock, node.chance, react.react)
        expired = evidence.expire(entered)
        log.info("daily work done", extra={"said": {"organisation": organisation, "expired": expired}})
        opened = (one.item for one in glass.breakings(entered))
        if late := sum(bool(item.tell_by and not item.told and item.tell_by < node.clock()) for item in opened):
            log.warning("people are still to be told", extra={"said": {"organisation": organisation, "count": late}})
        journal.sign_head(entered, node.signer)
