"""Where a message entered the house, and what the machines on its way are."""

from __future__ import annotations

import pytest

from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail
from tocsin.identify.route import (
    family,
    hosts_on_the_way,
    is_dynamic,
    is_private,
    is_rented,
    is_signed_by_sender,
    is_stamped_by_receiver,
    sending_hop,
    signers,
    was_handled_by,
)


def _mail(*received: str, extra: str = "") -> Mail:
    head = "".join(f"Received: {value}\n" for value in received)
    return Mail(parse(f"{head}{extra}From: Ada <ada@sender.example>\n\nx\n".encode()))


@pytest.mark.parametrize(
    ("received", "helo"),
    [
        (("from mx.sender.example (192.0.2.1) by mx.harbour.example",), "mx.sender.example"),
        (
            (
                "from a.prod.outlook.com (2603::1) by b.outlook.office365.com with HTTPS",
                "from box.other.test (192.0.2.1) by c.mail.protection.outlook.com with SMTP",
                "from desk (desk [10.0.0.1]) by box.other.test",
            ),
            "box.other.test",
        ),
        (("by 2002:ac0:f3d0:: with SMTP id x", "from mta.test (mta.test. [192.0.2.1]) by mx.google.com"), "mta.test"),
        (
            ("from localhost (localhost [127.0.0.1]) by mx.harbour.example", "from a.test by mx.harbour.example"),
            "a.test",
        ),
        (("from pop.test [192.0.2.1] by localhost with IMAP (fetchmail)", "from b.test by pop.test"), "b.test"),
    ],
)
def test_the_hop_into_the_house(received: tuple[str, ...], helo: str) -> None:
    hop = sending_hop(_mail(*received))
    assert hop is not None
    assert hop.helo == helo


def test_no_way_is_no_answer() -> None:
    assert sending_hop(_mail()) is None
    assert sending_hop(_mail("from desk.harbour.example (10.0.0.1) by mx.harbour.example")) is None


def test_a_providers_machines_are_one_family() -> None:
    assert family("a.prod.outlook.com") == family("b.office365.com")
    assert family("mail.google.com") == family("gmail.com")
    assert family("a.sender.example") == "sender.example"


def test_who_handled_it() -> None:
    mail = _mail("from mail-1.google.com (192.0.2.1) by mx.harbour.example")
    assert was_handled_by(mail, "gmail.com")
    assert was_handled_by(mail, "harbour.example")
    assert not was_handled_by(mail, "sender.example")
    assert hosts_on_the_way(mail) == {"mail-1.google.com", "mx.harbour.example"}


def test_signers_are_named_not_believed() -> None:
    extra = "DKIM-Signature: v=1; a=rsa-sha256; d=Mail.Sender.Example; s=x; b=y\nDKIM-Signature: bh=d=no; s=x\n"
    assert signers(_mail(extra=extra)) == ("mail.sender.example",)
    assert is_signed_by_sender(_mail(extra=extra))
    assert not is_signed_by_sender(_mail())


@pytest.mark.parametrize(
    "address", ["10.1.2.3", "192.168.0.1", "172.20.1.1", "127.0.0.1", "100.64.0.1", "::1", "fe80::1", "IPv6:fd00::1"]
)
def test_private_addresses(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["192.0.2.1", "172.32.1.1", "100.128.0.1", "2603:10b6::1", "", "rubbish"])
def test_public_addresses(address: str) -> None:
    assert not is_private(address)


def test_what_reverse_names_tell() -> None:
    assert is_dynamic("adsl-203-0-113-9.dsl.carrier.test")
    assert not is_dynamic("mail.poolside.example")
    assert not is_dynamic("smtp.dyn.carrier.test")
    assert is_rented("vmi123456.contaboserver.net")
    assert not is_rented("vps.sender.example")


@pytest.mark.parametrize(
    ("number", "stamped"),
    [
        ("01234567-89ab-4cde-8f01-23456789abcd@XX1.eop-eur01.prod.protection.outlook.com", True),
        ("XX0PR01MB0001ABCDEF@XX0PR01MB0001.namprd01.prod.outlook.com", False),
        ("0123.abcdSMTPIN_ADDED_MISSING@mx.google.com", True),
        ("CAAbc@mail.gmail.com", False),
        ("", False),
    ],
)
def test_numbers_made_by_the_receiver(number: str, stamped: bool) -> None:
    assert is_stamped_by_receiver(_mail(extra=f"Message-ID: <{number}>\n" if number else "")) is stamped
