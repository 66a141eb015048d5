from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fixtures import scanned

from tocsin.cli.show import command, read_one
from tocsin.formats.mime import parse
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail, Text
from tocsin.model.context import Context
from tocsin.model.error import InputError
from tocsin.model.verdict import Evidence, Span
from tocsin.render.message import View, marked

HOSTILE = message(
    sender="Ada\x1b[2J <ada@sender.example>",
    subject="\u202eesrever <script>1</script>",
    page='<p>Hello <b>you</b></p><p><a href="https://evil.test/x">https://good.example</a></p>'
    '<div style="display:none">secret words</div>',
    attachments=[("a.txt", "text/plain", b"content")],
    headers=[
        ("Received", "from a.example (a.example [192.0.2.1]) by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000")
    ],
).raw


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "one.eml"
    path.write_bytes(HOSTILE)
    return path


def test_it_shows_what_matters_and_obeys_nothing(file: Path) -> None:
    result = CliRunner().invoke(command, [str(file), "--lang", "en", "--raw-headers"])
    assert result.exit_code == 0, result.output
    for part in (
        "From:",
        "[U+202E]esrever",
        "hxxps://evil[.]test/x",
        "a.txt",
        "sha256",
        "secret words",
        "192.0.2.1",
        "Header block",
    ):
        assert part in result.output, part
    assert "\x1b" not in result.output
    assert "https://" not in result.output


def test_it_speaks_arabic(file: Path) -> None:
    result = CliRunner().invoke(command, [str(file), "--lang", "ar"])
    assert "الروابط: ما تعرضه وما تفتحه" in result.output


def test_it_writes_a_page(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "out" / "page.html"
    result = CliRunner().invoke(command, [str(file), "--lang", "ar", "--html", str(page)])
    assert result.exit_code == 0, result.output
    text = page.read_text("utf-8")
    assert "<script" not in text
    assert "https://evil.test" not in text
    assert 'id="choose-ar" checked' in text


def test_one_message_of_a_mailbox(tmp_path: Path) -> None:
    box = tmp_path / "box.mbox"
    one = b"From a@b.example Tue Mar  3 10:00:00 2026\nFrom: a@b.example\nSubject: %d\n\ntext\n\n"
    box.write_bytes(one % 1 + one % 2)
    assert b"Subject: 2" in read_one(f"{box}#2").raw
    assert b"Subject: 1" in read_one(str(box)).raw
    with pytest.raises(InputError, match="no message 3"):
        read_one(f"{box}#3")
    with pytest.raises(InputError, match="does not exist"):
        read_one(str(tmp_path / "none.eml"))


def test_what_is_no_mail_is_told(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(InputError, match="it is not mail"):
        read_one(str(path))


def test_evidence_is_marked_where_it_stands() -> None:
    text = Text("1", "text", "please buy cards at https://shop.test now")
    spans = [Span("1", "text", 11, 16), Span("1", "text", 14, 19), Span("1", "text", 20, 37), Span("2", "text", 0, 5)]
    findings = [scanned.finding(evidence=(Evidence(span, {}),)) for span in spans]
    assert marked(text, findings) == [
        ("please buy ", False), ("cards", True), (" at", True), (" ", False), ("hxxps://shop[.]test", True),
        (" now", False),
    ]  # fmt: skip


def test_a_bare_link_is_not_told_twice() -> None:
    mail = Mail(parse(message(text="see https://a.test/x", links=[("here", "https://a.test/x")]).raw))
    links = View(mail, scanned.verdict(), Context()).links
    assert [(link.shown, link.opened) for link in links] == [("here", "hxxps://a[.]test/x")]
