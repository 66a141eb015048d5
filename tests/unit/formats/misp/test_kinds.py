"""Types of attributes and patterns: whatever is written comes back as the same type and value."""

from __future__ import annotations

import pytest
from pymisp.abstract import describe_types

from tocsin.formats.misp.kinds import KINDS, LANGUAGES, category_of, kind_and_value, language_and_pattern
from tocsin.formats.stix.grammar import parse_pattern

VALUES = {"ip-src": "192.0.2.7", "ip-dst": "2001:db8::7", "ip-dst|port": "192.0.2.7|443"}


@pytest.mark.parametrize("kind", [name for name, one in KINDS.items()])
def test_each_type_has_a_pattern_that_can_be_read(kind: str) -> None:
    language, pattern = language_and_pattern(kind, VALUES.get(kind, "a|b" if "|" in kind else "it's \\ a"))
    assert language == "stix"
    assert parse_pattern(pattern)


@pytest.mark.parametrize("kind", ["domain", "url", "email", "email-src", "email-subject", "filename", "md5", "sha256"])
def test_a_plain_pattern_becomes_its_attribute(kind: str) -> None:
    assert kind_and_value(*language_and_pattern(kind, "it's \\ a")) == (kind, "it's \\ a")


def test_an_address_becomes_one_of_either_version() -> None:
    assert kind_and_value("stix", "[ipv4-addr:value = '192.0.2.7']") == ("ip-dst", "192.0.2.7")
    assert kind_and_value("stix", "[ipv6-addr:value = '2001:db8::7']") == ("ip-dst", "2001:db8::7")
    assert language_and_pattern("ip-src", "2001:db8::/64")[1].startswith("[ipv6")
    assert language_and_pattern("ip-src", "none")[1].startswith("[ipv4")


@pytest.mark.parametrize(
    "pattern",
    ["[file:name = 'a' AND file:hashes.MD5 = 'b']", "[domain-name:value LIKE '%a']", "[domain-name:value != 'a']",
     "[domain-name:value NOT = 'a']", "[file:size = 7]", "[domain-name:value IN ('a', 'b')]", "no pattern",
     "[domain-name:value = 'a'] FOLLOWEDBY [url:value = 'b']", "[process:name = 'a']"],
)  # fmt: skip
def test_a_pattern_that_says_more_than_an_attribute_stands_whole(pattern: str) -> None:
    assert kind_and_value("stix", pattern) == ("stix2-pattern", pattern)
    assert language_and_pattern("stix2-pattern", pattern) == ("stix", pattern)


@pytest.mark.parametrize("kind", ["btc", "text", "yara", "sigma", "snort", "suricata"])
def test_what_is_no_pattern_of_stix_keeps_its_type(kind: str) -> None:
    assert kind_and_value(*language_and_pattern(kind, "x | y")) == (kind, "x | y")
    assert kind_and_value("pcre", "a+") == ("text", "pcre: a+")


def test_misp_knows_all_types_and_takes_them_in_their_categories() -> None:
    types = describe_types["category_type_mappings"]
    for kind in [*KINDS, *LANGUAGES, "text", "comment", "other"]:
        assert kind in types[category_of(kind)], kind
