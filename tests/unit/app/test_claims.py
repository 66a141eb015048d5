from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from tests.fixtures.actors import House
from tests.fixtures.events import draft
from tests.fixtures.misp import full, raw
from tests.unit.app.test_participants import outsider
from tests.unit.formats.test_stix_claims import ACTOR, AGENCY, RED, SAID, bundle, ref, thing

from tocsin.app import cases, claims, evidence, incidents, participants
from tocsin.app.parts import claimed
from tocsin.common.tlp import MEMBER
from tocsin.model.claim import Answer, Claim, Says, Speaker
from tocsin.model.claim import Ground as Grounds
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import ClaimAnswered, Ground
from tocsin.model.people import Role, Tlp

SHOWN = (Grounds.SHOWN,)
VICTIM = Claim("Harbour (synthetic)", Speaker.VICTIM, Says.BY, "Meridia (fictional)", "2026-01")
VENDOR = replace(VICTIM, speaker="A vendor (synthetic)", kind=Speaker.VENDOR, said_on="2026-02", grounds=SHOWN)


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
    one, two, three = (claims.record(house.sami, replace(VENDOR, speaker=name)) for name in "abc")
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
    claims.record(house.sami, replace(VENDOR, speaker="HARBOUR  (synthetic)"), answers=first, how=Answer.CONFIRMS)
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


def test_a_struck_claim_neither_answers_nor_is_answered(house: House) -> None:
    first, second = claims.record(house.sami, VICTIM), claims.record(house.sami, VENDOR)
    claims.strike(house.sami, first, "Entered twice")
    for pair in ((first, second), (second, first)):
        with pytest.raises(InputError, match="was struck"):
            claims.answer(house.sami, *pair, Answer.REPEATS)


def test_what_was_called_a_confirmation_is_shown_as_what_it_counts_for(house: House) -> None:
    """As an older Tocsin let it be written down."""
    first = claims.record(house.sami, VICTIM)
    quoted = claims.record(house.sami, replace(VENDOR, grounds=(Grounds.OTHERS,)))
    with pytest.raises(InputError, match="no grounds of its own"):
        claims.answer(house.sami, first, quoted, Answer.CONFIRMS)
    with house.store.write("harbour") as writer:
        writer.append(draft(ClaimAnswered(first, quoted, Answer.CONFIRMS)))
    found = claims.claim(house.sami, first)
    assert (found.shown.standing.confirmed, found.shown.standing.agreed) == ((), (quoted,))
    assert [one.answer for one, _ in found.answers] == [Answer.AGREES]


LATER = "2025-05-02T00:00:00Z"
REVOKED = {**SAID, "modified": LATER, "revoked": True, "confidence": None}
REVOKED.pop("confidence")


def _only(house: House, *objects: dict[str, Any]) -> str:
    (made,) = claims.take_in(house.sami, bundle(*objects)).claims
    return made


def test_a_revocation_takes_back_what_the_same_one_said(house: House) -> None:
    first = _only(house, SAID, ACTOR, AGENCY)
    changed = _only(house, {**SAID, "confidence": 15, "modified": "2025-01-01T00:00:00Z"}, ACTOR, AGENCY)
    back = _only(house, REVOKED)
    for claim in (first, changed):
        assert claims.claim(house.sami, claim).shown.standing.withdrawn == (back,)
    said = claims.claim(house.sami, back).shown.claim
    assert said
    assert (said.speaker, said.what, said.says) == (AGENCY["name"], ACTOR["name"], Says.OTHER)
    assert (said.said_on, said.stix) == (LATER[:10], SAID["id"])
    assert claims.take_in(house.sami, bundle(REVOKED)).known == 1
    again = _only(house, {**REVOKED, "modified": "2025-06-01T00:00:00Z"})
    assert claims.claim(house.sami, first).shown.standing.withdrawn == (back, again)
    assert claims.claim(house.sami, back).shown.standing.withdrawn == (), "what takes back is not taken back by that"


@pytest.mark.parametrize(
    "change",
    [{"created_by_ref": ref("identity", 9)}, {"created_by_ref": ""}, {"id": ref("relationship", 99)},
     {"modified": "2023-01-01T00:00:00Z"}],
    ids=["another", "nobody", "other-object", "before"],
)  # fmt: skip
def test_nobody_else_revokes_and_what_revokes_nothing_is_told(house: House, change: dict[str, str]) -> None:
    first = _only(house, SAID, ACTOR, AGENCY)
    other = {**AGENCY, "id": ref("identity", 9)}
    taken = claims.take_in(house.sami, bundle({**REVOKED, **change}, other), speaker="Somebody (synthetic)")
    assert [one.reason for one in taken.left_out] == ["revoked"]
    assert claims.claim(house.sami, first).shown.standing.withdrawn == ()


def test_a_revocation_is_as_confidential_as_what_it_takes_back_and_for_who_may_know_of_that(house: House) -> None:
    (first,) = claims.take_in(house.dana, bundle(SAID, ACTOR, AGENCY), tlp=Tlp.RED).claims
    less = house.as_("p-noor", Role.ANALYST, clearance=MEMBER)
    assert [one.reason for one in claims.take_in(less, bundle(REVOKED), tlp=Tlp.CLEAR).left_out] == ["revoked"]
    (back,) = claims.take_in(house.dana, bundle(REVOKED), tlp=Tlp.CLEAR).claims
    assert claims.claim(house.dana, back).shown.item.tlp is Tlp.RED
    assert first


def test_an_opinion_that_comes_later_answers_what_the_ledger_knows(house: House) -> None:
    view = thing("opinion", 5, opinion="strongly-disagree", object_refs=[SAID["id"]], authors=["East Isle"])
    assert [one.reason for one in claims.take_in(house.sami, bundle(view)).left_out] == ["about-no-claim"]
    first = _only(house, SAID, ACTOR, AGENCY)
    made = _only(house, view)
    assert claims.claim(house.sami, first).shown.standing.contradicted == (made,)
    said = claims.claim(house.sami, made).shown.claim
    assert said
    assert (said.speaker, said.says, said.what) == ("East Isle", Says.NOT_BY, ACTOR["name"])
    assert claims.take_in(house.sami, bundle(view, SAID, ACTOR, AGENCY)).known == 2
    claims.strike(house.sami, first, "A test feed")
    late = {**view, "id": ref("opinion", 6)}
    assert [one.reason for one in claims.take_in(house.sami, bundle(late)).left_out] == ["about-no-claim"]


def test_who_agrees_in_a_bundle_confirms_nothing(house: House) -> None:
    words = "We read their report and agree."
    view = thing("opinion", 5, opinion="agree", explanation=words, object_refs=[SAID["id"]], authors=["East Isle"])
    first, made = claims.take_in(house.sami, bundle(SAID, ACTOR, AGENCY, view)).claims
    told = claims.claim(house.sami, first).shown.standing
    assert (told.confirmed, told.agreed, told.alone) == ((), (made,), True)


def test_an_opinion_from_before_the_attribution_answers_nothing(house: House) -> None:
    view = {**_opinion(1), "created": "2023-01-01T00:00:00Z"}
    taken = claims.take_in(house.sami, bundle(SAID, ACTOR, AGENCY, view))
    assert [(one.value, one.reason) for one in taken.left_out] == [(view["id"], "before")]
    assert claims.claim(house.sami, taken.claims[0]).answers == ()


def test_a_claim_is_dated_by_when_it_was_first_said_and_a_change_by_its_day(house: House) -> None:
    first = _only(house, {**SAID, "modified": "2024-12-01T00:00:00Z"}, ACTOR)
    changed = _only(house, {**SAID, "modified": LATER, "confidence": 15}, ACTOR)
    several = [claims.claim(house.sami, one).shown.claim for one in (first, changed)]
    assert [one.said_on for one in several if one] == ["2024-08-19", "2025-05-02"]


def test_what_is_known_is_tied_to_an_incident_later(house: House) -> None:
    raw = bundle(SAID, ACTOR, AGENCY)
    (made,) = claims.take_in(house.sami, raw, tlp=Tlp.CLEAR).claims
    incident = incidents.open_incident(house.dana, "Mails", tlp=Tlp.AMBER)
    taken = claims.take_in(house.sami, raw, [incident])
    assert (taken.claims, taken.known, taken.tied) == ((), 1, 1)
    (shown,) = claims.claims(house.sami, incident).items
    assert (shown.item.claim, shown.item.about, shown.item.tlp) == (made, (incident,), Tlp.AMBER)
    assert claims.take_in(house.sami, raw, [incident]).tied == 0
    case = cases.open_case(house.dana, "A case", [incident])
    claims.tie(house.dana, made, [case, incident, case])
    assert claims.claim(house.dana, made).shown.item.about == (case, incident)
    assert claims.claim(house.dana, made).done[0].type == "claim-tied"
    with pytest.raises(InputError, match="is about"):
        claims.tie(house.dana, made, [])
    with pytest.raises(NotFoundError):
        claims.tie(house.dana, made, ["case-99"])


def test_a_struck_import_is_told_and_tied_to_nothing(house: House) -> None:
    raw = bundle(SAID, ACTOR, AGENCY)
    (made,) = claims.take_in(house.sami, raw).claims
    claims.strike(house.sami, made, "A test feed")
    incident = incidents.open_incident(house.dana, "Mails")
    taken = claims.take_in(house.dana, raw, [incident])
    assert (taken.known, taken.tied) == (0, 0)
    assert [(one.value, one.reason) for one in taken.left_out] == [(made, "struck")]
    with pytest.raises(InputError, match="was struck"):
        claims.tie(house.dana, made, [incident])
    assert claims.claims(house.dana, incident).items == ()


def test_a_case_shows_what_became_of_its_claims(house: House) -> None:
    case = cases.open_case(house.dana, "Mails", [incidents.open_incident(house.dana, "Mails", tlp=Tlp.GREEN)])
    first = claims.record(house.dana, VICTIM, [case], Tlp.GREEN)
    back = claims.record(house.dana, replace(VICTIM, says=Says.OTHER), (), Tlp.GREEN, first, Answer.WITHDRAWS)
    secret = claims.record(house.dana, VENDOR, (), Tlp.RED, first, Answer.CONFIRMS)
    (shown,) = cases.case(house.dana, case).claims
    assert shown == claims.claim(house.dana, first).shown
    assert (shown.standing.withdrawn, shown.standing.confirmed) == ((back,), (secret,))
    mona = outsider(house, "mona")
    participants.join(house.dana, case, "Quay (synthetic)", Tlp.GREEN, [mona.actor.person])
    (seen,) = cases.case(mona, case).claims
    assert (seen.standing.withdrawn, seen.standing.confirmed) == ((back,), ()), "as far as they may know"


def test_a_case_says_where_there_are_more_claims_than_it_shows(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(cases, "_MOST_CLAIMS", 2)
    incident = incidents.open_incident(house.dana, "Mails")
    case = cases.open_case(house.dana, "Mails", [incident])
    for _ in range(2):
        claims.record(house.dana, VICTIM, [incident])
    assert cases.case(house.dana, case).more_claims == ()
    claims.record(house.dana, VICTIM, [incident])
    found = cases.case(house.dana, case)
    assert (len(found.claims), found.more_claims) == (2, (incident,))


def test_many_who_answer_a_claim_keep_nobody_from_answering_it(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bundle of others cannot freeze a claim: who made it can take it back."""
    monkeypatch.setattr(claimed, "MOST_RELATED", 3)
    first = claims.record(house.dana, VICTIM)
    for number in range(6):
        other = replace(VENDOR, speaker=f"A vendor {number} (synthetic)")
        claims.record(house.dana, other, (), Tlp.GREEN, first, Answer.AGREES)
    back = claims.record(house.dana, replace(VICTIM, says=Says.OTHER, said_on="2026-03"), (), MEMBER, first,
                         Answer.WITHDRAWS)  # fmt: skip
    with pytest.raises(InputError, match="cannot answer itself"):
        claims.answer(house.dana, back, first, Answer.REPEATS)
