"""The labelled events of `../shared/accounts`: each of a provider that is named here is read."""

from __future__ import annotations

import io
import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tocsin.formats.container import OpenFile
from tocsin.model.activity import Act, Activity, Unreadable
from tocsin.scan.activities import read

EVENTS = Path(__file__).parents[3] / "shared" / "accounts" / "panther-dev.jsonl"
PROVIDERS = {
    "Azure.MonitorActivity": "azure",
    "Azure.Audit": "entra",
    "Duo.Administrator": "duo",
    "Duo.Authentication": "duo",
    "GSuite.ActivityEvent": "google",
    "Microsoft365.Audit.Exchange": "m365",
    "Microsoft365.Audit.SharePoint": "m365",
    "Okta.SystemLog": "okta",
    "OneLogin.Events": "onelogin",
}
"""By the type of log; rules for several types name theirs in the event."""


def test_each_event_of_a_known_provider_is_read_by_its_format() -> None:
    if not EVENTS.exists():
        pytest.skip(f"needs the labelled events, which are not part of the repository: {EVENTS.name}")
    counted: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for row in map(json.loads, EVENTS.read_text(encoding="utf-8").splitlines()):
        types = row["types"] or []
        kind = types[0] if len(types) == 1 else row["event"].get("p_log_type", "")
        if kind not in PROVIDERS:
            continue
        octets = json.dumps(row["event"]).encode()
        items = list(read([OpenFile("event", io.BytesIO(octets), octets)], undated=datetime(2026, 1, 1, tzinfo=UTC)))
        assert not [one for one in items if isinstance(one, Unreadable)], (row["rule"], row["name"])
        for one in items:
            if isinstance(one, Activity):
                assert one.provider == PROVIDERS[kind], (row["rule"], row["name"])
                counted[one.provider] += 1
                other[one.provider] += one.act is Act.OTHER
    assert sum(counted.values()) > 350
    for provider, count in sorted(counted.items()):
        print(f"{provider:10} {count:4} events, {other[provider]:3} of no meaning here")
