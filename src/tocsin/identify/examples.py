"""Small messages for the examples of checks: what a check must find, and what it must leave alone."""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.header import Header

from tocsin.model.context import Context
from tocsin.model.profile import Brand, Kind, Organisation, Partner, Person, Profile

PROFILE = Profile(
    organisation=Organisation(
        name="Harbour Campaign (synthetic)",
        kind=Kind.CAMPAIGN,
        domains=("harbour.example",),
        languages=("en", "ar"),
        trusted_hops=("mx.harbour.example",),
        names=("Harbour", "حملة الميناء"),
    ),
    partner=(Partner("Lighthouse Institute (synthetic)", ("lighthouse.example",)),),
    brand=(Brand("Quaymail (synthetic)", ("quaymail.example",)),),
    person=(
        Person("Dana Osman", ("dana@harbour.example",), ("dana.osman@private.example",), True, False, ("دانا عثمان",)),
        Person("Sami Haddad", ("sami@harbour.example",)),
        Person("Tips", ("tips@harbour.example",), tips=True),
    ),
)
"""The organisation of the examples. Synthetic, on reserved domains."""


@dataclass(frozen=True, slots=True)
class Example:
    """A message and what is known when it is judged."""

    raw: bytes
    context: Context = field(default_factory=Context)


def message(
    *,
    sender: str = "Ada Writer <ada@sender.example>",
    to: str = "user@harbour.example",
    subject: str = "Hello",
    text: str = "",
    page: str = "",
    links: Sequence[tuple[str, str]] = (),
    headers: Sequence[tuple[str, str]] = (),
    attachments: Sequence[tuple[str, str, bytes]] = (),
    date: str = "Tue, 03 Mar 2026 10:00:00 +0000",
    message_id: str = "<1@sender.example>",
    context: Context | None = None,
) -> Example:
    """Build an example. `links` are (shown, URL) pairs appended to the HTML body; `headers` go on top, in order.

    An empty `date` or `message_id` leaves that field out. `attachments` are (file name, media type, bytes).
    """
    lines = [f"{name}: {value}" for name, value in headers]
    lines += [f"From: {_encoded_address(sender)}", f"To: {to}", f"Subject: {_encoded(subject)}"]
    lines += [f"Date: {date}"] if date else []
    lines += [f"Message-ID: {message_id}"] if message_id else []
    lines.append("MIME-Version: 1.0")
    if links:
        page += "".join(f'<p><a href="{html.escape(url)}">{html.escape(shown)}</a></p>' for shown, url in links)
    bodies = [("text/plain", text)] * bool(text or not page) + [("text/html", page)] * bool(page)
    parts = [_part(f"{kind}; charset=utf-8", body.encode()) for kind, body in bodies]
    parts += [_part(f'{kind}; name="{_encoded(name)}"', data, name) for name, kind, data in attachments]
    if len(parts) == 1:
        raw = "\n".join(lines) + "\n" + parts[0]
    else:
        kind = "mixed" if attachments else "alternative"
        lines.append(f'Content-Type: multipart/{kind}; boundary="b0undary"')
        raw = "\n".join(lines) + "\n\n" + "".join(f"--b0undary\n{part}\n" for part in parts) + "--b0undary--\n"
    return Example(raw.encode(), context or Context(profile=PROFILE))


def _part(content_type: str, data: bytes, filename: str = "") -> str:
    head = f"Content-Type: {content_type}\nContent-Transfer-Encoding: base64\n"
    if filename:
        head += f'Content-Disposition: attachment; filename="{_encoded(filename)}"\n'
    return head + "\n" + base64.encodebytes(data).decode("ascii")


def _encoded(value: str) -> str:
    return value if value.isascii() else Header(value, "utf-8", maxlinelen=10_000).encode()


def _encoded_address(value: str) -> str:
    name, mark, rest = value.rpartition("<")
    return value if not mark else f"{_encoded(name.strip())} <{rest}".strip()
