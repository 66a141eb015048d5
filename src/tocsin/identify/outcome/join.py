"""Which lines of logs are part of an attempt: by URL, message, time, person, device and place, with how sure that is.

Each reason adds its log-odds (`tocsin.identify.outcome.reasons`). A line that is linked may tie in others: those of its
address, its session, its app. Lines are added until none is left that belongs; so the order of logs does not matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

from tocsin.common.urls import parse_url, unwrap
from tocsin.identify.outcome.lines import Lines, key
from tocsin.identify.outcome.weighing import WAYS_IN, Weighing
from tocsin.model.activity import Act, Activity, Status, order_of
from tocsin.model.outcome import Attempt, Did, Grade, Link, Told

_OF_MAIL: Final = (Act.MAIL_DELIVERED, Act.LINK_OPENED, Act.WARNING)
_DEFENCE: Final = (Act.PASSWORD_CHANGED, Act.SIGN_OUT, Act.ACCOUNT_STOPPED)
_ROUNDS: Final = 40
"""How often lines that were linked are asked which others they tie in."""
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
    contradicted: list[Activity] = field(default_factory=list)
    """What the person says was them, where without that the lines say that it was the attacker, or where it has nothing
    of the person's: neither the network nor the browser. It counts as neither's."""
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
    words = [one for one in told if one.attempt == attempt.id]

    def weighing(words: Iterable[Told]) -> Weighing:
        return Weighing(attempt, lines, tuple(words), are_clicks_known=are_clicks_known)

    disputed = set[str]()
    if mine := {one.line for one in words if one.did is Did.MINE}:
        without = weighing(one for one in words if one.did is not Did.MINE)
        theirs = _Joining(attempt, lines, without, ()).found().theirs
        unlike = [line for line in without.near if key(line) in mine and without.is_unlike(line)]
        disputed = {key(line) for line in (*theirs, *unlike)} & mine
    return _Joining(attempt, lines, weighing(one for one in words if one.line not in disputed), disputed).found()


class _Joining:
    def __init__(self, attempt: Attempt, lines: Lines, weighing: Weighing, disputed: Collection[str]) -> None:
        self._attempt = attempt
        self._lines = lines
        self._weighing = weighing
        self._disputed = disputed

    def found(self) -> Found:
        found, weighing = Found(), self._weighing
        self._of_message(found)
        for line in weighing.near:
            if weighing.said.get(key(line)) is Did.NOT_MINE:
                self._take(found, line, weighing.link(line, ["disowned"]))
        waiting, again = [line for line in weighing.near if self._is_candidate(line)], list[Activity]()
        # Who makes up longer chains leaves doubts, and so no stop is said.
        for _ in range(_ROUNDS):
            taken = [(line, link) for line, link in self._weighed(waiting) if link.grade is not Grade.WEAK]
            if not taken:
                break
            for line, link in taken:
                self._take(found, line, link)
                again += [line] if any(name == "tried-again" for name, _ in link.reasons) else []
            gone = {id(line) for line, _ in taken}
            waiting = [line for line in waiting if id(line) not in gone]
        found.apps = frozenset(weighing.apps)
        found.theirs.sort(key=order_of)
        found.answers = [line for line in weighing.near if self._is_answer(line)]
        found.links += [link for _, link in self._weighed(waiting) if link.weight >= _LEAST]
        self._ask(found, waiting, again)
        return found

    def _take(self, found: Found, line: Activity, link: Link) -> None:
        self._weighing.learn(line)
        found.theirs.append(line)
        found.links.append(link)

    def _weighed(self, lines: list[Activity]) -> list[tuple[Activity, Link]]:
        return [(line, self._weighing.link(line)) for line in lines]

    def _ask(self, found: Found, waiting: list[Activity], again: list[Activity]) -> None:
        """Find what the person has to be asked about."""
        odd = [line for line in waiting if line.act in WAYS_IN and not self._weighing.is_own_place(line)]
        found.contradicted = [line for line in self._weighing.near if key(line) in self._disputed]
        odd = sorted([*odd, *(line for line in found.contradicted if line.act in WAYS_IN)], key=order_of)
        found.doubts = [line for line in odd if _got_in(line)]
        found.tries = [line for line in (*again, *odd) if not _got_in(line) and line.status is Status.FAILURE]

    def _of_message(self, found: Found) -> None:
        for line in self._lines.about(self._attempt.message):
            if line.act in (Act.MAIL_DELIVERED, Act.MAIL_READ, Act.DELETED) and self._is_own(line):
                found.message.append(line)
                found.links.append(self._weighing.link(line, ["same-message"]))
        for line in self._weighing.near:
            if line.act is Act.LINK_OPENED and (reasons := self._of_click(line)):
                found.clicks.append(line)
                found.links.append(self._weighing.link(line, reasons))
                self._weighing.click(line)

    def _is_own(self, line: Activity) -> bool:
        return not line.person or line.person in self._weighing.names

    def _of_click(self, line: Activity) -> list[str]:
        if self._attempt.message and line.message.strip("<>") == self._attempt.message:
            return ["same-message"]
        opened = unwrap(parse_url(line.object))
        if any(opened == unwrap(parse_url(url)) for url in self._attempt.urls):
            return ["same-url"]
        return ["same-host"] if opened.host and opened.host in self._attempt.hosts else []

    def _is_candidate(self, line: Activity) -> bool:
        of_message = line.act is Act.MAIL_READ and line.message and line.message.strip("<>") == self._attempt.message
        is_said = key(line) in self._weighing.said or key(line) in self._disputed
        return not (line.act in _OF_MAIL or of_message or is_said or self._weighing.is_by_another(line))

    def _is_answer(self, line: Activity) -> bool:
        return line.act in _DEFENCE and line.person in self._weighing.names and line.ip not in self._weighing.sources


def _got_in(line: Activity) -> bool:
    return line.status is Status.SUCCESS or line.password_right is True
