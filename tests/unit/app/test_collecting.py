"""What an organisation puts into its collections names nobody who did not agree."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.fixtures.actors import House
from tests.unit.app.test_receiving import bundle

from tocsin.app import collecting, consents, receiving
from tocsin.model import event as e
from tocsin.model.error import AccessError, NotFoundError
from tocsin.model.event import Purpose
from tocsin.model.exchange import NAMES_VICTIM
from tocsin.model.profile import Organisation


def _with(**properties: Any) -> bytes:
    return bundle("evil.test", **properties)


@pytest.fixture
def harbour(house: House) -> House:
    """Harbour has a domain."""
    with house.store.write("harbour") as writer:
        writer.append(e.Draft(e.ProfileChanged(Organisation("Harbour", domains=("harbour.example",))), "node"))
    return house


def test_what_names_nobody_is_put_in(harbour: House) -> None:
    done = collecting.put(harbour.dana, collecting.open_collection(harbour.dana, "Warnings"), _with())
    assert (len(done.added), done.refused) == (1, ())


@pytest.mark.parametrize("text", ["Sent to noor@harbour.example", "Noor Azar clicked", "A mail to Harbour"])
def test_what_names_a_victim_is_withheld_and_it_is_told_where(harbour: House, text: str) -> None:
    collection = collecting.open_collection(harbour.dana, "Warnings")
    done = collecting.put(harbour.dana, collection, _with(description=text))
    assert done.added == ()
    assert [(one.why, one.path) for one in done.refused] == [(NAMES_VICTIM, "description")]


def test_who_agrees_to_be_named_is_and_the_others_are_not(harbour: House) -> None:
    collection = collecting.open_collection(harbour.dana, "Warnings")
    agreed = consents.give_consent(harbour.dana, "The board, in its meeting of 3 March.")
    assert collecting.put(harbour.dana, collection, _with(description="A mail to Harbour")).added
    refused = collecting.put(harbour.dana, collection, _with(description="Noor Azar clicked")).refused
    assert [one.why for one in refused] == [NAMES_VICTIM]
    consents.end_consent(harbour.dana, agreed)
    assert not collecting.put(harbour.dana, collection, _with(description="A second mail to Harbour")).added


def test_what_is_on_a_list_of_what_never_leaves_is_withheld(harbour: House) -> None:
    raw = json.dumps({"name": "Inside (synthetic)", "type": "hostname", "list": ["evil.test"]}).encode()
    receiving.keep_list(harbour.dana, raw, Purpose.NEVER_SHARED)
    collection = collecting.open_collection(harbour.dana, "Warnings")
    assert collecting.put(harbour.dana, collection, _with()).added == ()


def test_it_takes_the_right_to_share_and_a_collection_that_is_there(harbour: House) -> None:
    with pytest.raises(AccessError):
        collecting.open_collection(harbour.sami, "Warnings")
    with pytest.raises(NotFoundError):
        collecting.put(harbour.dana, "nothing", _with())
