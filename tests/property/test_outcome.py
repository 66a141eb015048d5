"""What must hold of outcomes whatever the logs: no silence is a stop, no line takes back what was reached."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fixtures.attack_flow import THEIR_SCHEMA, of_extension, ours, theirs
from tests.unit.identify.outcome.made import (
    AS_OF,
    ATTEMPT,
    EVIL,
    HOME,
    LOGS,
    at,
    clicked,
    covered,
    delivered,
    line,
    read_mail,
    sign_in,
    usual,
)

from tocsin.identify.outcome import chain
from tocsin.identify.outcome.compare import whole
from tocsin.identify.outcome.flow import flow
from tocsin.identify.outcome.lines import Lines
from tocsin.identify.outcome.logs import Reach
from tocsin.identify.outcome.stages import WAYS, needed
from tocsin.model.activity import Act, Activity, Coverage, Reason, Status
from tocsin.model.outcome import Did, Outcome, State, Told
from tocsin.model.people import Tlp

MINUTES = st.integers(20, 5000)
REASONS = st.sampled_from([one for one in Reason if one is not Reason.NONE])
PLACES = st.sampled_from([EVIL, HOME, "198.18.0.7", "198.18.4.4"])
CHANGES = st.sampled_from([Act.RULE_MADE, Act.FORWARDING_SET, Act.FACTOR_ADDED, Act.DOWNLOADED, Act.FILE_READ])
TRIES = st.builds(sign_in, MINUTES, PLACES, REASONS)
INSIDE = st.one_of(
    st.builds(lambda m, ip, act: line(act, m, "m365", ip=ip), MINUTES, PLACES, CHANGES),
    st.builds(read_mail, MINUTES, PLACES),
)
ANSWERS = st.builds(
    lambda m, act: line(act, m, log="AuditLogs", actor="admin@harbour.example"),
    MINUTES, st.sampled_from([Act.SIGN_OUT, Act.ACCOUNT_STOPPED]),
)  # fmt: skip
CLICKS = st.builds(
    lambda m, ip, status: clicked(m, ip=ip, status=status), MINUTES, PLACES,
    st.sampled_from([Status.SUCCESS, Status.FAILURE]),
)  # fmt: skip
LATER = st.lists(st.one_of(TRIES, st.builds(sign_in, MINUTES, PLACES), INSIDE, ANSWERS), max_size=6)


@dataclass
class World:
    """The lines of an incident. As providers write them: who is in an account has signed in before, and what
    was held back is not clicked."""

    lines: list[Activity]
    told: list[Told]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    held_back = draw(st.booleans())
    lines = draw(LATER) + ([] if held_back else draw(st.lists(CLICKS, max_size=2)))
    lines += [delivered(status=Status.FAILURE)] if held_back else draw(st.sampled_from([[], [delivered()]]))
    entered = [sign_in(one.time.timestamp() / 60 - ATTEMPT.at.timestamp() / 60 - 5, one.ip, id=f"in-{one.id}")
               for one in lines if one.provider == "m365"]  # fmt: skip
    told = [Told("t", ATTEMPT.id, Did.REPORTED, ATTEMPT.at)] if not held_back and draw(st.booleans()) else []
    return World(lines + entered, told)


def judge(
    world: World, lines: Sequence[Activity] | None = None, logs: Sequence[tuple[str, str]] = LOGS,
    stated: Sequence[Coverage] = (), days: float = 6,
) -> Outcome:  # fmt: skip
    others = [line(Act.MAIL_READ, -100, "m365", ip="192.0.2.99", person="sami@harbour.example")]
    everything = Lines([*usual(), *others, *(world.lines if lines is None else lines)])
    return chain.judge(ATTEMPT, everything, Reach([*covered(logs, days), *stated]), world.told, as_of=AS_OF)


def without(lines: Sequence[Activity], log: tuple[str, str]) -> list[Activity]:
    return [one for one in lines if (one.provider, one.log) != log]


@st.composite
def statements(draw: st.DrawFn) -> tuple[Coverage, ...]:
    """What somebody states of some logs: from before the message or after it, until some time, believed or not."""
    logs = draw(st.lists(st.sampled_from(LOGS), unique=True, max_size=len(LOGS)))
    begins, ends = st.integers(-20_000, 2000), st.integers(1000, 9000)
    return tuple(
        Coverage(*log, at(draw(begins)), at(draw(ends)), 9, draw(st.sampled_from([0, 0, 1])), stated=True)
        for log in logs
    )


slow = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(worlds(), st.sampled_from(LOGS))
def test_losing_a_log_makes_no_stop(world: World, lost: tuple[str, str]) -> None:
    """Whatever is reached with all logs is not stopped with fewer, nor is what was unknown.

    Of a log of clicks only the first is true: it also tells whose an address is, so that without it a refused sign-in
    of the person can be taken for one of the attacker's, which then was stopped indeed.
    """
    before = {one.stage: one.state for one in judge(world).stages}
    kept = [log for log in LOGS if log != lost]
    for after in judge(world, without(world.lines, lost), kept).stages:
        if after.state is State.STOPPED:
            assert before[after.stage] is not State.REACHED
            assert before[after.stage] is State.STOPPED or lost == ("gateway", "clicks")


@slow
@given(worlds(), LATER)
def test_a_further_line_takes_nothing_back(world: World, more: list[Activity]) -> None:
    """Of lines after the beginning. Clicks and the person's own devices tell whose a place is: they are left out."""
    before = judge(world)
    after = {one.stage: one.state for one in judge(world, [*world.lines, *more]).stages}
    for one in before.stages:
        if one.state is State.REACHED:
            assert after[one.stage] is State.REACHED


@slow
@given(worlds(), st.integers())
def test_the_order_of_lines_does_not_matter_nor_repetition(world: World, seed: int) -> None:
    shuffled = [*world.lines, *world.lines[:3]]
    Random(seed).shuffle(shuffled)
    assert judge(world, shuffled) == judge(world)


@slow
@given(worlds())
def test_what_is_reached_has_all_that_it_needs_and_what_is_stopped_has_a_line(world: World) -> None:
    outcome = judge(world)
    states = {one.stage: one for one in outcome.stages}
    assert tuple(states) == WAYS[ATTEMPT.way]
    for one in outcome.stages:
        if one.state is State.STOPPED:
            assert one.control
            assert one.events
            assert one.until is not None
            behind = [stage for stage in states if one.stage in needed(stage, ATTEMPT.way)]
            went_on = any(states[stage].state is State.REACHED for stage in behind)
            assert not went_on or one.control == "mail-filter", "who got in otherwise did not need the message"
        else:
            assert not one.control
        if one.state is State.REACHED:
            assert one.inferred or one.events


@slow
@given(worlds(), st.sampled_from([LOGS, LOGS[:1], LOGS[1:], ()]), st.text(max_size=40), st.sampled_from(Tlp))
def test_every_chain_is_a_valid_attack_flow(world: World, logs: Sequence[tuple[str, str]], name: str, tlp: Tlp) -> None:
    made = json.loads(flow(name, whole([judge(world, logs=logs)]), AS_OF, tlp))
    objects = of_extension(made)
    assert [one["type"] for one in objects].count("attack-flow") == 1
    for one in objects:
        assert not [str(error) for error in ours().iter_errors(one)], one
        assert not THEIR_SCHEMA or theirs().is_valid(one)
    refs = {ref for one in objects for key, value in one.items() if key.endswith("_refs") for ref in value}
    assert refs <= {one["id"] for one in made["objects"]}


@slow
@given(worlds())
def test_without_logs_read_nothing_is_stopped(world: World) -> None:
    assert all(one.state is not State.STOPPED for one in judge(world, logs=()).stages)


@slow
@given(worlds(), st.lists(st.sampled_from(LOGS), unique=True), statements(), st.sampled_from([0.5, 3, 6]))
def test_a_statement_takes_nothing_back_and_makes_only_stops_of_what_was_unknown(
    world: World, logs: Sequence[tuple[str, str]], stated: tuple[Coverage, ...], days: float
) -> None:
    """So without it, stages only move towards what is not observable."""
    before, after = (judge(world, logs=logs, stated=said, days=days) for said in ((), stated))
    assert before.links == after.links
    assert before.doubts == after.doubts
    for one, other in zip(before.stages, after.stages, strict=True):
        if one.state is State.NOT_OBSERVABLE:
            assert other.state is not State.REACHED
            assert other.stated is (other.state is State.STOPPED)
        else:
            assert (one.state, one.control, one.events) == (other.state, other.control, other.events)
            assert not one.until or (other.until and one.until <= other.until)
            assert other.stated is (one.until != other.until)


@slow
@given(statements())
def test_without_a_line_nothing_is_stopped_whatever_is_stated(stated: tuple[Coverage, ...]) -> None:
    assert all(one.state is not State.STOPPED for one in judge(World([], []), stated=stated).stages)
