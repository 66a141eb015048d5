"""How fast STIX 2.1 is read with all its checks, and its patterns, beside stix2 and stix2-patterns in the same run.

Objects are made up, of a mix as partners send it: indicators, what they indicate, sightings, observables, and some with
properties that no standard knows. Of each size the best of some rounds counts, in CPU time of one process; stix2 reads
the smallest size only (FULL=1: the next one too). `written` reads and writes.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import msgspec
import stix2
from stix2patterns.v21.pattern import Pattern

from bench.lib import output
from tocsin.formats import stix
from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.index import Index
from tocsin.model.observed import ObservedMail
from tocsin.share.observed import of_mail

SEED = 20261128
SIZES = (1_000, 10_000, 100_000)
ROUNDS = {1_000: 5, 10_000: 3, 100_000: 1}
PATTERNS = 200
MESSAGES = 5_000


def objects(count: int, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """Yield made-up objects; of eight: 3 indicators, 2 relationships, a sighting, a domain, a piece of malware."""
    random = Random(seed)
    makers = (_indicator, _relationship, _indicator, _sighting, _indicator, _domain, _relationship, _malware)
    for place in range(count):
        yield makers[place % len(makers)](random, place)


def _id(random: Random, kind: str) -> str:
    return f"{kind}--{UUID(int=random.getrandbits(128), version=4)}"


def _common(random: Random, kind: str) -> dict[str, Any]:
    day = f"2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": _id(random, kind),
        "created_by_ref": "identity--f431f809-377b-45e0-aa1c-6a4751cae5ff",
        "created": f"{day}T08:00:00.{random.randint(0, 999):03}Z",
        "modified": f"{day}T09:00:00.000Z",
        "labels": ["synthetic"],
        "object_marking_refs": ["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"],
    }


def _indicator(random: Random, place: int) -> dict[str, Any]:
    host = f"h{random.getrandbits(40):x}.example"
    patterns = (f"[domain-name:value = '{host}']", f"[url:value = 'https://{host}/a' OR domain-name:value = '{host}']",
                f"[file:hashes.'SHA-256' = '{random.getrandbits(256):064x}' AND file:name = 'ballot.pdf']")  # fmt: skip
    return _common(random, "indicator") | {
        "name": host,
        "description": "Seen in mail to two election offices (synthetic). " * 2,
        "indicator_types": ["malicious-activity"],
        "pattern": patterns[place % len(patterns)],
        "pattern_type": "stix",
        "valid_from": "2026-01-01T00:00:00Z",
        "valid_until": "2027-01-01T00:00:00Z",
        "kill_chain_phases": [{"kill_chain_name": "mitre-attack", "phase_name": "initial-access"}],
        "external_references": [{"source_name": "mitre-attack", "external_id": "T1566.002"}],
    }


def _relationship(random: Random, _: int) -> dict[str, Any]:
    return _common(random, "relationship") | {
        "relationship_type": "indicates",
        "source_ref": _id(random, "indicator"),
        "target_ref": _id(random, "malware"),
    }


def _sighting(random: Random, place: int) -> dict[str, Any]:
    return _common(random, "sighting") | {
        "first_seen": "2026-01-01T00:00:00Z",
        "last_seen": "2026-01-02T00:00:00Z",
        "count": place,
        "sighting_of_ref": _id(random, "indicator"),
        "where_sighted_refs": [_id(random, "identity")],
    }


def _domain(random: Random, _: int) -> dict[str, Any]:
    value = f"h{random.getrandbits(40):x}.example"
    return {
        "type": "domain-name",
        "spec_version": "2.1",
        "id": stix.observable_id("domain-name", {"value": value}),
        "value": value,
    }


def _malware(random: Random, place: int) -> dict[str, Any]:
    return _common(random, "malware") | {
        "name": f"Kit {place} (synthetic)",
        "is_family": True,
        "malware_types": ["trojan"],
        "x_score": place / 7,
        "x_seen": {"by": ["mail", "sign-in"], "times": place},
    }


def bundle(count: int) -> bytes:
    """Return the bundle of some made-up objects."""
    return msgspec.json.encode({"type": "bundle", "id": _id(Random(SEED), "bundle"), "objects": list(objects(count))})


def seconds(read: Callable[[], object], rounds: int) -> float:
    """CPU seconds of one call: the best of some rounds, its result freed between them."""
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        started = time.process_time()
        read()
        best = min(best, time.process_time() - started)
    return best


def _read(raw: bytes, count: int) -> stix.Collection:
    found = stix.read(raw)
    if len(found.objects) != count or found.refused:
        raise AssertionError(found.refused[:3])
    return found


def measured(count: int, *, with_peer: bool) -> dict[str, float]:
    """Objects a CPU-second: read, read and written, only decoded, and by stix2."""
    raw, rounds = bundle(count), ROUNDS[count]
    found = {
        "read": count / seconds(lambda: _read(raw, count), rounds),
        "written": count / seconds(lambda: stix.write(_read(raw, count)), rounds),
        "json": count / seconds(lambda: msgspec.json.decode(raw), rounds),
    }
    if with_peer:
        # With the unknown properties allowed: without it, stix2 refuses the bundle.
        found["stix2"] = count / seconds(lambda: stix2.parse(raw.decode(), allow_custom=True), min(rounds, 2))
    return {name: round(rate) for name, rate in found.items()}


def patterns() -> dict[str, float]:
    """Patterns parsed a CPU-second, by us and by stix2-patterns."""
    texts = [one["pattern"] for one in objects(4 * PATTERNS) if one["type"] == "indicator"][:PATTERNS]
    ours = seconds(lambda: [parse_pattern(text) for text in texts], 5)
    theirs = seconds(lambda: [Pattern(text) for text in texts], 2)
    return {"ours": round(len(texts) / ours), "stix2-patterns": round(len(texts) / theirs)}


def matching(count: int) -> dict[str, float]:
    """Messages a CPU-second in which many patterns are looked for at once; every tenth message shows one of them."""
    texts = [one["pattern"] for one in objects(3 * count) if one["type"] == "indicator"][:count]
    parsed = {str(place): parse_pattern(text) for place, text in enumerate(texts)}
    started = time.process_time()
    index = Index(parsed)
    made = time.process_time() - started
    hosts = [text.split("'")[1] for text in texts if text.startswith("[domain-name")]
    mails = [of_mail(_mail(place, hosts)) for place in range(MESSAGES)]
    found = sum(bool(index.hits(mail).found) for mail in mails)
    if found != MESSAGES // 10:
        raise AssertionError(found)
    taken = seconds(lambda: [index.hits(mail) for mail in mails], 3)
    return {"patterns": len(parsed), "index_seconds": round(made, 2), "messages_a_second": round(MESSAGES / taken)}


def _mail(place: int, hosts: Sequence[str]) -> ObservedMail:
    host = hosts[place % len(hosts)] if place % 10 == 0 else f"m{place}.example"
    return ObservedMail(
        datetime(2026, 3, 1, tzinfo=UTC), f"desk@m{place}.example", urls=(f"https://{host}/x",), subject="Vote"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    chosen = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    with_peer = SIZES[: 2 if full else 1]
    curve = {str(count): measured(count, with_peer=count in with_peer) for count in SIZES}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    parsed = patterns()
    found = matching(100_000 if full else 20_000)
    rows = [[count, *(f"{rates.get(name, float('nan')):,.0f}".replace("nan", "-") for name in _COLUMNS)]
            for count, rates in curve.items()]  # fmt: skip
    print(output.table("Objects a CPU-second", ["objects", *_COLUMNS], rows))
    print(output.table("Patterns a CPU-second", list(parsed), [[f"{rate:,.0f}" for rate in parsed.values()]]))
    print(output.table("Looked for in mail", list(found), [[f"{value:,}" for value in found.values()]]))
    ratios = {count: round(curve[str(count)]["read"] / curve[str(count)]["stix2"], 1) for count in with_peer}
    result = output.stamp("stix", full=full) | {
        "curve": curve,
        "read_to_stix2": ratios,
        "patterns": parsed,
        "pattern_ratio": round(parsed["ours"] / parsed["stix2-patterns"], 1),
        "matching": found,
        "peak_mb": round(peak),
    }
    output.finish(result, chosen.out)
    return 0


_COLUMNS = ("read", "written", "json", "stix2")

if __name__ == "__main__":
    raise SystemExit(main())
