"""The bundle of an incident: its indicators, the techniques they stand for, and who says so, under one label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Final

from msgspec import Struct

from tocsin.formats import stix
from tocsin.model.indicator import Indicator, Observable
from tocsin.model.people import Tlp
from tocsin.model.received import Reliability
from tocsin.share.decay import Kind, ends

_ALWAYS: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""When every identity was created: its own time would tell who it is."""
_UNNAMED: Final = "An organisation that is not named"


class Origin(Struct, frozen=True):
    """Where a bundle comes from. Ids are random, so that they tell nothing by themselves."""

    log: str
    """Id of the organisation's log, from which its identity in bundles is made."""
    incident: str
    opened_at: datetime
    changed_at: datetime
    messages: int
    tlp: Tlp
    name: str = ""
    """Of the organisation, where it agreed to be named."""
    synthetic: bool = False
    """Made up, for practice."""

    def identifier(self, kind: str, *parts: str) -> str:
        """Return an id. Whatever an object says besides its `parts` is in it: no id stands for two different things."""
        return stix.identifier(kind, self.log, self.name, self.tlp.value, str(self.synthetic), *parts)


def identities(log: str, names: Iterable[str]) -> frozenset[str]:
    """Return the ids under which an organisation may have signed its bundles: so its own objects are known again."""
    origins = (Origin(log, "", _ALWAYS, _ALWAYS, 0, label, name, synthetic)
               for label in Tlp for name in ("", *names) for synthetic in (False, True))  # fmt: skip
    return frozenset(one.identifier("identity") for one in origins)


def identity(origin: Origin) -> stix.Identity:
    """Return who says it: named only where the organisation agreed."""
    return stix.Identity(
        id=origin.identifier("identity"),
        name=origin.name or _UNNAMED,
        identity_class="organization" if origin.name else "unknown",
        **stix.common(_ALWAYS, _ALWAYS, origin.tlp, _labels(origin)),
    )


def bundle(origin: Origin, several: Iterable[Indicator]) -> tuple[str, bytes]:
    """Return (id, bytes) of the STIX 2.1 bundle. The same incident gives the same bytes."""
    who = identity(origin)
    said = {**_common(origin), "created_by_ref": who.id}
    objects = list(_objects(origin, list(several), said))
    refs = tuple(one.id for one in objects) or (who.id,)
    group = stix.Grouping(
        id=origin.identifier("grouping", origin.incident),
        name=f"An attack by mail, {origin.messages} message{'s' * (origin.messages != 1)}",
        context="suspicious-activity",
        object_refs=refs,
        **said,
    )
    return stix.encode([stix.marking(origin.tlp), who, *objects, group])


def _common(origin: Origin) -> dict[str, Any]:
    return stix.common(origin.opened_at, origin.changed_at, origin.tlp, _labels(origin))


def _labels(origin: Origin) -> tuple[str, ...]:
    return ("synthetic",) if origin.synthetic else ()


def _objects(origin: Origin, several: list[Indicator], said: dict[str, Any]) -> Iterator[stix.Object]:
    techniques = sorted({technique for one in several for technique in one.attack})
    patterns = {name: _technique(origin, name, said) for name in techniques}
    yield from patterns.values()
    for one in several:
        found = stix.Indicator(
            id=origin.identifier("indicator", origin.incident, one.kind.value, one.value),
            name=one.value,
            description=f"Named by these checks of Tocsin: {', '.join(one.checks)}.",
            indicator_types=("malicious-activity",),
            pattern=_PATTERNS[one.kind](one.value),
            pattern_type="stix",
            valid_from=stix.timestamp(origin.opened_at),
            valid_until=stix.timestamp(ends(_KINDS[one.kind], origin.opened_at, None, Reliability.A)),
            **said,
        )
        yield found
        for technique in one.attack:
            target = patterns[technique].id
            yield stix.Relationship(
                id=stix.identifier("relationship", found.id, "indicates", target), relationship_type="indicates",
                source_ref=found.id, target_ref=target, **said,
            )  # fmt: skip


def _technique(origin: Origin, name: str, said: dict[str, Any]) -> stix.AttackPattern:
    return stix.AttackPattern(
        id=origin.identifier("attack-pattern", origin.incident, name),
        name=name,
        external_references=(stix.ExternalReference("mitre-attack", name, stix.address_of(name)),),
        **said,
    )


_KINDS: Final = {Observable.HOST: Kind.HOST, Observable.FILE: Kind.FILE}
_PATTERNS: Final = {
    Observable.HOST: lambda value: f"[domain-name:value = {stix.quoted(value)}]",
    Observable.FILE: lambda value: f"[file:hashes.'SHA-256' = {stix.quoted(value)}]",
}
