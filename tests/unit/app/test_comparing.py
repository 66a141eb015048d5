from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import update
from tests.conftest import Clock
from tests.fixtures.actors import House, enter, entered
from tests.fixtures.events import draft
from tests.unit.app.test_operations import CERTIFICATE, incident

from tocsin.app import access, comparing, incidents, operations
from tocsin.app.access import Access
from tocsin.model.error import AccessError, InputError, NotFoundError, StoreError
from tocsin.model.event import OrganisationCreated
from tocsin.model.operation import FeatureKind, TieKind
from tocsin.model.people import Role, Tlp
from tocsin.store.engine import open_engine, transaction
from tocsin.store.schema import vault
from tocsin.store.store import Store

HOST, SHARED = "host=login.evil.test", f"certificate={CERTIFICATE}"
SECRET = "harbour-election.evil.test"  # names the victim


class Quay:
    """A centre on the same node, with its own people."""

    def __init__(self, store: Store, clock: Clock) -> None:
        store.begin("quay")
        with store.write("quay") as writer:
            writer.append(draft(OrganisationCreated(name="Quay centre (synthetic)", kind="centre")))
        self.lead = entered(store, clock, "p-mona", Role.LEAD, organisation="quay")
        self.node = enter(store, clock, access.node("quay"))

    def incident(self, *told: str) -> str:
        made = incidents.open_incident(self.node, "Ours", tlp=Tlp.AMBER)
        for one in told:
            kind, _, value = one.partition("=")
            operations.tell_fact(self.node, made, FeatureKind(kind), value, "a sandbox")
        return made


@pytest.fixture
def quay(house: House, store: Store, clock: Clock) -> Quay:
    return Quay(store, clock)


def all_that(who: Access) -> str:
    """Everything that somebody is answered about operations, as text."""
    found = operations.operations(who)
    shown = [operations.operation(who, one.operation.id) for one in found.operations]
    own = [one.item.incident for one in incidents.incidents(who).items]
    near = [operations.near(who, one) for one in own]
    return msgspec.json.encode((found, shown, near)).decode()


def test_nobody_compares_what_was_not_let(house: House, quay: Quay) -> None:
    incident(house, HOST, SHARED)
    quay.incident(HOST, SHARED)
    found = operations.operations(quay.lead)
    assert (found.operations, found.alone, found.lent) == ((), 1, 0)
    assert "harbour" not in all_that(quay.lead).lower()


def test_what_is_let_joins_across_organisations_and_ending_it_takes_effect_at_once(house: House, quay: Quay) -> None:
    theirs, ours = incident(house, HOST, SHARED), quay.incident(HOST, SHARED)
    comparing.let(house.dana, "quay")
    (found,) = operations.operations(quay.lead).operations
    assert len(found.incidents) == 2
    assert {one.item is None for one in found.incidents} == {True, False}
    assert operations.operation(quay.lead, ours).shown.operation == found.operation
    assert operations.operations(house.sami).operations == (), "it works one way"
    comparing.stop_letting(house.dana, "quay")
    assert operations.operations(quay.lead).operations == ()
    with pytest.raises(NotFoundError):
        operations.operation(quay.lead, found.operation.id)
    with pytest.raises(NotFoundError):
        operations.operation(quay.lead, theirs)


def test_of_whom_is_not_named_nothing_is_told_but_what_the_receiver_has_seen(house: House, quay: Quay) -> None:
    theirs = incident(house, HOST, SHARED, f"host={SECRET}", "registrant=Remi Vance of Harbour")
    again = incident(house, f"host={SECRET}", "registrant=Remi Vance of Harbour", "sender=remi@harbour-list.test")
    quay.incident(HOST, SHARED)
    comparing.let(house.dana, "quay")
    told = all_that(quay.lead)
    assert "login.evil.test" in told, "it has seen that itself"
    (found,) = operations.operations(quay.lead).operations
    assert len(found.incidents) == 3
    for secret in (
        theirs, again, SECRET, "arbour", "emi@", "Remi", "Incident with", "registrant=", "a sandbox", "p-dana",
    ):  # fmt: skip
        assert secret not in told, secret
    for one in found.incidents:
        if one.item is None:
            assert (one.organisation, one.title) == ("", "")
            assert (one.features.at.hour, one.features.at.minute, one.features.at.second) == (0, 0, 0)
            assert all(not feature.evidence for feature in one.features.features)


def test_an_operation_of_others_alone_is_seen_and_no_id_tells_which(house: House, quay: Quay) -> None:
    one = incident(house, HOST, SHARED)
    incident(house, HOST, SHARED)
    (known,) = operations.operations(house.sami).operations
    comparing.let(house.dana, "quay")
    (found,) = operations.operations(quay.lead).operations
    assert found.operation.id != known.operation.id
    assert found.title == ""
    shown = operations.operation(quay.lead, found.operation.id)
    assert {each.value for each in shown.shared} == {""}
    assert {reason.value for joined in shown.joined for reason in joined.link.reasons} == {""}
    assert one not in all_that(quay.lead)
    again = operations.operations(quay.lead).operations[0]
    assert again.operation == found.operation, "the same each time"


def test_named_says_whose_and_no_more(house: House, quay: Quay) -> None:
    theirs = incident(house, HOST, SHARED, f"host={SECRET}")
    quay.incident(HOST, SHARED)
    comparing.let(house.dana, "quay", named=True)
    (found,) = operations.operations(quay.lead).operations
    assert "Harbour Campaign" in found.organisations
    told = all_that(quay.lead)
    for secret in (theirs, SECRET, "Incident with"):
        assert secret not in told


def test_two_receivers_know_one_incident_by_different_ids(house: House, quay: Quay, store: Store, clock: Clock) -> None:
    store.begin("pier")
    with store.write("pier") as writer:
        writer.append(draft(OrganisationCreated(name="Pier", kind="centre")))
    pier = entered(store, clock, "p-ada", Role.LEAD, organisation="pier")
    for _ in range(2):
        incident(house, HOST, SHARED)
    for receiver in ("quay", "pier"):
        comparing.let(house.dana, receiver)
    (one,), (other,) = (operations.operations(who).operations for who in (quay.lead, pier))
    assert {each.id for each in one.incidents}.isdisjoint(each.id for each in other.incidents)
    assert one.operation.id != other.operation.id


@pytest.mark.parametrize(
    ("label", "upto", "cleared", "seen"),
    [
        (Tlp.AMBER, Tlp.AMBER, Tlp.AMBER, True), (Tlp.AMBER, Tlp.GREEN, Tlp.RED, False),
        (Tlp.AMBER, Tlp.AMBER, Tlp.GREEN, False), (Tlp.AMBER_STRICT, Tlp.AMBER, Tlp.RED, False),
        (Tlp.RED, Tlp.AMBER, Tlp.RED, False), (Tlp.CLEAR, Tlp.CLEAR, Tlp.CLEAR, True),
    ],
)  # fmt: skip
def test_only_labels_that_both_allow_are_compared(
    house: House, quay: Quay, store: Store, clock: Clock, label: Tlp, upto: Tlp, cleared: Tlp, seen: bool
) -> None:
    for _ in range(2):
        incident(house, HOST, SHARED, tlp=label)
    comparing.let(house.dana, "quay", tlp=upto)
    who = entered(store, clock, "p-lio", Role.ANALYST, clearance=cleared, organisation="quay")
    assert len(operations.operations(who).operations) == seen
    assert operations.operations(who).lent == 2 * seen


def test_what_people_of_the_giver_said_neither_joins_nor_parts_what_is_the_receivers(house: House, quay: Quay) -> None:
    ours = {quay.incident(HOST, SHARED), quay.incident(HOST, SHARED)}
    alone = quay.incident("host=elsewhere.test", "certificate=" + "cd" * 32)
    one, two = incident(house, HOST, SHARED), incident(house, HOST, SHARED)
    bridge = incident(house, "host=elsewhere.test", "certificate=" + "cd" * 32)
    operations.tie(house.sami, one, two, TieKind.CUT, "Only the hoster")
    operations.tie(house.sami, one, bridge, TieKind.CONFIRMED, "One hand")
    comparing.let(house.dana, "quay")
    groups = [set(found.operation.incidents) for found in operations.operations(quay.lead).operations]
    assert any(ours <= group and alone not in group for group in groups)
    assert not any(word in all_that(quay.lead) for word in ("hoster", "One hand"))


def test_others_incidents_count_neither_in_the_trend_nor_in_since_when_it_is_known(house: House, quay: Quay) -> None:
    quay.incident(HOST, SHARED)
    before = operations.operations(quay.lead).tracks
    incident(house, HOST, SHARED)
    comparing.let(house.dana, "quay")
    found = operations.operations(quay.lead)
    assert (found.lent, found.tracks) == (1, before)


def test_what_is_broken_at_one_breaks_nobody_else(house: House, quay: Quay, url: str) -> None:
    incident(house, HOST, SHARED)
    quay.incident(HOST, SHARED)
    comparing.let(house.dana, "quay")
    comparing.let(quay.lead, "harbour")
    with house.store.read("harbour") as reader:
        (item,) = reader.views.incidents(None, None, 10).items
    engine = open_engine(url)
    with transaction(engine, writes=True) as connection:
        where = vault.c.ref == bytes.fromhex(item.title or "")
        connection.execute(update(vault).where(where).values(payload=b"altered by somebody in the file"))
    engine.dispose()
    found = operations.operations(quay.lead)
    assert (found.operations, found.lent, found.unread, found.alone) == ((), 0, 1, 1)
    with pytest.raises(StoreError):
        operations.operations(house.dana)


def test_another_s_incident_cannot_be_tied_told_of_or_opened(house: House, quay: Quay) -> None:
    incident(house, HOST, SHARED)
    ours = quay.incident(HOST, SHARED)
    comparing.let(house.dana, "quay", named=True)
    (found,) = operations.operations(quay.lead).operations
    other = next(one.id for one in found.incidents if one.item is None)
    for refused in (
        lambda: operations.tie(quay.lead, ours, other, TieKind.CUT, "x"),
        lambda: operations.tell_fact(quay.lead, other, FeatureKind.HOST, "evil.test", "x"),
        lambda: incidents.incident(quay.lead, other),
        lambda: operations.near(quay.lead, other),
    ):
        with pytest.raises(NotFoundError):
            refused()


def test_what_is_let_is_listed_and_replaced(house: House) -> None:
    comparing.let(house.dana, "quay")
    comparing.let(house.dana, "nobody-is-called-so", named=True, tlp=Tlp.GREEN)
    comparing.let(house.dana, " quay ", named=True, tlp=Tlp.CLEAR)
    found = comparing.letting(house.sami)
    assert [(one.receiver, one.named, one.tlp) for one in found] == [
        ("nobody-is-called-so", True, Tlp.GREEN), ("quay", True, Tlp.CLEAR),
    ]  # fmt: skip
    comparing.stop_letting(house.dana, "quay")
    with pytest.raises(NotFoundError):
        comparing.stop_letting(house.dana, "quay")
    assert house.types()[-4:] == ["comparing-allowed", "comparing-allowed", "comparing-allowed", "comparing-ended"]


def test_who_may_not_share_lets_nobody(house: House) -> None:
    for who in (house.sami, house.remi):
        with pytest.raises(AccessError):
            comparing.let(who, "quay")
        with pytest.raises(AccessError):
            comparing.stop_letting(who, "quay")
    with pytest.raises(AccessError):
        comparing.letting(house.remi)


@pytest.mark.parametrize(
    ("receiver", "tlp"),
    [
        ("", Tlp.CLEAR),
        ("harbour", Tlp.CLEAR),
        ("x" * 81, Tlp.CLEAR),
        ("qu\0ay", Tlp.CLEAR),
        ("quay", Tlp.AMBER_STRICT),
        ("quay", Tlp.RED),
    ],
)
def test_what_cannot_be_let_is_refused(house: House, receiver: str, tlp: Tlp) -> None:
    with pytest.raises(InputError):
        comparing.let(house.dana, receiver, tlp=tlp)
    assert comparing.letting(house.dana) == ()


def test_a_giver_bridges_nothing_of_the_receivers_before_it_is_accepted(house: House, quay: Quay) -> None:
    """Their incident shares something with either of two operations that have nothing in common."""
    other = ("host=second.test", "certificate=" + "cd" * 32)
    one, two = ({quay.incident(*told) for _ in range(2)} for told in ((HOST, SHARED), other))
    incident(house, HOST, SHARED, *other)
    comparing.let(house.dana, "quay")

    def own() -> list[set[str]]:
        found = operations.operations(quay.lead).operations
        return [{each.id for each in group.incidents if each.item} for group in found]

    assert sorted(own(), key=sorted) == sorted([one, two], key=sorted)
    (giver,) = comparing.givers(quay.lead)
    assert (giver.name, giver.incidents, giver.accepted, giver.reason) == ("", 1, None, "")
    with pytest.raises(InputError, match="reason"):
        comparing.accept(quay.lead, giver.giver, " ")
    with pytest.raises(NotFoundError):
        comparing.accept(quay.lead, "giver-0", "x")
    comparing.accept(quay.lead, giver.giver, "We know who works there")
    assert own() == [one | two]
    (accepted,) = comparing.givers(quay.lead)
    assert accepted.accepted
    assert (accepted.accepted.actor, accepted.reason) == ("p-mona", "We know who works there")
    comparing.refuse(quay.lead, giver.giver)
    assert len(own()) == 2
    with pytest.raises(NotFoundError):
        comparing.refuse(quay.lead, giver.giver)


def test_a_giver_is_known_by_another_id_to_each_and_named_only_if_it_agreed(house: House, quay: Quay) -> None:
    incident(house, HOST)
    comparing.let(house.dana, "quay", named=True)
    (giver,) = comparing.givers(quay.lead)
    assert giver.name == "Harbour Campaign"
    assert "harbour" not in giver.giver
    comparing.let(quay.lead, "harbour")
    (other,) = comparing.givers(house.sami)
    assert other.giver != giver.giver


def test_what_many_incidents_of_a_giver_show_stays_rare_among_ones_own(house: House, quay: Quay) -> None:
    ours = {quay.incident(HOST, SHARED), quay.incident(HOST, SHARED)}
    for number in range(20):
        incident(house, HOST, f"registrant={number}")
    before = [{each.id for each in one.incidents} for one in operations.operations(quay.lead).operations]
    comparing.let(house.dana, "quay")
    after = [{each.id for each in one.incidents if each.item} for one in operations.operations(quay.lead).operations]
    assert before == [ours]
    assert ours in after
