from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import zstandard
from tests.fixtures.account_lines import JSON, PROVIDERS, TEXT

from tocsin.formats.accounts.shape import Reading
from tocsin.formats.container import OpenFile
from tocsin.model.activity import Act, Activity, BadField, Coverage, Reason, Status, Unreadable
from tocsin.model.error import InputError
from tocsin.model.limits import Limits
from tocsin.net.sources import Sources
from tocsin.scan.activities import Found, read
from tocsin.scan.covering import LOST
from tocsin.scan.originals import digest_of, original
from tocsin.scan.report import Report

AS_OF = datetime(2026, 11, 1, tzinfo=UTC)


def opened(octets: bytes, path: str = "log") -> list[OpenFile]:
    return [OpenFile(path, io.BytesIO(octets), octets[: 1 << 15])]


def read_all(octets: bytes, **options: Any) -> list[Found]:
    return list(read(opened(octets), as_of=AS_OF, **options))


def only(octets: bytes, **options: Any) -> Activity:
    (found,) = (one for one in read_all(octets, **options) if isinstance(one, Activity))
    return found


def line(name: str, **changes: Any) -> bytes:
    return json.dumps({**JSON[name], **changes}).encode()


def codes(items: list[Found]) -> list[str]:
    return [one.code for one in items if isinstance(one, Unreadable)]


def bad(items: list[Found]) -> list[tuple[str, str, str]]:
    return [(one.provider, one.field, one.problem) for one in items if isinstance(one, BadField)]


@pytest.mark.parametrize("name", [*JSON, *TEXT])
def test_each_provider_is_known_by_its_records(name: str) -> None:
    octets = TEXT[name].encode() if name in TEXT else line(name)
    items = read_all(octets)
    assert [type(one) for one in items] == [Activity, Coverage]
    assert isinstance(items[0], Activity)
    assert items[0].provider == PROVIDERS.get(name, name)
    assert items[0].time.tzinfo is UTC


def test_a_file_may_mix_providers() -> None:
    octets = b"\n".join(line(name) for name in JSON for _ in range(2))
    items = read_all(octets)
    assert not codes(items)
    assert not bad(items)
    providers = [PROVIDERS.get(name, name) for name in JSON for _ in range(2)]
    assert [one.provider for one in items if isinstance(one, Activity)] == providers


def test_a_diagnostic_record_of_entra_is_not_taken_for_one_of_azure() -> None:
    assert only(line("azure") + b"\n" + line("entra-diag"), provider="entra").log == "SignInLogs"
    found = [one for one in read_all(line("azure") + b"\n" + line("entra-diag")) if isinstance(one, Activity)]
    assert [one.provider for one in found] == ["azure", "entra"]


def test_the_line_is_named_by_file_offset_and_digest() -> None:
    first, second = line("okta"), line("onelogin")
    found = [one for one in read_all(first + b"\n" + second + b"\n") if isinstance(one, Activity)]
    assert [(one.file, one.offset, one.digest) for one in found] == [
        ("log", 0, digest_of(first)),
        ("log", len(first) + 1, digest_of(second)),
    ]


@pytest.mark.parametrize(
    "around", [b"%b\n%b", b"[%b, %b]", b'{"value": [%b, %b]}', b'\xef\xbb\xbf{"items":\n[%b,\n%b]\n}']
)
def test_the_original_line_is_given_back(around: bytes) -> None:
    first, second = line("okta"), line("google")
    octets = around % (first, second)
    found = [one for one in read_all(octets) if isinstance(one, Activity)]
    assert [original(opened(octets), one) for one in found] == [first, second]
    with pytest.raises(InputError):
        original(opened(octets.replace(b"dana", b"dora")), found[1])
    with pytest.raises(InputError):
        original(opened(octets, "another"), found[0])


def test_a_line_with_a_page_of_records_gives_each_of_them() -> None:
    page = b'{"records": [' + line("entra-diag") + b"," + line("azure") + b"]}"
    octets = line("okta") + b"\n" + page + b"\n" + page
    found = [one for one in read_all(octets) if isinstance(one, Activity)]
    assert [one.provider for one in found] == ["okta", "entra", "azure", "entra", "azure"]
    assert [original(opened(octets), one) for one in found[1:]] == [line("entra-diag"), line("azure")] * 2


def test_a_field_of_another_type_is_told_and_the_rest_read() -> None:
    record = {**JSON["okta"], "outcome": {"result": 7, "reason": "INVALID_CREDENTIALS"}, "securityContext": "none"}
    items = read_all(json.dumps(record).encode())
    assert bad(items) == [
        ("okta", "outcome.result", "wrong-type"),
        ("okta", "securityContext", "wrong-type"),
        ("okta", "outcome.result", "unknown-value"),
    ]
    (found,) = (one for one in items if isinstance(one, Activity))
    assert (found.person, found.ip, found.status) == ("dana@example.org", "203.0.113.8", Status.UNKNOWN)


def test_a_field_that_is_gone_or_renamed_is_told() -> None:
    record = {key: value for key, value in JSON["okta"].items() if key != "outcome"} | {"ending": {"result": "FAILURE"}}
    items = read_all(json.dumps(record).encode())
    assert bad(items) == [("okta", "outcome", "missing")]


def test_bad_fields_tell_type_and_length_but_no_content() -> None:
    items = read_all(line("onelogin", created_at="yesterday, at Dana's", ipaddr=["203.0.113.1"]))
    assert sorted(one.example for one in items if isinstance(one, BadField)) == ["list, 1", "str, 20"]
    assert codes(items) == ["no-time"]


def test_a_value_that_is_not_in_the_documents_is_told() -> None:
    status = {"errorCode": 123456789, "failureReason": "?", "additionalDetails": None}
    assert bad(read_all(line("entra-graph", status=status))) == [("entra", "status.errorCode", "unknown-value")]


def test_names_in_small_letters_are_read_as_what_they_are() -> None:
    small = {name.lower(): value for name, value in JSON["okta"].items()}
    found = only(json.dumps(small).encode())
    assert (found.detail, found.person, found.status) == ("user.session.start", "dana@example.org", Status.FAILURE)


def test_records_without_a_time_are_told_or_dated_by_the_caller() -> None:
    record = {key: value for key, value in JSON["onelogin"].items() if key != "created_at"}
    octets = json.dumps(record).encode()
    assert codes(read_all(octets)) == ["no-time"]
    items = read_all(octets, undated=AS_OF)
    assert bad(items) == [("onelogin", "created_at", "missing")]
    assert only(octets, undated=AS_OF).time == AS_OF


def test_lines_of_syslog_take_the_last_year_that_is_not_after_the_date_given() -> None:
    (text,) = (TEXT["postfix"],)
    assert only(text.encode()).time == datetime(2026, 5, 1, 8, tzinfo=UTC)
    later = text.replace("May  1", "Dec 24").encode()
    assert only(later).time == datetime(2025, 12, 24, 8, tzinfo=UTC)
    assert only(text.replace("May  1", "Feb 29").encode()).time == datetime(2024, 2, 29, 8, tzinfo=UTC)
    assert codes(list(read(opened(text.encode())))) == ["no-time"]


def test_only_the_provider_that_was_asked_for_is_read() -> None:
    octets = line("okta") + b"\n" + line("duo")
    items = list(read(opened(octets), provider="duo"))
    assert codes(items) == ["unknown-provider"]
    assert [one.provider for one in items if isinstance(one, Activity)] == ["duo"]
    with pytest.raises(InputError, match="no provider nowhere"):
        list(read([], provider="nowhere"))


def test_garbage_is_told_line_by_line() -> None:
    octets = b"\n".join(
        [line("okta"), b'{"a": nothing}', b"[1, 2]", b'"text"', b"{}", line("okta"), line("okta")[:-40]]
    )
    items = read_all(octets)
    assert codes(items) == ["not-json", "not-json", "unknown-provider", "unknown-provider", "cut-off"]
    assert sum(isinstance(one, Activity) for one in items) == 2


def test_nesting_that_is_too_deep_is_told() -> None:
    deep = b'{"a":' * 200_000 + b"1" + b"}" * 200_000
    assert codes(read_all(line("okta") + b"\n" + deep + b"\n" + line("okta"))) == ["too-deep"]


def test_a_line_in_another_charset_is_read_and_told() -> None:
    octets = line("onelogin", user_name="D\u00e1na").replace(b"\\u00e1", b"\xe1")
    items = read_all(line("onelogin") + b"\n" + octets)
    assert [one.person for one in items if isinstance(one, Activity)] == ["dana example", "d\u00e1na"]
    assert bad(items) == [("onelogin", "", "bad-value")]


def test_a_line_of_ten_megabytes_is_read_and_one_over_the_limit_told() -> None:
    long = line("okta", displayMessage="x" * 10_000_000)
    octets = line("okta") + b"\n" + long + b"\n" + line("okta")
    assert sum(isinstance(one, Activity) for one in read_all(octets)) == 3
    items = read_all(octets, limits=Limits(max_line_bytes=1_000_000))
    assert codes(items) == ["too-long"]
    assert sum(isinstance(one, Activity) for one in items) == 2


def test_the_column_of_the_portal_s_table_is_read_as_its_records() -> None:
    data = json.dumps(JSON["m365"]).replace('"', '""')
    octets = (
        "RecordId,CreationDate,Operation,AuditData\n" + f'1,"5/1/2026 8:00:00 AM",UserLoginFailed,"{data}"\n'
    ).encode()
    for version in (octets, octets.decode().encode("utf-16")):
        found = only(version)
        assert (found.provider, found.act, found.reason, found.ip) == (
            "m365", Act.SIGN_IN, Reason.WRONG_PASSWORD, "203.0.113.10",
        )  # fmt: skip


def test_coverage_says_for_which_time_a_log_can_speak_whatever_the_order() -> None:
    days = (3, 1, 2)
    octets = b"\n".join(line("onelogin", created_at=f"2026-05-0{day}T08:00:00Z", id=day) for day in days)
    assert read_all(octets)[-1] == Coverage(
        "onelogin", "events", datetime(2026, 5, 1, 8, tzinfo=UTC), datetime(2026, 5, 3, 8, tzinfo=UTC), 3
    )


def covering(octets: bytes) -> list[tuple[str, int, int, int, int]]:
    """(log, first day, last day, lines, broken lines) of each time that can be spoken of."""
    found = [one for one in read_all(octets) if isinstance(one, Coverage)]
    return [(one.provider, one.begins.day, one.ends.day, one.lines, one.broken) for one in found]


def daily(*days: float, name: str = "onelogin") -> bytes:
    times = [datetime(2026, 5, 1, 8, tzinfo=UTC) + timedelta(days=day - 1) for day in days]
    field = {"onelogin": "created_at", "okta": "published"}[name]
    return b"".join(line(name, **{field: f"{at:%Y-%m-%dT%H:%M:%SZ}", "id": at.day}) + b"\n" for at in times)


def test_a_hole_inside_a_file_is_not_covered() -> None:
    assert covering(daily(9, 2, 1, 8, 3)) == [("onelogin", 1, 3, 3, 0), ("onelogin", 8, 9, 2, 0)]
    assert covering(daily(1, 2.01)) == [("onelogin", 1, 1, 1, 0), ("onelogin", 2, 2, 1, 0)]


@pytest.mark.parametrize(
    "broken",
    [
        b"{broken\n", line("onelogin", created_at="2099-01-01T00:00:00Z") + b"\n",
        line("onelogin", created_at="never") + b"\n", line("okta", outcome={"result": "NEW"}) + b"\n",
        line("okta", actor=[7]) + b"\n",
        line("entra-graph", userPrincipalName=None, userId=None, status={"errorCode": 0}) + b"\n",
        b'{"of": "whom"}\n', b"\xff\xfe\x00 Oct dovecot\n",
    ],
)  # fmt: skip
def test_a_broken_line_breaks_all_logs_of_its_file_from_first_to_last(broken: bytes) -> None:
    found = covering(daily(1, 2) + broken + daily(8, 9) + daily(3, name="okta"))
    assert ("onelogin", 1, 9, 4, 1) in found
    assert {one[-1] for one in found} == {1}


def test_what_is_only_new_or_another_programs_breaks_nothing() -> None:
    program = read_all(b"May  1 08:00:01 mail CRON[7]: (root) CMD (true)\n" + TEXT["dovecot"].encode())
    assert codes(program) == ["unknown-provider"]
    journal = {"__REALTIME_TIMESTAMP": "1777622400000000", "SYSLOG_IDENTIFIER": "CRON", "MESSAGE": "(root) CMD (true)"}
    login = {"SYSLOG_IDENTIFIER": "dovecot", "MESSAGE": "imap-login: Login: user=<dana>, method=PLAIN, rip=192.0.2.1"}
    by_journal = read_all(b"\n".join(json.dumps(one).encode() for one in (journal, {**journal, **login})))
    assert codes(by_journal) == ["unknown-provider"]
    code = read_all(line("entra-graph", status={"errorCode": 9_999_997}))
    assert bad(code) == [("entra", "status.errorCode", "unknown-value")]
    assert [one.broken for one in [*program, *by_journal, *code] if isinstance(one, Coverage)] == [0, 0, 0]


def test_a_file_with_too_many_days_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.scan.covering._MOST_DAYS", 2)
    assert covering(daily(1, 2, 3, 4)) == [("onelogin", 1, 2, 2, 2), ("onelogin", 3, 4, 2, 2)]


def test_files_folders_archives_and_standard_input_are_opened_as_for_mail(tmp_path: Path) -> None:
    octets = line("okta") + b"\n"
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(octets)
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(octets))
    (folder / "c.jsonl.zst").write_bytes(zstandard.ZstdCompressor().compress(octets))
    with zipfile.ZipFile(folder / "d.zip", "w") as archive:
        archive.writestr("inner/d.jsonl", octets)
    (folder / "e.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    with Sources([str(folder), "-", str(tmp_path / "none")], stdin=io.BytesIO(octets)) as sources:
        items = list(read(sources.files()))
        found = [one for one in items if isinstance(one, Activity)]
        assert [one.file.removeprefix(f"{folder}/") for one in found] == [
            "a.jsonl", "b.jsonl.gz/b.jsonl", "c.jsonl.zst/c.jsonl", "d.zip/inner/d.jsonl", "-",
        ]  # fmt: skip
        assert {original(sources.files(), one) for one in found} == {line("okta")}
    assert codes(items)[-1] == "not-found"
    assert [one.code for one in items if isinstance(one, Unreadable) and one.file.endswith("e.png")] == ["not-a-log"]


def test_the_report_counts_each_field_of_each_log() -> None:
    report = Report()
    octets = b"\n".join([line("onelogin", ipaddr=7)] * 3 + [b"{"] + [line("okta")])
    assert len(list(report.watch(read(opened(octets))))) == 4
    assert report.bad == {("onelogin", "events", "ipaddr", "wrong-type"): 3}
    assert report.unreadable == {"not-json": 1}
    assert report.first["not-json"].file == "log"
    assert report.acts["okta", Act.SIGN_IN] == 1
    assert report.coverage["onelogin", "events"].lines == 3
    list(report.watch(read(opened(octets))))
    assert report.coverage["onelogin", "events"].lines == 6


@pytest.mark.parametrize("data", ["{}'", '{"Id": 7} x', "{", "7", ""])
def test_a_column_that_holds_no_record_is_told(data: str) -> None:
    """Found by the fuzz target: what is both of another type and no JSON."""
    quoted = data.replace('"', '""')
    items = read_all(f'RecordId,AuditData\n1,"{quoted}"\n'.encode())
    assert codes(items) == ["no-event"]
    assert {one.field for one in items if isinstance(one, BadField)} == {"AuditData"}


def test_a_reader_that_fails_at_a_line_loses_that_line_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(self: Reading, value: datetime | None, path: str) -> datetime:
        if value and value.day == 2:
            raise TypeError("of a reader")
        return real(self, value, path)

    real = Reading.time
    monkeypatch.setattr(Reading, "time", failing)
    times = [f"2026-05-0{day}T08:00:00Z" for day in (1, 2, 3)]
    for text in (b"\n".join, lambda lines: b'{"value": [' + b",".join(lines) + b"]}"):
        items = read_all(text([line("entra-graph", id=time, createdDateTime=time) for time in times]))
        assert [one.id for one in items if isinstance(one, Activity)] == [times[0], times[2]]
        assert codes(items) == ["reader-failed"]
        assert [one.broken for one in items if isinstance(one, Coverage)] == [1]


def test_where_a_reader_fails_at_every_line_the_file_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reading, "time", lambda *_: 1 // 0)
    assert read_all(line("entra-graph"))[1:] == [LOST]
