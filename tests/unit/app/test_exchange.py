"""What a partner's programs may: its collections, up to its label, and what it brought itself."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from tests.fixtures.actors import House
from tests.unit.app.test_receiving import bundle
from tests.unit.app.test_taking_back import ID, _pier, _said

from tocsin.app import collecting, exchange, partners
from tocsin.app.access import Access
from tocsin.model.error import AccessError, NotFoundError, TocsinError
from tocsin.model.exchange import Wanted
from tocsin.model.people import Tlp
from tocsin.render.words import Words
from tocsin.taxii import resources

ALL = Wanted(versions=("all",))


@pytest.fixture
def collection(house: House) -> str:
    return collecting.open_collection(house.dana, "March")


@pytest.fixture
def pier(house: House, collection: str) -> Access:
    return _pier(house, collection)


def test_what_is_brought_is_there_and_its_receipt_can_be_asked_for(pier: Access, collection: str) -> None:
    receipt = exchange.bring(pier, collection, _said())
    assert [one.id for one in receipt.added] == [ID]
    assert exchange.status(pier, receipt.id) == receipt
    assert len(exchange.object_of(pier, collection, ID, ALL).bodies) == 1
    assert [one.id for one in exchange.versions(pier, collection, ID, ALL).rows] == [ID]
    assert [one.id for one in exchange.manifest(pier, collection, ALL).rows] == [ID]


def test_a_receipt_is_another_partners_business_to_nobody(house: House, pier: Access, collection: str) -> None:
    receipt = exchange.bring(pier, collection, _said())
    with pytest.raises(NotFoundError):
        exchange.status(_pier(house, collection), receipt.id)


def test_receipts_are_forgotten_after_a_week(house: House, collection: str) -> None:
    pier = _pier(house, collection)
    receipt = exchange.bring(pier, collection, _said())
    house.clock.time += exchange.RECEIPTS_KEPT + timedelta(seconds=1)
    exchange.bring(pier, collection, _said())
    with pytest.raises(NotFoundError):
        exchange.status(pier, receipt.id)


def test_only_who_brought_an_object_deletes_it(house: House, pier: Access, collection: str) -> None:
    collecting.put(house.dana, collection, _said())
    with pytest.raises(AccessError, match="did not bring"):
        exchange.withdraw(pier, collection, ID, ALL)
    exchange.bring(pier, collection, _said(name="ours"))
    assert exchange.withdraw(pier, collection, ID, ALL) == 1
    assert len(exchange.object_of(pier, collection, ID, ALL).bodies) == 1, "that of the organisation is still there"


def test_a_collection_of_others_is_not_there_and_one_that_is_only_read_is_not_written(
    house: House, pier: Access, collection: str
) -> None:  # fmt: skip
    other = collecting.open_collection(house.dana, "April")
    for act in (exchange.offer, exchange.may_bring):
        with pytest.raises(NotFoundError):
            act(pier, other)
    partners.allow(house.dana, pier.actor.id, Tlp.GREEN, reads=[collection])
    with pytest.raises(AccessError, match="may not write"):
        exchange.bring(pier, collection, _said())
    partners.allow(house.dana, pier.actor.id, Tlp.GREEN, writes=[collection])
    with pytest.raises(AccessError, match="may not read"):
        exchange.objects(pier, collection, ALL)


@pytest.mark.parametrize("raw", [b"", b"[]", b'{"objects": []}', b"no JSON", b'{"objects": 1}'])
def test_what_is_no_envelope_is_an_error(pier: Access, collection: str, raw: bytes) -> None:
    with pytest.raises(TocsinError):
        exchange.bring(pier, collection, raw)


def test_of_many_that_cannot_be_taken_the_first_are_named_and_all_are_counted(pier: Access, collection: str) -> None:
    receipt = exchange.bring(
        pier, collection, b'{"objects":[' + b",".join([b'{"a":"b b b b b b b b"}'] * 22_000) + b"]}"
    )
    assert (len(receipt.added), len(receipt.refused), receipt.more) == (0, 1_000, 21_000)
    assert exchange.status(pier, receipt.id) == receipt
    told = msgspec.json.decode(resources.status(receipt, Words("en")))
    assert (told["total_count"], told["failure_count"], len(told["failures"])) == (22_000, 22_000, 1_000)


@pytest.mark.parametrize("raw", [b'{"objects":[%s0]}' % (b"0," * 20_001), b"[%s{}]" % (b"{}," * 30_000)])
def test_an_envelope_of_far_too_many_is_not_taken_apart(
    pier: Access, collection: str, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "apart", lambda _raw: pytest.fail("every element would be held"))
    with pytest.raises(TocsinError, match="more than 20000 objects"):
        exchange.bring(pier, collection, raw)


def test_what_is_hidden_is_as_if_it_were_not_there(house: House, pier: Access, collection: str) -> None:
    collecting.put(house.dana, collection, bundle("evil.test"))
    for what in (ID, "indicator--none"):
        with pytest.raises(NotFoundError) as error:
            exchange.object_of(pier, collection, what, ALL)
        assert str(error.value).replace(what, "X") == "there is nothing here with the id X"
