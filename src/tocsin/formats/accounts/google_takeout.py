"""A person's own Google account, as Takeout exports it: what used the account, the devices, and account notices.

Takeout's "Access log activity" is two CSV files, "Activities" and "Devices", whose columns changed over the years; both
spellings are read. "My Activity" is a JSON list of which only records about the account itself are read: not searches,
not videos. How to export: https://support.google.com/accounts/answer/3024190.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from msgspec import Struct, field

from tocsin.common.countries import country_code
from tocsin.formats.accounts.shape import Format, Log, Reading, Shape
from tocsin.model.activity import Act, Activity, Status

NAME: Final = "google-takeout"
_HEADERS: Final = frozenset({"google account", "account", "security", "حساب google"})
_NOTICES: Final[tuple[tuple[tuple[str, ...], Act, str], ...]] = (
    (
        ("government-backed", "government backed", "state-sponsored", "مدعومين من حكوم"),
        Act.WARNING,
        "gov_attack_warning",
    ),
    (("suspicious", "unusual", "مريب"), Act.WARNING, "suspicious_login"),
    (("password changed", "changed your password", "تغيير كلمة المرور"), Act.PASSWORD_CHANGED, ""),
    (("app password",), Act.APP_PASSWORD, ""),
    (("2-step verification turned off", "2-step verification off"), Act.FACTOR_REMOVED, ""),
    (("passkey added", "security key added", "2-step verification turned on", "authenticator"), Act.FACTOR_ADDED, ""),
    (("recovery email", "recovery phone"), Act.RECOVERY_CHANGED, ""),
    (("access to your google account", "granted access", "gave access"), Act.CONSENT, ""),
    (("new sign-in", "signed in", "تسجيل دخول"), Act.SIGN_IN, ""),
    (("takeout", "data export", "archive"), Act.EXPORTED, ""),
)
"""Words of account notices in English and Arabic, and what they are."""


class Access(Struct, frozen=True):
    """A row of "Activities": a device used a service with this account."""

    activity_timestamp: datetime | None = field(name="Activity Timestamp")
    product: str | None = field(default=None, name="Product Name")
    account: str | None = field(default=None, name="Gaia ID")
    ip: str | None = field(default=None, name="IP Address")
    country: str | None = field(default=None, name="Activity Country")
    country_code: str | None = field(default=None, name="Country Code")
    city: str | None = field(default=None, name="Activity City")
    old_city: str | None = field(default=None, name="City")
    agent: str | None = field(default=None, name="User Agent String")
    kind: str | None = field(default=None, name="Activity Type")
    channel: str | None = field(default=None, name="Gmail Access Channel")
    device_type: str | None = field(default=None, name="Device Type")
    device_model: str | None = field(default=None, name="Device Model")


class Device(Struct, frozen=True):
    """A row of "Devices": a device that used this account."""

    last: datetime | None = field(name="Device Last Activity Timestamp")
    account: str | None = field(default=None, name="Gaia ID")
    kind: str | None = field(default=None, name="Device Type")
    brand: str | None = field(default=None, name="Brand")
    brand_name: str | None = field(default=None, name="Device Brand")
    model: str | None = field(default=None, name="Device Model")
    marketing: str | None = field(default=None, name="Marketing Name")
    system: str | None = field(default=None, name="Device OS")
    os: str | None = field(default=None, name="OS")
    country: str | None = field(default=None, name="Device Last Country")
    old_country: str | None = field(default=None, name="Country")


class Notice(Struct, frozen=True):
    """A record of "My Activity" about the account itself."""

    header: str
    title: str | None
    time: datetime | None


def _access(one: Access, reading: Reading) -> list[Activity]:
    kind = (one.kind or "").lower()
    signs_in = "sign in" in kind or "login" in kind or "sign-in" in kind
    channel = (one.channel or "").lower()
    return [
        Activity(
            time=reading.time(one.activity_timestamp, "Activity Timestamp"),
            act=Act.SIGN_IN if signs_in else Act.TOKEN,
            provider=NAME,
            log="activities",
            detail=one.kind or "",
            person=one.account or "",
            status=Status.SUCCESS,
            ip=one.ip or "",
            country=country_code(one.country or one.country_code or ""),
            city=one.city or one.old_city or "",
            device=" ".join(filter(None, (one.device_type, one.device_model))),
            agent=one.agent or "",
            protocol=next((word for word in ("imap", "pop3", "smtp") if word.rstrip("3") in channel), ""),
            app_name=one.product or "",
        )
    ]


def _device(one: Device, reading: Reading) -> list[Activity]:
    return [
        Activity(
            time=reading.time(one.last, "Device Last Activity Timestamp"),
            act=Act.OTHER,
            provider=NAME,
            log="devices",
            detail="device",
            person=one.account or "",
            country=country_code(one.country or one.old_country or ""),
            device=" ".join(filter(None, (one.kind, one.brand or one.brand_name, one.marketing or one.model))),
            agent=one.system or one.os or "",
        )
    ]


def _notice(one: Notice, reading: Reading) -> list[Activity]:
    said = (one.title or "").lower()
    found = next(((act, name) for words, act, name in _NOTICES if any(word in said for word in words)), (Act.OTHER, ""))
    return [
        Activity(
            time=reading.time(one.time, "time"),
            act=found[0],
            provider=NAME,
            log="my-activity",
            detail=found[1] or (one.title or "")[:120],
            status=Status.UNKNOWN if found[0] is Act.WARNING else Status.SUCCESS,
        )
    ]


def _is_account(folded: Mapping[str, Any]) -> bool:
    return isinstance(folded["header"], str) and folded["header"].strip().lower() in _HEADERS


FORMAT: Final = Format(
    NAME,
    "Google account (own export)",
    (
        Shape(Access, ("Activity Timestamp", "Product Name"), _access, "activities"),
        Shape(Device, ("Device Last Activity Timestamp",), _device, "devices"),
        Shape(Notice, ("header", "title", "time"), _notice, "my-activity", _is_account, typed=False),
    ),
    (
        Log("activities", "takeout.google.com, Access log activity."),
        Log("devices", "The same file."),
        Log("my-activity", "takeout.google.com, My Activity, as JSON; only what is about the account is read."),
    ),
    ("https://support.google.com/accounts/answer/3024190",),
    own=True,
)
