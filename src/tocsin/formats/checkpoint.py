"""Signed tree heads as checkpoints (c2sp.org/tlog-checkpoint), which are signed notes (c2sp.org/signed-note).

A checkpoint is the name of the log, the number of entries and the root in base64, each on a line, then an empty line
and signatures. Witnesses of transparency logs can read and co-sign it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from typing import Final, Protocol

from tocsin.model.error import LogError
from tocsin.model.proof import Head
from tocsin.model.sentence import say

_ED25519: Final = b"\x01"
_NAME: Final = re.compile(r"[^\s+]+")
_MAX_BYTES: Final = 100_000
_HINT: Final = say("A checkpoint is what `tocsin log heads` prints, to its last line.")


class Signer(Protocol):
    """An Ed25519 key."""

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""

    def sign(self, message: bytes) -> bytes:
        """Return the signature, 64 bytes (RFC 8032)."""


def origin_of(log: str) -> str:
    """Return the name of a log in its checkpoints, which is the name of its key as well."""
    return f"tocsin/{log}"


def verifier_key(name: str, public: bytes) -> str:
    """Return the public key as signed notes write it: `NAME+ID+KEY`."""
    return f"{name}+{_key_id(name, public).hex()}+{_b64(_ED25519 + public)}"


def _key_id(name: str, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + public).digest()[:4]


def sign(head: Head, signer: Signer) -> str:
    """Return the checkpoint of a head, signed in the log's name."""
    body = f"{head.origin}\n{head.size}\n{_b64(head.root)}\n"
    signature = _key_id(head.origin, signer.public) + signer.sign(body.encode())
    return f"{body}\n\u2014 {head.origin} {_b64(signature)}\n"


def parse(text: str) -> tuple[Head, str, list[tuple[str, bytes]]]:
    """Return the head, the signed text, and (name, key id and signature) of each signature. Raises LogError."""
    body, gap, signatures = text.rpartition("\n\n")
    lines = body.split("\n")
    if not gap or len(lines) < 3 or len(text) > _MAX_BYTES or not lines[1].isdecimal() or not lines[0]:
        raise LogError(say("this is no checkpoint"), _HINT)
    root = _unb64(lines[2])
    if len(root) != 32:
        raise LogError(say("the checkpoint's root does not have 32 bytes"), _HINT)
    found = []
    for line in signatures.splitlines():
        match = re.fullmatch("\u2014 (\\S+) (\\S+)", line)
        if match is None:
            raise LogError(say("the checkpoint has a malformed signature"), _HINT)
        found.append((match[1], _unb64(match[2])))
    return Head(lines[0], int(lines[1]), root), body + "\n", found


def verify(text: str, key: str) -> Head:
    """Return the head of a checkpoint after checking that the owner of a verifier key signed it. Raises LogError."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    name, public = public_of(key)
    head, body, signatures = parse(text)
    for signer, blob in signatures:
        if signer == name and blob[:4] == _key_id(name, public):
            try:
                Ed25519PublicKey.from_public_bytes(public).verify(blob[4:], body.encode())
            except InvalidSignature:
                continue
            return head
    raise LogError(say("the checkpoint was not signed by this key"), say("Either it or the key is not of this log."))


def public_of(key: str) -> tuple[str, bytes]:
    """Return the name and the public key, 32 bytes, of a verifier key. Raises LogError."""
    name, _, rest = key.strip().partition("+")
    raw = _unb64(rest.partition("+")[2])
    if not _NAME.fullmatch(name) or len(raw) != 33 or raw[:1] != _ED25519:
        raise LogError(
            say("this is no verifier key"), say("It is of the form NAME+ID+KEY; `tocsin log heads` prints it.")
        )
    return name, raw[1:]


def split(text: str) -> Iterator[str]:
    """Yield the checkpoints of a file that may hold several, one after the other."""
    start = 0
    for match in re.finditer("^\u2014 [^\n]*\n(?!\u2014)", text + "\n", re.MULTILINE):
        yield text[start : match.end()].strip() + "\n"
        start = match.end()
    if text[start:].strip():
        raise LogError(say("the file ends with something that is no checkpoint"), _HINT)


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _unb64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise LogError(say("a value is not valid base64"), _HINT) from error
