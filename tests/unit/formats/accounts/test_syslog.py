"""Dovecot and Postfix, and the headings of syslog."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.fixtures.account_lines import TEXT
from tests.unit.formats.accounts.reading import activities, activity

from tocsin.model.activity import Act, Reason, Status

LOGIN = "imap-login: Login: user=<Dana@example.org>, method=PLAIN, rip=203.0.113.17, lip=192.0.2.1, mpid=9, TLS, session=<s1>"


@pytest.mark.parametrize(
    "heading",
    [
        "May  1 08:00:00 mail dovecot: ",
        "<22>May  1 08:00:00 mail dovecot[12]: ",
        "2026-05-01T08:00:00.000000+00:00 mail dovecot: ",
        "2026-05-01T10:00:00+02:00 mail dovecot[12]: ",
        "<22>1 2026-05-01T08:00:00Z mail dovecot 12 - - ",
    ],
)
def test_every_heading_of_syslog_is_read(heading: str) -> None:
    one = activity(heading + LOGIN)
    assert one.time == datetime(2026, 5, 1, 8, tzinfo=UTC)
    assert (one.act, one.status, one.person, one.ip, one.protocol, one.session, one.password_right) == (
        Act.SIGN_IN, Status.SUCCESS, "dana@example.org", "203.0.113.17", "imap", "s1", True,
    )  # fmt: skip


def test_failed_attempts_are_counted_and_their_reason_is_not_counted_again() -> None:
    auth = "May  1 08:00:01 mail dovecot: auth: passwd-file(dana@example.org,203.0.113.17,<s1>): Password mismatch"
    tried, said = activities(TEXT["dovecot"] + "\n" + auth)
    assert (tried.act, tried.count, tried.reason) == (Act.SIGN_IN, 3, Reason.WRONG_PASSWORD)
    assert (said.act, said.person, said.ip, said.reason) == (
        Act.OTHER, "dana@example.org", "203.0.113.17", Reason.WRONG_PASSWORD,
    )  # fmt: skip


def test_postfix_tells_failures_and_successes_of_sasl() -> None:
    done = "May  1 08:00:00 mail postfix/submission/smtpd[9]: 4FA2B1C3D4: client=unknown[203.0.113.18], sasl_method=PLAIN, sasl_username=Dana@example.org"
    failed, good = activities(TEXT["postfix"] + "\n" + done)
    assert (failed.status, failed.reason, failed.person, failed.ip) == (
        Status.FAILURE, Reason.WRONG_PASSWORD, "dana@example.org", "203.0.113.18",
    )  # fmt: skip
    assert (good.status, good.person, good.protocol, good.password_right) == (
        Status.SUCCESS,
        "dana@example.org",
        "smtp",
        True,
    )


def test_an_authentication_server_that_does_not_answer_says_nothing_of_the_password() -> None:
    one = activity(
        "May  1 08:00:00 mail postfix/smtpd[9]: warning: unknown[203.0.113.18]: SASL LOGIN authentication failed: Connection lost to authentication server"
    )
    assert (one.status, one.password_right) == (Status.UNKNOWN, None)


def test_other_lines_of_theirs_are_of_no_meaning_here() -> None:
    other = "May  1 08:00:00 mail postfix/qmgr[9]: 4FA2B1C3D4: removed\nMay  1 08:00:00 mail dovecot: master: Dovecot v2.4 starting up"
    assert [one.act for one in activities(other)] == [Act.OTHER, Act.OTHER]
