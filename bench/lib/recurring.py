"""Real indicators labelled by the report that published them: what of them recurs in reports that are not related."""

from __future__ import annotations

import csv
import ipaddress
from collections import defaultdict
from collections.abc import Callable, Iterator
from hashlib import sha256
from math import comb, log
from pathlib import Path
from typing import Any, Final

from tocsin.attribute.features import owned
from tocsin.common.bystanders import bystander
from tocsin.common.hosts import is_host, registrable, to_ascii
from tocsin.identify.sites import is_known
from tocsin.model.profile import Profile

INDICATORS: Final = Path(__file__).resolve().parents[3] / "shared" / "indicators" / "targetedthreats.csv"
"""Beside the project, never in it (CC BY-SA 4.0)."""
Reports = dict[str, set[str]]
"""By report, its indicators: host names and addresses."""


def load(path: Path = INDICATORS) -> tuple[Reports, dict[str, set[str]]]:
    """Returns the indicators of each report, and the malware families that it names."""
    reports: Reports = defaultdict(set)
    families: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            value = row["ioc"].strip().lower()
            if value:
                reports[row["reference"]].add(value if row["type"] == "ip_address" else to_ascii(value))
                families[row["reference"]] |= {row["family"]} - {""}
    return dict(reports), dict(families)


def half(reports: Reports, which: int) -> Reports:
    """Returns the reports whose digest is even (0) or odd (1)."""
    return {name: found for name, found in reports.items() if sha256(name.encode()).digest()[0] % 2 == which}


def _address(value: str) -> str:
    try:
        return str(ipaddress.ip_address(value))
    except ValueError:
        return ""


def _network(value: str, bits: int) -> str:
    return str(ipaddress.ip_network(f"{value}/{bits}", strict=False)) if _address(value) and ":" not in value else ""


def _own(value: str) -> str:
    return "" if not is_host(value) or bystander(value, Profile(), is_known) else owned(value)


KINDS: Final[dict[str, Callable[[str], str]]] = {
    "registrable domain, all": lambda value: registrable(value) if is_host(value) else "",
    "domain as Tocsin takes it": _own,
    "host": lambda value: value if is_host(value) else "",
    "address": _address,
    "network /24": lambda value: _network(value, 24),
    "network /16": lambda value: _network(value, 16),
}


def measure(reports: Reports, families: dict[str, set[str]]) -> Iterator[dict[str, Any]]:
    """Yields by kind how often two indicators share a value, in one report and in two that are not related.

    Two reports are related if they name a malware family in common. `weight` is the logarithm of the ratio of both
    rates, with half a pair added to each (Haldane, Anscombe); a host is in a report once, so of one that cannot be.
    """
    sizes = {name: len(found) for name, found in reports.items()}
    for kind, of in KINDS.items():
        holding: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        able: dict[str, int] = defaultdict(int)
        for name, found in reports.items():
            for value in found:
                if shown := of(value):
                    holding[shown][name] += 1
                    able[name] += 1
        inside = sum(comb(count, 2) for by in holding.values() for count in by.values())
        recurring = {value: by for value, by in holding.items() if len(by) > 1}
        apart = [(one, other) for one in sizes for other in sizes if one < other and _apart(one, other, families)]
        across = sum(
            by[one] * by[other] for by in recurring.values() for one, other in apart if one in by and other in by
        )
        pairs_inside = sum(comb(count, 2) for count in able.values())
        pairs_apart = sum(able[one] * able[other] for one, other in apart)
        rates = (inside + 0.5) / (pairs_inside + 1), (across + 0.5) / (pairs_apart + 1)
        yield {
            "kind": kind, "values": len(holding), "in_several_reports": len(recurring),
            "of_them_not_related": sum(any({*pair} <= by.keys() for pair in apart) for by in recurring.values()),
            "inside": inside, "pairs_inside": pairs_inside, "across": across, "pairs_apart": pairs_apart,
            "weight": round(log(rates[0] / rates[1]), 2) if inside else None,
        }  # fmt: skip


def _apart(one: str, other: str, families: dict[str, set[str]]) -> bool:
    return families[one].isdisjoint(families[other])
