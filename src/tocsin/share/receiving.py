"""What of a partner's objects is looked for here, and what is not and why.

Poisoning is expected: whoever warns of our own hosts, of sites that everybody uses, or of what any mail shows, must
not make us block or accuse them, by mistake or on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Final

from msgspec import UNSET, UnsetType

from tocsin.common.bystanders import bystander
from tocsin.common.listed import Listed, value_of
from tocsin.common.tlp import strictest
from tocsin.formats.stix import TLP_IDS, AttackPattern, Indicator, Kept, Relationship
from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.matching import Observation, matches
from tocsin.formats.stix.parts import Object
from tocsin.formats.stix.pattern import Comparison, Pattern, PatternError, Seen, equalities
from tocsin.formats.stix.values import UndecidedError
from tocsin.model.observed import ObservedFile, ObservedMail
from tocsin.model.people import Tlp
from tocsin.model.profile import Profile
from tocsin.model.received import ReceivedIndicator, Unused, Why
from tocsin.share.observed import of_mail, unsupported

_LONGEST: Final = 300
_OURS: Final = frozenset({"own", "partner", "service"})
_EMPTY: Final = frozenset({
    "d41d8cd98f00b204e9800998ecf8427e", "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
})  # fmt: skip
"""MD5, SHA-1 and SHA-256 of an empty file."""
_WHEN: Final = datetime(2026, 1, 5, 9, tzinfo=UTC)
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
        """Return why a pattern must not be looked for, or None where it may."""
        for value in _values(pattern):
            if why := self._whose(value):
                return Unused(identity, why, value[:_LONGEST])
            if name := self._listed.spared(value):
                return Unused(identity, Why.LISTED, name[:_LONGEST])
        try:
            is_ordinary = any(matches(pattern, [one]) for one in self._ordinary)
        except UndecidedError:
            is_ordinary = True
        return Unused(identity, Why.ORDINARY) if is_ordinary else None

    def _whose(self, value: str) -> Why | None:
        found = value_of(value)
        if found.text in _EMPTY:
            return Why.ORDINARY
        if found.network is not None:
            return Why.ORDINARY if not found.network.is_global and not _is_example(found.text) else None
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
    def _ordinary(self) -> tuple[Observation, ...]:
        """Mail as anybody's, of our own people, and of well-known companies: what it meets says nothing."""
        ours = self._profile.organisation.domains or ("nobody.invalid",)
        hosts = (*ours, *(domain for one in self._profile.partner for domain in one.domains), *self._sites)
        file = ObservedFile("Minutes.pdf", {"SHA-256": _ANY * 4, "SHA-1": _ANY * 2 + _ANY[:8], "MD5": _ANY * 2}, 48_213)
        mail = ObservedMail(
            received=_WHEN,
            sender=f"desk@{ours[0]}",
            sender_name="Desk",
            recipients=tuple(f"somebody@{host}" for host in ours),
            subject="Minutes of Monday",
            message_id=f"<20260105090000.1234@{ours[0]}>",
            urls=tuple(url for host in hosts for url in (f"https://{host}/", f"https://www.{host}/news?id=1")),
            files=(file,),
            relays=("192.0.0.8", "8.8.8.8", "2001:4860:4860::8888"),
        )
        letters = [ObservedMail(_WHEN, f"somebody@{host}", subject="Hello") for host in ("gmail.com", "outlook.com")]
        return tuple(of_mail(one) for one in (mail, *letters))


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
    attack = _techniques(newest.values())
    used: list[ReceivedIndicator] = []
    unused: list[Unused] = []
    for one in newest.values():
        if isinstance(one.known, Indicator):
            found = _unused(one.known, guard)
            unused.append(found) if found else used.append(_used(one.known, label, attack.get(one.known.id, ())))
    return tuple(used), tuple(unused)


def _unused(one: Indicator, guard: Guard) -> Unused | None:
    if one.revoked is True:
        return Unused(one.id, Why.REVOKED)
    if one.pattern_type != "stix":
        return Unused(one.id, Why.LANGUAGE, one.pattern_type[:_LONGEST])
    try:
        pattern = parse_pattern(one.pattern)
    except PatternError as error:
        return Unused(one.id, Why.BROKEN, str(error.place))
    if unseen := unsupported(pattern):
        return Unused(one.id, Why.UNSEEN, ", ".join(unseen)[:_LONGEST])
    if not isinstance(pattern, Seen) and equalities(pattern) is None:
        return Unused(one.id, Why.SEVERAL)
    return guard.objection(one.id, pattern)


def _used(one: Indicator, label: Tlp | None, attack: tuple[str, ...]) -> ReceivedIndicator:
    return ReceivedIndicator(
        id=one.id,
        pattern=one.pattern,
        modified=_time(one.modified),
        valid_from=_time(one.valid_from),
        valid_until=None if isinstance(one.valid_until, UnsetType) else _time(one.valid_until),
        name=(one.name or "")[:_LONGEST],
        tlp=label_of(one, label),
        confidence=None if isinstance(one.confidence, UnsetType) else one.confidence,
        attack=attack,
    )


def label_of(one: Object, label: Tlp | None) -> Tlp:
    """Return the strictest label of TLP that an object bears, on itself or on a part of it, else `label`, else RED."""
    refs = [*(one.object_marking_refs or ())]
    refs += [part.marking_ref for part in one.granular_markings or () if part.marking_ref is not UNSET]
    labels = [TLP_IDS[ref] for ref in refs if ref in TLP_IDS]
    return strictest(labels) if labels else label or Tlp.RED


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


def _values(pattern: Pattern) -> Iterator[str]:
    """What a pattern asks for as a whole: each of these by itself would meet it."""
    for one in equalities(pattern) or _single(pattern):
        yield from (constant for constant in one.constants if isinstance(constant, str))


def _single(pattern: Pattern) -> tuple[Comparison, ...]:
    return (pattern.test,) if isinstance(pattern, Seen) and isinstance(pattern.test, Comparison) else ()


def _modified(one: Kept) -> datetime:
    return _time(one.known.modified) if isinstance(one.known, Object) else _WHEN


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text[:26].rstrip("Z")).replace(tzinfo=UTC)


def _is_example(text: str) -> bool:
    """Ranges for documentation (RFC 5737, RFC 3849) are what drills warn of."""
    return text.startswith(("192.0.2.", "198.51.100.", "203.0.113.", "2001:db8:"))
