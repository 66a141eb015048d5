from __future__ import annotations

import runpy
from datetime import timedelta
from pathlib import Path

import pytest

from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail
from tocsin.identify.profile import load
from tocsin.model.source import RawMail
from tocsin.net.files import open_mail

EXAMPLES = Path(__file__).parents[3] / "examples"
FACTS_OF_ATTACKS = {"login.microsoftonline.com", "microsoft.com"}
RESERVED = (".example", ".test", "example.com", "example.org", "example.net")


@pytest.fixture(scope="module")
def mails() -> list[Mail]:
    found = list(open_mail([EXAMPLES / "mailbox"]))
    assert all(isinstance(item, RawMail) for item in found)
    return [Mail(parse(item.raw)) for item in found if isinstance(item, RawMail)]


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_the_mailbox_is_what_the_script_writes(tmp_path: Path) -> None:
    runpy.run_path(str(EXAMPLES / "make.py"))["main"](tmp_path)
    assert _files(tmp_path) == _files(EXAMPLES / "mailbox")


def test_it_can_be_of_later_days(tmp_path: Path, mails: list[Mail]) -> None:
    runpy.run_path(str(EXAMPLES / "make.py"))["main"](tmp_path, 14)
    later = [Mail(parse(item.raw)) for item in open_mail([tmp_path]) if isinstance(item, RawMail)]
    assert [one.subject for one in later] == [mail.subject for mail in mails]
    for one, mail in zip(later, mails, strict=True):
        assert one.date
        assert mail.date
        assert one.date - mail.date == timedelta(days=14)
        assert [hop.time for hop in one.hops] == [one.date]


def test_it_is_mail_of_several_weeks_and_languages(mails: list[Mail]) -> None:
    assert len(mails) >= 38
    assert {mail.language for mail in mails} >= {"en", "ar", "fa"}
    times = [mail.date for mail in mails if mail.date]
    assert len(times) == len(mails)
    assert (max(times) - min(times)).days > 30
    assert not any(mail.message.defects for mail in mails)


def test_every_domain_is_reserved_or_the_fact_itself(mails: list[Mail]) -> None:
    hosts = {link.host for mail in mails for link in mail.web_links} | {mail.sender.domain for mail in mails}
    assert {host for host in hosts if not host.endswith(RESERVED)} <= FACTS_OF_ATTACKS


def test_the_profile_is_valid_and_marked_synthetic() -> None:
    profile = load((EXAMPLES / "profile.toml").read_bytes())
    assert "synthetic" in profile.organisation.name
    assert any(person.tips for person in profile.person)


def test_the_code_in_the_picture_can_be_read(mails: list[Mail]) -> None:
    zxingcpp = pytest.importorskip("zxingcpp")
    from io import BytesIO

    from PIL import Image

    image = next(file for mail in mails for file in mail.attachments if file.declared == "image/png")
    with Image.open(BytesIO(image.data)) as opened:
        assert zxingcpp.read_barcodes(opened)[0].text == "https://quaymail.sign-in.test/r/dana"
