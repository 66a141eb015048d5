"""Lists set aside for one value, by a person with a reason and for a time.

Only lists can be: what is the organisation's own, a partner's or a service's, what everybody uses, hosts that many
share and what ordinary mail meets are never looked for, and who must not be named is never named, whoever decides.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.warnings import listed
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.event import ListOverridden, OverrideEnded, Purpose
from tocsin.model.record import OverrideRecord
from tocsin.model.sentence import say
from tocsin.model.view import OverrideItem

_DOCS: Final = "howto/take-warnings-in.md#set-a-list-aside"
_LONGEST: Final = 300
MOST_DAYS: Final = 365


class OverrideShown(Struct, frozen=True):
    """A decision that lists do not count for a value."""

    item: OverrideItem
    value: str
    """Empty where it was erased."""
    reason: str
    is_over: bool


@use_case(Right.SHARE, Right.CORRECT, cli="share override", http="POST /v1/overrides", docs=_DOCS)
def override(grant: Grant, value: str, reason: str, purpose: Purpose = Purpose.NO_SIGN, days: int = 30) -> str:
    """Let lists of a purpose not count for one value for some days, up to a year, and return the decision's id.

    Raises InputError for a value that is on no such list, and without a reason.
    """
    value, reason = value.strip(), reason.strip()
    if not reason:
        raise InputError(say("there is no reason given"), say("Write why the lists are wrong about it."))
    if not 0 < days <= MOST_DAYS:
        raise InputError(say("this is no time for a decision"), say("Give from 1 to 365 days."))
    with grant.write() as writer:
        known = listed(writer, purpose)
        on = known.spared(value) if purpose is Purpose.NO_SIGN else known.named(value)
        on = on or known.passed(value)
        if not on or len(value) > _LONGEST:
            raise InputError(say("this is on no list of the kind"), say("Give it as the warning names it."))
        identity = grant.new_id("override")
        until = writer.now + timedelta(days=days)
        record = notes.keep(writer, OverrideRecord(value, reason), until + notes.RETENTION)
        writer.append(grant.draft(ListOverridden(identity, purpose, until, record)))
    return identity


@use_case(Right.SHARE, cli="share overrides", http="GET /v1/overrides", docs=_DOCS)
def overrides(grant: Grant) -> tuple[OverrideShown, ...]:
    """Return for which values lists do not count, the oldest decision first; and those that are over."""
    with grant.read() as reader:
        found = [(one, notes.read(reader, one.record, OverrideRecord)) for one in reader.views.overrides()]
        return tuple(
            OverrideShown(item, record.value if record else "", record.reason if record else "",
                          item.until <= reader.now)
            for item, record in found
        )  # fmt: skip


@use_case(Right.SHARE, cli="share end-override", http="DELETE /v1/overrides/{override}", docs=_DOCS)
def end_override(grant: Grant, override: str) -> None:
    """Let lists count for the value again: what is looked for because of it is looked for no longer."""
    with grant.write() as writer:
        if all(one.override != override for one in writer.views.overrides()):
            raise missing(override)
        writer.append(grant.draft(OverrideEnded(override)))
