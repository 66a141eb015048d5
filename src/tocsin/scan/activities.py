"""Sign-in and audit logs of any provider as activities: what was read, what not, and for which time it can speak."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
from msgspec.structs import force_setattr

from tocsin.formats.accounts import AUTO, all_formats
from tocsin.formats.accounts.shape import (
    Format,
    Plain,
    Reading,
    Shape,
    UndatedError,
    folded_record,
    read_shape,
)
from tocsin.formats.accounts.syslog import is_journal, read_entry
from tocsin.formats.carriers import UNDECODABLE, Broken, Line, Pick, elements, records
from tocsin.formats.container import OpenFile
from tocsin.identify.sigma.sieve import Sieve
from tocsin.model.activity import Activity, BadField, Coverage, Exported, Unreadable
from tocsin.model.error import InputError
from tocsin.model.limits import Limits
from tocsin.model.sentence import Sentence, say
from tocsin.model.source import Unread
from tocsin.scan.covering import LOST, Covering, is_broken
from tocsin.scan.exported import Statements
from tocsin.scan.originals import digest_of


class Passed(msgspec.Struct, frozen=True):
    """Lines of a file in which no rule can find anything: of them only what rules name was read."""

    lines: int


Found = Activity | BadField | Unreadable | Coverage | Passed
_BEGIN: Final = datetime.min.replace(tzinfo=UTC)
_NOT_JSON: Final = say("this line is no JSON")
_CUT_OFF: Final = say("the file ends in the middle of this record: export or copy it again")
_NO_TIME: Final = say("this record has no time that can be read")
_NO_YEAR: Final = say("this record's time has no year, and it is not known of when the file is")
_UNKNOWN: Final = say("a record of no provider that is known here: see the list with `tocsin accounts formats`")
_OTHERS: Final = say("a record of another provider than the one that was asked for")
_NO_EVENT: Final = say("a record without an event in it")
_FAILED: Final = say("reading this record failed; please report it")
_TOO_DEEP: Final = say("a record that is nested too deeply")


def read(
    sources: Iterable[OpenFile | Unread],
    provider: str = AUTO,
    as_of: datetime | None = None,
    undated: datetime | None = None,
    limits: Limits = Limits(),
    see: Callable[[Line, int], None] | None = None,
    exported: Sequence[Exported] = (),
    statements: Statements | None = None,
    sieve: Sieve | None = None,
) -> Iterator[Found]:
    """Yield the activities of files in their order, bad fields before the activity that they stand in.

    `sources` come from `tocsin.net.sources.Sources.files`. `provider` is the name of a format, or `auto`: each record
    is read by the format that knows it. `as_of`, which is now, dates lines without a year (syslog), and what is later
    by more than SKEW has a wrong clock. `undated` is the time of records that have none; without it they are `no-time`.
    `see` is told of each line that gave activities, and how many. At the end of each file comes a Coverage for each log
    in it and each time without a hole; of a file with broken lines, one for each log; at the end of all, those that are
    `exported`, as far as they are believed (`as_of` is needed for it). Where these files are not all, `statements`
    takes note of them, and says that in the end. With a `sieve`, only lines that it lets through are read, and nothing
    is said of what logs cover. Memory is bounded by `limits.max_line_bytes`. Raises InputError for an unknown provider.
    """
    formats = formats_of(provider)
    noted = statements or Statements(exported if as_of else (), as_of or _BEGIN)
    for one in sources:
        if isinstance(one, Unread):
            yield Unreadable(one.path, 0, one.code, one.hint)
            yield LOST
            noted.lost()
        else:
            reader = LogReader(one.path, formats, Reading(as_of, undated), limits, see, sieve)
            yield from reader.read(one)
            noted.note(one.path, reader.covering)
    if statements is None:
        yield from noted.coverage()


def formats_of(provider: str) -> tuple[Format, ...]:
    """Return the formats that are tried. Raises InputError for an unknown provider."""
    known = all_formats()
    if provider == AUTO:
        return tuple(known.values())
    if provider not in known:
        raise InputError(
            say("there is no provider %(name)s", name=provider),
            say("Known are: %(names)s.", names=", ".join(("auto", *known))),
        )
    return (known[provider],)


def told_of(covering: Covering, passed: int | None) -> Iterator[Coverage | Passed]:
    """Yield what there is to say of a file once all lines were read. `passed` is how many its sieve held back."""
    if passed is None:
        yield from covering.told()
        return
    yield Passed(passed)
    yield from (one for one in covering.told() if one is LOST and not passed)


class LogReader:
    """One file, or a part of it: which shape its records had last, and what each log of it covers."""

    def __init__(
        self,
        path: str,
        formats: tuple[Format, ...],
        reading: Reading,
        limits: Limits,
        see: Callable[[Line, int], None] | None = None,
        sieve: Sieve | None = None,
        *,
        is_part: bool = False,
    ) -> None:
        self.path = path
        self.formats = formats
        self.reading = reading
        self.limits = limits
        self.auto = len(formats) > 1
        self.see = see
        self.sieve = sieve
        self.passed = 0
        """Lines that the sieve held back."""
        self.last: tuple[Format, Shape[Any]] | None = None
        self.inside = False
        """Whether the lines come from a page of records that stood in one line."""
        self.covering = Covering(reading.as_of, is_part=is_part)

    def read(self, file: OpenFile) -> Iterator[Found]:
        """Yield what is read of the file, and at its end what it covers."""
        yield from self.lines(records(file.stream, file.head, self.limits, self.pick))
        yield from told_of(self.covering, None if self.sieve is None else self.passed)

    @property
    def pick(self) -> Pick | None:
        """What says which lines have to be read; None: all."""
        return self._pick if self.sieve is not None else None

    def _pick(self, raws: list[bytes]) -> list[bool]:
        """Say which lines have to be read; all, as long as it is not known what they are."""
        if self.sieve is None or self.last is None:
            return [True] * len(raws)
        passes = self.sieve.lets_through(self.last[1], raws)
        if max(map(len, raws), default=0) > self.limits.max_line_bytes:
            passes = [passed or len(raw) > self.limits.max_line_bytes for raw, passed in zip(raws, passes, strict=True)]
        self.passed += passes.count(False)
        return passes

    def lines(self, lines: Iterable[Line | Broken]) -> Iterator[Found]:
        """Yield what is read of lines."""
        for one in lines:
            if isinstance(one, Broken):
                yield self._lost(one)
            else:
                yield from self._safely(one)

    def _safely(self, line: Line) -> Iterable[Found]:
        try:
            return self._line(line)
        except Exception:  # noqa: BLE001 - a fault of a reader loses its line, never the lines after it
            self.reading.bad = []
            return [self._unreadable(line, "reader-failed", _FAILED)]

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
        yield from self.lines(lines)
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
        broken = unreadable is None and is_broken(bad, found)
        return [*bad, *self._told(found, line, broken=broken), *([unreadable] if unreadable else [])]

    def _told(self, found: list[Activity], line: Line, *, broken: bool = False) -> list[Activity]:
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
        self.covering.add(found, is_broken=broken)
        return found

    def _unreadable(self, line: Line, code: str, hint: Sentence) -> Unreadable:
        self.covering.lose(of_a_log=code != "unknown-provider")
        return Unreadable(self.path, line.offset, code, hint)

    def _lost(self, one: Broken) -> Unreadable:
        self.covering.lose()
        return Unreadable(self.path, one.offset, one.code, one.hint)
