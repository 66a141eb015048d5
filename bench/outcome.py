"""How far attempts got, from raw logs, held against what really happened: `python -m bench.outcome [--out F]`.

`bench.incidents` makes whole incidents: two organisations, one attacker, the raw logs of their providers, controls
drawn at random, ordinary life around it, and logs that are missing, cut, holed or damaged. It imports nothing of
Tocsin. The logs are read and judged as `tocsin outcome` does; beside it, in the same run, stands the naive reading of
the same lines: the last line from an unknown address says where it stopped. Both are scored on the same organisations.
FULL=1 takes 1,000 incidents of each kind instead of 25.

A log that was silent for a day cannot be told from one with a hole, unless somebody states from when to when it was
exported: in two of three organisations of the generator somebody does. In two of three, people are asked of sign-ins
that nobody knows to be theirs, and answer rightly. What stopped an attack is *observable* where the logs that show it
were handed over as a whole, where that they are is shown by their lines or stated, and where people were asked, or were
nowhere new themselves since and the attacker came from elsewhere than the network of everybody's telephones:
control_right is of these. control_right_by_lines is of those where lines alone show that logs are whole,
control_right_stated of the others; control_right_asked and control_right_unasked part them by whether anybody asked;
control_right_handed_over is of all that were handed over; control_right_nobody_asked is of the same organisations and
logs, with nobody asked anywhere and nobody left out for it. Some people state more than was exported; what is then said
is counted by itself, under misled.

Beside these stand as many incidents of each other kind, counted by themselves. *Hard*: more attacks get through after
they were stopped once, and what is lost of logs begins or ends about then, so that it lies where a judge that believes
too much says that something was stopped. *Shared*: the attacker has an address that people use who are attacked, of a
telephone carrier, a hotel or a VPN, and one of their own, and changes between them. *Wrong*: people are asked
everywhere, and nobody answers all rightly: they say that all was them, or nothing, or are mistaken about every third.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

from bench.incidents import incident
from bench.incidents.attack import STAGES, Truth
from bench.incidents.incident import Hit, Incident
from bench.incidents.world import END, Operation
from bench.lib import output
from bench.lib.stats import Rate
from tocsin.cli.exported import exported_of
from tocsin.cli.outcome import read
from tocsin.identify.outcome import chain
from tocsin.identify.outcome.compare import compare
from tocsin.identify.outcome.lines import Lines, key
from tocsin.identify.outcome.logs import Reach
from tocsin.model.activity import Activity, Status
from tocsin.model.outcome import Attempt, Comparison, Did, Outcome, Parting, Side, State, Told, Way

SHORT, FULL = 25, 1_000
FIRST: Final = {"ordinary": 800_000, "hard": 900_000, "shared": 1_000_000, "wrong": 1_100_000}
"""Numbers of the incidents of each kind begin here. Those below 10,000 were looked at while the rules were written, and
none of these."""
_MOST_ROUNDS: Final = 20


@dataclass
class Score:
    """Counts of one judge."""

    handed_over: int = 0
    handed_over_right: int = 0
    observable: int = 0
    right: int = 0
    by_lines: int = 0
    by_lines_right: int = 0
    asked: int = 0
    asked_right: int = 0
    plain: int = 0
    """Stops that logs can prove, whether or not lines show whose sign-ins are whose."""
    plain_right: int = 0
    """Of these, named rightly without anybody's being asked."""
    attempts: int = 0
    stops: int = 0
    stated: int = 0
    """Stops that rest on what somebody stated."""
    said: int = 0
    """Stops that rest on what somebody answered."""
    false: int = 0
    false_said: int = 0
    """False stops of which it is told that they rest on what somebody answered."""
    contradicted: int = 0
    """Answers of which it is told that lines speak against them."""
    contradicted_right: int = 0
    """Of these, those that were wrong."""
    misnamed: int = 0
    claimed: int = 0
    true: int = 0
    seen: int = 0
    reached: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    parted: int = 0
    parted_right: int = 0
    decidable: int = 0
    decided: int = 0
    wrong: list[str] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    parser.add_argument("--first", type=int, help="number of the first incident, of each kind")
    parser.add_argument("--kind", choices=tuple(FIRST), action="append", help="which kinds (default: all)")
    parser.add_argument("--incidents", type=int, help="how many of each kind")
    parser.add_argument("--show", action="store_true", help="print what was judged wrong")
    chosen = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    count = chosen.incidents or (FULL if full else SHORT)
    result = output.stamp("outcome", full=full) | {"incidents": count}
    kinds: Sequence[str] = chosen.kind or tuple(FIRST)
    firsts = [FIRST[kind] if chosen.first is None else chosen.first for kind in kinds]
    with ProcessPoolExecutor(min(len(kinds), os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
        counted = list(pool.map(timed, kinds, [range(first, first + count) for first in firsts]))
    for kind, first, (ours, naive, misled, lines, seconds) in zip(kinds, firsts, counted, strict=True):
        told = {
            "first": first, "lines": lines, "seconds": seconds,
            "tocsin": figures(ours), "naive": figures(naive), "misled": of_misled(misled),
        }  # fmt: skip
        result |= told if kind == "ordinary" else {kind: told}
        show(kind, count, told)
        if chosen.show:
            for name, one in ((kind, ours), (f"{kind}, misled", misled)):
                print("\n".join([f"{name}:", *one.wrong, str(one.missed)]))
    output.finish(result, chosen.out)
    return 0


def timed(kind: str, numbers: Sequence[int]) -> tuple[Score, Score, Score, int, float]:
    """Judges incidents of a kind; returns what `run` does, and how many seconds it took."""
    started = time.perf_counter()
    return *run(numbers, kind), round(time.perf_counter() - started, 1)


def run(numbers: Iterable[int], kind: str = "ordinary") -> tuple[Score, Score, Score, int]:
    """Judges incidents; returns the scores (of Tocsin misled, too) and how many lines of logs were read."""
    ours, naive, misled, lines = Score(), Score(), Score(), 0
    for number in numbers:
        folder = Path(tempfile.mkdtemp(prefix="tocsin-bench-outcome-"))
        try:
            made = incident.make(number, folder, kind)
            lines += sum(path.read_bytes().count(b"\n") for hit in made.hits for path in hit.paths)
            one(made, ours, naive, misled)
        finally:
            shutil.rmtree(folder)
    return ours, naive, misled, lines


def one(made: Incident, ours: Score, naive: Score, misled: Score) -> None:
    """Judges one incident both ways."""
    sides = []
    for hit in made.hits:
        paths = [str(path) for path in hit.paths]
        read_lines, coverage, unread = read(paths, END, exported_of(hit.stated, paths))
        if unread and incident.DAMAGED not in hit.fates.values():
            raise RuntimeError(f"{unread} lines of {hit.organisation.stack} could not be read")
        reach = Reach(coverage, houses_of(hit))
        attempts = [attempt_of(made.operation, truth) for truth in hit.truths]
        told = [word for truth in hit.truths for word in told_of(truth)]
        several = [judged(attempt, read_lines, reach, told, hit) for attempt in attempts]
        outcomes = [outcome for _, outcome in several]
        mine = misled if hit.is_misled else ours
        for truth, (unasked, outcome) in zip(hit.truths, several, strict=True):
            score(mine, hit, truth, claims_of(outcome), made.operation.number)
            plainly(mine, hit, truth, claims_of(unasked))
            rests(mine, hit, truth, outcome, read_lines)
            if not hit.is_misled:
                score(naive, hit, truth, naively(read_lines, truth), made.operation.number)
                plainly(naive, hit, truth, naively(read_lines, truth))
        sides.append(Side(hit.organisation.name, tuple(attempts), tuple(outcomes)))
    compared(misled if any(hit.is_misled for hit in made.hits) else ours, made, compare(sides[0], sides[1]))


def judged(
    attempt: Attempt, lines: Lines, reach: Reach, told: Sequence[Told], hit: Hit
) -> tuple[Outcome, Outcome]:  # fmt: skip
    """Judges an attempt before anybody is asked, and, where they are, when they have answered all that is asked."""
    unasked = outcome = chain.judge(attempt, lines, reach, told, as_of=END)
    answers: dict[str, Told] = {}
    by_key = {key(line): line for line in lines}
    for _ in range(_MOST_ROUNDS):
        questions = [one for one in (*outcome.doubts, *outcome.tries) if one not in answers]
        if not (hit.is_asked and questions):
            break
        for one in questions:
            line = by_key[one]
            did = Did.MINE if hit.says_mine(attempt.person, line.ip, line.time) else Did.NOT_MINE
            answers[one] = Told(f"said-{one}", attempt.id, did, line.time, one)
        outcome = chain.judge(attempt, lines, reach, [*told, *answers.values()], as_of=END)
    return unasked, outcome


def houses_of(hit: Hit) -> tuple[str, ...]:
    """Where accounts can be signed in to: an organisation knows that of itself."""
    return {"microsoft": ("microsoft",), "google": ("google",), "okta": ("okta", "google")}[hit.organisation.stack]


def attempt_of(operation: Operation, truth: Truth) -> Attempt:
    """What is known of an attempt from its message, or from the alert on a spray."""
    if truth.way == "guessing":
        sources = tuple(place.ip for place in operation.sources)
        return Attempt(truth.person, truth.person, truth.began, Way.GUESSING, sources=sources)
    return Attempt(
        truth.person, truth.person, truth.began, Way(truth.way), message=operation.message, sender=operation.sender,
        urls=(operation.url,), hosts=(operation.host,),
    )  # fmt: skip


def told_of(truth: Truth) -> list[Told]:
    """What the person told."""
    return [Told(f"told-{did}", truth.person, Did(did), at) for did, at in truth.told]


Claims = dict[str, tuple[str, str]]
"""By stage: (reached, stopped or unknown; the control)."""


def claims_of(outcome: Outcome) -> Claims:
    """What Tocsin says."""
    names = {State.REACHED: "reached", State.STOPPED: "stopped", State.NOT_OBSERVABLE: "unknown"}
    return {state.stage.value: (names[state.state], state.control) for state in outcome.stages}


_ACTS: Final = {
    "mail-delivered": "delivered", "link-opened": "clicked", "sign-in": "session", "second-factor": "second-factor",
    "mail-read": "data-read", "file-read": "data-read", "downloaded": "data-out", "consent": "persistence",
    "rule-made": "persistence", "forwarding-set": "persistence", "factor-added": "persistence",
}  # fmt: skip
_NAIVE: Final = {
    "wrong-password": "password-wrong", "locked": "lockout", "stopped": "account-suspended", "policy": "access-policy",
    "risk": "risk-block", "factor-denied": "factor-denied", "factor-missing": "factor-missing",
    "factor-wrong": "factor-wrong",
}  # fmt: skip


def naively(lines: Lines, truth: Truth) -> Claims:
    """The last line from an address that was not there before says where it stopped, and all before it was reached."""
    mine = [line for line in lines if line.person == truth.person]
    known = {line.ip for line in mine if line.time < truth.began}
    odd = [line for line in mine if line.time >= truth.began and line.act.value in _ACTS and line.ip not in known]
    if not odd:
        return {}
    last = odd[-1]
    stage, failed = _ACTS[last.act.value], last.status is Status.FAILURE
    place = STAGES.index(_stage_of(last) if failed else stage)
    claims = dict.fromkeys(STAGES[: place if failed else place + 1], ("reached", ""))
    if failed:
        claims[STAGES[place]] = (
            "stopped",
            _NAIVE.get(last.reason.value, "mail-filter" if stage == "delivered" else ""),
        )
    elif place + 1 < len(STAGES):
        claims[STAGES[place + 1]] = ("stopped", "")
    return claims


def _stage_of(line: Activity) -> str:
    if line.act.value in ("sign-in", "second-factor"):
        return "second-factor" if line.reason.value.startswith("factor") else "password-accepted"
    return "credential-given" if line.act.value == "link-opened" else _ACTS[line.act.value]


def score(score: Score, hit: Hit, truth: Truth, claims: Claims, number: int) -> None:
    """Counts what a judge says of one attempt."""
    said = f"{number} {hit.organisation.stack} {truth.person}"
    for stage, (what, control) in claims.items():
        if what == "reached":
            score.claimed += 1
            score.true += stage in truth.reached
            if stage not in truth.reached:
                score.wrong.append(f"{said}: {stage} said to be reached, truth {sorted(truth.reached)} {truth.stopped}")
        elif what == "stopped":
            score.stops += 1
            score.false += stage in truth.reached
            score.misnamed += stage not in truth.reached and (stage, control) not in truth.met
            if stage in truth.reached or (stage, control) not in truth.met:
                score.wrong.append(f"{said}: {stage} FALSELY stopped by {control}, truth {truth}")
    score.reached += len(truth.reached)
    score.seen += sum(claims.get(stage, ("", ""))[0] == "reached" for stage in truth.reached)
    score.attempts += 1
    if hit.handed_over(truth) and truth.stopped:
        stage, control = truth.stopped
        is_right = claims.get(stage) == ("stopped", control)
        score.handed_over += 1
        score.handed_over_right += is_right
        if hit.observable(truth):
            score.by_lines += not hit.rests_on_silence(truth)
            score.by_lines_right += is_right and not hit.rests_on_silence(truth)
            score.observable += 1
            score.right += is_right
            score.asked += hit.is_asked
            score.asked_right += hit.is_asked and is_right
            if not is_right:
                score.missed[f"{hit.organisation.stack} {control}"] += 1
                score.wrong.append(f"{said}: {stage} not said to be stopped by {control} but {claims.get(stage)}")


def plainly(score: Score, hit: Hit, truth: Truth, claims: Claims) -> None:
    """Counts what is said before anybody is asked, of all stops that logs can prove."""
    if truth.stopped and hit.provable(truth):
        stage, control = truth.stopped
        score.plain += 1
        score.plain_right += claims.get(stage) == ("stopped", control)


def rests(score: Score, hit: Hit, truth: Truth, outcome: Outcome, lines: Lines) -> None:
    """Counts what stops rest on besides lines, and which answers are said to be contradicted."""
    score.stated += sum(state.stated for state in outcome.stages)
    said = [state for state in outcome.stages if state.said and state.state is State.STOPPED]
    score.said += len(said)
    score.false_said += sum(state.stage.value in truth.reached for state in said)
    named = set(outcome.contradicted)
    score.contradicted += len(named)
    score.contradicted_right += sum(
        not hit.answers_rightly(truth.person, line.ip, line.time) for line in lines if key(line) in named
    )


def compared(score: Score, made: Incident, said: Comparison) -> None:
    """Counts what the comparison says: only where it names a stage can it be wrong."""
    truth = made.parting()
    told = (said.stage.value, said.held) if said.parting is Parting.PARTED and said.stage else None
    if told:
        score.parted += 1
        score.parted_right += told == truth
        if told != truth:
            score.wrong.append(f"{made.operation.number}: parts at {told}, truth {truth}")
    if truth and decidable(made, truth):
        score.decidable += 1
        score.decided += told == truth
        if told != truth:
            score.wrong.append(f"{made.operation.number}: {said.parting.value} {said.stage}, truth {truth}")


def decidable(made: Incident, truth: tuple[str, int]) -> bool:
    """Whether the logs that are left can show where the chains part: the stop of all at one, a session at the other."""
    held, passed = made.hits[truth[1]], made.hits[1 - truth[1]]
    stopped = all(held.observable(one) for one in held.truths) and any(
        one.stopped and one.stopped[0] == truth[0] for one in held.truths
    )
    doors = [fate for log, fate in passed.fates.items() if log in ("sign-in", "background", "login", "okta")]
    return stopped and "session" in passed.reached() and all(fate == incident.WHOLE for fate in doors)


def figures(score: Score) -> dict[str, Any]:
    """What is printed and kept."""
    return {
        "stops_observable": score.observable,
        "control_right": Rate(score.right, score.observable).as_json(),
        "control_right_by_lines": Rate(score.by_lines_right, score.by_lines).as_json(),
        "control_right_stated": Rate(score.right - score.by_lines_right, score.observable - score.by_lines).as_json(),
        "control_right_asked": Rate(score.asked_right, score.asked).as_json(),
        "control_right_unasked": Rate(score.right - score.asked_right, score.observable - score.asked).as_json(),
        "control_right_handed_over": Rate(score.handed_over_right, score.handed_over).as_json(),
        "control_right_nobody_asked": Rate(score.plain_right, score.plain).as_json(),
        "stops_said": score.stops,
        "stops_said_as_stated": score.stated,
        "stops_said_as_answered": score.said,
        "false_stops": Rate(score.false, score.stops).as_json(),
        "false_stops_said_as_answered": score.false_said,
        "answers_contradicted": score.contradicted,
        "answers_contradicted_rightly": Rate(score.contradicted_right, score.contradicted).as_json(),
        "stops_by_another_control": score.misnamed,
        "reached_said": score.claimed,
        "reached_right": Rate(score.true, score.claimed).as_json(),
        "reached_found": Rate(score.seen, score.reached).as_json(),
        "partings_said": score.parted,
        "partings_right": Rate(score.parted_right, score.parted).as_json(),
        "partings_decidable": score.decidable,
        "partings_found": Rate(score.decided, score.decidable).as_json(),
    }


def of_misled(score: Score) -> dict[str, Any]:
    """What is printed and kept of organisations in which more was stated than was exported."""
    return {
        "attempts": score.attempts,
        "stops_said": score.stops,
        "stops_said_as_stated": score.stated,
        "false_stops": Rate(score.false, score.stops).as_json(),
        "stops_by_another_control": score.misnamed,
        "partings_said": score.parted,
        "partings_right": Rate(score.parted_right, score.parted).as_json(),
    }


def show(kind: str, count: int, result: dict[str, Any]) -> None:
    """Prints the tables of a kind of incidents."""
    table(f"{count:,} {kind} incidents, {result['lines']:,} lines of logs", result, ("tocsin", "naive"))
    table(f"{kind}, where somebody stated more than was exported", result, ("misled",))
    print(f"{result['seconds']} s")


def table(title: str, result: dict[str, Any], judges: Sequence[str]) -> None:
    """Prints what judges said, side by side."""
    rows = []
    for name in result[judges[0]]:
        cells = [result[judge][name] for judge in judges]
        rows.append((name, *(output.interval(cell) if isinstance(cell, dict | None) else str(cell) for cell in cells)))
    print(output.table(title, ("", *judges), rows))


if __name__ == "__main__":
    raise SystemExit(main())
