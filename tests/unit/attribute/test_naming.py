from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.fixtures.assessments import assessment, item

from tocsin.attribute.assessment import assess
from tocsin.attribute.likelihood import LIKELY
from tocsin.attribute.naming import Namer, Naming, refusals
from tocsin.model.assessment import Assessment, Kind
from tocsin.model.people import Role
from tocsin.model.profile import Kind as House

LEAD = Namer("p-1", frozenset({Role.LEAD}), "Harbour Campaign", House.CAMPAIGN, is_victim=True)
ANALYST = Namer("p-2", frozenset({Role.ANALYST}), "Lighthouse Centre", House.CENTRE, is_victim=False)
AGENCY = Namer("p-3", frozenset({Role.LEAD}), "Lighthouse Centre", House.CENTRE, is_victim=False)
ITEMS = [item(name, kind=Kind.INFRASTRUCTURE, heron=2) for name in "abcd"]
OWN = assessment(*(replace(one, given_by="Harbour Campaign") for one in ITEMS))
OTHERS = assessment(*(replace(one, given_by="Quaymail") for one in ITEMS))
NAMING = Naming("heron", LEAD, "Their account registered the domain.", ("a",), (ANALYST,))


def told(naming: Naming, given: Assessment = OTHERS) -> list[str]:
    return [str(one) for one in refusals(naming, given, assess(given))]


def test_it_is_likely_in_these_tests() -> None:
    assert assess(OWN).estimates[0].chance > LIKELY


def test_a_person_with_the_role_and_reasons_may() -> None:
    assert told(NAMING) == []
    assert told(replace(NAMING, by=AGENCY, beside=())) == []


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"by": replace(LEAD, person="")}, "only a person"),
        ({"by": replace(LEAD, roles=frozenset({Role.ANALYST}))}, "role of a lead"),
        ({"reasons": "  "}, "no reasons"),
        ({"evidence": ()}, "on which evidence"),
        ({"evidence": ("z",)}, "on which evidence"),
        ({"hypothesis": "unknown"}, "names nobody"),
        ({"hypothesis": "wolf"}, "names nobody"),
        ({"hypothesis": "fox"}, "another hypothesis is more likely"),
        ({"beside": ()}, "an analyst beside you"),
        ({"beside": (replace(ANALYST, is_victim=True),)}, "an analyst beside you"),
        ({"beside": (replace(ANALYST, kind=House.PARTY),)}, "an analyst beside you"),
        ({"beside": (replace(ANALYST, organisation="Harbour Campaign"),)}, "an analyst beside you"),
        ({"beside": (replace(ANALYST, roles=frozenset({Role.REPORTER})),)}, "an analyst beside you"),
    ],
)
def test_what_is_missing_is_told(changed: dict[str, object], why: str) -> None:
    assert any(why in one for one in told(replace(NAMING, **changed)))


def test_a_victim_needs_evidence_of_others() -> None:
    assert any("independent evidence" in one for one in told(NAMING, OWN))
    unnamed = assessment(*ITEMS)
    assert any("independent evidence" in one for one in told(NAMING, unnamed)), "nobody says who gave it"


def test_a_party_that_was_not_attacked_is_a_party_too() -> None:
    party = replace(LEAD, kind=House.PARTY, is_victim=False)
    assert any("independent evidence" in one for one in told(replace(NAMING, by=party), OWN))
    newsroom = replace(LEAD, kind=House.NEWSROOM, is_victim=False)
    assert told(replace(NAMING, by=newsroom, beside=()), OWN) == []


def test_below_likely_a_victim_may_say_what_it_thinks() -> None:
    given = assessment(*(replace(one, given_by="Harbour Campaign") for one in ITEMS[:1]), unknown=0.2)
    assert assess(given).estimates[0].chance <= LIKELY
    assert told(replace(NAMING, beside=()), given) == []
