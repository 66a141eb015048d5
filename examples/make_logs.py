"""Writes logs of accounts of the example, always the same bytes: `python examples/make_logs.py [FOLDER]`.

Two organisations are written to by the same attacker on the same day. `harbour` asks for a second factor, and Dana says
no on her telephone; `lantern` asks for none of the one who gave their password, and the attacker reads mail and has it
forwarded. Everybody is made up; addresses are of networks reserved for documentation (RFC 5737), AS numbers too (RFC 5398).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

START: Final = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
DAYS: Final = 24
ATTACK_DAY: Final = 16
LURE: Final = "https://lighthouse-programme.share-view.test/login"
SENDER: Final = "mira.castell@liqhthouse.example"
FIREFOX: Final = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
PROXY: Final = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0"
HOME: Final = ("192.0.2.10", "NL", 64496)
ATTACKER: Final = ("203.0.113.77", "RO", 64511)
HARBOUR: Final = ("dana@harbour.example", "sami@harbour.example", "leila@harbour.example")
LANTERN: Final = ("amal@lantern.example", "joris@lantern.example")
Record = dict[str, Any]


class Book:
    """The logs of one organisation on Microsoft 365."""

    def __init__(self, later: int, place: int) -> None:
        self._place = place
        self._shift = timedelta(days=later)
        self._records: dict[str, list[tuple[datetime, Record]]] = {}

    def put(self, log: str, day: float, record: Record, **times: str) -> None:
        """Write a record; `times` names the fields that hold its time."""
        at = START + timedelta(days=day) + self._shift
        stamp = at.strftime("%Y-%m-%dT%H:%M:%S.000Z")
        number = sum(len(known) for known in self._records.values())
        filled = {
            times.get("id", "id"): f"00000000-0000-4000-{self._place:04}-{number:012}",
            times["at"]: stamp,
            **record,
        }
        self._records.setdefault(log, []).append((at, filled))

    def sign_in(self, person: str, day: float, where: tuple[str, str, int], code: int = 0, *, details: str = "",
                factor: str = "", agent: str = FIREFOX, device: str = "", session: str = "") -> None:  # fmt: skip
        """A sign-in as Microsoft Entra tells it (Microsoft Graph, `signIn`)."""
        steps: list[Record] = [{"authenticationMethod": "Password", "succeeded": code != 50126}]
        if factor:
            steps.append(
                {"authenticationMethod": factor, "succeeded": not code, "authenticationStepResultDetail": details}
            )
        ip, country, number = where
        self.put("entra-sign-ins", day, {
            "userPrincipalName": person, "appDisplayName": "One Outlook Web",
            "appId": "9199bf20-a13f-4107-85dc-02114787ef48", "ipAddress": ip, "clientAppUsed": "Browser",
            "isInteractive": True, "userAgent": agent, "sessionId": session or f"s-{person}-{int(day)}",
            "status": {"errorCode": code, "failureReason": "Other." if code else "", "additionalDetails": details},
            "deviceDetail": {"deviceId": device}, "location": {"city": "", "countryOrRegion": country},
            "autonomousSystemNumber": number, "authenticationDetails": steps, "authenticationProtocol": "none",
        }, at="createdDateTime")  # fmt: skip

    def renewed(self, person: str, day: float, where: tuple[str, str, int], device: str) -> None:
        """A sign-in in which nobody was asked for anything, as Entra tells it in a log of its own."""
        ip, country, number = where
        self.put("entra-background-sign-ins", day, {
            "userPrincipalName": person, "appDisplayName": "Office client",
            "appId": "d3590ed6-52b3-4102-aeff-aad2292ab01c", "ipAddress": ip,
            "clientAppUsed": "Mobile Apps and Desktop clients", "isInteractive": False, "userAgent": FIREFOX,
            "status": {"errorCode": 0, "failureReason": "", "additionalDetails": ""},
            "deviceDetail": {"deviceId": device}, "location": {"city": "", "countryOrRegion": country},
            "autonomousSystemNumber": number, "authenticationDetails": [], "authenticationProtocol": "none",
        }, at="createdDateTime")  # fmt: skip

    def delivered(self, person: str, day: float, message: str) -> None:
        """A message that arrived (Defender, `EmailEvents`)."""
        self.put("defender-email", day, {
            "InternetMessageId": f"<{message}>", "SenderFromAddress": SENDER, "RecipientEmailAddress": person,
            "DeliveryAction": "Delivered", "DeliveryLocation": "Inbox/folder", "LatestDeliveryLocation": "Inbox/folder",
        }, id="NetworkMessageId", at="Timestamp")  # fmt: skip

    def clicked(self, person: str, day: float, network_id: str, where: tuple[str, str, int]) -> None:
        """A link that was opened (Defender, `UrlClickEvents`)."""
        self.put("defender-clicks", day, {
            "Url": f"{LURE}?user={person}", "ActionType": "ClickAllowed", "AccountUpn": person, "Workload": "Email",
            "NetworkMessageId": network_id, "IPAddress": where[0], "IsClickedThrough": False,
        }, id="ReportId", at="Timestamp")  # fmt: skip

    def audit(self, person: str, day: float, where: tuple[str, str, int], operation: str, workload: str, session: str,
              more: Mapping[str, Any]) -> None:  # fmt: skip
        """A line of Microsoft 365's unified audit log."""
        self.put("m365-audit", day, {
            "Operation": operation, "UserId": person, "Workload": workload, "RecordType": 50, "ClientIP": where[0],
            "ResultStatus": "Succeeded", "SessionId": session, **more,
        }, id="Id", at="CreationTime")  # fmt: skip

    def directory(self, person: str, day: float, operation: str, by: str) -> None:
        """A line of Entra's audit log."""
        self.put("entra-audit", day, {
            "activityDisplayName": operation, "result": "success", "category": "UserManagement",
            "loggedByService": "Core Directory", "additionalDetails": [],
            "initiatedBy": {"user": {"userPrincipalName": by, "ipAddress": HOME[0]}},
            "targetResources": [{"type": "User", "userPrincipalName": person, "displayName": person, "modifiedProperties": []}],
        }, at="activityDateTime")  # fmt: skip

    def last_id(self, log: str) -> str:
        """The id of the last message of a log."""
        return str(self._records[log][-1][1]["NetworkMessageId"])

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield (name, content) of each log, its lines in order of time."""
        for name, records in sorted(self._records.items()):
            ordered = [record for _, record in sorted(records, key=lambda one: one[0])]
            yield f"{name}.jsonl", b"".join(json.dumps(record).encode() + b"\n" for record in ordered)


def _usual(book: Book, people: Sequence[str], factor: str) -> None:
    """What is usual: a sign-in each morning, mail read, now and then a wrong password."""
    for number, person in enumerate(people):
        for day in range(DAYS):
            morning = day + number / 240
            book.sign_in(
                person, morning, HOME, factor=factor, details="MFA completed in Azure AD", device=f"d-{number}"
            )
            book.audit(person, morning + 0.01, HOME, "MailItemsAccessed", "Exchange", f"s-{person}-{day}", {
                "MailboxOwnerUPN": person, "OperationCount": 3, "ClientInfoString": "Client=OWA;Action=ViaProxy",
                "Folders": [{"FolderItems": [{"InternetMessageId": f"<usual-{number}-{day}@other.example>"}]}]})  # fmt: skip
            book.renewed(person, morning + 0.02, HOME, f"d-{number}")
            if day % 9 == 4:
                book.sign_in(person, morning - 0.001, HOME, 50126, device=f"d-{number}")
    for day in range(0, DAYS, 3):
        book.directory(people[-1], day + 0.3, "Update user", people[-1])


def harbour(later: int = 0) -> Book:
    """The Harbour Campaign: the password was given, and the second factor was refused."""
    book, dana, day = Book(later, 8001), HARBOUR[0], ATTACK_DAY + 3 / 24
    _usual(book, HARBOUR, "Mobile app notification")
    for usual in range(DAYS):
        book.delivered(HARBOUR[1], usual + 0.2, f"usual-{usual}@other.example")
        book.clicked(HARBOUR[1], usual + 0.21, book.last_id("defender-email"), HOME)
    received = START + timedelta(days=ATTACK_DAY, hours=3) + timedelta(days=later)
    book.delivered(dana, day, f"lookalike1.{received:%Y%m%d%H%M}@{SENDER.partition('@')[2]}")
    book.clicked(dana, day + 0.02, book.last_id("defender-email"), HOME)
    for attempt in range(3):
        book.sign_in(dana, day + 0.023 + attempt / 1000, ATTACKER, 500121, factor="Mobile app notification", agent=PROXY,
                     details="MFA denied; user declined the authentication", session="theirs-1")  # fmt: skip
    return book


def lantern(later: int = 0) -> Book:
    """The Lantern Party: nothing stopped it before mail was forwarded."""
    book, amal, day = Book(later, 8002), LANTERN[0], ATTACK_DAY + 2 / 24
    _usual(book, LANTERN, "")
    for usual in range(DAYS):
        book.delivered(LANTERN[1], usual + 0.2, f"usual-{usual}@other.example")
        book.clicked(LANTERN[1], usual + 0.21, book.last_id("defender-email"), HOME)
    book.delivered(amal, day, f"lantern1@{SENDER.partition('@')[2]}")
    book.clicked(amal, day + 0.01, book.last_id("defender-email"), HOME)
    book.sign_in(amal, day + 0.012, ATTACKER, agent=PROXY, session="theirs-2")
    book.audit(amal, day + 0.02, ATTACKER, "Set-Mailbox", "Exchange", "theirs-2", {
        "ObjectId": amal, "Parameters": [{"Name": "ForwardingSmtpAddress", "Value": "smtp:archive@collector.test"}]})  # fmt: skip
    book.audit(amal, day + 0.03, ATTACKER, "MailItemsAccessed", "Exchange", "theirs-2", {
        "MailboxOwnerUPN": amal, "OperationCount": 412, "ClientInfoString": "Client=OWA;Action=ViaProxy",
        "Folders": [{"FolderItems": [{"InternetMessageId": "<plan@lantern.example>"}]}]})  # fmt: skip
    book.audit(amal, day + 0.04, ATTACKER, "FileDownloaded", "SharePoint", "theirs-2", {
        "ObjectId": "https://lantern.example/sites/plan.docx"})  # fmt: skip
    return book


def main(folder: Path, later: int = 0) -> None:
    """Write the logs below `folder`, all of it some days later than it stands here."""
    for name, book in (("harbour", harbour(later)), ("lantern", lantern(later))):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for file, content in book.files():
            (folder / name / file).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "logs")
