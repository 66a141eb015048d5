"""Whose hosts are never the attacker's."""

from __future__ import annotations

import pytest
from tests.fixtures.attack import PROFILE

from tocsin.common.bystanders import bystander


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("evil.test", ""),
        ("harbour.example.evil.test", ""),
        ("harbour.example", "own"),
        ("mx.harbour.example", "own"),
        ("www.lighthouse.example", "partner"),
        ("quaymail.example", "service"),
        ("gmail.com", "webmail"),
        ("u1.ct.sendgrid.net", "platform"),
        ("bit.ly", "shortener"),
        ("web.app", "shared"),
        ("sites.google.com", "shared"),
        ("prize-2026.web.app", ""),
        ("login.bigcompany.test", "well-known"),
        ("192.0.2.7", "address"),
        ("0x7f.1", "address"),
        ("[2001:db8::1]", "address"),
        ("co.uk", "malformed"),
        ("localhost", "malformed"),
        ("", "malformed"),
        ("a b.test", "malformed"),
        ("x\n.test", "malformed"),
        (f"{'a.' * 120}test", "malformed"),
    ],
)
def test_a_host_is_left_alone_for_a_reason(host: str, code: str) -> None:
    assert bystander(host, PROFILE, lambda one: one == "login.bigcompany.test") == code


def test_what_stands_above_one_of_our_domains_is_ours() -> None:
    """A wildcard for it would block us."""
    below = PROFILE.__class__(PROFILE.organisation.__class__("Harbour", domains=("harbour.towns.example",)))
    assert bystander("towns.example", below, lambda _: False) == "own"
