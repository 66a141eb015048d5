"""Statements that wait: for whom, until when, and which signatures count."""

from __future__ import annotations

import json

import pytest
from tests.fixtures.actors import House
from tests.fixtures.attack import befall
from tests.unit.app.test_statement import KEYS, NODE, ONE, THREE, TWO
from tests.unit.statement.test_text import AGENCIES

from tocsin.app import evidence, incidents, queue, signing, statement
from tocsin.app.access import Access
from tocsin.formats import checkpoint, dsse
from tocsin.model.error import AccessError, InputError, LogError, NotFoundError, StatementError
from tocsin.model.event import Ground
from tocsin.model.people import Role, Tlp
from tocsin.model.view import Work
from tocsin.net.keys import SigningKey
from tocsin.statement import seal

Files = dict[str, bytes]


@pytest.fixture
def drafted(house: House) -> statement.Drafted:
    return statement.draft(house.dana, NODE, befall(house), AGENCIES, needed=2)


@pytest.fixture
def signer(house: House) -> Access:
    return house.as_("p-remi", Role.SIGNER)


def raw(drafted: statement.Drafted) -> Files:
    return {name: text.encode() for name, text in drafted.files.items()}


def envelope(drafted: statement.Drafted, *keys: SigningKey) -> bytes:
    """Signed elsewhere."""
    made = None
    for key in keys:
        made = dsse.signed(raw(drafted)[seal.PAYLOAD], key, made)
    assert made
    return made


def waiting(who: Access) -> list[str]:
    return [row.id for row in queue.queue(who).items]


def test_it_waits_for_signers_alone_until_enough_keys_have_signed(
    house: House, drafted: statement.Drafted, signer: Access
) -> None:
    (row,) = queue.queue(signer).items
    assert (row.kind, row.id) == (Work.STATEMENT, drafted.statement)
    assert row.statement
    assert row.statement.needed == 2
    assert queue.counts(signer).kinds == {Work.STATEMENT: 1}
    assert drafted.statement not in waiting(house.dana), "a lead sees the list of statements"
    assert [one.statement for one in signing.statements(house.dana).items] == [drafted.statement]
    signing.take(signer, drafted.statement, envelope(drafted, ONE), KEYS[0])
    assert waiting(signer) == [drafted.statement]
    with pytest.raises(InputError, match="signed it already"):
        signing.take(signer, drafted.statement, envelope(drafted, ONE), checkpoint.verifier_key("other", ONE.public))
    item = signing.take(signer, drafted.statement, envelope(drafted, THREE, TWO), KEYS[1])
    assert (item.state, len(item.signatures)) == ("signed", 2), "of an envelope, the key that was named counts"
    assert waiting(signer) == []
    found = signing.statement(signer, drafted.statement)
    assert found.is_sound
    assert found.digests[seal.PAYLOAD] == found.item.sha256
    assert [(one.name, one.actor, one.verifier_key) for one in found.signatures] == [
        ("north-bay", "p-remi", KEYS[0]), ("east-isle", "p-remi", KEYS[1]),
    ]  # fmt: skip
    checked = statement.check({name: text.encode() for name, text in found.files.items()}, KEYS, 2)
    assert not checked.problems
    assert checked.signers == ("north-bay", "east-isle")


def test_a_signature_at_this_nodes_terminal_counts_too(
    house: House, drafted: statement.Drafted, signer: Access
) -> None:
    files = raw(drafted)
    for key in (ONE, ONE, TWO):
        files[seal.ENVELOPE] = statement.sign(house.node, key, files)
    assert waiting(signer) == []
    found = signing.statement(signer, drafted.statement)
    assert [(one.key, one.name) for one in found.signatures] == [(dsse.key_id(one.public), "") for one in (ONE, TWO)]
    assert json.loads(found.files[seal.ENVELOPE]) == json.loads(files[seal.ENVELOPE])


def test_what_is_no_signature_of_it_is_refused(house: House, drafted: statement.Drafted, signer: Access) -> None:
    other = statement.draft(house.dana, NODE, _again(house), AGENCIES)
    forged = json.loads(envelope(drafted, ONE))
    forged["signatures"][0]["sig"] = json.loads(envelope(other, ONE))["signatures"][0]["sig"]
    for sent, key, error in (
        (envelope(other, ONE), KEYS[0], "another statement"),
        (envelope(drafted, ONE), KEYS[1], "no right signature"),
        (json.dumps(forged).encode(), KEYS[0], "no right signature"),
        (b"{}", KEYS[0], "no envelope"),
        (b"\xff" * 10, KEYS[0], "no envelope"),
    ):
        with pytest.raises(StatementError, match=error):
            signing.take(signer, drafted.statement, sent, key)
    with pytest.raises(LogError):
        signing.take(signer, drafted.statement, envelope(drafted, ONE), "no key")
    assert not signing.statement(signer, drafted.statement).signatures


def _again(house: House) -> str:
    return incidents.open_incident(house.dana, "Once more", ["m-attack"], Tlp.CLEAR)


def test_who_may(house: House, drafted: statement.Drafted, signer: Access) -> None:
    for nobody in (house.sami, house.remi, house.ines):
        with pytest.raises(AccessError):
            signing.statement(nobody, drafted.statement)
    with pytest.raises(AccessError):
        signing.take(house.dana, drafted.statement, envelope(drafted, ONE), KEYS[0])
    with pytest.raises(AccessError):
        signing.withdraw(signer, drafted.statement, "a reason")
    with pytest.raises(NotFoundError):
        signing.statement(signer, "statement-none")


def test_what_was_withdrawn_is_not_signed(house: House, drafted: statement.Drafted, signer: Access) -> None:
    with pytest.raises(InputError, match="no reason"):
        signing.withdraw(house.dana, drafted.statement, " ")
    signing.withdraw(house.dana, drafted.statement, "The figures have changed.")
    assert waiting(signer) == []
    assert signing.statement(signer, drafted.statement).state == "withdrawn"
    with pytest.raises(InputError, match="withdrawn"):
        signing.take(signer, drafted.statement, envelope(drafted, ONE), KEYS[0])
    with pytest.raises(InputError, match="withdrawn"):
        signing.withdraw(house.dana, drafted.statement, "again")


def test_a_stricter_label_hides_it_and_stops_it(house: House, drafted: statement.Drafted) -> None:
    incident = signing.statement(house.dana, drafted.statement).item.incident
    incidents.relabel_incident(house.dana, incident, Tlp.AMBER, "It names a source.")
    low = house.as_("p-remi", Role.SIGNER, clearance=Tlp.GREEN)
    with pytest.raises(NotFoundError):
        signing.statement(low, drafted.statement)
    assert signing.statements(low).items == ()
    assert queue.queue(low).items == ()
    cleared = house.as_("p-remi", Role.SIGNER)
    with pytest.raises(AccessError, match="AMBER"):
        signing.take(cleared, drafted.statement, envelope(drafted, ONE), KEYS[0])


def test_what_was_erased_is_said_to_be_gone(house: House, drafted: statement.Drafted, signer: Access) -> None:
    signing.take(signer, drafted.statement, envelope(drafted, ONE), KEYS[0])
    assert evidence.erase(house.dana, drafted.statement, Ground.MISTAKE) == 2
    found = signing.statement(signer, drafted.statement)
    assert (found.files, found.is_sound, found.state) == ({}, False, "unsigned")
    assert [(one.key, one.name, one.verifier_key) for one in found.signatures] == [(dsse.key_id(ONE.public), "", "")]


@pytest.mark.parametrize("needed", [0, 41])
def test_so_many_signatures_can_be_asked_for(house: House, needed: int) -> None:
    with pytest.raises(InputError, match="1 to 40"):
        statement.draft(house.dana, NODE, befall(house), AGENCIES, needed=needed)
