"""Two organisations that were hit by the same operation: where their chains part, and by which controls.

What is compared is logs and controls. People are not named in it, and nobody is ranked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tocsin.common.urls import bare
from tocsin.identify.outcome.logs import LOGS
from tocsin.identify.outcome.stages import BEFORE
from tocsin.model.outcome import (
    Comparison,
    Outcome,
    Parting,
    Shared,
    Side,
    Stage,
    StageState,
    State,
)

KINDS: Final = ("url", "host", "sender", "app", "address", "network")
"""What attempts can have in common, the strongest first. A network alone (an AS) has thousands of customers."""
MOST_EVENTS: Final = 100


def whole(outcomes: Sequence[Outcome]) -> tuple[StageState, ...]:
    """Return one chain for all attempts on an organisation: how far the furthest of them got.

    A stage is *stopped* only where every attempt is known to have been stopped there or before; one of which nothing
    is known may have gone further.
    """
    stages = [stage for stage in Stage if any(_of(outcome, stage) for outcome in outcomes)]
    return tuple(_merged(stage, outcomes) for stage in stages)


def _merged(stage: Stage, outcomes: Sequence[Outcome]) -> StageState:
    states = [state for outcome in outcomes if (state := _of(outcome, stage))]
    reached = [state for state in states if state.state is State.REACHED]
    stopped = [state for state in states if state.state is State.STOPPED]
    events = tuple(dict.fromkeys(event for state in (reached or stopped or states) for event in state.events))
    events = events[:MOST_EVENTS]
    if reached:
        at = min((state.at for state in reached if state.at), default=None)
        means = next((state.means for state in reached if state.means), "")
        inferred = all(state.inferred for state in reached)
        said = all(state.said for state in reached)
        return StageState(stage, State.REACHED, events=events, at=at, inferred=inferred, means=means, said=said)
    if stopped and all(_is_held(outcome, stage) for outcome in outcomes if _of(outcome, stage)):
        control = Counter(state.control for state in stopped).most_common(1)[0][0]
        until = min((state.until for state in stopped if state.until), default=None)
        last = max((state.at for state in stopped if state.at), default=None)
        stated = any(state.stated for outcome in outcomes for state in outcome.stages)
        said = any(state.said for outcome in outcomes for state in outcome.stages if state.state is State.STOPPED)
        return StageState(stage, State.STOPPED, control, events, last, until=until, stated=stated, said=said)
    settles = tuple(name for name in LOGS if any(name in state.settles for state in states))
    return StageState(stage, State.NOT_OBSERVABLE, events=events, settles=settles)


def _of(outcome: Outcome, stage: Stage) -> StageState | None:
    return next((state for state in outcome.stages if state.stage is stage), None)


def _is_held(outcome: Outcome, stage: Stage) -> bool:
    """Whether an attempt is known to have been stopped at a stage or before it."""
    line = _line_to(stage)
    return any(state.state is State.STOPPED and state.stage in line for state in outcome.stages)


def _line_to(stage: Stage) -> set[Stage]:
    found, waiting = {stage}, [stage]
    while waiting:
        before = BEFORE[waiting.pop()]
        waiting += [one for one in before if one not in found]
        found.update(before)
    return found


def shared(one: Side, other: Side) -> tuple[Shared, ...]:
    """Return what the attempts on both have in common, the strongest first."""
    both = set(_things(one)) & set(_things(other))
    return tuple(sorted(both, key=lambda thing: (KINDS.index(thing.kind), thing.value)))


def _things(side: Side) -> Iterator[Shared]:
    for attempt in side.attempts:
        values: tuple[tuple[str, Iterable[str]], ...] = (
            ("url", map(bare, attempt.urls)), ("host", attempt.hosts),
            ("sender", [attempt.sender] if attempt.sender else []),
            ("app", attempt.apps), ("address", attempt.sources),
        )  # fmt: skip
        yield from (Shared(kind, value) for kind, several in values for value in several)
    for outcome in side.outcomes:
        for source in outcome.sources:
            yield Shared("network" if source.startswith("AS") else "address", source)


def compare(one: Side, other: Side) -> Comparison:
    """Return where the chains of two organisations part; *unknown* where the logs do not tell."""
    common = shared(one, other)
    chains = whole(one.outcomes), whole(other.outcomes)
    pairs = tuple(_aligned(*chains))
    names = (one.name, other.name)
    if not any(thing.kind != "network" for thing in common):
        return Comparison(names, Parting.NOT_SHARED, common, pairs)
    last: Stage | None = None
    for pair in pairs:
        states = {state.state for state in pair}
        if states == {State.REACHED}:
            last = pair[0].stage
        elif State.STOPPED in states and State.NOT_OBSERVABLE not in states:
            return _parted(names, common, pairs, pair, last, (one, other))
    return _unparted(names, common, pairs, last)


def _aligned(one: Sequence[StageState], other: Sequence[StageState]) -> Iterator[tuple[StageState, StageState]]:
    """Stages that both ways have."""
    theirs = {state.stage: state for state in other}
    for state in one:
        if state.stage in theirs:
            yield state, theirs[state.stage]


def _parted(
    names: tuple[str, str],
    common: tuple[Shared, ...],
    pairs: tuple[tuple[StageState, StageState], ...],
    pair: tuple[StageState, StageState],
    last: Stage | None,
    sides: tuple[Side, Side],
) -> Comparison:
    stage = pair[0].stage
    controls = _controls(sides[0], stage), _controls(sides[1], stage)
    both = all(state.state is State.STOPPED for state in pair)
    held = None if both else int(pair[1].state is State.STOPPED)
    passed = "" if held is None else pair[1 - held].means
    until = min((state.until for state in pair if state.until), default=None)
    parting = Parting.BOTH_STOPPED if both else Parting.PARTED
    stated, said = any(state.stated for state in pair), any(state.said for state in pair)
    return Comparison(names, parting, common, pairs, stage, held, controls, passed, last, until, stated, said=said)


def _controls(side: Side, stage: Stage) -> tuple[str, ...]:
    """The controls that stopped attempts at a stage."""
    states = (_of(outcome, stage) for outcome in side.outcomes)
    return tuple(sorted({state.control for state in states if state and state.state is State.STOPPED}))


def _unparted(
    names: tuple[str, str],
    common: tuple[Shared, ...],
    pairs: tuple[tuple[StageState, StageState], ...],
    last: Stage | None,
) -> Comparison:
    unknown = [pair for pair in pairs if State.NOT_OBSERVABLE in {state.state for state in pair}]
    if not unknown:
        return Comparison(names, Parting.ALIKE, common, pairs, last=last)
    # Only what lies behind the last stage that is known of both can be where they part.
    behind = [pair for pair in unknown if last is None or list(Stage).index(pair[0].stage) > list(Stage).index(last)]
    first = (behind or unknown)[0]
    return Comparison(
        names, Parting.UNKNOWN, common, pairs, first[0].stage, last=last, settles=(first[0].settles, first[1].settles)
    )
