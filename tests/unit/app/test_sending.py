"""What leaves is shown as it would, waits until a person approves it, and is told afterwards."""

from __future__ import annotations

import json

import pytest
from tests.fixtures.actors import House
from tests.fixtures.attack import befall
from tests.integration.taxii.place import indicator
from tests.unit.statement.test_text import AGENCIES

from tocsin.app import circles, collecting, consents, partners, sending, share, statement
from tocsin.app.parts.arrivals import read_all
from tocsin.app.parts.leaving import gate_of
from tocsin.app.sending import Preview
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.exchange import Content
from tocsin.model.people import Role, Tlp
from tocsin.net.keys import SigningKey
from tocsin.share.policy import Why

NODE = SigningKey(b"9" * 32)


def _put(house: House, *objects: dict[str, object]) -> str:
    collection = collecting.open_collection(house.dana, "Warnings")
    collecting.put(house.dana, collection, json.dumps({"objects": objects}).encode())
    return collection


def _reasons(made: Preview) -> list[Why | None]:
    return [one.why for one in made.objects]


def _sighting() -> dict[str, object]:
    one = indicator(3)
    return {**one, "type": "x-seen", "id": one["id"].replace("indicator", "x-seen")}


def test_what_was_not_approved_waits_and_another_kind_and_a_stricter_label_too(house: House) -> None:
    collection = _put(house, indicator(1), indicator(2, Tlp.AMBER), _sighting())
    quay = partners.add_partner(house.dana, "Quay", "", Tlp.AMBER).partner
    made = sending.preview(house.dana, collection, quay)
    assert _reasons(made) == [Why.WAITS] * 3
    assert (made.contents, made.tlp) == ((Content.WARNINGS, Content.OTHER), Tlp.AMBER)
    sending.approve(house.dana, quay, [Content.WARNINGS], Tlp.GREEN, "Looked at.", collection)
    assert _reasons(sending.preview(house.dana, collection, quay)) == [None, Why.WAITS, Why.WAITS]
    sending.approve(house.dana, quay, made.contents, Tlp.AMBER, "Looked at.")
    assert _reasons(sending.preview(house.dana, collection, quay)) == [None] * 3
    sending.approve(house.dana, quay, [], Tlp.CLEAR, "It was a mistake.")
    assert _reasons(sending.preview(house.dana, collection, quay)) == [Why.WAITS] * 3


def test_an_approval_takes_the_right_a_reason_a_recipient_and_a_label_that_it_is_told(house: House) -> None:
    quay = partners.add_partner(house.dana, "Quay").partner
    for error, who, to, tlp, note in (
        (AccessError, house.sami, quay, Tlp.GREEN, "Looked at."),
        (InputError, house.dana, quay, Tlp.GREEN, " "),
        (NotFoundError, house.dana, "partner-none", Tlp.GREEN, "Looked at."),
        (InputError, house.dana, quay, Tlp.AMBER, "Looked at."),
    ):
        with pytest.raises(error):
            sending.approve(who, to, [Content.WARNINGS], tlp, note)
    partners.end_partner(house.dana, quay)
    with pytest.raises(NotFoundError):
        sending.approve(house.dana, quay, [Content.WARNINGS], Tlp.GREEN, "Looked at.")


def test_a_preview_is_for_those_who_share(house: House) -> None:
    """It shows what is withheld, which is nothing for others."""
    collection = _put(house, indicator(1))
    quay = partners.add_partner(house.dana, "Quay").partner
    outsider = house.as_("p-noor", Role.PARTICIPANT)
    for who in (house.sami, house.remi, house.ines, outsider):
        for tried in (
            lambda who=who: sending.preview(who, collection, quay),
            lambda who=who: sending.left(who),
            lambda who=who: consents.consents(who),
        ):
            with pytest.raises(AccessError):
                tried()


def test_whom_something_names_is_not_in_what_is_told_of_what_left(house: House) -> None:
    collection = _put(house, indicator(1))
    quay = partners.add_partner(house.dana, "Quay (synthetic)").partner
    sending.approve(house.dana, quay, [Content.WARNINGS], Tlp.GREEN, "Looked at.", collection)
    share.bundle(house.dana, befall(house), recipient=quay)
    bundle, approved, put = sending.left(house.dana).items
    assert (bundle.type, bundle.recipient, bundle.objects, bundle.actor) == (
        "bundle-made", "Quay (synthetic)", 2, "p-dana",
    )  # fmt: skip
    assert bundle.withheld == {"left-out": 2}
    assert (approved.type, approved.recipient, approved.note) == ("sending-approved", "Quay (synthetic)", "Looked at.")
    assert (put.type, put.objects, put.withheld) == ("objects-added", 1, {})


def test_a_circle_has_a_name_members_that_are_partners_and_no_red(house: House) -> None:
    quay = partners.add_partner(house.dana, "Quay").partner
    for error, name, tlp, members, reads in (
        (InputError, " ", Tlp.GREEN, [quay], []), (InputError, "C", Tlp.RED, [quay], []),
        (NotFoundError, "C", Tlp.GREEN, ["partner-none"], []), (NotFoundError, "C", Tlp.GREEN, [], ["collection-none"]),
    ):  # fmt: skip
        with pytest.raises(error):
            circles.add_circle(house.dana, name, tlp, members=members, reads=reads)
    made = circles.add_circle(house.dana, "Newsrooms", members=[quay, quay])
    circles.change_circle(house.dana, made, "Newsrooms of the coast", Tlp.CLEAR, [Content.REPORTS])
    (one,) = circles.circles(house.dana)
    assert (one.name, one.item.tlp, one.item.members) == ("Newsrooms of the coast", Tlp.CLEAR, ())
    assert one.item.purposes == (Content.REPORTS,)
    circles.end_circle(house.dana, made)
    assert circles.circles(house.dana) == ()
    with pytest.raises(NotFoundError):
        circles.change_circle(house.dana, made, "Newsrooms", Tlp.CLEAR)


def test_a_consent_says_who_and_how_and_to_whom(house: House) -> None:
    for error, how, subject, to in (
        (InputError, " ", "organisation", ""), (NotFoundError, "In writing.", "p-nobody", ""),
        (NotFoundError, "In writing.", "p-noor", "partner-none"),
    ):  # fmt: skip
        with pytest.raises(error):
            consents.give_consent(house.dana, how, subject, to)
    made = consents.give_consent(house.dana, "She wrote so.", "p-noor")
    (one,) = consents.consents(house.dana)
    assert (one.item.consent, one.name, one.how) == (made, "Noor Azar", "She wrote so.")
    assert house.types()[-1] == "consent-given"
    consents.end_consent(house.dana, made)
    assert consents.consents(house.dana) == ()
    with pytest.raises(NotFoundError):
        consents.end_consent(house.dana, made)


def test_what_others_brought_under_a_stricter_label_is_not_put_out_under_a_milder_one(house: House) -> None:
    theirs, seen = indicator(5, Tlp.AMBER), {"type": "domain-name", "value": "evil.test", **_bare()}
    collection = collecting.open_collection(house.dana, "Theirs")
    with house.store.write("harbour") as writer:
        brought = read_all([json.dumps({**one, "object_marking_refs": theirs["object_marking_refs"]}).encode()
                            for one in (theirs, seen)])  # fmt: skip
        writer.shelves.add(collection, brought.arrivals, "partner-9", writer.now)
    mild = indicator(5, Tlp.GREEN)
    told = collecting.put(
        house.dana, collection,
        json.dumps({"objects": [mild, {**seen, "object_marking_refs": mild["object_marking_refs"]}]}).encode(),
    )  # fmt: skip
    assert [(one.id, one.why) for one in told.refused] == [(theirs["id"], "stricter")]
    assert [one.id for one in told.added] == [seen["id"]]
    assert collecting.put(house.dana, collection, json.dumps({"objects": [theirs]}).encode()).added


def _bare() -> dict[str, str]:
    return {"id": "domain-name--7c3fa91d-97f3-5a1d-9d8e-0d5a6f5b0c11", "spec_version": "2.1"}


def test_no_canary_is_in_a_bundle_or_a_statement(house: House) -> None:
    """Of an attack whose messages name them wherever they can.

    What is left: the short name by which a node knows the organisation stands in the entry of the log that a statement
    proves itself by. It is chosen, and can be one that tells nothing.
    """
    incident = befall(house)
    made = share.bundle(house.node, incident).content
    files = statement.draft(house.node, NODE, incident, AGENCIES).files
    with house.store.read("harbour") as reader:
        gate = gate_of(reader)
    told = {
        name: gate.named(text.encode() if name.endswith(".json") else json.dumps({name: text}).encode())
        for name, text in {"given.json": made, **files}.items()
    }
    assert len(told) > 5
    assert {name: who for name, who in told.items() if who} == {
        "statement.intoto.json": {"organisation": "predicate.log.entry"}
    }
