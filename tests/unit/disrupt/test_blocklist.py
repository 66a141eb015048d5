"""What is blocked, and what is spared."""

from __future__ import annotations

from tests.fixtures.attack import DOMAIN, HOST, INDICATORS, PROFILE, WHEN

from tocsin.disrupt.blocklist import Blocked, blocked
from tocsin.model.indicator import Indicator, LeftOut, Observable


def test_hosts_are_blocked_for_a_reason_and_bystanders_are_spared() -> None:
    more = [Indicator(Observable.HOST, host) for host in ("mx.harbour.example", "big.test", "harbour-support.test")]
    entries, spared = blocked([*INDICATORS, *more], PROFILE, lambda host: host == "big.test", WHEN)
    assert entries[:2] == (
        Blocked(DOMAIN, "T1583.001 (lookalike-of-ours)", WHEN),
        Blocked(HOST, "T1566.002 T1598.003 (link-sign-in-elsewhere, link-text-lies)", WHEN),
    )
    assert [one.host for one in entries[2:]] == ["harbour-support.test"], "it stays in the house, so names may be in it"
    assert spared == (LeftOut("mx.harbour.example", "own"), LeftOut("big.test", "well-known"))
