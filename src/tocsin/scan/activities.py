"""Sign-in and audit logs of any provider as activities: what was read, what not, and for which time it can speak."""

from __future__ import annotations

import hashlib
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
from msgspec.structs import force_setattr

from tocsin.formats.accounts import AUTO, all_formats
from tocsin.formats.accounts.shape import (
    UNKNOWN_VALUE,
    Format,
    Plain,
    Reading,
    Shape,
    UndatedError,
    folded_record,
    read_shape,
)
from tocsin.formats.accounts.syslog import is_journal, read_entry
from tocsin.formats.carriers import UNDECODABLE, Broken, Line, elements, records
from tocsin.formats.container import OpenFile
from tocsin.model.activity import SKEW, Act, Activity, BadField, Coverage, Exported, Status, Unreadable, without_holes
from tocsin.model.error import InputError
from tocsin.model.limits import Limits
from tocsin.model.sentence import Sentence, say
from tocsin.model.source import Unread
from tocsin.scan.exported import Statements

Found = Activity | BadField | Unreadable | Coverage
DIGEST_DIGITS: Final = 32
_MOST_DAYS: Final = 20_000
"""Days of all logs of a file that are told apart: more than fifty years of one log. With more it proves nothing."""
_OTHER_DAYS: Final = 0
_MOST_NAMES: Final = 100
"""Logs of a file that are told apart by name."""
_NAME: Final = re.compile(r"[A-Za-z0-9 ._:/+-]{0,60}")
_OTHER_LOG: Final = "other"
_BEGIN: Final = datetime.min.replace(tzinfo=UTC)
_END: Final = datetime.max.replace(tzinfo=UTC)
LOST: Final = Coverage("", "", _BEGIN, _BEGIN, 0, 1)
"""Said of a file of which nothing could be read: what it had is of any log and any time."""
_NOT_JSON: Final = say("this line is no JSON")
_CUT_OFF: Final = say("the file ends in the middle of this record: export or copy it again")
_NO_TIME: Final = say("this record has no time that can be read")
_NO_YEAR: Final = say("this record's time has no year, and it is not known of when the file is")
_UNKNOWN: Final = say("a record of no provider that is known here: see the list with `tocsin accounts formats`")
_OTHERS: Final = say("a record of another provider than the one that was asked for")
_NO_EVENT: Final = say("a record without an event in it")
_TOO_DEEP: Final = say("a record that is nested too deeply")


def read(
    sources: Iterable[OpenFile | Unread],
    provider: str = AUTO,
    as_of: datetime | None = None,
    undated: datetime | None = None,
    limits: Limits = Limits(),
    see: Callable[[Line, int], None] | None = None,
    exported: Sequence[Exported] = (),
) -> Iterator[Found]:
    """Yield the activities of files in their order, bad fields before the activity that they stand in.

    `sources` come from `tocsin.net.sources.Sources.files`. `provider` is the name of a format, or `auto`: each record
    is read by the format that knows it. `as_of`, which is now, dates lines without a year (syslog), and what is later
    by more than SKEW has a wrong clock. `undated` is the time of records that have none; without it they are `no-time`.
    `see` is told of each line that gave activities, and how many. At the end of each file comes a Coverage for each log
    in it and each time without a hole; of a file with broken lines, one for each log; at the end of all, those that are
    `exported`, as far as they are believed (`as_of` is needed for it). Memory is bounded by `limits.max_line_bytes`.
    Raises InputError for an unknown provider.
    """
    formats = _formats(provider)
    statements = Statements(exported if as_of else (), as_of or _BEGIN)
    for one in sources:
        if isinstance(one, Unread):
            yield Unreadable(one.path, 0, one.code, one.hint)
            yield LOST
            statements.lost()
        else:
            file = _File(one.path, formats, Reading(as_of, undated), limits, provider == AUTO, see)
            yield from file.read(one)
            statements.read(one.path, file.days, file.broken)
            if not file.days and file.lost:
                statements.lost()
    yield from statements.coverage()


def _formats(provider: str) -> tuple[Format, ...]:
    known = all_formats()
    if provider == AUTO:
        return tuple(known.values())
    if provider not in known:
        raise InputError(
            say("there is no provider %(name)s", name=provider),
            say("Known are: %(names)s.", names=", ".join(("auto", *known))),
        )
    return (known[provider],)


class _File:
    """One file: which shape its records had last, and what each log of it covers."""

    def __init__(
        self,
        path: str,
        formats: tuple[Format, ...],
        reading: Reading,
        limits: Limits,
        auto: bool,
        see: Callable[[Line, int], None] | None = None,
    ) -> None:
        self.path = path
        self.formats = formats
        self.reading = reading
        self.limits = limits
        self.auto = auto
        self.see = see
        self.last: tuple[Format, Shape[Any]] | None = None
        self.inside = False
        """Whether the lines come from a page of records that stood in one line."""
        self.days: dict[tuple[str, str, int], list[Any]] = {}
        """First time, last time and lines of each (provider, log, day)."""
        self.latest = min(reading.as_of, _END - SKEW) + SKEW if reading.as_of else _END
        self.broken = 0
        self.lost = 0
        """Lines that were of a log and could not be read."""
        self.names: set[str] = set()

    def read(self, file: OpenFile) -> Iterator[Found]:
        for one in records(file.stream, file.head, self.limits):
            if isinstance(one, Broken):
                yield self._lost(one)
            else:
                yield from self._line(one)
        yield from self._covered()

    def _covered(self) -> Iterator[Coverage]:
        """Yield each time without a hole; where lines are broken, all of it, since they may be of any time."""
        days = [
            Coverage(provider, log, begins, ends, lines, self.broken)
            for (provider, log, _), (begins, ends, lines) in self.days.items()
        ]
        if not days and self.lost:
            yield LOST
        elif not self.broken:
            yield from without_holes(days)
            return
        known: dict[tuple[str, str], Coverage] = {}
        for one in days:
            before = known.get((one.provider, one.log))
            known[one.provider, one.log] = before.joined(one) if before else one
        yield from known.values()

    def _line(self, line: Line) -> Iterable[Found]:
        if line.kind == "json":
            if self.last is not None:
                try:
                    shape = self.last[1]
                    found = shape.make(shape.decoder.decode(line.raw), self.reading)
                    return self._told(found, line) if not self.reading.bad else self._with_bad(found, line)
                except (*UNDECODABLE, UndatedError):
                    self.reading.bad.clear()
            return self._slowly(line)
        self.reading.text = line.kind == "row"
        return self._plain(line.fields, line) if line.fields is not None else self._text(line)

    def _slowly(self, line: Line) -> Iterable[Found]:
        try:
            plain = msgspec.json.decode(line.raw)
        except RecursionError:
            return [self._unreadable(line, "too-deep", _TOO_DEEP)]
        except (msgspec.DecodeError, UnicodeError):
            return self._mended(line)
        return self._plain(plain, line) if isinstance(plain, dict) else self._pages(line)

    def _mended(self, line: Line) -> Iterable[Found]:
        """Read a line in another charset than JSON's: its signs are lost, its fields are not."""
        try:
            line.raw.decode("utf-8")
        except UnicodeDecodeError:
            try:
                plain = msgspec.json.decode(line.raw.decode("cp1252", "replace").encode())
            except UNDECODABLE:
                return [self._unreadable(line, "not-json", _NOT_JSON)]
            if isinstance(plain, dict):
                self.reading.wrong("", "bad-value", line.raw)
                return self._plain(plain, line)
        if line.last:
            return [self._unreadable(line, "cut-off", _CUT_OFF)]
        return [self._unreadable(line, "not-json", _NOT_JSON)]

    def _plain(self, plain: Plain, line: Line) -> Iterable[Found]:
        folded = folded_record(plain)
        for one in self.formats:
            if shape := one.shape_of(folded):
                if line.kind == "json" and shape.typed:
                    self.last = (one, shape)
                try:
                    return self._with_bad(read_shape(one, shape, folded, self.reading), line)
                except UndatedError:
                    return self._with_bad([], line, self._unreadable(line, "no-time", _NO_TIME))
        return [self._of_another(line)] if is_journal(folded) else self._pages(line)

    def _of_another(self, line: Line) -> Unreadable:
        """Say of a line of another program that nobody reads it: a log of a server has many, and none is missing."""
        return Unreadable(self.path, line.offset, "unknown-provider", _UNKNOWN if self.auto else _OTHERS)

    def _pages(self, line: Line) -> Iterable[Found]:
        """Read a line that holds a page of records: an array, or an object around one."""
        if line.kind == "json" and not self.inside:
            inner = list(elements(io.BytesIO(line.raw).read, line.offset, self.limits))
            if len(inner) > 1 or any(one.offset != line.offset for one in inner):
                return self._inner(inner)
        return [self._unreadable(line, "unknown-provider", _UNKNOWN if self.auto else _OTHERS)]

    def _inner(self, lines: list[Line | Broken]) -> Iterator[Found]:
        self.inside = True
        for one in lines:
            if isinstance(one, Broken):
                yield self._lost(one)
            else:
                yield from self._line(one)
        self.inside = False

    def _text(self, line: Line) -> Iterable[Found]:
        text = line.raw.decode("utf-8", "replace")
        for one in self.formats:
            if one.lines is None:
                continue
            self.reading.provider, self.reading.log = one.name, ""
            try:
                found = one.lines(text, self.reading)
            except UndatedError:
                return self._with_bad([], line, self._unreadable(line, "no-time", _NO_YEAR))
            if found is not None:
                return self._with_bad(found, line)
        if read_entry(text) is not None:
            return [self._of_another(line)]
        return [self._unreadable(line, "unknown-provider", _UNKNOWN if self.auto else _OTHERS)]

    def _with_bad(self, found: list[Activity], line: Line, unreadable: Unreadable | None = None) -> list[Found]:
        bad = self.reading.bad
        self.reading.bad = []
        if not found and unreadable is None:
            unreadable = self._unreadable(line, "no-event", _NO_EVENT)
        is_broken = unreadable is None and _is_broken(bad, found)
        return [*bad, *self._told(found, line, is_broken=is_broken), *([unreadable] if unreadable else [])]

    def _told(self, found: list[Activity], line: Line, *, is_broken: bool = False) -> list[Activity]:
        """Say of activities where they stand, and count them as covered, or their line as broken."""
        digest = digest_of(line.raw)
        if self.see is not None and found:
            self.see(line, len(found))
        for number, one in enumerate(found):
            force_setattr(one, "file", self.path)
            force_setattr(one, "offset", line.offset)
            force_setattr(one, "digest", digest)
            if not one.id:
                force_setattr(one, "id", f"{digest}-{number}" if number else digest)
            is_ahead = one.time > self.latest
            is_broken |= is_ahead or (not one.person and one.act is Act.SIGN_IN and one.status is Status.SUCCESS)
            if not is_ahead:
                self._cover(one)
        self.broken += is_broken
        return found

    def _cover(self, one: Activity) -> None:
        log = self._named(one.log)
        key = one.provider, log, one.time.toordinal()
        day = self.days.get(key)
        if day is None:
            if len(self.days) >= _MOST_DAYS:
                self.broken += 1
                key = one.provider, _OTHER_LOG, _OTHER_DAYS
            day = self.days.setdefault(key, [one.time, one.time, 0])
        if one.time < day[0]:
            day[0] = one.time
        elif one.time > day[1]:
            day[1] = one.time
        day[2] += 1

    def _named(self, log: str) -> str:
        """Return by which name a log is covered: names that files make up stand in the organisation's log for good."""
        if log not in self.names:
            if not _NAME.fullmatch(log) or len(self.names) >= _MOST_NAMES:
                return _OTHER_LOG
            self.names.add(log)
        return log

    def _unreadable(self, line: Line, code: str, hint: Sentence) -> Unreadable:
        self.broken += 1
        self.lost += code != "unknown-provider"
        return Unreadable(self.path, line.offset, code, hint)

    def _lost(self, one: Broken) -> Unreadable:
        self.broken += 1
        self.lost += 1
        return Unreadable(self.path, one.offset, one.code, one.hint)


def _is_broken(bad: list[BadField], found: list[Activity]) -> bool:
    """Whether a line may not tell whom it is about, how it ended or when: a value that is only new leaves all three."""
    if any(one.problem != UNKNOWN_VALUE for one in bad):
        return True
    return bool(bad) and any(not one.person or one.status is Status.UNKNOWN for one in found)


def digest_of(line: bytes) -> str:
    """Return the digest by which an activity names its line."""
    return hashlib.sha256(line).hexdigest()[:DIGEST_DIGITS]


def original(sources: Iterable[OpenFile | Unread], activity: Activity, limits: Limits = Limits()) -> bytes:
    """Return the bytes of the line that an activity was read from, after checking them against its digest.

    `sources` are the same files again. Raises InputError where the file is not among them, or has changed.
    """
    return next(originals(sources, (activity,), limits))[1]


def originals(
    sources: Iterable[OpenFile | Unread], activities: Iterable[Activity], limits: Limits = Limits()
) -> Iterator[tuple[Activity, bytes]]:
    """Yield activities with the bytes of their lines, as `original`, going through the files once."""
    wanted: dict[str, dict[int, list[Activity]]] = {}
    for activity in activities:
        wanted.setdefault(activity.file, {}).setdefault(activity.offset, []).append(activity)
    for one in sources:
        if isinstance(one, Unread) or one.path not in wanted:
            continue
        at = wanted.pop(one.path)
        for line in records(one.stream, one.head, limits):
            if isinstance(line, Line) and at:
                yield from _checked(line, at, limits)
        if at:
            raise _changed(one.path)
    if wanted:
        raise _changed(next(iter(wanted)))


def _checked(line: Line, at: dict[int, list[Activity]], limits: Limits) -> Iterator[tuple[Activity, bytes]]:
    """Yield what was wanted of a line, or of the page of records that the line is, and strike it off."""
    inside = line.kind == "json" and any(line.offset < place < line.offset + len(line.raw) for place in at)
    pages = elements(io.BytesIO(line.raw).read, line.offset, limits) if inside else iter(())
    for one in (line, *pages):
        if isinstance(one, Line) and (found := at.get(one.offset)) and digest_of(one.raw) == found[0].digest:
            del at[one.offset]
            yield from ((activity, one.raw) for activity in found)


def _changed(path: str) -> InputError:
    return InputError(say("%(file)s does not hold the lines that were read: it was changed since", file=path), _AGAIN)


_AGAIN: Final = say("Give the same files as before, or scan them again.")


class Report:
    """What reading gave: counts for people, kept small whatever the size of the logs."""

    def __init__(self) -> None:
        self.activities = 0
        self.bad: Counter[tuple[str, str, str, str]] = Counter()
        """How often each (provider, log, field, problem) was met."""
        self.unreadable: Counter[str] = Counter()
        """How often each code was met."""
        self.first: dict[str, Unreadable] = {}
        """The first thing of each code that could not be read."""
        self.acts: Counter[tuple[str, Act]] = Counter()
        """How often each (provider, act) was met."""
        self.coverage: dict[tuple[str, str], Coverage] = {}
        """Of each (provider, log), all files together."""

    def watch(self, items: Iterable[Found]) -> Iterator[Activity]:
        """Yield the activities, and count everything else."""
        for one in items:
            if isinstance(one, Activity):
                self.activities += 1
                self.acts[one.provider, one.act] += 1
                yield one
            elif isinstance(one, BadField):
                self.bad[one.provider, one.log, one.field, one.problem] += 1
            elif isinstance(one, Unreadable):
                self.unreadable[one.code] += 1
                self.first.setdefault(one.code, one)
            elif not one.stated:
                self._cover(one)

    def _cover(self, one: Coverage) -> None:
        before = self.coverage.get((one.provider, one.log))
        self.coverage[one.provider, one.log] = before.joined(one) if before else one
