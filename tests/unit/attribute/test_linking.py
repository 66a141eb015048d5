from __future__ import annotations

import pytest
from tests.unit.attribute.made import FEW, K, incident

from tocsin.attribute.kinds import COPIED_CAP, KINDS, START
from tocsin.attribute.linking import MAX_FEATURES, Key, compared, link
from tocsin.model.operation import Feature, FeatureKind, Link, Spread

HOST, LURE, PAGE = (K.HOST, "x.test"), (K.LURE, "1"), (K.PAGE, "1")


def linked(*shared: Key, spread: Spread = FEW) -> Link:
    return link(incident("b", *shared), incident("a", *shared), lambda _: spread)


def test_what_is_not_shared_counts_nothing() -> None:
    found = link(incident("a", HOST, (K.LURE, "1")), incident("b", HOST, (K.LURE, "2")), lambda _: FEW)
    assert [(reason.kind, reason.value) for reason in found.reasons] == [HOST]
    assert (found.one, found.other, found.holds) == ("a", "b", False)


def test_two_families_join() -> None:
    assert linked(HOST, LURE).holds
    assert linked((K.ADDRESS, "192.0.2.1"), (K.MAILBOX, "a@mail.test")).holds


@pytest.mark.parametrize(
    "shared",
    [
        (HOST,),
        (HOST, (K.DOMAIN, "x.test"), (K.SENDER, "a@x.test")),
        (HOST, (K.TEMPLATE, "/a/b.php")),
        (
            LURE,
            PAGE,
            (K.HEADERS, "1"),
            (K.AGENT, "1"),
            (K.NETWORK, "192.0.2.0/24"),
            (K.AS, "64500"),
            (K.HOURS, "06 +60"),
        ),
        ((K.ADDRESS, "192.0.2.1"), (K.MAILER, "m"), (K.HELO, "h"), (K.MESSAGE_ID, "x8"), (K.CLAIMED_SENDER, "a.test")),
        ((K.AS, "64500"), (K.NETWORK, "192.0.2.0/24"), (K.ADDRESS, "192.0.2.1")),
    ],
    ids=["one thing", "one name thrice", "a page of the same host", "all that is copied", "one service", "one place"],
)
def test_what_says_the_same_twice_does_not_join(shared: tuple[Key, ...]) -> None:
    assert not linked(*shared).holds


def test_a_shared_host_links_nothing() -> None:
    """By how many show it, or by their having nothing else in common."""
    assert linked(HOST, LURE, spread=Spread(16)).holds
    assert not linked(HOST, LURE, spread=Spread(100)).holds
    assert not linked(HOST, LURE, spread=Spread(5, agreed=False)).holds
    assert linked(HOST, LURE, (K.APP, "1"), (K.FILE, "1"), spread=Spread(257)).weight == START


def test_reasons_and_the_start_make_the_weight() -> None:
    found = linked(HOST, (K.DOMAIN, "x.test"), LURE, PAGE, (K.TEMPLATE, "/a/b"), (K.HOURS, "06 +60"), (K.LURE, "2"))
    assert START + sum(reason.weight for reason in found.reasons) == pytest.approx(found.weight)
    by = {reason.kind: reason.weight for reason in found.reasons}
    assert by[K.DOMAIN] == by[K.TEMPLATE] == 0
    assert by[K.LURE] + by[K.PAGE] + by[K.HOURS] == pytest.approx(COPIED_CAP)
    assert len(found.reasons) == len(by), "the bands of one text are one reason"


def test_only_so_many_features_are_compared_and_the_strongest_are() -> None:
    many = [Feature(FeatureKind.LURE, str(n)) for n in range(500)]
    keys = compared([*many, Feature(*HOST), Feature(*HOST, ("message-2",))])
    assert len(keys) == MAX_FEATURES
    assert HOST in keys
    assert compared(reversed([*many, Feature(*HOST)])) == keys
    assert KINDS[K.HOST].weight > KINDS[K.LURE].weight
