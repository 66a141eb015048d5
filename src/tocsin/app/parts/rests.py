"""What items of evidence rest on: ids of things that are kept here, and that whoever writes them down may know of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from tocsin.app.access import Grant
from tocsin.app.parts import cases
from tocsin.app.parts.labels import labels_now
from tocsin.app.ports import Reader
from tocsin.model.assessment import Evidence
from tocsin.model.error import InputError
from tocsin.model.sentence import say

_Known = Callable[[Grant, Reader, str], bool]


def _incident(grant: Grant, reader: Reader, thing: str) -> bool:
    item = reader.views.incident(thing)
    return item is not None and grant.cleared(item.tlp)


def _claim(grant: Grant, reader: Reader, thing: str) -> bool:
    labels = labels_now(reader, reader.views.several_claims([thing]))
    return bool(labels) and all(map(grant.cleared, labels))


def _evidence(grant: Grant, reader: Reader, thing: str) -> bool:
    item = reader.views.evidence(thing)
    return item is not None and cases.is_seen(grant, reader, item.case)


_KINDS: Final[dict[str, _Known]] = {
    "mail": lambda _, reader, thing: reader.views.message(thing) is not None,
    "alert": lambda _, reader, thing: reader.views.alert(thing) is not None,
    "question": lambda _, reader, thing: reader.views.question(thing) is not None,
    "claim": _claim, "incident": _incident, "case": cases.is_seen, "ev": _evidence,
}  # fmt: skip
"""By the beginning of an id: whether there is such a thing, and the actor may know of it."""
_ID: Final = re.compile(r"([a-z]+)-[0-9a-f]{1,32}")
_ID_OF_ANYTHING: Final = re.compile(r"[a-z]+-[0-9a-f]{16,32}")


def known(grant: Grant, reader: Reader, items: Iterable[Evidence], before: Iterable[Evidence] = ()) -> None:
    """Raise InputError for an item that rests on an id of nothing here; digests and titles of others are let be.

    So is what an item of the version `before` rested on already: it may have come from another node, or be gone.
    """
    rested = {item.id: item.rests_on for item in before}
    for item in items:
        for thing in set(item.rests_on).difference(rested.get(item.id, ())):
            found = _ID.fullmatch(thing)
            kind = _KINDS.get(found[1]) if found else None
            if not (kind(grant, reader, thing) if kind else not _ID_OF_ANYTHING.fullmatch(thing)):
                raise InputError(
                    say("%(item)s rests on %(thing)s, which is not kept here", item=item.id, thing=thing),
                    say(
                        "Name messages (mail-…), alerts, claims, incidents, questions or evidence (ev-…) by their ids."
                    ),
                )
