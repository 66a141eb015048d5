from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from tests.fixtures.actors import House
from tests.fixtures.misp import full, raw
from tests.unit.formats.test_stix_claims import ACTOR, AGENCY, RED, SAID, bundle, ref, thing

from tocsin.app import cases, claims, evidence, incidents
from tocsin.common.tlp import MEMBER
from tocsin.model.claim import Answer, Claim, Says, Speaker
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import Ground
from tocsin.model.people import Role, Tlp

VICTIM = Claim("Harbour (synthetic)", Speaker.VICTIM, Says.BY, "Meridia (fictional)", "2026-01")
VENDOR = Claim("A vendor (synthetic)", Speaker.VENDOR, Says.BY, "GREY HERON", "2026-02")


def test_a_claim_and_what_became_of_it(house: House) -> None:
    incident = incidents.open_incident(house.dana, "Mails", tlp=Tlp.AMBER)
    first = claims.record(house.sami, VICTIM, [incident], Tlp.CLEAR)
    assert claims.claim(house.sami, first).shown.standing.alone
    second = claims.record(house.dana, VENDOR, [incident], Tlp.CLEAR, first, Answer.CONFIRMS)
    found = claims.claim(house.sami, first)
    assert found.shown.claim == VICTIM
    assert (found.shown.item.tlp, found.shown.item.about) == (Tlp.AMBER, (incident,)), "as its incident"
    assert found.shown.standing.confirmed == (second,)
    assert [(one.answer, other.item.claim) for one, other in found.answers] == [(Answer.CONFIRMS, second)]
    assert [one.item.claim for one in claims.claims(house.sami, incident).items] == [second, first]
    claims.answer(house.sami, first, second, Answer.REPEATS)
    assert claims.claim(house.sami, first).shown.standing.confirmed == (), "what was said of the two last counts"
    assert [one.type for one in claims.claim(house.sami, first).done] == [
        "claim-answered", "claim-answered", "claim-recorded",
    ]  # fmt: skip


def test_a_struck_claim_counts_no_more_and_stays_to_be_seen(house: House) -> None:
    first, second = claims.record(house.sami, VICTIM), claims.record(house.sami, VENDOR)
    claims.answer(house.sami, first, second, Answer.CONFIRMS)
    claims.strike(house.sami, second, "Entered twice")
    assert claims.claim(house.sami, first).shown.standing.alone
    assert claims.claim(house.sami, first).answers == ()
    found = claims.claim(house.sami, second)
    assert (found.shown.item.struck, found.reason) == (True, "Entered twice")
    with pytest.raises(InputError, match="struck before"):
        claims.strike(house.sami, second, "Again")
    with pytest.raises(InputError, match="no reason"):
        claims.strike(house.sami, first, " ")


def test_only_its_speaker_takes_a_claim_back(house: House) -> None:
    first, second = claims.record(house.sami, VICTIM), claims.record(house.sami, VENDOR)
    with pytest.raises(InputError, match="only who made"):
        claims.answer(house.sami, first, second, Answer.WITHDRAWS)
    third = claims.record(house.sami, replace(VICTIM, speaker="HARBOUR (synthetic)", says=Says.OTHER, what="nothing"))
    claims.answer(house.sami, first, third, Answer.WITHDRAWS)
    assert claims.claim(house.sami, first).shown.standing.withdrawn == (third,)


def test_claims_go_in_no_circle(house: House) -> None:
    one, two, three = (claims.record(house.sami, replace(VICTIM, speaker=name)) for name in "abc")
    claims.answer(house.sami, one, two, Answer.CONFIRMS)
    claims.answer(house.sami, two, three, Answer.REPEATS)
    for earlier, later in ((three, one), (one, one), (two, one)):
        with pytest.raises(InputError, match="cannot answer itself"):
            claims.answer(house.sami, earlier, later, Answer.CONFIRMS)
    with pytest.raises(InputError, match="not clear"):
        claims.record(house.sami, VICTIM, answers=one)


def test_who_is_not_cleared_learns_nothing(house: House) -> None:
    secret = claims.record(house.dana, VENDOR, tlp=Tlp.RED)
    first = claims.record(house.dana, VICTIM, tlp=Tlp.GREEN)
    claims.answer(house.dana, first, secret, Answer.CONFIRMS)
    less = house.as_("p-noor", Role.ANALYST, clearance=MEMBER)
    assert [one.item.claim for one in claims.claims(less).items] == [first]
    found = claims.claim(less, first)
    assert (found.shown.standing.confirmed, found.answers) == ((), ())
    for tried in (
        lambda: claims.claim(less, secret), lambda: claims.answer(less, first, secret, Answer.REPEATS),
        lambda: claims.strike(less, secret, "x"),
        lambda: claims.record(less, VICTIM, answers=secret, how=Answer.REPEATS),
        lambda: claims.record(less, VICTIM, [incidents.open_incident(house.dana, "Closed", tlp=Tlp.RED)]),
    ):  # fmt: skip
        with pytest.raises(NotFoundError):
            tried()
    with pytest.raises(InputError, match="read this claim yourself"):
        claims.record(less, VICTIM, tlp=Tlp.RED)
    with pytest.raises(AccessError):
        claims.claims(house.remi)


def test_a_claim_about_a_case_is_as_confidential_as_it(house: House) -> None:
    case = cases.open_case(house.dana, "A case")
    claim = claims.record(house.dana, VICTIM, [case], Tlp.CLEAR)
    assert claims.claim(house.dana, claim).shown.item.tlp is Tlp.RED
    with pytest.raises(NotFoundError):
        claims.record(house.dana, VICTIM, ["case-9"])


def test_the_words_of_a_claim_can_be_erased(house: House) -> None:
    claim = claims.record(house.dana, VICTIM)
    assert evidence.erase(house.dana, claim, Ground.REQUEST) == 1
    assert claims.claim(house.dana, claim).shown.claim is None
    assert claims.claims(house.dana).items[0].claim is None


def test_a_bundle_is_taken_once(house: House) -> None:
    view = thing("opinion", 5, opinion="disagree", object_refs=[SAID["id"]], authors=["East Isle (fictional)"])
    ahead = {**SAID, "id": SAID["id"].replace("4000", "4001"), "created": "2999-01-01T00:00:00Z", "modified": ""}
    raw = bundle(SAID, ACTOR, AGENCY, view, ahead)
    taken = claims.take_in(house.sami, raw, tlp=Tlp.GREEN)
    assert (len(taken.claims), taken.known) == (2, 0)
    assert [(one.value, one.reason) for one in taken.left_out] == [(ahead["id"], "malformed")]
    first = claims.claim(house.sami, taken.claims[0])
    assert (first.shown.item.tlp, first.shown.standing.contradicted) == (Tlp.GREEN, (taken.claims[1],))
    again = claims.take_in(house.sami, raw)
    assert (again.claims, again.known) == ((), 2)
    assert len(claims.claims(house.sami).items) == 2


def test_a_changed_object_is_taken_beside_the_one_before(house: House) -> None:
    claims.take_in(house.sami, bundle(SAID, ACTOR, AGENCY))
    changed = claims.take_in(house.sami, bundle({**SAID, "confidence": 15}, ACTOR, AGENCY))
    assert (len(changed.claims), changed.known) == (1, 0)
    assert {one.claim.confidence for one in claims.claims(house.sami).items if one.claim} == {"85", "15"}


def test_nobody_confirms_a_claim_of_their_own(house: House) -> None:
    first = claims.record(house.sami, VICTIM)
    claims.record(house.sami, replace(VICTIM, speaker="HARBOUR  (synthetic)"), answers=first, how=Answer.CONFIRMS)
    assert claims.claim(house.sami, first).shown.standing.alone


def test_a_name_in_an_event_of_misp_is_a_claim_of_its_maker(house: House) -> None:
    taken = claims.take_in(house.sami, raw(full()), tlp=Tlp.CLEAR)
    (claim,) = taken.claims
    found = claims.claim(house.sami, claim).shown
    assert found.claim is not None
    assert (found.claim.speaker, found.claim.what) == (
        "Election Help Centre (synthetic)", "Paper Kite (fictional)",
    )  # fmt: skip
    assert found.claim.subject == "Phishing before the election (synthetic)"
    assert found.item.tlp is Tlp.GREEN
    assert claims.take_in(house.sami, raw(full())).known == 1


def test_a_label_of_the_bundle_is_kept_and_beyond_ones_own_is_not_taken(house: House) -> None:
    raw = bundle({**SAID, "object_marking_refs": [RED]}, ACTOR)
    less = house.as_("p-noor", Role.ANALYST, clearance=MEMBER)
    assert [one.reason for one in claims.take_in(less, raw).left_out] == ["beyond-clearance"]
    (claim,) = claims.take_in(house.sami, raw, tlp=Tlp.CLEAR).claims
    assert claims.claim(house.sami, claim).shown.item.tlp is Tlp.RED


def _opinion(number: int, opinion: str = "agree") -> dict[str, Any]:
    return thing("opinion", 100 + number, opinion=opinion, object_refs=[SAID["id"]], authors=[f"Isle {number}"])


def test_many_opinions_about_one_attribution_are_taken_in_one_write(house: House) -> None:
    before = len(house.types())
    taken = claims.take_in(house.sami, bundle(SAID, ACTOR, AGENCY, *map(_opinion, range(600))))
    assert (len(taken.claims), taken.left_out, taken.more) == (601, (), 0)
    assert house.types()[before:] == ["claim-recorded"] * 601 + ["claim-answered"] * 600
    assert len(claims.claim(house.sami, taken.claims[0]).answers) == 600
    with house.store.read("harbour") as reader:
        assert len({entry.recorded_at for entry in reader.log.read(11)}) == 1


def test_of_what_is_left_out_a_thousand_are_named(house: House) -> None:
    several = ({**SAID, "id": ref("relationship", 100 + number), "created": "x"} for number in range(1_200))
    taken = claims.take_in(house.sami, bundle(ACTOR, AGENCY, *several))
    assert (len(taken.left_out), taken.more) == (1_000, 200)


def test_an_opinion_is_no_answer_to_what_its_reader_must_not_know(house: House) -> None:
    """The ledger has the attribution already, for those who may know of it."""
    (known,) = claims.take_in(house.dana, bundle(SAID, ACTOR, AGENCY), tlp=Tlp.RED).claims
    less = house.as_("p-noor", Role.ANALYST, clearance=MEMBER)
    taken = claims.take_in(less, bundle(SAID, ACTOR, AGENCY, _opinion(1)))
    assert [(one.value, one.reason) for one in taken.left_out] == [(_opinion(1)["id"], "answers-nothing")]
    assert claims.claim(less, taken.claims[0]).answers == ()
    assert claims.claim(house.dana, known).answers == ()


def test_a_bundle_about_something_is_as_confidential_as_it(house: House) -> None:
    incident = incidents.open_incident(house.dana, "Mails", tlp=Tlp.AMBER)
    (made,) = claims.take_in(house.sami, bundle(SAID, ACTOR, AGENCY), [incident], Tlp.CLEAR).claims
    assert claims.claim(house.sami, made).shown.item.tlp is Tlp.AMBER
    less = house.as_("p-noor", Role.ANALYST, clearance=Tlp.GREEN)
    with pytest.raises(NotFoundError):
        claims.take_in(less, bundle(SAID, ACTOR, AGENCY), [incident])
