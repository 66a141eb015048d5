"""The lines of an organisation's logs, in order and each once, and what was usual for a person."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Final

from tocsin.model.activity import Act, Activity, Status, each_once, order_of
from tocsin.model.alert import EventRef

_SIGN_INS: Final = (Act.SIGN_IN, Act.SECOND_FACTOR, Act.TOKEN)
_ASKS_ADMIN: Final = ("90094", "90095")
"""Entra's codes of a sign-in that ended because only an administrator may give the app access."""
_BY_APPS: Final = (Act.CONSENT, Act.TOKEN, Act.MAIL_READ, Act.FILE_READ, Act.DOWNLOADED, Act.MAIL_SENT)
_NO_PLACE: Final = (Act.MAIL_DELIVERED, Act.WARNING)
OLD: Final = ("imap", "pop3", "smtp", "basic")
"""Protocols that ask for no second factor."""
_NUMBERS: Final = re.compile(r"[\d._]+")
ENOUGH: Final = 3
"""Sign-ins that a person must have had before anything of theirs is called new."""
HABIT: Final = timedelta(days=90)


_LONGEST_ID: Final = 200
"""Characters of an id that can stand in a form and on a command line."""


def key(activity: Activity | EventRef) -> str:
    """Return what tells a line apart: the provider's id of it, unless that is overlong, else its digest and place."""
    given = activity.id if len(activity.id) <= _LONGEST_ID else ""
    return given or activity.digest or f"{activity.file}:{activity.offset}"


def network(ip: str) -> str:
    """Return the network that an address lies in: /24, or /48 for IPv6. An address that is none stands for itself."""
    try:
        parsed = ip_address(ip)
        return str(ip_network((parsed, 24 if parsed.version == 4 else 48), strict=False))
    except ValueError:
        return ip


def browser(agent: str) -> str:
    """Return what a browser calls itself without its version, which changes every month."""
    return _NUMBERS.sub("", agent)


@dataclass(slots=True)
class Habits:
    """From where and by what a person signed in before an attempt."""

    sign_ins: int = 0
    ips: set[str] = field(default_factory=set)
    networks: set[str] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    """Numbers of autonomous systems."""
    countries: set[str] = field(default_factory=set)
    devices: set[str] = field(default_factory=set)
    agents: set[str] = field(default_factory=set)
    """As `browser` has them."""
    protocols: set[str] = field(default_factory=set)
    sessions: set[str] = field(default_factory=set)

    @property
    def enough(self) -> bool:
        """Whether there is enough of them to call anything new."""
        return self.sign_ins >= ENOUGH

    def knows_network(self, line: Activity) -> bool:
        """Say whether a line comes from a network that was used: the same AS where logs tell it, else the same /24."""
        if line.asn and self.numbers:
            return line.asn in self.numbers
        return bool(line.ip) and network(line.ip) in self.networks

    def add(self, line: Activity) -> None:
        """Learn from a line."""
        self.sign_ins += line.act is Act.SIGN_IN
        if line.ip:
            self.networks.add(network(line.ip))
        if line.asn:
            self.numbers.add(line.asn)
        for values, value in (
            (self.ips, line.ip),
            (self.countries, line.country),
            (self.devices, line.device),
            (self.agents, browser(line.agent)),
            (self.protocols, line.protocol),
            (self.sessions, line.session),
        ):
            if value:
                values.add(value)


def is_consent(line: Activity) -> bool:
    """Say whether access for an app was given, or asked for and refused."""
    return line.act is Act.CONSENT or (line.provider == "entra" and line.detail in _ASKS_ADMIN)


def apps_of(line: Activity) -> frozenset[str]:
    """Return by which names and ids a line knows its app, in lower case. Of a consent, some logs name it as object."""
    if line.act not in _BY_APPS and not is_consent(line):
        return frozenset()
    names = (line.app, line.app_name, line.object if line.act is Act.CONSENT else "")
    return frozenset(name.lower() for name in names if name)


class Beside:
    """Which lines of other people tell something of some people's: who else an address failed at, or who used an app.

    `Lines` of both says the same of these people as `Lines` of everybody's.
    """

    def __init__(self, lines: Iterable[Activity]) -> None:
        known = list(lines)
        self._ips = {line.ip for line in known} - {""}
        self._apps = {app for line in known for app in apps_of(line)}
        self._read: set[str] = set()

    def tells(self, line: Activity) -> bool:
        """Say whether a line of somebody else tells something; of a provider that logs reading, the first that does."""
        if line.act is Act.MAIL_READ and line.provider not in self._read:
            self._read.add(line.provider)
            return True
        return (line.act in _SIGN_INS and line.ip in self._ips) or not self._apps.isdisjoint(apps_of(line))


class Lines:
    """All lines that were read. The order in which they come does not matter, nor that one comes twice."""

    def __init__(self, activities: Iterable[Activity]) -> None:
        self._all = each_once(activities)
        self._people: dict[str, list[Activity]] = defaultdict(list)
        self._messages: dict[str, list[Activity]] = defaultdict(list)
        self._failed: dict[str, dict[str, datetime]] = defaultdict(dict)
        self._entered: set[str] = set()
        self._apps: dict[str, datetime] = {}
        self.latest: Final = self._all[-1].time if self._all else None
        self.tell_reading: Final = frozenset(line.provider for line in self._all if line.act is Act.MAIL_READ)
        """Providers whose logs tell what mail was read: not every licence has that."""
        for line in self._all:
            self._put(line)

    def _put(self, line: Activity) -> None:
        for person in {line.person, line.actor} - {""}:
            self._people[person].append(line)
        if line.message:
            self._messages[line.message.strip("<>")].append(line)
        if line.ip and line.act in _SIGN_INS and line.status is Status.FAILURE:
            self._failed[line.ip].setdefault(line.person, line.time)
        elif line.ip and line.act in _SIGN_INS:
            self._entered.add(line.ip)
        for app in apps_of(line):
            self._apps.setdefault(app, line.time)

    def __iter__(self) -> Iterator[Activity]:
        return iter(self._all)

    def of(self, names: Iterable[str], start: datetime, end: datetime) -> list[Activity]:
        """Return the lines about a person, by any of their names, between two times."""
        found: dict[int, Activity] = {}
        for name in names:
            lines = self._people.get(name, [])
            first = bisect_left(lines, start, key=lambda line: line.time)
            for line in lines[first:]:
                if line.time > end:
                    break
                found[id(line)] = line
        return sorted(found.values(), key=order_of)

    def about(self, message: str) -> list[Activity]:
        """Return the lines that name a message."""
        return list(self._messages.get(message, ())) if message else []

    def habits(self, names: Collection[str], before: datetime) -> Habits:
        """Return what was usual for a person before a time: only what succeeded, so that no attack teaches it."""
        habits = Habits()
        for line in self.of(names, before - HABIT, before):
            by_another = line.actor and line.actor not in names
            if line.time < before and line.status is Status.SUCCESS and not by_another and line.act not in _NO_PLACE:
                habits.add(line)
        return habits

    def failed_at_others(self, ip: str, person: str, start: datetime) -> int:
        """Return at how many other accounts an address failed since a time."""
        return sum(1 for other, when in self._failed.get(ip, {}).items() if other != person and when >= start)

    def entered_from(self, ip: str) -> bool:
        """Say whether anybody got in from an address, or may have."""
        return ip in self._entered

    def first_use(self, app: str) -> datetime | None:
        """Return when an app was first given access or used."""
        return self._apps.get(app)
