"""What may be erased by whom, and what has to stay for as long as it is needed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import timedelta
from typing import Final

import pytest
from msgspec.structs import replace
from tests.fixtures.actors import House
from tests.fixtures.events import draft as house_draft
from tests.fixtures.events import judged
from tests.fixtures.provider import ERRAND, Believing
from tests.unit.app.test_assessments import ITEM, LATER, past
from tests.unit.app.test_handover import ANY, KEY
from tests.unit.app.test_participants import SAID

from tocsin.app import (
    assessments,
    cases,
    claims,
    credentials,
    evidence,
    glass,
    handover,
    incidents,
    sessions,
    tasks,
    victims,
)
from tocsin.app.access import Grant
from tocsin.app.evidence import Collected
from tocsin.app.parts import erasure, notes
from tocsin.app.ports import Writer
from tocsin.app.rights import Right
from tocsin.model.assessment import Evidence
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import ActorNamed, Ground, RetentionExpired
from tocsin.model.people import Role
from tocsin.model.record import EvidenceRecord, NamingRecord
from tocsin.model.verdict import Class


def test_a_lead_erases_no_person_and_not_how_they_sign_in(house: House) -> None:
    way = credentials.add_subject(house.ines, Believing(), "ines", ERRAND)
    token = sessions.make_token_for(house.node, "p-ines", "backup", ["read-log"], 9)
    for subject in ("p-ines", way, token.id):
        with pytest.raises(AccessError, match="manage-people"):
            evidence.erase(house.dana, subject, Ground.REQUEST)
    with pytest.raises(AccessError, match="erase"):
        evidence.erase(house.ines, "p-ines", Ground.REQUEST)
    assert house.types()[-1] == "token-made"


def test_who_can_sign_in_is_locked_out_before_they_are_erased(house: House) -> None:
    both = house.as_("p-dana", Role.LEAD, Role.ADMIN)
    way = credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    for who in (both, house.node):
        for subject in ("p-sami", way):
            with pytest.raises(InputError, match="signs in by this still") as refused:
                evidence.erase(who, subject, Ground.REQUEST)
            assert "tocsin person lock" in str(refused.value.hint)
    (kept,) = credentials.ways(house.sami)
    assert kept.name == "sami"
    credentials.lock_out(both, "p-sami")
    assert evidence.erase(both, "p-sami", Ground.REQUEST) == 1, "what the organisation knows of them"


def test_the_reason_of_a_broken_glass_stays_until_it_is_over_and_told(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1", Class.CLEAN, 0.0, recipients=("p-remi",)))
    asked = glass.open_glass(house.dana, "m-1", "a colleague was called about it", "p-noor")

    def refused() -> None:
        for subject in (asked, "m-1"):
            with pytest.raises(InputError, match="broken or about to be"):
                evidence.erase(house.dana, subject, Ground.CLOSED)

    refused()
    glass.confirm_glass(house.noor, asked)
    refused()
    house.clock.time += timedelta(days=8)
    refused()
    glass.tell_of_glass(house.as_("p-ines", Role.LEAD), asked)
    assert evidence.erase(house.dana, asked, Ground.CLOSED) == 1


def test_a_glass_that_was_told_of_early_keeps_its_reason_while_somebody_may_look(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1", Class.CLEAN, 0.0, recipients=("p-remi",)))
    asked = glass.open_glass(house.sami, "m-1", "a colleague was called about it", "p-noor")
    glass.confirm_glass(house.noor, asked)
    glass.tell_of_glass(house.dana, asked)
    with pytest.raises(InputError, match="broken or about to be"):
        evidence.erase(house.dana, asked, Ground.CLOSED)
    house.clock.time += timedelta(days=7)
    assert evidence.erase(house.dana, asked, Ground.CLOSED) == 1


def test_a_glass_that_nobody_agreed_to_may_be_forgotten_after_a_day(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1", Class.CLEAN, 0.0))
    glass.open_glass(house.sami, "m-1", "a colleague was called about it", "p-noor")
    house.clock.time += timedelta(days=2)
    assert evidence.erase(house.dana, "m-1", Ground.CLOSED) == 2, "the message, and the reason"


# What has had its time


def _seven_are_over(house: House) -> None:
    with house.store.write("harbour") as writer:
        for n in range(7):
            writer.keep(b"x%d" % n, writer.now)
    house.clock.time += timedelta(days=1)


def _expired(house: House) -> list[int]:
    with house.store.read("harbour") as reader:
        assert not reader.verify([]).broken
        return [len(entry.event.refs) for entry in reader.log.read() if isinstance(entry.event, RetentionExpired)]


def _opened(house: House, number: int) -> None:
    incidents.open_incident(house.dana, f"Incident {number}")


@contextmanager
def _before_each(monkeypatch: pytest.MonkeyPatch, what: Callable[[int], None]) -> Iterator[None]:
    """Do something before each transaction of an expiry."""
    write, begun = Grant.write, 0

    def written(grant: Grant) -> AbstractContextManager[Writer]:
        nonlocal begun
        if grant.right is Right.ERASE:
            begun += 1
            what(begun)
        return write(grant)

    with monkeypatch.context() as patched:
        patched.setattr(erasure, "PART", 3)
        patched.setattr(Grant, "write", written)
        yield


def test_others_write_between_the_parts_of_an_expiry(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    _seven_are_over(house)
    with _before_each(monkeypatch, lambda n: _opened(house, n)):
        assert evidence.expire(house.node) == 7
    assert _expired(house) == [3, 3, 1]
    types = [one for one in house.types() if one in ("incident-opened", "retention-expired")]
    assert types == ["incident-opened", "retention-expired"] * 3


def test_an_expiry_that_dies_between_two_parts_is_finished_by_the_next(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    _seven_are_over(house)

    def dies(number: int) -> None:
        if number == 3:
            raise KeyboardInterrupt

    with _before_each(monkeypatch, dies), pytest.raises(KeyboardInterrupt):
        evidence.expire(house.node)
    assert _expired(house) == [3, 3]
    assert evidence.expire(house.node) == 1
    assert evidence.expire(house.node) == 0
    assert _expired(house) == [3, 3, 1]


def test_an_expiry_ends_where_the_last_part_is_full(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    _seven_are_over(house)
    monkeypatch.setattr(erasure, "PART", 7)
    assert evidence.expire(house.node) == 7
    assert _expired(house) == [7]


WORD: Final = "Zephyrine"
"""A word that stands nowhere but in what is to be erased."""


def _claim(house: House, case: str) -> str:
    return claims.record(house.dana, replace(SAID, words=WORD), [case])


def _struck(house: House, case: str) -> str:
    made = claims.record(house.dana, SAID, [case])
    claims.strike(house.dana, made, WORD)
    return made


def _assessment(house: House, case: str) -> str:
    """Two versions, the word in both."""
    made = assessments.make(house.dana, replace(past(house, LATER), evidence=(*LATER.evidence, _told("e8"))), [case])
    house.clock.time += timedelta(hours=1)
    assessments.add_evidence(house.dana, made, _told("e9"))
    return made


def _told(item: str) -> Evidence:
    return replace(ITEM, id=item, text={"en": WORD, "ar": WORD})


def _naming(house: House, case: str) -> str:
    """A name that was put, and taken back."""
    made = assessments.make(house.dana, past(house, LATER), [case])
    with house.store.write("harbour") as writer:
        kept = notes.keep(writer, NamingRecord("quiet-heron", WORD, ("e4",)))
        writer.append(house_draft(ActorNamed("naming-1", made, writer.log.size - 1, kept)))
    assessments.unname(house.dana, "naming-1", WORD)
    return "naming-1"


def _task(house: House, case: str) -> str:
    made = tasks.set_task(house.dana, case, f"Ask {WORD}", house.clock())
    tasks.end_task(house.dana, made, note=f"{WORD} answered")
    return made


def _victim(house: House, case: str) -> str:
    made = victims.found(house.dana, case, WORD)
    victims.verify_contact(house.dana, made, f"{WORD} 1", "the register", house.clock())
    victims.told(house.dana, made, f"{WORD} knows")
    return made


KINDS: Final = (_claim, _struck, _assessment, _naming, _task, _victim)


def _kept(house: House, _case: str = "") -> str:
    """All that lies in the vault and the log leads to."""
    with house.store.read("harbour") as reader:
        refs = {ref for entry in reader.log.read(0) for ref in re.findall("[0-9a-f]{64}", repr(entry.event))}
        return "\n".join(raw.decode("utf-8", "replace") for raw in reader.vault.get_many(sorted(refs)).values())


def _read(house: House, case: str) -> str:
    """All that is shown of a case, its claims and its assessments."""
    shown: list[object] = [cases.case(house.dana, case), claims.claims(house.dana)]
    shown += [claims.claim(house.dana, one.item.claim) for one in claims.claims(house.dana).items]
    for one in assessments.assessments(house.dana).items:
        with suppress(NotFoundError):
            shown.append(assessments.assessment(house.dana, one.item.assessment))
    return repr(shown)


def _archive(house: House, case: str) -> str:
    out = io.BytesIO()
    handover.hand_over(house.dana, KEY, case, "Quay (synthetic)", ANY, "1", out, sure=True)
    return _unpacked(out)


def _export(house: House, case: str) -> str:
    record = EvidenceRecord("mail.eml", "Dana Osman", "a mailbox")
    evidence.add(house.dana, case, [Collected(b"x", record, "message/rfc822", house.clock(), "tocsin", "1")])
    out = io.BytesIO()
    evidence.export(house.dana, KEY, case, "1", out, "for a court")
    return _unpacked(out)


def _unpacked(out: io.BytesIO) -> str:
    with zipfile.ZipFile(out) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("make", KINDS, ids=[one.__name__ for one in KINDS])
def test_words_that_were_erased_are_read_nowhere_and_go_along_with_no_case(
    house: House, make: Callable[[House, str], str]
) -> None:
    case = cases.open_case(house.dana, "A case")
    subject = make(house, case)
    assert WORD in _kept(house)
    assert WORD in _read(house, case)
    assert evidence.erase(house.dana, subject, Ground.REQUEST)
    for told in (_kept, _read, _export, _archive, _archive, _kept):
        assert WORD not in told(house, case)
    with pytest.raises(InputError, match="holds nothing about"):
        evidence.erase(house.dana, subject, Ground.REQUEST)


@pytest.mark.parametrize("kind", ["claim", "task"])
def test_an_archive_that_is_made_again_lacks_what_was_erased_since_and_says_so(house: House, kind: str) -> None:
    case = cases.open_case(house.dana, "A case")
    subject = _claim(house, case) if kind == "claim" else tasks.set_task(house.dana, case, f"Ask {WORD}", house.clock())
    assert WORD in _archive(house, case)
    assert _kept(house).count(WORD) == 1, "words lie in one place, however often they go along"
    assert evidence.erase(house.dana, subject, Ground.REQUEST)
    again = _archive(house, case)
    assert WORD not in again + _kept(house)
    assert f'"erased":["{subject}"]' in again


def test_who_erases_an_assessment_erases_why_names_were_put(house: House) -> None:
    case = cases.open_case(house.dana, "A case")
    _naming(house, case)
    (shown,) = assessments.assessments(house.dana).items
    assert evidence.erase(house.dana, shown.item.assessment, Ground.REQUEST) == 3
    assert WORD not in _kept(house)
    with pytest.raises(NotFoundError):
        assessments.assessment(house.dana, shown.item.assessment)
