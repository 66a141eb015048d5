"""Handing on in the terminal: bundle, blocklist, statement, with their exit codes and in both languages."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.unit.scan.mailboxes import mail as written

from tocsin.cli.main import main
from tocsin.identify.examples import PROFILE
from tocsin.identify.profile import dump
from tocsin.model.error import AccessError, InputError, KeyFileError, LogError, StatementError

ATTACK = "Your Quaymail account will be closed in 24 hours. Verify your password: http://quaymail.sign-in.test/verify"
AGENCY = "North Bay Authority (fictional)=هيئة الخليج الشمالي (متخيَّلة)"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], prog_name="tocsin")


def done(*arguments: str | Path) -> Result:
    result = run(*arguments)
    assert result.exit_code == 0, result.output + repr(result.exception)
    return result


def one(text: str, kind: str) -> str:
    (found,) = set(re.findall(rf"{kind}-[0-9a-f]{{16}}", text))
    return str(found)


@pytest.fixture
def message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A node with an attack in it."""
    for name in ("TOCSIN_STORE", "TOCSIN_VAULT_KEY", "TOCSIN_SIGNING_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TOCSIN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    done("store", "init", "--name", "Harbour Campaign", "--kind", "campaign")
    (tmp_path / "profile.toml").write_bytes(dump(PROFILE))
    done("org", "import", tmp_path / "profile.toml")
    bad = tmp_path / "bad.eml"
    bad.write_bytes(written(9, "Quaymail <help@sender.test>", subject="Your account", text=ATTACK))
    return one(done("mail", "submit", bad).stdout, "mail")


def opened(message: str, tlp: str) -> str:
    return one(done("incident", "open", "Mails", "--message", message, "--tlp", tlp).stdout, "incident")


def test_a_bundle_and_a_zone_are_written_and_what_is_left_out_is_told(message: str, tmp_path: Path) -> None:
    incident = opened(message, "green")
    bundle, zone = tmp_path / "out" / "bundle.json", tmp_path / "out" / "zone"
    said = done("share", "bundle", incident, "--out", bundle).stderr
    assert "1 indicator in the bundle." in said
    assert "quaymail.sign-in.test" in bundle.read_text("utf-8")
    assert "حُجب مضيف واحد" in done("disrupt", "rpz", incident, "--out", zone, "--lang", "ar").stderr
    assert "quaymail.sign-in.test IN CNAME ." in zone.read_text("utf-8")
    assert done("share", "bundle", incident).stdout == bundle.read_text("utf-8")
    refused = run("share", "bundle", incident, "--audience", "clear")
    assert isinstance(refused.exception, AccessError)
    assert isinstance(run("statement", "draft", incident, tmp_path / "s", "--agency", AGENCY).exception, AccessError)


def test_a_statement_from_its_draft_to_its_check(message: str, tmp_path: Path) -> None:
    folder = tmp_path / "statement"
    done("statement", "draft", opened(message, "clear"), folder, "--agency", AGENCY, "--synthetic")
    keys = []
    for name in ("a", "b"):
        file = tmp_path / "keys" / f"{name}.key"
        keys.append(done("statement", "key", file, "--name", name).stdout.strip())
        assert done("statement", "key", file, "--name", name).stdout.strip() == keys[-1], "it is made once"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        done("statement", "sign", folder, "--key", file)
    check: list[str | Path] = ["statement", "verify", folder, "--key", keys[0], "--key", keys[1], "--threshold", "2"]
    assert "All checks passed: statement-" in done(*check).stdout
    assert "اجتيزت جميع الفحوص" in done(*check, "--lang", "ar").stdout
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
    printed = done("statement", "key", key, "--name", "a").stdout.strip()
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
