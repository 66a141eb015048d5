"""Indicators are what findings name, and nothing else."""

from __future__ import annotations

import pytest
from tests.fixtures.attack import DOMAIN, finding, verdict

from tocsin.identify.check import all_checks
from tocsin.model.indicator import Indicator, Observable
from tocsin.model.verdict import Finding
from tocsin.share.indicators import PROVEN, indicators, merged


def values(*findings: Finding, files: dict[str, str] | None = None) -> list[str]:
    return [one.value for one in indicators(verdict(*findings), files or {})]


@pytest.mark.parametrize("layer", ["text", "visible", "html", "file"])
def test_what_a_link_opens_is_one(layer: str) -> None:
    assert values(finding("a", layer, shown="lighthouse.example", opened="Evil.TEST")) == ["evil.test"]
    assert values(finding("a", layer, host="evil.test")) == ["evil.test"]
    assert values(finding("a", layer, url="https://user@evil.test:8443/x?to=dana@harbour.example")) == ["evil.test"]
    wrapped = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.test%2F"
    assert values(finding("a", layer, url=wrapped)) == ["evil.test"]


def test_of_a_redirection_only_its_end_is_one() -> None:
    assert values(finding("a", "visible", host="innocent.test", opened="evil.test")) == ["evil.test"]


def test_an_international_name_is_written_in_ascii() -> None:
    assert values(finding("a", "visible", opened="bücher.test")) == ["xn--bcher-kva.test"]


@pytest.mark.parametrize(
    "silent",
    [
        finding("a", "visible", -2.0, opened="evil.test"),
        finding("a", "visible", attack="", opened="evil.test"),
        finding("a", "visible", shown="evil.test"),
        finding("a", "text", phrase="evil.test"),
        finding("a", "header:received", host="evil.test"),
        finding("a", "header:reply-to", domain="evil.test"),
        finding("a", "file", file="evil.test"),
    ],
)
def test_what_no_finding_says_against_the_message_is_none(silent: Finding) -> None:
    assert values(silent) == []


def test_the_domain_of_a_sender_counts_only_where_it_vouches_for_the_message() -> None:
    """Else it belongs to somebody whose name was borrowed."""
    said = finding("lookalike", "header:from", domain=DOMAIN)
    assert values(said) == []
    assert values(said, finding(PROVEN, "header:from", -1.0, "", domain=DOMAIN)) == [DOMAIN]
    assert PROVEN in all_checks()


def test_a_file_is_known_by_its_digest() -> None:
    (found,) = indicators(verdict(finding("page-attached", "file", file="a.html")), {"1": "ab" * 32})
    assert found == Indicator(Observable.FILE, "ab" * 32, ("T1566.002",), ("page-attached",))


def test_several_that_say_the_same_are_one() -> None:
    found = merged(
        [
            Indicator(Observable.HOST, "b.test", ("T2",), ("y",)),
            Indicator(Observable.HOST, "a.test"),
            Indicator(Observable.HOST, "b.test", ("T1", "T2"), ("x",)),
        ]
    )
    assert found == (
        Indicator(Observable.HOST, "a.test"),
        Indicator(Observable.HOST, "b.test", ("T1", "T2"), ("x", "y")),
    )
