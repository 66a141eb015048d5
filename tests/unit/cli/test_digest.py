from __future__ import annotations

from tests.fixtures import scanned

from tocsin.cli import digest as module
from tocsin.cli.digest import Digest
from tocsin.model.verdict import Class, Danger


def test_everything_is_counted() -> None:
    digest = scanned.digest()
    assert digest.classes == {Class.MALICIOUS: 1, Class.SUSPICIOUS: 2, Class.UNWANTED: 1, Class.CLEAN: 12}
    assert (digest.judged, digest.found, digest.not_read) == (16, 3, 1)
    assert digest.dangers == {Danger.CREDENTIALS: 1, Danger.PAYMENT: 1, Danger.NONE: 1}
    assert digest.techniques == {"T1566.002": 1, "T1656": 1}
    assert digest.languages == {"en": 13, "ar": 1, "fa": 2}
    assert (digest.first[:10], digest.last[:10]) == ("2026-02-01", "2026-03-01")
    assert digest.failed_checks == {"model": 1}


def test_the_worst_come_first_and_malicious_before_suspicious() -> None:
    digest = Digest()
    digest.add(scanned.row(scanned.verdict(Class.SUSPICIOUS, 0.99, 0.84), path="b"))
    digest.add(scanned.row(scanned.verdict(Class.MALICIOUS, 0.9, 0.86), path="a"))
    digest.add(scanned.row(scanned.verdict(Class.SUSPICIOUS, 0.99, 0.84), path="c"))
    assert [row.path for row in digest.bad] == ["a", "b", "c"]


def test_a_scan_of_any_length_takes_the_same_room() -> None:
    digest = Digest()
    for number in range(45_000):
        share = (number * 7919 % 45_000) / 45_000
        digest.add(scanned.row(scanned.verdict(Class.MALICIOUS, share, share), sender=f"a@s{number}.test"))
    assert len(digest.bad) == module.WORST
    worst = digest.bad[0].verdict
    assert worst is not None
    assert worst.probability == max(n / 45_000 for n in range(45_000))
    assert len(digest.sender_domains) <= 20_000
    assert digest.found == 45_000


def test_frequent_senders_survive_forgetting() -> None:
    digest = Digest()
    for number in range(25_000):
        name = "often.test" if number % 10 == 0 else f"s{number}.test"
        digest.add(scanned.row(scanned.verdict(), sender=f"a@{name}"))
    assert digest.sender_domains.most_common(1) == [("often.test", 2_500)]


def test_unread_items_are_counted_beyond_those_kept() -> None:
    digest = Digest()
    for number in range(module.UNREAD + 5):
        digest.add(scanned.row(None, path=str(number), problem="not-mail"))
    assert digest.not_read == module.UNREAD + 5
    assert len(digest.unread) == module.UNREAD
