"""Galaxies of MISP: techniques of ATT&CK, and who is said to be behind an event.

A cluster stands in the name of a tag, `misp-galaxy:threat-actor="Name"`; the tags stay as labels, so that they return.
Beside them a technique becomes an attack-pattern that an attribute indicates. A name of an actor becomes a claim of
the event's maker: the event is an incident that is attributed to a threat actor of this event alone. So what two
sources say is never merged, and `tocsin claim import` reads who said it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from tocsin.formats import stix
from tocsin.formats.misp.labels import hidden_of, tags_of
from tocsin.formats.misp.shapes import listed, text
from tocsin.model.people import Tlp

_CLUSTER: Final = re.compile(r'misp-galaxy:([\w-]+)="(.*)"', re.DOTALL)
_TECHNIQUE: Final = re.compile(r"\b(T[0-9]{4}(?:\.[0-9]{3})?)$")
_ACTORS: Final = {
    "threat-actor": "threat-actor", "microsoft-activity-group": "threat-actor", "360net-threat-actor": "threat-actor",
    "intrusion-set": "intrusion-set", "mitre-intrusion-set": "intrusion-set",
    "mitre-enterprise-attack-intrusion-set": "intrusion-set",
}  # fmt: skip
"""Galaxies of names of actors, and what STIX calls these."""
TECHNIQUES: Final = "mitre-attack-pattern"
Object = dict[str, Any]


def clusters(thing: Object, label: Tlp | None = None) -> Iterator[tuple[str, str]]:
    """Yield (galaxy, value) of an event or attribute, each once: from its tags, and where it has none, its galaxies.

    `label`: that of the thing. A cluster that goes less far is left out.
    """
    names, hidden = [*tags_of(thing)], hidden_of(thing, label)
    for galaxy in listed(thing, "Galaxy"):
        names += [text(one.get("tag_name"), 1_000) for one in listed(galaxy, "GalaxyCluster")]
    for name in dict.fromkeys(names):
        if name not in hidden and (found := _CLUSTER.fullmatch(name)):
            yield found[1], found[2]


def techniques(thing: Object, indicator: Object, said: Object, label: Tlp | None = None) -> Iterator[Object]:
    """Yield the techniques that an attribute stands for, and that it indicates them."""
    for galaxy, value in clusters(thing, label):
        found = _TECHNIQUE.search(value)
        if not found or "attack-pattern" not in galaxy or indicator["type"] != "indicator":
            continue
        pattern = stix.identifier("attack-pattern", indicator["id"], value)
        bare = _bare(said)
        yield {
            "type": "attack-pattern", "id": pattern, "name": value, **bare,
            "external_references": [
                {"source_name": "mitre-attack", "external_id": found[1], "url": stix.address_of(found[1])}
            ],
        }  # fmt: skip
        yield _relationship(indicator["id"], "indicates", pattern, bare)


def claims(event: Object, maker: Object, said: Object, label: Tlp | None = None) -> Iterator[Object]:
    """Yield who is said to be behind an event, as words of its maker."""
    named = [(galaxy, value) for galaxy, value in clusters(event, label) if galaxy in _ACTORS and value.strip()]
    if not named:
        return
    bare = _bare(said)
    incident = stix.identifier("incident", text(event.get("uuid")).lower(), maker["id"])
    yield {"type": "incident", "id": incident, "name": text(event.get("info")) or "-", **bare}
    for galaxy, value in named:
        kind = _ACTORS[galaxy]
        actor = stix.identifier(kind, incident, galaxy, value)
        yield {"type": kind, "id": actor, "name": value, **bare, "x_misp": {"galaxy": galaxy}}
        yield _relationship(incident, "attributed-to", actor, bare)


def _bare(said: Object) -> Object:
    return {name: value for name, value in said.items() if name != "labels"}


def _relationship(source: str, name: str, target: str, bare: Object) -> Object:
    return {
        "type": "relationship", "id": stix.identifier("relationship", source, name, target),
        "relationship_type": name, "source_ref": source, "target_ref": target, **bare,
    }  # fmt: skip


def tag_of_technique(name: str, identity: str) -> str:
    """Return the tag of a technique; as long as its name ends in its id, as the galaxy's do, MISP knows it."""
    value = name if name.endswith(identity) else f"{name} - {identity}"
    return f'misp-galaxy:{TECHNIQUES}="{value}"'


def tag_of_actor(one: Object) -> str:
    """Return the tag of a threat actor or an intrusion set, by the galaxy from which its name was."""
    about = one.get("x_misp")
    galaxy = about.get("galaxy") if isinstance(about, dict) else None
    known = galaxy if galaxy in _ACTORS else {"intrusion-set": "mitre-intrusion-set"}.get(one["type"], "threat-actor")
    return f'misp-galaxy:{known}="{one["name"]}"'
