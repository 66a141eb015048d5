"""What of MISP has no place in STIX and stays beside an object, in `x_misp`: typed, and nothing else.

It leaves under the label of the object beside which it stands. So what MISP gives a reader of its own (analysts' notes,
sharing groups, keys), and what means something on one server only, is no part of it, whoever wrote it there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

from tocsin.common.tlp import strictest
from tocsin.formats.misp import labels
from tocsin.formats.misp.shapes import is_set, listed, moment, seconds, text, uuid_of
from tocsin.model.people import Tlp

Object = dict[str, Any]
_Fit = Callable[[Any], Any]
"""Returns a value as it is kept; None for one that does not fit."""
_LONGEST: Final = 100
_DATA: Final = 1 << 20
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def _words(most: int) -> _Fit:
    return lambda value: value if isinstance(value, str) and len(value) <= most else None


def _one_of(*words: str) -> _Fit:
    return lambda value: str(value) if isinstance(value, (str, int)) and str(value)[:9] in words else None


def _uuid(value: Any) -> str | None:
    return value if isinstance(value, str) and _UUID.fullmatch(value) else None


def _flag(value: Any) -> bool | None:
    return is_set(value) if isinstance(value, (bool, int, str)) else None


def _time(value: Any) -> str | None:
    return value if isinstance(value, str) and len(value) <= _LONGEST and moment(value) else None


def _digits(value: Any) -> str | None:
    known = isinstance(value, (int, str)) and not isinstance(value, bool) and seconds(value)
    return str(value) if known else None


def _each(fields: Mapping[str, _Fit]) -> _Fit:
    def fit(value: Any) -> list[Object] | None:
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            return None
        return [_fitting(one, fields)[0] for one in value]

    return fit


def _relations(value: Any) -> dict[str, str] | None:
    is_fit = isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
    return value if is_fit else None


_TIMES: Final[Mapping[str, _Fit]] = {"first_seen": _time, "last_seen": _time}
_REPORT: Final[Mapping[str, _Fit]] = {
    "uuid": _uuid, "name": _words(1_000), "content": _words(_DATA), "timestamp": _digits, "deleted": _flag,
}  # fmt: skip
_SIGHTING: Final[Mapping[str, _Fit]] = {"uuid": _uuid, "type": _one_of("2"), "date_sighting": _digits}
_REFERENCE: Final[Mapping[str, _Fit]] = {
    "uuid": _uuid, "referenced_uuid": _uuid, "relationship_type": _words(_LONGEST), "comment": _words(10_000),
    "timestamp": _digits, "deleted": _flag,
}  # fmt: skip
EVENT: Final[Mapping[str, _Fit]] = {
    "threat_level_id": _one_of("1", "2", "3", "4"), "analysis": _one_of("0", "1", "2"), "published": _flag,
    "publish_timestamp": _digits, "extends_uuid": _uuid, "EventReport": _each(_REPORT),
}  # fmt: skip
ATTRIBUTE: Final[Mapping[str, _Fit]] = {
    **_TIMES, "type": _words(_LONGEST), "category": _words(_LONGEST), "value": _words(_DATA), "to_ids": _flag,
    "deleted": _flag, "disable_correlation": _flag, "data": _words(_DATA), "object_relation": _words(200),
    "Sighting": _each(_SIGHTING),
}  # fmt: skip
OBJECT: Final[Mapping[str, _Fit]] = {
    **_TIMES, "name": _words(200), "meta-category": _words(_LONGEST), "description": _words(10_000),
    "template_uuid": _uuid, "template_version": _words(20), "comment": _words(10_000), "relations": _relations,
    "ObjectReference": _each(_REFERENCE),
}  # fmt: skip
MAKER: Final[Mapping[str, _Fit]] = {"uuid": _uuid}
_NAMES: Final = (EVENT.keys() | ATTRIBUTE.keys() | OBJECT.keys()) | {
    "Note", "Opinion", "Relationship", "SharingGroup", "CryptographicKey", "Org", "org_id", "sharing_group_id",
    "event_creator_email", "locked", "Tag", "GalaxyCluster", "distribution", "protected",
}  # fmt: skip


def beside(known: Mapping[str, Any], fields: Mapping[str, _Fit], left: Counter[str] | None = None) -> Object:
    """Return what may stand beside an object of STIX, and count in `left` what stands there and does not fit."""
    found = known.get("x_misp")
    kept, others = _fitting(found if isinstance(found, dict) else {}, fields)
    if left is not None:
        left.update(f"x_misp {named(name)}".strip() for name in others)
    return kept


def fitting(thing: Object, fields: Mapping[str, _Fit], without: frozenset[str], left: Counter[str]) -> Object:
    """Return what of an event, object or attribute is kept, but for some names, and count in `left` what is not."""
    there = {name: value for name, value in thing.items() if name not in without and value not in (None, "", [], {})}
    kept, others = _fitting(there, fields)
    left.update(map(named, others))
    return kept


def _fitting(found: Mapping[str, Any], fields: Mapping[str, _Fit]) -> tuple[Object, list[str]]:
    fit = {name: fields[name](value) for name, value in found.items() if name in fields}
    kept = {name: value for name, value in fit.items() if value is not None}
    return kept, [name for name in found if name not in kept]


def named(name: str) -> str:
    """Return the name of something of MISP's; of what is none, which anybody may have made up, no name."""
    return name if name in _NAMES else "?"


def reports(event: Object, said: Tlp | None, label: Tlp | None) -> tuple[list[Object], int]:
    """Return the reports of an event that go as far as itself, and how many do not."""
    all_of_them = listed(event, "EventReport")
    told = [one for one in all_of_them if uuid_of(one) and text(one.get("name"))]
    told = [
        one for one in told if label is None or strictest([label, labels.label(said, event, one) or label]) is label
    ]
    return told, len(all_of_them) - len(told)
