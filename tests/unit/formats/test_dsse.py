"""Envelopes with several signatures, also as somebody else would check them."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tocsin.formats import dsse
from tocsin.model.error import StatementError
from tocsin.net.keys import SigningKey

ONE, TWO, THREE = (SigningKey(bytes([number]) * 32) for number in (1, 2, 3))
PAYLOAD = '{"a":"ب"}'.encode()


def both() -> bytes:
    return dsse.signed(PAYLOAD, TWO, dsse.signed(PAYLOAD, ONE))


def test_it_holds_the_payload_and_each_signature() -> None:
    assert dsse.opened(both()) == PAYLOAD
    assert set(dsse.accepted(both(), [ONE.public, TWO.public, THREE.public])) == {
        dsse.key_id(ONE.public), dsse.key_id(TWO.public)
    }  # fmt: skip


def test_it_is_dsse_as_the_specification_has_it() -> None:
    """Its pre-authentication encoding is computed here from the text of the specification."""
    found = json.loads(both())
    payload = base64.b64decode(found["payload"])
    kind = found["payloadType"].encode()
    signed = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
    for key, signature in zip((ONE, TWO), found["signatures"], strict=True):
        Ed25519PublicKey.from_public_bytes(key.public).verify(base64.b64decode(signature["sig"]), signed)


def test_one_key_counts_once_however_often_it_is_given_or_signs() -> None:
    again = dsse.signed(PAYLOAD, ONE, dsse.signed(PAYLOAD, ONE))
    assert len(json.loads(again)["signatures"]) == 1
    assert dsse.accepted(both(), [ONE.public, ONE.public]) == (dsse.key_id(ONE.public),)


def _changed(**values: Any) -> bytes:
    return json.dumps(json.loads(both()) | values).encode()


def test_what_was_changed_is_signed_by_nobody() -> None:
    other = _changed(payload=base64.b64encode(b"{}").decode())
    assert dsse.accepted(other, [ONE.public, TWO.public]) == ()


def test_a_signature_under_another_id_is_not_that_keys() -> None:
    signatures = json.loads(both())["signatures"]
    signatures[0]["keyid"] = dsse.key_id(THREE.public)
    assert dsse.accepted(_changed(signatures=signatures), [ONE.public, THREE.public]) == ()


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"[]", b"{}", b"null", b"\xff", b"[" * 100_000, _changed(payload=7), _changed(payload="?"),
        _changed(payloadType="text/plain"), _changed(signatures=[{}]), _changed(signatures="x"),
        _changed(signatures=[{"keyid": "a", "sig": "AA=="}] * 2), b" " * (dsse.LARGEST + 1),
    ],
)  # fmt: skip
def test_what_is_no_envelope_is_refused_with_a_hint(raw: bytes) -> None:
    for ask in (lambda: dsse.opened(raw), lambda: dsse.accepted(raw, [ONE.public])):
        with pytest.raises(StatementError) as refused:
            ask()
        assert str(refused.value.hint)


def test_a_malformed_signature_counts_for_nothing() -> None:
    several = [{"keyid": dsse.key_id(ONE.public), "sig": "AA=="}]
    assert dsse.accepted(_changed(signatures=several), [ONE.public]) == ()


def test_another_statement_is_not_signed_in_the_same_envelope() -> None:
    with pytest.raises(StatementError, match="another statement"):
        dsse.signed(b"{}", TWO, dsse.signed(PAYLOAD, ONE))
