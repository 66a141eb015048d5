"""Of what use a source is, is counted by what its warnings met and what people said of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
from tests.fixtures.actors import House
from tests.unit.app.test_receiving import CENTRE, EVIL, OTHER, bundle, submit

from tocsin.app import collecting, feeds, receiving, usefulness
from tocsin.model.error import AccessError, InputError
from tocsin.model.exchange import Fetched, Offer, Sent
from tocsin.model.people import Role, Tlp
from tocsin.model.received import Reliability
from tocsin.model.sentence import say

STRANGER = "Stranger (synthetic)"


def test_hits_false_alarms_lead_time_and_overlap_are_told_by_source(house: House) -> None:
    receiving.receive(house.dana, bundle("login.evil.test", "gmail.com"), CENTRE, Reliability.B, Tlp.GREEN)
    submit(house, EVIL)
    submit(house, OTHER)
    receiving.receive(house.dana, bundle("login.evil.test", "nice.test"), STRANGER, Reliability.D, Tlp.GREEN)
    for one in receiving.sightings(house.dana).items:
        assert one.record
        receiving.judge_sighting(house.dana, one.item.sighting, one.record.value == "login.evil.test")
    centre, stranger = usefulness.sources(house.dana)
    assert (centre.name, centre.reliability, centre.receipts) == (CENTRE, Reliability.B, 1)
    assert (centre.in_force, centre.expired, centre.unused, centre.shared) == (1, 0, 1, 1)
    assert (centre.seen, centre.early, centre.attacks, centre.false) == (1, 1, 1, 0)
    assert (stranger.seen, stranger.early, stranger.attacks, stranger.false) == (2, 0, 1, 1)
    assert (stranger.in_force, stranger.shared) == (2, 1)
    assert stranger.lead is not None
    assert centre.lead is not None
    assert stranger.lead <= centre.lead


def test_what_has_grown_old_is_counted_as_expired_and_kept(house: House) -> None:
    taken = receiving.receive(house.dana, bundle("login.evil.test"), CENTRE, Reliability.B, Tlp.GREEN)
    house.clock.time += timedelta(days=900)
    (one,) = usefulness.sources(house.dana)
    assert (one.in_force, one.expired) == (0, 1)
    (held,) = receiving.receipt(house.dana, taken.receipt).held
    assert (held.weight, held.is_in_force) == (0, False)


def test_what_was_seen_in_an_attack_counts_anew(house: House) -> None:
    taken = receiving.receive(house.dana, bundle("login.evil.test"), CENTRE, Reliability.B, Tlp.GREEN)
    submit(house, EVIL)
    (before,) = receiving.receipt(house.dana, taken.receipt).held
    (sighted,) = receiving.sightings(house.dana).items
    receiving.judge_sighting(house.dana, sighted.item.sighting, True)
    (after,) = receiving.receipt(house.dana, taken.receipt).held
    assert after.ends >= before.ends
    receiving.judge_sighting(house.dana, sighted.item.sighting, False)
    assert receiving.receipt(house.dana, taken.receipt).held == (before,), "a false alarm keeps nothing young"


def test_who_is_not_cleared_sees_no_source(house: House) -> None:
    receiving.receive(house.dana, bundle("login.evil.test"), CENTRE, Reliability.B, Tlp.RED)
    assert usefulness.sources(house.as_("p-low", Role.LEAD, clearance=Tlp.AMBER)) == ()
    with pytest.raises(AccessError):
        usefulness.sources(house.sami)


class Broken:
    """A server that gives one page and breaks."""

    url = "https://taxii.example/c/"

    def pages(self, after: int) -> Iterator[Fetched]:
        del after
        yield Fetched((b'{"type": "nothing"}',), 5)
        raise InputError(say("there is no reason given"), say("Nothing needs doing."))

    def send(self, bodies: Sequence[bytes]) -> Sent:
        return Sent(len(bodies), ())

    def offers(self) -> Iterator[Offer]:
        return iter(())


def test_how_a_feed_does_is_told(house: House) -> None:
    collection = collecting.open_collection(house.dana, "March")
    for _ in range(2):
        with pytest.raises(InputError, match="no reason"):
            feeds.pull(house.dana, Broken(), collection)
    (one,) = usefulness.feeds(house.dana)
    assert (one.feed.url, one.feed.sends, one.objects, one.refused, one.failures) == (Broken.url, False, 0, 2, 2)
    assert one.failed_at is not None
    assert one.feed.reached == 5, "what came before it broke off is not fetched anew"
