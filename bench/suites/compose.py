"""From a message as the TOML files describe it to the bytes a mailbox would hold. Deterministic."""

from __future__ import annotations

import io
import re
from datetime import datetime
from email import message_from_bytes
from email.charset import BASE64, QP, Charset
from email.encoders import encode_base64
from email.generator import BytesGenerator
from email.header import Header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime
from typing import Any

import msgspec

from bench.suites import routes, text
from bench.suites.attachments import Attachment, build


class Spec(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """One message. Addresses may be written `@mara`, `@mara/private`, `@noa/2` or `Some Name <@mara>`."""

    from_: str
    date: datetime
    """With the sender's own offset."""
    subject: str
    body: str
    to: list[str] = []
    cc: list[str] = []
    id: str = ""
    """A label by which later messages of the scenario refer to this one (and, for a tip, its name)."""
    re: str | None = None
    """The label this answers, `unseen:WORD` for a message nobody here has, "" for none; a thread's later
    messages answer the one before unless they say otherwise."""
    quote: bool = False
    """Whether the text of the answered message is quoted below."""
    quoted: str = ""
    """A quotation written out, for what the mailbox never saw."""
    form: str = ""
    """plain, both or html; by default what the mail program would send."""
    html: str = ""
    """Hand-written HTML in place of the rendered body."""
    mailer: str = ""
    route: str = ""
    auth: str = "pass"
    reply_to: str = ""
    return_path: str = ""
    headers: dict[str, str] = {}
    attach: list[Attachment] = []
    hostile: bool | None = None
    """Whether the attacker wrote it, where that cannot be seen from sender, route and auth (a taken-over account)."""
    twin: dict[str, Any] = {}
    """The fields that the benign twin has otherwise; `swap` in it replaces strings in this message."""


class Written(msgspec.Struct, frozen=True):
    """A message made: its bytes, its id and the chain of ids before it, and what a reply would quote."""

    raw: bytes
    message_id: str
    references: tuple[str, ...]
    quotable: str


_WRAPPING = {"gmail", "thunderbird", "proton", "gmx"}
_PLAIN_BY_DEFAULT = {"thunderbird", "roundcube", "python", "iphone"}


def write(spec: Spec, lang: str, seed: str, parent: Written | None, house: routes.House = routes.HARBOUR) -> Written:
    """Make the message; `parent` is the message it answers, `seed` fixes made-up marks, `house` is whose mail it is.

    Raises ValueError for a word (route, mailer, auth, form) that is not in the format.
    """
    envelope = _envelope(spec, seed, house)
    quotation = _quotation(spec, parent)
    body = spec.body.strip("\n") + (f"\n\n{quotation}" if quotation else "")
    message = _assemble(spec, body, envelope, lang)
    own_id = routes.message_id(envelope.sender, envelope.mailer, seed)
    references = _references(spec, envelope, parent)
    headers = _transport(envelope, spec) + _own_headers(spec, envelope, own_id, references)
    head = "".join(f"{name}: {value}\n" for name, value in headers).encode()
    return Written(head + _bytes(message), own_id, references, f"{_attribution(spec)}\n{_cited(text.plain(spec.body))}")


def split_address(value: str) -> tuple[str, str]:
    """Return display name and address of `Name <address>` or a bare address. Raises ValueError without an @."""
    found = re.fullmatch(r"\s*(?:(.*?)\s*<([^<>]*)>|(\S+))\s*", value, re.DOTALL)
    name, address = (found[1] or "", found[2] or found[3] or "") if found else ("", "")
    if "@" not in address:
        raise ValueError(f"{value!r} holds no address")
    return name.strip('"'), address


def _envelope(spec: Spec, seed: str, house: routes.House) -> routes.Envelope:
    sender = split_address(spec.from_)[1]
    route = spec.route or routes.default_route(sender, house)
    mailer = spec.mailer or routes.default_mailer(route)
    for word, allowed in ((route, routes.ROUTES), (mailer, routes.MAILERS), (spec.auth, routes.AUTHENTICATIONS)):
        if word not in allowed:
            raise ValueError(f"{word!r} is none of {sorted(allowed)}")
    bounce = spec.return_path or routes.default_return_path(sender, route, seed)
    return routes.Envelope(
        sender, split_address(spec.to[0])[1], bounce, spec.date, route, mailer, spec.auth, seed, house
    )


def _quotation(spec: Spec, parent: Written | None) -> str:
    if spec.quote and parent is None:
        raise ValueError("quote = true, but this message answers none of the scenario's")
    return spec.quoted.strip("\n") or (parent.quotable if spec.quote and parent else "")


def _attribution(spec: Spec) -> str:
    name, address = split_address(spec.from_)
    return f"On {spec.date:%a, %d %b %Y at %H:%M}, {name} <{address}> wrote:"


def _cited(shown: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in shown.rstrip("\n").split("\n"))


def _references(spec: Spec, envelope: routes.Envelope, parent: Written | None) -> tuple[str, ...]:
    if spec.re and spec.re.startswith("unseen:"):
        return (routes.message_id(envelope.recipient, "thunderbird", envelope.seed + spec.re),)
    return (*parent.references, parent.message_id) if parent else ()


def _transport(envelope: routes.Envelope, spec: Spec) -> list[tuple[str, str]]:
    """Return what the way of the message added on top; nothing for the sent copy of a message to strangers."""
    house = envelope.house.domain
    own = routes.domain(envelope.sender) == house and envelope.route == "house"
    if own and not any(routes.domain(split_address(to)[1]) == house for to in spec.to + spec.cc):
        return []
    top = [("Return-Path", f"<{envelope.return_path}>"), ("Delivered-To", envelope.recipient)]
    chain = routes.received(envelope)
    return [*top, chain[0], *routes.authentication(envelope), *chain[1:]]


def _own_headers(
    spec: Spec, envelope: routes.Envelope, own_id: str, references: tuple[str, ...]
) -> list[tuple[str, str]]:
    headers = [
        ("MIME-Version", "1.0"),
        ("Date", format_datetime(spec.date)),
        ("Message-ID", own_id),
        ("Subject", _encoded(spec.subject)),
        ("From", _mailbox(spec.from_)),
        ("To", _mailboxes(spec.to)),
    ]
    if spec.cc:
        headers.append(("Cc", _mailboxes(spec.cc)))
    if spec.reply_to:
        headers.append(("Reply-To", _mailbox(spec.reply_to)))
    if references:
        headers += [("In-Reply-To", references[-1]), ("References", "\n ".join(references[-8:]))]
    return headers + routes.program_header(envelope.mailer) + list(spec.headers.items())


def _encoded(value: str) -> str:
    return value if value.isascii() else Header(value, "utf-8", maxlinelen=74).encode()


def _mailbox(value: str) -> str:
    name, address = split_address(value)
    if not name:
        return address
    if not name.isascii():
        return f"{_encoded(name)} <{address}>"
    return f'"{name}" <{address}>' if re.search(r"[^\w \'-]", name) else f"{name} <{address}>"


def _mailboxes(values: list[str]) -> str:
    return ",\n ".join(map(_mailbox, values))


def _assemble(spec: Spec, body: str, envelope: routes.Envelope, lang: str) -> Message:
    content = _content(spec, body, envelope, lang)
    inline = [item for item in spec.attach if item.inline]
    beside = [item for item in spec.attach if not item.inline]
    if inline:
        content = _multipart("related", [content, *map(_attachment, inline)], envelope.seed)
    if beside:
        content = _multipart("mixed", [content, *map(_attachment, beside)], envelope.seed)
    return content


def _content(spec: Spec, body: str, envelope: routes.Envelope, lang: str) -> Message:
    form = spec.form or ("html" if spec.html else _usual_form(spec, envelope.mailer))
    width = 72 if envelope.mailer in _WRAPPING else None
    if form not in {"plain", "both", "html"}:
        raise ValueError(f"form {form!r} is none of plain, both, html")
    shown = spec.html or text.rich(body, lang)
    if form == "html":
        return _text(shown, "html")
    readable = _text(text.plain(body, width), "plain")
    return readable if form == "plain" else _multipart("alternative", [readable, _text(shown, "html")], envelope.seed)


def _usual_form(spec: Spec, mailer: str) -> str:
    has_markup = "](" in spec.body or "{{image:" in spec.body
    return "plain" if mailer in _PLAIN_BY_DEFAULT and not has_markup else "both"


def _text(value: str, subtype: str) -> Message:
    part = MIMENonMultipart("text", subtype, charset="utf-8")
    charset = Charset("utf-8")
    latin = sum(character.isascii() for character in value) * 4 > len(value) * 3
    charset.body_encoding = QP if latin else BASE64
    part.set_payload(value, charset)
    del part["MIME-Version"]
    return part


def _multipart(subtype: str, parts: list[Message], seed: str) -> Message:
    whole = MIMEMultipart(subtype, boundary=f"=-{routes.token(seed + subtype, 24)}")
    for part in parts:
        whole.attach(part)
    del whole["MIME-Version"]
    return whole


def _attachment(item: Attachment) -> Message:
    data, content_type = build(item)
    kind, _, rest = content_type.partition("/")
    subtype, *parameters = rest.split("; ")
    part = MIMEBase(kind, subtype)
    del part["MIME-Version"]
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        part.set_param(name, value)
    part.set_param("name", item.name if item.name.isascii() else _encoded(item.name))
    filename = item.name if item.name.isascii() else ("utf-8", "", item.name)
    part.add_header("Content-Disposition", "inline" if item.inline else "attachment", filename=filename)
    if item.inline:
        part.add_header("Content-ID", f"<{item.name}>")
    part.set_payload(data)
    if kind == "message":
        part.set_payload([_nested(data)])
    else:
        encode_base64(part)
    return part


def _nested(data: bytes) -> Message:
    return message_from_bytes(data)


def _bytes(message: Message) -> bytes:
    out = io.BytesIO()
    BytesGenerator(out, mangle_from_=False, maxheaderlen=0).flatten(message)
    return out.getvalue()
