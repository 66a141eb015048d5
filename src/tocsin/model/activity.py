"""What sign-in and audit logs of any provider tell, in one vocabulary.

The names follow OCSF 1.x (Authentication 3002, Account Change 3001) where it has one. The line itself stays where it
was: an activity says in which file and at which byte, with its digest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.model.sentence import Sentence

GAP: Final = timedelta(hours=24)
"""How long a log may be silent before that is a hole. A small office writes no line from evening to morning; a day
whose file is missing is longer."""
SKEW: Final = timedelta(hours=24)
"""A line later than now by more than this has a wrong clock."""


class Act(StrEnum):
    """What was done. SIGN_IN to TOKEN are sign-ins; the rest are audit events."""

    SIGN_IN = "sign-in"
    """Somebody gave what they know or have, to begin a session."""
    SECOND_FACTOR = "second-factor"
    """A second factor was asked for or answered; a push is one."""
    TOKEN = "token"  # noqa: S105 - a word of logs
    """An app or a session acted with a token, without a new sign-in."""
    SIGN_OUT = "sign-out"
    PASSWORD_CHANGED = "password-changed"  # noqa: S105
    FACTOR_ADDED = "factor-added"
    FACTOR_REMOVED = "factor-removed"
    """Also switched off, reset, or bypassed."""
    RECOVERY_CHANGED = "recovery-changed"
    """Recovery address, telephone or secret question."""
    APP_PASSWORD = "app-password"  # noqa: S105
    """A password was made that asks for no second factor."""
    CONSENT = "consent"
    """An app was given access (OAuth)."""
    DELEGATE_ADDED = "delegate-added"
    """Somebody else may read or send from the mailbox."""
    FORWARDING_SET = "forwarding-set"
    RULE_MADE = "rule-made"
    """A rule of an inbox, made or changed."""
    MAIL_DELIVERED = "mail-delivered"
    MAIL_READ = "mail-read"
    MAIL_SENT = "mail-sent"
    LINK_OPENED = "link-opened"
    """A link of a message was opened, as a gateway or a provider saw it."""
    FILE_READ = "file-read"
    DOWNLOADED = "downloaded"
    EXPORTED = "exported"
    """Everything of an account or organisation at once (Takeout, eDiscovery, data export)."""
    SHARED = "shared"
    """A document or folder was opened to somebody outside, or to all."""
    DELETED = "deleted"
    ROLE_GIVEN = "role-given"
    ACCOUNT_MADE = "account-made"
    """Also an invited guest."""
    ACCOUNT_CHANGED = "account-changed"
    ACCOUNT_STOPPED = "account-stopped"
    """Locked or suspended."""
    LOGGING_STOPPED = "logging-stopped"
    """A log or an alert was switched off, or can be read by fewer."""
    PROTECTION_WEAKENED = "protection-weakened"
    """A policy that protects all was removed or loosened."""
    SECRET_READ = "secret-read"  # noqa: S105
    """A key, stored password or secret was shown to somebody."""
    WARNING = "warning"
    """The provider itself says that something is wrong; `detail` has its name."""
    OTHER = "other"
    """Understood as a line of the log, of no meaning here; `detail` has its name."""


class Status(StrEnum):
    """How it ended (OCSF status_id)."""

    SUCCESS = "success"
    FAILURE = "failure"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """What stopped it. NONE where nothing did or nothing is told."""

    NONE = ""
    WRONG_PASSWORD = "wrong-password"  # noqa: S105
    NO_ACCOUNT = "no-account"
    LOCKED = "locked"
    """By too many attempts."""
    STOPPED = "stopped"
    """The account is suspended or disabled."""
    EXPIRED = "expired"
    """A password, code or session that is too old."""
    FACTOR_DENIED = "factor-denied"
    """The person said no, or "this was not me"."""
    FACTOR_WRONG = "factor-wrong"
    FACTOR_MISSING = "factor-missing"
    """Asked for, and nobody answered."""
    POLICY = "policy"
    """A rule of the organisation: network, country, device, app."""
    RISK = "risk"
    """The provider thought it too risky."""
    PROTOCOL = "protocol"
    """An old protocol that is switched off."""
    OTHER = "other"


class Activity(Struct, frozen=True, gc=False):
    """One line of a sign-in or audit log. What a log does not tell is empty, never guessed."""

    time: datetime
    """When it happened, in UTC."""
    act: Act
    provider: str
    """Name of the format that read it (`tocsin.formats.accounts`)."""
    log: str = ""
    """Which log of the provider, as it calls it: `login`, `admin`, `SignInLogs`."""
    detail: str = ""
    """The provider's own name or code of it."""
    id: str = ""
    """The provider's id of the line; else the digest. Providers write a line again under its id when more is known."""
    person: str = ""
    """Whose account: an address in lower case, else the provider's name or id."""
    actor: str = ""
    """Who did it where that is another account or an app; as `person`."""
    status: Status = Status.UNKNOWN
    reason: Reason = Reason.NONE
    password_right: bool | None = None
    """Whether the log says that the password was right. Wrong factors after a right password are what counts most."""
    factor: str = ""
    """The second factor that was used: sms, call, code, push, key, passkey, other; "" where the log names none."""
    ip: str = ""
    country: str = ""
    """ISO 3166-1, two letters, as the provider says."""
    city: str = ""
    latitude: float | None = None
    longitude: float | None = None
    asn: int = 0
    network: str = ""
    """Whose network, as the provider says."""
    device: str = ""
    """The provider's id of a device."""
    agent: str = ""
    """User agent, or the client's name."""
    protocol: str = ""
    """browser, app, imap, pop3, smtp, activesync, basic, device-code; "" where the log does not say."""
    session: str = ""
    app: str = ""
    """Which app or client was signed in to, or given access: its id, else its name."""
    app_name: str = ""
    object: str = ""
    """What it was done to: an address forwarded to, a document, a role, a rule, a URL, a setting."""
    scopes: tuple[str, ...] = ()
    """What a consent gives."""
    message: str = ""
    """Message-ID of the mail it was about."""
    external: bool | None = None
    """Whether `object` or the one it is opened to lies outside of the organisation, where the log says so."""
    throttled: bool = False
    """Whether the log says that it left lines out (MailItemsAccessed)."""
    count: int = 1
    """How many things this line stands for."""
    file: str = ""
    """A label of the file, as in `tocsin.model.source.RawMail`."""
    offset: int = 0
    """Byte where the line begins in what the file unpacks to (of UTF-16: in the same text as UTF-8)."""
    digest: str = ""
    """First 32 hexadecimal digits of the SHA-256 of the line's bytes."""


ORDER: Final = ("time", "provider", "id", "digest")
"""Lines are taken in this order, whatever the order in which they come."""
PLACE: Final = ("file", "offset", "digest")
"""Where a line stands."""
CONTENT: Final = tuple(name for name in Activity.__struct_fields__ if name not in PLACE)
"""What a line tells, without where it stands. Two that tell the same are one line that is there twice."""
content_of: Final[Callable[[Activity], tuple[Any, ...]]] = attrgetter(*CONTENT)
order_of: Final[Callable[[Activity], tuple[Any, ...]]] = attrgetter(*ORDER, "file", "offset")


def each_once(lines: Iterable[Activity]) -> list[Activity]:
    """Return lines in order, each once. One that was written again under its id with other content is another."""
    once: dict[tuple[Any, ...], Activity] = {}
    for line in sorted(lines, key=order_of):
        once.setdefault(content_of(line), line)
    return list(once.values())


class BadField(Struct, frozen=True):
    """A field that is not what its provider's documents say. The rest of the line is read all the same."""

    provider: str
    log: str
    field: str
    """Its path: `id.time`, `events[].name`."""
    problem: str
    """`missing`, `wrong-type`, `bad-value`, `unknown-value`."""
    example: str = ""
    """What stood there: type and length only, no content."""


class Unreadable(Struct, frozen=True):
    """A line that could not be read at all, or a file. Reported, so that silence always means *read*."""

    file: str
    offset: int
    code: str
    """Kebab-case and stable: `not-json`, `too-long`, `no-time`, `unknown-provider`, `cut-off`, `over-limit`."""
    hint: Sentence


class Coverage(Struct, frozen=True):
    """A log that was read, and the time for which it can speak. What lies outside of it is not observable."""

    provider: str
    log: str
    begins: datetime
    ends: datetime
    lines: int
    broken: int = 0
    """Lines of its file that could not be read, or not whom they are about, how it ended or when. They may be of any
    log in the file, and of any time: with one of them, nothing is proven by what is not there."""
    stated: bool = False
    """Whether somebody has said that the log is complete for this time. Else its lines show it, from the first to the
    last. A stated one that is broken was not believed."""
    by: str = ""
    """Who stated it, as the log names its actors; "" where the log does not have it."""

    def damaged(self) -> Coverage:
        """Return it as one of which lines are broken: nothing is proven by it."""
        return replace(self, broken=max(1, self.broken))

    def joined(self, other: Coverage) -> Coverage:
        """Return both of one log as one, from the first line to the last, whatever lies between."""
        begins, ends = min(self.begins, other.begins), max(self.ends, other.ends)
        lines, broken = self.lines + other.lines, max(self.broken, other.broken)
        return Coverage(self.provider, self.log, begins, ends, lines, broken, self.stated)


class Exported(Struct, frozen=True):
    """What somebody says of an export: that it has all lines that its logs have of a time."""

    begins: datetime
    ends: datetime
    path: str = ""
    """Of a file, or of a folder, whose files have them together; "" for all that is read."""

    def of(self, label: str) -> bool:
        """Say whether it is said of a file, by its label."""
        return not self.path or label == self.path or label.startswith(f"{self.path}/")


def without_holes(several: Iterable[Coverage]) -> Iterator[Coverage]:
    """Yield for which times logs can speak, joined where no more than GAP lies between; broken ones by themselves."""
    before: Coverage | None = None
    for one in sorted(several, key=lambda one: (*_kind(one), one.begins)):
        if before is None:
            before = one
        elif _kind(before) == _kind(one) and one.begins - before.ends <= GAP:
            before = before.joined(one)
        else:
            yield before
            before = one
    if before is not None:
        yield before


def _kind(one: Coverage) -> tuple[str, str, bool, bool]:
    return one.provider, one.log, one.broken > 0, one.stated
