"""Records of the vault, written and read."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final, TypeVar

import msgspec

from tocsin.app.ports import Reader, Writer
from tocsin.model.error import InputError
from tocsin.model.event import Ref
from tocsin.model.record import Note
from tocsin.model.sentence import Sentence, say

T = TypeVar("T")
_LABEL: Final = re.compile(r"[A-Za-z0-9 ._+:/()-]{0,80}")
RETENTION: Final = timedelta(days=90)
"""How long what is about people is kept unless told otherwise; words about what is open: from its end on."""
LONGEST: Final = 20_000
"""Characters of what a person writes."""
_LONGEST_TITLE: Final = 300


def keep(writer: Writer, record: msgspec.Struct, until: datetime | None = None) -> Ref:
    """Take a record into the vault. Raises InputError for words of a person that are too long."""
    if isinstance(record, Note):
        _checked(record.text, LONGEST)
    return writer.keep(msgspec.json.encode(record), until)


def title(text: str) -> Note:
    """Return a title. Raises InputError for more than 300 characters."""
    return Note(_checked(text.strip(), _LONGEST_TITLE))


def reason(text: str, hint: Sentence) -> Note:
    """Return why something is done. Raises InputError, with a hint, where it is not said."""
    if not text.strip():
        raise InputError(say("there is no reason given"), hint)
    return Note(text.strip())


def _checked(text: str, most: int) -> str:
    if len(text) > most:
        raise InputError(
            say("that is longer than %(count)s characters", count=most),
            say("Shorten it; what is longer belongs into evidence, as a file."),
        )
    return text


def keep_note(writer: Writer, text: str, until: datetime | None = None) -> Ref | None:
    """Take somebody's words into the vault; None where there are none."""
    return keep(writer, Note(text.strip()), until) if text.strip() else None


def expire_about(writer: Writer, thing: str, until: datetime | None) -> None:
    """Give a date to all words about something that is over: titles and notes, whose end was not known before.

    None takes the date back.
    """
    entries = writer.log.several(writer.views.entries_about(thing))
    words = [ref for entry in entries for name in _WORDS if isinstance(ref := getattr(entry.event, name, None), str)]
    writer.retain(words, until)


_WORDS: Final = ("title", "note", "reason")
"""Fields of events that lead to words of people."""


def read(reader: Reader, ref: Ref | None, kind: type[T]) -> T | None:
    """Return a record, or None where it is gone."""
    return decoded(reader.vault.get(ref) if ref else None, kind)


def decoded(raw: bytes | None, kind: type[T]) -> T | None:
    """Return what a record says; None where it is gone."""
    return msgspec.json.decode(raw, type=kind) if raw is not None else None


def label(text: str) -> str:
    """Return what a caller says of itself, to stand in an event: the log keeps it for good, so it is a plain word.

    Raises InputError for more than 80 characters, or others than Latin letters, digits, spaces and ._+:/()-.
    """
    if not _LABEL.fullmatch(text):
        raise InputError(
            say("a name of a tool, a version or a type of file is short and plain"),
            say(
                "Up to 80 Latin letters, digits, spaces and ._+:/()-; whatever else there is to say belongs in a note."
            ),
        )
    return text


def text(reader: Reader, ref: Ref | None) -> str:
    """Return somebody's words; empty where they are gone."""
    note = read(reader, ref, Note)
    return note.text if note else ""
