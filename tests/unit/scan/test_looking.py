"""Logs that are brought, looked through with what was remembered."""

from __future__ import annotations

import gzip
import io
import tarfile
from datetime import timedelta

import pytest
from tests.fixtures.logs import BEGIN, google_login

from tocsin.app.ports import AccountLogs, AccountReader, LogFile
from tocsin.bootstrap import make_account_reader
from tocsin.model.activity import Act, Exported
from tocsin.model.error import InputError

DANA, SAMI = "dana@harbour.example", "sami@harbour.example"
WARNED = google_login("gov_attack_warning", DANA, 5)


def _logs(*files: bytes) -> AccountLogs:
    reader: AccountReader = make_account_reader()
    return reader.of([LogFile("login.json", content) for content in files])


def test_what_is_read_is_kept_and_alerts_name_their_lines() -> None:
    with _logs(google_login("login_success", DANA) + WARNED + b"{broken\n").look(None, {}, tuple) as found:
        kept = list(found.activities())
        assert [one.act for one in kept] == [Act.SIGN_IN, Act.WARNING]
        (alert,) = found.alerts()
        assert alert.person == DANA
        assert [line.detail for line in found.lines(alert)] == ["gov_attack_warning"]
        assert found.unread() == 1
        (covered,) = found.coverage()
        assert (covered.log, covered.lines, covered.begins, covered.broken) == ("login", 2, BEGIN, 1)


def test_files_of_one_name_are_all_read() -> None:
    with _logs(google_login("login_success", DANA), google_login("login_success", SAMI)).look(None, {}, tuple) as found:
        assert {one.person for one in found.activities()} == {DANA, SAMI}


def test_a_hole_stays_one_and_files_that_meet_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [google_login("login_success", DANA, minute) for minute in (0, 9, 9_000, 9_009)]
    with _logs(*files).look(None, {}, tuple) as found:
        assert [(one.lines, one.begins - BEGIN) for one in found.coverage()] == [
            (2, timedelta()), (2, timedelta(minutes=9_000)),
        ]  # fmt: skip
    monkeypatch.setattr("tocsin.scan.looking._MOST_REACHES", 1)
    with _logs(*files).look(None, {}, tuple) as found:
        assert [(one.lines, one.broken) for one in found.coverage()] == [(4, 1)]


def test_what_is_stated_stands_beside_what_lines_show(monkeypatch: pytest.MonkeyPatch) -> None:
    exported = Exported(BEGIN - timedelta(days=1), BEGIN + timedelta(days=9))
    reader: AccountReader = make_account_reader()
    files = [LogFile("login.json", google_login("login_success", DANA, minute)) for minute in (0, 9_000)]
    for most, expected in ((1_000, [(False, 0), (False, 0), (True, 0)]), (1, [(False, 1)])):
        monkeypatch.setattr("tocsin.scan.looking._MOST_REACHES", most)
        with reader.of(files, (exported,)).look(None, {}, tuple) as found:
            assert [(one.stated, one.broken) for one in found.coverage()] == expected


def test_what_was_told_is_not_told_again() -> None:
    with _logs(WARNED).look(None, {}, tuple) as first:
        state = first.state()
        assert len(first.alerts()) == 1
    with _logs(WARNED, google_login("login_success", SAMI, 9)).look(state, {}, tuple) as again:
        assert again.alerts() == ()
        assert len(list(again.activities())) == 2


def test_a_state_that_is_none_of_ours_is_refused() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        member = tarfile.TarInfo("../outside")
        archive.addfile(member)
    for wrong in (b"no archive at all", packed.getvalue()):
        with pytest.raises(InputError, match="remembered"), _logs(WARNED).look(wrong, {}, tuple):
            pass


def test_what_comes_far_too_late_is_counted_as_not_read() -> None:
    with _logs(google_login("login_success", DANA, 60 * 24 * 30)).look(None, {}, tuple) as found:
        state = found.state()
    with _logs(google_login("login_success", DANA, -60)).look(state, {}, tuple) as late:
        assert (late.unread(), late.late()) == (0, 1)


CUT_OFF = gzip.compress(google_login("login_success", DANA))[:40]
NOTHING_READ = [b"{broken\n", CUT_OFF, google_login("login_success", DANA, 60 * 24 * 365 * 20)]


@pytest.mark.parametrize("lost", NOTHING_READ, ids=["no record", "no archive", "no time"])
def test_a_file_of_which_nothing_could_be_read_damages_all_coverage(lost: bytes) -> None:
    sound = [google_login("login_success", DANA, minute) for minute in (0, 9_000)]
    with _logs(*sound).look(None, {}, tuple) as found:
        assert [one.broken for one in found.coverage()] == [0, 0]
    with _logs(*sound, lost).look(None, {}, tuple) as found:
        (one,) = found.coverage()
        assert (one.lines, one.broken) == (2, 1), "what it had may be of any log and any time"
        assert found.unread() >= 1


def test_a_file_of_another_program_damages_nothing() -> None:
    with _logs(google_login("login_success", DANA), b'{"level": "info", "msg": "started"}\n').look(
        None, {}, tuple
    ) as found:
        assert [one.broken for one in found.coverage()] == [0]
