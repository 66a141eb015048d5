"""Where mail parsers read one message differently, and why: three views of it, and the cause of each difference.

The three are this project's parser, Python's `email` (compat32), and fast-mail-parser. A cause is found from the bytes
and from our defects, never from which of them agree.
"""

from __future__ import annotations

import email
import email.header
import email.message
import email.utils
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import fast_mail_parser

from tocsin.formats.charset import known_charset
from tocsin.formats.content import decode_part
from tocsin.formats.header import decode_words, parse_addresses
from tocsin.formats.mime import parse
from tocsin.model.message import Message, Part

ASPECTS = ("types", "bodies", "names", "subject", "sender")


@dataclass(frozen=True)
class View:
    """What one parser reads of a message; bodies without line ends and outer white space."""

    types: tuple[str, ...] = ()
    bodies: tuple[bytes, ...] = ()
    names: tuple[str, ...] = ()
    subject: str = ""
    sender: str = ""


@dataclass(frozen=True)
class Difference:
    """`other` reads `aspect` of the message differently from us, because of `cause`."""

    other: str
    aspect: str
    cause: str


def ours(message: Message) -> View:
    """The message as this project reads it."""
    leaves = [part for part in message.parts if not part.children]
    sender = next(iter(parse_addresses(message.root.header("from"))), None)
    return View(
        tuple(part.media_type for part in leaves),
        tuple(_plain(decode_part(part)) for part in leaves),
        tuple(sorted(part.filename for part in message.parts if part.filename)),
        _words(decode_words(message.root.header("subject"))),
        sender.email if sender else "",
    )


def stdlib(raw: bytes) -> View:
    """The message as Python's `email` reads it; raises what that raises."""
    parsed = email.message_from_bytes(raw)
    leaves = [part for part in parsed.walk() if not part.is_multipart()]
    subject = email.header.make_header(email.header.decode_header(parsed.get("subject", "")))
    return View(
        tuple(part.get_content_type() for part in leaves),
        tuple(_plain(_payload(part)) for part in leaves),
        tuple(sorted(name for part in parsed.walk() if (name := part.get_filename()))),
        _words(str(subject)),
        email.utils.parseaddr(str(parsed.get("from", "")))[1].lower(),
    )


def _payload(part: email.message.Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def fast(raw: bytes) -> View:
    """The message as fast-mail-parser reads it; raises what that raises."""
    tree = fast_mail_parser.parse_email_tree(raw)
    mail = fast_mail_parser.parse_email(raw)
    nodes = list(fast_mail_parser.walk(tree))
    leaves = [node for node in nodes if not node.children]
    return View(
        tuple(node.content_type.lower() for node in leaves),
        tuple(_plain(node.content or b"") for node in leaves),
        tuple(sorted(node.filename for node in nodes if node.filename)),
        _words(mail.subject or ""),
        (mail.from_.address if mail.from_ else "").lower(),
    )


def _plain(content: bytes) -> bytes:
    return b" ".join(content.split())


def _words(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode().split())


VIEWS = {"stdlib": stdlib, "fast": fast}


def compare(raw: bytes) -> Iterator[Difference]:
    """Every difference of the two others from us."""
    facts = Facts(raw, parse(raw))
    mine = ours(facts.message)
    for other, view in VIEWS.items():
        try:
            theirs = view(raw)
        except Exception as error:  # noqa: BLE001 - whatever they raise is what is counted
            yield Difference(other, "raises", type(error).__name__)
            continue
        for aspect in ASPECTS:
            if getattr(mine, aspect) != getattr(theirs, aspect):
                if aspect == "bodies" and mine.types != theirs.types:
                    continue  # other parts have other bodies: one difference
                yield Difference(other, aspect, cause(facts, aspect, mine, theirs))


class Facts:
    """What stands in the message that parsers are known to read differently."""

    def __init__(self, raw: bytes, message: Message) -> None:
        self.raw = raw
        self.message = message

    @cached_property
    def defects(self) -> frozenset[str]:
        """Codes of our parser's defects."""
        return frozenset(defect.code for defect in self.message.defects)

    @cached_property
    def leaves(self) -> list[Part]:
        """Parts without parts, in order."""
        return [part for part in self.message.parts if not part.children]

    def field(self, name: str) -> bytes:
        """The raw value of the first field of that name."""
        return self.message.root.header(name)


def cause(facts: Facts, aspect: str, mine: View, theirs: View) -> str:
    """The name of the cause, as the reference explains it; "unclassified" where none is known."""
    if aspect == "types":
        return _of_types(facts, mine, theirs)
    if aspect == "bodies":
        return _of_bodies(facts, mine, theirs)
    return _of_names(facts, mine, theirs) if aspect == "names" else _of_header(facts, aspect)


_UU = ("x-uuencode", "uuencode", "x-uue")
_WORD = re.compile(rb"=\?[^?]+\?[bBqQ]\?")


def _of_types(facts: Facts, mine: View, theirs: View) -> str:
    """Other parts were found."""
    if facts.defects & {"junk-in-header", "header-without-end"}:
        return "header-end"
    if "duplicate-header" in facts.defects:
        return "duplicate-field"
    if any(kind.startswith("message/") for kind in (*mine.types, *theirs.types)) and mine.types != theirs.types:
        return "message-subtype"
    if any(kind.startswith("multipart/") for kind in theirs.types):
        return "multipart-without-parts"
    if "bad-content-type" in facts.defects:
        return "bad-type"
    if facts.defects & {"boundary-not-closed", "boundary-not-found", "part-after-end", "conflicting-parameters"}:
        return "delimiters"
    if facts.defects & {"encoded-message"}:
        return "encoded-message"
    if _prefixed(facts.message):
        return "boundary-prefix"
    if any("/" not in kind for kind in theirs.types):
        return "bad-type"
    if any(not part.headers and not part.size for part in facts.leaves):
        return "empty-part"
    return "unclassified"


def _of_bodies(facts: Facts, mine: View, theirs: View) -> str:
    """The same parts have other contents."""
    if _separator(facts.raw):
        return "separator"
    if facts.defects & {"junk-in-header", "header-without-end"}:
        return "header-end"
    number = next(n for n, (one, two) in enumerate(zip(mine.bodies, theirs.bodies, strict=True)) if one != two)
    part = facts.leaves[number]
    if part.encoding in _UU:
        return "uuencode"
    if part.encoding == "base64":
        return "broken-base64"
    if part.encoding not in ("", "7bit", "8bit", "binary", "quoted-printable"):
        return "odd-encoding"
    if part.encoding == "quoted-printable":
        return "quoted-printable"
    if facts.defects & {"boundary-not-closed", "boundary-not-found", "part-after-end"}:
        return "delimiters"
    if known_charset(part.params.get("charset", "utf-8")) != "utf-8" or not mine.bodies[number].isascii():
        return "charset"
    return "unclassified"


def _of_names(facts: Facts, mine: View, theirs: View) -> str:
    """The files have other names."""
    values = b"\n".join(
        field.value
        for part in facts.message.parts
        for field in part.headers
        if field.key in ("content-type", "content-disposition")
    )
    if mine.types != theirs.types:
        return "other-parts"
    if not values.isascii():
        return "raw-octets"
    if _WORD.search(values):
        return "encoded-word"
    if b"*" in values:
        return "rfc2231"
    if b"\\" in values or b";" in values:
        return "parameter-syntax"
    return "unclassified"


def _of_header(facts: Facts, aspect: str) -> str:
    """A field of the header is read differently."""
    value = facts.field("subject" if aspect == "subject" else "from")
    if facts.defects & {"junk-in-header", "header-without-end"}:
        return "header-end"
    if facts.defects & {"duplicate-header", "repeated-header"}:
        return "duplicate-field"
    if _separator(facts.raw):
        return "separator"
    if not value.isascii():
        return "raw-octets"
    if b"=?" in value:
        return "encoded-word"
    if aspect == "sender" and value:
        return "address-syntax" if b"@" in value else "no-address"
    return "control-bytes" if any(byte < 32 for byte in value) else "unclassified"


def _prefixed(message: Message) -> bool:
    """Whether one boundary begins like another."""
    marks = [part.params["boundary"] for part in message.parts if "boundary" in part.params]
    return any(one != other and one.startswith(other) for one in marks for other in marks)


def _separator(raw: bytes) -> bool:
    return raw.startswith((b"From ", b">From ", b"\xef\xbb\xbf", b"\n", b"\r\n"))
