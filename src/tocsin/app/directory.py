"""Second factors: who is enrolled in which, as a directory says, and what is still to be done by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from tocsin.app.access import Exempt, Grant, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.profiles import people_of
from tocsin.app.ports import AccountReader, LogFile, Reader
from tocsin.app.rights import Right
from tocsin.identify.cards import Done, done_by
from tocsin.model.directory import Enrolment
from tocsin.model.error import InputError
from tocsin.model.event import DirectoryRead
from tocsin.model.record import EnrolmentRecord
from tocsin.model.sentence import say

_DOCS: Final = "howto/watch-accounts.md"
KEPT: Final = timedelta(days=400)
"""A directory is asked about once a year at least."""
_PERSONAL: Final = Exempt("one's own, in the console")


class Enrolled(Struct, frozen=True):
    """What directories say of one account, and whose it is."""

    enrolment: Enrolment
    person: str | None
    """The id of a person of the organisation; None for an account of nobody that is known."""
    read_at: datetime


@use_case(Right.MANAGE_PEOPLE, cli="accounts people", http="POST /v1/directory", docs=_DOCS)
def take_in_directory(grant: Grant, by: AccountReader, files: Sequence[LogFile]) -> int:
    """Read exports of directories, which replace what was known of their providers; return how many accounts."""
    found, unread = by.enrolments(files)
    if not found:
        raise InputError(
            say("there is no directory to read: %(count)s lines of something else", count=unread),
            say("Choose exports of users with their second factors, of Google, Entra, Okta or Duo."),
        )
    with grant.write() as writer:
        providers = tuple(sorted({one.provider for one in found}))
        record = notes.keep(writer, EnrolmentRecord(tuple(found)), writer.now + KEPT)
        writer.append(grant.draft(DirectoryRead(grant.new_id("reading"), providers, len(found), record)))
    return len(found)


@use_case(Right.READ_PEOPLE, cli="accounts enrolled", http="GET /v1/enrolments", docs=_DOCS)
def enrolments(grant: Grant) -> tuple[Enrolled, ...]:
    """Return who is enrolled in which second factor, as far as the newest export of each provider says."""
    with grant.read() as reader:
        return tuple(_enrolled(reader))


@use_case(Right.OWN, cli=_PERSONAL, http=_PERSONAL, docs=f"{_DOCS}#cards-to-print")
def my_card(grant: Grant) -> Done:
    """Return which of the first five things the actor has done already, as far as directories say."""
    with grant.read() as reader:
        return done_by([one.enrolment for one in _enrolled(reader) if one.person == grant.actor.person])


def _enrolled(reader: Reader) -> list[Enrolled]:
    page = reader.views.journal(type="directory-read", limit=100)
    seen: set[str] = set()
    found: list[Enrolled] = []
    owners = {
        address: item.person
        for item, record in people_of(reader) if record
        for address in (*record.addresses, *record.private_addresses)
    }  # fmt: skip
    entries = reader.log.several([item.seq for item in page.items])
    for entry in sorted(entries, key=lambda one: one.seq, reverse=True):
        event = entry.event
        if not isinstance(event, DirectoryRead):
            continue
        record = notes.read(reader, event.record, EnrolmentRecord)
        newer = (one for one in record.enrolments if one.provider not in seen) if record else ()
        found += [Enrolled(one, owners.get(one.person), entry.occurred_at) for one in newer]
        seen.update(event.providers)
    return sorted(found, key=lambda one: (one.enrolment.person, one.enrolment.provider))
