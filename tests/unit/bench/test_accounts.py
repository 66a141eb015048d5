from __future__ import annotations

from pathlib import Path

from bench import accounts
from bench.lib import signins, sqlite_peer

RULES = """
title: Failed
logsource: {product: azure, service: signinlogs}
detection: {s: {status.errorCode: 50126}, condition: s}
"""


def test_the_generator_is_seeded_and_read_without_a_bad_field(tmp_path: Path) -> None:
    assert list(signins.events(50, 1)) == list(signins.events(50, 1)) != list(signins.events(50, 2))
    events, alerts, *_ = accounts.own(accounts.written(tmp_path / "a", 300, 0.2)).split()
    assert int(events) >= 300
    assert int(alerts) > 0


def test_both_sides_find_the_same(tmp_path: Path) -> None:
    paths = accounts.written(tmp_path / "a", 400, 0.3)
    alerts, seconds, _ = accounts.ours(paths, RULES)
    ((title, sql),) = sqlite_peer.queries(RULES)
    got = sqlite_peer.run(sqlite_peer.load(paths), sql, 10)
    assert got is not None
    assert title == "Failed"
    assert {ref.id for alert in alerts for ref in alert.events} == {row["id"] for row in got[0]}
    assert alerts
    assert seconds > 0


def test_a_query_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    base = sqlite_peer.load(accounts.written(tmp_path / "a", 200))
    slow = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
    assert sqlite_peer.run(base, slow, 0.2) is None
