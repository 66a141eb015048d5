"""TAXII servers that a benchmark fills and reads over HTTP on loopback: objects, requests, what they take."""

from __future__ import annotations

import http.client
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from bench.lib.process import PeerError, cpu_seconds, memory_mb
from tocsin.formats.stix.markings import TLP_2
from tocsin.model.people import Tlp

TAXII: Final = "application/taxii+json;version=2.1"
_WHEN: Final = "2026-03-01T{:02d}:{:02d}:{:02d}.000Z"


def indicators(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Yields made-up indicators of four kinds, some 800 bytes each as JSON, labelled TLP:GREEN."""
    chance = random.Random(seed)
    maker = f"identity--{UUID(int=chance.getrandbits(128), version=4)}"
    for number in range(count):
        when = _WHEN.format(number // 3600 % 24, number // 60 % 60, number % 60)
        pattern = (
            f"[domain-name:value = 'login-{chance.getrandbits(40)}.example{number % 997}.test']",
            f"[url:value = 'https://a{number % 997}.example.net/{chance.getrandbits(64):x}/verify']",
            f"[email-message:from_ref.value = 'staff{number}@mail-{chance.getrandbits(32):x}.example.org']",
            f"[file:hashes.'SHA-256' = '{chance.getrandbits(256):064x}']",
        )[number % 4]
        yield {
            "type": "indicator", "spec_version": "2.1",
            "id": f"indicator--{UUID(int=chance.getrandbits(128), version=4)}", "created_by_ref": maker,
            "created": when, "modified": when, "name": f"Phishing indicator {number}",
            "description": "Credential-harvesting infrastructure seen against campaign staff (synthetic).",
            "indicator_types": ["malicious-activity"], "pattern": pattern, "pattern_type": "stix",
            "pattern_version": "2.1", "valid_from": when, "confidence": 70, "labels": ["phishing"],
            "object_marking_refs": [TLP_2[Tlp.GREEN]],
            "kill_chain_phases": [{"kill_chain_name": "mitre-attack", "phase_name": "initial-access"}],
        }  # fmt: skip


@dataclass(frozen=True)
class Running:
    """A server that runs, and a collection on it."""

    pid: int
    port: int
    path: str
    """Of the collection, ending in a slash."""
    authorization: str

    def ask(self, connection: http.client.HTTPConnection, method: str, path: str, body: bytes | None = None) -> bytes:
        """Sends a request, and returns the body. Raises PeerError for an error."""
        head = {"accept": TAXII, "authorization": self.authorization}
        head |= {"content-type": TAXII} if body else {}
        connection.request(method, path, body, head)
        answer = connection.getresponse()
        raw = answer.read()
        if answer.status >= 300:
            raise PeerError(f"answers {answer.status} to {method} {path.partition('?')[0]}")
        return raw


def fill(server: Running, batches: Iterator[Sequence[dict[str, Any]]]) -> dict[str, Any]:
    """Adds objects, and returns how many the server took a second of its processor."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=300)
    taken, cpu = 0, 0.0
    for batch in batches:
        body = json.dumps({"objects": batch}, separators=(",", ":")).encode()
        before = cpu_seconds(server.pid)
        said = json.loads(server.ask(connection, "POST", f"{server.path}objects/", body))
        cpu += cpu_seconds(server.pid) - before
        taken += said["success_count"] + said.get("pending_count", 0)
    connection.close()
    return {"objects": taken, "cpu_s": round(cpu, 2), "per_cpu_s": round(taken / max(cpu, 0.01))}


def read(server: Running, limit: int, idle: Callable[[], None] = lambda: None) -> dict[str, Any]:
    """Reads the whole collection by pages, and returns what that took. Counting objects is not the server's work."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=300)
    idle()
    before, started = cpu_seconds(server.pid), time.perf_counter()
    found: set[str] = set()
    got, size, waited = 0, 0, []
    query: dict[str, Any] = {"limit": limit}
    while True:
        asked = time.perf_counter()
        raw = server.ask(connection, "GET", f"{server.path}objects/?{urlencode(query)}")
        waited.append((time.perf_counter() - asked) * 1_000)
        page = json.loads(raw)
        size += len(raw)
        got += len(page.get("objects", []))
        found.update(one["id"] for one in page.get("objects", []))
        if not page.get("more"):
            break
        query = {"limit": limit, "next": page["next"]}
    connection.close()
    cpu = cpu_seconds(server.pid) - before
    cuts = statistics.quantiles(waited, n=100, method="inclusive") if len(waited) > 1 else waited * 99
    return {
        "objects": got, "different": len(found), "pages": len(waited), "mb": round(size / 1e6, 1),
        "cpu_s": round(cpu, 2), "per_cpu_s": round(got / max(cpu, 0.01)),
        "seconds": round(time.perf_counter() - started, 1), "p50_ms": round(cuts[49], 1), "p99_ms": round(cuts[98], 1),
        "rss_mb": round(memory_mb(server.pid)[0]),
    }  # fmt: skip
