"""What a partner's programs do: they read and write those collections, and up to that label, that they were allowed.

A collection that is none of theirs is not there for them.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Exempt, Grant, missing, use_case
from tocsin.app.parts.arrivals import MOST, new_uuid, read_all, take_in
from tocsin.app.parts.leaving import Serving, read_by, serving
from tocsin.app.parts.profiles import profile_of
from tocsin.app.parts.retracting import follow
from tocsin.app.parts.shelved import CollectionShown, shown
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.formats.stix import MOST_REFUSED, apart, crowded
from tocsin.model.error import AccessError, InputError
from tocsin.model.event import ObjectsDeleted
from tocsin.model.exchange import PartnerItem, Receipt, Slice, Wanted
from tocsin.model.sentence import say

RECEIPTS_KEPT: Final = timedelta(days=7)
"""How long a partner may ask what became of what it brought."""
_DOCS: Final = "howto/share-by-taxii.md#what-a-partner-sees"
_TAXII: Final = Exempt("a partner's programs do it by TAXII; they have no terminal here and no other token")


class Offered(Struct, frozen=True):
    """A collection as it is offered to a partner."""

    shown: CollectionShown
    can_read: bool
    can_write: bool


@use_case(Right.EXCHANGE, cli=_TAXII, http=_TAXII, docs=_DOCS)
def host(grant: Grant) -> str:
    """Return the name of the organisation whose collections these are."""
    with grant.read() as reader:
        _partner(grant, reader)
        return profile_of(reader).organisation.name


@use_case(Right.EXCHANGE, cli=_TAXII, http=_TAXII, docs=_DOCS)
def offered(grant: Grant) -> tuple[Offered, ...]:
    """Return the collections that a partner may read or write."""
    with grant.read() as reader:
        partner = _partner(grant, reader)
        reads = read_by(reader, partner)
        mine = {*reads, *partner.writes}
        found = [shown(reader, item) for item in reader.views.collections() if item.collection in mine]
        return tuple(_offered(partner, reads, one) for one in found)


@use_case(Right.EXCHANGE, cli=_TAXII, http=_TAXII, docs=_DOCS)
def offer(grant: Grant, collection: str) -> Offered:
    """Return one of them."""
    with grant.read() as reader:
        partner = _partner(grant, reader)
        _open(reader, partner, collection)
        item = reader.views.collection(collection)
        if item is None:
            raise missing(collection)
        return _offered(partner, read_by(reader, partner), shown(reader, item))


@use_case(Right.EXCHANGE, cli=_TAXII, http=_TAXII, docs=_DOCS)
def objects(grant: Grant, collection: str, wanted: Wanted) -> Slice:
    """Return objects with their contents, in the order in which they were added."""
    return _served(grant, collection, lambda reader, serving: reader.shelves.objects(collection, wanted, *serving))


@use_case(Right.EXCHANGE, cli=_TAXII, http=_TAXII, docs=_DOCS)
def manifest(grant: Grant, collection: str, wanted: Wanted) -> Slice:
    """Return the same without contents."""
    return _served(grant, collection, lambda reader, serving: reader.shelves.rows(collection, wanted, *serving))


@use_case(Right.EXCHANGE, cli=_TAXII, http=_TAXII, docs=_DOCS)
def object_of(grant: Grant, collection: str, identity: str, wanted: Wanted) -> Slice:
    """Return versions of one object. Raises NotFoundError where the partner may know of none."""
    those = replace(wanted, ids=(identity,))
    found = _served(grant, collection, lambda reader, serving: reader.shelves.objects(collection, those, *serving))
    return _or_missing(grant, collection, identity, found)


@use_case(Right.EXCHANGE, cli=_TAXII, http=_TAXII, docs=_DOCS)
def versions(grant: Grant, collection: str, identity: str, wanted: Wanted) -> Slice:
    """Return what versions there are of one object. Raises NotFoundError where the partner may know of none."""
    those = replace(wanted, ids=(identity,), versions=("all",))
    found = _served(grant, collection, lambda reader, serving: reader.shelves.rows(collection, those, *serving))
    return _or_missing(grant, collection, identity, found)


@use_case(Right.EXCHANGE, cli=_TAXII, http=_TAXII, docs=_DOCS)
def may_bring(grant: Grant, collection: str) -> None:
    """Raise what `bring` would for who may not: it is asked before anything is taken in."""
    with grant.read() as reader:
        _writing(grant, reader, collection)


@use_case(Right.EXCHANGE, cli=_TAXII, http=_TAXII, docs=_DOCS)
def bring(grant: Grant, collection: str, raw: bytes) -> Receipt:
    """Add the objects of an envelope. What cannot be taken is named in the receipt, with the reason.

    Of many that cannot, the first are named and the others counted. What has far too many elements is not read at all.
    """
    if crowded(raw, MOST):
        raise InputError(
            say("there are more than %(count)s objects in this", count=MOST),
            say("Send the objects in several requests."),
        )
    around, bodies = apart(raw.strip())
    if around is None or not bodies:
        raise InputError(say("this is no envelope of TAXII 2.1"), say("Send an object with a list named objects."))
    read = read_all(bodies)
    with grant.write() as writer:
        _writing(grant, writer, collection)
        brought = take_in(grant, writer, collection, read, grant.actor.id)
        follow(grant, writer, read.arrivals, grant.actor.id)
        named, more = brought.refused[:MOST_REFUSED], len(brought.refused[MOST_REFUSED:]) + brought.more
        receipt = Receipt(new_uuid(grant), writer.now, brought.added, named, more)
        writer.shelves.forget_receipts(writer.now - RECEIPTS_KEPT)
        writer.shelves.keep_receipt(receipt, grant.actor.id)
    return receipt


@use_case(Right.EXCHANGE, cli=_TAXII, http=_TAXII, docs=_DOCS)
def status(grant: Grant, submission: str) -> Receipt:
    """Return what became of what the partner brought."""
    with grant.read() as reader:
        _partner(grant, reader)
        found = reader.shelves.receipt(submission, grant.actor.id)
    if found is None:
        raise missing(submission)
    return found


@use_case(Right.EXCHANGE, cli=_TAXII, http=_TAXII, docs=_DOCS)
def withdraw(grant: Grant, collection: str, identity: str, wanted: Wanted) -> int:
    """Delete versions of an object that the partner brought itself, and return how many there were.

    Raises AccessError for an object that another one brought.
    """
    with grant.write() as writer:
        partner = _writing(grant, writer, collection)
        _reading(grant, writer, collection)
        gone = writer.shelves.delete(collection, identity, partner.partner, wanted)
        if gone:
            writer.append(grant.draft(ObjectsDeleted(collection, gone)))
    if not gone:
        _there(grant, collection, identity)
        raise AccessError(say("you did not bring this object"), say("Only who brought an object deletes it here."))
    return gone


def _partner(grant: Grant, reader: Reader) -> PartnerItem:
    """The partner as it stands now. Raises NotFoundError where it is none any more."""
    item = reader.views.partner(grant.actor.id)
    if item is None or item.ended:
        raise missing(grant.actor.organisation)
    return item


def _open(reader: Reader, partner: PartnerItem, collection: str) -> None:
    mine = {*read_by(reader, partner), *partner.writes}
    item = reader.views.collection(collection) if collection in mine else None
    if item is None or item.closed:
        raise missing(collection)


def _reading(grant: Grant, reader: Reader, collection: str) -> PartnerItem:
    partner = _partner(grant, reader)
    _open(reader, partner, collection)
    if collection not in read_by(reader, partner):
        raise AccessError(say("you may not read this collection"), say("Ask the organisation whose it is."))
    return partner


def _writing(grant: Grant, reader: Reader, collection: str) -> PartnerItem:
    partner = _partner(grant, reader)
    _open(reader, partner, collection)
    if collection not in partner.writes:
        raise AccessError(say("you may not write to this collection"), say("Ask the organisation whose it is."))
    return partner


def _served(grant: Grant, collection: str, read: Callable[[Reader, Serving], Slice]) -> Slice:
    """Read of a collection what may leave, and note of what was looked at for that whom it names."""
    with grant.read() as reader:
        served = serving(reader, _reading(grant, reader, collection), collection)
        found = read(reader, served)
    if found.looked:
        with grant.write() as writer:
            writer.shelves.keep_names(collection, found.looked, served[0].looked)
    return found


def _or_missing(grant: Grant, collection: str, identity: str, found: Slice) -> Slice:
    """Return what was found of an object. Raises NotFoundError where nothing of it may be read."""
    if found.first is None and not found.more:
        _there(grant, collection, identity)
    return found


def _there(grant: Grant, collection: str, identity: str) -> None:
    any_of_it = Wanted(ids=(identity,), versions=("all",), limit=1)
    if not _served(
        grant, collection, lambda reader, serving: reader.shelves.rows(collection, any_of_it, *serving)
    ).rows:
        raise missing(identity)


def _offered(partner: PartnerItem, reads: AbstractSet[str], one: CollectionShown) -> Offered:
    identity = one.item.collection
    return Offered(one, identity in reads, identity in partner.writes)
