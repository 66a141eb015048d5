"""A link whose host is an IP address in disguise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import (
    address_of,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_PLAIN: Final = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")


@check(
    id="link-address-disguised",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1027"),
    explain={
        "en": "A link hides a network address behind an unusual way of writing it.",
        "ar": "يخفي أحد الروابط عنوان شبكة بكتابته كتابةً غير معتادة.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "http://3405803783/x")]),
        message(links=[("Open", "http://0xcb.0x00.0x71.0x07/x")]),
    ],
    misses=lambda: [
        message(links=[("Open", "http://203.0.113.7/x")]),
        message(links=[("Open", "http://mail7.example/x")]),
    ],
)
def link_address_disguised(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Octal, hexadecimal or a single number; browsers accept them all."""
    for link in sites.sites(mail):
        host = link.host
        if not host[:1].isdigit() or _PLAIN.fullmatch(host):
            continue
        address = address_of(host)
        if address is not None and "." + host.rpartition(".")[2] != host:
            yield evidence(link.span, host=host, opened=str(address))
