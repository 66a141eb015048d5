"""What is wrong with an object, in words that others can be told."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tocsin.formats.stix.domain import Indicator
from tocsin.formats.stix.faults import Fault, fault_of, id_of


def error_of(raw: bytes, kind: Any = Indicator) -> Exception:
    with pytest.raises(msgspec.MsgspecError) as raised:
        msgspec.json.decode(raw, type=kind)
    return raised.value


def test_words_of_the_decoder_are_understood() -> None:
    """They are not promised: a new version of msgspec that says it otherwise has to be seen here."""
    assert fault_of(error_of(b'{"type":"indicator"}')) == (Fault.OLDER, "spec_version")
    assert fault_of(error_of(b'{"type":"indicator","spec_version":"2.1"}')) == (Fault.MISSING, "id")
    assert fault_of(error_of(b'{"type":"indicator","id":"x"}')) == (Fault.ID, "id")
    assert fault_of(error_of(b'{"type":"indicator","created":"x"}')) == (Fault.TIME, "created")
    assert fault_of(error_of(b'{"type":"indicator","created_by_ref":"x"}')) == (Fault.REFERENCE, "created_by_ref")
    assert fault_of(error_of(b'{"type":"indicator","labels":[1]}')) == (Fault.VALUE, "labels[0]")
    assert fault_of(error_of(b'{"type":')) == (Fault.NOT_JSON, "")


def test_an_id_is_found_in_what_is_broken_too() -> None:
    assert id_of(b'{"id": "a--1", "x": "\xff"}') == "a--1"
    assert id_of(b'{"id": "a--1"}') == "a--1"
    assert id_of(b'{"id": 3}') == "3"
    assert id_of(b"[3]") == id_of(b"{") == ""
    assert len(id_of(b'{"id": "' + b"a" * 10_000 + b'"}')) == 120
