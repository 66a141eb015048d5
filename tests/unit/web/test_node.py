from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.web.conftest import Place

from tocsin.model.account import Errand
from tocsin.model.error import SignInError
from tocsin.web import security
from tocsin.web.jobs import Jobs
from tocsin.web.node import Sent
from tocsin.web.waiting import WITHIN

SENT = Sent(Errand("state", "nonce", "verifier"), "harbour", "", "/ask")


@pytest.mark.parametrize(
    ("origin", "name"), [("https://desk.example", "__Host-tocsin"), ("http://localhost:8180", "tocsin")]
)
def test_cookies_are_for_https_only_where_browsers_come_by_it(place: Place, origin: str, name: str) -> None:
    node = replace(place.node, origin=origin)
    cookie = security.session_cookie(node, "secret", 60)
    assert (cookie.key, cookie.secure) == (name, node.is_secure)
    assert node.is_secure is origin.startswith("https:")


def test_what_waits_goes_by_the_clock_of_the_node(place: Place) -> None:
    early, late = place.node.sent.keep(SENT), place.node.sent.keep(SENT)
    assert place.node.sent.take(early) == SENT
    place.house.clock.time += WITHIN + timedelta(seconds=1)
    with pytest.raises(SignInError):
        place.node.sent.take(late)


def test_nodes_share_nothing_that_waits_or_counts(place: Place) -> None:
    other = replace(place.node)
    ticket = place.node.challenges.keep("challenge")
    with pytest.raises(SignInError):
        other.challenges.take(ticket)
    assert place.node.challenges.take(ticket) == "challenge"
    assert other.counts is not place.node.counts
    assert other.tries is not place.node.tries


def test_ids_of_uploads_are_signed_with_the_key_that_stays(place: Place) -> None:
    job = place.node.jobs.start("harbour", "p-sami", 1, lambda job: None)
    restarted, stranger = replace(place.node), Jobs("another key")
    assert restarted.jobs.was_begun(job.id, "harbour", "p-sami")
    assert not restarted.jobs.was_begun(job.id, "harbour", "p-dana")
    assert not stranger.was_begun(job.id, "harbour", "p-sami")
