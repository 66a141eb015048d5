"""Claims in bundles of STIX 2.1: relationships `attributed-to` (section 5.1), opinions (4.14) and notes (4.13).

Only these objects are read, and the names of what they refer to. An opinion on an attribution is a claim of its own
that agrees with it or contradicts it; a note is its author's words. What cannot be taken is told, with its id
and a reason.

A claim is as confidential as the strictest of what it says and repeats: its own object, those that it is about, and
who made them. Any marking that is not TLP's own is RED, since it cannot be read what it allows.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

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
MOST_LEFT_OUT: Final = 1_000
"""Things that are named as left out; more are counted."""
_MOST_LISTED: Final = 100
"""Authors and references of one object that are looked at."""
_LONGEST_TIME: Final = 40
_LONGEST_ID: Final = 80
_LONG: Final = 200
_LONGEST: Final = 4_000
_ID: Final = re.compile(r"[a-z0-9-]{1,60}--[0-9a-fA-F-]{36}")
_ACTORS: Final = ("threat-actor", "intrusion-set", "identity")
_OPINIONS: Final = {
    "strongly-agree": (Says.BY, Answer.AGREES),
    "agree": (Says.BY, Answer.AGREES),
    "disagree": (Says.NOT_BY, Answer.CONTRADICTS),
    "strongly-disagree": (Says.NOT_BY, Answer.CONTRADICTS),
}
"""`neutral` claims nothing. No opinion tells grounds in a way that can be read, so none confirms on its own."""


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
    granular_markings: list[msgspec.Raw] = []
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


class Later(Struct, frozen=True):
    """What is said of a claim that is not in the bundle: whoever knows that one can say of whom or what it is."""

    claim: Claim
    """`what` and `subject` are empty."""
    label: Tlp | None
    about: str
    """Id of the STIX object that the other was taken from; where this one takes it back, its own."""
    answer: Answer | None


class Taken(Struct, frozen=True):
    """What a bundle claims."""

    claims: dict[str, Claim]
    """By ids made of the objects that they were taken from."""
    labels: dict[str, Tlp | None]
    """The strictest label of what each was taken from; None where that bears none."""
    changed_on: dict[str, str]
    """The day of the version that was read: `said_on` is the one on which it was first said."""
    answers: tuple[Answered, ...]
    later: dict[str, Later]
    """By ids made in the same way."""
    left_out: tuple[LeftOut, ...]
    """The first `MOST_LEFT_OUT`."""
    more: int
    """How many others were left out."""


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
        self.more = 0
        self.unreadable: set[str] = set()
        self.known = self._newest(objects)
        self.labelled: dict[str, Tlp | None] = {}
        self.claims: dict[str, Claim] = {}
        self.labels: dict[str, Tlp | None] = {}
        self.changed_on: dict[str, str] = {}
        self.answers: list[Answered] = []
        self.later: dict[str, Later] = {}
        self.digests: dict[str, bytes] = {}

    def taken(self) -> Taken:
        for kind, take in (("relationship", self._attribution), ("opinion", self._opinion), ("note", self._note)):
            for one in self.known.values():
                if one.type == kind:
                    (self._revocation if one.revoked else take)(one)
        return Taken(
            self.claims, self.labels, self.changed_on, tuple(self.answers), self.later, tuple(self.left_out), self.more
        )

    def _newest(self, objects: list[msgspec.Raw]) -> dict[str, _Object]:
        """Return the objects by their ids; of several versions of one the newest is read."""
        found: dict[str, _Object] = {}
        for identity, one in self._decoded(objects):
            other = found.get(identity)
            if other is not None and other != one:
                self._leave(identity, "older")
            if other is None or _version(one) >= _version(other):
                found[identity] = one
        return found

    def _decoded(self, objects: list[msgspec.Raw]) -> Iterator[tuple[str, _Object]]:
        for raw in objects:
            try:
                one = msgspec.json.decode(raw, type=_Object)
            except (msgspec.DecodeError, UnicodeDecodeError):
                self._refuse(_id_of(raw))
                continue
            if not _ID.fullmatch(one.id) or max(len(one.created), len(one.modified)) > _LONGEST_TIME:
                self._refuse(one.id[:80])
                continue
            yield one.id, one

    def _refuse(self, identity: str) -> None:
        self.unreadable.add(identity)
        self._leave(identity, "malformed")

    def _leave(self, identity: str, reason: str) -> None:
        if len(self.left_out) < MOST_LEFT_OUT:
            self.left_out.append(LeftOut(identity, reason))
        else:
            self.more += 1

    def _attribution(self, one: _Object) -> None:
        if one.relationship_type == "attributed-to":
            self._add(one, "", Says.BY, one.source_ref, one.target_ref, one.description)

    def _opinion(self, one: _Object) -> None:
        for ref in dict.fromkeys(one.object_refs):
            about = self.known.get(ref)
            if not ref.startswith("relationship--"):
                self._leave(one.id, "about-no-claim")
            elif (meant := _OPINIONS.get(one.opinion)) is None:
                self._leave(one.id, "claims-nothing")
            elif about is None or self._key(about) not in self.claims:
                self._add_later(one, ref, meant[0], one.explanation, meant[1])
            elif by := self._add(one, ref, meant[0], about.source_ref, about.target_ref, one.explanation):
                self.answers.append(Answered(self._key(about), by, meant[1]))

    def _note(self, one: _Object) -> None:
        for ref in dict.fromkeys(one.object_refs):
            about = self.known.get(ref)
            if about is None and ref.startswith("relationship--"):
                self._add_later(one, ref, Says.OTHER, one.content or one.abstract, None)
            elif about is None or about.type not in (*_ACTORS, "campaign", "incident", "relationship"):
                self._leave(one.id, "about-no-claim")
            elif about.type == "relationship":
                self._add(one, ref, Says.OTHER, about.source_ref, about.target_ref, one.content or one.abstract)
            else:
                self._add(one, ref, Says.OTHER, "", ref, one.content or one.abstract)

    def _revocation(self, one: _Object) -> None:
        if one.type != "relationship" or one.relationship_type == "attributed-to":
            words = one.description or one.explanation or one.content
            self._add_later(one, one.id, Says.OTHER, words, Answer.WITHDRAWS)

    def _add(self, one: _Object, ref: str, says: Says, subject: str, what: str, words: str) -> str | None:
        named = self._name(what)
        if problem := self._problem(one) or ("" if named else "no-name"):
            self._leave(one.id, problem)
            return None
        key = self._key(one, ref)
        self.claims[key] = self._claim(one, says, named, self._name(subject), words)
        self.labels[key] = self._label(one.id, ref, subject, what)
        self.changed_on[key] = _version(one)[:10]
        return key

    def _add_later(self, one: _Object, about: str, says: Says, words: str, answer: Answer | None) -> None:
        if problem := self._problem(one):
            self._leave(one.id, problem)
            return
        claim = self._claim(one, says, "", "", words)
        if answer is Answer.WITHDRAWS:
            claim = replace(claim, said_on=_version(one)[:10], grounds=(Ground.NONE,), confidence="")
        key = self._key(one, "" if about == one.id else about)
        self.later[key] = Later(claim, self._label(one.id, about), about, answer)

    def _problem(self, one: _Object) -> str:
        if len(self.claims) + len(self.later) >= _MOST_CLAIMS:
            return "too-many"
        if not all(re.match(r"\d{4}-\d{2}-\d{2}T", time) for time in (one.created, _version(one))):
            return "malformed"
        return "" if self._speaker(one) else "no-speaker"

    def _claim(self, one: _Object, says: Says, what: str, subject: str, words: str) -> Claim:
        return Claim(
            speaker=self._speaker(one), kind=Speaker.OTHER, says=says, what=what, said_on=one.created[:10],
            subject=subject, grounds=_grounds(one), confidence="" if one.confidence is None else str(one.confidence),
            words=_cut(words, _LONGEST), source=_source(one), stix=one.id, maker=one.created_by_ref[:_LONGEST_ID],
        )  # fmt: skip

    def _key(self, one: _Object, ref: str = "") -> str:
        """An id made of all that is read of an object, so that none is taken twice, and none changes unseen."""
        if one.id not in self.digests:
            self.digests[one.id] = hashlib.sha256(msgspec.json.encode(one)).digest()
        return f"claim-{hashlib.sha256(self.digests[one.id] + ref.encode()).hexdigest()[:32]}"

    def _speaker(self, one: _Object) -> str:
        if one.type != "relationship" and one.authors:
            names = (_cut(name, _LONG) for name in one.authors[:_MOST_LISTED])
            return _cut(", ".join(filter(None, names)), _LONG)
        maker = self.known.get(one.created_by_ref)
        return _cut((maker.name if maker else "") or one.created_by_ref or self.speaker, _LONG)

    def _name(self, ref: str) -> str:
        found = self.known.get(ref)
        return (_cut(found.name, _LONG) if found else "") or ref[:_LONG]

    def _label(self, *refs: str) -> Tlp | None:
        """Return the strictest label of some objects and of who made them."""
        makers = (self.known[ref].created_by_ref for ref in refs if ref in self.known)
        return _strictest(self._own(ref) for ref in {*refs, *makers})

    def _own(self, ref: str) -> Tlp | None:
        """Return the label that an object bears itself: RED for one that is there and cannot be read."""
        if ref not in self.labelled:
            one = self.known.get(ref)
            self.labelled[ref] = Tlp.RED if ref in self.unreadable else _marked(one) if one else None
        return self.labelled[ref]


def _marked(one: _Object) -> Tlp | None:
    """A part of an object that is marked apart may be what is taken of it."""
    parts = [Tlp.RED] if one.granular_markings else []
    return _strictest([*parts, *(TLP_IDS.get(ref, Tlp.RED) for ref in one.object_marking_refs)])


def _version(one: _Object) -> str:
    return one.modified or one.created


def _strictest(labels: Iterable[Tlp | None]) -> Tlp | None:
    found = [label for label in labels if label]
    return strictest(found) if found else None


def _cut(text: str, most: int) -> str:
    return text[: 2 * most].strip()[:most]


def _source(one: _Object) -> str:
    found = (ref.url or ref.source_name for ref in one.external_references[:_MOST_LISTED])
    return _cut(next(filter(None, found), ""), 2_000)


def _grounds(one: _Object) -> tuple[Ground, ...]:
    return (Ground.OTHERS,) if one.external_references else (Ground.NONE,)


def _id_of(raw: msgspec.Raw) -> str:
    found = re.search(rb'"id"\s*:\s*"([^"]{1,80})"', bytes(raw)[:4_000])
    return found[1].decode("utf-8", "replace") if found else "?"
