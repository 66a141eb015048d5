from __future__ import annotations

import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.release import OBJECTS, bundle, entry

from tocsin.formats import attack
from tocsin.formats.attack import LICENCE, citations, objects, published, read
from tocsin.model.error import InputError
from tocsin.model.knowledge import Knowledge, NameClaim, State, Use


def known(raw: bytes = bundle()) -> Knowledge:
    return read(objects(raw, "made-up.json"))


def test_names_are_claims_with_their_sources_and_are_never_merged() -> None:
    heron, fox, *_ = known().groups
    assert (heron.id, heron.name) == ("G9001", "Quiet Heron")
    assert heron.names == (NameClaim("Grey Wader", ("Lantern Heron 2029",)), NameClaim("1234", ()))
    assert fox.names == (NameClaim("Grey Wader", ()),)


def test_what_is_withdrawn_or_replaced_is_known_as_such() -> None:
    found = known()
    states = {one.id: (one.state, one.replaced_by) for one in (*found.groups, *found.techniques)}
    assert states["G9003"] == (State.REVOKED, "G9001")
    assert states["G9004"] == (State.DEPRECATED, "")
    assert states["T9001"] == (State.REVOKED, "T9002.001")
    assert states["T9003"] == (State.LIVE, "")


def test_a_relation_falls_with_either_end_and_is_counted() -> None:
    found = known()
    assert found.left_out == 2
    assert {(use.by, use.what) for use in found.uses} == {
        ("G9001", "S9001"), ("G9001", "T9002.001"), ("G9001", "T9003"), ("G9002", "T9003"), ("C9001", "S9002"),
        ("S9001", "T9002"),
    }  # fmt: skip


def test_a_relation_that_is_withdrawn_itself_is_left_out() -> None:
    changed = [one | {"revoked": True} if one.get("relationship_type") == "uses" else one for one in OBJECTS]
    assert known(bundle(changed)).uses == ()


def test_uses_and_attributions_keep_who_says_so() -> None:
    found = known()
    assert Use("G9001", "T9002.001", ("Lantern Heron 2029", "Undated")) in found.uses
    assert found.campaigns[0].actors == (NameClaim("G9002", ("Lighthouse (Fox) Jan 2030",)),)
    assert found.campaigns[0].sources == ("Undated",)


def test_references_have_the_days_on_which_they_may_have_come_out() -> None:
    days = {one.name: (one.earliest, one.latest) for one in known().references}
    assert days["Lantern Heron 2029"] == (date(2029, 5, 4), date(2029, 5, 4))
    assert days["Lighthouse (Fox) Jan 2030"] == (date(2030, 1, 1), date(2030, 1, 31))
    assert days["Undated"] == (None, None)


@pytest.mark.parametrize(
    ("text", "name", "days"),
    [
        ("A. (2022, May 4). T. Retrieved June 1, 2023.", "A", (date(2022, 5, 4), date(2022, 5, 4))),
        ("A. (2022, May 31). T.", "A", (date(2022, 5, 31), date(2022, 5, 31))),
        ("A. (2022, Sept. 31). T.", "A", (date(2022, 9, 30), date(2022, 9, 30))),
        ("A. (2024, February). T.", "A", (date(2024, 2, 1), date(2024, 2, 29))),
        ("A. (2022). T.", "A", (date(2022, 1, 1), date(2022, 12, 31))),
        ("A. (2022, Spring). T.", "A", (date(2022, 1, 1), date(2022, 12, 31))),
        ("A. (n.d.). T. Retrieved June 1, 2023.", "A", None),
        ("A. (0001). T.", "A", None),
        ("", "Vendor Actor July2021", (date(2021, 7, 1), date(2021, 7, 31))),
        ("", "Vendor Actor 2021", (date(2021, 1, 1), date(2021, 12, 31))),
        ("", "Windows 2012 explained", None),
    ],
)
def test_days_are_as_exact_as_what_is_known(text: str, name: str, days: tuple[date, date] | None) -> None:
    assert published(text, name) == days


@pytest.mark.parametrize(
    "text", ["(2022, May" + "a" * 200_000, "(2022, May " * 20_000, "(2022," + " " * 200_000, "(2022" * 40_000]
)
def test_a_bracket_that_nobody_closed_ends_too(text: str) -> None:
    assert published(text, "A") is None
    assert published(text + "). T. (2024).", "A") is not None


def test_a_citation_may_hold_brackets() -> None:
    assert citations("x(Citation: A (B) C)(Citation: D) (Citation: A (B) C)") == ("A (B) C", "D")


def test_parts_tactics_and_other_names_are_kept() -> None:
    found = known()
    assert [one.parent for one in found.techniques] == ["", "", "T9002", ""]
    assert found.techniques[1].tactics == ("impact",)
    assert found.software[0].names == ("Plume",)


def test_tactics_stand_in_the_order_of_the_matrix() -> None:
    tactics = [
        entry("x-mitre-tactic", "TA9001", "Impact", x_mitre_shortname="impact"),
        entry("x-mitre-tactic", "TA9002", "Landing", x_mitre_shortname="landing"),
        entry("x-mitre-tactic", "TA9003", "Without a short name"),
        entry("x-mitre-tactic", "TA9000", "Not in the matrix", x_mitre_shortname="other"),
    ]
    matrix = {"type": "x-mitre-matrix", "id": "x-mitre-matrix--1", "tactic_refs": [one["id"] for one in tactics[1::-1]]}
    found = known(bundle([*OBJECTS, *tactics, matrix])).tactics
    assert [(one.id, one.short, one.name) for one in found] == [
        ("TA9002", "landing", "Landing"), ("TA9001", "impact", "Impact"), ("TA9000", "other", "Not in the matrix"),
    ]  # fmt: skip
    assert known().tactics == ()


def test_the_notice_and_the_licence_are_kept() -> None:
    found = known()
    assert found.notice.copyright.startswith("Copyright 2031, The MITRE Corporation, made up.")
    assert "permission of The MITRE Corporation" in found.notice.copyright
    assert found.notice.licence == LICENCE
    assert (found.version, found.as_of) == ("99.1", date(2031, 4, 1))


def test_the_order_of_objects_does_not_matter() -> None:
    assert known(bundle(OBJECTS[::-1])).uses == known().uses
    assert known(bundle(OBJECTS[::-1])).groups == known().groups


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"\xff", b"{}x", b'{"objects": 3}', b'{"objects": [{"type": "intrusion-set", "name": 3}]}']
)
def test_what_is_no_release_is_told(raw: bytes) -> None:
    with pytest.raises(InputError):
        known(raw)


def test_a_release_without_an_actor_is_told() -> None:
    with pytest.raises(InputError, match="no actor"):
        known(bundle([entry("malware", "S9001", "FeatherKit")]))


def test_there_are_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attack, "MOST_OBJECTS", 3)
    with pytest.raises(InputError, match="more than 3 objects"):
        known()
    monkeypatch.setattr(attack, "LARGEST", 10)
    with pytest.raises(InputError, match="too large"):
        known()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


FIELDS = "type id name aliases external_references revoked source_ref modified kill_chain_phases definition".split()


@given(st.sampled_from(OBJECTS), st.sampled_from(FIELDS), JSON)
def test_any_field_may_be_anything(one: dict[str, object], field: str, value: object) -> None:
    raw = json.dumps({"objects": [*OBJECTS, one | {field: value}]}).encode()
    with suppress(InputError):
        assert known(raw).groups


@pytest.mark.parametrize("alias", ["Quiet Heron", "Quiet Heron\x07", " quiet  heron", "Quiet\u200bHeron"])
def test_a_groups_own_name_is_no_claim_however_it_is_written(alias: str) -> None:
    raw = json.dumps({"objects": [entry("intrusion-set", "G9", "Quiet Heron", aliases=[alias, "Other"])]}).encode()
    (group,) = attack.read(attack.objects(raw, "release.json")).groups
    assert [one.name for one in group.names] == ["Other"]
