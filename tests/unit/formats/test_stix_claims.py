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
    assert next(iter(changed.claims.values())).said_on == "2024-09-01"


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
        ("strongly-agree", Says.BY, Answer.CONFIRMS), ("agree", Says.BY, Answer.CONFIRMS),
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
        (neutral["id"], "claims-nothing"), (lost["id"], "about-no-claim"), (revoked["id"], "revoked"),
        (nobody["id"], "no-speaker"), (nameless["id"], "no-name"), (undated["id"], "malformed"), ("no id", "malformed"),
        (wrong["id"], "malformed"), ("?", "malformed"),
    }  # fmt: skip
    named = read(bundle(nobody, ACTOR), "A partner (synthetic)")
    assert [one.speaker for one in named.claims.values()] == ["A partner (synthetic)"]


def test_labels_of_both_versions_are_read_the_strictest_counts() -> None:
    taken = read(bundle({**SAID, "object_marking_refs": [OLD_GREEN, RED]}, ACTOR))
    assert list(taken.labels.values()) == [Tlp.RED]
    taken = read(bundle({**SAID, "object_marking_refs": [OLD_GREEN, "marking-definition--of-others"]}, ACTOR))
    assert list(taken.labels.values()) == [Tlp.GREEN]


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b'{"type": "report", "objects": []}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_bundle_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match="no bundle"):
        read(raw)


def test_there_is_an_end_to_what_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.formats.stix_claims._MOST_CLAIMS", 1)
    taken = read(bundle(SAID, {**SAID, "id": ref("relationship", 14)}, ACTOR))
    assert (len(taken.claims), [one.reason for one in taken.left_out]) == (1, ["too-many"])
    monkeypatch.setattr("tocsin.formats.stix_claims.LARGEST", 10)
    with pytest.raises(InputError, match="larger"):
        read(bundle())
