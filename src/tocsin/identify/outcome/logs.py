"""The logs that settle what happened: what they are called at each provider, and how to get them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from tocsin.model.activity import GAP, Coverage


class Kind(StrEnum):
    """What a log can tell."""

    MAIL = "mail"
    """What became of a message before it lay in a mailbox."""
    CLICK = "click"
    """Which links were followed."""
    SIGN_IN = "sign-in"
    AUDIT = "audit"
    """What was changed: rules, forwarding, factors, apps."""
    APPS = "apps"
    """Which apps were given access."""
    ACCESS = "access"
    """What was read and taken."""


@dataclass(frozen=True, slots=True)
class Log:
    """One log of one provider."""

    id: str
    house: str
    """Who keeps the accounts: several of a provider's logs belong to one house."""
    kinds: frozenset[Kind]
    names: tuple[tuple[str, str], ...]
    """(provider, beginning of the log's name in lower case) of what `tocsin.formats.accounts` reads from it."""
    name: Mapping[str, str]
    get: Mapping[str, str]
    """How to get it."""


_PURVIEW: Final = "Microsoft Purview: Audit, search for all activities of the person, export"
_PURVIEW_AR: Final = "من Microsoft Purview: التدقيق، ثم البحث في جميع أنشطة الشخص، ثم التصدير"
LOGS: Final[Mapping[str, Log]] = {
    log.id: log
    for log in (
        Log(
            "entra-sign-in", "microsoft", frozenset({Kind.SIGN_IN}), (("entra", "sign"),),
            {"en": "the sign-in log of Microsoft Entra", "ar": "سجلّ تسجيل الدخول في Microsoft Entra"},
            {
                "en": "Entra admin centre: Monitoring, Sign-in logs, Download as JSON. It goes back 7 days, or 30 with "
                "a P1 licence.",
                "ar": "من مركز إدارة Entra: المراقبة، ثم سجلات تسجيل الدخول، ثم التنزيل بصيغة JSON. يُحفظ سبعة أيام، "
                "أو ثلاثين يومًا مع ترخيص P1.",
            },
        ),
        Log(
            "entra-sign-in-background", "microsoft", frozenset({Kind.SIGN_IN}), (("entra", "noninteractive"),),
            {
                "en": "the non-interactive sign-ins of Microsoft Entra",
                "ar": "سجلّ تسجيل الدخول غير التفاعلي في Microsoft Entra",
            },
            {
                "en": "Entra admin centre: Monitoring, Sign-in logs, User sign-ins (non-interactive), Download as "
                "JSON. Sign-ins by old mail protocols and by stolen tokens may stand only there. It goes back 7 days, "
                "or 30 with a P1 licence.",
                "ar": "من مركز إدارة Entra: المراقبة، ثم سجلات تسجيل الدخول، ثم عمليات تسجيل دخول المستخدم (غير "
                "التفاعلية)، ثم التنزيل بصيغة JSON. قد لا يظهر الدخول عبر بروتوكولات البريد القديمة أو برموز مسروقة "
                "إلا فيه. يُحفظ سبعة أيام، أو ثلاثين يومًا مع ترخيص P1.",
            },
        ),
        Log(
            "entra-audit", "microsoft", frozenset({Kind.AUDIT, Kind.APPS}),
            (("entra", "audit"), ("entra", "directory"), ("m365", "azureactivedirectory")),
            {"en": "the audit log of Microsoft Entra", "ar": "سجلّ التدقيق في Microsoft Entra"},
            {
                "en": "Entra admin centre: Monitoring, Audit logs, Download as JSON.",
                "ar": "من مركز إدارة Entra: المراقبة، ثم سجلات التدقيق، ثم التنزيل بصيغة JSON.",
            },
        ),
        Log(
            "m365-mailboxes", "microsoft", frozenset({Kind.AUDIT, Kind.ACCESS}), (("m365", "exchange"),),
            {
                "en": "the mailbox audit of Microsoft 365 (MailItemsAccessed)",
                "ar": "تدقيق صناديق البريد في Microsoft 365 (ومنه MailItemsAccessed)",
            },
            {
                "en": f"{_PURVIEW}. MailItemsAccessed is part of it with an E3 or E5 licence. It goes back 180 days.",
                "ar": f"{_PURVIEW_AR}. ومنه MailItemsAccessed مع ترخيص E3 أو E5. يُحفظ مئة وثمانين يومًا.",
            },
        ),
        Log(
            "m365-files", "microsoft", frozenset({Kind.ACCESS}), (("m365", "sharepoint"), ("m365", "onedrive")),
            {"en": "the file audit of Microsoft 365", "ar": "تدقيق الملفات في Microsoft 365"},
            {"en": f"{_PURVIEW}, with SharePoint and OneDrive.", "ar": f"{_PURVIEW_AR}، مع SharePoint وOneDrive."},
        ),
        Log(
            "defender-mail", "microsoft", frozenset({Kind.MAIL}), (("defender", "email"),),
            {"en": "the mail events of Microsoft Defender", "ar": "أحداث البريد في Microsoft Defender"},
            {
                "en": "Microsoft Defender: Advanced hunting, tables EmailEvents and EmailPostDeliveryEvents, export. "
                "It goes back 30 days.",
                "ar": "من Microsoft Defender: التعقّب المتقدم، الجدولان EmailEvents وEmailPostDeliveryEvents، ثم "
                "التصدير. يُحفظ ثلاثين يومًا.",
            },
        ),
        Log(
            "defender-clicks", "microsoft", frozenset({Kind.CLICK}), (("defender", "url"),),
            {"en": "the Safe Links clicks of Microsoft Defender", "ar": "نقرات الروابط الآمنة في Microsoft Defender"},
            {
                "en": "Microsoft Defender: Advanced hunting, table UrlClickEvents, export. It goes back 30 days.",
                "ar": "من Microsoft Defender: التعقّب المتقدم، الجدول UrlClickEvents، ثم التصدير. يُحفظ ثلاثين يومًا.",
            },
        ),
        Log(
            "google-login", "google", frozenset({Kind.SIGN_IN}), (("google", "login"),),
            {"en": "the login events of Google Workspace", "ar": "أحداث تسجيل الدخول في Google Workspace"},
            {
                "en": "Google Admin console: Reporting, Audit and investigation, User log events, export; or the "
                "Reports API, application login. It goes back 180 days.",
                "ar": "من وحدة تحكم Google: إعداد التقارير، ثم التدقيق والتحقيق، ثم أحداث سجلّ المستخدم، ثم التصدير؛ "
                "أو واجهة Reports للتطبيق login. يُحفظ مئة وثمانين يومًا.",
            },
        ),
        Log(
            "google-saml", "google", frozenset(), (("google", "saml"),),
            {"en": "the SAML events of Google Workspace", "ar": "أحداث SAML في Google Workspace"},
            {
                "en": "Google Admin console: Reporting, Audit and investigation, SAML log events, export. It tells "
                "only sign-ins to other services through Google.",
                "ar": "من وحدة تحكم Google: إعداد التقارير، ثم التدقيق والتحقيق، ثم أحداث سجلّ SAML، ثم التصدير. "
                "لا يخبر إلا عن الدخول إلى خدمات أخرى عبر Google.",
            },
        ),
        Log(
            "google-accounts", "google", frozenset({Kind.AUDIT}), (("google", "user_accounts"),),
            {"en": "the account events of Google Workspace", "ar": "أحداث الحسابات في Google Workspace"},
            {
                "en": "Google Admin console: Reporting, Audit and investigation, User log events, export; or the "
                "Reports API, application user_accounts.",
                "ar": "من وحدة تحكم Google: إعداد التقارير، ثم التدقيق والتحقيق، ثم أحداث سجلّ المستخدم، ثم التصدير؛ "
                "أو واجهة Reports للتطبيق user_accounts.",
            },
        ),
        Log(
            "google-admin", "google", frozenset({Kind.AUDIT}), (("google", "admin"),),
            {"en": "the admin events of Google Workspace", "ar": "أحداث المشرف في Google Workspace"},
            {
                "en": "Google Admin console: Reporting, Audit and investigation, Admin log events, export.",
                "ar": "من وحدة تحكم Google: إعداد التقارير، ثم التدقيق والتحقيق، ثم أحداث سجلّ المشرف، ثم التصدير.",
            },
        ),
        Log(
            "google-token", "google", frozenset({Kind.AUDIT, Kind.APPS}), (("google", "token"),),
            {"en": "the OAuth token events of Google Workspace", "ar": "أحداث رموز OAuth في Google Workspace"},
            {
                "en": "Google Admin console: Reporting, Audit and investigation, OAuth log events, export.",
                "ar": "من وحدة تحكم Google: إعداد التقارير، ثم التدقيق والتحقيق، ثم أحداث سجلّ OAuth، ثم التصدير.",
            },
        ),
        Log(
            "google-drive", "google", frozenset({Kind.ACCESS}), (("google", "drive"), ("google", "takeout")),
            {"en": "the Drive events of Google Workspace", "ar": "أحداث Drive في Google Workspace"},
            {
                "en": "Google Admin console: Reporting, Audit and investigation, Drive log events, export.",
                "ar": "من وحدة تحكم Google: إعداد التقارير، ثم التدقيق والتحقيق، ثم أحداث سجلّ Drive، ثم التصدير.",
            },
        ),
        Log(
            "gmail-log", "google", frozenset({Kind.MAIL, Kind.CLICK, Kind.ACCESS}), (("google", "gmail"),),
            {"en": "the Gmail log", "ar": "سجلّ Gmail"},
            {
                "en": "Google Admin console: Reporting, Gmail log events, which tell clicks and opened messages too "
                "(Enterprise editions).",
                "ar": "من وحدة تحكم Google: إعداد التقارير، ثم أحداث سجلّ Gmail، وفيها أيضًا النقرات والرسائل المفتوحة "
                "(إصدارات Enterprise).",
            },
        ),
        Log(
            "google-mail-search", "google", frozenset({Kind.MAIL}), (("google", "email-search"),),
            {"en": "the Email log search of Google Workspace", "ar": "البحث في سجلّ البريد في Google Workspace"},
            {
                "en": "Google Admin console: Reporting, Email log search, export. It tells deliveries, and no clicks.",
                "ar": "من وحدة تحكم Google: إعداد التقارير، ثم البحث في سجلّ البريد، ثم التصدير. يخبر بوصول الرسائل "
                "لا بالنقرات.",
            },
        ),
        Log(
            "okta-system", "okta", frozenset({Kind.SIGN_IN, Kind.AUDIT, Kind.APPS}), (("okta", ""),),
            {"en": "the system log of Okta", "ar": "سجلّ النظام في Okta"},
            {
                "en": "Okta admin console: Reports, System Log, download; or the API /api/v1/logs. It goes back 90 "
                "days.",
                "ar": "من وحدة تحكم Okta: التقارير، ثم سجلّ النظام، ثم التنزيل؛ أو الواجهة ‎/api/v1/logs‎. يُحفظ "
                "تسعين يومًا.",
            },
        ),
        Log(
            "onelogin-events", "onelogin", frozenset({Kind.SIGN_IN, Kind.AUDIT}), (("onelogin", ""),),
            {"en": "the events of OneLogin", "ar": "أحداث OneLogin"},
            {
                "en": "OneLogin: Activity, Events, export.",
                "ar": "من OneLogin: النشاط، ثم الأحداث، ثم التصدير.",
            },
        ),
        Log(
            "duo-auth", "duo", frozenset(), (("duo", ""),),
            {"en": "the authentication log of Duo", "ar": "سجلّ المصادقة في Duo"},
            {
                "en": "Duo Admin Panel: Reports, Authentication Log, export as JSON. It tells second factors only.",
                "ar": "من لوحة إدارة Duo: التقارير، ثم سجلّ المصادقة، ثم التصدير بصيغة JSON. لا يخبر إلا عن الخطوة "
                "الثانية من التحقق.",
            },
        ),
        Log(
            "gateway", "", frozenset({Kind.MAIL, Kind.CLICK}), (("gateway", ""),),
            {"en": "the log of the mail gateway", "ar": "سجلّ بوابة البريد"},
            {
                "en": "Ask whoever runs the gateway for its delivery log and its clicks on rewritten links.",
                "ar": "يُطلب من مشغّل بوابة البريد سجلّ التسليم وسجلّ النقرات على الروابط المعاد كتابتها.",
            },
        ),
        Log(
            "siem", "siem", frozenset({Kind.SIGN_IN, Kind.AUDIT, Kind.APPS, Kind.ACCESS}),
            (("ocsf", ""), ("ecs", "")),
            {"en": "the collected log (OCSF or ECS)", "ar": "السجلّ المجمَّع (OCSF أو ECS)"},
            {
                "en": "Export it from the system that collects the organisation's logs, as OCSF or ECS in JSON.",
                "ar": "يُصدَّر من النظام الذي يجمع سجلات المؤسسة، بصيغة OCSF أو ECS في JSON.",
            },
        ),
        Log(
            "mail-server", "imap", frozenset({Kind.SIGN_IN}), (("dovecot", ""), ("postfix", "")),
            {"en": "the log of the mail server", "ar": "سجلّ خادم البريد"},
            {
                "en": "On the server: the log of Dovecot and Postfix, usually /var/log/mail.log or the journal.",
                "ar": "من الخادم نفسه: سجلّ Dovecot وPostfix، وهو عادةً ‎/var/log/mail.log‎ أو سجلّ systemd.",
            },
        ),
    )
}  # fmt: skip
"""All logs by id, in the order in which they are named. The unified audit log's UserLoggedIn stands for neither log of
Entra's sign-ins: of no document is it known that it has all of them. What they keep and for how long: the providers'
documents."""


def log_of(provider: str, log: str) -> Log | None:
    """Return the log that lines of a provider come from, if it is known here."""
    name = log.lower()
    for one in LOGS.values():
        if any(provider == whose and name.startswith(start) for whose, start in one.names):
            return one
    return None


class Reach:
    """For which time each log was read."""

    def __init__(self, coverage: Iterable[Coverage], houses: Collection[str] = ()) -> None:
        self._coverage: Final = tuple(coverage)
        self._times: dict[str, list[Coverage]] = {}
        for one in self._coverage:
            if (log := log_of(one.provider, one.log)) and not (one.stated and one.broken):
                self._times.setdefault(log.id, []).append(one)
        read = {LOGS[name].house for name in self._times}
        self.houses: Final = frozenset(house for house in (*houses, *read) if house)
        """By which doors the accounts can be entered, as far as it is known."""

    def shown(self) -> Reach:
        """Return what lines show by themselves, without what somebody has stated."""
        return Reach((one for one in self._coverage if not one.stated), self.houses)

    def until(self, log: str, start: datetime) -> datetime | None:
        """Return how far a log reaches from `start` on without a hole; None where it does not cover `start`.

        A file with broken lines is a hole, also where another file has lines of that time: nobody knows which of the
        log's lines are in which.
        """
        end: datetime | None = None
        for one in sorted(self._times.get(log, ()), key=lambda one: one.begins):
            if one.broken and one.ends + GAP >= start:
                return min(end, one.begins - GAP) if end and start <= one.begins - GAP else None
            if end is None:
                end = one.ends if one.begins <= start <= one.ends else None
            elif one.begins <= end + GAP:
                end = max(end, one.ends)
        return end

    def short(self, log: str, start: datetime, as_of: datetime) -> bool:
        """Say whether a log leaves a hole between two times."""
        end = self.until(log, start)
        return end is None or end < as_of - GAP

    def together(self, kind: Kind, start: datetime) -> datetime | None:
        """Return until when all logs of a kind that the houses keep were read; None where one was not.

        One log of mail, or of clicks, is enough: all mail goes the same way. Of sign-ins and changes, each house has
        its own, and one that was not read may hold what the others do not.
        """
        ends = [self.until(log.id, start) for log in self._of(kind)]
        if kind in (Kind.MAIL, Kind.CLICK):
            return max((end for end in ends if end), default=None)
        return min(known) if ends and len(known := [end for end in ends if end]) == len(ends) else None

    def missing(self, kinds: Iterable[Kind], start: datetime, as_of: datetime) -> tuple[str, ...]:
        """Return which logs of some kinds would tell more, in the order of `LOGS`."""
        found: set[str] = set()
        for kind in kinds:
            logs = [log for log in self._of(kind) if self.short(log.id, start, as_of)]
            if kind in (Kind.MAIL, Kind.CLICK) and len(logs) < len(self._of(kind)):
                continue
            found.update(log.id for log in logs)
        return tuple(name for name in LOGS if name in found)

    def _of(self, kind: Kind) -> list[Log]:
        anywhere = kind in (Kind.MAIL, Kind.CLICK)
        return [
            log
            for log in LOGS.values()
            if kind in log.kinds and (log.house in self.houses or not self.houses or (anywhere and not log.house))
        ]
