"""Handing an incident on: as a bundle, as a blocklist, and who may."""

from __future__ import annotations

import hashlib
import json

import pytest
from tests.fixtures.actors import House
from tests.fixtures.attack import DOMAIN, HOST, befall, finding
from tests.fixtures.events import judged

from tocsin.app import disrupt, incidents, mail, share
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import BlocklistMade, BundleMade
from tocsin.model.exchange import Form
from tocsin.model.people import Role, Tlp
from tocsin.model.verdict import Class


def last(house: House) -> object:
    with house.store.read("harbour") as reader:
        return next(reader.log.read(reader.log.size - 1)).event


def patterns(content: str) -> str:
    return " ".join(one.get("pattern", "") for one in json.loads(content)["objects"])


def test_an_incident_becomes_a_bundle_and_the_log_says_so(house: House) -> None:
    incident = befall(house)
    made = share.bundle(house.dana, incident, Tlp.CLEAR)
    assert DOMAIN in patterns(made.content)
    assert HOST in patterns(made.content)
    assert {(one.value, one.reason) for one in made.withheld} == {
        ("harbour-support.test", "victim"), ("login.microsoftonline.com", "well-known"),
    }  # fmt: skip
    digest = hashlib.sha256(made.content.encode()).hexdigest()
    assert last(house) == BundleMade(incident, made.bundle, digest, Tlp.CLEAR, Tlp.CLEAR, made.indicators, 2)
    assert share.bundle(house.dana, incident, Tlp.GREEN).content == made.content


def test_as_an_event_of_misp_it_says_the_same_and_the_log_has_its_digest(house: House) -> None:
    incident = befall(house)
    plain = share.bundle(house.dana, incident, Tlp.CLEAR)
    made = share.bundle(house.dana, incident, Tlp.CLEAR, form=Form.MISP)
    event = json.loads(made.content)["Event"]
    assert {one["value"] for one in event["Attribute"]} == {
        one["name"] for one in json.loads(plain.content)["objects"] if one["type"] == "indicator"
    }
    assert (event["uuid"], event["distribution"], event["Tag"][0]["name"]) == (made.bundle, "3", "tlp:clear")
    assert (made.indicators, made.withheld) == (plain.indicators, plain.withheld)
    digest = hashlib.sha256(made.content.encode()).hexdigest()
    assert last(house) == BundleMade(incident, made.bundle, digest, Tlp.CLEAR, Tlp.CLEAR, made.indicators, 2)
    assert share.preview(house.dana, incident, Tlp.CLEAR, form=Form.MISP) == made


@pytest.mark.parametrize("form", list(Form))
def test_no_victim_is_in_any_form(house: House, form: Form) -> None:
    content = share.bundle(house.dana, befall(house), Tlp.CLEAR, form=form).content.lower()
    assert not [name for name in ("harbour", "dana", "osman", "m-attack", "please confirm") if name in content]


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("label", list(Tlp))
def test_a_label_is_asked_whatever_the_form(house: House, label: Tlp, form: Form) -> None:
    incident = befall(house, label)
    order = list(Tlp)
    for audience in Tlp:
        if order.index(label) > order.index(audience):
            with pytest.raises(AccessError):
                share.bundle(house.dana, incident, audience, form=form)
        else:
            assert share.bundle(house.dana, incident, audience, form=form).indicators


def test_nobody_is_named_without_consent_and_consent_is_in_the_log(house: House) -> None:
    incident = befall(house)
    unnamed = share.bundle(house.dana, incident, Tlp.CLEAR).content.lower()
    assert not [name for name in ("harbour", "dana", "osman", "m-attack", "please confirm") if name in unnamed]
    named = share.bundle(house.dana, incident, Tlp.CLEAR, named=True)
    assert '"Harbour Campaign"' in named.content
    assert "harbour-support.test" in patterns(named.content)
    assert "osman" not in named.content.lower()
    event = last(house)
    assert isinstance(event, BundleMade)
    assert event.named


@pytest.mark.parametrize("label", list(Tlp))
def test_a_label_is_asked_where_something_leaves(house: House, label: Tlp) -> None:
    incident = befall(house, label)
    with house.store.read("harbour") as reader:
        size = reader.log.size
    for audience in Tlp:
        if list(Tlp).index(label) <= list(Tlp).index(audience):
            share.bundle(house.dana, incident, audience)
            size += 1
            continue
        with pytest.raises(AccessError, match="must not reach"):
            share.bundle(house.dana, incident, audience)
    if label is Tlp.RED:
        with pytest.raises(AccessError, match="must not reach"):
            disrupt.response_policy(house.dana, incident)
    with house.store.read("harbour") as reader:
        assert reader.log.size == size, "what was refused is in no log"


def test_a_message_is_as_confidential_as_the_strictest_of_its_incidents(house: House) -> None:
    incident = befall(house, Tlp.CLEAR)
    share.bundle(house.dana, incident, Tlp.CLEAR)
    incidents.open_incident(house.dana, "What a partner told", ["m-attack"], Tlp.AMBER)
    with pytest.raises(AccessError, match="TLP:AMBER must not reach"):
        share.bundle(house.dana, incident, Tlp.GREEN)
    assert '"TLP:AMBER"' in share.bundle(house.dana, incident, Tlp.AMBER).content


def test_what_a_person_called_clean_names_no_attacker(house: House) -> None:
    incident = befall(house)
    mail.correct(house.dana, ["m-attack"], Class.CLEAN)
    assert share.bundle(house.dana, incident, Tlp.CLEAR).indicators == 0


def test_what_is_said_later_makes_a_later_version(house: House) -> None:
    incident = befall(house)
    before = json.loads(share.bundle(house.dana, incident, Tlp.CLEAR).content)["objects"][-1]
    mail.confirm(house.dana, ["m-attack"])
    after = json.loads(share.bundle(house.dana, incident, Tlp.CLEAR).content)["objects"][-1]
    assert (before["id"], before["created"]) == (after["id"], after["created"])
    assert before["modified"] < after["modified"]


def test_an_incident_without_anything_to_tell(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1"))
    incident = incidents.open_incident(house.dana, "Something", ["m-1"], Tlp.CLEAR)
    assert share.bundle(house.dana, incident, Tlp.CLEAR).indicators == 0
    assert disrupt.response_policy(house.dana, incident).hosts == ()


def test_hosts_are_blocked_and_bystanders_are_not(house: House) -> None:
    incident = befall(house, Tlp.AMBER_STRICT, finding("x", "visible", opened="www.lighthouse.example"))
    made = disrupt.response_policy(house.dana, incident, 30)
    assert made.hosts == ("harbour-support.test", DOMAIN, HOST), "a zone of one's own may hold one's name"
    assert {(one.value, one.reason) for one in made.left_out} == {
        ("login.microsoftonline.com", "well-known"), ("www.lighthouse.example", "partner"),
    }  # fmt: skip
    assert f"\n{HOST} IN CNAME .\n" in made.content
    event = last(house)
    assert isinstance(event, BlocklistMade)
    assert event.sha256 == hashlib.sha256(made.content.encode()).hexdigest()
    assert (event.hosts, event.left_out) == (3, 2)


@pytest.mark.parametrize("days", [0, 366])
def test_nothing_is_blocked_for_ever(house: House, days: int) -> None:
    with pytest.raises(InputError, match="days"):
        disrupt.response_policy(house.dana, befall(house), days)


def test_only_a_lead_hands_on_and_only_what_they_are_cleared_for(house: House) -> None:
    incident = befall(house, Tlp.AMBER)
    for who in (house.sami, house.remi, house.ines):
        with pytest.raises(AccessError):
            share.bundle(who, incident)
        with pytest.raises(AccessError):
            disrupt.response_policy(who, incident)
    outsider = house.as_("p-dana", Role.LEAD, clearance=Tlp.GREEN)
    for ask in (share.bundle, disrupt.response_policy):
        with pytest.raises(NotFoundError):
            ask(outsider, incident)
