"""Who there is: people, their places and devices, the organisation and the attacker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

START: Final = datetime(2026, 9, 21, 0, 0, tzinfo=UTC)
"""The first day of the logs."""
MESSAGE: Final = START + timedelta(days=14)
"""The day of the attack."""
END: Final = MESSAGE + timedelta(days=8)
"""The time that is spoken of."""
NAMES: Final = ("noor", "sami", "vera", "ada", "yusuf", "lena", "omar", "mina")
AGENTS: Final = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36",
)
MOBILE: Final = 64580
"""The AS of everybody's telephone."""
STACKS: Final = ("microsoft", "google", "okta")
SHARED: Final = ("carrier", "hotel", "vpn")
"""Whose addresses an attacker and a person may have both: a carrier that gives many telephones one, a hotel, a VPN."""


@dataclass
class Place:
    """From where somebody is on the network."""

    ip: str
    country: str
    asn: int
    network: str = "Example Net"
    """What the network is called, where a log says it."""


@dataclass
class Person:
    """Somebody who works there."""

    address: str
    places: tuple[Place, ...]
    device: str
    agent: str
    factor: str
    """push, sms, code or passkey."""
    stays: Place | None = None
    """Where they are from the day before the attack on, for three days."""


@dataclass
class Organisation:
    """Whom the attacker is after."""

    name: str
    domain: str
    stack: str
    people: list[Person]
    tells_reading: bool
    """Whether its licence logs which mail was read."""
    admin: str = ""


@dataclass
class Operation:
    """The attacker: one for both organisations."""

    number: int
    host: str
    url: str
    sender: str
    message: str
    sources: tuple[Place, ...]
    app: str
    app_name: str
    kind: str
    """proxy, password, consent or spray."""
    agent: str


def organisation(draw: Random, name: str, number: int) -> Organisation:
    """An organisation of three to six people."""
    domain = f"{name.lower()}{number}.example"
    office = Place(f"192.0.2.{draw.randint(1, 120)}", "NL", 64500 + draw.randint(0, 40))
    people = [
        _person(draw, one, domain, office, place) for place, one in enumerate(draw.sample(NAMES, draw.randint(3, 6)))
    ]
    stack = draw.choice(STACKS)
    return Organisation(name, domain, stack, people, draw.random() < 0.7, f"admin@{domain}")


def _person(draw: Random, name: str, domain: str, office: Place, number: int) -> Person:
    home = Place(f"198.51.100.{draw.randint(1, 250)}", "NL", 64550 + number)
    mobile = Place(f"2001:db8:{draw.randint(1, 9)}::{draw.randint(1, 900):x}", "NL", MOBILE)
    factor = draw.choices(("push", "sms", "code", "passkey"), (5, 3, 2, 2))[0]
    return Person(
        f"{name}@{domain}",
        (office, home, mobile),
        f"device-{name}-{draw.randint(100, 999)}",
        draw.choice(AGENTS),
        factor,
    )


def shared(draw: Random, kind: str) -> Place:
    """An address that strangers have together."""
    last = draw.randint(1, 250)
    if kind == "carrier":
        return Place(f"203.0.113.{last}", "NL", MOBILE, "Example Mobile")
    if kind == "hotel":
        return Place(f"198.19.200.{last}", draw.choice(("NL", "DE")), 64720, "Example Hotels")
    return Place(f"198.19.201.{last}", draw.choice(("NL", "RO", "US")), 64730, "Example VPN")


def shares(person: Person, kind: str, place: Place) -> None:
    """Let somebody be there too: at the hotel about the attack, by the others at any time."""
    if kind == "hotel":
        person.stays = place
    else:
        person.places = (*person.places[:2], place)


def operation(draw: Random, number: int) -> Operation:
    """An attacker with a host, a sender and one or two addresses, mostly of a hosting network."""
    host = f"login-{number}.bad.test"
    sources = tuple(
        Place(
            f"198.18.{draw.randint(0, 255)}.{draw.randint(1, 250)}",
            draw.choice(("RO", "NL", "US")),
            64600 + draw.randint(0, 3),
        )
        for _ in range(draw.randint(1, 2))
    )
    if draw.random() < 0.1:  # out of homes of the same country, by the network that everybody's telephones use
        sources = tuple(Place(f"2001:db8:66::{draw.randint(1, 900):x}", "NL", MOBILE) for _ in sources)
    kind = draw.choices(("proxy", "password", "consent", "spray"), (5, 3, 2, 1))[0]
    return Operation(
        number, host, f"https://{host}/s/{draw.randint(1000, 9999)}", f"desk@mail-{number}.bad.test",
        f"{draw.randint(10**9, 10**10)}.{number}@mail-{number}.bad.test", sources,
        f"{draw.randint(10**8, 10**9)}-app.apps.bad.test", f"Document Viewer {number}", kind, draw.choice(AGENTS),
    )  # fmt: skip
