"""A message as the checks look at it: every view worked out once, when first asked for."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import Any, Final

from msgspec import Struct

from tocsin.common.hosts import registrable, within
from tocsin.common.language import guess_language
from tocsin.common.text import Folded
from tocsin.common.urls import Url, find_urls, parse_url, shown_host, unwrap
from tocsin.formats.content import decode_part, decode_text
from tocsin.formats.header import MAX_ADDRESSES, decode_words, message_ids, parse_addresses, parse_date
from tocsin.formats.html import EMPTY, Page, read_page
from tocsin.formats.sniff import sniff
from tocsin.identify.quotes import strip_quotes
from tocsin.identify.unwrapped import expanded
from tocsin.model.defect import Defect
from tocsin.model.limits import Limits
from tocsin.model.message import Address, Message, Part
from tocsin.model.verdict import Span

_CUT: Final = frozenset(
    """header-too-large html-too-deep html-too-many-tags message-cut part-cut text-cut too-deep too-many-headers
    too-many-links too-many-parts""".split()
)
_NOBODY: Final = Address("", "")


class Text:
    """One text of the message: what a reader reads in one place."""

    def __init__(self, part: str, layer: str, content: str) -> None:
        self.part = part
        self.layer = layer
        """`header:subject`, `header:from`, `text`, `visible`, `hidden` or `file`."""
        self.content = content

    @cached_property
    def folded(self) -> Folded:
        """The text folded for matching."""
        return Folded(self.content)

    def span(self, start: int, end: int) -> Span:
        """The place of characters `start` to `end` of the content."""
        return Span(self.part, self.layer, start, end)


class Link(Struct, frozen=True, dict=True):
    """A link of the message. `opened` is what `url` leads to once wrappers are undone."""

    url: Url
    opened: Url
    shown: str
    span: Span
    kind: str
    """`a`, `area`, `form`, `refresh`, `text` (in plain text), `qr`, `file` (inside an attachment), `calendar`."""

    @property
    def shown_host(self) -> str:
        """The host that the text of the link claims to open, or ""."""
        return shown_host(self.shown)

    @cached_property
    def host(self) -> str:
        """The host that is opened in the end."""
        return self.opened.host

    @cached_property
    def domain(self) -> str:
        """The registrable domain that is opened in the end."""
        return self.opened.domain


class Hop(Struct, frozen=True):
    """One Received stamp."""

    by: str
    helo: str
    address: str
    """The IP address the hop saw, as written."""
    host: str
    """The name the hop found for that address, or ""."""
    time: datetime | None
    raw: str


class Attachment:
    """A part that is a file for the reader."""

    def __init__(self, part: Part, limits: Limits) -> None:
        self.part = part
        self._limits = limits

    @property
    def name(self) -> str:
        """The file name as given (decoded), or ""."""
        return self.part.filename

    @property
    def extension(self) -> str:
        """What stands behind the last dot of the name, in lower case."""
        stem, dot, extension = self.name.rstrip(" .").rpartition(".")
        return extension.lower() if dot and stem else ""

    @property
    def declared(self) -> str:
        """The media type the message claims."""
        return self.part.media_type

    @cached_property
    def data(self) -> bytes:
        """The decoded bytes, up to the limit."""
        return decode_part(self.part, self._limits)

    @cached_property
    def kind(self) -> str:
        """What the bytes are (see `tocsin.formats.sniff`)."""
        return sniff(self.data)

    @cached_property
    def text(self) -> str:
        """The bytes read as text by the declared charset, up to the limit."""
        return decode_text(self.part, self._limits)

    @cached_property
    def sha256(self) -> str:
        """The digest of the decoded bytes, hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def inline(self) -> bool:
        """Whether the body shows it (an image with a content id, say)."""
        return self.part.disposition == "inline" or bool(self.part.header("content-id"))

    @property
    def span(self) -> Span:
        """Its place: the part as a whole."""
        return Span(self.part.path, "file")


class Mail:
    """Everything a check may look at. Properties are computed once, when first used."""

    def __init__(self, message: Message, limits: Limits = Limits(), depth: int = 0) -> None:
        self.message = message
        self.limits = limits
        self.depth = depth
        self.remembered: dict[object, Any] = {}
        """What was worked out of it elsewhere, by who worked it out (see `tocsin.identify.memo`)."""

    # ---- headers

    def header(self, name: str) -> str:
        """The decoded value of the first field of that name (given in lower case), or ""."""
        return decode_words(self.message.root.header(name))

    def has(self, name: str) -> bool:
        """Whether a field of that name (given in lower case) is there."""
        return name in self.header_names

    @cached_property
    def header_names(self) -> frozenset[str]:
        """Names of all header fields, in lower case."""
        return frozenset(field.key for field in self.message.headers)

    @cached_property
    def subject(self) -> str:
        """The decoded subject."""
        return self.header("subject")

    @cached_property
    def senders(self) -> tuple[Address, ...]:
        """All mailboxes of all From fields."""
        return tuple(a for value in self.message.values("from") for a in parse_addresses(value))

    @cached_property
    def sender(self) -> Address:
        """The first mailbox of From that has an address, under all the names before it; empty where there is none.

        `PayPal, <x@other.test>` is two mailboxes to a strict reader and one sender to a person.
        """
        first = next((number for number, address in enumerate(self.senders) if address.email), 0)
        if first == 0:
            return self.senders[0] if self.senders else _NOBODY
        names = dict.fromkeys(address.name for address in self.senders[: first + 1] if address.name)
        return Address(" ".join(names), self.senders[first].email)

    @cached_property
    def sender_domain(self) -> str:
        """The registrable domain of the sender's address, or ""."""
        return registrable(self.sender.domain) if self.sender.domain else ""

    @cached_property
    def reply_to(self) -> tuple[Address, ...]:
        """Mailboxes of Reply-To."""
        return parse_addresses(self.message.root.header("reply-to"))

    @cached_property
    def return_path(self) -> str:
        """The envelope sender as stamped on delivery, or ""."""
        found = parse_addresses(self.message.root.header("return-path"))
        return found[0].email if found else ""

    @cached_property
    def to(self) -> tuple[Address, ...]:
        """Mailboxes of To."""
        return parse_addresses(b", ".join(self.message.values("to")))

    @cached_property
    def cc(self) -> tuple[Address, ...]:
        """Mailboxes of Cc."""
        return parse_addresses(b", ".join(self.message.values("cc")))

    @property
    def recipients(self) -> tuple[Address, ...]:
        """Mailboxes of To and Cc."""
        return self.to + self.cc

    @cached_property
    def message_id(self) -> str:
        """The message id without angle brackets, or ""."""
        found = message_ids(self.message.root.header("message-id"))
        return found[0] if found else self.header("message-id").strip("<> ")

    @cached_property
    def references(self) -> tuple[str, ...]:
        """Message ids of References and In-Reply-To, each once, in order."""
        root = self.message.root
        return tuple(dict.fromkeys(message_ids(root.header("references")) + message_ids(root.header("in-reply-to"))))

    @cached_property
    def date(self) -> datetime | None:
        """The Date header: the sender's word."""
        return parse_date(self.message.root.header("date"))

    @cached_property
    def hops(self) -> tuple[Hop, ...]:
        """Received stamps, the newest first; at most 50."""
        return tuple(_hop(value) for value in self.message.values("received")[:50])

    @cached_property
    def mailer(self) -> str:
        """User-Agent or X-Mailer, or ""."""
        return self.header("user-agent") or self.header("x-mailer")

    # ---- texts

    @cached_property
    def root(self) -> Part:
        """The tree of parts, with winmail.dat and opaque signatures opened (below the wrapper's own path)."""
        return expanded(self.message.root, self.limits)

    @cached_property
    def body_parts(self) -> tuple[Part, ...]:
        """Text parts that a mail program shows as the body, outside of attachments and nested messages."""
        return tuple(_body_parts(self.root))

    @cached_property
    def sources(self) -> dict[str, str]:
        """The body parts decoded, up to the limit, by part path."""
        return {part.path: decode_text(part, self.limits) for part in self.body_parts}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The HTML parts of the body, by part path."""
        return {
            part.path: read_page(self.sources[part.path]) for part in self.body_parts if part.media_type == "text/html"
        }

    @property
    def page(self) -> Page:
        """The first HTML part of the body; an empty page where there is none."""
        return next(iter(self.pages.values()), EMPTY)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Subject, sender's name, every body part as a reader sees it, then hidden text."""
        texts = [Text("", "header:subject", self.subject), Text("", "header:from", self.sender.name)]
        hidden = []
        for part in self.body_parts:
            page = self.pages.get(part.path)
            if page is None:
                texts.append(Text(part.path, "text", self.sources[part.path]))
                continue
            texts.append(Text(part.path, "visible", page.text))
            if page.hidden:
                hidden.append(Text(part.path, "hidden", page.hidden))
        return tuple(texts + hidden)

    @cached_property
    def body(self) -> Text:
        """The text a reader reads: the HTML part if it shows any, else the plain one; an empty text if neither."""
        bodies = [text for text in self.texts if text.layer in ("visible", "text")]
        shown = [text for text in bodies if text.content.strip()]
        return next((t for t in shown if t.layer == "visible"), shown[0] if shown else Text("1", "text", ""))

    @cached_property
    def own_words(self) -> str:
        """The body without quoted earlier messages and signature: what this sender wrote now."""
        return strip_quotes(self.body.content)

    @cached_property
    def language(self) -> str:
        """ISO 639-1 code of the body's (or else the subject's) language, or ""."""
        return guess_language(self.body.content) or guess_language(self.subject)

    # ---- links and files

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links of the body, up to the limit: of HTML, and of plain text. See `file_links` for attachments."""
        found: list[Link] = []
        opened: dict[str, tuple[Url, Url]] = {}
        for path, page in self.pages.items():
            for anchor in page.anchors:
                if anchor.url and not anchor.url.startswith("#"):
                    if anchor.url not in opened:
                        url = parse_url(anchor.url)
                        opened[anchor.url] = url, unwrap(url)
                    span = Span(path, "visible", anchor.start, anchor.end)
                    found.append(Link(*opened[anchor.url], anchor.shown, span, anchor.kind))
        for text in self.texts:
            if text.layer == "text" or (text.layer == "visible" and not self.pages[text.part].anchors):
                found.extend(_text_links(text))
        return tuple(found[: self.limits.max_links])

    @cached_property
    def web_links(self) -> tuple[Link, ...]:
        """Links that a browser would open over the network."""
        return tuple(link for link in self.links if link.opened.is_web)

    @cached_property
    def link_domains(self) -> frozenset[str]:
        """Registrable domains that the web links open."""
        return frozenset(link.domain for link in self.web_links)

    @cached_property
    def attachments(self) -> tuple[Attachment, ...]:
        """Leaf parts that are files for the reader (also inline images), outside of nested messages."""
        body = {part.path for part in self.body_parts}
        return tuple(
            Attachment(part, self.limits)
            for part in _leaves(self.root)
            if part.path not in body and (part.size or part.filename)
        )

    @cached_property
    def nested(self) -> tuple[Mail, ...]:
        """Messages attached to this one."""
        found = []
        for part in self.message.parts:
            if part.media_type in ("message/rfc822", "message/global") and part.children and self.depth < 5:
                child = part.children[0]
                inner = Message(child.source[child.start : child.end], child, tuple(_walk(child)), ())
                found.append(Mail(inner, self.limits, self.depth + 1))
        return tuple(found)

    @cached_property
    def defects(self) -> tuple[Defect, ...]:
        """What is malformed, ambiguous or over a limit: found by the parser, and when contents were read."""
        limits = self.limits
        found = list(self.message.defects)
        for path, page in self.pages.items():
            found += [Defect(code, path) for code in page.defects]
        found += [Defect("text-cut", path) for path, text in self.sources.items() if len(text) >= limits.max_text_chars]
        decoded = {"base64": 3, "quoted-printable": 4}
        for part in self.message.parts:
            if not part.children and part.size * decoded.get(part.encoding, 4) // 4 > limits.max_decoded_bytes:
                found.append(Defect("part-cut", part.path))
        if len(self.links) >= limits.max_links:
            found.append(Defect("too-many-links", str(limits.max_links)))
        if max(len(self.to), len(self.cc), len(self.senders)) >= MAX_ADDRESSES:
            found.append(Defect("too-many-addresses", str(MAX_ADDRESSES)))
        return tuple(found)

    @property
    def is_cut(self) -> bool:
        """Whether something a reader would see lies beyond a limit, so that nobody has judged it."""
        return any(defect.code in _CUT for defect in self.defects)

    # ---- what kind of mail

    @cached_property
    def is_list(self) -> bool:
        """Whether it carries the headers of a mailing list or bulk sender (RFC 2369, 2919, 8058)."""
        return bool({"list-id", "list-unsubscribe", "list-post", "list-help"} & self.header_names)

    def from_domain(self, domains: frozenset[str] | tuple[str, ...]) -> bool:
        """Whether the sender's address lies within one of `domains`."""
        return bool(self.sender.domain) and within(self.sender.domain, domains)


_RECEIVED: Final = re.compile(
    r"(?:from\s+(?P<helo>[^\s();]+))?(?:\s*\((?P<comment>[^()]*(?:\([^()]*\)[^()]*)*+)\))?.*?\bby\s+(?P<by>[^\s();]+)",
    re.IGNORECASE | re.DOTALL,
)
_IP: Final = re.compile(r"(?i)\[?((?:\d{1,3}\.){3}\d{1,3}|(?:IPv6:)?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})\]?")
_NAME: Final = re.compile(r"(?<![\w.@\-])((?:[\w\-]{1,63}\.){1,8}[a-z]{2,24})(?![\w.])", re.IGNORECASE)


def _hop(value: bytes) -> Hop:
    raw = value[:2048].decode("latin-1")
    match = _RECEIVED.match(raw)
    helo = comment = by = ""
    if match:
        helo, comment, by = match["helo"] or "", match["comment"] or "", match["by"] or ""
    address = _IP.search(comment) or _IP.fullmatch(helo)
    host = _NAME.search(comment)
    stamp = parse_date(raw.rpartition(";")[2]) if ";" in raw else parse_date(raw)
    return Hop(
        by.lower().rstrip("."),
        helo.lower().strip("[]"),
        address[1] if address else "",
        host[1].lower() if host else "",
        stamp,
        raw,
    )


def _body_parts(root: Part) -> Iterator[Part]:
    for part in _leaves(root):
        if part.media_type in ("text/plain", "text/html", "text/enriched") and (
            part.disposition != "attachment" and not (part.filename and part.path != root.path)
        ):
            yield part


def _leaves(root: Part) -> Iterator[Part]:
    """Leaf parts in order, not descending into nested messages (which are leaves here)."""
    stack = [root]
    while stack:
        part = stack.pop()
        if part.children and part.media_type.startswith("multipart/"):
            stack.extend(reversed(part.children))
        elif not part.children:
            yield part


def _walk(root: Part) -> Iterator[Part]:
    stack = [root]
    while stack:
        part = stack.pop()
        yield part
        stack.extend(reversed(part.children))


def _text_links(text: Text) -> Iterator[Link]:
    for start, end in find_urls(text.content):
        words = text.content[start:end]
        url = parse_url("http" + words[4:] if words[:4].lower() == "hxxp" else words)
        yield Link(url, unwrap(url), "", text.span(start, end), "text")
