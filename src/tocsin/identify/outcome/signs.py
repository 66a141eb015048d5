"""What a line says of the stages: that one was reached, or that a control stopped it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from tocsin.identify.outcome.controls import CONTROLS
from tocsin.identify.outcome.join import Found
from tocsin.identify.outcome.lines import OLD, apps_of, is_consent, key
from tocsin.model.activity import Act, Activity, Reason, Status
from tocsin.model.outcome import Attempt, Did, Stage, Told, Way


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that one line says."""

    stage: Stage
    event: str
    """Id of the line."""
    at: datetime
    control: str = ""
    """What stopped the stage; "" where it was reached."""
    means: str = ""
    implies: tuple[Stage, ...] | None = None
    """Which stages were passed before; None for those that always are."""


_CHANGES: Final = frozenset(
    {
        Act.FACTOR_ADDED, Act.FACTOR_REMOVED, Act.RECOVERY_CHANGED, Act.APP_PASSWORD, Act.DELEGATE_ADDED,
        Act.FORWARDING_SET, Act.RULE_MADE, Act.ROLE_GIVEN, Act.ACCOUNT_MADE, Act.PASSWORD_CHANGED,
        Act.PROTECTION_WEAKENED, Act.LOGGING_STOPPED,
    }
)  # fmt: skip
_READ: Final = frozenset({Act.MAIL_READ, Act.FILE_READ, Act.SECRET_READ})
_OUT: Final = frozenset({Act.DOWNLOADED, Act.EXPORTED, Act.SHARED})
_PHISHING_RESISTANT: Final = ("key", "passkey")
_TELL_NUMBERS: Final = ("entra", "m365", "okta", "duo")
"""Of a request on a telephone they say that it was denied, not answered, or answered wrongly: then, by a wrong number.
Google says only that it was not passed."""
_CONTROL_OF: Final[Mapping[Reason, str]] = {
    Reason.WRONG_PASSWORD: "password-wrong",
    Reason.NO_ACCOUNT: "no-account",
    Reason.LOCKED: "lockout",
    Reason.STOPPED: "account-suspended",
    Reason.FACTOR_DENIED: "factor-denied",
    Reason.FACTOR_MISSING: "factor-missing",
    Reason.FACTOR_WRONG: "factor-wrong",
    Reason.POLICY: "access-policy",
    Reason.RISK: "risk-block",
    Reason.PROTOCOL: "legacy-off",
}
_BY_CONSENT: Final = (Stage.DELIVERED, Stage.SEEN, Stage.CLICKED, Stage.PERSISTENCE)
_FACTOR: Final = (Reason.FACTOR_DENIED, Reason.FACTOR_MISSING, Reason.FACTOR_WRONG)


def signs(attempt: Attempt, found: Found, told: tuple[Told, ...]) -> list[Sign]:
    """Return all that the lines of an attempt say, in the order of time."""
    made = [
        *_of_message(found), *_of_clicks(found), *_of_words(told),
        *(sign for line in found.theirs for sign in _of_line(line, attempt, found)), *_of_answers(found),
    ]  # fmt: skip
    return sorted(made, key=lambda sign: (sign.at, sign.event, sign.stage, sign.control, sign.means))


def _of_message(found: Found) -> Iterator[Sign]:
    for line in found.message:
        if line.act is Act.MAIL_DELIVERED and line.status is Status.FAILURE:
            yield _stopped(line, "mail-filter")
        elif line.act is Act.MAIL_DELIVERED:
            yield _reached(line, Stage.DELIVERED)
        elif line.act is Act.MAIL_READ:
            yield _reached(line, Stage.SEEN)
        elif line.status is not Status.FAILURE and line.actor and line.actor != line.person:
            yield _stopped(line, "mail-taken-back")


def _of_clicks(found: Found) -> Iterator[Sign]:
    """A click that was let through says nothing of what was given away; but then no other was the stop."""
    blocked = all(line.status is Status.FAILURE for line in found.clicks)
    for line in found.clicks:
        yield _reached(line, Stage.CLICKED)
        if blocked:
            yield _stopped(line, "link-protection")


def _of_words(told: tuple[Told, ...]) -> Iterator[Sign]:
    for one in told:
        if one.did is Did.REPORTED:
            yield Sign(Stage.SEEN, one.id, one.at)
            yield Sign(Stage.CLICKED, one.id, one.at, "recognised")
        elif one.did in (Did.CLICKED, Did.GAVE):
            yield Sign(Stage.CLICKED if one.did is Did.CLICKED else Stage.CREDENTIAL_GIVEN, one.id, one.at)


def _of_line(line: Activity, attempt: Attempt, found: Found) -> Iterator[Sign]:
    by_app = bool(found.apps & apps_of(line))
    if is_consent(line):
        yield from _of_consent(line, attempt)
    elif line.act in (Act.SIGN_IN, Act.SECOND_FACTOR):
        yield from _of_sign_in(line, found)
    elif line.act in _CHANGES:
        control = "forwarding-blocked" if line.act is Act.FORWARDING_SET else "change-policy"
        yield from _either(line, Stage.PERSISTENCE, control, by_app=by_app)
    elif line.act in _READ or (line.act is Act.TOKEN and by_app):
        yield from _either(line, Stage.DATA_READ, "read-policy", by_app=by_app)
    elif line.act in _OUT and (line.act is not Act.SHARED or line.external is not False):
        yield from _either(line, Stage.DATA_OUT, "download-blocked", by_app=by_app)
    elif line.act is Act.TOKEN and line.status is Status.SUCCESS:
        yield _reached(line, Stage.SESSION)


def _of_sign_in(line: Activity, found: Found) -> Iterator[Sign]:
    yield _reached(line, Stage.SIGN_IN_TRIED)
    if line.status is Status.SUCCESS:
        means = line.factor or ("none" if line.act is Act.SIGN_IN and line.password_right else "")
        yield _reached(line, Stage.SECOND_FACTOR, means)
        if line.act is Act.SIGN_IN:
            yield _reached(line, Stage.SESSION)
        return
    passed = line.password_right or (line.password_right is None and line.reason in _FACTOR)
    if passed:
        yield _reached(line, Stage.PASSWORD_ACCEPTED)
    if line.status is Status.FAILURE and (control := _control(line, found)):
        yield _stopped(line, control)


def _control(line: Activity, found: Found) -> str:
    control = _CONTROL_OF.get(line.reason, "")
    resisted = line.reason in (Reason.FACTOR_MISSING, Reason.FACTOR_WRONG) and line.factor in _PHISHING_RESISTANT
    if resisted or (line.act is Act.SECOND_FACTOR and line.reason is Reason.RISK):
        return "passkey"
    if line.reason is Reason.FACTOR_WRONG and line.factor == "push" and line.provider in _TELL_NUMBERS:
        return "number-matching"
    if line.reason is Reason.POLICY and line.protocol in OLD:
        return "legacy-off"
    if line.reason is Reason.STOPPED and line.password_right:
        return "suspended-in-time"
    changed = any(one.act is Act.PASSWORD_CHANGED and one.time <= line.time for one in found.answers)
    return "password-changed" if control == "password-wrong" and changed else control


def _of_consent(line: Activity, attempt: Attempt) -> Iterator[Sign]:
    """Access for an app is given out of the person's own session: it says that they clicked, and no more."""
    clicked = () if attempt.way is Way.GUESSING else (Stage.DELIVERED, Stage.SEEN, Stage.CLICKED)
    if line.status is Status.FAILURE:
        yield Sign(Stage.CLICKED, key(line), line.time, implies=clicked[:2])
        if line.reason is Reason.POLICY:
            yield _stopped(line, "consent-policy")
    else:
        yield Sign(Stage.PERSISTENCE, key(line), line.time, implies=clicked)


def _of_answers(found: Found) -> Iterator[Sign]:
    """What was done about an attacker in an account. What they had read by then stays read."""
    sessions = [line.time for line in found.theirs if line.status is Status.SUCCESS]
    read = any(line.act in _READ and line.status is not Status.FAILURE for line in found.theirs)
    for line in found.answers:
        ended = line.act is Act.ACCOUNT_STOPPED or (line.act is Act.SIGN_OUT and line.actor not in ("", line.person))
        if ended and any(when <= line.time for when in sessions):
            control = "suspended-in-time" if line.act is Act.ACCOUNT_STOPPED else "session-revoked"
            for stage in (Stage.PERSISTENCE, Stage.DATA_OUT if read else Stage.DATA_READ):
                yield Sign(stage, key(line), line.time, control)


def _either(line: Activity, stage: Stage, control: str, *, by_app: bool) -> Iterator[Sign]:
    """What is done in an account says that its doer was in; an app that was let in needs no session for it."""
    if line.status is not Status.FAILURE:
        through = (Stage.DATA_READ,) if stage is Stage.DATA_OUT else ()
        yield Sign(stage, key(line), line.time, implies=(*_BY_CONSENT, *through) if by_app else None)
    elif line.reason is Reason.POLICY:
        if not by_app:
            yield _reached(line, Stage.SESSION)
        yield Sign(stage, key(line), line.time, control)


def _reached(line: Activity, stage: Stage, means: str = "") -> Sign:
    return Sign(stage, key(line), line.time, means=means)


def _stopped(line: Activity, control: str) -> Sign:
    return Sign(CONTROLS[control].stage, key(line), line.time, control)
