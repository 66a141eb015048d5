"""The vault: bytes by a salted digest, sealed by AES-256-GCM where the node has a key, deleted for good when erased.

The name of a content is HMAC-SHA-256(salt, content) with a salt of 32 random bytes that lies beside the content and
goes with it. So a name in the log proves the content while that is there, and tells nothing when it is gone.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, select, tuple_, update

from tocsin.model.error import KeyFileError, StoreError
from tocsin.model.event import Ref
from tocsin.model.sentence import say
from tocsin.store.engine import bulk_insert
from tocsin.store.schema import microseconds, vault

SALT_BYTES: Final = 32
NONCE_BYTES: Final = 12
MAX_BYTES: Final = 512 << 20
"""Of one content: databases keep a value in one piece, below 1 GB."""
_RESEALED: Final = 20
"""Contents that are in memory at one time while all are sealed anew."""
_COLUMNS: Final = ("log", "ref", "sealed_by", "payload", "size", "stored_at", "retain_until")


def name_of(salt: bytes, content: bytes) -> bytes:
    """Return the name of a content, 32 bytes."""
    return hmac.digest(salt, content, "sha256")


class Sealer:
    """Seals what goes into the vault, and keys the digests by which views find people. Without a key, seals nothing."""

    def __init__(self, key: bytes | None) -> None:
        if key is not None and len(key) != 32:
            raise KeyFileError(
                say("the key of the vault does not have 32 bytes"), say("`tocsin store init` makes one.")
            )
        self._key = key
        self.id = hashlib.sha256(b"tocsin vault key" + key).hexdigest()[:16] if key else ""

    def seal(self, ref: bytes, plain: bytes) -> bytes:
        """Return nonce and ciphertext, bound to the name."""
        if self._key is None:
            return plain
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = os.urandom(NONCE_BYTES)
        return nonce + AESGCM(self._key).encrypt(nonce, plain, ref)

    def unseal(self, ref: bytes, sealed_by: str, payload: bytes) -> bytes:
        """Return what was sealed. Raises KeyFileError for another key, StoreError for what was altered."""
        if not sealed_by:
            return payload
        if sealed_by != self.id or self._key is None:
            raise KeyFileError(
                say("the vault was sealed with another key"),
                say("Give back the key %(sealed_by)s (TOCSIN_VAULT_KEY or vault.key).", sealed_by=sealed_by),
            )
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            return AESGCM(self._key).decrypt(payload[:NONCE_BYTES], payload[NONCE_BYTES:], ref)
        except InvalidTag as error:
            raise StoreError(
                say("content %(name)s of the vault was altered", name=ref.hex()), say("Restore it from a backup.")
            ) from error

    def index_key(self, fallback: bytes) -> bytes:
        """Return the key of the digests by which views find an address; from `fallback` where nothing is sealed."""
        return hmac.digest(self._key or fallback, b"tocsin index of addresses", "sha256")


class Vault:
    """The contents of one log, within a transaction."""

    def __init__(self, connection: Connection, log: int, sealer: Sealer) -> None:
        self._connection = connection
        self._log = log
        self._sealer = sealer
        self._waiting: list[tuple[int, bytes, str, bytes, int, int, int | None]] = []

    def keep(self, content: bytes, stored_at: datetime, retain_until: datetime | None) -> Ref:
        """Take a content in until a time (None: until it is erased), and return its name."""
        if len(content) > MAX_BYTES:
            raise StoreError(
                say("a content of %(size)s bytes is too large", size=len(content)),
                say("The vault takes up to %(limit)s bytes.", limit=MAX_BYTES),
            )
        salt = os.urandom(SALT_BYTES)
        ref = name_of(salt, content)
        payload = self._sealer.seal(ref, salt + content)
        until = None if retain_until is None else microseconds(retain_until)
        row = (self._log, ref, self._sealer.id, payload, len(content), microseconds(stored_at), until)
        self._waiting.append(row)
        return ref.hex()

    def flush(self) -> None:
        """Write what was taken in."""
        bulk_insert(self._connection, vault, _COLUMNS, self._waiting)
        self._waiting.clear()

    def get(self, ref: Ref) -> bytes | None:
        """Return a content, or None if it was erased or never there. Raises StoreError for one that was altered."""
        opened = self.open(ref)
        return None if opened is None else opened[1]

    def open(self, ref: Ref) -> tuple[bytes, bytes] | None:
        """Return (salt, content): with both anybody can check the name."""
        name = bytes.fromhex(ref)
        query = select(vault.c.sealed_by, vault.c.payload).where(vault.c.log == self._log, vault.c.ref == name)
        if (row := self._connection.execute(query).first()) is None:
            return None
        return self._opened(name, row[0], row[1])

    def get_many(self, refs: Sequence[Ref]) -> dict[Ref, bytes]:
        """Return the contents that are there, by name."""
        found: dict[Ref, bytes] = {}
        for at in range(0, len(refs), 500):
            names = [bytes.fromhex(ref) for ref in refs[at : at + 500]]
            query = select(vault.c.ref, vault.c.sealed_by, vault.c.payload)
            query = query.where(vault.c.log == self._log, vault.c.ref.in_(names))
            for name, sealed_by, payload in self._connection.execute(query):
                found[bytes(name).hex()] = self._opened(bytes(name), sealed_by, payload)[1]
        return found

    def present(self, refs: Sequence[Ref]) -> set[Ref]:
        """Return which of these are there, without opening any: also what was altered, or sealed with another key."""
        found: set[Ref] = set()
        for at in range(0, len(refs), 500):
            names = [bytes.fromhex(ref) for ref in refs[at : at + 500]]
            query = select(vault.c.ref).where(vault.c.log == self._log, vault.c.ref.in_(names))
            found.update(bytes(name).hex() for (name,) in self._connection.execute(query))
        return found

    def _opened(self, name: bytes, sealed_by: str, payload: bytes) -> tuple[bytes, bytes]:
        plain = self._sealer.unseal(name, sealed_by, bytes(payload))
        salt, content = plain[:SALT_BYTES], plain[SALT_BYTES:]
        if not hmac.compare_digest(name_of(salt, content), name):
            raise StoreError(
                say("content %(name)s of the vault was altered", name=name.hex()), say("Restore it from a backup.")
            )
        return salt, content

    def retain(self, refs: Sequence[Ref], until: datetime | None) -> None:
        """Say of contents that had no date until when they are kept; None takes the date of contents back."""
        for at in range(0, len(refs), 500):
            names = [bytes.fromhex(ref) for ref in refs[at : at + 500]]
            those = update(vault).where(vault.c.log == self._log, vault.c.ref.in_(names))
            meant = those.where(vault.c.retain_until.is_(None)) if until else those
            self._connection.execute(meant.values(retain_until=until))

    def delete(self, refs: Sequence[Ref]) -> int:
        """Delete contents with their salts; return how many were there."""
        gone = 0
        for at in range(0, len(refs), 500):
            names = [bytes.fromhex(ref) for ref in refs[at : at + 500]]
            done = self._connection.execute(delete(vault).where(vault.c.log == self._log, vault.c.ref.in_(names)))
            gone += done.rowcount
        return gone

    def expired(self, at: datetime, most: int | None = None) -> Iterator[Ref]:
        """Yield the names of contents, `most` of them, whose time was up at a time, in order."""
        query = select(vault.c.ref).where(vault.c.log == self._log, vault.c.retain_until <= at).order_by(vault.c.ref)
        for (ref,) in self._connection.execute(query.limit(most)):
            yield bytes(ref).hex()


def reseal(connection: Connection, old: Sealer, new: Sealer) -> int:
    """Seal every content of every log with another key, and return how many there were."""
    done, last = 0, (-1, b"")
    while True:
        after = tuple_(vault.c.log, vault.c.ref) > tuple_(*last)
        query = select(vault.c.log, vault.c.ref, vault.c.sealed_by, vault.c.payload).where(after)
        rows = connection.execute(query.order_by(vault.c.log, vault.c.ref).limit(_RESEALED)).all()
        if not rows:
            return done
        for log, name, sealed_by, payload in rows:
            ref = bytes(name)
            sealed = new.seal(ref, old.unseal(ref, sealed_by, bytes(payload)))
            connection.execute(
                update(vault).where(vault.c.log == log, vault.c.ref == ref).values(sealed_by=new.id, payload=sealed)
            )
        done, last = done + len(rows), (rows[-1][0], bytes(rows[-1][1]))
