"""Hostile names of files, shown in the console in a real browser: of uploads, of attachments, of paths in archives."""

from __future__ import annotations

import io
import re
import zipfile
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from tests.integration.web.conftest import Desk
from tests.integration.web.console import assert_unharmed, unharmed
from tests.integration.web.test_hostile_mail import ATTACKS

from tocsin.app import mail
from tocsin.identify.examples import message

pytestmark = pytest.mark.real
NAMES = {name: f"{name} {attack}" for name, attack in ATTACKS.items()}
"""Each begins with what it is found by when it is shown cut."""
PROGRAM = b"MZ" + bytes(200)


def _zip(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def _mail(name: str, number: int, extension: str = "") -> bytes:
    """A mail with an attachment of a name, as RFC 2047 words or in RFC 2231, and an archive with such paths."""
    name = name + extension
    made = message(
        subject=f"Invoice {number}",
        text="Please look at the attached invoice today.",
        attachments=[
            (name, "text/html", b"<p>x</p>"),
            ("invoice.zip", "application/zip", _zip((f"a/{name}/b.exe", PROGRAM), (f"{name}.exe", PROGRAM))),
        ],
        message_id=f"<{number}@names.attacker.test>",
    ).raw
    plain = f"attachment; filename*=utf-8''{quote(name, safe='')}".encode()
    return re.sub(rb"attachment; filename=[^\n]+", plain, made, count=1) if number % 2 else made


def _judged(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Judged", timeout=120_000)


def _shown(page: Page, names: dict[str, str], where: str) -> None:
    text = page.locator("main").inner_text()
    for name in names:
        assert f"{name} " in text, (where, name)
    assert_unharmed(page, where)


def test_names_of_uploaded_files(desk: Desk, chromium: Browser) -> None:
    """As a browser sends them, of mail and of what is no mail; and as a form that was written by hand."""
    with unharmed(desk.window(chromium), desk.console.origin) as page:
        page.goto(f"{desk.console.origin}/upload")
        files: list[FilePayload] = [
            {"name": name, "mimeType": "message/rfc822", "buffer": _mail("x.html", 1_000) if n % 2 else b"\0\1"}
            for n, name in enumerate(NAMES.values())
        ]
        page.set_input_files("#files", files)
        assert_unharmed(page, "chosen")
        page.get_by_role("button", name="Judge").click()
        _judged(page)
        _shown(page, NAMES, "as a browser sends them")
        page.goto(desk.console.origin + _by_hand(desk, list(NAMES.values())))
        _judged(page)
        _shown(page, NAMES, "written by hand")


def _by_hand(desk: Desk, names: list[str]) -> str:
    """Send a form whose file names bear quotes as they are, which no browser does; return where its results are."""
    with httpx.Client(base_url=desk.console.origin, cookies={"tocsin": desk.lead}) as client:
        token = re.search(r'name="_csrf_token" value="(\w+)"', client.get("/upload").text)
        assert token
        parts = [f'--b0und\r\nContent-Disposition: form-data; name="_csrf_token"\r\n\r\n{token[1]}\r\n']
        for name in names:
            quoted = name.replace("\\", "\\\\").replace('"', '\\"')
            head = f'Content-Disposition: form-data; name="files"; filename="{quoted}"'
            parts.append(f"--b0und\r\n{head}\r\nContent-Type: message/rfc822\r\n\r\n\1\2\r\n")
        answer = client.post(
            "/upload", content=("".join(parts) + "--b0und--\r\n").encode(),
            headers={"content-type": "multipart/form-data; boundary=b0und"},
        )  # fmt: skip
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_names_of_attachments_and_paths_in_archives(desk: Desk, chromium: Browser) -> None:
    """A mailbox as an archive whose paths attack, in it mail whose attachments do, and archives among those."""
    inside = [(f"{name}.eml", _mail(name, number, ".html")) for number, name in enumerate(NAMES.values())]
    inside += [(f"nested/{name}.zip", _zip((f"{name}.bin", b"\0"))) for name in NAMES.values()]
    with unharmed(desk.window(chromium), desk.console.origin) as page:
        page.goto(f"{desk.console.origin}/upload")
        page.locator("[name=reported]").check()
        archive: FilePayload = {"name": "box.zip", "mimeType": "application/zip", "buffer": _zip(*inside)}
        page.set_input_files("#files", archive)
        page.get_by_role("button", name="Judge").click()
        _judged(page)
        assert page.locator("tbody tr").count() >= len(inside)
        _shown(page, NAMES, "results")
        opened = page.locator("tbody a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        assert len(opened) == len(NAMES)
        for (name, said), place in zip(NAMES.items(), opened, strict=True):
            page.goto(desk.console.origin + place)
            files = page.locator("table", has_text="invoice.zip").first.inner_text()
            assert f"{name} " in files, name
            assert_unharmed(page, said)
        page.goto(f"{desk.console.origin}/queue")
        assert_unharmed(page, "queue")
    terminal = desk.console.terminal("harbour")
    mail.dismiss(terminal, [place.rpartition("/")[2] for place in opened])
