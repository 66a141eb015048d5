"""What must hold of operations: the order of incidents does not matter, and everything can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.attribute import index, kinds
from tocsin.attribute.grouping import Grouping
from tocsin.attribute.linking import Key, compared, link
from tocsin.attribute.parting import parts
from tocsin.model.operation import Feature, FeatureKind, IncidentFeatures, Operation, Spread, Tie, TieKind

BEGAN = datetime(2026, 3, 1, tzinfo=UTC)
SOME = [
    FeatureKind.HOST, FeatureKind.SENDER, FeatureKind.ADDRESS, FeatureKind.DOMAIN, FeatureKind.FILE_LIKE,
    FeatureKind.LURE, FeatureKind.PAGE, FeatureKind.NETWORK,
]  # fmt: skip
FEATURES = st.builds(Feature, st.sampled_from(SOME), st.sampled_from(["a", "b", "c"]))
SETS = st.lists(st.frozensets(FEATURES, max_size=7), min_size=1, max_size=14)
TIES = st.lists(
    st.tuples(st.integers(0, 13), st.integers(0, 13), st.sampled_from(TieKind)).filter(lambda tie: tie[0] != tie[1]),
    max_size=5,
)
Said = Sequence[tuple[int, int, TieKind]]


@pytest.fixture(autouse=True, scope="module")
def levels() -> Iterable[None]:
    """Levels so low that a handful of incidents crosses all of them, and a sample so small that it leaves some out."""
    with patch.object(kinds, "LEVELS", ((3, 4.5), (5, 2.6), (8, 1.2))):
        weights = {
            agreed: tuple(tuple(kinds.weight_of(kind, Spread(n, agreed)) for n in range(9)) for kind in FeatureKind)
            for agreed in (True, False)
        }
        with patch.multiple(index, COMMON=8, SAMPLE=4, _WEIGHTS=weights):
            yield


def incidents_of(sets: Sequence[frozenset[Feature]]) -> list[IncidentFeatures]:
    return [
        IncidentFeatures(f"incident-{n}", BEGAN + timedelta(hours=n % 5), tuple(sorted(one)))
        for n, one in enumerate(sets)
    ]


def ties_of(said: Said, count: int) -> list[Tie]:
    """One word on each pair, so that their order does not matter by itself."""
    found = {frozenset(tie[:2]): tie for tie in said if max(tie[:2]) < count}
    return [Tie(f"incident-{a}", f"incident-{b}", kind, "person-1", BEGAN) for a, b, kind in found.values()]


def grouped(incidents: Iterable[IncidentFeatures], ties: Iterable[Tie]) -> Grouping:
    grouping = Grouping()
    for incident in incidents:
        grouping.add(incident)
    for tie in ties:
        grouping.tie(tie)
    return grouping


def at_once(incidents: Sequence[IncidentFeatures], ties: Sequence[Tie]) -> set[frozenset[str]]:
    """The same by its definition: every pair weighed, then joined from the strongest on."""
    keys = {one.incident: set(compared(one.features)) for one in incidents}

    def spread(key: Key) -> Spread:
        holders = sorted((name for name in keys if key in keys[name]), key=index._digest)
        tells, pairs = kinds.telling(key[0]), list(combinations(holders[:4], 2))
        agreed = sum(any(kind in tells for kind, _ in keys[one] & keys[other]) for one, other in pairs)
        is_own = kinds.KINDS[key[0]].family not in kinds.COPIED
        split = is_own and 2 < len(holders) <= 8 and agreed < kinds.AGREES * len(pairs)
        return Spread(len(holders), not split)

    confirmed = {frozenset((tie.one, tie.other)) for tie in ties if tie.kind is TieKind.CONFIRMED}
    weighed = []
    for one, other in combinations(incidents, 2):
        found, pair = link(one, other, spread), frozenset((one.incident, other.incident))
        if found.holds or pair in confirmed:
            weighed.append((pair not in confirmed, -found.weight * (pair not in confirmed), sorted(pair)))
    number = {one.incident: place for place, one in enumerate(incidents)}
    links = [(number[pair[0]], number[pair[1]]) for _, _, pair in sorted(weighed)]
    cuts = [(number[tie.one], number[tie.other]) for tie in ties if tie.kind is TieKind.CUT]
    left = parts(range(len(incidents)), links, cuts)
    return {frozenset(incidents[place].incident for place in part) for part in left if len(part) > 1}


def sets_of(operations: Iterable[Operation]) -> set[frozenset[str]]:
    return {frozenset(one.incidents) for one in operations}


@settings(deadline=None, max_examples=150)
@given(SETS, TIES, st.randoms())
def test_any_order_gives_what_the_definition_says(sets: list[frozenset[Feature]], said: Said, random: Random) -> None:
    incidents, grouping = incidents_of(sets), Grouping()
    ties = ties_of(said, len(incidents))
    steps: list[IncidentFeatures | Tie] = [*incidents, *ties]
    random.shuffle(steps)
    for step in steps:
        grouping.tie(step) if isinstance(step, Tie) else grouping.add(step)
    assert sets_of(grouping.operations()) == at_once(incidents, ties)
    assert grouping.operations() == grouped(incidents, ties).operations()


@settings(deadline=None, max_examples=150)
@given(SETS, TIES, st.randoms())
def test_what_is_taken_out_has_never_been_there(sets: list[frozenset[Feature]], said: Said, random: Random) -> None:
    incidents = incidents_of(sets)
    ties = ties_of(said, len(incidents))
    grouping = grouped(incidents, ties)
    gone = random.sample(incidents, len(incidents) // 2)
    for incident in gone:
        grouping.remove(incident.incident)
    for tie in ties[::2]:
        grouping.untie(tie.one, tie.other)
    left = [one for one in incidents if one not in gone]
    assert grouping.operations() == grouped(left, ties[1::2]).operations()
    for incident in gone:
        grouping.add(incident)
    for tie in ties[::2]:
        grouping.tie(tie)
    assert grouping.operations() == grouped(incidents, ties).operations()


@settings(deadline=None, max_examples=100)
@given(SETS, TIES)
def test_what_was_cut_is_never_in_one_operation(sets: list[frozenset[Feature]], said: Said) -> None:
    incidents = incidents_of(sets)
    ties = ties_of(said, len(incidents))
    for operation in grouped(incidents, ties).operations():
        for tie in ties:
            assert tie.kind is TieKind.CONFIRMED or not {tie.one, tie.other} <= set(operation.incidents)


@settings(deadline=None, max_examples=100)
@given(SETS)
def test_an_incident_is_found_in_its_operation(sets: list[frozenset[Feature]]) -> None:
    incidents = incidents_of(sets)
    grouping = grouped(incidents, ())
    of = {name: operation for operation in grouping.operations() for name in operation.incidents}
    for one in incidents:
        assert grouping.operation(one.incident) == of.get(one.incident)


@settings(deadline=None, max_examples=150)
@given(SETS, TIES, st.randoms())
def test_what_may_have_changed_is_told(sets: list[frozenset[Feature]], said: Said, random: Random) -> None:
    """Who follows what is told knows all operations at any time."""
    incidents, grouping, followed = incidents_of(sets), Grouping(), dict[str, Operation | None]()
    ties = ties_of(said, len(incidents))
    steps: list[IncidentFeatures | Tie] = [*incidents, *ties, *random.sample(incidents, len(incidents) // 2)]
    random.shuffle(steps)
    for step in steps:
        if isinstance(step, Tie):
            changed = grouping.tie(step)
        elif step.incident in followed:
            changed = grouping.remove(step.incident)
            del followed[step.incident]
        else:
            changed = grouping.add(step)
        followed.update({name: grouping.operation(name) for name in changed})
        assert followed == {name: grouping.operation(name) for name in followed}
    assert set(grouping.operations()) == {one for one in followed.values() if one}
