"""The shapes of synthetic training mail: a `Book` of `Kind`s a language goes in, `Sample`s come out.

A content module (`training/synth/content/good_en.py`, ...) holds one constant `BOOK: Book`. Every text in a `Kind`
is a template in a small grammar:

* `{one|two|three}` picks one alternative at random; alternatives nest and may be empty: `{|very }glad`.
* `$name` is a fact, drawn once a message, so it says the same in subject and body. `FACTS` lists those that always
  exist; `Kind.words` adds a kind's own ones (their values are templates too). `$$` is a dollar sign.

Layouts, header sets and mailers are chosen by the engine and are shared between good and bad mail: a kind says only
who writes (`Sender`), what is said, and which families of layouts a real mailer would use for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Label = Literal["malicious", "unwanted", "clean"]
Lang = Literal["en", "de", "pt", "es", "fr", "ar", "fa", "he"]

LABELS: tuple[Label, ...] = ("malicious", "unwanted", "clean")
LANGS: tuple[Lang, ...] = ("en", "de", "pt", "es", "fr", "ar", "fa", "he")

Sender = Literal[
    "brand",  # clean: a real company from its own domain, aligned, links to itself
    "org",  # clean: an invented organisation, from its own domain or through an e-mail service provider
    "person",  # clean: a private person, mostly at a free mail provider
    "colleague",  # clean: a person at the recipient's or a partner's organisation
    "list",  # clean: a person through a discussion list (subject tag, List-* headers, footer)
    "system",  # clean: a machine of the recipient's own organisation (cron, monitoring, IT, meeting room)
    "impostor",  # bad: claims to be a brand and is not
    "house",  # bad: claims to be the recipient's own mail system or IT
    "peddler",  # bad: bulk spam from throw-away, hacked or abused senders
    "stranger",  # bad: a person's scam: free mail, hacked mailbox, answer wanted elsewhere
    "extorter",  # bad: a threat, often with the recipient's own address as sender
]
CLEAN_SENDERS: frozenset[str] = frozenset({"brand", "org", "person", "colleague", "list", "system"})

Link = Literal[
    "call",  # a link or button (to the sender's own place for clean mail, to a harvester or spam page for bad mail)
    "reply",  # answer by mail (bad mail: mostly to another address)
    "phone",  # call a number
    "cloud",  # clean: a document or form at a well-known cloud service; bad: a page hidden at such a service
    "file",  # open the attachment
    "none",
]

FACTS: tuple[str, ...] = (
    # the recipient
    "first", "last", "full", "email", "user", "rdomain",
    # the sender: a person's name, first name, the organisation or brand named, its domain, a job title
    "me", "mefirst", "brand", "branddomain", "org", "role",
    # numbers: money (ordinary, small fee, huge), percent, small number, last four digits, six-digit code, references
    "amount", "small", "big", "percent", "num", "card", "code", "ref", "order", "track", "phone", "ip",
    # time: a past date, a near future date, a time of day, a number of hours or days, month name, weekday, year
    "date", "soon", "time", "hours", "days", "month", "weekday", "year",
    # places and things: city, country, device, product, prize, file name, coin, wallet address
    "city", "country", "device", "product", "prize", "file", "coin", "wallet",
    # the link of the message, written out (for texts that show it)
    "url",
)  # fmt: skip

#: Families of layouts, see `layouts.FAMILIES`. A kind lists the families (or single layout names) it may appear in.
PLAIN = "plain"  # bare text letters
PERSONAL = "personal"  # what mail programs compose: Gmail, Outlook, Apple Mail, Thunderbird, web mail
REPLY = "reply"  # quoted answers, text and HTML (uses `Kind.quoted`)
FORWARD = "forward"  # forwarded messages (uses `Kind.quoted`)
NOTICE = "notice"  # transactional: card, button, code, receipt table, notification, letterhead
BULK = "bulk"  # newsletters and marketing: tables, hero image, columns, Mailchimp- and MJML-like
DIGEST = "digest"  # long lists of items (uses `Kind.items`)
IMAGE = "image"  # one or several linked images with alt texts
LIST = "list"  # discussion list: plain text, footer
BOUNCE = "bounce"  # delivery status notification (multipart/report)
SIMPLE = (PLAIN, PERSONAL)
MAILING = (BULK, NOTICE, IMAGE)
ALL = (PLAIN, PERSONAL, NOTICE, BULK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of message in one language."""

    id: str
    """Unique in its book, kebab-case: `password-expiry`. Twins in good and bad books may share an id."""
    label: Label
    sender: Sender
    subjects: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]
    """Slots in order; each is a tuple of alternatives of which one becomes a paragraph ("" leaves the slot out)."""
    brands: tuple[str, ...] = ()
    """Groups of `brands.BRANDS` (such as "parcel", "bank") for `brand` and `impostor`; brands of other languages'
    countries are left out."""
    names: tuple[str, ...] = ()
    """Display names instead of the role's usual ones."""
    locals: tuple[str, ...] = ()
    """Local parts of the From address instead of the role's usual ones."""
    calls: tuple[str, ...] = ()
    """Texts of the button or link; needed when `link` is "call" or "cloud"."""
    link: Link = "call"
    layouts: tuple[str, ...] = ALL
    greetings: tuple[str, ...] | None = None
    """None: the language's usual ones; (): no greeting."""
    closings: tuple[str, ...] | None = None
    """None: the language's usual ones; (): none."""
    rows: tuple[tuple[str, str], ...] = ()
    """Label and value templates of a table (receipts, details)."""
    items: tuple[str, ...] = ()
    """Further entries of newsletters and digests, as "headline :: text"; some are drawn."""
    quoted: tuple[str, ...] = ()
    """Texts of the earlier message in replies and forwards; without it the engine quotes something ordinary."""
    footer: tuple[str, ...] | None = None
    """Small print; None: the language's usual one for this sender."""
    files: tuple[str, ...] = ()
    """Attachments, one is drawn ("" for none): pdf, docx, xlsx, zip, html, ics, png, txt, eml."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Facts of this kind only: name -> alternatives."""
    twin: bool = False
    """Bad kinds only: the real company sends just such a text too, so the engine also makes clean mail of it."""
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The kinds of one side in one language."""

    lang: Lang
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One generated message."""

    raw: bytes
    label: Label
    source: str
    """`synth/` + id of the kind (+ `/twin`): never both sides of a split."""
    lang: Lang
