"""What is known of an attacker and of a person, as it grows, and which reasons it gives for a line's being a link."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final

from tocsin.identify.outcome.lines import OLD, Habits, Lines, apps_of, browser, is_consent, key
from tocsin.identify.outcome.reasons import REASONS, START, grade
from tocsin.model.activity import Act, Activity, Reason, Status
from tocsin.model.outcome import Attempt, Did, Link, Told, Way

WINDOW: Final = timedelta(days=30)
"""How long after its beginning anything is looked for."""
SKEW: Final = timedelta(minutes=2)
"""By how much clocks of logs may differ, and times be cut: a line so little before the beginning is not before it."""
WAYS_IN: Final = (Act.SIGN_IN, Act.SECOND_FACTOR, Act.TOKEN)
_MINUTES, _HOUR, _DAY = timedelta(minutes=15), timedelta(hours=1), timedelta(days=1)
_HOSTING: Final = re.compile(
    r"\b(?:host(?:ing|er)?|cloud|vps|servers?|data ?cent(?:er|re)|colo(?:cation)?|tor|vpn|proxy|anonym\w*)\b",
    re.IGNORECASE,
)
_WIDE: Final = re.compile(r"mail|drive|files|contacts|offline|full", re.IGNORECASE)
_SHUTS_OUT: Final = (Act.SIGN_OUT, Act.ACCOUNT_STOPPED)
_OWN_THINGS: Final = ("own-device", "own-session")
_OWN_PLACES: Final = ("own-address", "own-device-there", "where-they-clicked")
"""What shows that a place is the person's, unless anybody can be there. The same network, country or browser do not: an
attacker who wants to look like a person can have them, since proxies stand in homes and pages pass browsers on."""
_NEW_THINGS: Final = ("new-agent", "old-protocol")
_BY_OTHERS: Final = ("hosting", *_NEW_THINGS)
"""What makes it doubtful that somebody at a person's place is that person."""
_MANY: Final = 2
"""Other accounts at which an address failed that more people have than one."""


class Weighing:
    """Weighs the lines of one attempt. What is learnt from a line that is linked counts for all others."""

    def __init__(self, attempt: Attempt, lines: Lines, told: tuple[Told, ...], *, are_clicks_known: bool) -> None:
        self._attempt = attempt
        self._lines = lines
        self._are_clicks_known = are_clicks_known
        self.names: Final = frozenset((attempt.person, *attempt.also))
        self._habits: Habits = lines.habits(self.names, attempt.at - SKEW)
        self.near: Final = lines.of(self.names, attempt.at - SKEW, attempt.at + WINDOW)
        self.said: Final = {one.line: one.did for one in told if one.did in (Did.MINE, Did.NOT_MINE)}
        self.apps: Final = {app.lower() for app in attempt.apps}
        self._shut_out = [line.time for line in self.near if line.act in _SHUTS_OUT and self.is_by_another(line)]
        devices = self._habits.devices
        self._devices_at = {line.ip for line in self.near if line.ip and line.device in devices} - set(attempt.sources)
        self._clicked = [one.at for one in told if one.did in (Did.CLICKED, Did.GAVE)]
        self._clicked_from: set[str] = set()
        self._said_at = self._places_said()
        self._failing = _failing(self.near)
        self.sources = set(attempt.sources)
        self._shared = {ip for ip in self.sources & self._own() if self._failed_at_others(ip) >= _MANY}
        self._sessions: set[str] = set()
        self._passwords: list[Activity] = []

    def _places_said(self) -> dict[str, list[datetime]]:
        """Where the person says they were when they got in, and when: not where an attacker is known to have been."""
        others = {line.ip for line in self.near if self.said.get(key(line)) is Did.NOT_MINE}
        places = defaultdict[str, list[datetime]](list)
        for line in self.near:
            is_theirs = self.said.get(key(line)) is Did.MINE and line.status is Status.SUCCESS
            if is_theirs and line.ip not in others | {*self._attempt.sources, ""}:
                places[line.ip].append(line.time)
        return places

    def _own(self) -> set[str]:
        return {*self._habits.ips, *self._clicked_from, *self._devices_at, *self._said_at.keys()}

    def is_by_another(self, line: Activity) -> bool:
        """Say whether somebody else did something to the person's account."""
        return "@" in line.actor and line.actor not in self.names and line.person in self.names

    def click(self, line: Activity) -> None:
        """Take a line as the person's following the link."""
        self._clicked.append(line.time)
        self._clicked_from.update({line.ip} - {""})

    def learn(self, line: Activity) -> None:
        """Take a line as the attacker's, or as what they wanted the person to do."""
        own = self._own() - {""}
        self.sources.update({line.ip} - own - {""})
        if not is_consent(line):
            self._shared.update({line.ip} & own)
        self._sessions.update({line.session} - self._habits.sessions - {""})
        if line.act is Act.CONSENT and line.status is not Status.FAILURE:
            self.apps.update(apps_of(line))
        if line.act in WAYS_IN and (line.password_right or line.status is Status.SUCCESS):
            self._passwords.append(line)

    def is_own_place(self, line: Activity) -> bool:
        """Say whether anything shows that a line comes from where the person is, and others are not."""
        reasons = set(self._of_place(line))
        is_there = not reasons.isdisjoint(_OWN_PLACES) and reasons.isdisjoint(_BY_OTHERS)
        return is_there or not reasons.isdisjoint(_OWN_THINGS)

    def is_unlike(self, line: Activity) -> bool:
        """Say whether neither from where nor by what a line comes has anything of the person's."""
        reasons = set(self._of_place(line))
        return "new-network" in reasons and not reasons.isdisjoint(_NEW_THINGS) and reasons.isdisjoint(_OWN_THINGS)

    def link(self, line: Activity, reasons: Iterable[str] | None = None) -> Link:
        """Return how sure it is that a line is a link, for the reasons that hold or for those that are given."""
        names = list(self._reasons(line) if reasons is None else reasons)
        weight = sum(REASONS[name].weight for name in (START, *names))
        told = sorted(
            ((name, REASONS[name].weight) for name in (*names, START)), key=lambda one: (-abs(one[1]), one[0])
        )
        return Link(self._attempt.id, key(line), round(weight, 2), grade(weight), tuple(told))

    def _reasons(self, line: Activity) -> list[str]:
        if self.apps & apps_of(line):
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
        if line.ip in self._shared:
            yield "shared-address"
        elif any(abs(line.time - when) <= _DAY for when in self._said_at.get(line.ip, ())):
            yield "own-word"
        elif line.ip in self._clicked_from:
            yield "where-they-clicked"
        elif line.ip and line.ip in habits.ips:
            yield "own-address"
        elif line.ip in self._devices_at:
            yield "own-device-there"
        elif line.ip:
            yield from self._of_network(line)
        if line.device and line.device in habits.devices:
            yield "own-device"
        if line.session and line.session in habits.sessions and (not line.ip or line.ip in habits.ips):
            yield "own-session"
        yield from _known(line.country, habits.countries, "own-country", "new-country", enough=habits.enough)
        yield from _known(browser(line.agent), habits.agents, "own-agent", "new-agent", enough=habits.enough)
        if line.protocol in OLD and line.protocol not in habits.protocols and habits.enough:
            yield "old-protocol"
        if _HOSTING.search(line.network):
            yield "hosting"

    def _of_network(self, line: Activity) -> Iterator[str]:
        known = self._habits.knows_network(line)
        yield from _first(("own-network", known), ("new-network", self._habits.enough))
        if self._habits.enough and not known and self._clicked_from and self._is_minutes_after_click(line):
            yield "elsewhere-than-click"

    def _is_minutes_after_click(self, line: Activity) -> bool:
        return any(timedelta() <= line.time - clicked <= _MINUTES for clicked in self._clicked)

    def _of_ties(self, line: Activity) -> Iterator[str]:
        if line.ip and line.ip not in self._shared:
            yield from _first(("known-source", line.ip in self._attempt.sources),
                              ("same-source", line.ip in self.sources))  # fmt: skip
        if line.session and line.session in self._sessions:
            yield "same-session"
        if line.ip and line.ip not in self._habits.ips and self._failed_at_others(line.ip) >= _MANY:
            yield "tried-others"

    def _failed_at_others(self, ip: str) -> int:
        return self._lines.failed_at_others(ip, self._attempt.person, self._attempt.at)

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
        times = () if self._lines.entered_from(line.ip) else self._failing.get(_log_of(line), ())
        before, after = bisect_left(times, line.time - SKEW), bisect_right(times, line.time + SKEW)
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


def _log_of(line: Activity) -> tuple[str, str, str, Act]:
    """Where a try and the next one are two tries, and not two lines on one."""
    return line.ip, line.provider, line.log, line.act


def _failing(lines: Iterable[Activity]) -> dict[tuple[str, str, str, Act], list[datetime]]:
    """Return when addresses failed, by log, each in order."""
    times = defaultdict[tuple[str, str, str, Act], list[datetime]](list)
    for line in lines:
        if line.ip and line.act in WAYS_IN and line.status is Status.FAILURE:
            times[_log_of(line)].append(line.time)
    return {place: sorted(several) for place, several in times.items()}


def _first(*choices: tuple[str, bool]) -> Iterator[str]:
    """The first reason that holds, if any."""
    yield from [name for name, holds in choices if holds][:1]


def _known(value: str, usual: set[str], own: str, new: str, *, enough: bool) -> Iterator[str]:
    if value and usual:
        yield from _first((own, value in usual), (new, enough))
