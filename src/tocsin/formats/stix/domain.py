"""Objects of the domain of STIX 2.1, and the relationships between them (sections 4 and 5).

A property without a default is one that the standard requires. Vocabularies are open unless the standard closes them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType

from tocsin.formats.stix.parts import (
    Id,
    KillChainPhase,
    Names,
    Object,
    Refs,
    SomeRefs,
    Text,
    Time,
    in_order,
    to,
    to_none_of,
)

Phases = tuple[KillChainPhase, ...]
_NO_END = ("bundle", "language-content", "marking-definition", "relationship", "sighting")
"""What a relationship must not lead to (section 5.1)."""
End = Annotated[str, to_none_of(*_NO_END)]


class AttackPattern(Object, frozen=True, kw_only=True, tag="attack-pattern"):
    """A technique (section 4.1). In bundles of Tocsin its name is its id in ATT&CK."""

    name: Text
    description: str | UnsetType = UNSET
    aliases: Names | UnsetType = UNSET
    kill_chain_phases: Phases | UnsetType = UNSET


class Campaign(Object, frozen=True, kw_only=True, tag="campaign"):
    """Attacks that belong together (section 4.2): what Tocsin calls an operation."""

    name: Text
    description: str | UnsetType = UNSET
    aliases: Names | UnsetType = UNSET
    first_seen: Time | UnsetType = UNSET
    last_seen: Time | UnsetType = UNSET
    objective: str | UnsetType = UNSET

    def __post_init__(self) -> None:
        Object.__post_init__(self)
        in_order(self.first_seen, self.last_seen, "last_seen")


class CourseOfAction(Object, frozen=True, kw_only=True, tag="course-of-action"):
    """What can be done about something (section 4.3)."""

    name: Text
    description: str | UnsetType = UNSET


class Grouping(Object, frozen=True, kw_only=True, tag="grouping"):
    """Objects that belong together (section 4.4)."""

    name: str | UnsetType = UNSET
    description: str | UnsetType = UNSET
    context: Text
    object_refs: SomeRefs


class Identity(Object, frozen=True, kw_only=True, tag="identity"):
    """Somebody: who says it, or who was attacked (section 4.5)."""

    name: Text
    description: str | UnsetType = UNSET
    roles: Names | UnsetType = UNSET
    identity_class: str | UnsetType = UNSET
    sectors: Names | UnsetType = UNSET
    contact_information: str | UnsetType = UNSET


class Incident(Object, frozen=True, kw_only=True, tag="incident"):
    """What happened to somebody (section 4.6)."""

    name: Text
    description: str | UnsetType = UNSET


class Indicator(Object, frozen=True, kw_only=True, tag="indicator"):
    """What is to be looked for (section 4.7)."""

    name: str | UnsetType = UNSET
    description: str | UnsetType = UNSET
    indicator_types: Names | UnsetType = UNSET
    pattern: Text
    pattern_type: Text
    pattern_version: str | UnsetType = UNSET
    valid_from: Time
    valid_until: Time | UnsetType = UNSET
    kill_chain_phases: Phases | UnsetType = UNSET

    def __post_init__(self) -> None:
        Object.__post_init__(self)
        in_order(self.valid_from, self.valid_until, "valid_until", apart=True)


class Infrastructure(Object, frozen=True, kw_only=True, tag="infrastructure"):
    """Systems that serve a purpose, of an attacker or of a defender (section 4.8)."""

    name: Text
    description: str | UnsetType = UNSET
    infrastructure_types: Names | UnsetType = UNSET
    aliases: Names | UnsetType = UNSET
    kill_chain_phases: Phases | UnsetType = UNSET
    first_seen: Time | UnsetType = UNSET
    last_seen: Time | UnsetType = UNSET

    def __post_init__(self) -> None:
        Object.__post_init__(self)
        in_order(self.first_seen, self.last_seen, "last_seen")


class IntrusionSet(Object, frozen=True, kw_only=True, tag="intrusion-set"):
    """Behaviour and means that are held to be one hand's (section 4.9)."""

    name: Text
    description: str | UnsetType = UNSET
    aliases: Names | UnsetType = UNSET
    first_seen: Time | UnsetType = UNSET
    last_seen: Time | UnsetType = UNSET
    goals: Names | UnsetType = UNSET
    resource_level: str | UnsetType = UNSET
    primary_motivation: str | UnsetType = UNSET
    secondary_motivations: Names | UnsetType = UNSET

    def __post_init__(self) -> None:
        Object.__post_init__(self)
        in_order(self.first_seen, self.last_seen, "last_seen")


class Location(Object, frozen=True, kw_only=True, tag="location"):
    """A place (section 4.10); coordinates in degrees of WGS 84, their precision in metres."""

    name: str | UnsetType = UNSET
    description: str | UnsetType = UNSET
    latitude: Annotated[float, Meta(ge=-90, le=90)] | UnsetType = UNSET
    longitude: Annotated[float, Meta(ge=-180, le=180)] | UnsetType = UNSET
    precision: float | UnsetType = UNSET
    region: str | UnsetType = UNSET
    country: str | UnsetType = UNSET
    administrative_area: str | UnsetType = UNSET
    city: str | UnsetType = UNSET
    street_address: str | UnsetType = UNSET
    postal_code: str | UnsetType = UNSET

    def __post_init__(self) -> None:
        Object.__post_init__(self)
        if (self.latitude is UNSET) != (self.longitude is UNSET):
            raise ValueError("latitude: missing")
        if self.region is UNSET and self.country is UNSET and self.latitude is UNSET:
            raise ValueError("region: missing")


class Malware(Object, frozen=True, kw_only=True, tag="malware"):
    """Software that does harm (section 4.11)."""

    name: str | UnsetType = UNSET
    description: str | UnsetType = UNSET
    malware_types: Names | UnsetType = UNSET
    is_family: bool
    aliases: Names | UnsetType = UNSET
    kill_chain_phases: Phases | UnsetType = UNSET
    first_seen: Time | UnsetType = UNSET
    last_seen: Time | UnsetType = UNSET
    operating_system_refs: tuple[Annotated[str, to("software")], ...] | UnsetType = UNSET
    architecture_execution_envs: Names | UnsetType = UNSET
    implementation_languages: Names | UnsetType = UNSET
    capabilities: Names | UnsetType = UNSET
    sample_refs: tuple[Annotated[str, to("artifact", "file")], ...] | UnsetType = UNSET

    def __post_init__(self) -> None:
        Object.__post_init__(self)
        in_order(self.first_seen, self.last_seen, "last_seen")
        if self.is_family and self.name is UNSET:
            raise ValueError("name: missing")


class MalwareAnalysis(Object, frozen=True, kw_only=True, tag="malware-analysis"):
    """What somebody found in software (section 4.12)."""

    product: Text
    version: str | UnsetType = UNSET
    host_vm_ref: Annotated[str, to("software")] | UnsetType = UNSET
    operating_system_ref: Annotated[str, to("software")] | UnsetType = UNSET
    installed_software_refs: tuple[Annotated[str, to("software")], ...] | UnsetType = UNSET
    configuration_version: str | UnsetType = UNSET
    modules: Names | UnsetType = UNSET
    analysis_engine_version: str | UnsetType = UNSET
    analysis_definition_version: str | UnsetType = UNSET
    submitted: Time | UnsetType = UNSET
    analysis_started: Time | UnsetType = UNSET
    analysis_ended: Time | UnsetType = UNSET
    result_name: str | UnsetType = UNSET
    result: str | UnsetType = UNSET
    analysis_sco_refs: Refs | UnsetType = UNSET
    sample_ref: Annotated[str, to("artifact", "file", "network-traffic")] | UnsetType = UNSET

    def __post_init__(self) -> None:
        Object.__post_init__(self)
        if self.result is UNSET and self.analysis_sco_refs is UNSET:
            raise ValueError("result: missing")


class Note(Object, frozen=True, kw_only=True, tag="note"):
    """Somebody's words on objects (section 4.13)."""

    abstract: str | UnsetType = UNSET
    content: Text
    authors: Names | UnsetType = UNSET
    object_refs: SomeRefs


class ObservedData(Object, frozen=True, kw_only=True, tag="observed-data"):
    """What was seen, and how often (section 4.14). `objects` is the older form, without ids."""

    first_observed: Time
    last_observed: Time
    number_observed: Annotated[int, Meta(ge=1, le=999_999_999)]
    objects: dict[str, dict[str, Any]] | UnsetType = UNSET
    object_refs: SomeRefs | UnsetType = UNSET

    def __post_init__(self) -> None:
        Object.__post_init__(self)
        in_order(self.first_observed, self.last_observed, "last_observed")
        if self.objects is UNSET and self.object_refs is UNSET:
            raise ValueError("object_refs: missing")


class Opinion(Object, frozen=True, kw_only=True, tag="opinion"):
    """How far somebody agrees with objects (section 4.15)."""

    explanation: str | UnsetType = UNSET
    authors: Names | UnsetType = UNSET
    opinion: Literal["strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"]
    object_refs: SomeRefs


class Report(Object, frozen=True, kw_only=True, tag="report"):
    """A publication (section 4.16)."""

    name: Text
    description: str | UnsetType = UNSET
    report_types: Names | UnsetType = UNSET
    published: Time
    object_refs: SomeRefs


class ThreatActor(Object, frozen=True, kw_only=True, tag="threat-actor"):
    """Who is held to attack (section 4.17)."""

    name: Text
    description: str | UnsetType = UNSET
    threat_actor_types: Names | UnsetType = UNSET
    aliases: Names | UnsetType = UNSET
    first_seen: Time | UnsetType = UNSET
    last_seen: Time | UnsetType = UNSET
    roles: Names | UnsetType = UNSET
    goals: Names | UnsetType = UNSET
    sophistication: str | UnsetType = UNSET
    resource_level: str | UnsetType = UNSET
    primary_motivation: str | UnsetType = UNSET
    secondary_motivations: Names | UnsetType = UNSET
    personal_motivations: Names | UnsetType = UNSET

    def __post_init__(self) -> None:
        Object.__post_init__(self)
        in_order(self.first_seen, self.last_seen, "last_seen")


class Tool(Object, frozen=True, kw_only=True, tag="tool"):
    """Software with a good use that attackers use (section 4.18)."""

    name: Text
    description: str | UnsetType = UNSET
    tool_types: Names | UnsetType = UNSET
    aliases: Names | UnsetType = UNSET
    kill_chain_phases: Phases | UnsetType = UNSET
    tool_version: str | UnsetType = UNSET


class Vulnerability(Object, frozen=True, kw_only=True, tag="vulnerability"):
    """A weakness (section 4.19)."""

    name: Text
    description: str | UnsetType = UNSET


class Relationship(Object, frozen=True, kw_only=True, tag="relationship"):
    """What one object says of another (section 5.1)."""

    relationship_type: Text
    description: str | UnsetType = UNSET
    source_ref: End
    target_ref: End
    start_time: Time | UnsetType = UNSET
    stop_time: Time | UnsetType = UNSET

    def __post_init__(self) -> None:
        Object.__post_init__(self)
        in_order(self.start_time, self.stop_time, "stop_time", apart=True)


class Sighting(Object, frozen=True, kw_only=True, tag="sighting"):
    """That something was seen, where, and how often (section 5.2)."""

    description: str | UnsetType = UNSET
    first_seen: Time | UnsetType = UNSET
    last_seen: Time | UnsetType = UNSET
    count: Annotated[int, Meta(ge=0, le=999_999_999)] | UnsetType = UNSET
    sighting_of_ref: Id
    observed_data_refs: tuple[Annotated[str, to("observed-data")], ...] | UnsetType = UNSET
    where_sighted_refs: tuple[Annotated[str, to("identity", "location")], ...] | UnsetType = UNSET
    summary: bool | UnsetType = UNSET

    def __post_init__(self) -> None:
        Object.__post_init__(self)
        in_order(self.first_seen, self.last_seen, "last_seen")
