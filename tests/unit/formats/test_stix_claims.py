from __future__ import annotations

import json
from typing import Any

import pytest

from tocsin.formats.stix_claims import read
from tocsin.model.claim import Answer, Answered, Ground, Says
from tocsin.model.error import InputError
from tocsin.model.people import Tlp

DAY = "2024-08-19T10:00:00.000Z"
RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"
OLD_GREEN = "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"


def ref(kind: str, number: int) -> str:
    return f"{kind}--00000000-0000-4000-8000-{number:012}"


def thing(kind: str, number: int, **more: Any) -> dict[str, Any]:
    made = {"type": kind, "spec_version": "2.1", "id": ref(kind, number), "created": DAY, "modified": DAY}
    return {**made, "created_by_ref": ref("identity", 1), **more}


AGENCY = thing("identity", 1, name="North Bay Authority (fictional)")
OPERATION = thing("campaign", 2, name="GREY HERON (synthetic)")
ACTOR = thing("intrusion-set", 3, name="Actor of Meridia (fictional)")
SAID = thing("relationship", 4, relationship_type="attributed-to", source_ref=OPERATION["id"], target_ref=ACTOR["id"],
             confidence=85)  # fmt: skip


def bundle(*objects: Any) -> bytes:
    return json.dumps({"type": "bundle", "id": ref("bundle", 1), "objects": objects}).encode()


def test_an_attribution_is_its_makers_claim() -> None:
    taken = read(bundle(SAID, ACTOR, OPERATION, AGENCY))
    (claim,) = taken.claims.values()
    assert (claim.speaker, claim.says, claim.what) == (AGENCY["name"], Says.BY, ACTOR["name"])
    assert (claim.subject, claim.said_on, claim.confidence) == (OPERATION["name"], "2024-08-19", "85")
    assert (claim.stix, claim.grounds, taken.left_out) == (SAID["id"], (Ground.NONE,), ())
    assert list(taken.labels.values()) == [None]


def test_the_same_object_gives_the_same_claim_and_a_changed_one_another() -> None:
    first, again = read(bundle(SAID, ACTOR)), read(bundle(ACTOR, SAID))
    changed = read(bundle({**SAID, "modified": "2024-09-01T00:00:00Z"}, ACTOR))
    assert list(first.claims) == list(again.claims) != list(changed.claims)
    assert next(iter(changed.claims.values())).said_on == "2024-08-19", "when it was first said"
    assert list(changed.changed_on.values()) == ["2024-09-01"]


@pytest.mark.parametrize("change", [
    {"confidence": 15}, {"description": "We looked again."}, {"target_ref": OPERATION["id"]},
    {"object_marking_refs": [RED]}, {"created_by_ref": ref("identity", 7)},
])  # fmt: skip
def test_an_object_that_changed_under_the_same_date_is_another_claim(change: dict[str, Any]) -> None:
    first, changed = (read(bundle(one, ACTOR, OPERATION)).claims for one in (SAID, {**SAID, **change}))
    assert first.keys().isdisjoint(changed)
    turned = dict(reversed(list({**SAID, "x_of_others": 1}.items())))
    assert read(bundle(turned, ACTOR, OPERATION)).claims.keys() == first.keys(), "what is not read changes nothing"


@pytest.mark.parametrize(
    ("opinion", "says", "answer"),
    [
        ("strongly-agree", Says.BY, Answer.AGREES), ("agree", Says.BY, Answer.AGREES),
        ("disagree", Says.NOT_BY, Answer.CONTRADICTS), ("strongly-disagree", Says.NOT_BY, Answer.CONTRADICTS),
    ],
)  # fmt: skip
def test_an_opinion_answers_the_attribution(opinion: str, says: Says, answer: Answer) -> None:
    view = thing(
        "opinion", 5, opinion=opinion, explanation="We looked.", object_refs=[SAID["id"]], authors=["East Isle"]
    )
    taken = read(bundle(view, SAID, ACTOR, AGENCY))
    earlier, later = taken.claims
    assert taken.answers == (Answered(earlier, later, answer),)
    said = taken.claims[later]
    assert (said.speaker, said.says, said.what, said.words) == ("East Isle", says, ACTOR["name"], "We looked.")


def test_a_note_is_its_authors_words() -> None:
    note = thing("note", 6, content="Active since March.", object_refs=[ACTOR["id"], SAID["id"]], authors=["A", "B"])
    said = [one for one in read(bundle(note, ACTOR, SAID, OPERATION)).claims.values() if one.says is Says.OTHER]
    assert [(one.speaker, one.what, one.subject, one.words) for one in said] == [
        ("A, B", ACTOR["name"], "", "Active since March."),
        ("A, B", ACTOR["name"], OPERATION["name"], "Active since March."),
    ]


def test_what_cannot_be_taken_is_told() -> None:
    neutral = thing("opinion", 7, opinion="neutral", object_refs=[SAID["id"]])
    lost = thing("opinion", 8, opinion="agree", object_refs=[ref("report", 1)])
    revoked = {**SAID, "id": ref("relationship", 9), "revoked": True}
    nobody = {**SAID, "id": ref("relationship", 10), "created_by_ref": ""}
    nameless = {**SAID, "id": ref("relationship", 11), "target_ref": ""}
    undated = {**SAID, "id": ref("relationship", 12), "created": "yesterday"}
    odd = {**SAID, "id": "no id"}
    wrong = {**SAID, "id": ref("relationship", 13), "confidence": "high"}
    taken = read(bundle(neutral, lost, revoked, nobody, nameless, undated, odd, wrong, 7, SAID, ACTOR))
    assert len(taken.claims) == 1
    assert {(one.value, one.reason) for one in taken.left_out} == {
        (neutral["id"], "claims-nothing"), (lost["id"], "about-no-claim"),
        (nobody["id"], "no-speaker"), (nameless["id"], "no-name"), (undated["id"], "malformed"), ("no id", "malformed"),
        (wrong["id"], "malformed"), ("?", "malformed"),
    }  # fmt: skip
    assert [one.claim.stix for one in taken.later.values()] == [revoked["id"]]
    named = read(bundle(nobody, ACTOR), "A partner (synthetic)")
    assert [one.speaker for one in named.claims.values()] == ["A partner (synthetic)"]


@pytest.mark.parametrize("turned", [False, True])
def test_of_several_versions_the_newest_is_read_and_the_others_are_told(turned: bool) -> None:
    versions = [SAID, {**SAID, "modified": "2024-09-01T00:00:00Z", "revoked": True}]
    taken = read(bundle(ACTOR, *(reversed(versions) if turned else versions)))
    assert (taken.claims, [one.answer for one in taken.later.values()]) == ({}, [Answer.WITHDRAWS])
    assert [(one.value, one.reason) for one in taken.left_out] == [(SAID["id"], "older")]
    assert not read(bundle(ACTOR, SAID, SAID)).left_out, "the same twice is no other version"


def test_what_is_said_of_an_attribution_that_is_not_there_waits_for_who_knows_it() -> None:
    note = thing("note", 6, content="Active.", object_refs=[SAID["id"]], object_marking_refs=[RED])
    taken = read(bundle(OPINION, MAKER, AGENCY, note))
    assert (taken.claims, taken.left_out) == ({}, ())
    assert [(one.about, one.answer, one.claim.says, one.claim.speaker, one.label) for one in taken.later.values()] == [
        (SAID["id"], Answer.AGREES, Says.BY, MAKER["name"], None),
        (SAID["id"], None, Says.OTHER, AGENCY["name"], Tlp.RED),
    ]
    known = read(bundle(OPINION, MAKER, AGENCY, note, SAID, ACTOR))
    assert known.later == {}
    assert taken.later.keys() < known.claims.keys(), "its id is the same when all of it is there"


def test_a_revocation_of_another_relationship_claims_nothing() -> None:
    uses = {**SAID, "relationship_type": "uses", "revoked": True}
    taken = read(bundle(uses, ACTOR))
    assert (taken.claims, taken.later, taken.left_out) == ({}, {}, ())


def test_labels_of_both_versions_are_read_the_strictest_counts() -> None:
    taken = read(bundle({**SAID, "object_marking_refs": [OLD_GREEN, RED]}, ACTOR))
    assert list(taken.labels.values()) == [Tlp.RED]
    taken = read(bundle({**SAID, "object_marking_refs": [OLD_GREEN]}, ACTOR))
    assert list(taken.labels.values()) == [Tlp.GREEN]


def marked(one: dict[str, Any], *marks: str) -> dict[str, Any]:
    return {**one, "object_marking_refs": list(marks)}


OPINION = thing("opinion", 5, opinion="agree", explanation="So we think.", object_refs=[SAID["id"]],
                created_by_ref=ref("identity", 6))  # fmt: skip
MAKER = thing("identity", 6, name="East Isle (fictional)")
STATEMENT = {"type": "marking-definition", "id": ref("marking-definition", 7), "definition_type": "statement",
             "created": DAY, "definition": {"statement": "Copyright (synthetic)"}}  # fmt: skip


@pytest.mark.parametrize("which", [SAID, ACTOR, OPERATION, AGENCY], ids=["itself", "actor", "operation", "maker"])
def test_a_claim_is_as_confidential_as_all_that_it_repeats(which: dict[str, Any]) -> None:
    objects = [marked(one, RED if one is which else OLD_GREEN) for one in (SAID, ACTOR, OPERATION, AGENCY)]
    assert list(read(bundle(*objects)).labels.values()) == [Tlp.RED]


@pytest.mark.parametrize(
    "which",
    [OPINION, MAKER, SAID, ACTOR, OPERATION, AGENCY],
    ids=["itself", "maker", "answered", "actor", "op", "agency"],
)
def test_an_opinion_is_as_confidential_as_what_it_is_about(which: dict[str, Any]) -> None:
    everything = (SAID, ACTOR, OPERATION, AGENCY, OPINION, MAKER)
    taken = read(bundle(*(marked(one, RED if one is which else OLD_GREEN) for one in everything)))
    (label,) = (taken.labels[key] for key, claim in taken.claims.items() if claim.stix == OPINION["id"])
    assert label is Tlp.RED


@pytest.mark.parametrize(
    "more",
    [
        {"object_marking_refs": [OLD_GREEN, "marking-definition--of-others"]},
        {"object_marking_refs": [OLD_GREEN, STATEMENT["id"]]},
        {"object_marking_refs": [OLD_GREEN, ""]},
        {"granular_markings": [{"selectors": ["description"], "marking_ref": OLD_GREEN}]},
        {"granular_markings": ["odd"]},
    ],
    ids=["unknown", "statement", "empty", "granular", "odd"],
)
@pytest.mark.parametrize("which", [SAID, ACTOR], ids=["itself", "actor"])
def test_a_marking_that_is_not_understood_is_red(which: dict[str, Any], more: dict[str, Any]) -> None:
    other = ACTOR if which is SAID else SAID
    assert list(read(bundle({**which, **more}, other, STATEMENT)).labels.values()) == [Tlp.RED]


@pytest.mark.parametrize("more", [{"object_marking_refs": 7}, {"granular_markings": {}}, {"object_marking_refs": None}])
def test_what_is_about_something_that_cannot_be_read_is_red(more: dict[str, Any]) -> None:
    taken = read(bundle(SAID, {**ACTOR, **more}))
    assert [claim.what for claim in taken.claims.values()] == [ACTOR["id"]]
    assert list(taken.labels.values()) == [Tlp.RED]
    assert not read(bundle({**SAID, **more}, ACTOR)).claims, "and what cannot be read itself is not taken"


def test_an_object_that_is_named_many_times_is_answered_once() -> None:
    taken = read(bundle(SAID, ACTOR, {**OPINION, "object_refs": [SAID["id"]] * 100_000}))
    assert (len(taken.claims), len(taken.answers), taken.left_out) == (2, 1, ())


def test_so_much_is_named_as_left_out_and_the_rest_counted() -> None:
    refs = [ref("report", number) for number in range(3_000)]
    taken = read(bundle(SAID, ACTOR, {**OPINION, "object_refs": refs}))
    assert (len(taken.left_out), taken.more) == (1_000, 2_000)


def test_an_object_of_megabytes_is_read_once() -> None:
    """Its words and authors are cut before they are looked at, for each of the attributions that it is about."""
    several = [{**SAID, "id": ref("relationship", 100 + number)} for number in range(2_000)]
    long = thing("note", 8, content=" x" * 2_000_000, authors=["East Isle" * 100_000] * 10,
                 object_refs=[one["id"] for one in several])  # fmt: skip
    taken = read(bundle(ACTOR, *several, long))
    assert len(taken.claims) == 4_000
    assert max(len(claim.words) for claim in taken.claims.values()) <= 4_000
    assert max(len(claim.speaker) for claim in taken.claims.values()) == 200


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b'{"type": "report", "objects": []}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_bundle_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match="no bundle"):
        read(raw)


def test_there_is_an_end_to_what_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.formats.stix_claims._MOST_CLAIMS", 1)
    taken = read(bundle(SAID, {**SAID, "id": ref("relationship", 14)}, ACTOR))
    assert (len(taken.claims), [one.reason for one in taken.left_out], taken.more) == (1, ["too-many"], 0)
    monkeypatch.setattr("tocsin.formats.stix_claims.LARGEST", 10)
    with pytest.raises(InputError, match="larger"):
        read(bundle())
