"""One judged message as `tocsin show` shows it: harmless text with the evidence marked, links and files told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.identify.authentication import authentication
from tocsin.identify.mail import Link, Mail, Text
from tocsin.model.context import Context
from tocsin.model.verdict import Finding, Verdict
from tocsin.render.plain import defang, defang_pieces, defang_value, harmless, one_line
from tocsin.render.words import N_, Words

FIELDS: Final = {
    "from": N_("From"),
    "reply-to": N_("Reply to"),
    "return-path": N_("Bounces to"),
    "to": N_("To"),
    "cc": N_("Copy to"),
    "subject": N_("Subject"),
    "date": N_("Date, by the sender"),
    "message-id": N_("Message id"),
    "user-agent": N_("Mail program"),
    "x-mailer": N_("Mail program"),
}
TEXT: Final = 20_000
"""Characters of text that are shown."""
LINKS: Final = 100

Piece = tuple[str, bool]
"""Text, and whether it is evidence."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A link: what it shows, what it opens, and the wrapper around that, if there is one."""

    shown: str
    opened: str
    through: str
    kind: str


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file: name, what it is and what it claims to be, size in bytes, digest."""

    name: str
    kind: str
    declared: str
    size: int
    sha256: str


class View:
    """What is shown of a message; every text in it is harmless."""

    def __init__(self, mail: Mail, verdict: Verdict, context: Context) -> None:
        self.mail = mail
        self.verdict = verdict
        self.context = context

    def fields(self, words: Words) -> list[tuple[str, str]]:
        """The header fields that matter."""
        found = [(words.gettext(label), self.mail.header(name)) for name, label in FIELDS.items()]
        return [(label, one_line(value, 500)) for label, value in found if value.strip()]

    @property
    def route(self) -> list[tuple[str, str, str]]:
        """(time, from, by) of each hop, the oldest first."""
        return [
            (
                hop.time.strftime("%Y-%m-%d %H:%M:%S %z") if hop.time else "",
                one_line(" ".join(dict.fromkeys(part for part in (hop.helo, hop.host, hop.address) if part)), 200),
                one_line(hop.by, 200),
            )
            for hop in reversed(self.mail.hops)
        ]

    @property
    def authentication(self) -> list[tuple[str, str]]:
        """(method, result) as a trusted hop gave them; empty where none did."""
        known = authentication(self.mail, self.context)
        found = [("SPF", f"{known.spf} {known.spf_domain}".strip())]
        found += [("DKIM", f"{result} {domain}".strip()) for result, domain in known.dkim]
        found += [("DMARC", known.dmarc), ("ARC", known.arc)]
        return [(method, one_line(result)) for method, result in found if result]

    @property
    def body(self) -> list[Piece]:
        """The text a reader reads, cut into pieces, evidence marked, links defanged."""
        return marked(self.mail.body, self.verdict.findings)

    @property
    def hidden(self) -> str:
        """Text that is there and that a mail program does not show."""
        hidden = " ".join(text.content for text in self.mail.texts if text.layer == "hidden")
        return defang(one_line(hidden, 2_000))

    @property
    def links(self) -> list[Opening]:
        """What the links show and open, each once; a bare one only where no other opens the same."""
        found = list(dict.fromkeys(_opening(link) for link in self.mail.links[:LINKS]))
        named = {link.opened for link in found if link.shown}
        return [link for link in found if link.shown or link.opened not in named]

    @property
    def files(self) -> list[Enclosed]:
        """The attachments."""
        return [
            Enclosed(one_line(file.name), file.kind, one_line(file.declared), len(file.data), file.sha256)
            for file in self.mail.attachments
        ]

    @property
    def raw_headers(self) -> str:
        """The header block as it came, harmless."""
        lines = [f"{field.name}: {field.value.decode('utf-8', 'replace')}" for field in self.mail.message.headers]
        return harmless("\n".join(lines))


def _opening(link: Link) -> Opening:
    opened = defang(one_line(link.opened.raw, 500))
    through = defang_value(link.url.host) if link.url.host != link.opened.host else ""
    return Opening(defang(one_line(link.shown, 200)), opened, through, link.kind)


def marked(text: Text, findings: Iterable[Finding]) -> list[Piece]:
    """Cut a text where evidence against the message begins and ends."""
    content = text.content[:TEXT]
    spans = [
        (piece.span.start, piece.span.end)
        for finding in findings
        if finding.weight > 0
        for piece in finding.evidence
        if piece.span is not None and (piece.span.part, piece.span.layer) == (text.part, text.layer)
    ]
    cuts, flags = _pieces(len(content), spans)
    return list(zip((harmless(piece) for piece in defang_pieces(*_cut(content, cuts))), flags, strict=True))


def _pieces(length: int, spans: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[bool]]:
    cuts: list[tuple[int, int]] = []
    flags: list[bool] = []
    reached = 0
    for first, last in sorted(spans):
        start, end = max(first, reached), min(last, length)
        if start >= end:
            continue
        if start > reached:
            cuts.append((reached, start))
            flags.append(False)
        cuts.append((start, end))
        flags.append(True)
        reached = end
    if reached < length:
        cuts.append((reached, length))
        flags.append(False)
    return cuts, flags


def _cut(content: str, cuts: Iterable[tuple[int, int]]) -> list[str]:
    return [content[start:end] for start, end in cuts]
