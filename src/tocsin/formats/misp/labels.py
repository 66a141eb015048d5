"""Who may read an event of MISP: its tags of the Traffic Light Protocol, and how far it is distributed.

A distribution makes what tags say stricter and never less strict. What neither says is not said: who reads it decides,
and without anybody's word it is RED. A tag of TLP that nobody knows, and a distribution that there is not, are RED.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Final

from tocsin.common.tlp import strictest
from tocsin.formats.misp.shapes import is_set, listed
from tocsin.model.people import Tlp

DISTRIBUTION: Final = {Tlp.RED: 0, Tlp.AMBER_STRICT: 0, Tlp.AMBER: 1, Tlp.GREEN: 2, Tlp.CLEAR: 3}
"""How far what bears a label may go: 0 this organisation, 1 this instance, 2 those connected with it, 3 everybody."""
INHERIT: Final = 5
_ALLOWS: Final = {
    "0": Tlp.AMBER_STRICT, "1": Tlp.AMBER, "2": Tlp.GREEN, "3": Tlp.CLEAR,
    "4": Tlp.AMBER_STRICT,  # a sharing group: organisations by name, of which we are one
}  # fmt: skip
_PREFIX: Final = "tlp:"
_WORD: Final = re.compile(r"(?<![a-z])tlp(?![a-z])|^tlp(red|amber|green|clear|white)|traffic[^a-z]*light")
"""What speaks of the protocol, in other taxonomies too (`iep:traffic-light-protocol`); not understood, it is RED."""
_OLD: Final = {"white": Tlp.CLEAR}
"""TLP 1.0."""
COLOURS: Final = {
    Tlp.RED: "#CC0033", Tlp.AMBER_STRICT: "#FFC000", Tlp.AMBER: "#FFC000", Tlp.GREEN: "#339900", Tlp.CLEAR: "#FFFFFF",
}  # fmt: skip


def tags_of(thing: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of the tags of an event or attribute."""
    tags = thing.get("Tag")
    return tuple(dict.fromkeys(_names(tags if isinstance(tags, list) else ())))


def hidden_of(thing: dict[str, Any], label: Tlp | None) -> frozenset[str]:
    """Return the names of tags of a thing with a label that are not for others.

    They are this instance's own (`local`), not for export, or of a cluster that goes less far than the thing.
    """
    tags = thing.get("Tag")
    own = [one for one in tags if isinstance(one, dict) and _is_own(one)] if isinstance(tags, list) else []
    clusters = ((galaxy, one) for galaxy in listed(thing, "Galaxy") for one in listed(galaxy, "GalaxyCluster"))
    closed = (one.get("tag_name") for galaxy, one in clusters if _is_closed(label, galaxy, one))
    return frozenset(_names([*own, *closed]))


def _is_own(tag: dict[str, Any]) -> bool:
    return is_set(tag.get("local")) or not is_set(tag.get("exportable"), otherwise=True)


def _is_closed(label: Tlp | None, *things: dict[str, Any]) -> bool:
    allowed = [found for one in things if (found := _allowed(one))]
    return any(map(_is_own, things)) or (label is not None and strictest([label, *allowed]) is not label)


def told_of(thing: dict[str, Any], label: Tlp | None) -> tuple[str, ...]:
    """Return the names of the tags of a thing with a label that go on with it, but for those of TLP."""
    hidden = hidden_of(thing, label)
    return tuple(one for one in tags_of(thing) if one not in hidden and not is_tlp(one))


def _names(tags: Iterable[Any]) -> Iterator[str]:
    for one in tags:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip():
            yield name.strip()


def is_tlp(tag: str) -> bool:
    """Say whether a tag is one of the Traffic Light Protocol, known or not."""
    return bool(_WORD.search(_folded(tag)))


def _folded(tag: str) -> str:
    """A tag in one way of writing: compatible characters, no marks that nobody sees, small letters, no spaces."""
    wide = unicodedata.normalize("NFKC", tag)
    seen = "".join(one for one in wide if unicodedata.category(one) not in ("Cf", "Cc", "Mn"))
    return "".join(seen.casefold().split())


def label_of_tags(tags: Iterable[str]) -> Tlp | None:
    """Return the strictest label of tags; None where none of them is one."""
    found = [_label(tag) for tag in tags if is_tlp(tag)]
    return strictest(found) if found else None


def label(said: Tlp | None, *things: dict[str, Any]) -> Tlp | None:
    """Return the label of what lies within things (an event, an object, an attribute).

    `said`: that of an event that says none. None where nobody says one. A tag that is not for others says nothing
    to them, but makes stricter what others say.
    """
    tags = [(tags_of(thing), hidden_of(thing, None)) for thing in things]
    found = [one for names, own in tags if (one := label_of_tags(name for name in names if name not in own))]
    found = found or ([said] if said else [])
    own_words = filter(None, (label_of_tags(own) for _, own in tags))
    return strictest([*found, *own_words, *filter(None, map(_allowed, things))]) if found else None


def _label(tag: str) -> Tlp:
    text = _folded(tag).removeprefix(_PREFIX)
    return _OLD.get(text) or next((one for one in Tlp if one.value == text), Tlp.RED)


def _allowed(thing: dict[str, Any]) -> Tlp | None:
    """The label that a distribution stands for; None where it says nothing of its own."""
    value = thing.get("distribution")
    if value is None:
        return None
    said = str(value) if isinstance(value, (str, int)) else ""
    return None if said == str(INHERIT) and "info" not in thing else _ALLOWS.get(said, Tlp.RED)


def tag(label: Tlp) -> dict[str, Any]:
    """Return the tag of a label, as MISP's taxonomy has it."""
    return {"name": f"{_PREFIX}{label.value}", "colour": COLOURS[label], "exportable": True}
