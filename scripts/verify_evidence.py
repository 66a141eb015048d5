"""Check an evidence archive of Tocsin, offline: `python verify_evidence.py ARCHIVE.zip KEY`.

Imports nothing of Tocsin: only the standard library and `cryptography`. KEY is the log's verifier key, had by another way
than the archive. Exit code 0: all is as it should be; 1: it is not. What is checked: the head of the log was signed by
KEY; every entry is in that log (RFC 9162, 2.1.3.2); every file is the one that an entry names (HMAC-SHA-256 under its
salt); the archive holds what the manifest names and nothing else.
"""

import hashlib
import hmac
import json
import sys
import zipfile
from base64 import b64decode as _b64
from collections.abc import Iterator
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FIXED = {"manifest.json", "entries.json", "checkpoint.txt", "key.txt", "case.jsonld", "README.txt"}


def _head(checkpoint: str, key: str) -> tuple[str, int, bytes]:
    name, key_id, public = key.strip().split("+", 2)
    body, _, signatures = checkpoint.rpartition("\n\n")
    origin, size, root = body.split("\n")[:3]
    for line in signatures.splitlines():
        signer, blob = line.removeprefix("\u2014 ").split(" ")
        if signer == name and _b64(blob)[:4].hex() == key_id and _b64(public)[:1] == b"\x01":
            Ed25519PublicKey.from_public_bytes(_b64(public)[1:]).verify(_b64(blob)[4:], (body + "\n").encode())
            return origin, int(size), _b64(root)
    raise InvalidSignature


def _included(entry: bytes, index: int, size: int, proof: list[bytes], root: bytes) -> bool:
    found, last = hashlib.sha256(b"\x00" + entry).digest(), size - 1
    for node in proof:
        if last == 0:
            return False
        left = index & 1 or index == last
        found = hashlib.sha256(b"\x01" + (node + found if left else found + node)).digest()
        while left and not index & 1 and index:
            index, last = index >> 1, last >> 1
        index, last = index >> 1, last >> 1
    return 0 <= index < size and last == 0 and found == root


def _entries(archive: zipfile.ZipFile, key: str) -> Iterator[tuple[int, Any, str]]:
    log, size, root = _head(archive.read("checkpoint.txt").decode(), key)
    print(f"Log {log!a}, {size} entries.")
    for item in json.loads(archive.read("entries.json")):
        seq, raw = item["seq"], _b64(item["entry"])
        entry = json.loads(raw)
        there = _included(raw, seq, size, [_b64(node) for node in item["proof"]], root) and entry["seq"] == seq
        yield seq, entry, "" if there and f"tocsin/{entry['log']}" == log else f"entry {seq} is not in the log"


def _exhibit(archive: zipfile.ZipFile, exhibit: Any, history: list[Any]) -> Iterator[str]:
    name, added = exhibit["evidence"], history[0]["event"]
    refs = [ref for entry in history for ref in entry["event"].get("refs", ())]
    print(f"{name!a}, {exhibit['state']!a}:")
    for entry in history:
        event = entry["event"]
        print(f"  {entry['occurred_at']}  {event['type']!a}  by {entry['actor']!a}  (entry {entry['seq']})")
        about = event.get("evidence", [])
        named = name in (about if isinstance(about, list) else [about])
        if not named and added["content"] not in event.get("refs", []):
            yield f"entry {entry['seq']} is not about {name}"
    for part in ("content", "record"):
        if part not in exhibit:
            if added.get(part) not in refs:
                yield f"{name} has no {part}, and no entry says that it was erased"
        else:
            raw = archive.read(exhibit[part]["file"])
            if hmac.digest(_b64(exhibit[part]["salt"]), raw, "sha256").hex() != added.get(part):
                yield f"{exhibit[part]['file']} is not what the log names"


def _problems(archive: zipfile.ZipFile, key: str) -> Iterator[str]:
    events, files = dict[int, Any](), [*FIXED]
    for seq, entry, problem in _entries(archive, key):
        events[seq] = entry
        yield problem
    for exhibit in json.loads(archive.read("manifest.json"))["exhibits"]:
        yield from _exhibit(archive, exhibit, [events[seq] for seq in exhibit["seqs"]])
        files += [exhibit[part]["file"] for part in ("content", "record") if part in exhibit]
    if sorted(files) != sorted(archive.namelist()):
        yield "the archive holds other files than the manifest names"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        wrong = [text for text in _problems(zipfile.ZipFile(sys.argv[1]), sys.argv[2]) if text]
    except (InvalidSignature, ValueError, LookupError, TypeError, OSError, zipfile.BadZipFile) as error:
        wrong = [f"the archive cannot be checked: {type(error).__name__} {error}"]
    print("\n".join(f"WRONG: {problem}" for problem in wrong) or "All checks passed.")
    sys.exit(1 if wrong else 0)
