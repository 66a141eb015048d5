"""How alerts and what is said around them are worded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from tocsin.identify.detections import all_detections
from tocsin.model.alert import Alert, Lure, Severity
from tocsin.model.verdict import Class
from tocsin.render.labels import CLASSES
from tocsin.render.outcome import said_of
from tocsin.render.plain import one_line
from tocsin.render.words import N_, Words

SEVERITIES: Final = {
    Severity.CRITICAL: N_("critical"),
    Severity.HIGH: N_("high"),
    Severity.MEDIUM: N_("medium"),
    Severity.LOW: N_("low"),
    Severity.INFORMATIONAL: N_("informational"),
}
FACTS: Final[Mapping[str, str]] = {
    "actor": N_("done by"),
    "agent": N_("program"),
    "app": N_("app"),
    "app_name": N_("name of the app"),
    "asn": N_("AS number"),
    "before_agent": N_("program before"),
    "before_country": N_("country before"),
    "before_ip": N_("address before"),
    "before_time": N_("last used"),
    "city": N_("city"),
    "country": N_("country"),
    "detail": N_("the log calls it"),
    "device": N_("device"),
    "external": N_("outside"),
    "factor": N_("second factor"),
    "ip": N_("address"),
    "kilometres": N_("kilometres between"),
    "link": N_("link"),
    "message": N_("message"),
    "network": N_("network"),
    "object": N_("object"),
    "protocol": N_("protocol"),
    "rule": N_("rule"),
    "scopes": N_("may"),
    "session": N_("session"),
}
"""What an alert may tell, and how it is called."""
DATA: Final = {
    "country": N_("in which country addresses are (--geo)"),
    "asn": N_("whose networks addresses are of (--geo)"),
    "tor": N_("which addresses are exits of Tor (--tor)"),
    "hosting": N_("which networks rent out machines (--hosting)"),
    "judged": N_("which messages and links were judged bad (--mail)"),
}


def title(alert: Alert, language: str) -> str:
    """Return in a few words what was found; of a user's own rule its title stands in the alert."""
    known = all_detections().get(alert.detection)
    return known.title[language] if known is not None else alert.facts.get("rule", alert.detection)


def facts_of(alert: Alert, words: Words) -> list[tuple[str, str]]:
    """Return (label, value) of what an alert tells."""
    return [(words.gettext(FACTS[name]), value) for name, value in alert.facts.items() if name in FACTS]


def lures_of(lures: Iterable[Lure], words: Words) -> list[tuple[str, tuple[str, ...]]]:
    """Return (label, parts) of messages that led to an alert: each, how sure that is, and of what came after it."""
    return [told for lure in lures for told in _lure(lure, words)]


def ties_of(lure: Lure, words: Words) -> list[tuple[str, str]]:
    """Return (label, sentence) of how sure it is that a message led to what was found."""
    after = said_of(lure.after, words) if lure.after else words.gettext("Nothing but the click ties it to the message.")
    return [
        (words.gettext("the click and the message"), said_of(lure.click, words)),
        (words.gettext("what came after it"), after),
    ]


def _lure(lure: Lure, words: Words) -> list[tuple[str, tuple[str, ...]]]:
    time = f"{lure.time:%Y-%m-%d %H:%M} UTC" if lure.time else ""
    verdict = words.gettext(CLASSES[Class(lure.verdict)])
    parts = (one_line(lure.subject), one_line(lure.sender), time, verdict)
    return [
        (words.gettext("message that led to it"), tuple(part for part in parts if part)),
        (words.gettext("which lies in"), (one_line(lure.path),)),
        *((label, (sentence,)) for label, sentence in ties_of(lure, words)),
    ]
