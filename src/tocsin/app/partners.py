"""Partners: the organisations with which is shared, each with a token and with what it may read and write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, digest, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.shelved import known_all
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.model.event import PartnerAdded, PartnerAllowed, PartnerEnded
from tocsin.model.exchange import PartnerItem, Standing
from tocsin.model.people import Tlp
from tocsin.model.record import PartnerRecord

_DOCS: Final = "howto/share-by-taxii.md"


class Admitted(Struct, frozen=True):
    """A partner's token. It is told once and kept nowhere."""

    partner: str
    token: str


class PartnerShown(Struct, frozen=True):
    """A partner, with its name."""

    item: PartnerItem
    name: str
    """Empty where it was erased."""
    contact: str


@use_case(Right.SHARE, cli="share partner add", http="POST /v1/partners", docs=_DOCS)
def add_partner(
    grant: Grant, name: str, contact: str = "", tlp: Tlp = Tlp.GREEN, reads: Sequence[str] = (),
    writes: Sequence[str] = (), standing: Standing = Standing.COMMUNITY,
) -> Admitted:  # fmt: skip
    """Add an organisation with which is shared, and return the token by which its programs come in."""
    identity, token = grant.new_id("partner"), grant.secret()
    with grant.write() as writer:
        known_all(writer, (*reads, *writes))
        record = PartnerRecord(notes.title(name).text, notes.title(contact).text)
        added = PartnerAdded(identity, notes.keep(writer, record), digest(token))
        writer.append(grant.draft(added), grant.draft(_allowed(identity, tlp, reads, writes, standing)))
    return Admitted(identity, token)


@use_case(Right.SHARE, cli="share partner allow", http="PUT /v1/partners/{partner}", docs=_DOCS)
def allow(
    grant: Grant, partner: str, tlp: Tlp, reads: Sequence[str] = (), writes: Sequence[str] = (),
    standing: Standing = Standing.COMMUNITY,
) -> None:  # fmt: skip
    """Say anew what a partner may: up to which label it is told, which collections it reads and writes, what it is."""
    with grant.write() as writer:
        _known(writer, partner)
        known_all(writer, (*reads, *writes))
        writer.append(grant.draft(_allowed(partner, tlp, reads, writes, standing)))


@use_case(Right.SHARE, cli="share partner list", http="GET /v1/partners", docs=_DOCS)
def partners(grant: Grant) -> tuple[PartnerShown, ...]:
    """Return the partners with which is shared, in the order in which they came."""
    with grant.read() as reader:
        found = [(item, notes.read(reader, item.record, PartnerRecord)) for item in reader.views.partners()]
    return tuple(PartnerShown(item, known.name if known else "", known.contact if known else "")
                 for item, known in found)  # fmt: skip


@use_case(Right.SHARE, cli="share partner end", http="DELETE /v1/partners/{partner}", docs=_DOCS)
def end_partner(grant: Grant, partner: str) -> None:
    """Share nothing with a partner any more. Its token is nobody's from now on; what it brought stays."""
    with grant.write() as writer:
        _known(writer, partner)
        writer.append(grant.draft(PartnerEnded(partner)))


def _allowed(
    partner: str, tlp: Tlp, reads: Sequence[str], writes: Sequence[str], standing: Standing
) -> PartnerAllowed:  # fmt: skip
    return PartnerAllowed(partner, tlp, tuple(dict.fromkeys(reads)), tuple(dict.fromkeys(writes)), standing)


def _known(reader: Reader, partner: str) -> PartnerItem:
    item = reader.views.partner(partner)
    if item is None or item.ended:
        raise missing(partner)
    return item
