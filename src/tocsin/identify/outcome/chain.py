"""The chain of an attempt: each stage reached, stopped by a control, or not observable.

*Reached* is what a linked line says, or what a later stage cannot be without. *Stopped* needs three things: a control's
own line says so; no line says that the stage was reached after all; and the logs that would show a way around it were
read, without a hole, up to the time that is spoken of. Everything else is *not observable*.

That an export is complete for a time, as somebody states, counts for the third alone, and the stage says so: whose a
line is and what was reached is told by lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from tocsin.identify.outcome.join import Found, join
from tocsin.identify.outcome.lines import Lines, key
from tocsin.identify.outcome.logs import LOGS, Kind, Reach
from tocsin.identify.outcome.signs import Sign, signs
from tocsin.identify.outcome.stages import BY_MESSAGE, WAYS, around, needed, settles
from tocsin.model.activity import GAP, Activity
from tocsin.model.outcome import Attempt, Grade, Outcome, Stage, StageState, State, Told

_OF_SIGN_INS: Final = (Stage.PASSWORD_ACCEPTED, Stage.SECOND_FACTOR, Stage.SESSION)


@dataclass(slots=True)
class _Said:
    """What is said of each stage."""

    reached: dict[Stage, list[Sign]] = field(default_factory=lambda: defaultdict(list))
    stopped: dict[Stage, list[Sign]] = field(default_factory=lambda: defaultdict(list))
    implied: set[Stage] = field(default_factory=set)

    def last_stop(self, stage: Stage) -> Sign | None:
        """The last of the controls that stopped a stage, unless it was reached all the same, or may have been.

        A sign-in that a control behind it stopped later had come by it, as far as anybody knows.
        """
        if stage in self.reached or stage in self.implied or stage not in self.stopped:
            return None
        last = self.stopped[stage][-1]
        behind = _OF_SIGN_INS[_OF_SIGN_INS.index(stage) + 1 :] if stage in _OF_SIGN_INS else ()
        return None if any(one in self.stopped and self.stopped[one][-1].at >= last.at for one in behind) else last


@dataclass(frozen=True, slots=True)
class _Logs:
    """Which logs were read, and whether they would show what matters."""

    reach: Reach
    shown: Reach
    """`reach` without what somebody has stated."""
    lines: Lines
    doubts: list[Activity] = field(default_factory=list)

    def held(self, sign: Sign, attempt: Attempt, as_of: datetime) -> tuple[datetime, bool] | None:
        """Until when a stop is known to have held, and whether that is stated; None where no log reaches far enough."""
        until = self._held(self.reach, sign, attempt, as_of)
        return (until, until != self._held(self.shown, sign, attempt, as_of)) if until else None

    def _held(self, reach: Reach, sign: Sign, attempt: Attempt, as_of: datetime) -> datetime | None:
        ends = [self._together(reach, kind, attempt) for kind in around(sign.stage, attempt.way)]
        known = [end for end in ends if end]
        until = min(known) if known and len(known) == len(ends) else None
        return until if until and until >= max(as_of - GAP, sign.at) else None

    def _together(self, reach: Reach, kind: Kind, attempt: Attempt) -> datetime | None:
        if kind is Kind.SIGN_IN and self.doubts:
            return None
        silent = kind is Kind.ACCESS and "microsoft" in reach.houses and "m365" not in self.lines.tell_reading
        return None if silent else reach.together(kind, attempt.at)

    def missing(self, kinds: Collection[Kind], attempt: Attempt, as_of: datetime) -> tuple[str, ...]:
        """Which logs would tell more."""
        found = self.reach.missing(kinds, attempt.at, as_of)
        reading = Kind.ACCESS in kinds and "microsoft" in self.reach.houses and "m365" not in self.lines.tell_reading
        return tuple(name for name in LOGS if name in found or (reading and name == "m365-mailboxes"))


def judge(
    attempt: Attempt, lines: Lines, reach: Reach, told: Iterable[Told] = (), *, as_of: datetime
) -> Outcome:  # fmt: skip
    """Return how far an attempt got, as far as the logs tell, at a time (`as_of`)."""
    words = tuple(one for one in told if one.attempt == attempt.id)
    outcome = _judged(attempt, lines, reach, words, as_of)
    unasked = tuple(one for one in words if not one.line)
    if unasked == words:
        return outcome
    by_lines = {state.stage: state for state in _judged(attempt, lines, reach, unasked, as_of).stages}
    return replace(outcome, stages=tuple(_marked(state, by_lines[state.stage]) for state in outcome.stages))


def _marked(state: StageState, by_lines: StageState) -> StageState:
    """Say of a stage that it rests on answers, if without them something else would be said."""
    is_same = (state.state, state.control) == (by_lines.state, by_lines.control)
    return state if is_same or state.state is State.NOT_OBSERVABLE else replace(state, said=True)


def _judged(attempt: Attempt, lines: Lines, reach: Reach, told: tuple[Told, ...], as_of: datetime) -> Outcome:
    logs = _Logs(reach, reach.shown(), lines)
    clicks = logs.shown.together(Kind.CLICK, attempt.at)
    found = join(attempt, lines, told, are_clicks_known=clicks is not None and clicks >= as_of - GAP)
    logs.doubts.extend(found.doubts)
    said = _said(attempt, found, told)
    stages = tuple(_state(stage, attempt, said, logs, as_of) for stage in WAYS[attempt.way])
    asked = (tuple(key(line) for line in several) for several in (found.doubts, found.tries, found.contradicted))
    links = tuple(sorted(found.links, key=lambda link: (-link.weight, link.activity, link.reasons)))
    return Outcome(attempt.id, attempt.person, stages, as_of, links, _sources(attempt, found), *asked)


def _said(attempt: Attempt, found: Found, told: tuple[Told, ...]) -> _Said:
    said = _Said()
    way = WAYS[attempt.way]
    for sign in signs(attempt, found, told):
        if sign.stage not in way:
            continue
        (said.stopped if sign.control else said.reached)[sign.stage].append(sign)
        if not sign.control:
            said.implied.update(sign.implies if sign.implies is not None else needed(sign.stage, attempt.way))
    said.implied.intersection_update(way)
    if _is_held_back(said):
        said.implied.difference_update(BY_MESSAGE)
    return said


def _is_held_back(said: _Said) -> bool:
    """Whether the message never reached the person, as its own log says: then whoever got in came by another way."""
    return Stage.DELIVERED in said.stopped and not any(stage in said.reached for stage in BY_MESSAGE)


def _state(stage: Stage, attempt: Attempt, said: _Said, logs: _Logs, as_of: datetime) -> StageState:
    if direct := said.reached.get(stage):
        means = next((sign.means for sign in direct if sign.means), "")
        return StageState(stage, State.REACHED, events=_events(direct), at=direct[0].at, means=means)
    if stage in said.implied:
        return StageState(stage, State.REACHED, inferred=True)
    return _not_reached(stage, attempt, said, logs, as_of)


def _not_reached(stage: Stage, attempt: Attempt, said: _Said, logs: _Logs, as_of: datetime) -> StageState:
    events = _events(said.stopped.get(stage, []))
    if (sign := said.last_stop(stage)) and (held := logs.held(sign, attempt, as_of)):
        until, stated = held
        return StageState(stage, State.STOPPED, sign.control, events, sign.at, until=until, stated=stated)
    earlier = (said.last_stop(one) for one in needed(stage, attempt.way))
    if any(one and logs.held(one, attempt, as_of) for one in earlier):
        return StageState(stage, State.NOT_OBSERVABLE, events=events)
    kinds = {*settles(stage, attempt.way), *(around(stage, attempt.way) if events else ())}
    return StageState(stage, State.NOT_OBSERVABLE, events=events, settles=logs.missing(kinds, attempt, as_of))


def _events(found: Iterable[Sign]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sign.event for sign in found))[:100]


def _sources(attempt: Attempt, found: Found) -> tuple[str, ...]:
    theirs = [line for line in found.theirs if line.ip and line.ip not in {click.ip for click in found.clicks}]
    numbers = {f"AS{line.asn}" for line in theirs if line.asn}
    return tuple(sorted({*attempt.sources, *(line.ip for line in theirs), *numbers}))


def stop(outcome: Outcome) -> StageState | None:
    """Return where an attempt was stopped: behind everything that it reached. None where it got through, or unknown."""
    for state in reversed(outcome.stages):
        if state.state is State.REACHED:
            return None
        if state.state is State.STOPPED:
            return state
    return None


def furthest(outcome: Outcome) -> StageState | None:
    """Return the last stage that was reached."""
    return next((one for one in reversed(outcome.stages) if one.state is State.REACHED), None)


def weakest(outcome: Outcome) -> Grade | None:
    """Return the grade of the weakest link that the chain rests on."""
    grades = [link.grade for link in outcome.links if link.grade is not Grade.WEAK]
    return max(grades, key=list(Grade).index, default=None)
