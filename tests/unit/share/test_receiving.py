"""What partners warn of is looked for, and nobody is accused by it who must not be."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest

from tocsin.common.listed import Listed
from tocsin.formats import stix
from tocsin.identify.examples import PROFILE
from tocsin.identify.sites import is_known
from tocsin.model.people import Tlp
from tocsin.model.received import ReceivedIndicator, Unused, Why
from tocsin.model.warninglist import Matching, WarningList
from tocsin.share.receiving import Guard, received

WHEN = "2026-03-01T08:00:00.000Z"
SITES = ("wikipedia.org", "nytimes.com")


def _object(kind: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": kind, "spec_version": "2.1", "id": f"{kind}--{uuid4()}", "created": WHEN, "modified": WHEN, **properties
    }  # fmt: skip


def _indicator(pattern: str, **properties: Any) -> dict[str, Any]:
    return _object("indicator", pattern=pattern, pattern_type="stix", valid_from=WHEN, **properties)


def _received(
    *objects: dict[str, Any], label: Tlp | None = None, lists: tuple[WarningList, ...] = ()
) -> tuple[tuple[ReceivedIndicator, ...], tuple[Unused, ...]]:
    read = stix.read(json.dumps(objects).encode())
    assert not read.refused
    return received(read.objects, label, Guard(PROFILE, is_known, SITES, Listed(lists)))


def _why(pattern: str, **given: Any) -> Why | None:
    used, unused = _received(_indicator(pattern), **given)
    assert len(used) + len(unused) == 1
    return unused[0].why if unused else None


@pytest.mark.parametrize(
    "pattern",
    [
        "[domain-name:value = 'login.evil.test']",
        "[url:value = 'https://docs.google.com/forms/d/evil']",
        "[url:value = 'https://evil.web.app/']",
        "[email-addr:value = 'evil@gmail.com']",
        "[ipv4-addr:value = '203.0.113.9']",
        "[ipv4-addr:value = '45.155.205.233']",
        "[file:hashes.'SHA-256' = '" + "ab" * 32 + "']",
        "[domain-name:value = 'a.test' OR domain-name:value = 'b.test']",
        "[domain-name:value = 'a.test'] OR [url:value = 'https://b.test/']",
        "[url:value MATCHES '^https://[a-z]+-login\\\\.test/']",
        "[email-message:subject = 'Account of DANA' AND file:name = 'ballot.zip']",
        "[domain-name:value = 'mail.harbour.example' AND file:hashes.MD5 = '" + "ab" * 16 + "']",
        "[ipv4-addr:value = '45.155.205.0/24']",
        "[email-message:date >= t'2026-01-06T00:00:00Z' AND domain-name:value = 'login.evil.test']",
        "[user-account:account_login = 'intruder@elsewhere.test']",
    ],
)
def test_what_may_be_the_attackers_is_looked_for(pattern: str) -> None:
    assert _why(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("[domain-name:value = 'harbour.example']", Why.OWN),
        ("[domain-name:value = 'Mail.HARBOUR.example.']", Why.OWN),
        ("[url:value = 'https://www.harbour.example/donate']", Why.OWN),
        ("[email-addr:value = 'dana@harbour.example']", Why.OWN),
        ("[user-account:account_login = 'dana@harbour.example']", Why.OWN),
        ("[domain-name:value = 'lighthouse.example']", Why.OWN),
        ("[domain-name:value = 'evil.test' OR domain-name:value = 'harbour.example']", Why.OWN),
        ("[domain-name:value = 'evil.test'] OR [domain-name:value = 'harbour.example']", Why.OWN),
        ("[domain-name:value = 'gmail.com']", Why.EVERYBODYS),
        ("[url:value = 'https://docs.google.com/']", Why.EVERYBODYS),
        ("[domain-name:value = 'google.com']", Why.EVERYBODYS),
        ("[url:value = 'https://www.google.com/search?q=a']", Why.EVERYBODYS),
        ("[domain-name:value = 'wikipedia.org']", Why.ORDINARY),
        ("[domain-name:value LIKE '%']", Why.ORDINARY),
        ("[domain-name:value LIKE '%.org']", Why.ORDINARY),
        ("[domain-name:value MATCHES '.*harbour.*']", Why.ORDINARY),
        ("[domain-name:value != 'evil.test']", Why.ORDINARY),
        ("[file:size > 0]", Why.ORDINARY),
        ("[email-message:is_multipart = true]", Why.ORDINARY),
        ("[email-addr:value LIKE '%@gmail.com']", Why.ORDINARY),
        ("[ipv4-addr:value ISSUBSET '0.0.0.0/0']", Why.ORDINARY),
        ("[ipv4-addr:value = '10.0.0.1']", Why.ORDINARY),
        ("[file:hashes.MD5 = 'D41D8CD98F00B204E9800998ECF8427E']", Why.ORDINARY),
        ("[user-account:account_login LIKE '%']", Why.ORDINARY),
        ("[user-account:account_login != 'x']", Why.ORDINARY),
        ("[user-account:account_login = 'dana']", Why.OWN),
        ("[email-addr:value = 'Dana.Osman@private.example']", Why.OWN),
        ("[email-message:from_ref.value LIKE 'dana@%']", Why.ORDINARY),
        ("[domain-name:value = 'mail.harbour.example' AND domain-name:value != 'q']", Why.OWN),
        ("[email-message:date >= t'2026-01-06T00:00:00Z']", Why.ORDINARY),
        ("[email-message:subject != 'a' AND email-message:subject != 'b']", Why.ORDINARY),
        ("[email-message:subject LIKE '%Re: %']", Why.ORDINARY),
        ("[email-message:subject = 'Hi']", Why.ORDINARY),
        ("[file:size > 50000]", Why.ORDINARY),
        ("[domain-name:value LIKE '%.uk']", Why.ORDINARY),
        ("[url:value MATCHES '^https://.*']", Why.ORDINARY),
        ("[ipv4-addr:value = '40.0.0.0/5']", Why.ORDINARY),
        ("[ipv4-addr:value ISSUBSET '128.0.0.0/1']", Why.ORDINARY),
        ("[process:name = 'evil.exe']", Why.UNSEEN),
        ("[domain-name:value = 'a.test'] FOLLOWEDBY [domain-name:value = 'b.test']", Why.SEVERAL),
        ("[domain-name:value = ", Why.BROKEN),
    ],
)
def test_who_must_not_be_accused_is_spared(pattern: str, why: Why) -> None:
    assert _why(pattern) is why


def test_what_is_listed_as_no_sign_is_spared_and_the_list_is_named() -> None:
    banks = WarningList("Banks (synthetic)", Matching.HOSTNAME, ("bank.example",))
    _, unused = _received(_indicator("[url:value = 'https://WWW.bank.example/login']"), lists=(banks,))
    assert [(one.why, one.detail) for one in unused] == [(Why.LISTED, "Banks (synthetic)")]


def test_what_was_taken_back_or_is_of_another_language_is_named() -> None:
    back = _indicator("[domain-name:value = 'a.test']", revoked=True)
    rule = {**_indicator("rule x { condition: true }"), "pattern_type": "yara"}
    used, unused = _received(back, rule)
    assert used == ()
    assert [one.why for one in unused] == [Why.REVOKED, Why.LANGUAGE]


def test_of_several_versions_the_newest_counts_in_any_order() -> None:
    old = _indicator("[domain-name:value = 'old.test']")
    new = {**old, "pattern": "[domain-name:value = 'new.test']", "modified": "2026-03-02T08:00:00.000Z"}
    for objects in ((old, new), (new, old)):
        used, _ = _received(*objects)
        assert [one.pattern for one in used] == ["[domain-name:value = 'new.test']"]


def test_the_strictest_label_counts_and_without_one_it_is_red() -> None:
    green, red = (next(key for key, label in stix.TLP_IDS.items() if label is one) for one in (Tlp.GREEN, Tlp.RED))
    pattern = "[domain-name:value = 'a.test']"
    parts = [{"selectors": ["pattern"], "marking_ref": red}]
    marked = [
        _indicator(pattern, object_marking_refs=[green]),
        _indicator(pattern, object_marking_refs=[green, red]),
        _indicator(pattern, object_marking_refs=[green], granular_markings=parts),
        _indicator(pattern),
    ]
    assert [one.tlp for one in _received(*marked)[0]] == [Tlp.GREEN, Tlp.RED, Tlp.RED, Tlp.RED]
    assert [one.tlp for one in _received(*marked, label=Tlp.AMBER)[0]][-1] is Tlp.AMBER


def test_what_is_not_understood_of_a_marking_is_red_and_whose_something_is_says_nothing() -> None:
    other, said = (f"marking-definition--{uuid4()}" for _ in range(2))
    pattern = "[domain-name:value = 'a.test']"
    statement = {
        "type": "marking-definition", "spec_version": "2.1", "id": said, "created": WHEN,
        "definition_type": "statement", "definition": {"statement": "Made by a centre"},
    }  # fmt: skip
    used, _ = _received(
        statement, _indicator(pattern, object_marking_refs=[other]), _indicator(pattern, object_marking_refs=[said]),
        label=Tlp.CLEAR,
    )  # fmt: skip
    assert [one.tlp for one in used] == [Tlp.RED, Tlp.CLEAR]


def test_techniques_and_times_are_taken_along() -> None:
    one = _indicator(
        "[domain-name:value = 'a.test']", valid_until="2026-04-01T00:00:00.123456789Z", confidence=60, name="A host"
    )
    reference = {"source_name": "mitre-attack", "external_id": "T1566.002"}
    technique = _object("attack-pattern", name="Spearphishing Link", external_references=[reference])
    link = _object(
        "relationship", relationship_type="indicates", source_ref=one["id"], target_ref=technique["id"]
    )  # fmt: skip
    (found,), _ = _received(one, technique, link)
    assert found.attack == ("T1566.002",)
    assert (found.name, found.confidence) == ("A host", 60)
    assert found.valid_until is not None
    assert found.valid_until.isoformat() == "2026-04-01T00:00:00.123456+00:00"
