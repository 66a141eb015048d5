"""Which lines of logs are part of an attempt: by URL, message, time, person, device and place, with how sure that is.

Each reason adds its log-odds (`tocsin.identify.outcome.reasons`). A line that is linked may tie in others: those of its
address, its session, its app. Lines are added until none is left that belongs; so the order of logs does not matter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from tocsin.common.urls import parse_url, unwrap
from tocsin.identify.outcome.lines import Habits, Lines, apps_of, is_consent, key
from tocsin.identify.outcome.reasons import REASONS, START, grade
from tocsin.model.activity import Act, Activity, Reason, Status, order_of
from tocsin.model.outcome import Attempt, Did, Grade, Link, Told, Way

WINDOW: Final = timedelta(days=30)
"""How long after its beginning anything is looked for."""
SKEW: Final = timedelta(minutes=2)
"""By how much clocks of logs may differ, and times be cut: a line so little before the beginning is not before it."""
_MINUTES, _HOUR, _DAY = timedelta(minutes=15), timedelta(hours=1), timedelta(days=1)
_HOSTING: Final = re.compile(
    r"\b(?:host(?:ing|er)?|cloud|vps|servers?|data ?cent(?:er|re)|colo(?:cation)?|tor|vpn|proxy|anonym\w*)\b",
    re.IGNORECASE,
)
_WIDE: Final = re.compile(r"mail|drive|files|contacts|offline|full", re.IGNORECASE)
_OF_MAIL: Final = (Act.MAIL_DELIVERED, Act.LINK_OPENED, Act.WARNING)
_SHUTS_OUT: Final = (Act.SIGN_OUT, Act.ACCOUNT_STOPPED)
_DEFENCE: Final = (Act.PASSWORD_CHANGED, Act.SIGN_OUT, Act.ACCOUNT_STOPPED)
_WAYS_IN: Final = (Act.SIGN_IN, Act.SECOND_FACTOR, Act.TOKEN)
_NO_PROOF: Final = ("own-network", "own-country", "own-agent")
"""What an attacker who wants to look like a person can have too: proxies stand in homes, and pages pass browsers on."""
_LEAST: Final = 0.0
"""Links that are weaker are not even shown."""


@dataclass(slots=True)
class Found:
    """The lines that are part of an attempt, by whose hand."""

    theirs: list[Activity] = field(default_factory=list)
    """Of the attacker, or of the person doing what the attacker wanted (consent)."""
    message: list[Activity] = field(default_factory=list)
    """What became of the message: delivered, opened, taken back."""
    clicks: list[Activity] = field(default_factory=list)
    doubts: list[Activity] = field(default_factory=list)
    """Ways into the account from a place that nothing shows to be the person's own, and that nothing ties to the
    attempt either. As long as there is one, no stop before it can be said."""
    tries: list[Activity] = field(default_factory=list)
    """Failed tries from such a place. The person can say whether they were theirs."""
    answers: list[Activity] = field(default_factory=list)
    """What was done about it: passwords changed, sessions ended, accounts stopped. No link is needed: they are the
    person's own or an administrator's."""
    apps: frozenset[str] = frozenset()
    """Apps that were given access, as `apps_of` has them."""
    links: list[Link] = field(default_factory=list)


def join(attempt: Attempt, lines: Lines, told: Iterable[Told] = (), *, are_clicks_known: bool = False) -> Found:
    """Return the lines that are part of an attempt, and how sure each link is; those graded weak are only shown.

    `are_clicks_known`: whether a log of clicks was read for the whole time, so that no click in it means something.
    """
    return _Joining(attempt, lines, tuple(one for one in told if one.attempt == attempt.id), are_clicks_known).found()


class _Joining:
    def __init__(self, attempt: Attempt, lines: Lines, told: tuple[Told, ...], are_clicks_known: bool) -> None:
        self._attempt = attempt
        self._lines = lines
        self._are_clicks_known = are_clicks_known
        self._names = frozenset((attempt.person, *attempt.also))
        self._habits: Habits = lines.habits(self._names, attempt.at - SKEW)
        self._near = lines.of(self._names, attempt.at - SKEW, attempt.at + WINDOW)
        self._shut_out = [line.time for line in self._near if line.act in _SHUTS_OUT and self._is_by_another(line)]
        devices = self._habits.devices
        self._devices_at = {line.ip for line in self._near if line.ip and line.device in devices} - set(attempt.sources)
        self._clicked = [one.at for one in told if one.did in (Did.CLICKED, Did.GAVE)]
        self._clicked_from: set[str] = set()
        self._said = {one.line: one.did for one in told if one.did in (Did.MINE, Did.NOT_MINE)}
        self._said_at = {line.ip for line in self._near if self._said.get(key(line)) is Did.MINE} - {""}
        self._failing = _failing(self._near)
        self._sources = set(attempt.sources)
        self._sessions: set[str] = set()
        self._apps = {app.lower() for app in attempt.apps}
        self._passwords: list[Activity] = []

    def found(self) -> Found:
        found = Found()
        self._of_message(found)
        waiting = [line for line in self._near if self._is_candidate(line)]
        while taken := [(line, link) for line, link in self._weighed(waiting) if link.grade is not Grade.WEAK]:
            for line, link in taken:
                self._learn(line)
                found.theirs.append(line)
                found.links.append(link)
            waiting = [line for line in waiting if line not in found.theirs]
        found.apps = frozenset(self._apps)
        found.theirs.sort(key=order_of)
        found.answers = [line for line in self._near if self._is_answer(line)]
        found.links += [link for _, link in self._weighed(waiting) if link.weight >= _LEAST]
        odd = [line for line in waiting if line.act in _WAYS_IN and not self._is_own_place(line)]
        found.doubts = [line for line in odd if line.status is Status.SUCCESS or line.password_right]
        found.tries = [line for line in odd if line.status is Status.FAILURE and not line.password_right]
        return found

    def _weighed(self, lines: list[Activity]) -> list[tuple[Activity, Link]]:
        return [(line, self._link(line, self._reasons(line))) for line in lines]

    def _is_own_place(self, line: Activity) -> bool:
        return any(
            name.startswith("own-") or name == "where-they-clicked"
            for name in self._of_place(line)
            if name not in _NO_PROOF
        )

    def _of_message(self, found: Found) -> None:
        for line in self._lines.about(self._attempt.message):
            if line.act in (Act.MAIL_DELIVERED, Act.MAIL_READ, Act.DELETED) and self._is_own(line):
                found.message.append(line)
                found.links.append(self._link(line, ["same-message"]))
        for line in self._near:
            if line.act is Act.LINK_OPENED and (reasons := self._of_click(line)):
                found.clicks.append(line)
                found.links.append(self._link(line, reasons))
                self._clicked.append(line.time)
                self._clicked_from.update({line.ip} - {""})

    def _is_own(self, line: Activity) -> bool:
        return not line.person or line.person in self._names

    def _of_click(self, line: Activity) -> list[str]:
        if self._attempt.message and line.message.strip("<>") == self._attempt.message:
            return ["same-message"]
        opened = unwrap(parse_url(line.object))
        if any(opened == unwrap(parse_url(url)) for url in self._attempt.urls):
            return ["same-url"]
        return ["same-host"] if opened.host and opened.host in self._attempt.hosts else []

    def _is_candidate(self, line: Activity) -> bool:
        of_message = line.act is Act.MAIL_READ and line.message and line.message.strip("<>") == self._attempt.message
        is_mine = self._said.get(key(line)) is Did.MINE
        return not (line.act in _OF_MAIL or of_message or is_mine or self._is_by_another(line))

    def _is_by_another(self, line: Activity) -> bool:
        return "@" in line.actor and line.actor not in self._names and line.person in self._names

    def _is_answer(self, line: Activity) -> bool:
        return line.act in _DEFENCE and line.person in self._names and line.ip not in self._sources

    def _learn(self, line: Activity) -> None:
        own = {*self._habits.ips, *self._clicked_from, *self._devices_at, *self._said_at}
        self._sources.update({line.ip} - own - {""})
        self._sessions.update({line.session} - self._habits.sessions - {""})
        if line.act is Act.CONSENT and line.status is not Status.FAILURE:
            self._apps |= apps_of(line)
        if line.act in _WAYS_IN and (line.password_right or line.status is Status.SUCCESS):
            self._passwords.append(line)

    def _link(self, line: Activity, reasons: list[str]) -> Link:
        weight = _weight(reasons)
        told = sorted(
            ((name, REASONS[name].weight) for name in (*reasons, START)), key=lambda one: (-abs(one[1]), one[0])
        )
        return Link(self._attempt.id, key(line), round(weight, 2), grade(weight), tuple(told))

    def _reasons(self, line: Activity) -> list[str]:
        if self._apps & apps_of(line):
            return ["same-app"]
        if is_consent(line) and self._attempt.way is not Way.GUESSING:
            return [*self._of_time(line), *self._of_app(line), *self._of_ties(line)]
        if not (line.ip or line.session):
            return []
        return [*self._of_time(line), *self._of_place(line), *self._of_ties(line), *self._of_result(line)]

    def _of_time(self, line: Activity) -> Iterator[str]:
        if any(timedelta() <= line.time - one.time <= _HOUR for one in self._passwords):
            yield "hour-after-password"
        after = [line.time - clicked for clicked in self._clicked if line.time >= clicked]
        if self._clicked:
            if after:
                least = min(after)
                yield from _first(("minutes-after-click", least <= _MINUTES), ("hour-after-click", least <= _HOUR),
                                  ("day-after-click", least <= _DAY))  # fmt: skip
        elif self._attempt.way is not Way.GUESSING:
            since = line.time - self._attempt.at
            yield from _first(("hour-after-delivery", since <= _HOUR), ("day-after-delivery", since <= _DAY))
            if self._are_clicks_known:
                yield "no-click"

    def _of_place(self, line: Activity) -> Iterator[str]:
        habits = self._habits
        if line.ip in self._said_at:
            yield "own-word"
        elif line.ip in self._clicked_from:
            yield "where-they-clicked"
        elif line.ip and line.ip in habits.ips:
            yield "own-address"
        elif line.ip in self._devices_at:
            yield "own-device-there"
        elif line.ip:
            known = habits.knows_network(line)
            yield from _first(("own-network", known), ("new-network", habits.enough))
            if habits.enough and not known and self._clicked_from and self._is_minutes_after_click(line):
                yield "elsewhere-than-click"
        if line.device and line.device in habits.devices:
            yield "own-device"
        if line.session and line.session in habits.sessions and (not line.ip or line.ip in habits.ips):
            yield "own-session"
        yield from _known(line.country, habits.countries, "own-country", "new-country", enough=habits.enough)
        yield from _known(line.agent, habits.agents, "own-agent", "new-agent", enough=habits.enough)
        if _HOSTING.search(line.network):
            yield "hosting"

    def _is_minutes_after_click(self, line: Activity) -> bool:
        return any(timedelta() <= line.time - clicked <= _MINUTES for clicked in self._clicked)

    def _of_ties(self, line: Activity) -> Iterator[str]:
        if self._said.get(key(line)) is Did.NOT_MINE:
            yield "disowned"
        if line.ip and line.ip in self._attempt.sources:
            yield "known-source"
        elif line.ip and line.ip in self._sources:
            yield "same-source"
        if line.session and line.session in self._sessions:
            yield "same-session"
        others = self._lines.failed_at_others(line.ip, self._attempt.person, self._attempt.at) if line.ip else 0
        if others >= 2 and line.ip not in self._habits.ips:
            yield "tried-others"

    def _of_result(self, line: Activity) -> Iterator[str]:
        if any(timedelta() <= when - line.time <= _HOUR for when in self._shut_out):
            yield "answered"
        if line.protocol == "device-code" and self._clicked:
            yield "device-code"
        if line.status is Status.FAILURE:
            if self._is_tried_again(line):
                yield "tried-again"
            yield from _first(
                ("denied", line.reason is Reason.FACTOR_DENIED), ("unanswered", line.reason is Reason.FACTOR_MISSING),
                ("thought-risky", line.reason is Reason.RISK), ("refused", line.reason is Reason.POLICY),
            )  # fmt: skip

    def _is_tried_again(self, line: Activity) -> bool:
        """Whether an address failed again within the hour and never got in."""
        times = self._failing.get(line.ip, ())
        before, after = bisect_left(times, line.time), bisect_right(times, line.time)
        others = (*times[max(before - 1, 0) : before], *times[after : after + 1])
        return any(abs(one - line.time) <= _HOUR for one in others)

    def _of_app(self, line: Activity) -> Iterator[str]:
        first = [when for app in apps_of(line) if (when := self._lines.first_use(app))]
        if first and min(first) >= self._attempt.at:
            yield "new-app"
        if any(_WIDE.search(scope) for scope in line.scopes):
            yield "wide-access"
        if line.act is not Act.CONSENT:
            yield "asks-admin"


def _failing(lines: Iterable[Activity]) -> dict[str, list[datetime]]:
    """Return when addresses failed that never got in, each in order."""
    times, others = defaultdict[str, list[datetime]](list), set[str]()
    for line in lines:
        if line.ip and line.act in _WAYS_IN and line.status is Status.FAILURE:
            times[line.ip].append(line.time)
        elif line.act in _WAYS_IN:
            others.add(line.ip)
    return {ip: sorted(several) for ip, several in times.items() if ip not in others}


def _weight(reasons: Iterable[str]) -> float:
    return REASONS[START].weight + sum(REASONS[name].weight for name in reasons)


def _first(*choices: tuple[str, bool]) -> Iterator[str]:
    """The first reason that holds, if any."""
    yield from [name for name, holds in choices if holds][:1]


def _known(value: str, usual: set[str], own: str, new: str, *, enough: bool) -> Iterator[str]:
    if value and usual:
        yield from _first((own, value in usual), (new, enough))
