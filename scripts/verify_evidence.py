"""Check an evidence archive of Tocsin, offline: `python verify_evidence.py ARCHIVE.zip KEY`.

Imports nothing of Tocsin. KEY is the log's verifier key, had by another way than the archive. Exit code 0 if all is as it
should be, else 1. Checked: the log's head was signed by KEY; every entry is in that log (RFC 9162, 2.1.3.2); every file
is the one an entry names (HMAC-SHA-256 under its salt); an entry says that this manifest, and no more, was exported.
"""

import hmac
import json
import sys
import zipfile
from base64 import b64decode as _b64
from collections.abc import Iterator
from hashlib import sha256 as _sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


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
    found, last = _sha256(b"\x00" + entry).digest(), size - 1
    for node in proof:
        if last == 0:
            return False
        left = index & 1 or index == last
        found = _sha256(b"\x01" + (node + found if left else found + node)).digest()
        while left and not index & 1 and index:
            index, last = index >> 1, last >> 1
        index, last = index >> 1, last >> 1
    return 0 <= index < size and last == 0 and found == root


def _entries(archive: zipfile.ZipFile, key: str, events: dict[int, Any]) -> Iterator[str]:
    log, size, root = _head(archive.read("checkpoint.txt").decode(), key)
    print(f"Log {log!a}, {size} entries.")
    for item in json.loads(archive.read("entries.json")):
        seq, raw = item["seq"], _b64(item["entry"])
        entry = events[seq] = json.loads(raw)
        there = _included(raw, seq, size, [_b64(node) for node in item["proof"]], root) and entry["seq"] == seq
        yield "" if there and f"tocsin/{entry['log']}" == log else f"entry {seq} is not in the log"


def _told(entry: Any) -> str:
    return f"  {entry['occurred_at']}  {entry['event']['type']!a}  by {entry['actor']!a}  (entry {entry['seq']})"


def _exhibit(archive: zipfile.ZipFile, exhibit: Any, history: list[Any]) -> Iterator[str]:
    name, added = exhibit["evidence"], history[0]["event"]
    print(f"{name!a}, {exhibit['state']!a}:", *map(_told, history), sep="\n")
    for entry in history:
        about = entry["event"].get("evidence", entry["event"].get("refs", []))
        if not {name, added["content"]} & set(about if isinstance(about, list) else [about]):
            yield f"entry {entry['seq']} is not about {name}"
    for part in ("content", "record"):
        kept, ref = exhibit.get(part), added.get(part)
        if not kept and not any(ref in entry["event"].get("refs", ()) for entry in history):
            yield f"{name} has no {part}, and no entry says that it was erased"
        if kept and hmac.digest(_b64(kept["salt"]), archive.read(kept["file"]), "sha256").hex() != ref:
            yield f"{kept['file']} is not what the log names"


def _problems(archive: zipfile.ZipFile, key: str) -> Iterator[str]:
    events, manifest = dict[int, Any](), json.loads(archive.read("manifest.json"))
    files = ["manifest.json", "entries.json", "checkpoint.txt", "key.txt", *manifest["digests"]]
    digest = {name: _sha256(archive.read(name)).hexdigest() for name in files}
    yield from _entries(archive, key, events)
    named = [entry for entry in events.values() if entry["event"].get("manifest") == digest["manifest.json"]]
    print("Exported:", *map(_told, named), sep="\n")
    if [entry["event"]["evidence"] for entry in named] != [[exhibit["evidence"] for exhibit in manifest["exhibits"]]]:
        yield "no entry says that this manifest with these exhibits was exported"
    for exhibit in manifest["exhibits"]:
        yield from _exhibit(archive, exhibit, [events[seq] for seq in exhibit["seqs"]])
        files += [exhibit[part]["file"] for part in ("content", "record") if part in exhibit]
    if sorted(files) != sorted(archive.namelist()) or archive.read("key.txt").decode().strip() != key.strip():
        yield "the archive holds other files than the manifest names, or another key"
    yield from (f"{name} was changed" for name, wanted in manifest["digests"].items() if digest[name] != wanted)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        wrong = [text for text in _problems(zipfile.ZipFile(sys.argv[1]), sys.argv[2]) if text]
    except (InvalidSignature, ValueError, LookupError, TypeError, OSError, zipfile.BadZipFile) as error:
        wrong = [f"the archive cannot be checked: {type(error).__name__} {error}"]
    print("\n".join(f"WRONG: {problem}" for problem in wrong) or "All checks passed.")
    sys.exit(1 if wrong else 0)
