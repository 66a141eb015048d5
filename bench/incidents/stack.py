"""What happens, as the providers of each kind of organisation write it down: raw records, each in its log."""

# ruff: noqa: D102, ARG002 - each method is one thing that happens, and all providers have the same ones
from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final
from zlib import crc32

from bench.incidents.world import Organisation, Person, Place

Record = dict[str, Any]
ENTRA: Final = {
    "ok": (0, "MFA completed in Azure AD"), "wrong-password": (50126, ""), "lockout": (50053, ""),
    "suspended": (50057, ""), "no-account": (50034, ""),
    "factor-denied": (500121, "MFA denied; user declined the authentication"),
    "factor-missing": (500121, "MFA denied; user did not respond to mobile app notification"),
    "factor-wrong": (500121, "MFA denied; invalid verification code"),
    "number-matching": (500121, "MFA denied; invalid number entered"),
    "passkey": (50074, ""), "access-policy": (53003, ""), "risk-block": (53004, ""),
}  # fmt: skip
"""Entra's code and additional details for each way in which a sign-in can end."""
_BEFORE_PASSWORD: Final = ("wrong-password", "lockout", "suspended")
"""Ends at which the password was wrong, or not looked at."""
METHODS: Final = {
    "push": "Mobile app notification", "sms": "Text message", "code": "OATH verification code",
    "passkey": "Passkey (device-bound)",
}  # fmt: skip
GOOGLE_METHODS: Final = {
    "push": "google_prompt", "sms": "idv_preregistered_phone", "code": "google_authenticator", "passkey": "security_key"
}  # fmt: skip
GMAIL: Final = {"received": 2, "quarantined": 5, "released": 6, "opened": 7, "clicked": 15}
"""`mail_event_type`: https://support.google.com/a/answer/12384955."""
OKTA_FACTORS: Final = {
    "push": "OKTA_VERIFY_PUSH",
    "sms": "SMS_FACTOR",
    "code": "GOOGLE_OTP",
    "passkey": "FIDO_WEBAUTHN",
}


@dataclass
class Stack:
    """Writes what happens into logs, by name. Each of its methods is one thing that happens."""

    organisation: Organisation
    logs: dict[str, list[tuple[datetime, Record]]] = field(default_factory=lambda: defaultdict(list))
    numbers: Any = field(default_factory=itertools.count)

    ends: ClassVar[tuple[str, ...]] = ()
    """How a sign-in can end here so that the log says why."""
    elsewhere: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    """By address of a person: when they signed in themselves where they had never been before."""
    tries: set[tuple[str, str, datetime]] = field(default_factory=set)
    """(person, address on the network, time) of the attacker's own sign-ins, also of those that failed."""

    def put(self, log: str, at: datetime, record: Record) -> None:
        """Write a record."""
        self.logs[log].append((at, record))

    def id(self) -> str:
        """Another id."""
        return f"{crc32(self.organisation.domain.encode()):08x}-{next(self.numbers):08d}"

    def lines(self, log: str) -> list[tuple[datetime, bytes]]:
        """The lines of a log, in the order in which they were written."""
        ordered = sorted(self.logs[log], key=lambda one: one[0])
        return [(at, json.dumps(record).encode() + b"\n") for at, record in ordered]


class Microsoft(Stack):
    """Entra, Microsoft 365 and Defender."""

    ends: ClassVar[tuple[str, ...]] = tuple(one for one in ENTRA if one != "no-account")

    def delivered(self, person: Person, at: datetime, message: str, sender: str, *, blocked: bool = False) -> None:
        self.put("mail", at, {
            "Timestamp": _time(at), "NetworkMessageId": f"net-{message}", "InternetMessageId": f"<{message}>",
            "SenderFromAddress": sender, "RecipientEmailAddress": person.address,
            "DeliveryAction": "Blocked" if blocked else "Delivered",
            "DeliveryLocation": "Quarantine" if blocked else "Inbox/folder",
            "LatestDeliveryLocation": "Quarantine" if blocked else "Inbox/folder",
        })  # fmt: skip

    def moved(self, person: Person, at: datetime, message: str, *, back: bool) -> None:
        """A message is taken out of the mailbox (`back`), or released into it."""
        for _, record in self.logs["mail"]:
            if record["InternetMessageId"] == f"<{message}>" and record["RecipientEmailAddress"] == person.address:
                record["LatestDeliveryLocation"] = "Quarantine" if back else "Inbox/folder"
        self.put("post", at, {
            "Timestamp": _time(at), "NetworkMessageId": f"net-{message}", "InternetMessageId": f"<{message}>",
            "RecipientEmailAddress": person.address, "ActionType": "Phish ZAP" if back else "Quarantine Release",
            "ActionTrigger": "SpecialAction" if back else "AdminAction", "ActionResult": "Success",
            "DeliveryLocation": "Quarantine" if back else "Inbox/folder",
        })  # fmt: skip

    def opened(self, person: Person, at: datetime, message: str) -> None:
        """Opening a message leaves a line only where reading is logged, and then without its being told apart."""
        self.read_mail(person, person.places[0], at, "own")

    def clicked(
        self, person: Person, place: Place, at: datetime, url: str, message: str, *, blocked: bool = False
    ) -> None:
        self.put("clicks", at, {
            "Timestamp": _time(at), "Url": url, "ActionType": "ClickBlocked" if blocked else "ClickAllowed",
            "AccountUpn": person.address, "Workload": "Email", "NetworkMessageId": f"net-{message}" if message else "",
            "IPAddress": place.ip, "IsClickedThrough": False, "ReportId": self.id(),
        })  # fmt: skip

    def sign_in(self, person: Person, place: Place, at: datetime, end: str, session: str, *, device: str = "",
                agent: str = "", asked: bool = True, protocol: str = "Browser") -> None:  # fmt: skip
        code, details = ENTRA[end]
        factor = (
            METHODS["code"]
            if end == "factor-wrong"
            else METHODS["push"]
            if end == "number-matching"
            else METHODS[person.factor]
        )
        steps = [{"authenticationMethod": "Password", "succeeded": end not in _BEFORE_PASSWORD}]
        if asked and (end == "ok" or code in (500121, 50074)):
            steps.append(
                {"authenticationMethod": factor, "succeeded": end == "ok", "authenticationStepResultDetail": details}
            )
        self.put("sign-in", at, {
            "id": self.id(), "createdDateTime": _time(at), "userPrincipalName": person.address,
            "userId": f"u-{person.address}",
            "appId": "9199bf20-a13f-4107-85dc-02114787ef48", "appDisplayName": "One Outlook Web", "ipAddress": place.ip,
            "clientAppUsed": protocol, "isInteractive": True, "userAgent": agent or person.agent,
            "status": {"errorCode": code, "failureReason": "" if not code else "Other.", "additionalDetails": details},
            "deviceDetail": {"deviceId": device}, "location": {"city": "", "countryOrRegion": place.country},
            "autonomousSystemNumber": place.asn, "sessionId": session, "authenticationDetails": steps,
            "authenticationProtocol": "none",
        })  # fmt: skip

    def renewed(self, person: Person, place: Place, at: datetime, session: str, *, device: str = "", agent: str = "",
                protocol: str = "Mobile Apps and Desktop clients") -> None:  # fmt: skip
        """A sign-in in which nobody was asked for anything: an app's renewed token, or an old protocol of mail."""
        self.put("background", at, {
            "id": self.id(), "createdDateTime": _time(at), "userPrincipalName": person.address,
            "userId": f"u-{person.address}", "appId": "d3590ed6-52b3-4102-aeff-aad2292ab01c",
            "appDisplayName": "Office client", "ipAddress": place.ip, "clientAppUsed": protocol, "isInteractive": False,
            "userAgent": agent or person.agent,
            "status": {"errorCode": 0, "failureReason": "", "additionalDetails": ""},
            "deviceDetail": {"deviceId": device}, "location": {"city": "", "countryOrRegion": place.country},
            "autonomousSystemNumber": place.asn, "sessionId": session, "authenticationDetails": [],
            "authenticationProtocol": "none", "signInEventTypes": ["nonInteractiveUser"],
        })  # fmt: skip

    def consent_refused(self, person: Person, place: Place, at: datetime, app: str, name: str) -> None:
        self.sign_in(person, place, at, "ok", "own", device=person.device)
        _, record = self.logs["sign-in"][-1]
        record["status"] = {
            "errorCode": 90094,
            "failureReason": "The grant requires admin permission.",
            "additionalDetails": "",
        }
        record["appId"], record["appDisplayName"] = app, name

    def consented(self, person: Person, place: Place, at: datetime, app: str, name: str, scopes: str) -> None:
        self._audit(at, "Consent to application", person.address, place, [
            {"id": app, "displayName": name, "type": "ServicePrincipal", "modifiedProperties": [
                {"displayName": "ConsentAction.Permissions", "oldValue": "[]",
                 "newValue": f"[] => [[Scope: {scopes}]]"}]}])  # fmt: skip

    def changed(self, person: Person, place: Place, at: datetime, what: str, session: str, target: str) -> None:
        """Something that lets the attacker stay: rule, forwarding, factor."""
        if what == "factor":
            self._audit(at, "User registered security info", person.address, place, [_user(person)])
            return
        operation, name = (
            ("Set-Mailbox", "ForwardingSmtpAddress") if what == "forwarding" else ("New-InboxRule", "MoveToFolder")
        )
        self._m365(person, place, at, operation, "Exchange", session, {
            "ObjectId": person.address,
            "Parameters": [{"Name": name, "Value": f"smtp:{target}" if what == "forwarding" else "RSS"}],
            "ResultStatus": "True",
        })  # fmt: skip

    def read_mail(self, person: Person, place: Place, at: datetime, session: str, app: str = "") -> None:
        if self.organisation.tells_reading:
            self._m365(person, place, at, "MailItemsAccessed", "Exchange", session, {
                "MailboxOwnerUPN": person.address, "ResultStatus": "Succeeded", "OperationCount": 1, "ClientAppId": app,
                "ClientInfoString": "Client=OWA;Action=ViaProxy", "Folders": [{"FolderItems": [
                    {"InternetMessageId": f"<{self.id()}@other.example>"}]}]})  # fmt: skip

    def read_file(self, person: Person, place: Place, at: datetime, session: str, app: str = "") -> None:
        self._m365(
            person,
            place,
            at,
            "FileAccessed",
            "SharePoint",
            session,
            {"ObjectId": "https://files.example/plan", "ApplicationId": app},
        )

    def took(self, person: Person, place: Place, at: datetime, session: str, app: str = "") -> None:
        self._m365(
            person,
            place,
            at,
            "FileDownloaded",
            "SharePoint",
            session,
            {"ObjectId": "https://files.example/plan", "ApplicationId": app},
        )

    def password_changed(self, person: Person, place: Place, at: datetime) -> None:
        self._audit(at, "Change password (self-service)", person.address, place, [_user(person)])

    def sessions_ended(self, person: Person, at: datetime) -> None:
        place = Place("192.0.2.250", "NL", 64500)
        self._audit(at, "Update StsRefreshTokenValidFrom Timestamp", self.organisation.admin, place, [_user(person)])

    def suspended(self, person: Person, at: datetime) -> None:
        place = Place("192.0.2.250", "NL", 64500)
        self._audit(at, "Disable account", self.organisation.admin, place, [_user(person)])

    def tended(self, person: Person, at: datetime) -> None:
        """Something harmless that an administrator does."""
        self._audit(at, "Update user", self.organisation.admin, Place("192.0.2.250", "NL", 64500), [_user(person)])

    def _audit(self, at: datetime, name: str, by: str, place: Place, targets: Sequence[Record]) -> None:
        self.put("audit", at, {
            "id": self.id(), "activityDisplayName": name, "activityDateTime": _time(at), "result": "success",
            "category": "UserManagement", "loggedByService": "Core Directory", "additionalDetails": [],
            "initiatedBy": {"user": {"userPrincipalName": by, "ipAddress": place.ip}}, "targetResources": list(targets),
        })  # fmt: skip

    def _m365(
        self, person: Person, place: Place, at: datetime, operation: str, workload: str, session: str, more: Record
    ) -> None:
        self.put(workload.lower(), at, {
            "Id": self.id(), "CreationTime": at.strftime("%Y-%m-%dT%H:%M:%S"), "Operation": operation,
            "UserId": person.address,
            "Workload": workload, "RecordType": 50, "ClientIP": place.ip, "UserAgent": "", "SessionId": session, **more,
        })  # fmt: skip


class Google(Stack):
    """Google Workspace. Its log of sign-ins says less of why one failed."""

    ends: ClassVar[tuple[str, ...]] = ("ok", "wrong-password", "suspended", "factor-wrong", "passkey")

    def delivered(self, person: Person, at: datetime, message: str, sender: str, *, blocked: bool = False) -> None:
        self._gmail(person, at, GMAIL["quarantined" if blocked else "received"], message, sender, success=True)

    def moved(self, person: Person, at: datetime, message: str, *, back: bool) -> None:
        """Nothing in the log says that a message was taken back."""
        if not back:
            self._gmail(person, at, GMAIL["released"], message, "", success=True)

    def opened(self, person: Person, at: datetime, message: str) -> None:
        self._gmail(person, at, GMAIL["opened"], message, "", success=True)

    def clicked(
        self, person: Person, place: Place, at: datetime, url: str, message: str, *, blocked: bool = False
    ) -> None:
        told = message or f"{self.id()}@other.example"
        self._gmail(person, at, GMAIL["clicked"], told, "", success=True, ip=place.ip)

    def sign_in(self, person: Person, place: Place, at: datetime, end: str, session: str, *, device: str = "",
                agent: str = "", asked: bool = True, protocol: str = "") -> None:  # fmt: skip
        method = GOOGLE_METHODS["code"] if end == "factor-wrong" else GOOGLE_METHODS[person.factor]
        if asked and end in ("ok", "factor-wrong", "passkey"):
            status = "Challenge Passed." if end == "ok" else "Challenge Failed."
            self._activity("login", at, "login_challenge", person.address, place, [
                {"name": "login_challenge_method", "multiValue": [method]},
                {"name": "login_challenge_status", "value": status}])  # fmt: skip
        if end in ("factor-wrong", "passkey"):
            return
        failures = {"wrong-password": "login_failure_invalid_password", "suspended": "login_failure_account_disabled"}
        more = [{"name": "login_failure_type", "value": failures[end]}] if end != "ok" else []
        name = "login_success" if end == "ok" else "login_failure"
        self._activity("login", at + timedelta(seconds=5), name, person.address, place,
                       [{"name": "login_type", "value": "google_password"}, *more])  # fmt: skip

    def consent_refused(self, person: Person, place: Place, at: datetime, app: str, name: str) -> None:
        """A refused consent leaves no line."""

    def consented(self, person: Person, place: Place, at: datetime, app: str, name: str, scopes: str) -> None:
        self._activity("token", at, "authorize", person.address, place, [
            {"name": "client_id", "value": app}, {"name": "app_name", "value": name},
            {"name": "scope", "multiValue": scopes.split()}])  # fmt: skip

    def changed(self, person: Person, place: Place, at: datetime, what: str, session: str, target: str) -> None:
        if what == "forwarding":
            self._activity("user_accounts", at, "email_forwarding_out_of_domain", person.address, place,
                           [{"name": "email_forwarding_destination_address", "value": target}])  # fmt: skip
        else:
            self._activity(
                "user_accounts",
                at,
                "2sv_enroll" if what == "factor" else "recovery_email_edit",
                person.address,
                place,
                [],
            )

    def read_mail(self, person: Person, place: Place, at: datetime, session: str, app: str = "") -> None:
        if app:
            self._activity("token", at, "activity", person.address, place, [
                {"name": "client_id", "value": app},
                {"name": "method_name", "value": "gmail.users.messages.get"}])  # fmt: skip

    def read_file(self, person: Person, place: Place, at: datetime, session: str, app: str = "") -> None:
        self._activity("drive", at, "view", person.address, place, [{"name": "doc_title", "value": "plan"}], "access")

    def took(self, person: Person, place: Place, at: datetime, session: str, app: str = "") -> None:
        self._activity(
            "drive", at, "download", person.address, place, [{"name": "doc_title", "value": "plan"}], "access"
        )

    def password_changed(self, person: Person, place: Place, at: datetime) -> None:
        self._activity("user_accounts", at, "password_edit", person.address, place, [])

    def sessions_ended(self, person: Person, at: datetime) -> None:
        self._activity("admin", at, "RESET_SIGNIN_COOKIES", self.organisation.admin, Place("192.0.2.250", "NL", 64500),
                       [{"name": "USER_EMAIL", "value": person.address}])  # fmt: skip

    def suspended(self, person: Person, at: datetime) -> None:
        self._activity("admin", at, "SUSPEND_USER", self.organisation.admin, Place("192.0.2.250", "NL", 64500),
                       [{"name": "USER_EMAIL", "value": person.address}])  # fmt: skip

    def tended(self, person: Person, at: datetime) -> None:
        self._activity("admin", at, "CHANGE_FIRST_NAME", self.organisation.admin, Place("192.0.2.250", "NL", 64500),
                       [{"name": "USER_EMAIL", "value": person.address}])  # fmt: skip

    def _activity(self, app: str, at: datetime, name: str, by: str, place: Place, parameters: list[Record],
                  kind: str = "event") -> None:  # fmt: skip
        self.put(app, at, {
            "kind": "admin#reports#activity",
            "id": {"time": _time(at), "uniqueQualifier": str(next(self.numbers)), "applicationName": app,
                   "customerId": "C0"},
            "actor": {"email": by, "profileId": f"p-{by}"}, "ipAddress": place.ip,
            "networkInfo": {"ipAsn": [place.asn], "regionCode": place.country},
            "events": [{"type": kind, "name": name, "parameters": parameters}],
        })  # fmt: skip

    def _gmail(
        self, person: Person, at: datetime, kind: int, message: str, sender: str, *, success: bool, ip: str = ""
    ) -> None:
        self.put("gmail", at, {
            "event_info": {"timestamp_usec": int(at.timestamp() * 1_000_000), "mail_event_type": kind,
                           "success": success},
            "message_info": {"rfc2822_message_id": f"<{message}>", "source": {"address": sender},
                             "destination": [{"address": person.address}], "connection_info": {"client_ip": ip}},
        })  # fmt: skip


class Okta(Google):
    """Okta before Google Workspace: the password is asked for at Okta, and Google sees a sign-in by SAML."""

    ends: ClassVar[tuple[str, ...]] = (
        "ok",
        "wrong-password",
        "lockout",
        "suspended",
        "factor-denied",
        "factor-missing",
        "passkey",
        "access-policy",
    )

    def sign_in(self, person: Person, place: Place, at: datetime, end: str, session: str, *, device: str = "",
                agent: str = "", asked: bool = True, protocol: str = "") -> None:  # fmt: skip
        reasons = {"wrong-password": "INVALID_CREDENTIALS", "lockout": "LOCKED_OUT", "suspended": "USER_SUSPENDED"}
        if end in reasons:
            self._okta(person, place, at, "user.session.start", "FAILURE", reasons[end], session, device, agent)
            return
        if end == "access-policy":
            self._okta(
                person,
                place,
                at,
                "policy.evaluate_sign_on",
                "DENY",
                "Sign-on policy evaluation resulted in DENY",
                session,
                device,
                agent,
            )
            return
        factors = {
            "ok": ("SUCCESS", ""), "factor-denied": ("FAILURE", "User rejected Okta push verify"),
            "factor-missing": ("UNANSWERED", "No response"),
            "passkey": ("FAILURE", "FastPass declined phishing attempt"),
        }  # fmt: skip
        result, reason = factors[end]
        if asked or end != "ok":
            self._okta(
                person,
                place,
                at + timedelta(seconds=9),
                "user.authentication.auth_via_mfa",
                result,
                reason,
                session,
                device,
                agent,
            )
        if end == "ok":
            self._okta(
                person, place, at + timedelta(seconds=10), "user.session.start", "SUCCESS", "", session, device, agent
            )
            self._activity("login", at + timedelta(seconds=15), "login_success", person.address, place,
                           [{"name": "login_type", "value": "saml"}])  # fmt: skip

    def changed(self, person: Person, place: Place, at: datetime, what: str, session: str, target: str) -> None:
        if what == "factor":
            self._okta(person, place, at, "user.mfa.factor.activate", "SUCCESS", "", session, "", "")
        else:
            super().changed(person, place, at, what, session, target)

    def password_changed(self, person: Person, place: Place, at: datetime) -> None:
        self._okta(person, place, at, "user.account.update_password", "SUCCESS", "", "own", person.device, "")

    def sessions_ended(self, person: Person, at: datetime) -> None:
        self._okta(
            person,
            Place("192.0.2.250", "NL", 64500),
            at,
            "user.session.clear",
            "SUCCESS",
            "",
            "",
            "",
            "",
            self.organisation.admin,
        )

    def suspended(self, person: Person, at: datetime) -> None:
        self._okta(
            person,
            Place("192.0.2.250", "NL", 64500),
            at,
            "user.lifecycle.suspend",
            "SUCCESS",
            "",
            "",
            "",
            "",
            self.organisation.admin,
        )

    def _okta(self, person: Person, place: Place, at: datetime, kind: str, result: str, reason: str, session: str,
              device: str, agent: str, by: str = "") -> None:  # fmt: skip
        user = {
            "id": f"00u{person.address}",
            "type": "User",
            "alternateId": person.address,
            "displayName": person.address,
        }
        self.put("okta", at, {
            "uuid": self.id(), "published": _time(at), "eventType": kind, "version": "0", "severity": "INFO",
            "displayMessage": kind, "actor": {**user, "alternateId": by} if by else user,
            "outcome": {"result": result, "reason": reason or None}, "target": [user] if by else [],
            "client": {"ipAddress": place.ip, "userAgent": {"rawUserAgent": agent or person.agent, "browser": "",
                                                                     "os": ""},
                       "geographicalContext": {"country": {"NL": "Netherlands", "RO": "Romania", "US": "United States",
                                                           "DE": "Germany", "FR": "France"}[place.country]}},
            "authenticationContext": {"externalSessionId": session or "unknown", "credentialType": "PASSWORD"},
            "securityContext": {"asNumber": place.asn, "asOrg": place.network, "isProxy": False},
            "debugContext": {"debugData": {"factor": OKTA_FACTORS[person.factor]} if "mfa" in kind else {}},
            "device": {"id": device} if device else None, "legacyEventType": None,
        })  # fmt: skip


def stack_of(organisation: Organisation) -> Microsoft | Google:
    """The stack of an organisation."""
    kinds: dict[str, type[Microsoft | Google]] = {"microsoft": Microsoft, "google": Google, "okta": Okta}
    return kinds[organisation.stack](organisation)


def _user(person: Person) -> Record:
    return {
        "type": "User",
        "userPrincipalName": person.address,
        "displayName": person.address,
        "modifiedProperties": [],
    }


def _time(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
