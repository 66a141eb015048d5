"""What of a partner's objects is looked for here, and what is not and why.

Poisoning is expected: whoever warns of our own hosts, of sites that everybody uses, or of what any mail shows, must
not make us block or accuse them, by mistake or on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Final

from msgspec import UnsetType
from msgspec.structs import replace

from tocsin.common.bystanders import bystander
from tocsin.common.listed import Listed, Network, value_of
from tocsin.formats import stix
from tocsin.formats.misp import NOT_FOR_DETECTION
from tocsin.formats.stix import AttackPattern, Indicator, Kept, Relationship, Sighting
from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.index import Index
from tocsin.formats.stix.markings import MarkingDefinition
from tocsin.formats.stix.matching import Observation
from tocsin.formats.stix.parts import Object
from tocsin.formats.stix.pattern import (
    Both,
    Comparison,
    Either,
    OneOf,
    Operator,
    Pattern,
    PatternError,
    Seen,
    Test,
    comparisons,
)
from tocsin.model.activity import Act, Activity
from tocsin.model.observed import ObservedFile, ObservedMail
from tocsin.model.people import Tlp
from tocsin.model.profile import Profile
from tocsin.model.received import ReceivedIndicator, Unused, Why
from tocsin.share.observed import OBSERVED, of_activity, of_mail, unsupported

_LONGEST: Final = 300
_OURS: Final = frozenset({"own", "partner", "service"})
_EMPTY: Final = frozenset({
    "d41d8cd98f00b204e9800998ecf8427e", "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
})  # fmt: skip
"""MD5, SHA-1 and SHA-256 of an empty file."""
_NAMING: Final = frozenset(OBSERVED - {"email-message:date", "email-message:is_multipart", "file:size"}) | {"file:"}
"""What can name something of an attacker's. The others may only narrow that."""
_WORDS: Final = frozenset({
    "email-message:subject", "email-addr:display_name", "email-message:from_ref.display_name", "file:name",
})  # fmt: skip
_LETTERS: Final = 5
"""Below that a piece of a text is no name of anything."""
_V4, _V6 = 24, 48
"""Prefixes of the widest ranges that are looked for: what one customer of a network is given."""
_MOST_PEOPLE: Final = 500
Objection = tuple[Why, str]
_WHEN: Final = datetime(2026, 1, 5, 9, tzinfo=UTC)
_EARLIEST: Final = datetime.min.replace(tzinfo=UTC)
_ANY: Final = "0123456789abcdef"


class Guard:
    """Who and what must not be accused."""

    def __init__(
        self, profile: Profile, is_known: Callable[[str], bool], sites: Sequence[str], listed: Listed
    ) -> None:  # fmt: skip
        self._profile = profile
        self._is_known = is_known
        self._sites = sites
        self._listed = listed

    def objection(self, identity: str, pattern: Pattern) -> Unused | None:
        """Return why a pattern must not be looked for, by what it asks for; None: it may, unless it is `ordinary`."""
        for test in _tests(pattern):
            if found := self._objection(test):
                return Unused(identity, *found)
        return None

    def ordinary(self, patterns: Mapping[str, Pattern]) -> frozenset[str]:
        """Return the names of those patterns that ordinary mail or sign-ins meet, or of which that cannot be said."""
        index = Index(patterns)
        hits = [index.hits(one) for one in self._ordinary]
        return frozenset(name for found in hits for name in (*found.found, *found.undecided))

    def override(self, pattern: Pattern) -> str:
        """Return the decision without which a list would spare what a pattern asks for, or ""."""
        values = (value for one in comparisons(pattern) for value in one.constants if isinstance(value, str))
        return next(filter(None, map(self._listed.passed, values)), "")

    def _objection(self, test: Test) -> Objection | None:
        """Where all of several hold, one is enough that nobody objects to; where any of them is enough, it takes each.

        So a pattern always names something of the attacker's, whatever it asks for besides.
        """
        match test:
            case Both():
                found = [self._objection(part) for part in test.parts]
                return None if None in found else found[0]
            case Either():
                return next(filter(None, map(self._objection, test.parts)), None)
            case Comparison():
                return self._to_one(test)

    def _to_one(self, one: Comparison) -> Objection | None:
        values = [constant for constant in one.constants if isinstance(constant, str)]
        if one.negated or str(one.path).partition("hashes")[0] not in _NAMING or len(values) < len(one.constants):
            return Why.ORDINARY, ""
        if one.operator in (Operator.LIKE, Operator.MATCHES):
            is_telling = all(_told(one.operator, value) >= _LETTERS for value in values)
            return None if values and is_telling else (Why.ORDINARY, "")
        if one.operator not in (Operator.EQUAL, Operator.IN, Operator.SUBSET) or not values:
            return Why.ORDINARY, ""
        for value in values:
            if why := self._whose(value, is_words=str(one.path) in _WORDS):
                return why, value[:_LONGEST]
            if name := self._listed.spared(value):
                return Why.LISTED, name[:_LONGEST]
        return None

    def _whose(self, value: str, *, is_words: bool) -> Why | None:
        found = value_of(value)
        if found.text in self._people:
            return Why.OWN
        if found.text in _EMPTY or (is_words and len(found.text) < _LETTERS):
            return Why.ORDINARY
        if found.network is not None:
            return None if _is_narrow(found.network) else Why.ORDINARY
        if not found.host:
            return None
        code = bystander(found.host, self._profile, self._is_known)
        if code in _OURS:
            return Why.OWN
        says_more = not found.is_whole
        if code in ("webmail", "shared", "shortener", "platform") and says_more:
            return None
        return Why.EVERYBODYS if code and code not in ("address", "malformed") else None

    @cached_property
    def _people(self) -> frozenset[str]:
        """Addresses of our people, private ones too, and the names before the @ of official ones."""
        found: set[str] = set()
        for one in self._profile.person:
            found.update(address.lower() for address in (*one.addresses, *one.private_addresses))
            found.update(address.lower().partition("@")[0] for address in one.addresses)
        return frozenset(found)

    @cached_property
    def _ordinary(self) -> tuple[Observation, ...]:
        """Mail as anybody's, of our own people, and of well-known companies: what it meets says nothing."""
        ours = self._profile.organisation.domains or ("nobody.invalid",)
        people = [one for one in sorted(self._people) if "@" in one][:_MOST_PEOPLE]
        hosts = (*ours, *(domain for one in self._profile.partner for domain in one.domains), *self._sites)
        file = ObservedFile("Minutes.pdf", {"SHA-256": _ANY * 4, "SHA-1": _ANY * 2 + _ANY[:8], "MD5": _ANY * 2}, 48_213)
        mail = ObservedMail(
            received=_WHEN,
            sender=f"desk@{ours[0]}",
            sender_name="Desk",
            recipients=(*(f"somebody@{host}" for host in ours), *people),
            subject="Minutes of Monday",
            message_id=f"<20260105090000.1234@{ours[0]}>",
            urls=tuple(url for host in hosts for url in (f"https://{host}/", f"https://www.{host}/news?id=1")),
            files=(file,),
            relays=("192.0.0.8", "8.8.8.8", "2001:4860:4860::8888"),
        )
        senders = (*people, "somebody@gmail.com", "somebody@outlook.com")
        letters = [ObservedMail(_WHEN, sender, subject="Hello") for sender in senders]
        lines = [
            Activity(_WHEN, Act.SIGN_IN, "entra", person=one, ip="8.8.8.8") for one in (*people, f"desk@{ours[0]}")
        ]
        return (*(of_mail(one) for one in (mail, *letters)), *map(of_activity, lines))


def received(
    objects: Iterable[Kept], label: Tlp | None, guard: Guard
) -> tuple[tuple[ReceivedIndicator, ...], tuple[Unused, ...]]:
    """Return the indicators among objects that are looked for, and those that are not.

    `label` is that of objects without one of their own; None: RED. Of several versions of an object the newest counts.
    """
    newest: dict[str, Kept] = {}
    for one in objects:
        known = newest.get(one.known.id)
        if known is None or _modified(known) <= _modified(one):
            newest[one.known.id] = one
    attack, statements = _techniques(newest.values()), _statements(newest.values())
    patterns: dict[str, Pattern] = {}
    unused: dict[str, Unused] = {}
    given = {one.known.id: one.known for one in newest.values() if isinstance(one.known, Indicator)}
    for identity, indicator in given.items():
        found = _pattern(indicator, guard)
        if isinstance(found, Unused):
            unused[identity] = found
        else:
            patterns[identity] = found
    unused |= {identity: Unused(identity, Why.ORDINARY) for identity in guard.ordinary(patterns)}
    used = (
        _used(one, _label(one, label, statements), attack.get(identity, ()), guard.override(patterns[identity]))
        for identity, one in given.items()
        if identity not in unused
    )
    told = (replace(found, modified=_time(given[identity].modified)) for identity, found in unused.items())
    return tuple(used), tuple(told)


def _pattern(one: Indicator, guard: Guard) -> Pattern | Unused:
    """What is looked for of an indicator, or why it is not."""
    if one.revoked is True:
        is_context = NOT_FOR_DETECTION in (one.labels or ())
        return Unused(one.id, Why.CONTEXT if is_context else Why.REVOKED)
    if one.pattern_type != "stix":
        return Unused(one.id, Why.LANGUAGE, one.pattern_type[:_LONGEST])
    try:
        pattern = parse_pattern(one.pattern)
    except PatternError as error:
        return Unused(one.id, Why.BROKEN, str(error.place))
    if unseen := unsupported(pattern):
        return Unused(one.id, Why.UNSEEN, ", ".join(unseen)[:_LONGEST])
    if not _is_of_one(pattern):
        return Unused(one.id, Why.SEVERAL)
    return guard.objection(one.id, pattern) or pattern


def _used(one: Indicator, label: Tlp, attack: tuple[str, ...], override: str) -> ReceivedIndicator:
    return ReceivedIndicator(
        id=one.id,
        pattern=one.pattern,
        modified=_time(one.modified),
        valid_from=_time(one.valid_from),
        valid_until=None if isinstance(one.valid_until, UnsetType) else _time(one.valid_until),
        name=(one.name or "")[:_LONGEST],
        tlp=label,
        confidence=None if isinstance(one.confidence, UnsetType) else one.confidence,
        attack=attack,
        override=override,
    )


def seen_again(objects: Iterable[Kept]) -> tuple[tuple[str, datetime], ...]:
    """Return the ids of indicators that their source says it has seen again, each with the latest time."""
    found: dict[str, datetime] = {}
    for one in (kept.known for kept in objects):
        if isinstance(one, Sighting) and one.revoked is not True and one.count != 0:
            last = one.created if isinstance(one.last_seen, UnsetType) else one.last_seen
            if one.sighting_of_ref.startswith("indicator--"):
                found[one.sighting_of_ref] = max(found.get(one.sighting_of_ref, _EARLIEST), _time(last))
    return tuple(found.items())


def _label(one: Object, label: Tlp | None, statements: frozenset[object]) -> Tlp:
    """The label of an object; `label`, else RED, of one that bears none. What is not understood of a marking is RED."""
    refs = [*(one.object_marking_refs or ()), *(part.marking_ref for part in one.granular_markings or ())]
    return label or Tlp.RED if statements.issuperset(refs) else stix.label_of(one)


def _statements(objects: Iterable[Kept]) -> frozenset[object]:
    """Ids of markings that say whose something is, and not who may read it."""
    found = (one.known for one in objects if isinstance(one.known, MarkingDefinition))
    return frozenset(one.id for one in found if one.definition_type == "statement")


def _techniques(objects: Iterable[Kept]) -> dict[str, tuple[str, ...]]:
    """ATT&CK ids by the ids of indicators."""
    several = [one.known for one in objects]
    names = {one.id: tuple(_attack_ids(one)) for one in several if isinstance(one, AttackPattern)}
    found: dict[str, set[str]] = {}
    for one in several:
        if isinstance(one, Relationship) and one.relationship_type == "indicates" and one.target_ref in names:
            found.setdefault(one.source_ref, set()).update(names[one.target_ref])
    return {source: tuple(sorted(ids)) for source, ids in found.items()}


def _attack_ids(one: AttackPattern) -> Iterator[str]:
    for reference in one.external_references or ():
        if reference.source_name.startswith("mitre") and reference.external_id:
            yield reference.external_id[:_LONGEST]


def _is_of_one(pattern: Pattern) -> bool:
    """Whether one thing that was seen is enough."""
    return isinstance(pattern, Seen) or (isinstance(pattern, OneOf) and all(map(_is_of_one, pattern.parts)))


def _tests(pattern: Pattern) -> Iterator[Test]:
    """What a pattern of one observation asks for: each of these by itself would meet it."""
    if isinstance(pattern, Seen):
        yield pattern.test
    elif isinstance(pattern, OneOf):
        for part in pattern.parts:
            yield from _tests(part)


def _told(operator: Operator, text: str) -> int:
    """How many letters and digits a text with gaps, or the longest word of an expression, asks for."""
    if operator is Operator.LIKE:
        return sum(one.isalnum() for one in text)
    bare = re.sub(r"\[[^\]]*\]|\\\\.|https?", " ", text)
    return max(map(len, re.findall(r"[^\W_]+", bare)), default=0)


def _is_narrow(network: Network) -> bool:
    """Whether a range is small enough to be somebody's, and of addresses that are routed or for examples."""
    return network.prefixlen >= (_V4 if network.version == 4 else _V6) and (
        network.is_global or _is_example(str(network.network_address))
    )


def _modified(one: Kept) -> datetime:
    return _time(one.known.modified) if isinstance(one.known, Object) else _WHEN


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text[:26].rstrip("Z")).replace(tzinfo=UTC)


def _is_example(text: str) -> bool:
    """Ranges for documentation (RFC 5737, RFC 3849) are what drills warn of."""
    return text.startswith(("192.0.2.", "198.51.100.", "203.0.113.", "2001:db8:"))
