"""What partners warn of is found in mail and sign-ins, while it holds, with its source."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from tocsin.model.activity import Act, Activity
from tocsin.model.observed import ObservedFile, ObservedMail
from tocsin.model.received import ReceivedIndicator, Reliability
from tocsin.share.known import BEFORE, Known, Source
from tocsin.share.observed import of_activity, of_mail

WHEN = datetime(2026, 3, 1, 8, tzinfo=UTC)
CENTRE = Source("receipt-1", "Centre (synthetic)", Reliability.B, WHEN)
STRANGER = Source("receipt-2", "Stranger (synthetic)", Reliability.F, WHEN)
MAIL = ObservedMail(
    WHEN, "desk@evil.test", urls=("https://Login.evil.test/a?b=1",), files=(ObservedFile("a.pdf", {"MD5": "AB" * 16}),)
)


def _one(pattern: str, *, valid_until: datetime | None = None, attack: tuple[str, ...] = ()) -> ReceivedIndicator:
    return ReceivedIndicator(f"indicator--{pattern}", pattern, WHEN, WHEN, valid_until, attack=attack)


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        ("[domain-name:value = 'LOGIN.evil.test']", "LOGIN.evil.test"),
        ("[file:hashes.MD5 = '" + "ab" * 16 + "']", "ab" * 16),
        ("[domain-name:value IN ('b.test', 'evil.test')]", "evil.test"),
        ("[url:value LIKE '%/a?b=1']", "[url:value LIKE '%/a?b=1']"),
    ],
)
def test_what_meets_an_indicator_is_told_with_its_source(pattern: str, value: str) -> None:
    (found,) = Known([(CENTRE, _one(pattern, attack=("T1566.002",)))]).warned(of_mail(MAIL))
    assert (found.value, found.source, found.reliability) == (value, CENTRE.name, Reliability.B)
    assert (found.receipt, found.attack) == ("receipt-1", ("T1566.002",))


def test_sign_ins_are_looked_at_alike() -> None:
    known = Known([(CENTRE, _one("[ipv4-addr:value = '203.0.113.0/24']"))])
    assert known.warned(of_activity(Activity(WHEN, Act.SIGN_IN, "okta", person="a@b.example", ip="203.0.113.7")))
    assert not known.warned(of_activity(Activity(WHEN, Act.SIGN_IN, "okta", person="a@b.example", ip="203.0.112.7")))


def test_the_most_reliable_source_comes_first() -> None:
    one = _one("[domain-name:value = 'evil.test']")
    found = Known([(STRANGER, one), (CENTRE, one)]).warned(of_mail(MAIL))
    assert [warned.source for warned in found] == [CENTRE.name, STRANGER.name]


@pytest.mark.parametrize(
    ("seen", "is_met"),
    [
        (WHEN - BEFORE - timedelta(seconds=1), False),
        (WHEN - BEFORE, True),
        (WHEN + timedelta(days=10), True),
        (WHEN + timedelta(days=10, seconds=1), False),
    ],
)
def test_an_indicator_is_looked_for_while_it_holds(seen: datetime, is_met: bool) -> None:
    known = Known([(CENTRE, _one("[domain-name:value = 'evil.test']", valid_until=WHEN + timedelta(days=10)))])
    assert bool(known.warned(of_mail(ObservedMail(seen, "desk@evil.test")))) is is_met


HOST = "[domain-name:value = 'evil.test']"


def _at(known: Known, after: timedelta) -> list[int]:
    return [one.weight for one in known.warned(of_mail(ObservedMail(WHEN + after, "desk@evil.test")))]


def test_one_without_an_end_loses_weight_and_comes_to_one() -> None:
    known = Known([(CENTRE, _one(HOST))])
    ages = [timedelta(), timedelta(days=90), timedelta(days=200), timedelta(days=365)]
    assert [_at(known, age) for age in ages] == [[85], [76], [38], []]
    assert len(known) == 1, "it is kept"


def test_what_was_seen_in_an_attack_counts_in_full_again() -> None:
    late = timedelta(days=240)
    sighted = {(CENTRE.name, f"indicator--{HOST}"): WHEN + timedelta(days=200)}
    assert _at(Known([(CENTRE, _one(HOST))]), late) == []
    assert _at(Known([(CENTRE, _one(HOST))], sighted), late) == [83]
    assert _at(Known([(STRANGER, _one(HOST))], sighted), late) == [], "only that of the source that was met"


def test_an_end_that_the_source_names_holds_whatever_was_seen() -> None:
    sighted = {(CENTRE.name, f"indicator--{HOST}"): WHEN + timedelta(days=9)}
    known = Known([(CENTRE, _one(HOST, valid_until=WHEN + timedelta(days=10)))], sighted)
    assert _at(known, timedelta(days=11)) == []


def test_a_source_does_not_keep_its_warning_young_by_a_date_to_come() -> None:
    forever = replace(_one(HOST), modified=WHEN + timedelta(days=9_000))
    assert _at(Known([(CENTRE, forever)]), timedelta(days=365)) == []


def test_patterns_that_were_read_are_taken_over() -> None:
    before = Known([(CENTRE, _one(HOST))])
    after = Known([(CENTRE, _one(HOST)), (STRANGER, _one("[domain-name:value = 'b.test']"))], before=before)
    assert after._patterns[0] is before._patterns[0]
    assert _at(after, timedelta()) == [85]
