"""The same events give the same alerts: in any order, with lines twice, in any chunks, in one scan or in several."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tocsin.identify.columns import frame_of, in_order
from tocsin.identify.detections import all_detections
from tocsin.identify.detector import Detector
from tocsin.identify.stories import SURROUNDINGS, TOR
from tocsin.model.activity import Act, Activity, Reason, Status, content_of, each_once
from tocsin.model.alert import Alert
from tocsin.scan.accounts import Setup, Told, scan

BEGIN = datetime(2031, 3, 3, tzinfo=UTC)
LONG = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    """A small world, so that things meet: few people, addresses and sessions, bursts and long silences."""
    day, minute = draw(st.sampled_from([0, 0, 1, 8, 9, 120])), draw(st.integers(0, 90))
    act = draw(st.sampled_from([Act.SIGN_IN, Act.SIGN_IN, Act.SIGN_IN, Act.SECOND_FACTOR, Act.TOKEN, *Act]))
    failed = draw(st.booleans())
    return Activity(
        time=BEGIN + timedelta(days=day, minutes=minute),
        act=act,
        provider="example",
        id=str(draw(st.integers(0, 10_000))),
        person=draw(st.sampled_from(["ada", "bo", "cy", "di", "ed", "flo", "gus", "hal", "ivy", ""])),
        status=Status.FAILURE if failed else Status.SUCCESS,
        reason=draw(st.sampled_from(list(Reason))) if failed else Reason.NONE,
        password_right=draw(st.none() | st.booleans()),
        factor=draw(st.sampled_from(["", "push"])),
        ip=draw(st.sampled_from(["192.0.2.1", "192.0.2.2", "203.0.113.9", TOR, ""])),
        country=draw(st.sampled_from(["IS", "AU", ""])),
        asn=draw(st.sampled_from([0, 64496, 64500])),
        agent=draw(st.sampled_from(["Firefox/140", "python", ""])),
        session=draw(st.sampled_from(["", "s1"])),
        object=draw(st.sampled_from(["", "https://evil.example/login"])),
        count=draw(st.sampled_from([1, 1, 30])),
    )


@st.composite
def floods(draw: st.DrawFn) -> list[Activity]:
    """Many alike, as windows want them."""
    one, number = draw(activities()), draw(st.integers(2, 30))
    step = draw(st.sampled_from([1, 30, 120]))
    return [
        Activity(
            **{name: getattr(one, name) for name in Activity.__struct_fields__ if name not in ("time", "id", "person")},
            time=one.time + timedelta(seconds=step * i),
            id=f"{one.id}-{i}",
            person=draw(st.sampled_from([one.person, f"p{i}"])),
        )
        for i in range(number)
    ]


@st.composite
def worlds(draw: st.DrawFn) -> list[Activity]:
    """Lines, each once; some are written again under their id with other content, as providers do."""
    lines = [
        *draw(st.lists(activities(), max_size=40)),
        *(x for flood in draw(st.lists(floods(), max_size=3)) for x in flood),
    ]
    if lines:
        again = draw(st.lists(st.tuples(st.sampled_from(lines), activities()), max_size=5))
        lines += [replace(other, time=one.time, id=one.id) for one, other in again]
    digests = (hashlib.sha256(repr(content_of(one)).encode()).hexdigest()[:32] for one in lines)
    return each_once([replace(one, digest=digest) for one, digest in zip(lines, digests, strict=True)])


def whole(events: Sequence[Activity]) -> list[Alert]:
    detector = Detector(all_detections(), SURROUNDINGS)
    return sorted([*detector.step(in_order(frame_of(events))), *detector.pending()], key=lambda alert: alert.id)


@LONG
@given(worlds(), st.randoms(use_true_random=False), st.integers(1, 30))
def test_order_duplicates_and_chunks_change_nothing(world: list[Activity], chance: Random, size: int) -> None:
    mixed = [*world, *world[:: max(1, size // 3)]]
    chance.shuffle(mixed)
    told = Told()
    setup = Setup(all_detections(), BEGIN + timedelta(days=200), SURROUNDINGS, chunk=size)
    found = sorted(scan(mixed, setup, told), key=lambda alert: alert.id)
    assert found == whole(world)
    assert told.events == len(mixed)
    assert told.duplicates == len(mixed) - len(world)
    assert sum(told.alerts.values()) == len(found)


def _again(before: Sequence[Activity]) -> list[Activity]:
    """Some lines of the files before; none too late by now, which would be judged by themselves (ADR 0018)."""
    newest = max((one.time for one in before), default=BEGIN)
    return [one for one in before[-3:] if one.time > newest - timedelta(hours=47)]


@LONG
@given(worlds(), st.randoms(use_true_random=False), st.integers(1, 4), st.integers(1, 30))
def test_several_scans_give_what_one_gives(world: list[Activity], chance: Random, parts: int, size: int) -> None:
    """Lines are shuffled within the grace over files; some are in two files."""
    grace = timedelta(hours=48)
    late = {one.digest: timedelta(hours=chance.randrange(47)) for one in world}
    arriving = sorted(world, key=lambda one: one.time + late[one.digest])
    cuts = sorted(chance.randrange(len(world) + 1) for _ in range(parts - 1))
    files = [
        [*_again(arriving[:begin]), *arriving[begin:end]]
        for begin, end in zip([0, *cuts], [*cuts, len(world)], strict=True)
    ]
    known: dict[str, Alert] = {}
    with tempfile.TemporaryDirectory() as folder:
        setup = Setup(
            all_detections(), BEGIN + timedelta(days=200), SURROUNDINGS, Path(folder) / "state", chunk=size, grace=grace
        )
        for file in files:
            told = Told()
            for alert in scan(file, setup, told):
                assert alert.id not in known or known[alert.id].severity != alert.severity
                known[alert.id] = alert
            for id_ in told.withdrawn:
                del known[id_]
        told = Told()
        assert not list(scan(files[-1], setup, told)) or told.late, "only what came too late can be told twice"
    assert {(a.id, a.severity) for a in known.values()} == {(a.id, a.severity) for a in whole(world)}
