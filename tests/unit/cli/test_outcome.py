"""`tocsin outcome` on a store and raw logs, as a person uses it."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.unit.cli.terminal import ATTACK, done, ids, run
from tests.unit.scan.mailboxes import mail as written

from tocsin.model.error import InputError

PERSON = "sami@harbour.example"
HOME = "192.0.2.10"
DENIED = {"errorCode": 500121, "additionalDetails": "MFA denied; user declined the authentication"}


def entra(at: datetime, number: int, ip: str, country: str, status: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "id": f"s-{number}", "createdDateTime": f"{at:%Y-%m-%dT%H:%M:%SZ}", "userPrincipalName": PERSON, "appId": "a",
        "ipAddress": ip, "clientAppUsed": "Browser", "isInteractive": True, "status": status or {"errorCode": 0},
        "location": {"countryOrRegion": country}, "userAgent": "Firefox", "sessionId": f"x-{number}",
    }  # fmt: skip


@pytest.fixture
def incident(harbour: Path) -> str:
    (harbour / "bad.eml").write_bytes(written(9, "Quaymail <help@sender.test>", subject="Your account", text=ATTACK))
    (message,) = ids(done("mail", "submit", str(harbour / "bad.eml")), "mail")
    return ids(done("incident", "open", "Mails to the desk", "--message", message), "incident")[0]


@pytest.fixture
def logs(harbour: Path) -> Path:
    now = datetime.now(UTC)
    records = [entra(now + timedelta(hours=12 * half), half + 50, HOME, "NL") for half in range(-18, 0)]
    records += [entra(now + timedelta(minutes=minute), minute, "203.0.113.66", "RO", DENIED) for minute in (20, 22)]
    (harbour / "logs").mkdir()
    (harbour / "logs" / "sign-ins.ndjson").write_text("".join(json.dumps(one) + "\n" for one in records))
    renewed = [one | {"id": f"{one['id']}-b", "isInteractive": False} for one in records if one["ipAddress"] == HOME]
    renewed.append(renewed[-1] | {"id": "s-b", "createdDateTime": records[-1]["createdDateTime"]})
    (harbour / "logs" / "background.ndjson").write_text("".join(json.dumps(one) + "\n" for one in renewed))
    return harbour / "logs"


def test_without_logs_everything_is_unknown_and_it_says_which_would_tell(incident: str) -> None:
    said = done("outcome", incident)
    assert "stopped" not in said
    assert "the sign-in log of Microsoft Entra" in said


def test_the_log_tells_what_stopped_it(incident: str, logs: Path) -> None:
    said = done("outcome", incident, "--logs", str(logs))
    assert "second factor: stopped by the second factor being denied by its owner" in said
    assert "203.0.113.66 RO" in said
    assert "its owner said no" in said
    assert "توقّفت بسبب رفض صاحب الحساب طلب التحقق" in done("outcome", incident, "--logs", str(logs), "--lang", "ar")
    other_door = done("outcome", incident, "--logs", str(logs), "--house", "okta")
    assert "stopped by" not in other_door
    assert done("outcome", incident, "--logs", str(logs), "--as-of", "2099-01-01T00:00:00Z") == said


def test_what_somebody_states_of_an_export_is_said_to_be_stated(
    incident: str, logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For four days the logs have no line: whether they were silent or have a hole, only who exported them knows."""
    now = datetime.now(UTC)
    for name, is_interactive in (("sign-ins", True), ("background", False)):
        later = entra(now + timedelta(days=4.5), 900, HOME, "NL") | {"isInteractive": is_interactive}
        with (logs / f"{name}.ndjson").open("a") as text:
            text.write(json.dumps(later) + "\n")
    monkeypatch.setattr("tocsin.cli.outcome.now", lambda: now + timedelta(days=6))
    asked = ("outcome", incident, "--logs", str(logs), "--as-of", f"{now + timedelta(days=6):%Y-%m-%dT%H:%M:%SZ}")
    assert "stopped by" not in done(*asked)
    period = f"{logs}={now - timedelta(days=30):%Y-%m-%d}..{now + timedelta(days=6):%Y-%m-%dT%H:%M:%SZ}"
    told = run(*asked, "--exported", period)
    assert "stopped by the second factor being denied by its owner" in told.stdout
    assert "according to the export's stated period" in told.stdout
    assert "entra signIns: complete from" in told.stderr
    assert "بحسب الفترة التي صُرّح" in done(*asked, "--exported", period, "--lang", "ar")
    for format_ in ("svg", "attack-flow"):
        assert "stated period" in done(*asked, "--exported", period, "--format", format_)
    short = f"{now - timedelta(days=30):%Y-%m-%d}..{now + timedelta(days=4):%Y-%m-%dT%H:%M:%SZ}"
    assert "stopped by" not in done(*asked, "--exported", short)
    with (logs / "sign-ins.ndjson").open("ab") as file:
        file.write(b"{broken\n")
    told = run(*asked, "--exported", period)
    assert "stopped by" not in told.stdout
    assert "the stated period is not believed" in told.stderr


def test_a_period_that_belongs_to_nothing_is_told(incident: str, logs: Path, harbour: Path) -> None:
    period = "2026-10-01..2026-10-14"
    assert isinstance(run("outcome", incident, "--exported", period).exception, InputError)
    elsewhere = f"{harbour}={period}"
    assert isinstance(run("outcome", incident, "--logs", str(logs), "--exported", elsewhere).exception, InputError)
    empty = harbour / "empty"
    empty.mkdir()
    told = run("outcome", incident, "--logs", str(empty), "--exported", period)
    assert "No log was read to which the stated period could belong." in told.stderr


LOST = (
    b"{broken\n",
    json.dumps(entra(datetime(2099, 1, 1, tzinfo=UTC), 99, "", "")).encode(),
    json.dumps(entra(datetime(2026, 3, 1, tzinfo=UTC), 99, "", "") | {"userPrincipalName": [7]}).encode(),
    json.dumps(entra(datetime(2026, 3, 1, tzinfo=UTC), 99, "", "", {"errorCode": "odd"})).encode(),
)


@pytest.mark.parametrize("lost", LOST)
def test_a_log_with_a_broken_line_proves_no_stop(incident: str, logs: Path, lost: bytes) -> None:
    assert "stopped by" in done("outcome", incident, "--logs", str(logs))
    with (logs / "sign-ins.ndjson").open("ab") as file:
        file.write(lost)
    said = done("outcome", incident, "--logs", str(logs))
    assert "stopped by" not in said
    assert "the sign-in log of Microsoft Entra" in said


@pytest.mark.parametrize(
    ("name", "lost"),
    [("audit.ndjson", b"{broken\n"), ("sign-ins.ndjson.gz", gzip.compress(LOST[1], mtime=0)[:40])],
    ids=["broken", "cut-short"],
)
def test_a_file_of_which_nothing_could_be_read_proves_no_stop(
    incident: str, logs: Path, name: str, lost: bytes
) -> None:  # fmt: skip
    assert "stopped by" in done("outcome", incident, "--logs", str(logs))
    (logs / name).write_bytes(lost)
    said = run("outcome", incident, "--logs", str(logs))
    assert "stopped by" not in said.stdout
    assert "could not be read." in said.stderr


def test_it_is_written_in_each_format(incident: str, logs: Path, harbour: Path) -> None:
    side = json.loads(done("outcome", incident, "--logs", str(logs), "--format", "json"))
    assert side["attempts"][0]["person"] == PERSON
    assert ET.fromstring(done("outcome", incident, "--logs", str(logs), "--format", "svg")).get("role") == "img"
    flow = json.loads(done("outcome", incident, "--logs", str(logs), "--format", "attack-flow"))
    assert "attack-flow" in {one["type"] for one in flow["objects"]}
    assert PERSON not in json.dumps(flow)
    assert done("outcome", incident, "--logs", str(logs), "-o", str(harbour / "out.txt")) == ""
    assert "Harbour Campaign" in (harbour / "out.txt").read_text()


def test_two_organisations_are_compared_without_anybody_being_named(incident: str, logs: Path, harbour: Path) -> None:
    other = done("outcome", incident, "--format", "json", "--without-people")
    assert PERSON not in other
    (harbour / "other.json").write_text(other.replace("Harbour Campaign", "Mill Campaign"))
    said = done("outcome", incident, "--logs", str(logs), "--compare", str(harbour / "other.json"))
    paragraph = said.splitlines()[-1]
    assert "Mill Campaign" in paragraph
    assert "is unknown" in paragraph
    assert PERSON not in paragraph


def test_what_cannot_be_read_is_told(incident: str, logs: Path, harbour: Path) -> None:
    (logs / "cut.ndjson").write_text('{"createdDateTime": "2026-')
    assert "1 line could not be read." in run("outcome", incident, "--logs", str(logs)).stderr
    (harbour / "no.json").write_text("[]")
    assert isinstance(run("outcome", incident, "--compare", str(harbour / "no.json")).exception, InputError)
    assert isinstance(run("outcome", incident, "--as-of", "yesterday").exception, InputError)


def later(now: datetime, **fields: Any) -> list[dict[str, Any]]:
    """A sign-in of nobody knows whom, a day after the attack; and lines of others that tell something of it."""
    colleagues = [
        entra(now + timedelta(minutes=minute), 500 + minute, "203.0.113.80", "RO", {"errorCode": 50126})
        | {"userPrincipalName": f"colleague-{minute}@harbour.example"}
        for minute in (1, 2, 3)
    ]
    failed = entra(now + timedelta(minutes=30), 600, "203.0.113.80", "NL", {"errorCode": 50126})
    got_in = entra(now + timedelta(hours=20), 601, "203.0.113.90", "NL")
    return [*colleagues, failed | fields, got_in | fields]


def test_from_what_was_taken_in_the_same_is_told_as_from_the_files(
    incident: str, logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now(UTC)
    monkeypatch.setattr("tocsin.cli.outcome.now", lambda: now + timedelta(hours=22))
    with (logs / "sign-ins.ndjson").open("a") as text:
        text.writelines(json.dumps(one) + "\n" for one in later(now))
    read = {"Id": "r-1", "CreationTime": f"{now:%Y-%m-%dT%H:%M:%S}", "Operation": "MailItemsAccessed", "Workload":
            "Exchange", "UserId": "colleague-1@harbour.example", "MailboxOwnerUPN": "colleague-1@harbour.example",
            "RecordType": 50, "ClientIP": HOME, "ResultStatus": "Succeeded"}  # fmt: skip
    (logs / "exchange.ndjson").write_text(json.dumps(read) + "\n")
    at = f"{now:%Y-%m-%dT%H:%M:%SZ}"
    by_files = json.loads(done("outcome", incident, "--logs", str(logs), "--as-of", at, "--format", "json"))
    assert "tried-others" in json.dumps(by_files)
    done("accounts", "submit", str(logs))
    assert json.loads(done("outcome", incident, "--as-of", at, "--format", "json")) == by_files


def test_what_people_say_of_lines_of_files_counts_and_is_shown(
    incident: str, logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now(UTC)
    monkeypatch.setattr("tocsin.cli.outcome.now", lambda: now + timedelta(hours=21))
    got_in = later(now)[-1]
    with (logs / "sign-ins.ndjson").open("a") as text:
        text.write(json.dumps(got_in) + "\n")
    asked = ("outcome", incident, "--logs", str(logs))
    assert "[s-601]" in done(*asked)
    assert "stopped by" not in done(*asked)
    mine = done(*asked, "--mine", "s-601")
    assert "stopped by" in mine
    assert "according to the person's answer" in mine
    assert "[s-601]  it was them (" in mine
    theirs = done(*asked, "--not-mine", "s-601")
    assert "[s-601]  it was not them (" in theirs
    assert "session: reached" in theirs
    assert "لم يكن صاحب الحساب" in done(*asked, "--not-mine", "s-601", "--lang", "ar")
    for wrong in (("--mine", "s-none"), ("--mine", "s-601", "--not-mine", "s-601")):
        assert isinstance(run(*asked, *wrong).exception, InputError)
    assert isinstance(run("outcome", incident, "--mine", "s-601").exception, InputError)
    assert "s-601" not in done(*asked, "--mine", "s-601", "--format", "json", "--without-people")
