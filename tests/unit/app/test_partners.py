"""Partners may do what they were allowed last, and nothing after their end."""

from __future__ import annotations

import pytest
from tests.fixtures.actors import House, enter

from tocsin.app import access, collecting, exchange, partners
from tocsin.model.error import AccessError, NotFoundError
from tocsin.model.people import Tlp


def test_a_partner_is_recognised_by_its_token_alone(house: House) -> None:
    made = partners.add_partner(house.dana, " Pier (synthetic) ", "+999 1")
    (shown,) = partners.partners(house.dana)
    assert (shown.item.partner, shown.name, shown.contact) == (made.partner, "Pier (synthetic)", "+999 1")
    known = access.recognise_partner(house.store, made.token)
    assert known is not None
    assert known.id == made.partner
    assert access.recognise_partner(house.store, made.token + "x") is None


def test_the_token_is_kept_nowhere(house: House) -> None:
    made = partners.add_partner(house.dana, "Pier (synthetic)")
    with house.store.read("harbour") as reader:
        assert made.token not in repr(list(reader.log.read()))


def test_what_is_allowed_replaces_what_was(house: House) -> None:
    one, other = (collecting.open_collection(house.dana, name) for name in ("One", "Other"))
    made = partners.add_partner(house.dana, "Pier (synthetic)", "", Tlp.GREEN, [one, one], [one])
    known = access.recognise_partner(house.store, made.token)
    assert known
    pier = enter(house.store, house.clock, known)
    assert [(each.shown.item.collection, each.can_write) for each in exchange.offered(pier)] == [(one, True)]
    partners.allow(house.dana, made.partner, Tlp.AMBER, [other])
    assert [(each.shown.item.collection, each.can_write) for each in exchange.offered(pier)] == [(other, False)]
    (shown,) = partners.partners(house.dana)
    assert (shown.item.tlp, shown.item.reads, shown.item.writes) == (Tlp.AMBER, (other,), ())


def test_after_its_end_nothing_is_shared_at_once(house: House) -> None:
    made = partners.add_partner(house.dana, "Pier (synthetic)")
    known = access.recognise_partner(house.store, made.token)
    assert known
    pier = enter(house.store, house.clock, known)
    partners.end_partner(house.dana, made.partner)
    with pytest.raises(NotFoundError):
        exchange.offered(pier)
    assert access.recognise_partner(house.store, made.token) is None
    assert partners.partners(house.dana) == ()
    with pytest.raises(NotFoundError):
        partners.end_partner(house.dana, made.partner)
    with pytest.raises(NotFoundError):
        partners.allow(house.dana, made.partner, Tlp.GREEN)


def test_it_takes_the_right_and_collections_that_are_there(house: House) -> None:
    with pytest.raises(AccessError):
        partners.add_partner(house.sami, "Pier (synthetic)")
    with pytest.raises(NotFoundError):
        partners.add_partner(house.dana, "Pier (synthetic)", reads=["nothing"])
    assert partners.partners(house.dana) == (), "nothing was added"
