"""Who may know what of a case: the desk by its clearance, participants what is meant for them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tocsin.app.access import Grant, missing
from tocsin.app.ports import Reader
from tocsin.app.rights import leads_cases
from tocsin.common.tlp import readable, strictest
from tocsin.model.error import InputError
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.model.view import CaseItem, ParticipantItem


class Eyes(Struct, frozen=True):
    """What somebody sees of a case."""

    clearance: Tlp
    parts: tuple[ParticipantItem, ...] | None
    """For whom they act in it; None: for the organisation that leads it."""
    restrictions: dict[str, frozenset[str]]

    @property
    def lead(self) -> bool:
        """Whether they see it for the organisation that leads it."""
        return self.parts is None

    def see(self, item: str, label: Tlp) -> bool:
        """Say whether they may know of a thing of the case that bears a label.

        A participant's people see what both they and it are cleared for, and what nobody has kept from it.
        """
        if not readable(label, self.clearance):
            return False
        return self.parts is None or any(self._meant(one, item, label) for one in self.parts)

    def see_victim(self, victim: str, label: Tlp) -> bool:
        """Say the same of a victim: no participant sees one unless it was said that it needs to."""
        return (self.lead or victim in self.restrictions) and self.see(victim, label)

    def _meant(self, part: ParticipantItem, item: str, label: Tlp) -> bool:
        named = self.restrictions.get(item)
        return readable(label, part.tlp) and (named is None or part.participant in named)


def find(grant: Grant, reader: Reader, case: str) -> CaseItem:
    """Return a case. Raises NotFoundError for one that the actor must not know of."""
    item = reader.views.case(case)
    if item is None or not _sees(grant, reader, item):
        raise missing(case)
    return item


def working(grant: Grant, reader: Reader, case: str) -> CaseItem:
    """Return a case that is worked on here. Raises InputError for one that is closed or was handed over."""
    item = find(grant, reader, case)
    if item.state == "closed":
        raise InputError(say("%(case)s is closed already", case=case), say("Open another case."))
    if item.state != "open":
        raise InputError(
            say("the lead of %(case)s was handed over", case=case), say("Here it is only read: turn to its new lead.")
        )
    return item


def is_seen(grant: Grant, reader: Reader, case: str) -> bool:
    """Say whether the actor may know of a case."""
    item = reader.views.case(case)
    return item is not None and _sees(grant, reader, item)


def _sees(grant: Grant, reader: Reader, item: CaseItem) -> bool:
    if leads_cases(grant.actor):
        return grant.cleared(label(reader, item))
    return item.case in reader.views.cases_with(grant.actor.person)


def eyes(grant: Grant, reader: Reader, case: str) -> Eyes:
    """Return what the actor sees of a case that they may know of."""
    if leads_cases(grant.actor):
        return Eyes(grant.actor.clearance, None, {})
    person = grant.actor.person
    mine = tuple(one for one in reader.views.participants(case) if person in one.people)
    return Eyes(grant.actor.clearance, mine, reader.views.restrictions(case))


def label(reader: Reader, item: CaseItem) -> Tlp:
    """A case is as confidential as the strictest of its incidents, and as it was before; without either, RED."""
    before = [item.tlp] if item.tlp else []
    return strictest([*before, *(one.tlp for one in reader.views.incidents_of(item.case))])


def participant(reader: Reader, case: str, participant: str) -> ParticipantItem:
    """Return a participant of a case. Raises NotFoundError."""
    found = next((one for one in reader.views.participants(case) if one.participant == participant), None)
    if found is None:
        raise missing(participant)
    return found


def readable_label(grant: Grant, tlp: Tlp) -> Tlp:
    """Return a label that the actor is cleared for. Raises InputError for another one."""
    if not grant.cleared(tlp):
        raise InputError(
            say("you could not read this yourself"), say("Choose a label up to the one you are cleared for.")
        )
    return tlp


def ids(several: Sequence[str]) -> tuple[str, ...]:
    """Return ids as they are kept: each once, in order."""
    return tuple(dict.fromkeys(several))
