"""Who may do what. Nothing of an organisation is read or written without a `Grant`, and only `_granted` makes one.

An interface says who acts (`node`, `stranger`, `recognise`), enters with that (`enter`), and calls a use case. A use
case is a function that is declared by `use_case`: it names the right it needs and how it is reached, takes a `Grant`
as its first argument, and is called with an `Access`, which opens nothing by itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from tocsin.app.ports import Chance, Reader, Store, Views, Writer
from tocsin.app.rights import Right, rights_of
from tocsin.common.tlp import MEMBER, readable
from tocsin.model.actor import Actor, Via
from tocsin.model.error import AccessError, FreshSignInError, NotFoundError
from tocsin.model.event import Draft
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.model.view import ComparingItem

P = ParamSpec("P")
R = TypeVar("R")
FRESH: Final = timedelta(minutes=10)
"""How long after signing in somebody may add ways to sign in, and make tokens."""


React = Callable[["Grant", Writer, int], None]
"""Does what follows from the entries of a transaction, from a place in the log on (`tocsin.app.react`)."""


class Access:
    """Who acts, on which store. It opens nothing: use cases do, after a decision."""

    def __init__(
        self, store: Store, actor: Actor, clock: Callable[[], datetime], chance: Chance, react: React | None = None
    ) -> None:  # fmt: skip
        self.actor = actor
        self._parts = (store, clock, chance, react)

    @property
    def now(self) -> datetime:
        """The time."""
        return self._parts[1]()


class Grant:
    """A decision that somebody may do something. Use cases reach the store only through it."""

    def __init__(self, seal: object, access: Access, right: Right) -> None:
        if seal is not _SEAL:
            raise TypeError("only `_granted` makes a grant")
        self.actor = access.actor
        self.right = right
        self._store, self._clock, self._chance, self._react = access._parts  # noqa: SLF001 - own module

    @property
    def now(self) -> datetime:
        """The time."""
        return self._clock()

    def require(self, right: Right) -> None:
        """Raise AccessError where the actor lacks a further right, which it takes only for some things."""
        _require(self.actor, right)

    def has(self, right: Right) -> bool:
        """Say whether the actor has a further right, which shows more of some things."""
        return right in rights_of(self.actor)

    def require_fresh(self) -> None:
        """Raise FreshSignInError where the person signed in too long ago for what outlives the session.

        Who came in by an invitation could not sign in again: they are only here to add a way.
        """
        if self.actor.via is Via.SESSION and not _is_fresh(self.actor, self.now):
            raise FreshSignInError(
                say("this takes a fresh sign-in"), say("Sign in again, and do it within ten minutes.")
            )

    def read(self) -> AbstractContextManager[Reader]:
        """Read one state of the actor's organisation, and of no other."""
        return self._store.read(self.actor.organisation)

    def lent(self) -> Iterator[tuple[ComparingItem, Reader]]:
        """Yield the organisations that let the actor's compare incidents: how far, and one state of theirs each.

        The only way to read of another organisation, and for comparing alone: raises AccessError for other rights.
        What of it is told stands in `tocsin.app.parts.comparing`.
        """
        _require(self.actor, Right.ATTRIBUTE)
        for name in self._store.organisations():
            if name != self.actor.organisation:
                with self._store.read(name) as reader:
                    allowed = reader.views.comparing(self.actor.organisation)
                    if allowed is not None:
                        yield allowed, reader

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """Write in one transaction, to the actor's organisation; what follows from it is written along."""
        with self._store.write(self.actor.organisation) as writer:
            before = writer.log.size
            yield writer
            if self._react:
                self._react(self, writer, before)

    def begin(self) -> str:
        """Begin the log of the actor's organisation, and return its id."""
        return self._store.begin(self.actor.organisation)

    def session_of(self, secret: str) -> str | None:
        """Return the id of the session or token of this organisation that has a secret, or None."""
        found = self._store.session(digest(secret))
        return found.session if found and found.organisation == self.actor.organisation else None

    def draft(self, event: Any, cause: int | None = None) -> Draft:
        """Return an event of the actor, to be appended."""
        return Draft(event, self.actor.id, cause=cause)

    def new_id(self, kind: str) -> str:
        """Return a new id: random, so that it tells nothing by itself."""
        return self._chance.id(kind)

    def secret(self) -> str:
        """Return a new secret of 32 random bytes."""
        return self._chance.secret()

    def cleared(self, label: Tlp | None) -> bool:
        """Say whether the actor may read what bears a label; what bears none is RED."""
        return readable(label, self.actor.clearance)


_SEAL: Final = object()


def _is_fresh(actor: Actor, now: datetime) -> bool:
    return actor.scopes is not None or (actor.since is not None and now - actor.since <= FRESH)


def is_fresh(access: Access) -> bool:
    """Say whether somebody signed in so short a while ago that `require_fresh` lets them pass."""
    return _is_fresh(access.actor, access.now)


def enter(
    store: Store, actor: Actor, clock: Callable[[], datetime], chance: Chance, react: React | None = None
) -> Access:  # fmt: skip
    """Return the access of an actor. One for each request: `recognise` knows their roles as of now."""
    return Access(store, actor, clock, chance, react)


def require(access: Access, *rights: Right) -> None:
    """Raise AccessError where the actor lacks one of some rights. It opens nothing: pages ask it before they show."""
    _require(access.actor, *rights)


def _require(actor: Actor, *rights: Right) -> None:
    for right in rights:
        if right not in rights_of(actor):
            raise AccessError(
                say("this takes a right that you do not have: %(right)s", right=right.value),
                say("Roles give rights, and an administrator of the organisation gives roles."),
            )


def _granted(access: Access, *rights: Right) -> Grant:
    """Return a grant. Raises AccessError where the actor lacks one of the rights."""
    require(access, *rights)
    return Grant(_SEAL, access, rights[0])


def missing(what: str) -> NotFoundError:
    """Return the answer about what is not there, is another organisation's, or is beyond the actor's clearance."""
    return NotFoundError(
        say("there is nothing here with the id %(id)s", id=what), say("Look at the list that it should be in.")
    )


# Who acts


def node(organisation: str) -> Actor:
    """Return whoever sits at the node's terminal."""
    return Actor("node", organisation, Via.TERMINAL, clearance=Tlp.RED)


def stranger(organisation: str) -> Actor:
    """Return somebody who has not yet said who they are."""
    return Actor("stranger", organisation, Via.NONE)


def digest(secret: str) -> str:
    """Return what is kept of the secret of a session or token. Its 32 random bytes cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def recognise(store: Store, secret: str, now: datetime) -> Actor | None:
    """Return who has the secret of a session or token, with the roles of now; None for nobody, or nobody any more.

    A person who has no whole way to sign in yet, having just followed an invitation, may only add one. The token of
    somebody who could sign in and cannot any more is nobody's; one made at the terminal for who never could, works.
    """
    found = store.session(digest(secret))
    if found is None or found.revoked or found.expires_at <= now or found.kind not in (Via.SESSION, Via.TOKEN):
        return None
    with store.read(found.organisation) as reader:
        person, enrolled = reader.views.person(found.person), is_enrolled(reader.views, found.person)
        was_enrolled = enrolled or is_enrolled(reader.views, found.person, ever=True)
    via = Via(found.kind)
    if person is None or person.removed or (via is Via.TOKEN and was_enrolled and not enrolled):
        return None
    scopes = frozenset(found.scopes.split()) if via is Via.TOKEN else None if enrolled else frozenset({Right.OWN.value})
    identity = found.session if via is Via.TOKEN else person.person
    return Actor(
        identity, found.organisation, via, person.person, frozenset(person.roles), person.tlp or MEMBER, found.session,
        scopes, found.opened_at, person.language,
    )  # fmt: skip


def recognise_partner(store: Store, secret: str) -> Actor | None:
    """Return the partner that has a token; None for nobody, or nobody any more. What it may do is asked each time."""
    found = store.partner(digest(secret))
    if found is None or found.ended:
        return None
    return Actor(found.partner, found.organisation, Via.PARTNER, clearance=found.tlp)


def is_enrolled(views: Views, person: str, *, ever: bool = False) -> bool:
    """Say whether a person has, or `ever` had, a whole way to sign in: passkey, OIDC subject, password with codes."""
    gone = views.credentials(person, removed=True) if ever else ()
    return is_whole(item.kind for item in (*views.credentials(person), *gone))


def is_whole(ways: Iterable[str]) -> bool:
    """Say whether ways to sign in, by their kinds, are a whole one together."""
    kinds = set(ways)
    return bool(kinds & {"passkey", "oidc"}) or kinds >= {"password", "totp"}


# Use cases


class Exempt(str):
    """Why a use case is not reached by an interface."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class UseCase:
    """A use case as it was declared."""

    name: str
    """`module.function`."""
    right: Right
    also: tuple[Right, ...]
    """Further rights that it takes."""
    cli: str
    """The command without its arguments, or an `Exempt`."""
    http: str
    """Method and path of the HTTP API, or an `Exempt`."""
    docs: str
    """The page below docs/ that names it."""
    function: Callable[..., Any]

    @property
    def rights(self) -> frozenset[Right]:
        """All that it takes."""
        return frozenset({self.right, *self.also})


USE_CASES: Final[dict[str, UseCase]] = {}
"""All use cases of the modules that were imported, by name."""


def use_case(
    right: Right, *also: Right, cli: str, http: str, docs: str
) -> Callable[[Callable[Concatenate[Grant, P], R]], Callable[Concatenate[Access, P], R]]:
    """Declare a use case: before its body runs, it is decided whether the actor has all the rights that it takes."""

    def declared(function: Callable[Concatenate[Grant, P], R]) -> Callable[Concatenate[Access, P], R]:
        @wraps(function)
        def decided(access: Access, /, *arguments: P.args, **named: P.kwargs) -> R:
            return function(_granted(access, right, *also), *arguments, **named)

        name = f"{function.__module__.rpartition('.')[2]}.{function.__name__}"
        USE_CASES[name] = UseCase(name, right, also, cli, http, docs, decided)
        return decided

    return declared
