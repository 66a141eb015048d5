"""Handing on in the terminal: bundle, blocklist, statement, with their exit codes and in both languages."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from tests.unit.cli.terminal import ATTACK, done, ids, passed, run
from tests.unit.scan.mailboxes import mail as written

from tocsin.formats import dsse
from tocsin.formats.checkpoint import verifier_key
from tocsin.model.error import AccessError, InputError, KeyFileError, LogError, StatementError
from tocsin.net.keys import SigningKey
from tocsin.statement import seal

AGENCY = "North Bay Authority (fictional)=هيئة الخليج الشمالي (متخيَّلة)"


def one(text: str, kind: str) -> str:
    (found,) = set(ids(text, kind))
    return found


@pytest.fixture
def message(harbour: Path) -> str:
    """A node with an attack in it."""
    bad = harbour / "bad.eml"
    bad.write_bytes(written(9, "Quaymail <help@sender.test>", subject="Your account", text=ATTACK))
    return one(done("mail", "submit", bad), "mail")


def opened(message: str, tlp: str) -> str:
    return one(done("incident", "open", "Mails", "--message", message, "--tlp", tlp), "incident")


def test_a_bundle_and_a_zone_are_written_and_what_is_left_out_is_told(message: str, tmp_path: Path) -> None:
    incident = opened(message, "green")
    bundle, zone = tmp_path / "out" / "bundle.json", tmp_path / "out" / "zone"
    said = passed("share", "bundle", incident, "--out", bundle).stderr
    assert "1 indicator in the bundle." in said
    assert "quaymail.sign-in.test" in bundle.read_text("utf-8")
    assert "حُجب مضيف واحد" in passed("disrupt", "rpz", incident, "--out", zone, "--lang", "ar").stderr
    assert "quaymail.sign-in.test IN CNAME ." in zone.read_text("utf-8")
    assert done("share", "bundle", incident) == bundle.read_text("utf-8")
    refused = run("share", "bundle", incident, "--audience", "clear")
    assert isinstance(refused.exception, AccessError)
    assert isinstance(run("statement", "draft", incident, tmp_path / "s", "--agency", AGENCY).exception, AccessError)


def test_what_would_be_handed_on_is_shown_without_a_trace(message: str) -> None:
    incident = opened(message, "green")
    before = done("log", "show")
    shown = passed("share", "preview", incident, "--lang", "ar")
    assert "quaymail.sign-in.test" in shown.stdout
    assert "مؤشر" in shown.stderr
    assert done("disrupt", "preview", incident) == "quaymail.sign-in.test\n"
    assert done("log", "show") == before


def test_a_statement_waits_until_signatures_from_elsewhere_were_taken_in(message: str, tmp_path: Path) -> None:
    incident, folder = opened(message, "clear"), tmp_path / "statement"
    statement = one(done("statement", "draft", incident, folder, "--agency", AGENCY, "--signatures", "2"), "statement")
    assert statement in done("mail", "queue", "--kind", "statement")
    assert f"{incident} 0/2" in done("statement", "list", "--incident", incident)
    elsewhere = tmp_path / "elsewhere"
    done("statement", "show", statement, "--folder", elsewhere)
    assert {file.name: file.read_bytes() for file in elsewhere.iterdir()} == {
        file.name: file.read_bytes() for file in folder.iterdir()
    }
    key, public = SigningKey(b"1" * 32), verifier_key("north-bay", SigningKey(b"1" * 32).public)
    envelope = elsewhere / seal.ENVELOPE
    envelope.write_bytes(dsse.signed((elsewhere / seal.PAYLOAD).read_bytes(), key))
    said = done("statement", "take", statement, envelope, "--key", public).replace("\u2068", "").replace("\u2069", "")
    assert said == "Signed by 1 of 2 keys.\n"
    assert public in done("statement", "show", statement)
    refused = run("statement", "take", statement, envelope, "--key", verifier_key("b", bytes(32)))
    assert isinstance(refused.exception, StatementError)
    envelope.write_bytes(bytes(dsse.LARGEST + 1))
    assert isinstance(run("statement", "take", statement, envelope, "--key", public).exception, InputError)
    done("statement", "withdraw", statement, "--reason", "The figures have changed.")
    assert "مسحوب" in done("statement", "list", "--lang", "ar")
    assert done("mail", "queue", "--kind", "statement") == ""


def test_a_statement_from_its_draft_to_its_check(message: str, tmp_path: Path) -> None:
    folder = tmp_path / "statement"
    done("statement", "draft", opened(message, "clear"), folder, "--agency", AGENCY, "--synthetic")
    keys = []
    for name in ("a", "b"):
        file = tmp_path / "keys" / f"{name}.key"
        keys.append(done("statement", "key", file, "--name", name).strip())
        assert done("statement", "key", file, "--name", name).strip() == keys[-1], "it is made once"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        done("statement", "sign", folder, "--key", file)
    check: list[str | Path] = ["statement", "verify", folder, "--key", keys[0], "--key", keys[1], "--threshold", "2"]
    assert "All checks passed: statement-" in done(*check)
    assert "اجتيزت جميع الفحوص" in done(*check, "--lang", "ar")
    (folder / "statement.en.txt").write_text("Something else", "utf-8")
    wrong = run(*check)
    assert wrong.exit_code == 1
    assert "WRONG: statement.en.txt is not what was signed" in wrong.stdout
    assert "Do NOT rely" in wrong.stdout
    shown = run(*check, "--lang", "ar")
    assert shown.exit_code == 1
    assert "ليس ما وُقّع عليه" in shown.stdout
    refused = run("statement", "sign", folder, "--key", tmp_path / "keys" / "a.key")
    assert isinstance(refused.exception, StatementError)


def test_a_new_draft_is_signed_by_nobody(message: str, tmp_path: Path) -> None:
    incident, folder, key = opened(message, "clear"), tmp_path / "statement", tmp_path / "a.key"
    printed = done("statement", "key", key, "--name", "a").strip()
    done("statement", "draft", incident, folder, "--agency", AGENCY)
    done("statement", "sign", folder, "--key", key)
    done("statement", "draft", incident, folder, "--agency", AGENCY)
    result = run("statement", "verify", folder, "--key", printed, "--threshold", "1")
    assert result.exit_code == 1
    assert "nobody has signed it" in result.stdout


def test_what_cannot_be_meant_is_told(message: str, tmp_path: Path) -> None:
    incident, folder = opened(message, "clear"), tmp_path / "statement"
    for agency in ("North Bay", "=هيئة", "North=South"):
        refused = run("statement", "draft", incident, folder, "--agency", agency)
        assert isinstance(refused.exception, InputError), agency
    assert isinstance(run("statement", "key", tmp_path / "x.key", "--name", "a b").exception, LogError)
    done("statement", "draft", incident, folder, "--agency", AGENCY)
    no_key = tmp_path / "no.key"
    no_key.write_text("nothing", "ascii")
    no_key.chmod(0o600)
    assert isinstance(run("statement", "sign", folder, "--key", no_key).exception, KeyFileError)
    (folder / "statement.ar.txt").write_bytes(bytes(5 << 20))
    large = run("statement", "sign", folder, "--key", no_key)
    assert isinstance(large.exception, KeyFileError | InputError)
