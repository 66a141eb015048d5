"""Claims in bundles of STIX 2.1: relationships `attributed-to` (section 5.1), opinions (4.14) and notes (4.13).

Only these objects are read, and the names of what they refer to. An opinion on an attribution is a claim of its own
that confirms or contradicts it; a note is its author's words. What cannot be taken is told, with its id and a reason.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import Struct

from tocsin.common.tlp import strictest
from tocsin.formats.stix import TLP_IDS
from tocsin.model.claim import Answer, Answered, Claim, Ground, Says, Speaker
from tocsin.model.error import InputError
from tocsin.model.indicator import LeftOut
from tocsin.model.people import Tlp
from tocsin.model.sentence import say

LARGEST: Final = 64 << 20
"""Bytes of a bundle."""
_MOST: Final = 200_000
_MOST_CLAIMS: Final = 5_000
_LONG: Final = 200
_LONGEST: Final = 4_000
_ID: Final = re.compile(r"[a-z0-9-]{1,60}--[0-9a-fA-F-]{36}")
_ACTORS: Final = ("threat-actor", "intrusion-set", "identity")
_OPINIONS: Final = {
    "strongly-agree": (Says.BY, Answer.CONFIRMS),
    "agree": (Says.BY, Answer.CONFIRMS),
    "disagree": (Says.NOT_BY, Answer.CONTRADICTS),
    "strongly-disagree": (Says.NOT_BY, Answer.CONTRADICTS),
}
"""`neutral` claims nothing."""


class _Bundle(Struct):
    type: str
    objects: list[msgspec.Raw]


class _Reference(Struct):
    source_name: str = ""
    url: str = ""


class _Object(Struct):
    type: str
    id: str
    created: str = ""
    modified: str = ""
    name: str = ""
    created_by_ref: str = ""
    revoked: bool = False
    confidence: int | None = None
    object_marking_refs: list[str] = []
    external_references: list[_Reference] = []
    relationship_type: str = ""
    source_ref: str = ""
    target_ref: str = ""
    description: str = ""
    opinion: str = ""
    explanation: str = ""
    abstract: str = ""
    content: str = ""
    authors: list[str] = []
    object_refs: list[str] = []


class Taken(Struct, frozen=True):
    """What a bundle claims."""

    claims: dict[str, Claim]
    """By ids made of the objects that they were taken from."""
    labels: dict[str, Tlp | None]
    """The strictest label of each object; None where it bears none."""
    answers: tuple[Answered, ...]
    left_out: tuple[LeftOut, ...]


def read(raw: bytes, speaker: str = "") -> Taken:
    """Return the claims of a bundle; `speaker` says those of objects that do not say who made them.

    Raises InputError for what is no bundle, or is too large.
    """
    if len(raw) > LARGEST:
        raise InputError(say("the bundle is larger than 64 MB"), say("Cut it into smaller ones."))
    try:
        bundle = msgspec.json.decode(raw, type=_Bundle)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _no_bundle() from error
    if bundle.type != "bundle" or len(bundle.objects) > _MOST:
        raise _no_bundle()
    return _Reading(bundle.objects, speaker).taken()


def _no_bundle() -> InputError:
    return InputError(
        say("this is no bundle of STIX 2.1"), say("Give a JSON file whose `type` is bundle, up to 200,000 objects.")
    )


class _Reading:
    """One bundle, while it is read."""

    def __init__(self, objects: list[msgspec.Raw], speaker: str) -> None:
        self.speaker = speaker
        self.left_out: list[LeftOut] = []
        self.known = dict(self._decoded(objects))
        self.claims: dict[str, Claim] = {}
        self.labels: dict[str, Tlp | None] = {}
        self.answers: list[Answered] = []

    def taken(self) -> Taken:
        for kind, take in (("relationship", self._attribution), ("opinion", self._opinion), ("note", self._note)):
            for one in self.known.values():
                if one.type == kind:
                    take(one)
        return Taken(self.claims, self.labels, tuple(self.answers), tuple(self.left_out))

    def _decoded(self, objects: list[msgspec.Raw]) -> Iterator[tuple[str, _Object]]:
        for raw in objects:
            try:
                one = msgspec.json.decode(raw, type=_Object)
            except (msgspec.DecodeError, UnicodeDecodeError):
                self.left_out.append(LeftOut(_id_of(raw), "malformed"))
                continue
            if not _ID.fullmatch(one.id):
                self.left_out.append(LeftOut(one.id[:80], "malformed"))
                continue
            yield one.id, one

    def _attribution(self, one: _Object) -> None:
        if one.relationship_type == "attributed-to":
            self._add(one, "", Says.BY, one.source_ref, one.target_ref, one.description)

    def _opinion(self, one: _Object) -> None:
        for ref in one.object_refs:
            about = self.known.get(ref)
            if about is None or about.type != "relationship" or _key(about) not in self.claims:
                self.left_out.append(LeftOut(one.id, "about-no-claim"))
            elif (meant := _OPINIONS.get(one.opinion)) is None:
                self.left_out.append(LeftOut(one.id, "claims-nothing"))
            elif by := self._add(one, ref, meant[0], about.source_ref, about.target_ref, one.explanation):
                self.answers.append(Answered(_key(about), by, meant[1]))

    def _note(self, one: _Object) -> None:
        for ref in one.object_refs:
            about = self.known.get(ref)
            if about is None or about.type not in (*_ACTORS, "campaign", "incident", "relationship"):
                self.left_out.append(LeftOut(one.id, "about-no-claim"))
            elif about.type == "relationship":
                self._add(one, ref, Says.OTHER, about.source_ref, about.target_ref, one.content or one.abstract)
            else:
                self._add(one, ref, Says.OTHER, "", ref, one.content or one.abstract)

    def _add(self, one: _Object, ref: str, says: Says, subject: str, what: str, words: str) -> str | None:
        speaker = self._speaker(one)
        named = self._name(what)
        problem = (
            "revoked" if one.revoked else "no-speaker" if not speaker else "no-name" if not named
            else "malformed" if not re.match(r"\d{4}-\d{2}-\d{2}T", one.created)
            else "too-many" if len(self.claims) >= _MOST_CLAIMS else ""
        )  # fmt: skip
        if problem:
            self.left_out.append(LeftOut(one.id, problem))
            return None
        key = _key(one, ref)
        self.claims[key] = Claim(
            speaker=speaker[:_LONG], kind=Speaker.OTHER, says=says, what=named[:_LONG],
            said_on=(one.modified or one.created)[:10], subject=self._name(subject)[:_LONG], grounds=_grounds(one),
            confidence="" if one.confidence is None else str(one.confidence), words=words.strip()[:_LONGEST],
            source=next((ref.url or ref.source_name for ref in one.external_references), "")[:2_000], stix=one.id,
        )  # fmt: skip
        self.labels[key] = _label(one)
        return key

    def _speaker(self, one: _Object) -> str:
        if one.type != "relationship" and one.authors:
            return ", ".join(name.strip() for name in one.authors if name.strip())
        maker = self.known.get(one.created_by_ref)
        return (maker.name if maker else "") or one.created_by_ref or self.speaker

    def _name(self, ref: str) -> str:
        found = self.known.get(ref)
        return (found.name.strip() if found else "") or ref


def _key(one: _Object, ref: str = "") -> str:
    """An id made of all that is read of an object, so that none is taken twice, and none changes unseen."""
    return f"claim-{hashlib.sha256(msgspec.json.encode((one, ref))).hexdigest()[:32]}"


def _label(one: _Object) -> Tlp | None:
    found = [TLP_IDS[ref] for ref in one.object_marking_refs if ref in TLP_IDS]
    return strictest(found) if found else None


def _grounds(one: _Object) -> tuple[Ground, ...]:
    return (Ground.OTHERS,) if one.external_references else (Ground.NONE,)


def _id_of(raw: msgspec.Raw) -> str:
    found = re.search(rb'"id"\s*:\s*"([^"]{1,80})"', bytes(raw)[:4_000])
    return found[1].decode("utf-8", "replace") if found else "?"
