"""What mail and sign-ins show, and what partners' patterns find in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
import stix2

from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.matching import Observation, matches
from tocsin.formats.stix.pattern import comparisons
from tocsin.model.activity import Act, Activity
from tocsin.model.observed import ObservedFile, ObservedMail
from tocsin.share.observed import OBSERVED, of_activity, of_mail, unsupported

WHEN = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
MAIL = ObservedMail(
    received=WHEN,
    sender="desk@evil.test",
    sender_name="Help Desk",
    recipients=("one@party.example", "two@party.example"),
    subject="Your account",
    message_id="<1@evil.test>",
    urls=("https://login.evil.test/a", "http://192.0.2.7/b"),
    files=(ObservedFile("ballot.pdf", {"SHA-256": "ab" * 32}, 12),),
    relays=("2001:db8::5",),
)
SIGN_IN = Activity(WHEN, Act.SIGN_IN, "okta", person="one@party.example", ip="198.51.100.9")


def found(text: str, seen: Observation) -> bool:
    pattern = parse_pattern(text)
    assert unsupported(pattern) == ()
    return matches(pattern, [seen])


@pytest.mark.parametrize(
    "text",
    [
        "[url:value = 'https://LOGIN.evil.test/a']",
        "[domain-name:value = 'login.evil.test']",
        "[domain-name:value = 'evil.test']",
        "[domain-name:value = '192.0.2.7' OR ipv4-addr:value = '192.0.2.7']",
        "[ipv4-addr:value ISSUBSET '192.0.2.0/24']",
        "[ipv6-addr:value = '2001:db8::5']",
        "[email-addr:value = 'desk@evil.test' AND email-addr:display_name = 'Help Desk']",
        "[email-message:from_ref.value MATCHES '@evil\\\\.test$' AND email-message:subject LIKE '%account']",
        "[email-message:to_refs[*].value = 'two@party.example' AND email-message:is_multipart = true]",
        "[email-message:message_id = '<1@evil.test>' AND email-message:date >= t'2026-03-01T08:00:00Z']",
        "[file:hashes.'SHA-256' = '" + "AB" * 32 + "' AND file:name = 'ballot.pdf' AND file:size = 12]",
    ],
)
def test_what_a_message_shows_is_found(text: str) -> None:
    assert found(text, of_mail(MAIL))
    assert not found(text, of_mail(ObservedMail(WHEN, "")))


@pytest.mark.parametrize(
    "text",
    [
        "[user-account:account_login = 'one@party.example']",
        "[email-addr:value = 'one@party.example']",
        "[ipv4-addr:value IN ('198.51.100.9')]",
    ],
)
def test_what_a_sign_in_shows_is_found(text: str) -> None:
    assert found(text, of_activity(SIGN_IN))
    assert not found(text, of_activity(Activity(WHEN, Act.SIGN_IN, "okta")))


def test_what_is_shown_are_observables_of_the_standard() -> None:
    """But for their ids, which tell them apart within one observation."""
    for seen in (of_mail(MAIL), of_activity(SIGN_IN)):
        ids = {name: f"{one['type']}--{uuid5(NAMESPACE_URL, name)}" for name, one in seen.objects.items()}
        for one in seen.objects.values():
            stix2.parse({**_named(one, ids), "spec_version": "2.1"}, allow_custom=False)


def _named(one: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    def of(value: Any) -> Any:
        return [ids.get(each, each) for each in value] if isinstance(value, list) else ids.get(str(value), value)

    return {name: of(value) for name, value in one.items()}


def test_what_is_said_to_be_seen_is_seen_in_one_of_the_two() -> None:
    both = [of_mail(MAIL), of_activity(SIGN_IN)]
    for path in OBSERVED:
        steps = path.replace("to_refs", "to_refs[*]")
        assert any(matches(parse_pattern(f"[EXISTS {steps}]"), [seen]) for seen in both), path


def test_what_is_never_seen_is_named() -> None:
    text = "[process:name = 'a' OR file:hashes.'SHA3-256' = 'b' OR process:name = 'c' OR url:value MATCHES '(?=a)']"
    assert unsupported(parse_pattern(text)) == ("process:name", "file:hashes.SHA3-256", "MATCHES '(?=a)'")
    assert {str(one.path) for one in comparisons(parse_pattern(text))} > {"process:name"}
