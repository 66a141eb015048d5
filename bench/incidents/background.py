"""What goes on every day: sign-ins, mail, files, links, mistakes, journeys. None of it is part of the attack."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from bench.incidents.stack import Google, Microsoft, Okta
from bench.incidents.world import END, MESSAGE, START, Organisation, Person, Place


def background(draw: Random, stack: Microsoft | Google) -> None:
    """Write three weeks of ordinary days."""
    organisation = stack.organisation
    days = (END - START).days
    for person in organisation.people:
        journey = draw.randint(0, days) if draw.random() < 0.25 else -9
        session = stack.id()
        for day in range(days):
            if draw.random() < 0.15:
                session = stack.id()
            today = START + timedelta(days=day)
            _day(draw, stack, person, today, session, _away(draw, person, today, abroad=journey <= day < journey + 3))
    for day in range(days):
        _administration(draw, stack, organisation, START + timedelta(days=day))


def _away(draw: Random, person: Person, day: datetime, *, abroad: bool) -> Place | None:
    """Where somebody is who is on a journey."""
    away = Place(f"198.19.{day.day}.{1 + draw.randint(0, 9)}", draw.choice(("DE", "FR")), 64710)
    if person.stays and timedelta(days=-1) <= day - MESSAGE < timedelta(days=2):
        return person.stays
    return away if abroad else None


def _day(
    draw: Random, stack: Microsoft | Google, person: Person, day: datetime, session: str, away: Place | None
) -> None:  # fmt: skip
    for _ in range(draw.randint(1, 3)):
        place = away or draw.choices(person.places, (5, 3, 2))[0]
        at = _at(draw, day)
        if away:
            stack.elsewhere[person.address].append(at)
        _sign_in(draw, stack, person, place, at, session)
        if draw.random() < 0.7:
            stack.read_mail(person, place, at + timedelta(minutes=draw.uniform(1, 40)), session)
        if draw.random() < 0.4:
            stack.read_file(person, place, at + timedelta(minutes=draw.uniform(1, 40)), session)
        if draw.random() < 0.1:
            stack.took(person, place, at + timedelta(minutes=draw.uniform(1, 40)), session)
    if draw.random() < 0.5:
        at = _at(draw, day)
        message = f"{stack.id()}@news.example"
        stack.delivered(person, at, message, "news@news.example", blocked=draw.random() < 0.1)
        if draw.random() < 0.5:
            stack.clicked(person, person.places[0], at + timedelta(minutes=9), "https://news.example/today", message)
    if draw.random() < 0.02:
        stack.changed(person, person.places[0], _at(draw, day), "rule", session, "")
    if draw.random() < 0.02:
        name = draw.choice(("Calendar Helper", "Notes"))
        stack.consented(person, person.places[0], _at(draw, day), f"app-{name}", name, "User.Read openid")


def _sign_in(draw: Random, stack: Microsoft | Google, person: Person, place: Place, at: datetime, session: str) -> None:
    chance = draw.random()
    if chance < 0.06:
        stack.sign_in(person, place, at, "wrong-password", session, device=person.device)
    elif chance < 0.1 and "factor-missing" in stack.ends and person.factor == "push":
        stack.sign_in(person, place, at, "factor-missing", session, device=person.device)
    device = person.device if draw.random() < 0.8 else ""
    stack.sign_in(person, place, at + timedelta(minutes=1), "ok", session, device=device)
    if isinstance(stack, Microsoft):
        for _ in range(draw.randint(0, 2)):
            later = at + timedelta(minutes=draw.uniform(2, 90))
            stack.renewed(person, place, later, session, device=device)


def _administration(draw: Random, stack: Microsoft | Google, organisation: Organisation, day: datetime) -> None:
    """Lines that logs of administration have every day, so that such a log can be seen to be whole."""
    person, at = draw.choice(organisation.people), _at(draw, day)
    if isinstance(stack, Microsoft):
        stack.tended(person, at)
        stack.renewed(person, person.places[0], at, "own", device=person.device)
        stack.read_mail(person, person.places[0], at, "own")
        stack.clicked(person, person.places[0], at, "https://intranet.example/", "")
        stack.delivered(person, at, f"{stack.id()}@intranet.example", "hello@intranet.example")
        return
    stack.tended(person, at)
    stack.delivered(person, at, f"{stack.id()}@intranet.example", "hello@intranet.example")
    if isinstance(stack, Okta):
        stack.sign_in(person, person.places[0], at, "ok", "own", device=person.device)


def _at(draw: Random, day: datetime) -> datetime:
    return day + timedelta(minutes=draw.triangular(6 * 60, 22 * 60, 11 * 60))
