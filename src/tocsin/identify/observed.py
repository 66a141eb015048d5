"""What a message shows that others may warn of: addresses, links, files, and where it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Final, TypeVar

from tocsin.identify.files import file_links, files
from tocsin.identify.mail import Mail
from tocsin.identify.qr import codes
from tocsin.identify.route import is_private
from tocsin.identify.traces import plain
from tocsin.model.observed import ObservedFile, ObservedMail

_MOST_URLS: Final = 200
_MOST_FILES: Final = 50
_MOST_RECIPIENTS: Final = 50
_MOST_RELAYS: Final = 20
_LONGEST_URL: Final = 2_000
_LONGEST: Final = 500
T = TypeVar("T")
_File = tuple[str, str, str, str, int]
"""Name, SHA-256, SHA-1, MD5, size."""


def observed_of(mail: Mail, received: datetime) -> ObservedMail:
    """Return what a message shows. Links are as they stand there, and as they open; files, those in archives too."""
    urls, more_urls = _few(dict.fromkeys(_urls(mail)), _MOST_URLS)
    several, more_files = _few(dict.fromkeys(_files(mail)), _MOST_FILES)
    return ObservedMail(
        received=received,
        sender=plain(mail.sender.email, 320),
        sender_name=plain(mail.sender.name, 200),
        others=tuple(dict.fromkeys(_others(mail))),
        recipients=tuple(plain(one.email, 320) for one in mail.recipients[:_MOST_RECIPIENTS] if one.email),
        subject=plain(mail.subject, _LONGEST),
        message_id=plain(mail.message_id, 200),
        urls=urls,
        files=tuple(ObservedFile(name, {"SHA-256": sha256, "SHA-1": sha1, "MD5": md5}, size)
                    for name, sha256, sha1, md5, size in several),
        relays=tuple(islice(dict.fromkeys(_relays(mail)), _MOST_RELAYS)),
        left_out=more_urls + more_files,
    )  # fmt: skip


def _few(several: dict[T, None], most: int) -> tuple[tuple[T, ...], int]:
    kept = tuple(islice(several, most))
    return kept, len(several) - len(kept)


def _others(mail: Mail) -> Iterator[str]:
    addresses = [address.email for address in mail.reply_to[:3]] + [mail.return_path]
    return (plain(one, 320) for one in addresses if "@" in one and one != mail.sender.email)


def _urls(mail: Mail) -> Iterator[str]:
    for link in (*mail.web_links, *file_links(mail), *codes(mail)):
        for url in (link.url, link.opened):
            if url.host:
                yield plain(url.raw, _LONGEST_URL)


def _files(mail: Mail) -> Iterator[_File]:
    for one in files(mail):
        if one.data:
            sha1, md5 = (hashlib.new(name, one.data, usedforsecurity=False) for name in ("sha1", "md5"))
            sha256 = hashlib.sha256(one.data).hexdigest()
            yield plain(one.name, _LONGEST), sha256, sha1.hexdigest(), md5.hexdigest(), len(one.data)


def _relays(mail: Mail) -> Iterator[str]:
    return (hop.address.strip("[]") for hop in mail.hops if hop.address and not is_private(hop.address))
