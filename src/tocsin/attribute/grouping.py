"""Operations: incidents joined by links that hold, as far as no person has cut them.

`Grouping` is kept up to date one incident at a time. What it says is a function of the incidents and ties that it has,
and not of the way to them: in whatever order they came, in whatever parts, and whatever was taken out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from hashlib import blake2b
from typing import Final

from tocsin.attribute.index import Index
from tocsin.attribute.linking import Key, compared
from tocsin.attribute.parting import parts
from tocsin.attribute.shards import Shards
from tocsin.model.operation import IncidentFeatures, Operation, Spread, Tie, TieKind

_NOBODY: Final[set[int]] = set()
"""Never changed."""


class Grouping:
    """Incidents, and the operations that they form. An incident that is not there raises KeyError.

    What changes something returns the incidents whose operation may be another one now, the one that is gone left out.
    """

    def __init__(self) -> None:
        self._index = Index()
        self._numbers: Shards[str, int] = Shards()
        self._names: list[tuple[datetime, str]] = []
        self._near: dict[int, set[int]] = {}
        """Links that hold."""
        self._label: dict[int, int] = {}
        """Of incidents that are joined to others: a number for all that are, whatever was cut."""
        self._members: dict[int, set[int]] = {}
        self._ties: dict[tuple[str, str], Tie] = {}
        self._tied: dict[str, set[str]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, incident: str) -> bool:
        return incident in self._numbers

    def add(self, incident: IncidentFeatures) -> frozenset[str]:
        """Take in an incident; one that is known is replaced."""
        before = self.remove(incident.incident) if incident.incident in self._numbers else frozenset()
        number, changed = self._index.add(incident.incident, compared(incident.features))
        self._numbers.put(incident.incident, number)
        self._names.append((incident.at, incident.incident))
        broken = self._weakened(changed.less)
        made = self._strengthened(changed.more)
        for other in self._index.linked(number):
            self._join(number, other)
        return before | self._regroup({number} | broken | made, whole=bool(broken))

    def remove(self, incident: str) -> frozenset[str]:
        """Take out an incident: what is left is as if it had never been there."""
        number = self._number(incident)
        around = self._together(number) - {number}
        for other in self._near.pop(number, ()):
            self._near[other].discard(number)
        if around:
            self._members[self._label.pop(number)].discard(number)
        self._numbers.drop(incident)
        changed = self._index.remove(number)
        broken = self._weakened(changed.less)
        return self._regroup(around | broken | self._strengthened(changed.more), whole=True)

    def tie(self, tie: Tie) -> frozenset[str]:
        """Take in a person's word on two incidents; it replaces an earlier one on the same two."""
        before = self.untie(tie.one, tie.other)
        self._ties[_pair(tie.one, tie.other)] = tie
        self._tied.setdefault(tie.one, set()).add(tie.other)
        self._tied.setdefault(tie.other, set()).add(tie.one)
        return before | self._regroup(self._known(tie), whole=False)

    def untie(self, one: str, other: str) -> frozenset[str]:
        """Take back what was said of two incidents."""
        tie = self._ties.pop(_pair(one, other), None)
        if tie is None:
            return frozenset()
        self._tied[one].discard(other)
        self._tied[other].discard(one)
        return self._regroup(self._known(tie), whole=True)

    def spread(self, key: Key) -> Spread:
        """Return who shows a feature."""
        return self._index.spread(key)

    def near(self, incident: str) -> tuple[str, ...]:
        """Return the incidents to which a link holds, whatever a person says."""
        found = self._near.get(self._number(incident), ())
        return tuple(sorted(self._names[number][1] for number in found))

    def nearest(self, incident: str, wanted: Callable[[str], bool]) -> dict[str, float]:
        """Return some of those that share with it what weighs most (`Index.nearest`), with the weights of the links."""
        found = self._index.nearest(self._number(incident), lambda number: wanted(self._names[number][1]))
        return {self._names[number][1]: weight for number, weight in found.items()}

    def operation(self, incident: str) -> Operation | None:
        """Return the operation that an incident is part of; None where it stands alone."""
        label = self._label.get(self._number(incident))
        found = self._operations(label) if label is not None else ()
        return next((one for one in found if incident in one.incidents), None)

    def operations(self) -> tuple[Operation, ...]:
        """Return all operations, in order of their ids."""
        found = (one for label in self._members for one in self._operations(label))
        return tuple(sorted(found, key=lambda operation: operation.id))

    def _operations(self, label: int) -> Iterator[Operation]:
        for part in self._pieces(label):
            if len(part) > 1:
                names = tuple(name for _, name in sorted(self._names[number] for number in part))
                yield Operation(operation_id(names[0]), names)

    def _pieces(self, label: int) -> Iterable[set[int]]:
        members = self._members[label]
        if not self._ties:
            return (members,)
        said = [tie for number in members for tie in self._said(number)]
        cuts = {self._both(tie) for tie in said if tie.kind is TieKind.CUT}
        cuts = {(one, other) for one, other in cuts if other in members}
        if not cuts:
            return (members,)
        confirmed = {self._both(tie) for tie in said if tie.kind is TieKind.CONFIRMED}
        linked = {(one, other) for one in members for other in self._near.get(one, ()) if one < other}
        weighed = [(self._index.weight(*pair), pair) for pair in linked - confirmed]
        strength = [(float("inf"), pair) for pair in confirmed] + weighed
        strength.sort(key=lambda found: (-found[0], sorted(self._names[number][1] for number in found[1])))
        return parts(members, [pair for _, pair in strength], cuts)

    def _said(self, number: int) -> Iterator[Tie]:
        """What was said of an incident and others that are here."""
        name = self._names[number][1]
        for other in self._tied.get(name, ()):
            if other in self._numbers:
                yield self._ties[_pair(name, other)]

    def _both(self, tie: Tie) -> tuple[int, int]:
        one, other = sorted((self._number(tie.one), self._number(tie.other)))
        return one, other

    def _known(self, tie: Tie) -> set[int]:
        both = (tie.one, tie.other)
        return {self._number(name) for name in both} if all(name in self._numbers for name in both) else set()

    def _confirmed(self, number: int) -> Iterator[int]:
        for tie in self._said(number):
            if tie.kind is TieKind.CONFIRMED:
                yield from set(self._both(tie)) - {number}

    def _number(self, incident: str) -> int:
        number = self._numbers.get(incident, -1)
        if number < 0:
            raise KeyError(incident)
        return number

    def _join(self, one: int, other: int) -> None:
        self._near.setdefault(one, set()).add(other)
        self._near.setdefault(other, set()).add(one)

    def _weakened(self, codes: Iterable[int]) -> set[int]:
        """Let go of links that hold no longer, since these features weigh less; return whose they were."""
        doubtful: dict[int, set[int]] = {}
        for code in codes:
            holders = set(self._index.holders(code))
            for one in holders & self._near.keys():
                doubtful.setdefault(one, set()).update(other for other in self._near[one] & holders if one < other)
        broken: set[int] = set()
        for one, others in doubtful.items():
            for other in others - self._index.linked_among(one, others):
                self._near[one].discard(other)
                self._near[other].discard(one)
                broken |= {one, other}
        return broken

    def _strengthened(self, codes: Iterable[int]) -> set[int]:
        """Take in links that hold now, since these features weigh more; return whose they are."""
        made: set[int] = set()
        for code in codes:
            holders = set(self._index.holders(code))
            for one in holders:
                strangers = {other for other in holders - self._near.get(one, set()) if one < other}
                for other in self._index.linked_among(one, strangers):
                    self._join(one, other)
                    made |= {one, other}
        return made

    def _regroup(self, touched: set[int], *, whole: bool) -> frozenset[str]:
        """Find anew what is joined to the incidents touched; `whole`: where links may be gone, all that was."""
        waiting, seen = set(touched), set[int]()
        for number in touched if whole else ():
            waiting |= self._together(number)
        while waiting:
            found = self._reached(waiting.pop(), whole=whole)
            for label in {self._label[number] for number in found if number in self._label}:
                waiting |= self._members[label]
                self._unlabel(label)
            waiting -= found
            seen |= found
            if len(found) > 1:
                self._members[label := min(found)] = found
                self._label.update(dict.fromkeys(found, label))
        return frozenset(self._names[number][1] for number in seen)

    def _unlabel(self, label: int) -> None:
        for number in self._members.pop(label):
            del self._label[number]

    def _reached(self, start: int, *, whole: bool) -> set[int]:
        """All that is joined to an incident. Where no link is gone, what was joined before is taken as a whole."""
        found, waiting = set() if whole else set(self._together(start)), [start]
        found.add(start)
        while waiting:
            number = waiting.pop()
            for other in self._around(number) - found:
                together = () if whole else self._together(other)
                found.update(together)
                if not together:
                    found.add(other)
                    waiting.append(other)
        return found

    def _around(self, number: int) -> set[int]:
        near = self._near.get(number, _NOBODY)
        return near.union(self._confirmed(number)) if self._ties else near

    def _together(self, number: int) -> set[int]:
        return self._members.get(self._label.get(number, -1), _NOBODY)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def operation_id(earliest: str) -> str:
    """Return the id of an operation, by the incident with which it began."""
    return "operation-" + blake2b(earliest.encode(), digest_size=8).hexdigest()
