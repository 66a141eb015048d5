"""A whole incident: two organisations hit by one attacker, their logs as files, of which some are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Final

from bench.incidents import answers, attack, world
from bench.incidents.attack import AT, HARD, MOVING, ORDINARY, STAGES, Attack, Odds, Truth, holds_once
from bench.incidents.background import background
from bench.incidents.damage import damage
from bench.incidents.stack import Google, Microsoft, Okta, stack_of
from bench.incidents.world import END, MESSAGE, START, Operation, Organisation

WHOLE, CUT, HOLED, JOINED, LATE, DAMAGED, MISSING = "whole", "cut", "holed", "joined", "late", "damaged", "missing"
EXPIRED = "expired"
_FATES: Final = {WHOLE: 70, MISSING: 11, CUT: 5, HOLED: 3, JOINED: 3, LATE: 2, EXPIRED: 2, DAMAGED: 4}
"""What becomes of a log on its way to whoever asks, in percent. With a hole it comes as two files, or joined as one;
of a damaged one, some or many lines since the day of the attack. Of one that expired the provider had kept no more than
the last days when it was asked for all: whoever states what they asked for is wrong and cannot know it."""
_NEAR: Final = {WHOLE: 46, MISSING: 12, CUT: 12, HOLED: 6, JOINED: 6, LATE: 4, EXPIRED: 10, DAMAGED: 4}
"""The same of the hard incidents, in which what is lost begins or ends about the attack."""
_STATES, _CARELESS = 2 / 3, 1 / 4
"""In how many organisations somebody states of each file from which day to which it was exported, and in how many of
these they state it of the whole time without looking, whatever was exported."""
_LITTLE_KNOWN: Final = ("background",)
_ASKED = 2 / 3
"""In how many organisations people are asked of sign-ins that nobody knows to be theirs."""
_THERE = 0.8
"""How many of those who are attacked use an address that the attacker has too, where there is one."""
_ENTRA: Final = ("sign-in", "background")
"""Entra's two logs of people's sign-ins: an old protocol of mail stands in the second alone."""
_PROOF: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "microsoft": {
        "mail-filter": ("mail",), "mail-taken-back": ("post", "clicks", *_ENTRA), "recognised": ("clicks", *_ENTRA),
        "link-protection": ("clicks", *_ENTRA), "consent-policy": ("sign-in", "audit"),
        "session-revoked": (*_ENTRA, "audit", "exchange", "sharepoint"),
        "suspended-in-time": (*_ENTRA, "audit", "exchange", "sharepoint"),
        "password-changed": (*_ENTRA, "audit"), "": _ENTRA,
    },
    "google": {"mail-filter": ("gmail",), "recognised": ("gmail", "login"),
               "password-changed": ("login", "user_accounts"),
               "": ("login",)},
    "okta": {"mail-filter": ("gmail",), "recognised": ("gmail", "okta", "login"), "": ("okta", "login")},
}  # fmt: skip
"""Which logs must be whole for a control's work to be provable ("": for all that is not named): the one that has its
line, and those that would have a line of any way around it that this generator can draw. A click that is blocked may be
made again where nothing sees it, and a message that was reported may have been clicked on: so the sign-ins must be
known. Two doors to an account are two logs of sign-ins."""
_NEVER: Final[Mapping[str, tuple[str, ...]]] = {
    "microsoft": (), "google": ("mail-taken-back", "session-revoked", "suspended-in-time"),
    "okta": ("mail-taken-back", "session-revoked", "suspended-in-time"),
}  # fmt: skip
"""Controls of which no log of a provider can prove that nothing got around them: Google does not log which mail was
read in a browser."""


@dataclass(frozen=True)
class Kind:
    """What kind of incidents there are."""

    odds: Odds = ORDINARY
    is_near: bool = False
    """Whether what is lost of logs begins or ends about the attack."""
    is_shared: bool = False
    """Whether an address of the attacker's is one that people use who are attacked."""
    is_wrong: bool = False
    """Whether people are asked everywhere, and nobody answers all rightly."""


KINDS: Final[Mapping[str, Kind]] = {
    "ordinary": Kind(),
    "hard": Kind(HARD, is_near=True),
    "shared": Kind(MOVING, is_shared=True),
    "wrong": Kind(MOVING, is_wrong=True),
}


@dataclass
class Hit:
    """One organisation's part."""

    organisation: Organisation
    controls: dict[str, str]
    """By person: what worked for them; "" for nothing."""
    truths: list[Truth]
    fates: dict[str, str]
    paths: list[Path] = field(default_factory=list)
    silent: set[str] = field(default_factory=set)
    """Logs without a line for more than a day, that day or a part of it since the day of the attack, whatever became of
    them."""
    stated: list[str] = field(default_factory=list)
    """What somebody states of the files: `PATH=DAY..DAY`, both days whole."""
    stated_logs: set[str] = field(default_factory=set)
    """Logs of which that is stated."""
    is_misled: bool = False
    """Whether more was stated of a file than was exported."""
    is_asked: bool = False
    """Whether its people are asked of sign-ins that nobody knows to be theirs."""
    answers: str = answers.RIGHT
    """How they answer (`bench.incidents.answers`)."""
    tries: set[tuple[str, str, datetime]] = field(default_factory=set)
    """(person, address on the network, time) of the attacker's own sign-ins."""
    unclear: set[str] = field(default_factory=set)
    """Who signed in somewhere new themselves since the attack began, or was attacked out of the network of everybody's
    telephones or one that is theirs too: whose sign-ins are whose, only they can say."""

    def observable(self, truth: Truth) -> bool:
        """Say whether what was handed over can prove what stopped an attack, and whose sign-ins were whose.

        That logs are whole is shown by their lines where none is silent for more than a day, or stated by somebody.
        """
        return self.provable(truth) and (self.is_asked or truth.person not in self.unclear)

    def provable(self, truth: Truth) -> bool:
        """Say whether what was handed over can prove what stopped an attack, once it is known whose each line is."""
        return self.handed_over(truth) and all(
            log not in self.silent or log in self.stated_logs for log in self._proof_of(truth)
        )

    def handed_over(self, truth: Truth) -> bool:
        """Say whether the logs that can prove what stopped an attack were handed over as a whole."""
        if truth.stopped is None:
            return False
        control, stack = truth.stopped[1], self.organisation.stack
        if control in _NEVER[stack] or (AT[control] == "data-read" and not self.organisation.tells_reading):
            return False
        return all(self.fates.get(log) == WHOLE for log in self._proof(control))

    def rests_on_silence(self, truth: Truth) -> bool:
        """Say whether a log that must be whole was silent for more than a day, since the day of the attack."""
        return any(log in self.silent for log in self._proof_of(truth))

    def _proof_of(self, truth: Truth) -> tuple[str, ...]:
        return self._proof(truth.stopped[1]) if truth.stopped else ()

    def _proof(self, control: str) -> tuple[str, ...]:
        proof = _PROOF[self.organisation.stack]
        return proof.get(control, proof[""])

    def says_mine(self, person: str, ip: str, at: datetime) -> bool:
        """Return what somebody answers who is asked whether a line was them."""
        is_mine = not answers.is_of_attacker(self.tries, person, ip, at)
        return answers.says_mine(self.answers, Random(f"{person} {ip} {at}"), is_mine=is_mine)

    def answers_rightly(self, person: str, ip: str, at: datetime) -> bool:
        """Say whether what they answer is so."""
        return self.says_mine(person, ip, at) != answers.is_of_attacker(self.tries, person, ip, at)

    def reached(self) -> set[str]:
        """How far the furthest of the attacks here got."""
        return {stage for truth in self.truths for stage in truth.reached}

    def not_kept(self) -> set[str]:
        """What was reached, or kept by nothing: a second factor that was not asked for, since a policy came first."""
        met = {stage for truth in self.truths for stage, _ in truth.met}
        return self.reached() | ({"second-factor"} if "session" in met and "second-factor" not in met else set())


@dataclass
class Incident:
    """Two organisations and one attacker."""

    operation: Operation
    hits: tuple[Hit, Hit]

    def parting(self) -> tuple[str, int] | None:
        """The first stage that was reached at one and not at the other, and which of the two it was not reached at.

        Nothing keeps anybody from looking at a message: one that was not looked at is told by what was not done then.
        """
        one, other = (hit.not_kept() - {"seen"} for hit in self.hits)
        return next(((stage, int(stage in one)) for stage in STAGES if (stage in one) != (stage in other)), None)


def make(number: int, folder: Path, kind: str = "ordinary") -> Incident:
    """Make an incident of a kind (`KINDS`) and write its logs below a folder."""
    draw, drawn = Random(number), KINDS[kind]
    operation = world.operation(draw, number)
    where = draw.choice(world.SHARED) if drawn.is_shared else ""
    if where:
        operation.sources = (world.shared(draw, where), *operation.sources[:1])
    hits = [_hit(draw, name, number, operation, folder / name, drawn, where) for name in ("Harbour", "Mill")]
    return Incident(operation, (hits[0], hits[1]))


def _hit(draw: Random, name: str, number: int, operation: Operation, folder: Path, kind: Kind, where: str) -> Hit:
    organisation = world.organisation(draw, name, number)
    stack = stack_of(organisation)
    targets = draw.sample(organisation.people, draw.randint(1, min(3, len(organisation.people))))
    possible = [control for control in AT if attack.can_stop(stack, operation, control)]
    common, odds = draw.choice([*possible, "", ""]), kind.odds
    if once := [control for control in possible if holds_once(control)]:
        common = draw.choice(once) if odds.once and draw.random() < odds.once else common
    controls: dict[str, str] = {}
    truths = []
    began = MESSAGE + timedelta(hours=draw.uniform(6, 15))
    for person in targets:
        # What an organisation has works for all of its people, unless somebody is exempt from it.
        controls[person.address] = common if draw.random() < 0.8 else draw.choice([*possible, ""])
        person.factor = attack.factor_for(draw, controls[person.address])
        if where and draw.random() < _THERE:
            world.shares(person, where, operation.sources[0])
    background(draw, stack)
    for person in targets:
        began += timedelta(seconds=draw.uniform(1, 300))
        truths.append(Attack(draw, stack, person, operation, controls[person.address], began, odds).run())
    hit = Hit(organisation, controls, truths, {})
    asks = Random(f"{number} {name} asks")
    hit.is_asked, hit.tries = asks.random() < _ASKED or kind.is_wrong, stack.tries
    if kind.is_wrong:
        hit.answers = asks.choices(list(answers.WRONG), list(answers.WRONG.values()))[0]
    also = {person.address for person in targets if {*_ips(person)} & {place.ip for place in operation.sources}}
    hit.unclear = also | {
        truth.person for truth in truths
        if any(at >= truth.began for at in stack.elsewhere[truth.person])
        or any(place.asn == world.MOBILE for place in operation.sources)
    }  # fmt: skip
    overcome = [truth for truth in truths if truth.met and "session" in truth.reached]
    loss = _near(draw, draw.choice(overcome or truths)) if kind.is_near else _anywhere(draw)
    _write(draw, stack, hit, folder, Random(f"{number} {name} states"), loss)
    return hit


def _ips(person: world.Person) -> Iterable[str]:
    return (place.ip for place in (*person.places, *([person.stays] if person.stays else ())))


def _write(
    draw: Random, stack: Microsoft | Google | Okta, hit: Hit, folder: Path, person: Random, loss: Loss
) -> None:  # fmt: skip
    """Write what is left of each log, and what a person states of it."""
    folder.mkdir(parents=True, exist_ok=True)
    states, is_careless = person.random() < _STATES, person.random() < _CARELESS
    for log in sorted(stack.logs):
        fate = draw.choices(list(loss.fates), list(loss.fates.values()))[0]
        if loss.forgotten and log in _LITTLE_KNOWN and draw.random() < loss.forgotten:
            fate = MISSING
        hit.fates[log] = fate
        lines = stack.lines(log)
        before = max((at for at, _ in lines if at <= MESSAGE), default=START)
        times = [before, *(at for at, _ in lines if at > MESSAGE), END]
        if any(later - at > timedelta(days=1) for at, later in pairwise(times)):
            hit.silent.add(log)
        for part, left in enumerate(one for one in _left(draw, fate, lines, loss) if one.lines):
            path = folder / f"{log}-{part}.ndjson"
            path.write_bytes(b"".join(left.lines))
            hit.paths.append(path)
            if states:
                _state(hit, log, path, left.periods, is_careless=is_careless)


def _state(hit: Hit, log: str, path: Path, periods: list[Period], *, is_careless: bool) -> None:
    """State of a file which whole days of UTC are in it; without looking, that all are."""
    whole = [(START, END)]
    hit.is_misled |= is_careless and periods != whole
    for begins, ends in whole if is_careless else periods:
        first = begins.date() if begins.time() == time() else begins.date() + timedelta(days=1)
        last = ends.date() - timedelta(days=1)
        if first < last:  # of a single day, nobody knows which hours it has wherever one is
            hit.stated.append(f"{path}={first}..{last}")
            hit.stated_logs.add(log)


Period = tuple[datetime, datetime]


@dataclass
class Left:
    """What is left of a log in one file, and of which time."""

    lines: list[bytes]
    periods: list[Period]


@dataclass
class Loss:
    """How often what becomes of a log, and from when to when it is lost. Each call draws anew."""

    fates: Mapping[str, int]
    cut: Callable[[], datetime]
    late: Callable[[], datetime]
    expired: Callable[[], datetime]
    hole: Callable[[], datetime]
    forgotten: float = 0.0
    """How often nobody asks for a log that is little known."""


def _anywhere(draw: Random) -> Loss:
    return Loss(
        _FATES,
        lambda: MESSAGE + timedelta(hours=draw.uniform(0, 120)),
        lambda: MESSAGE + timedelta(hours=draw.uniform(10, 60)),
        lambda: END - timedelta(days=draw.randint(4, 8), hours=-draw.uniform(6, 20)),
        lambda: MESSAGE + timedelta(hours=draw.uniform(0, 48)),
    )


def _near(draw: Random, truth: Truth) -> Loss:
    """Losses that begin or end about an attack: mostly between its first try and the one that got through."""
    tried, through = truth.reached.get("sign-in-tried"), truth.reached.get("session")

    def edge() -> datetime:
        if tried and through and tried < through and draw.random() < 0.8:
            return tried + (through - tried) * draw.random()
        return truth.began + timedelta(hours=draw.uniform(-3, 12))

    return Loss(_NEAR, edge, edge, edge, edge, forgotten=0.4)


def _left(draw: Random, fate: str, lines: list[tuple[datetime, bytes]], loss: Loss) -> list[Left]:
    """The files that are left of a log."""
    if fate == MISSING or not lines:
        return []
    if fate == CUT:
        end = loss.cut()
        return [Left([line for at, line in lines if at < end], [(START, end)])]
    if fate == LATE:
        begin = loss.late()
        return [Left([line for at, line in lines if at >= begin], [(begin, END)])]
    if fate == EXPIRED:
        begin = loss.expired()
        return [Left([line for at, line in lines if at >= begin], [(START, END)])]
    if fate == DAMAGED:
        share = draw.choice((0.003, 0.03, 0.3))
        since = [place for place, (at, _) in enumerate(lines) if at >= MESSAGE]
        hit = {place for place in since if draw.random() < share} or set(draw.sample(since, min(1, len(since))))
        return [Left([damage(draw, line) if place in hit else line for place, (_, line) in enumerate(lines)],
                     [(START, END)])]  # fmt: skip
    if fate in (HOLED, JOINED):
        first = loss.hole()
        last = first + timedelta(hours=draw.uniform(40, 72))
        before = Left([line for at, line in lines if at < first], [(START, first)])
        after = Left([line for at, line in lines if at >= last], [(last, END)])
        return [Left(before.lines + after.lines, before.periods + after.periods)] if fate == JOINED else [before, after]
    return [Left([line for _, line in lines], [(START, END)])]
