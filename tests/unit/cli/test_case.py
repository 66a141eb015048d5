"""A case in the terminal: who takes part, what is to be done, whom it must be told, and its way to another node."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.app.test_handover import ANY
from tests.unit.cli.terminal import done, ids, passed, run

from tocsin.model.error import InputError


def test_a_case_from_its_opening_to_its_lessons(node: Path) -> None:
    (incident,) = ids(done("incident", "open", "Mails", "--tlp", "green"), "incident")
    (case,) = ids(done("case", "open", "The mails of March", "--incident", incident), "case")
    assert "The mails of March" in done("case", "list")
    (other,) = ids(done("incident", "open", "Calls", "--tlp", "red"), "incident")
    done("case", "add", case, other)
    assert other in done("case", "show", case)
    done("case", "part", case, other, "--reason", "another sender", "--tlp", "green")
    assert other not in done("case", "show", case)
    (person,) = ids(done("person", "add", "Mona Vale", "--address", "mona@quay.example"), "person")
    assert isinstance(run("case", "join", case, "Quay", "--person", person).exception, InputError)
    done("person", "role", person, "--give", "participant")
    (quay,) = ids(done("case", "join", case, "Quay", "--person", person, "--tlp", "green"), "participant")
    (task,) = ids(done("case", "task", case, "Look", "--due", "2026-03-01T09:30:00Z", "--by", quay), "task")
    (victim,) = ids(done("case", "victim", case, "Remi Vance (synthetic)"), "victim")
    done("case", "restrict", case, incident, "--only", quay)
    shown = done("case", "show", case)
    for text in (
        "overdue",
        "Quay",
        "to be told",
        "no contact verified",
        f"seen by no participant but {quay}",
        incident,
    ):
        assert text in shown
    assert "فات موعدها" in done("case", "show", case, "--lang", "ar")
    assert "Remi Vance (synthetic)" in done("mail", "queue", "--kind", "notice")
    assert "Look" in done("mail", "queue", "--kind", "task")
    done("case", "restrict", case, incident, "--all")
    assert "seen by no participant" not in done("case", "show", case)
    assert isinstance(run("case", "told", victim, "--note", "by telephone").exception, InputError)
    done("case", "verify-contact", victim, "--contact", "+999 1", "--source", "the register")
    done("case", "told", victim, "--note", "by telephone")
    assert isinstance(run("case", "close", case).exception, InputError)
    done("case", "change-task", task, "--lead", "--due", "2031-03-01T09:30:00Z")
    assert "2031-03-01" in done("case", "show", case)
    done("case", "end-task", task, "--dropped", "--note", "no logs")
    done("case", "leave", case, quay)
    done("case", "close", case, "--note", "over", "--lessons", "Call back sooner.")
    closed = done("case", "show", case)
    assert "Lessons: Call back sooner." in closed
    assert "no logs" not in closed
    assert "closed" in done("case", "list")


def test_the_lead_goes_to_another_node(node: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (case,) = ids(done("case", "open", "The mails of March"), "case")
    mail, archive = tmp_path / "mail.eml", tmp_path / "case.zip"
    mail.write_bytes(b"hello")
    (piece,) = ids(done("evidence", "add", str(mail), "--case", case, "--collected-by", "Dana Osman"), "ev")
    done("case", "victim", case, "Remi Vance (synthetic)")
    key, here = passed("log", "heads", "--key").stdout.strip(), str(node)
    monkeypatch.setenv("TOCSIN_HOME", str(tmp_path / "other"))
    done("store", "init", "--name", "Quay (synthetic)", "--kind", "centre")
    to = ("--to", "Quay", "--to-key", passed("log", "heads", "--key").stdout.strip(), "-o", str(archive))
    monkeypatch.setenv("TOCSIN_HOME", here)
    assert isinstance(run("case", "hand-over", case, *to).exception, InputError)
    assert "not encrypted" in done("case", "hand-over", case, *to, "--sure")
    assert "handed over" in done("case", "list")
    done("case", "take-back", case, "--reason", "it never came")
    assert "open" in done("case", "list")
    done("case", "hand-over", case, *to, "--sure")
    monkeypatch.setenv("TOCSIN_HOME", str(tmp_path / "other"))
    assert "1 piece of evidence came." in done("case", "take", str(archive), "--key", key)
    shown = done("case", "show", case)
    assert "Taken over from log" in shown
    assert "evidence taken into custody, by node, entry" in shown
    assert "Remi Vance" not in shown
    assert isinstance(run("case", "take", str(archive), "--key", key).exception, InputError)
    done("evidence", "read", piece, "--purpose", "to go on", "-o", str(tmp_path / "copy"))
    assert (tmp_path / "copy").read_bytes() == b"hello"


def test_what_is_refused_leaves_the_archive_that_was_there(node: Path, tmp_path: Path) -> None:
    archive = tmp_path / "case.zip"
    archive.write_bytes(b"the only copy")
    for refused in (
        ("evidence", "export", "case-0000000000000000", "--purpose", "for a court", "-o", str(archive)),
        ("case", "hand-over", "case-0000000000000000", "--to", "Quay", "--to-key", ANY, "-o", str(archive)),
    ):
        assert run(*refused).exception
        assert archive.read_bytes() == b"the only copy"
    assert sorted(one.suffix for one in tmp_path.iterdir() if one.is_file()) == [".zip"]
