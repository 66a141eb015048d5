"""Raw logs of a made-up organisation, for speed: Entra's sign-ins and Google's login events as lines of JSON, seeded.

Nearly all events are what people do at work; the rest are sprays and guessing. People and addresses are synthetic
and reserved. Nothing of `tocsin` is imported.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

BEGIN = datetime(2031, 3, 3, tzinfo=UTC)
PEOPLE = 400
ATTACKS = 0.02
"""Share of events that are of attacks."""
AGENTS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
)
APPS = ("Office 365 Exchange Online", "Microsoft Teams", "SharePoint Online", "Azure Portal")
FAILURES = (50126, 50126, 50126, 50053, 50034, 53003, 500121, 50057)


def write(entra_path: Path, google_path: Path, count: int, seed: int, attacks: float = ATTACKS) -> None:
    """Writes so many events, in order of time over thirty days, each into its provider's file."""
    encode = msgspec.json.Encoder().encode
    with entra_path.open("wb") as first, google_path.open("wb") as second:
        for event in events(count, seed, attacks):
            (second if "kind" in event else first).write(encode(event) + b"\n")


def events(count: int, seed: int, attacks: float = ATTACKS) -> Iterator[dict[str, Any]]:
    """Yields the records."""
    chance = random.Random(seed)
    step = timedelta(days=30) / count
    attack = Attack(chance)
    for number in range(count):
        time = BEGIN + step * number + timedelta(microseconds=chance.randrange(1000))
        if chance.random() < attacks:
            yield attack.next(number, time)
        elif chance.random() < 0.2:
            yield google(chance, number, time, f"p{chance.randrange(PEOPLE)}@harbour.example", home(chance))
        else:
            who = chance.randrange(PEOPLE)
            yield entra(chance, number, time, f"p{who}@harbour.example", f"192.0.2.{who % 250}", 0, AGENTS[who % 3])


class Attack:
    """One source after another tries one account often, or many accounts once."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.left = 0
        self.ip = self.one = ""

    def next(self, number: int, time: datetime) -> dict[str, Any]:
        """Returns the next try."""
        if not self.left:
            self.left = self.chance.randrange(5, 60)
            self.ip = f"203.0.113.{self.chance.randrange(250)}"
            self.one = f"p{self.chance.randrange(PEOPLE)}@harbour.example" if self.chance.random() < 0.5 else ""
        self.left -= 1
        who = self.one or f"p{self.chance.randrange(PEOPLE)}@harbour.example"
        code = 0 if self.chance.random() < 0.02 else self.chance.choice(FAILURES)
        return entra(self.chance, number, time, who, self.ip, code, "python-requests/2.32")


def home(chance: random.Random) -> str:
    return f"198.51.100.{chance.randrange(250)}"


def entra(
    chance: random.Random, number: int, time: datetime, person: str, ip: str, code: int, agent: str
) -> dict[str, Any]:
    """A sign-in as Microsoft Graph gives it."""
    app = chance.choice(APPS)
    legacy = chance.random() < 0.01
    return {
        "id": f"{number:032x}",
        "createdDateTime": time.isoformat().replace("+00:00", "Z"),
        "userDisplayName": person.split("@", maxsplit=1)[0],
        "userPrincipalName": person,
        "userId": f"{abs(hash_of(person)):032x}",
        "appId": f"{hash_of(app):032x}",
        "appDisplayName": app,
        "ipAddress": ip,
        "clientAppUsed": "IMAP4" if legacy else "Browser",
        "correlationId": f"{chance.getrandbits(128):032x}",
        "conditionalAccessStatus": "notApplied",
        "isInteractive": True,
        "riskDetail": "none",
        "riskLevelAggregated": "none",
        "riskLevelDuringSignIn": "none",
        "riskState": "none",
        "riskEventTypes": [],
        "resourceDisplayName": app,
        "resourceId": f"{hash_of(app):032x}",
        "userAgent": agent,
        "authenticationRequirement": "multiFactorAuthentication"
        if chance.random() < 0.7
        else "singleFactorAuthentication",
        "status": {"errorCode": code, "failureReason": "Other." if code else "", "additionalDetails": None},
        "deviceDetail": {"deviceId": "", "displayName": "", "operatingSystem": "Windows", "browser": "Chrome 140"},
        "location": {
            "city": "Port",
            "state": "Harbour",
            "countryOrRegion": "NL" if ip.startswith("203") else "IS",
            "geoCoordinates": {"latitude": 64.1, "longitude": -21.9},
        },
        "appliedConditionalAccessPolicies": [
            {"id": f"{place:032x}", "displayName": f"Policy {place}", "result": "notApplied"} for place in range(3)
        ],
    }


def google(chance: random.Random, number: int, time: datetime, person: str, ip: str) -> dict[str, Any]:
    """A login event as the Reports API gives it."""
    name = chance.choice(("login_success", "login_success", "login_success", "logout", "login_failure"))
    return {
        "kind": "admin#reports#activity",
        "id": {
            "time": time.isoformat().replace("+00:00", "Z"),
            "uniqueQualifier": str(number),
            "applicationName": "login",
            "customerId": "C00000000",
        },
        "actor": {"email": person, "profileId": str(hash_of(person))},
        "ipAddress": ip,
        "events": [
            {
                "type": "login",
                "name": name,
                "parameters": [
                    {"name": "login_type", "value": "google_password"},
                    {"name": "is_suspicious", "boolValue": False},
                ],
            }
        ],
    }


def hash_of(text: str) -> int:
    """A number that stays the same from run to run."""
    return int.from_bytes(text.encode(), "big") % (1 << 64)
