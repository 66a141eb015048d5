"""Envelopes with several signatures: DSSE 1.0 (secure-systems-lab/dsse), Ed25519, by securesystemslib.

The library takes keys by their ids, and counts an id once. Here an id is the SHA-256 of the public key, so that the
same key under two names is one signature.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from tocsin.formats.checkpoint import Signer
from tocsin.model.error import StatementError
from tocsin.model.sentence import say

if TYPE_CHECKING:
    from securesystemslib.dsse import Envelope

PAYLOAD_TYPE: Final = "application/vnd.in-toto+json"
LARGEST: Final = 4 << 20
"""Bytes of an envelope that is read."""


def key_id(public: bytes) -> str:
    """Return the id of a public key of 32 bytes."""
    return hashlib.sha256(public).hexdigest()


def signed(payload: bytes, signer: Signer, envelope: bytes | None = None) -> bytes:
    """Return the envelope of a payload with one more signature. Raises StatementError for that of another payload."""
    from securesystemslib.dsse import Envelope
    from securesystemslib.signer import Signature

    made = _read(envelope) if envelope else Envelope(payload, PAYLOAD_TYPE, {})
    if made.payload != payload:
        raise StatementError(
            say("the envelope is of another statement"), say("Remove it, and let everybody sign this one.")
        )
    name = key_id(signer.public)
    made.signatures[name] = Signature(name, signer.sign(made.pae()).hex())
    return _written(made)


def enveloped(payload: bytes, signatures: Mapping[bytes, bytes]) -> bytes:
    """Return the envelope of a payload with signatures by public key, both raw: 64 and 32 bytes."""
    from securesystemslib.dsse import Envelope
    from securesystemslib.signer import Signature

    made = Envelope(payload, PAYLOAD_TYPE, {})
    for public, signature in signatures.items():
        made.signatures[key_id(public)] = Signature(key_id(public), signature.hex())
    return _written(made)


def signature_by(raw: bytes, public: bytes) -> bytes | None:
    """Return the signature of a public key in an envelope, checked; None where it has none, or a wrong one."""
    if key_id(public) not in accepted(raw, [public]):
        return None
    return bytes.fromhex(_read(raw).signatures[key_id(public)].signature)


def opened(raw: bytes) -> bytes:
    """Return what an envelope holds, whoever signed it or not. Raises StatementError for what is none."""
    return _read(raw).payload


def accepted(raw: bytes, keys: Iterable[bytes]) -> tuple[str, ...]:
    """Return the ids of those keys, 32 bytes each, that signed an envelope. Raises StatementError for what is none."""
    from securesystemslib.exceptions import VerificationError
    from securesystemslib.signer import SSlibKey

    envelope = _read(raw)
    found: list[str] = []
    for public in dict.fromkeys(keys):
        key = SSlibKey(key_id(public), "ed25519", "ed25519", {"public": public.hex()})
        try:
            found += envelope.verify([key], 1)
        except VerificationError:
            continue
    return tuple(found)


def _written(envelope: Envelope) -> bytes:
    return json.dumps(envelope.to_dict(), indent=1).encode() + b"\n"


def _read(raw: bytes) -> Envelope:
    from securesystemslib.dsse import Envelope

    if len(raw) > LARGEST:
        raise StatementError(say("the envelope is too large"), _HINT)
    try:
        found = Envelope.from_dict(json.loads(raw))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise StatementError(say("this is no envelope of signatures"), _HINT) from error
    if found.payload_type != PAYLOAD_TYPE:
        raise StatementError(say("the envelope holds something else than a statement"), _HINT)
    return found


_HINT: Final = say("An envelope is what `tocsin statement sign` writes.")
