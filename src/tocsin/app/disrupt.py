"""Stopping an attack: its hosts as a blocklist for the organisation's own resolvers."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, use_case
from tocsin.app.parts.indicators import known
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.common.tlp import MEMBER
from tocsin.disrupt import rpz
from tocsin.disrupt.blocklist import blocked
from tocsin.identify.sites import is_known
from tocsin.model.error import InputError
from tocsin.model.event import BlocklistMade
from tocsin.model.indicator import LeftOut
from tocsin.model.sentence import say
from tocsin.share.policy import admit

MOST_DAYS: Final = 365
_DOCS: Final = "howto/warn-others.md"


class Blocklist(Struct, frozen=True):
    """A blocklist, and what is not in it."""

    content: str
    hosts: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


@use_case(Right.DISRUPT, cli="disrupt preview", http="GET /v1/incidents/{incident}/rpz", docs=_DOCS)
def preview(grant: Grant, incident: str, days: int = 90, *, synthetic: bool = False) -> Blocklist:
    """Return what `response_policy` would, to be looked at before it is used. Nothing is noted in the log."""
    with grant.read() as reader:
        return _made(grant, reader, incident, days, synthetic)[0]


@use_case(Right.DISRUPT, cli="disrupt rpz", http="POST /v1/incidents/{incident}/rpz", docs=_DOCS)
def response_policy(grant: Grant, incident: str, days: int = 90, *, synthetic: bool = False) -> Blocklist:
    """Return the hosts of an incident as a response policy zone; each is blocked until `days` after the last change.

    It is for servers of the organisation: raises AccessError for an incident that is TLP:RED.
    """
    with grant.write() as writer:
        made, event = _made(grant, writer, incident, days, synthetic)
        writer.append(grant.draft(event))
    return made


def _made(
    grant: Grant, reader: Reader, incident: str, days: int, synthetic: bool
) -> tuple[Blocklist, BlocklistMade]:  # fmt: skip
    if not 1 <= days <= MOST_DAYS:
        raise InputError(
            say("hosts are blocked for 1 to %(most)s days", most=MOST_DAYS), say("They change hands: renew the list.")
        )
    found = known(grant, reader, incident)
    admit(found.tlp, MEMBER, named=found.is_label_known)
    until = found.changed_at + timedelta(days=days)
    entries, spared = blocked(found.indicators, found.profile, is_known, until)
    now = grant.now
    serial = int(now.timestamp())
    content = rpz.zone(entries, serial, now, found.tlp, synthetic=synthetic)
    digest = hashlib.sha256(content.encode()).hexdigest()
    event = BlocklistMade(incident, digest, rpz.FORMAT, serial, len(entries), len(spared), until)
    return Blocklist(content, tuple(one.host for one in entries), spared), event
