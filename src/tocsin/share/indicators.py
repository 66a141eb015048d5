"""Indicators of a verdict: what its findings name as used by the attack, and nothing that they do not name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from tocsin.common.hosts import to_ascii
from tocsin.common.urls import parse_url, unwrap
from tocsin.model.indicator import Indicator, Observable
from tocsin.model.verdict import Evidence, Finding, Verdict

PROVEN: Final = "sender-authenticated"
"""The finding that the domain of the sender vouches for the message: without it, it may be somebody else's."""
_BODY: Final = ("text", "visible", "html")
_FILE: Final = "file"
Files = Mapping[str, str]
"""SHA-256 of the message's files, by the part that they stand in."""


def indicators(verdict: Verdict, files: Files) -> tuple[Indicator, ...]:
    """Return what the findings that speak against a message, and say by what technique, name."""
    against = [finding for finding in verdict.findings if finding.weight > 0 and finding.attack]
    proven = any(finding.id == PROVEN for finding in verdict.findings)
    return merged(one for finding in against for one in _named(finding, files, proven))


def merged(several: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return each thing once, with all techniques and checks, in order."""
    found: dict[tuple[str, str], Indicator] = {}
    for one in several:
        known = found.get(key := (one.kind.value, one.value), one)
        attack = tuple(sorted({*known.attack, *one.attack}))
        found[key] = Indicator(one.kind, one.value, attack, tuple(sorted({*known.checks, *one.checks})))
    return tuple(found[key] for key in sorted(found))


def _named(finding: Finding, files: Files, proven: bool) -> Iterator[Indicator]:
    attack = tuple(sorted(finding.attack))
    for evidence in finding.evidence:
        for kind, value in _things(evidence, files, proven):
            yield Indicator(kind, value, attack, (finding.id,))


def _things(evidence: Evidence, files: Files, proven: bool) -> Iterator[tuple[Observable, str]]:
    layer = evidence.span.layer if evidence.span else ""
    if layer == "header:from" and proven and (domain := evidence.facts.get("domain")):
        yield Observable.HOST, to_ascii(domain)
    if layer in (*_BODY, _FILE) and (host := _host(evidence.facts)):
        yield Observable.HOST, to_ascii(host)
    elif layer == _FILE and evidence.span and (digest := files.get(evidence.span.part)):
        yield Observable.FILE, digest


def _host(facts: Mapping[str, str]) -> str:
    """The host that is opened in the end; of one that only leads there nothing is known."""
    return facts.get("opened") or facts.get("host") or (unwrap(parse_url(facts["url"])).host if "url" in facts else "")
