"""What mail and sign-ins show, as observables of STIX 2.1, so that patterns of partners can be looked for in it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from ipaddress import ip_address
from typing import Any, Final

from tocsin.common.hosts import to_ascii
from tocsin.common.urls import parse_url
from tocsin.formats.stix.matching import Observation
from tocsin.formats.stix.pattern import Operator, Pattern, comparisons
from tocsin.formats.stix.values import can_be_looked_for
from tocsin.model.activity import Activity
from tocsin.model.observed import ObservedMail

OBSERVED: Final = frozenset({
    "domain-name:value", "email-addr:value", "email-addr:display_name", "email-message:from_ref.value",
    "email-message:from_ref.display_name", "email-message:to_refs.value", "email-message:subject",
    "email-message:message_id", "email-message:date", "email-message:is_multipart", "file:name", "file:size",
    "file:hashes", "ipv4-addr:value", "ipv6-addr:value", "url:value", "user-account:account_login",
    "user-account:user_id",
})  # fmt: skip
"""What is ever asked of what is seen here; of `file:hashes`, MD5, SHA-1 and SHA-256."""
_LONGEST_NAMED: Final = 100
_HASHES: Final = ("MD5", "SHA1", "SHA256")


class _Objects:
    """Observables by names that tell them apart here: nothing asks for the ids that STIX gives them, which cost more
    than all the rest."""

    def __init__(self) -> None:
        self.found: dict[str, dict[str, Any]] = {}

    def add(self, kind: str, **properties: Any) -> str:
        known = {name: value for name, value in properties.items() if value not in ("", [], {})}
        identity = f"{kind}--{known.get('value', len(self.found))}"
        self.found.setdefault(identity, {"type": kind, "id": identity}).update(known)
        return identity

    def host(self, name: str) -> None:
        """Add a host. One that is named by its address is both: producers write patterns of either for it."""
        if name:
            self.add("domain-name", value=to_ascii(name))
        with suppress(ValueError):
            address = ip_address(name.strip("[]"))
            self.add(f"ipv{address.version}-addr", value=str(address))


def of_mail(mail: ObservedMail) -> Observation:
    """Return what a message shows."""
    objects = _Objects()
    sender = objects.add("email-addr", value=mail.sender, display_name=mail.sender_name) if mail.sender else ""
    recipients = [objects.add("email-addr", value=one) for one in mail.recipients]
    objects.add(
        "email-message", from_ref=sender, to_refs=recipients, subject=mail.subject, message_id=mail.message_id,
        date=f"{mail.received:%Y-%m-%dT%H:%M:%S}Z", is_multipart=bool(mail.files),
    )  # fmt: skip
    for address in mail.others:
        objects.add("email-addr", value=address)
    for address in (mail.sender, *mail.others):
        objects.host(address.rpartition("@")[2] if "@" in address else "")
    for url in mail.urls:
        objects.add("url", value=url)
        objects.host(parse_url(url).host)
    for one in mail.files:
        objects.add("file", name=one.name, hashes=one.hashes, size=one.size)
    for relay in mail.relays:
        objects.host(relay)
    return Observation(objects.found, mail.received, mail.received)


def of_activity(activity: Activity) -> Observation:
    """Return what one line of a sign-in or audit log shows."""
    objects = _Objects()
    if activity.person:
        objects.add("user-account", account_login=activity.person, user_id=activity.person)
    if "@" in activity.person:
        objects.add("email-addr", value=activity.person)
    if activity.ip:
        objects.host(activity.ip)
    return Observation(objects.found, activity.time, activity.time)


def unsupported(pattern: Pattern) -> tuple[str, ...]:
    """Return what a pattern asks for that is never seen here, or cannot be looked for; each once, in order."""
    return tuple(dict.fromkeys(_unsupported(pattern)))


def _unsupported(pattern: Pattern) -> Iterable[str]:
    for one in comparisons(pattern):
        path, _, digest = str(one.path).partition("hashes.")
        seen = str(one.path) in OBSERVED or (path == "file:" and digest.replace("-", "").upper() in _HASHES)
        if not seen:
            yield str(one.path)
        for constant in one.constants if one.operator is Operator.MATCHES else ():
            if isinstance(constant, str) and not can_be_looked_for(constant):
                yield f"MATCHES {constant[:_LONGEST_NAMED]!r}"
