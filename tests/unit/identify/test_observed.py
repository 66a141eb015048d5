"""What a message shows that partners may warn of."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import UTC, datetime

from tocsin.formats.mime import parse
from tocsin.identify import observed
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.observed import observed_of
from tocsin.model.limits import Limits
from tocsin.model.observed import ObservedMail

WHEN = datetime(2026, 3, 3, 10, tzinfo=UTC)
RECEIVED = (
    "from mail.evil.test (mail.evil.test [203.0.113.9]) by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000",
    "from laptop (laptop [10.0.0.4]) by mail.evil.test; Tue, 03 Mar 2026 09:59:00 +0000",
)


def _of(raw: bytes) -> ObservedMail:
    return observed_of(Mail(parse(raw, Limits()), Limits()), WHEN)


def test_everything_that_can_be_warned_of_is_taken() -> None:
    found = _of(
        message(
            sender="Help Desk <Desk@Evil.test>",
            to="dana@harbour.example",
            subject="Your account",
            page="<p>Read this</p>",
            links=[("Sign in", "https://Login.evil.test/a?b=1")],
            headers=[("Reply-To", "other@evil.test"), *(("Received", one) for one in RECEIVED)],
            attachments=[("ballot.txt", "text/plain", b"vote")],
        ).raw
    )
    assert (found.sender.lower(), found.sender_name) == ("desk@evil.test", "Help Desk")
    assert found.others == ("other@evil.test",)
    assert found.recipients == ("dana@harbour.example",)
    assert found.subject == "Your account"
    assert found.urls == ("https://Login.evil.test/a?b=1",)
    assert found.relays == ("203.0.113.9",)
    (file,) = found.files
    assert (file.name, file.size) == ("ballot.txt", 4)
    assert file.hashes["SHA-256"] == hashlib.sha256(b"vote").hexdigest()
    assert set(file.hashes) == {"SHA-256", "SHA-1", "MD5"}
    assert found.left_out == 0


def test_links_that_are_wrapped_are_taken_as_they_stand_and_as_they_open() -> None:
    wrapped = "https://www.google.com/url?q=https%3A%2F%2Fevil.test%2Fx"
    found = _of(message(page="<p>a</p>", links=[("a", wrapped)]).raw)
    assert found.urls == (wrapped, "https://evil.test/x")


def test_files_inside_archives_are_taken() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("inner.txt", b"inner")
    found = _of(message(attachments=[("a.zip", "application/zip", packed.getvalue())]).raw)
    assert hashlib.sha256(b"inner").hexdigest() in {file.hashes["SHA-256"] for file in found.files}


def test_what_is_beyond_the_bounds_is_counted() -> None:
    many = " ".join(f"https://h{number}.evil.test/" for number in range(250))
    found = _of(message(text=many).raw)
    assert len(found.urls) + found.left_out == 250
    assert len(found.urls) == observed._MOST_URLS


def test_a_broken_message_shows_little_and_breaks_nothing() -> None:
    found = _of(b"\xff\xfe\x00 broken")
    assert (found.sender, found.urls, found.files) == ("", (), ())
