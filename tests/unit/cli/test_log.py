"""The commands on the log, the store and evidence, as a person uses them: one after the other, in both languages."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.cli.terminal import run

from tocsin.model.error import TocsinError

ROOT = Path(__file__).resolve().parents[3]


def test_init_makes_store_and_keys_that_nobody_else_can_read(node: Path) -> None:
    for name in ("vault.key", "signing.key"):
        assert stat.S_IMODE((node / name).stat().st_mode) == 0o600
    assert (node / "tocsin.db").exists()
    keys = [(node / name).read_bytes() for name in ("vault.key", "signing.key")]
    assert run("store", "init", "--name", "Quay").exit_code == 0
    assert keys == [(node / name).read_bytes() for name in ("vault.key", "signing.key")], "keys are never replaced"
    refused = run("log", "show")
    assert isinstance(refused.exception, TocsinError)
    assert "--organisation" in str(refused.exception.hint)


def test_without_a_store_the_hint_says_what_to_do(home: Path) -> None:
    for arguments in (("log", "verify"), ("store", "rebuild"), ("case", "list")):
        refused = run(*arguments)
        assert isinstance(refused.exception, TocsinError)
        assert "tocsin store init" in str(refused.exception.hint)
    assert not home.exists()


def test_a_key_that_others_can_read_is_refused(node: Path) -> None:
    (node / "vault.key").chmod(0o644)
    refused = run("log", "show")
    assert isinstance(refused.exception, TocsinError)
    assert "chmod 600" in str(refused.exception.hint)


def test_keys_can_come_from_the_environment(node: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, variable in (("vault.key", "TOCSIN_VAULT_KEY"), ("signing.key", "TOCSIN_SIGNING_KEY")):
        monkeypatch.setenv(variable, (node / name).read_text())
        (node / name).unlink()
    assert run("log", "heads", "--sign").exit_code == 0
    monkeypatch.setenv("TOCSIN_VAULT_KEY", "no key")
    assert isinstance(run("log", "show").exception, TocsinError)


def test_a_log_is_signed_witnessed_proved_and_verified(node: Path, tmp_path: Path) -> None:
    assert "No head has been signed" in run("log", "heads").output
    head = tmp_path / "head.txt"
    head.write_text(run("log", "heads", "--sign").stdout, encoding="utf-8")
    key = run("log", "heads", "--key").stdout.strip()
    assert re.fullmatch(r"tocsin/log-\w+\+[0-9a-f]{8}\+\S+", key)
    assert run("log", "heads", "--witnessed", str(head), "--by", "A notary").exit_code == 0
    assert isinstance(run("log", "heads", "--witnessed", str(head)).exception, TocsinError)
    plain = run("log", "verify")
    assert plain.exit_code == 0
    assert "does not show that the log was never rewritten" in plain.output
    told = run("log", "verify", "--witnessed", str(head), "--key", key)
    assert told.exit_code == 0
    assert "never rewritten" not in told.output
    proof = json.loads(run("log", "prove", "0").stdout)
    assert proof["key"] == key
    assert "organisation-created" in run("log", "show").output
    (entry,) = run("log", "show", "--type", "head-witnessed", "--json").output.splitlines()
    assert json.loads(entry)["event"]["size"] == 1
    assert "notary" not in entry


def test_a_broken_log_ends_with_1_and_is_told_in_both_languages(node: Path) -> None:
    import sqlite3

    with sqlite3.connect(node / "tocsin.db") as connection:
        connection.execute("UPDATE entries SET bytes = CAST('{}' AS BLOB)")
    connection.close()
    for language, words in (("en", "The log is NOT sound"), ("ar", "السجل غير سليم")):
        done = run("log", "verify", "--lang", language)
        assert done.exit_code == 1
        assert words in done.output


def test_evidence_from_custody_to_a_third_party(node: Path, tmp_path: Path) -> None:
    mail, out = tmp_path / "mail.eml", tmp_path / "case.zip"
    mail.write_bytes(b"From: help@sender.test\n\nhello\n")
    (case,) = re.findall(r"case-\w+", run("case", "open", "March").output)
    added = run("evidence", "add", str(mail), "--case", case, "--collected-by", "Dana Osman", "--keep-days", "9",
                "--collected-at", "2026-03-01T09:30:00Z")  # fmt: skip
    assert added.exit_code == 0, added.output
    (piece,) = re.findall(r"ev-\w+", added.output)
    read = run("evidence", "read", piece, "--purpose", "to look", "-o", str(tmp_path / "copy"))
    assert read.exit_code == 0
    assert (tmp_path / "copy").read_bytes() == mail.read_bytes()
    assert run("evidence", "export", case, "-o", str(out), "--purpose", "for a court").exit_code == 0
    key = run("log", "heads", "--key").stdout.strip()
    verifier = [sys.executable, "-I", str(ROOT / "scripts" / "verify_evidence.py"), str(out), key]
    assert subprocess.run(verifier, check=False, capture_output=True, env=os.environ).returncode == 0
    assert "mail.eml Dana Osman" in run("case", "show", case).output
    for word in ("evidence-added", "evidence-read", "evidence-exported"):
        assert word in run("evidence", "list", case).output
    assert run("evidence", "erase", piece, "--ground", "request", answer="n\n").exit_code != 0
    assert "Erased 3 contents" in run("evidence", "erase", piece, "--ground", "request", answer="y\n").output
    assert "لم تنتهِ" in run("evidence", "expire", "--lang", "ar").output
    assert run("log", "verify").exit_code == 0
    for wrong in (["--case", "x"], ["--case", case, "--collected-at", "yesterday"]):
        assert isinstance(run("evidence", "add", str(mail), "--collected-by", "D", *wrong).exception, TocsinError)


def test_a_backup_restores_to_the_same_log(node: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mail, file = tmp_path / "mail.eml", tmp_path / "backup.zip"
    mail.write_bytes(b"hello")
    (case,) = re.findall(r"case-\w+", run("case", "open", "March").output)
    run("evidence", "add", str(mail), "--case", case, "--collected-by", "Dana")
    run("log", "heads", "--sign")
    assert run("store", "backup", str(file)).exit_code == 0
    assert isinstance(run("store", "backup", str(file)).exception, TocsinError), "never written over"
    before = run("log", "verify").output
    other = tmp_path / "other"
    other.mkdir()
    for name in ("vault.key", "signing.key"):
        (node / name).rename(other / name)
    monkeypatch.setenv("TOCSIN_HOME", str(other))
    restored = run("store", "restore", str(file))
    assert restored.exit_code == 0, restored.output
    assert run("log", "verify").output == before
    assert "March" in run("case", "list").output
    assert isinstance(run("store", "restore", str(file)).exception, TocsinError), "only into an empty store"
    assert "Read 4 entries" in run("store", "rebuild").output
