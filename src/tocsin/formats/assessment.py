"""Assessments as files that people write: JSON or TOML of `tocsin.model.assessment.Assessment`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC
from typing import Final, TypeVar

import msgspec
from msgspec.structs import replace

from tocsin.model.assessment import Assessment, Dissent, Evidence
from tocsin.model.error import InputError
from tocsin.model.sentence import LANGUAGES, say

T = TypeVar("T", bound=msgspec.Struct)
LARGEST: Final = 8 << 20
"""Bytes of one file."""
_LONGEST: Final = 2_000
"""Characters of one text."""


def read(raw: bytes, place: str) -> Assessment:
    """Return the assessment in a file. A time without a zone is in UTC. Raises InputError."""
    if len(raw) > LARGEST:
        raise InputError(say("%(file)s is too large", file=place), say("One file holds one assessment."))
    try:
        found = _decoded(raw)
    except (msgspec.DecodeError, tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(
            say("%(file)s is not as it should be: %(cause)s", file=place, cause=str(error)),
            say("docs/howto/assess.md shows what can stand in it."),
        ) from error
    return checked(found)


def checked(found: Assessment) -> Assessment:
    """Return an assessment whose time is in UTC. Raises InputError.

    There is a hypothesis, each text is in both languages, and a dissent is about evidence that is there.
    """
    for several, most in ((found.hypotheses, 50), (found.evidence, 500), (found.dissents, 50)):
        if len(several) > most:
            raise InputError(
                say("the assessment has more than %(count)s things of a kind", count=most),
                say("Leave out what bears on nothing, or make two assessments."),
            )
    if not found.hypotheses:
        raise InputError(
            say("the assessment names no hypothesis"), say("Name at least one answer that the evidence can bear on.")
        )
    known = {one.id for one in found.evidence}
    if lost := sorted({name for one in found.dissents for name in one.evidence} - known):
        raise InputError(
            say("a dissent is about the evidence %(id)s, which is not there", id=lost[0]),
            say("Write its id as it stands among the evidence."),
        )
    for text in _texts(found):
        if set(text) != set(LANGUAGES) or not all(0 < len(said.strip()) <= _LONGEST for said in text.values()):
            raise InputError(
                say("a text of the assessment is not in both languages"),
                say("Each text stands under en and under ar, with at most %(count)s characters.", count=_LONGEST),
            )
    return found if found.as_of.tzinfo else replace(found, as_of=found.as_of.replace(tzinfo=UTC))


def item(given: Evidence) -> Evidence:
    """Return an item of evidence after checking it. Raises InputError."""
    return _strict(given, Evidence)


def said(given: Dissent) -> Dissent:
    """Return a dissent after checking it. Raises InputError."""
    return _strict(given, Dissent)


def _strict(given: T, kind: type[T]) -> T:
    """What was made here was not checked as what is read is."""
    try:
        return msgspec.convert(msgspec.to_builtins(given), kind)
    except msgspec.ValidationError as error:
        raise InputError(
            say("%(file)s is not as it should be: %(cause)s", file=kind.__name__, cause=str(error)),
            say("docs/howto/assess.md shows what can stand in it."),
        ) from error


def _texts(found: Assessment) -> Iterator[Mapping[str, str]]:
    yield from (one.text for one in found.hypotheses)
    yield from (one.text for one in found.evidence)
    yield from (one.text for one in found.dissents)


def _decoded(raw: bytes) -> Assessment:
    if raw.lstrip()[:1] == b"{":
        return msgspec.json.decode(raw, type=Assessment)
    return msgspec.convert(tomllib.loads(raw.decode("utf-8")), Assessment)
