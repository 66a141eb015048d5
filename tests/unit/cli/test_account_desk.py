"""Logs that are taken into the store, and what people do about what was found, in the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.fixtures.account_lines import JSON
from tests.fixtures.directories import entra
from tests.fixtures.logs import google_login
from tests.unit.cli.terminal import done, ids, passed, run

LAYLA = "layla@harbour.example"


@pytest.fixture
def log(node: Path) -> Path:
    file = node / "login.json"
    file.write_bytes(google_login("login_success", LAYLA) + google_login("gov_attack_warning", LAYLA, 5) + b"{broken\n")
    return file


def test_a_folder_without_a_log_is_told(node: Path) -> None:
    (node / "empty").mkdir()
    told = run("accounts", "submit", node / "empty")
    assert told.exit_code == 3
    assert "There was no line of a log" in told.stderr


def test_alerts_without_a_line_that_is_kept_are_a_result(node: Path) -> None:
    """Of an address for sources no line about mail is kept, and what it showed is told."""
    done("person", "add", "Tips", "--address", "tips@harbour.example", "--tips")
    record = json.dumps(JSON["m365-mail"]).replace("dana@example.org", "tips@harbour.example")
    (node / "audit.json").write_text(record)
    told = run("accounts", "submit", node / "audit.json")
    assert told.exit_code == 0, told.output
    assert "0 lines were read." in told.stdout
    assert "1 new alert." in told.stdout
    again = run("accounts", "submit", node / "audit.json")
    assert again.exit_code == 3, "nothing is kept, and nothing is new"


def test_logs_are_taken_in_looked_at_and_decided_about(log: Path) -> None:
    taken = passed("accounts", "submit", log)
    assert "2 lines were read." in taken.stdout
    assert "1 line could not be read." in taken.stderr
    (alert,) = ids(taken.stdout, "alert")
    assert LAYLA in done("accounts", "alerts", "--state", "waiting")
    again = passed("accounts", "submit", log)
    assert "2 lines were read before." in again.stdout
    assert "0 new alerts." in again.stdout
    assert alert in done("mail", "queue", "--kind", "alert")
    shown = done("accounts", "alert", alert, "--lang", "ar")
    assert "gov_attack_warning" in shown
    assert "ما يستند إليه" in shown
    assert "google login" in done("accounts", "coverage")
    done("accounts", "confirm", alert, "--note", "They were told.")
    assert alert in done("accounts", "alerts", "--state", "confirmed")
    done("accounts", "dismiss", alert)
    (incident,) = ids(done("incident", "open", "A warning of Google", "--alert", alert), "incident")
    assert alert in done("incident", "show", incident)
    assert LAYLA in done("outcome", incident)
    assert run("accounts", "alert", "alert-0000000000000000").exit_code != 0


def test_a_period_is_stated_and_listed_with_who_said_so(node: Path, log: Path) -> None:
    whole = node / "whole.json"
    whole.write_bytes(google_login("login_success", LAYLA))
    period = "2026-02-28..2026-03-02T06:00Z"
    taken = passed("accounts", "submit", whole, "--exported", period)
    assert "google login: complete from 2026-03-01 08:00 to 2026-03-02 06:00 UTC, as stated." in taken.stdout
    listed = done("accounts", "coverage")
    assert "2026-03-02T06:00Z 1 stated by " in listed
    assert "بتصريح من" in done("accounts", "coverage", "--lang", "ar")
    refused = passed("accounts", "submit", log, "--exported", period)
    assert "google login: the stated period is not believed." in refused.stdout
    assert "and not believed" in done("accounts", "coverage")


def test_directories_are_taken_in_and_cards_written(node: Path) -> None:
    export = node / "mfa.json"
    export.write_bytes(entra(LAYLA, "mobilePhone"))
    assert "1 account is known." in done("accounts", "people", export)
    assert "code by SMS" in done("accounts", "enrolled", "--cards", node / "cards", "--call", "The desk")
    card = (node / "cards" / "card-001.html").read_text("utf-8")
    assert "still to be done" in card
    assert "The desk" in card


@pytest.mark.parametrize("kind", ["first-five", "clicked"])
def test_a_card_is_a_page_in_both_languages(tmp_path: Path, kind: str) -> None:
    done("card", kind, "--call", "<b>Sami</b>", "--for", "Dana", "--out", tmp_path / "card.html")
    page = (tmp_path / "card.html").read_text("utf-8")
    assert 'dir="rtl"' in page
    assert "<b>Sami" not in page
    assert "<script" not in page
