"""Types of MISP's attributes, and what of STIX 2.1 each stands for.

Source: `describeTypes.json` of MISP (categories and defaults), and how patterns of STIX name the same things.
"""

from __future__ import annotations

from contextlib import suppress
from ipaddress import ip_network
from typing import Final

from msgspec import Struct

from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.pattern import Comparison, Operator, PatternError, Seen
from tocsin.formats.stix.writing import quoted

NETWORK: Final = "Network activity"
DELIVERY: Final = "Payload delivery"
_HASHES: Final = {
    "md5": "MD5", "sha1": "'SHA-1'", "sha256": "'SHA-256'", "sha512": "'SHA-512'", "ssdeep": "SSDEEP", "tlsh": "TLSH",
}  # fmt: skip
LANGUAGES: Final = {"yara": "yara", "sigma": "sigma", "snort": "snort", "suricata": "suricata", "stix2-pattern": "stix"}
"""Types whose value is a pattern, and in which language of STIX's vocabulary."""


class Kind(Struct, frozen=True):
    """What one type stands for."""

    path: str
    """Of a pattern; `ip` for an address of either version."""
    category: str = NETWORK
    half: int | None = None
    """Which half of a value with a bar in it says what is looked for: the other one only describes that."""


KINDS: Final = {
    "ip-dst": Kind("ip"),
    "ip-src": Kind("ip"),
    "domain": Kind("domain-name:value"),
    "hostname": Kind("domain-name:value"),
    "url": Kind("url:value"),
    "email": Kind("email-addr:value", "Social network"),
    "email-src": Kind("email-message:from_ref.value", DELIVERY),
    "email-dst": Kind("email-message:to_refs[*].value"),
    "email-subject": Kind("email-message:subject", DELIVERY),
    "email-message-id": Kind("email-message:message_id", DELIVERY),
    "email-src-display-name": Kind("email-message:from_ref.display_name", DELIVERY),
    "filename": Kind("file:name", DELIVERY),
    "email-attachment": Kind("file:name", DELIVERY),
    **{name: Kind(f"file:hashes.{digest}", DELIVERY) for name, digest in _HASHES.items()},
    **{f"filename|{name}": Kind(f"file:hashes.{digest}", DELIVERY, 1) for name, digest in _HASHES.items()},
    "malware-sample": Kind("file:hashes.MD5", DELIVERY, 1),
    "domain|ip": Kind("domain-name:value", NETWORK, 0),
    "hostname|port": Kind("domain-name:value", NETWORK, 0),
    "ip-dst|port": Kind("ip", NETWORK, 0),
    "ip-src|port": Kind("ip", NETWORK, 0),
    "link": Kind("url:value", "External analysis"),
    "uri": Kind("url:value"),
    "target-email": Kind("email-message:to_refs[*].value", "Targeting data"),
    "whois-registrant-email": Kind("email-addr:value", "Attribution"),
    "dns-soa-email": Kind("email-addr:value", "Attribution"),
    "mutex": Kind("mutex:name", "Artifacts dropped"),
    "mac-address": Kind("mac-addr:value"),
    "regkey": Kind("windows-registry-key:key", "Persistence mechanism"),
}
"""What is mapped; all other types are kept as they are. Of several types for one path the first is written."""


def language_and_pattern(kind: str, value: str) -> tuple[str, str]:
    """Return (pattern_type, pattern) of an attribute; for a type without one, `misp-` and its name, and the value."""
    if kind in LANGUAGES:
        return LANGUAGES[kind], value
    if kind not in KINDS:
        return f"misp-{kind}", value
    known = KINDS[kind]
    if known.half is not None and "|" in value:
        first, last = value.split("|", 1) if known.half == 0 else value.rsplit("|", 1)
        value = (first, last)[known.half]
    path = f"ipv{_version(value)}-addr:value" if known.path == "ip" else known.path
    return "stix", f"[{path} = {quoted(value)}]"


def kind_and_value(language: str, pattern: str) -> tuple[str, str]:
    """Return (type, value) of the attribute that says the same as a pattern; nothing of it is left out."""
    if language == "stix":
        return _plain(pattern) or ("stix2-pattern", pattern)
    if language.startswith("misp-"):
        return language.removeprefix("misp-"), pattern
    return (language, pattern) if language in LANGUAGES else ("text", f"{language}: {pattern}")


def category_of(kind: str) -> str:
    """Return the category that MISP gives a type by itself."""
    if kind in KINDS:
        return KINDS[kind].category
    if kind in ("snort", "suricata"):
        return NETWORK
    return "Payload installation" if kind in LANGUAGES else "Other"


def _plain(pattern: str) -> tuple[str, str] | None:
    """Of a pattern that asks for one thing to equal one text, the attribute for it."""
    try:
        found = parse_pattern(pattern)
    except PatternError:
        return None
    if not isinstance(found, Seen) or not isinstance(found.test, Comparison):
        return None
    one = found.test
    value = one.constants[0] if len(one.constants) == 1 else None
    kind = _BY_PATH.get(_path(one))
    is_plain = one.operator is Operator.EQUAL and not one.negated and isinstance(value, str)
    return (kind, str(value)) if kind and is_plain else None


def _path(one: Comparison) -> tuple[str, ...]:
    kind, steps = one.path.kind, [step for step in one.path.steps if isinstance(step, str)]
    if kind in ("ipv4-addr", "ipv6-addr"):
        kind = "ip"
    return (kind, *(step.upper().replace("-", "") if "hashes" in steps[:1] else step for step in steps))


def _version(value: str) -> int:
    with suppress(ValueError):
        return ip_network(value.strip("[]"), strict=False).version
    return 4


def _by_path() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for name, kind in KINDS.items():
        if kind.half is None:
            path = "ipv4-addr:value" if kind.path == "ip" else kind.path
            test = parse_pattern(f"[{path} = 'a']")
            assert isinstance(test, Seen)  # noqa: S101 - the table above is ours
            assert isinstance(test.test, Comparison)  # noqa: S101 - the same
            found.setdefault(_path(test.test), name)
    return found


_BY_PATH: Final = _by_path()
