"""Consent to be named in what leaves: by the organisation, by each of its people for themselves; given, and ended."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.leaving import recipient as to
from tocsin.app.parts.profiles import members
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.event import ConsentEnded, ConsentGiven
from tocsin.model.exchange import ORGANISATION, ConsentItem
from tocsin.model.record import Note
from tocsin.model.sentence import say

_DOCS: Final = "howto/choose-who-gets-what.md"


class ConsentShown(Struct, frozen=True):
    """A consent, with who gave it and how."""

    item: ConsentItem
    name: str
    """Of the person; empty for the organisation."""
    how: str


@use_case(Right.SHARE, cli="share consent add", http="POST /v1/consents", docs=_DOCS)
def give_consent(grant: Grant, how: str, subject: str = ORGANISATION, recipient: str = "") -> str:
    """Write down that somebody agrees to be named to a recipient (empty: to everybody), and return the consent's id.

    `subject`: the id of a person, or `organisation`. Raises InputError where it is not said how they agreed.
    """
    if not how.strip():
        raise InputError(
            say("it is not said how they agreed"), say("Write when, to whom and in what form they said so.")
        )
    identity = grant.new_id("consent")
    with grant.write() as writer:
        if subject != ORGANISATION and subject not in members(writer):
            raise missing(subject)
        if recipient:
            to(writer, recipient)
        kept = notes.keep(writer, Note(how.strip()))
        writer.append(grant.draft(ConsentGiven(identity, subject, kept, recipient)))
    return identity


@use_case(Right.SHARE, cli="share consent list", http="GET /v1/consents", docs=_DOCS)
def consents(grant: Grant) -> tuple[ConsentShown, ...]:
    """Return the consents that hold, in the order in which they were given."""
    with grant.read() as reader:
        people = members(reader)
        found = [(item, notes.read(reader, item.record, Note)) for item in reader.views.consents()]
    return tuple(
        ConsentShown(item, people[item.subject].name if item.subject in people else "", how.text if how else "")
        for item, how in found
    )  # fmt: skip


@use_case(Right.SHARE, cli="share consent end", http="DELETE /v1/consents/{consent}", docs=_DOCS)
def end_consent(grant: Grant, consent: str) -> None:
    """Write down that somebody agrees no longer. What has left cannot be called back."""
    with grant.write() as writer:
        item = writer.views.consent(consent)
        if item is None or item.ended:
            raise missing(consent)
        writer.append(grant.draft(ConsentEnded(consent)))
