from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from tests.fixtures.scanned import row, verdict

from tocsin.cli.accounts import command
from tocsin.cli.rows import write_jsonl, write_parquet
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.model.verdict import Class
from tocsin.render.words import Words

RULE = (
    "title: Mine\nlogsource: {product: okta}\ndetection:\n  s: {outcome.reason: INVALID_CREDENTIALS}\n  condition: s\n"
)


def line(number: int, result: str = "FAILURE", ip: str = "203.0.113.5") -> str:
    return json.dumps(
        {
            "uuid": f"u{number}",
            "published": f"2026-05-01T08:{number:02}:00.000Z",
            "eventType": "user.session.start",
            "version": "0",
            "actor": {"id": "1", "type": "User", "alternateId": f"p{number}@harbour.example", "displayName": "P"},
            "client": {"userAgent": {"rawUserAgent": "x"}, "ipAddress": ip},
            "target": [],
            "authenticationContext": {},
            "securityContext": {},
            "outcome": {"result": result, "reason": "INVALID_CREDENTIALS" if result == "FAILURE" else None},
        }
    )


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "okta.jsonl"
    path.write_text("\n".join(line(number) for number in range(12)) + "\nbroken {\n")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, ["scan", *map(str, arguments)])


def test_rows_have_the_fields_that_are_promised(log: Path) -> None:
    result = run(log, "--format", "jsonl")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 1
    assert list(row)[:8] == ["detection", "severity", "person", "time", "until", "events", "count", "attack"]
    assert (row["detection"], row["count"], len(row["people"])) == ("password-spray", 12, 12)
    assert row["events"][0].keys() == {"id", "file", "offset", "digest"}
    assert "1 line could not be read" in result.stderr


@pytest.mark.parametrize(("content", "lines"), [("", 0), ("broken {\n", 1)])
def test_no_line_of_a_log_is_no_clean_result(tmp_path: Path, content: str, lines: int) -> None:
    if content:
        (tmp_path / "a.json").write_text(content)
    result = run(tmp_path)
    assert result.exit_code == 3
    assert "There was no line of a log" in result.stdout
    assert ("1 line could not be read" in result.stdout) == bool(lines)
    assert "Nothing was found" not in result.stdout
    assert "could find nothing" not in result.stdout


@pytest.mark.parametrize(("lang", "words"), [("en", "One source tries passwords"), ("ar", "مصدر واحد يجرّب كلمات مرور")])
def test_the_table_speaks_both_languages(log: Path, lang: str, words: str) -> None:
    output = run(log, "--lang", lang).stdout
    assert words.split(maxsplit=1)[0] in output
    assert "203.0.113.5" in output


def test_page_and_parquet(log: Path, tmp_path: Path) -> None:
    assert run(log, "--format", "html", "-o", tmp_path / "a.html").exit_code == 1
    page = (tmp_path / "a.html").read_text()
    assert "One source tries passwords" in page
    assert "مصدر واحد" in page
    run(log, "--format", "parquet", "-o", tmp_path / "a.parquet")
    assert pq.read_table(tmp_path / "a.parquet").to_pylist()[0]["detection"] == "password-spray"


def clicked_and_signed_in(folder: Path) -> Path:
    """Ten mornings from home, a click on a bad link, and a sign-in from elsewhere."""
    usual = json.loads(line(0, "SUCCESS", "192.0.2.7"))
    records = [{**usual, "published": f"2026-04-{day:02}T08:00:00Z", "uuid": f"d{day}"} for day in range(1, 11)]
    click = {
        "Timestamp": "2026-05-01T08:00:00Z", "Url": "https://quay.test/in", "ActionType": "ClickAllowed",
        "AccountUpn": "p0@harbour.example", "Workload": "Email", "NetworkMessageId": "n", "IPAddress": "192.0.2.7",
        "IsClickedThrough": False, "ReportId": "r",
    }  # fmt: skip
    sign_in = {**json.loads(line(5, "SUCCESS")), "actor": records[0]["actor"]}
    folder.mkdir()
    (folder / "okta.jsonl").write_text("\n".join(json.dumps(one) for one in [*records, sign_in]))
    (folder / "clicks.jsonl").write_text(json.dumps(click))
    return folder


def verdicts(path: Path) -> Path:
    """What a scan of mail writes, in the format that the name ends in."""
    found = [
        row(None, path="broken.eml", problem="encrypted", hint=say("no")),
        row(verdict(Class.CLEAN), message_id="good@sender.example", hosts=("good.example",)),
        row(verdict(), time="2026-05-01T07:00:00Z", recipients=("p0@harbour.example",), hosts=("quay.test",),
            urls=("https://quay.test/in",), subject="The \u202eminutes"),
    ]  # fmt: skip
    with path.open("wb") as out:
        (write_jsonl if path.suffix == ".jsonl" else write_parquet)(found, out)
    return path


@pytest.mark.parametrize("name", ["mail.jsonl", "mail.parquet"])
def test_verdicts_on_mail_tell_which_message_led_to_a_sign_in(tmp_path: Path, name: str) -> None:
    logs, mail = clicked_and_signed_in(tmp_path / "logs"), verdicts(tmp_path / name)
    result = run(logs, "--format", "jsonl", "--mail", mail)
    found = {row["detection"]: row for row in map(json.loads, result.stdout.splitlines())}
    (lure,) = found["click-then-sign-in"]["lures"]
    assert (lure["message"], lure["path"], lure["verdict"]) == ("1@sender.example", "box.mbox#1", "malicious")
    assert lure["click"] == {"event": "r", "grade": "strong", "weight": 6.0, "reasons": ["same-url"]}
    assert lure["after"]["event"] == "u5"
    assert {"minutes-after-click", "new-network"} <= set(lure["after"]["reasons"])
    assert lure["grade"] in ("strong", "good", "fair")
    assert all(row["lures"] == [] for name, row in found.items() if name != "click-then-sign-in")
    assert "click-then-sign-in could find nothing" not in result.stderr


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("message that led to it", "strong link", "Malicious")),
        ("ar", ("الرسالة التي أدّت إليه", "صلة قوية", "خبيثة")),
    ],
)
def test_table_and_page_show_the_message_and_how_sure_the_link_is(tmp_path: Path, lang: str, words: tuple[str]) -> None:
    logs, mail = clicked_and_signed_in(tmp_path / "logs"), verdicts(tmp_path / "mail.jsonl")
    table = " ".join(run(logs, "--mail", mail, "--lang", lang).stdout.split())
    run(logs, "--mail", mail, "--format", "html", "-o", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text()
    for word in words:
        assert word.split()[0] in table
        assert word in page
    assert "box.mbox#1" in table
    assert "box.mbox#1" in page
    assert "\u202e" not in table + page, "what a sender wrote turns no line around"


def test_parquet_has_the_message_too(tmp_path: Path) -> None:
    logs, mail = clicked_and_signed_in(tmp_path / "logs"), verdicts(tmp_path / "mail.jsonl")
    run(logs, "--mail", mail, "--format", "parquet", "-o", tmp_path / "a.parquet")
    rows = {row["detection"]: row for row in pq.read_table(tmp_path / "a.parquet").to_pylist()}
    (lure,) = rows["click-then-sign-in"]["lures"]
    assert (lure["message"], lure["time"].isoformat()) == ("1@sender.example", "2026-05-01T07:00:00+00:00")
    assert lure["click"]["reasons"] == ["same-url"]


def test_without_verdicts_it_is_said_that_they_were_wanted(tmp_path: Path) -> None:
    said = run(clicked_and_signed_in(tmp_path / "logs"), "--format", "jsonl")
    assert "click-then-sign-in" not in said.stdout
    assert "click-then-sign-in could find nothing" in said.stderr
    assert "--mail" in said.stderr


def test_mail_without_anything_bad_is_known_too(tmp_path: Path) -> None:
    (tmp_path / "mail.jsonl").write_bytes(b"")
    said = run(clicked_and_signed_in(tmp_path / "logs"), "--format", "jsonl", "--mail", tmp_path / "mail.jsonl")
    assert "click-then-sign-in" not in said.stdout + said.stderr


def test_what_is_no_verdict_on_mail_is_refused(log: Path, tmp_path: Path) -> None:
    alerts = tmp_path / "alerts.parquet"
    run(log, "--format", "parquet", "-o", alerts)
    other = tmp_path / "other"
    other.write_bytes(b"PAR1 and no more")
    for wrong in (log, alerts, other):
        with pytest.raises(InputError, match="holds no verdicts on mail"):
            CliRunner().invoke(command, ["scan", str(log), "--mail", str(wrong)], catch_exceptions=False)


def test_own_rules_and_state(log: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "mine.yml").write_text(RULE)
    (rules / "bad.yml").write_text(RULE.replace("okta", "windows"))
    first = run(log, "--format", "jsonl", "--rules", rules, "--state", tmp_path / "state")
    found = [json.loads(row)["detection"] for row in first.stdout.splitlines()]
    assert sorted(set(found)) == ["password-spray", "sigma:Mine"]
    assert found.count("sigma:Mine") == 12
    assert "logsource windows" in first.stderr
    again = run(log, "--format", "jsonl", "--rules", rules, "--state", tmp_path / "state")
    assert not again.stdout
    assert again.exit_code == 3


def test_exit_codes(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text(line(1, "SUCCESS") + "\n")
    bad.write_text("{broken\n")
    assert run(good).exit_code == 0
    assert run(bad).exit_code == 3
    assert run(tmp_path / "missing").exit_code != 0
    assert run(good, "--provider", "nobody").exit_code != 0


def test_formats_are_listed() -> None:
    assert "okta" in CliRunner().invoke(command, ["formats"]).stdout


def test_only_rules_leaves_out_our_own_detections(log: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.yml").write_text(RULE)
    with log.open("a") as file:
        file.writelines(line(number, "SUCCESS") + "\n" for number in [*range(20, 59)] * 10)
    result = run(log, "--rules", tmp_path / "mine.yml", "--only-rules", "--format", "jsonl")
    assert {json.loads(row)["detection"] for row in result.stdout.splitlines()} == {"sigma:Mine"}
    assert len(result.stdout.splitlines()) == 12
    assert "no rule can find anything" in result.stderr
    assert "1 line could not be read" in result.stderr
    assert "it says nothing of any other time" not in result.stderr


def test_only_rules_wants_rules(log: Path) -> None:
    assert "--only-rules wants rules" in str(run(log, "--only-rules").exception or run(log, "--only-rules").output)


@pytest.mark.parametrize(("option", "hint"), [("--exported", "every line"), ("--mail", "our own detections")])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_only_rules_goes_with_nothing_that_wants_more(
    log: Path, tmp_path: Path, option: str, hint: str, lang: str
) -> None:
    (tmp_path / "mine.yml").write_text(RULE)
    value = verdicts(tmp_path / "mail.jsonl") if option == "--mail" else "2026-05-01..2026-05-01"
    result = run(log, "--rules", tmp_path / "mine.yml", "--only-rules", option, value)
    error = result.exception
    assert isinstance(error, InputError)
    said = Words(lang).tell(error.problem), Words(lang).tell(error.hint)
    assert option in said[0]
    assert "--only-rules" in said[1]
    assert (hint in said[1]) == (lang == "en")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_mail_does_not_go_with_a_state_which_keeps_no_clicks(tmp_path: Path, lang: str) -> None:
    logs, mail = clicked_and_signed_in(tmp_path / "logs"), verdicts(tmp_path / "mail.jsonl")
    error = run(logs, "--mail", mail, "--state", tmp_path / "state").exception
    assert isinstance(error, InputError)
    assert "--state" in Words(lang).tell(error.problem)
    assert "tocsin accounts" in Words(lang).tell(error.hint)
    assert isinstance(run(logs, "--mail", mail, "--keep").exception, InputError)
    assert not (tmp_path / "state").exists()
