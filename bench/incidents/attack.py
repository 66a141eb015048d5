"""The attack on one person, step by step, and what is true of it. Each step may meet a control, or a way around one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Final

from bench.incidents.stack import Google, Microsoft
from bench.incidents.world import MOBILE, Operation, Person, Place

STAGES: Final = (
    "delivered", "seen", "clicked", "credential-given", "sign-in-tried", "password-accepted", "second-factor",
    "session", "persistence", "data-read", "data-out",
)  # fmt: skip
AT: Final[Mapping[str, str]] = {
    "mail-filter": "delivered", "mail-taken-back": "clicked", "recognised": "clicked",
    "link-protection": "credential-given", "password-wrong": "password-accepted",
    "password-changed": "password-accepted", "lockout": "password-accepted", "account-suspended": "password-accepted",
    "factor-denied": "second-factor", "factor-missing": "second-factor", "factor-wrong": "second-factor",
    "number-matching": "second-factor", "passkey": "second-factor", "access-policy": "session",
    "risk-block": "session", "consent-policy": "persistence", "session-revoked": "data-read",
    "suspended-in-time": "data-read",
}  # fmt: skip
"""The stage that each control keeps from being reached."""
ENDS: Final = {
    "password-wrong": "wrong-password", "password-changed": "wrong-password", "account-suspended": "suspended",
}  # fmt: skip
"""How a sign-in ends that a control stops, where it has another name."""


@dataclass(frozen=True)
class Odds:
    """How likely it is that an attack is one that misleads."""

    again: float
    """Another try gets through where a control does not hold for good."""
    once: float = 0.0
    """Such a control is at work, where there can be one."""
    quiet: float = 0.0
    """Who got in does nothing that any log tells."""
    protocols: tuple[str, ...] = ()
    """By which another try is made, besides."""
    moves: float = 0.0
    """A try comes from another of the attacker's addresses than the one before."""


ORDINARY: Final = Odds(0.12)
HARD: Final = Odds(0.6, once=0.6, quiet=0.6, protocols=("IMAP4", "IMAP4"))
MOVING: Final = Odds(0.4, once=0.4, moves=0.5)

_FOR_GOOD: Final = ("passkey", "access-policy", "password-changed", "account-suspended", "risk-block")
"""Controls that another try meets again."""


@dataclass
class Truth:
    """What really happened to one person."""

    person: str
    way: str
    began: datetime
    reached: dict[str, datetime] = field(default_factory=dict)
    stopped: tuple[str, str] | None = None
    """(stage, control), where a control was the end of it."""
    met: set[tuple[str, str]] = field(default_factory=set)
    """All controls that stopped a try, also where a later one got through."""
    told: list[tuple[str, datetime]] = field(default_factory=list)


class Attack:
    """One attacker and one person."""

    def __init__(self, draw: Random, stack: Microsoft | Google, person: Person, operation: Operation, control: str,
                 began: datetime, odds: Odds) -> None:  # fmt: skip
        self.draw = draw
        self.stack = stack
        self.person = person
        self.operation = operation
        self.control = control
        """The control that works here; "" for none."""
        self.odds = odds
        way = {"consent": "consent", "spray": "guessing"}.get(operation.kind, "credentials")
        self.truth = Truth(person.address, way, began)
        self.now = began
        self.place = draw.choice(operation.sources)
        self.session = stack.id()
        self.clicks_from = self._clicks_from()

    def _clicks_from(self) -> Place:
        """Mostly from where they always are; some are on the road, in a country and network that are new."""
        if self.person.stays:
            return self.person.stays
        if self.draw.random() < 0.12:
            return Place(f"198.19.0.{self.draw.randint(1, 250)}", self.draw.choice(("DE", "FR")), 64700)
        return self.draw.choice(self.person.places)

    def run(self) -> Truth:
        """Let it happen."""
        if self.operation.kind == "spray":
            self._guess()
        elif self._deliver() and self._click():
            if self.operation.kind == "consent":
                self._consent()
            elif self._give():
                self._enter()
        return self.truth

    # What each step is

    def _reach(self, *stages: str) -> None:
        for stage in stages:
            self.truth.reached.setdefault(stage, self.now)

    def _stop(self, control: str, *, final: bool = True) -> bool:
        met = (AT[control], control)
        self.truth.met.add(met)
        if final:
            self.truth.stopped = met
        return False

    def _later(self, least: float, most: float) -> None:
        """So many minutes pass."""
        self.now += timedelta(minutes=self.draw.uniform(least, most))

    def _is(self, *controls: str) -> bool:
        return self.control in controls

    def _deliver(self) -> bool:
        operation = self.operation
        blocked = self._is("mail-filter")
        self.stack.delivered(self.person, self.now, operation.message, operation.sender, blocked=blocked)
        if blocked:
            if self.draw.random() < 0.85:
                return self._stop("mail-filter")
            self._stop("mail-filter", final=False)
            self._later(30, 600)
            self.stack.moved(self.person, self.now, operation.message, back=False)
        self._reach("delivered")
        return True

    def _click(self) -> bool:
        if self._is("mail-taken-back") and self.draw.random() < 0.8:
            self._later(5, 120)
            self.stack.moved(self.person, self.now, self.operation.message, back=True)
            return self._stop("mail-taken-back")
        if self.draw.random() < 0.08:
            return False  # never opened
        self._later(2, 400)
        self.stack.opened(self.person, self.now, self.operation.message)
        self._reach("seen")
        if self._is("recognised"):
            self._later(1, 30)
            self.truth.told.append(("reported", self.now))
            if self.draw.random() < 0.85:
                return self._stop("recognised")
            self._stop("recognised", final=False)  # who reports may click all the same
        self._later(0.2, 5)
        return self._follow()

    def _follow(self) -> bool:
        blocked = self._is("link-protection")
        self.stack.clicked(
            self.person, self.clicks_from, self.now, self.operation.url, self.operation.message, blocked=blocked
        )
        self._reach("clicked")
        if self.draw.random() < 0.1:
            self.truth.told.append(("clicked", self.now + timedelta(hours=5)))
        if self._is("mail-taken-back"):
            self.stack.moved(self.person, self.now + timedelta(minutes=40), self.operation.message, back=True)
            self._stop("mail-taken-back", final=False)  # too late
        if blocked:
            if self.draw.random() < 0.8:
                return self._stop("link-protection")
            self._stop("link-protection", final=False)
            self._later(1, 90)  # opened again on a telephone that knows of no protection, and leaves no line
        if self.clicks_from.asn == 64700 or self.draw.random() < 0.4:
            self._own_sign_in()
        return self.draw.random() < 0.9

    def _own_sign_in(self) -> None:
        """The person signs in to their own account around the click, as on any day."""
        at = self.now + timedelta(minutes=self.draw.uniform(1, 12))
        place, device = self.clicks_from, self.person.device
        if self.draw.random() < 0.2:  # by a telephone, whose network gives it another address each day
            place, device = Place(f"2001:db8:77:{self.draw.randint(1, 900):x}::1", "NL", MOBILE), ""
        if place not in self.person.places:
            self.stack.elsewhere[self.person.address].append(at)
        self.stack.sign_in(self.person, place, at, "ok", self.stack.id(), device=device)

    def _give(self) -> bool:
        self._later(0.3, 3)
        self._reach("credential-given")
        if self._is("password-changed"):
            self._later(3, 60)
            self.stack.password_changed(self.person, self.person.places[0], self.now)
        if self._is("account-suspended"):
            self._later(3, 60)
            self.stack.suspended(self.person, self.now)
        if self.operation.kind == "proxy" and not self._is("password-changed", "account-suspended"):
            self._later(0.1, 3)
        else:
            self._later(20, 1500)
        return True

    def _enter(self) -> None:
        if not self._sign_in():
            return
        self._reach("session")
        self._inside()

    def _sign_in(self) -> bool:
        self._reach("sign-in-tried")
        control = self.control if AT.get(self.control) in ("password-accepted", "second-factor", "session") else ""
        if control:
            end = ENDS.get(control, control)
            for _ in range(self.draw.randint(1, 3)):
                self._try(end)
                self._later(0.5, 4)
            if AT[control] != "password-accepted":
                self._reach("password-accepted")
            self._stop(control, final=False)
            if control in _FOR_GOOD or self.draw.random() >= self.odds.again:
                return self._stop(control)
            self._later(30, 3000)  # another try gets through, perhaps by an old protocol that asks for no second factor
            protocol = self.draw.choice(("Browser", "IMAP4", *self.odds.protocols))
            if protocol == "IMAP4" and isinstance(self.stack, Microsoft):
                self._in_the_background(protocol)
            else:
                self._try("ok", protocol=protocol)
        elif isinstance(self.stack, Microsoft) and self.operation.kind != "proxy" and self.draw.random() < 0.3:
            self._in_the_background("Authenticated SMTP")
        else:
            self._try("ok")
        self._reach("password-accepted", "second-factor")
        return True

    def _comes(self) -> None:
        """From where the attacker tries next."""
        if self.odds.moves and self.draw.random() < self.odds.moves:
            self.place = self.draw.choice(self.operation.sources)
        self.stack.tries.add((self.person.address, self.place.ip, self.now))

    def _try(self, end: str, protocol: str = "Browser") -> None:
        self._comes()
        agent = self.person.agent if self.operation.kind == "proxy" else self.operation.agent
        asked = protocol == "Browser" and (self.person.factor != "sms" or self.draw.random() < 0.8)
        self.stack.sign_in(
            self.person, self.place, self.now, end, self.session, agent=agent, asked=asked, protocol=protocol
        )

    def _in_the_background(self, protocol: str) -> None:
        """The password is enough for an old protocol; the log of those who were asked for something has no line."""
        assert isinstance(self.stack, Microsoft)
        agent = self.operation.agent
        self._comes()
        self.stack.renewed(self.person, self.place, self.now, self.session, agent=agent, protocol=protocol)

    def _inside(self) -> None:
        if self._is("session-revoked", "suspended-in-time"):
            self._later(3, 40)
            (self.stack.sessions_ended if self._is("session-revoked") else self.stack.suspended)(self.person, self.now)
            self._stop(self.control)
            self.truth.met.add(("persistence", self.control))
            return
        if self.odds.quiet and self.draw.random() < self.odds.quiet:
            return
        self._later(1, 30)
        if self.draw.random() < 0.6:
            what = self.draw.choice(("rule", "forwarding", "factor"))
            self.stack.changed(self.person, self.place, self.now, what, self.session, "keep@drop.bad.test")
            self._reach("persistence")
        self._read("")

    def _read(self, app: str) -> None:
        if self.draw.random() < 0.85:
            for _ in range(self.draw.randint(1, 4)):
                self._later(1, 20)
                if app or self.draw.random() < 0.7:
                    self.stack.read_mail(self.person, self.place, self.now, self.session, app)
                else:
                    self.stack.read_file(self.person, self.place, self.now, self.session, app)
                self._reach("data-read")
            if self.draw.random() < 0.5:
                self._later(1, 60)
                self.stack.took(self.person, self.place, self.now, self.session, app)
                self._reach("data-out")

    def _consent(self) -> None:
        operation = self.operation
        self._later(0.3, 3)
        if self._is("consent-policy"):
            self.stack.consent_refused(self.person, self.clicks_from, self.now, operation.app, operation.app_name)
            self._stop("consent-policy")
            return
        self.stack.consented(
            self.person, self.clicks_from, self.now, operation.app, operation.app_name, "Mail.Read offline_access"
        )
        self._reach("persistence")
        self._read(operation.app)

    def _guess(self) -> None:
        """A spray: many wrong passwords, and one that is right for those who have a weak one."""
        self._reach("sign-in-tried")
        for _ in range(self.draw.randint(1, 3)):
            self._try("wrong-password")
            self._later(60, 400)
        self.truth.met.add(("password-accepted", "password-wrong"))
        if AT.get(self.control) == "password-accepted" or self.draw.random() < 0.5:
            self._stop("password-wrong")
        else:
            self._enter()


def holds_once(control: str) -> bool:
    """Say whether a control of sign-ins may stop one try and let the next one through."""
    return control not in _FOR_GOOD and AT[control] in ("password-accepted", "second-factor", "session")


def can_stop(stack: Microsoft | Google, operation: Operation, control: str) -> bool:
    """Say whether a control can be at work here: by the kind of attack, and by what the provider has."""
    stage = AT[control]
    if operation.kind == "consent" and STAGES.index(stage) > STAGES.index("clicked"):
        return control == "consent-policy" and isinstance(stack, Microsoft)
    if operation.kind == "spray" and (
        STAGES.index(stage) < STAGES.index("sign-in-tried") or control == "password-changed"
    ):
        return False
    if control in ("consent-policy", "link-protection"):
        return control == "link-protection" and isinstance(stack, Microsoft)
    if stage in ("password-accepted", "second-factor", "session"):
        return ENDS.get(control, control) in stack.ends
    return True


def factor_for(draw: Random, control: str) -> str:
    """The second factor of a person at whom a control works. A passkey is not passed on by another's page."""
    fitting = {"factor-denied": "push", "factor-missing": "push", "number-matching": "push", "factor-wrong": "code",
               "passkey": "passkey"}  # fmt: skip
    return fitting.get(control) or draw.choice(("push", "sms", "code"))
