"""What can be decided, and what each role allows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tocsin.model.actor import Actor, Via
from tocsin.model.people import Role


class Right(StrEnum):
    """What is decided. The names are also the scopes of tokens."""

    SIGN_IN = "sign-in"
    """Say who one is."""
    OWN = "own"
    """See and change one's own ways to sign in, sessions and tokens."""
    ASK = "ask"
    """Ask whether something is safe, and say that one clicked."""
    JUDGE = "judge"
    """Submit mail."""
    READ_MAIL = "read-mail"
    """Read mail that was reported or is not clean, and what was asked."""
    READ_ACCOUNTS = "read-accounts"
    """See what was found in logs of accounts, and what happened there around that."""
    READ_QUEUE = "read-queue"
    """See what waits in the queue, of the kinds that one may read besides."""
    OPEN_MAIL = "open-mail"
    """Break the glass before any other mail, together with a second person."""
    CORRECT = "correct"
    """Confirm, correct or dismiss a verdict; answer what was asked, and note that who clicked was seen to."""
    WARN = "warn"
    """Note that people were told."""
    INCIDENTS = "incidents"
    """See, open, change and close incidents."""
    ATTRIBUTE = "attribute"
    """See claims and assessments of who is behind an attack, and write them down."""
    NAME_ACTOR = "name-actor"
    """Put a name on what happened, with reasons."""
    READ_PEOPLE = "read-people"
    MANAGE_PEOPLE = "manage-people"
    """Add, change and remove people; give and take roles and clearance."""
    READ_PROFILE = "read-profile"
    CHANGE_PROFILE = "change-profile"
    """Together with `manage-people`, since the profile holds people."""
    EVIDENCE = "evidence"
    """Lead cases: their participants, tasks and victims; take evidence into custody."""
    TAKE_PART = "take-part"
    """See cases, read and bring evidence, end tasks: the desk as it is cleared, participants what is meant for them."""
    EXPORT_EVIDENCE = "export-evidence"
    ERASE = "erase"
    """Delete contents of the vault for good."""
    READ_LOG = "read-log"
    """Read, check and prove the log, which holds no names and no content."""
    SIGN_HEAD = "sign-head"
    MANAGE_CREDENTIALS = "manage-credentials"
    """Invite people to sign in; end the sessions and credentials of others."""
    SHARE = "share"
    """Hand indicators on to others, and let the organisation be named."""
    DISRUPT = "disrupt"
    """Write blocklists."""
    DRAFT_STATEMENT = "draft-statement"
    READ_STATEMENTS = "read-statements"
    """Read statements that wait for signatures, and who has signed."""
    SIGN_STATEMENT = "sign-statement"
    EXCHANGE = "exchange"
    """Read and write collections as a partner: those, and up to the label, that it was allowed."""
    MANAGE_NODE = "manage-node"
    """Begin an organisation, and let its first person in."""


_EVERYBODY: Final = frozenset({Right.OWN, Right.ASK})
_ANALYST: Final = _EVERYBODY | {
    Right.JUDGE, Right.READ_MAIL, Right.READ_ACCOUNTS, Right.READ_QUEUE, Right.OPEN_MAIL, Right.CORRECT,
    Right.INCIDENTS, Right.ATTRIBUTE, Right.READ_PEOPLE, Right.READ_PROFILE, Right.EVIDENCE, Right.TAKE_PART,
}  # fmt: skip
ROLES: Final[Mapping[Role, frozenset[Right]]] = {
    Role.REPORTER: _EVERYBODY,
    Role.ANALYST: _ANALYST,
    Role.LEAD: _ANALYST | {Right.WARN, Right.EXPORT_EVIDENCE, Right.ERASE, Right.READ_LOG}
    | {Right.SHARE, Right.DISRUPT, Right.NAME_ACTOR, Right.DRAFT_STATEMENT, Right.READ_STATEMENTS},
    Role.SIGNER: _EVERYBODY | {Right.READ_QUEUE, Right.READ_STATEMENTS, Right.SIGN_STATEMENT},
    Role.AUDITOR: _EVERYBODY | {Right.READ_LOG},
    Role.ADMIN: _EVERYBODY
    | {
        Right.READ_PEOPLE, Right.MANAGE_PEOPLE, Right.READ_PROFILE, Right.CHANGE_PROFILE, Right.READ_LOG,
        Right.SIGN_HEAD, Right.MANAGE_CREDENTIALS,
    },
    Role.PARTICIPANT: frozenset({Right.OWN, Right.TAKE_PART}),
}  # fmt: skip
"""What each role allows. Whoever keeps the node reads no mail by that."""
PERSONAL: Final = frozenset({Right.SIGN_IN, Right.OWN, Right.OPEN_MAIL, Right.NAME_ACTOR})
"""What only a person who signed in does: not a program for them, and not whoever sits at the terminal."""

_PARTNERS: Final = frozenset({Right.EXCHANGE})


def rights_of(actor: Actor) -> frozenset[Right]:
    """Return what an actor may do: everything at the terminal but what is personal, else what the roles give."""
    if actor.via is Via.TERMINAL:
        return frozenset(Right) - PERSONAL - _PARTNERS
    if actor.via is Via.NONE:
        return frozenset({Right.SIGN_IN})
    if actor.via is Via.PARTNER:
        return _PARTNERS
    everybody = _EVERYBODY if is_member(actor) else frozenset[Right]()
    given = everybody.union(*(ROLES[role] for role in actor.roles))
    limited = given if actor.scopes is None else frozenset(right for right in given if right.value in actor.scopes)
    return limited - PERSONAL if actor.via is Via.TOKEN else limited


def is_member(actor: Actor) -> bool:
    """Say whether somebody is of the organisation, and not only here to take part in its cases."""
    return actor.roles != {Role.PARTICIPANT}


def leads_cases(actor: Actor) -> bool:
    """Say whether somebody works on cases for the organisation that leads them, whatever a token of theirs is for."""
    return actor.via is Via.TERMINAL or any(Right.EVIDENCE in ROLES[role] for role in actor.roles)
