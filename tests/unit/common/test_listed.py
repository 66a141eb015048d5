"""What is on a list is told whatever its spelling, and what only looks like it is not."""

from __future__ import annotations

import pytest

from tocsin.common.listed import Listed, is_usable, value_of
from tocsin.model.warninglist import Matching, WarningList


def _of(matching: Matching, *entries: str) -> Listed:
    return Listed([WarningList("the list", matching, entries)])


@pytest.mark.parametrize(
    "value",
    [
        "bank.example", "BANK.Example.", "www.bank.example", "login.bank.example", "bank[.]example",
        "https://bank.example/", "hxxps://login.bank[.]example:8443/a?b=c", "http://user@bank.example/path",
        "desk@bank.example", "desk[@]mail.bank.example", "bank.example/path", "hxxp[:]//bank.example",
    ],
)  # fmt: skip
def test_a_host_is_met_by_itself_and_all_below_it_in_any_spelling(value: str) -> None:
    assert _of(Matching.HOSTNAME, "bank.example").named(value) == "the list"


@pytest.mark.parametrize(
    "value",
    [
        "howtoactivatebank.example", "bank.example.attacker.test", "https://attacker.test/bank.example", "example",
        "bank-example.test", "https://bank.example@attacker.test/", "d41d8cd98f00b204e9800998ecf8427e", "",
    ],
)  # fmt: skip
def test_what_only_holds_the_name_of_a_host_is_not_met(value: str) -> None:
    assert not _of(Matching.HOSTNAME, "bank.example").named(value)


@pytest.mark.parametrize("entry", ["*.bank.example", ".bank.example", "https://bank.example/", "BANK.example"])
def test_hosts_are_read_as_lists_write_them(entry: str) -> None:
    assert _of(Matching.HOSTNAME, entry).named("www.bank.example") == "the list"


@pytest.mark.parametrize(
    ("entry", "value", "is_met"),
    [
        ("bank.example", "https://www.bank.example", True),
        ("bank.example", "login.bank.example", False),
        ("bank.example", "https://bank.example/news", False),
        ("https://bank.example/news", "HXXPS://bank[.]example/news/", True),
        ("https://bank.example/news", "https://bank.example/other", False),
        ("D41D8CD98F00B204E9800998ECF8427E", "d41d8cd98f00b204e9800998ecf8427e", True),
        ("desk@bank.example", "Desk@Bank.Example", True),
        ("desk@bank.example", "other@bank.example", False),
        ("münchen.example", "xn--mnchen-3ya.example", True),
        ("svchost.exe", "SVCHOST.EXE", True),
        ("192.0.2.1", "192.0.2.1", True),
    ],
)
def test_a_whole_value_is_met_in_any_spelling(entry: str, value: str, is_met: bool) -> None:
    assert bool(_of(Matching.STRING, entry).named(value)) is is_met


@pytest.mark.parametrize(
    ("entry", "value", "is_met"),
    [
        ("192.0.2.0/24", "192.0.2.7", True),
        ("192.0.2.0/24", "http://192.0.2.7/a", True),
        ("192.0.2.0/24", "http://0xC0000207/a", True),
        ("192.0.2.0/24", "192.0.2.0/24", True),
        ("192.0.2.0/24", "192.0.2.128/25", True),
        ("192.0.2.0/24", "192.0.0.0/16", True),
        ("192.0.2.0/24", "192.0.3.0/24", False),
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.70", False),
        ("2001:db8::/32", "2001:DB8:0:0::1", True),
        ("2001:db8::/32", "2001:db9::1", False),
    ],
)
def test_a_range_is_met_by_every_address_and_range_that_shares_one_with_it(
    entry: str, value: str, is_met: bool
) -> None:
    assert bool(_of(Matching.CIDR, entry).named(value)) is is_met


def test_ranges_that_overlap_are_all_met() -> None:
    listed = _of(Matching.CIDR, "198.51.100.0/25", "198.51.100.64/26", "198.51.100.192/26", "203.0.113.0/24")
    met = [host for host in range(256) if listed.named(f"198.51.100.{host}")]
    assert met == [*range(128), *range(192, 256)]
    assert listed.named("203.0.113.9")


def test_pieces_and_expressions_are_looked_for_in_the_folded_value() -> None:
    assert _of(Matching.SUBSTRING, "Bank").named("https://my-bank.example/") == "the list"
    assert _of(Matching.REGEX, r"^bank\d+\.example$").named("BANK12.example.") == "the list"
    assert not _of(Matching.REGEX, r"^bank\d+\.example$").named("bank.example")


@pytest.mark.parametrize(
    ("value", "is_spared"),
    [
        ("docs.google.com", True),
        ("https://docs.google.com/", True),
        ("https://docs.google.com/forms/d/1", False),
        ("somebody@gmail.com", False),
        ("gmail.com", True),
        ("https://www.bank.example/login", True),
        ("desk@bank.example", True),
        ("attacker.web.app", False),
        ("web.app", True),
        ("office.gov.uk", True),
    ],
)
def test_where_anybody_has_a_page_or_a_mailbox_the_host_spares_none_of_them(value: str, is_spared: bool) -> None:
    listed = _of(Matching.HOSTNAME, "google.com", "gmail.com", "bank.example", "web.app", "gov.uk")
    assert bool(listed.spared(value)) is is_spared
    assert listed.named(value)


def test_a_value_that_is_listed_as_a_whole_is_spared_wherever_it_lies() -> None:
    page = "https://docs.google.com/forms/d/1"
    assert _of(Matching.STRING, page).spared(page) == "the list"


def test_the_list_that_names_a_value_is_told() -> None:
    lists = [
        WarningList("banks", Matching.HOSTNAME, ("bank.example",)),
        WarningList("offices", Matching.HOSTNAME, ("office.example",)),
    ]
    assert Listed(lists).named("a.office.example") == "offices"
    assert Listed([]).named("a.office.example") == ""


@pytest.mark.parametrize(
    ("entry", "matching", "is_used"),
    [
        ("192.0.2.0/33", Matching.CIDR, False),
        ("192.0.2.1/24", Matching.CIDR, True),
        ("a(?=b)", Matching.REGEX, False),
        ("(a" * 600, Matching.REGEX, False),
        ("*.", Matching.HOSTNAME, False),
        ("anything at all", Matching.STRING, True),
    ],
)
def test_an_entry_with_which_nothing_can_be_compared_is_known(entry: str, matching: Matching, is_used: bool) -> None:
    assert is_usable(entry, matching) is is_used


def test_a_value_of_any_length_is_compared() -> None:
    assert len(value_of("a" * 1_000_000).text) < 10_000
    assert not _of(Matching.HOSTNAME, "bank.example").named("x." * 100_000 + "bank.example")
