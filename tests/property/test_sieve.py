"""What the sieve promises of any file: it lets through whatever a rule may find something in."""

from __future__ import annotations

import io
import json
import os
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.account_lines import JSON
from tests.property.test_activities import AS_OF, broken_lines, changed_records

from tocsin.formats.container import OpenFile
from tocsin.identify.sigma.rules import read
from tocsin.model.alert import Alert
from tocsin.model.limits import Limits
from tocsin.scan.accounts import Setup, Told
from tocsin.scan.reading import How, scan_files

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
many = settings(max_examples=5_000 if LONG else 120, deadline=None)
RULES = [
    f"logsource: {{{source}}}\ndetection:\n  s: {selection}\n  t: {{status: active}}\n  condition: {condition}\n"
    for source, selection, condition in (
        ("product: azure, service: signinlogs", "{status.errorCode: 50126}", "s"),
        ("product: azure", "{userPrincipalName|contains: '@', location: null}", "s"),
        ("product: okta", "{outcome.reason|exists: true}", "s"),
        ("product: google_workspace", "{id.applicationName: login}", "not s"),
        ("category: any", "{createdDateTime|startswith: '2026', id|contains: '1'}", "s"),
        ("category: any", "['dana', 'invalid_credentials']", "s"),
        ("category: any", "{events.name: login_failure}", "s or t"),
    )
]
CORRELATION = (
    "---\ntitle: C\ncorrelation:\n  type: event_count\n  rules: [r0]\n  group-by: [ipAddress]\n  timespan: 1h\n"
    "  condition: {gte: 2}\n"
)
NAMED = [name for name, record in JSON.items() if isinstance(record, dict)]


def told(octets: bytes, text: str, *, sieve: bool, limits: Limits = Limits()) -> tuple[list[Alert], Told]:
    own = read({"rules": text})
    assert not own.problems, own.problems
    told, files = Told(), [OpenFile("log", io.BytesIO(octets), octets[: 1 << 15])]
    how = How(fields=own.fields, sieve=own.sieve if sieve else None, limits=limits)
    setup = Setup(own.detections, AS_OF, columns=own.fields.columns)
    return sorted(scan_files(files, how, setup, told, 1), key=lambda alert: (alert.id, alert.time)), told


@st.composite
def rules(draw: st.DrawFn) -> str:
    chosen = draw(st.lists(st.sampled_from(RULES), min_size=1, max_size=3, unique=True))
    text = "---\n".join(f"title: R{n}\nname: r{n}\n{rule}" for n, rule in enumerate(chosen))
    return text + (CORRELATION if draw(st.booleans()) else "")


@st.composite
def logs(draw: st.DrawFn) -> bytes:
    """Lines mostly of one provider, some changed, some broken, some flattened, some that hold a page of records."""
    usual = JSON[draw(st.sampled_from(NAMED))]
    plain = st.just(usual) | changed_records() | st.sampled_from([JSON[name] for name in NAMED])
    line = st.one_of(
        plain.map(encoded),
        broken_lines(),
        plain.map(lambda record: encoded(flat(record))),
        st.lists(plain, min_size=1, max_size=3).map(encoded),
        st.lists(plain, max_size=3).map(lambda page: encoded({"value": page})),
        plain.map(lambda record: encoded({**usual, "data": [record]})),
        plain.map(lambda record: encoded(record).replace(b"a", b"\xe4", 1)),
    )
    return b"\n".join([encoded(usual)] * draw(st.integers(0, 70)) + draw(st.lists(line, max_size=12)))


def encoded(value: Any) -> bytes:
    return json.dumps(value).encode()


def flat(record: dict[str, Any]) -> dict[str, Any]:
    """A record with its objects as names with dots, as some collectors write them."""
    inner = {name: value for name, value in record.items() if isinstance(value, dict)}
    dotted = {f"{name}.{key}": value for name, found in inner.items() for key, value in found.items()}
    return {name: value for name, value in record.items() if name not in inner} | dotted


@many
@given(logs(), rules())
def test_sifting_changes_no_alert(octets: bytes, text: str) -> None:
    sifted, how = told(octets, text, sieve=True)
    every, full = told(octets, text, sieve=False)
    assert sifted == every
    for code in ("not-json", "cut-off", "too-long", "too-deep", "unknown-provider"):
        assert how.unreadable[code] == full.unreadable[code], code
    assert how.events <= full.events


@many
@given(logs(), st.sampled_from(RULES), st.integers(500, 4_000))
def test_a_line_that_is_too_long_is_told(octets: bytes, rule: str, limit: int) -> None:
    text, limits = f"title: R\n{rule}", Limits(max_line_bytes=limit)
    sifted, how = told(octets, text, sieve=True, limits=limits)
    every, full = told(octets, text, sieve=False, limits=limits)
    assert sifted == every
    assert how.unreadable["too-long"] == full.unreadable["too-long"]


def test_what_is_sifted_is_counted() -> None:
    usual = encoded(JSON["entra-graph"])
    octets = b"\n".join([usual] * 500)
    alerts, how = told(octets, f"title: R\n{RULES[2]}", sieve=True)
    assert not alerts
    assert how.events + how.passed == 500
    assert how.passed > 300
    assert not how.coverage
