from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.unit.attribute.made import K, incident

from tocsin.cli.operation import command, grouped
from tocsin.identify.examples import message

TEXT = (
    "Your mailbox of the campaign office will be closed tonight unless you confirm your password now. "
    "Please open the page of the security team and sign in, so that nobody else can read the plans for the last days."
)
EVIL = "https://login.quaymail-secure.test/owa/auth/verify.php?email=x"


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """Two messages of one hand, one of another, and one that is no attack."""
    for name, page, link in (
        ("a", f"<p>Dear Dana,</p><p>{TEXT}</p>", EVIL), ("b", f"<p>Dear Sami,</p><p>{TEXT}</p>", EVIL),
        ("c", f"<p>{' '.join(reversed(TEXT.split()))}</p>", "https://other.test/verify/login.php?id=1"),
    ):  # fmt: skip
        raw = message(
            sender="Quaymail Security <security@quaymail-help.test>", subject="Your password expires today", page=page,
            links=[("Verify your password", link)], message_id=f"<{name}@x.test>",
        ).raw  # fmt: skip
        (tmp_path / f"{name}.eml").write_bytes(raw)
    (tmp_path / "d.eml").write_bytes(message(text="Lunch at noon?").raw)
    return tmp_path


def test_what_belongs_together_is_told_with_why(box: Path) -> None:
    result = CliRunner().invoke(command, ["group", str(box), "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert "2 attempts" in result.output
    assert re.search(r"a\.eml – .*b\.eml", result.output)
    assert "the same host \u2066login[.]quaymail-secure[.]test\u2069" in result.output
    assert "c.eml" not in result.output
    assert "d.eml" not in result.output


def test_in_arabic_too(box: Path) -> None:
    result = CliRunner().invoke(command, ["group", str(box), "--lang", "ar"])
    assert "المضيف نفسه" in result.output
    assert not re.search("[a-z]{3}", re.sub("[\u2066\u2068].*?\u2069", "", result.output)), "facts are isolated"


def test_as_json(box: Path) -> None:
    result = CliRunner().invoke(command, ["group", str(box), "--format", "json"])
    (found,) = json.loads(result.output)
    assert [Path(name).name for name in found["operation"]["incidents"]] == ["a.eml", "b.eml"]
    (link,) = found["links"]
    assert link["holds"]
    assert link["weight"] == pytest.approx(sum(reason["weight"] for reason in link["reasons"]) - 4)


def test_nothing_alike_is_said_to_be_so(box: Path) -> None:
    result = CliRunner().invoke(command, ["group", str(box / "a.eml"), "--lang", "en"])
    assert "No two of them belong together" in result.output


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["group", str(tmp_path / "none")])
    assert result.exit_code != 0
    assert "none" in str(result.exception)


def test_each_incident_is_reached_by_its_strongest_link() -> None:
    host, text, mailbox = (K.HOST, "x.test"), (K.LURE, "1"), (K.MAILBOX, "m@mail.test")
    several = (
        incident("a", host, text),
        incident("b", host, text, mailbox, hours=1),
        incident("c", text, mailbox, hours=2),
    )
    (found,) = grouped({one.incident: one for one in several})
    assert found.operation.incidents == ("a", "b", "c")
    assert [(one.one, one.other) for one in found.links] == [("a", "b"), ("b", "c")]
