"""What honest bulk mail, lists and conversations look like: facts that checks for and against them share."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from tocsin.common.hosts import SENDING_PLATFORMS, registrable, within
from tocsin.common.text import fold
from tocsin.identify.mail import Link, Mail
from tocsin.identify.memo import once_a_mail
from tocsin.identify.route import signers

_UNSUBSCRIBE: Final = tuple(
    fold(words)
    for words in (
        "unsub", "opt out", "opt-out", "optout", "abmeld", "abbestell", "austragen", "désabon", "désinscri",
        "cancelar suscrip", "cancelar la suscrip", "darse de baja", "dar de baja", "descadastr", "cancelar inscri",
        "email preferences", "manage preferences", "manage your preferences", "subscription preferences",
        "update your preferences", "email settings", "إلغاء الاشتراك", "لغو اشتراک", "لغو عضویت", "הסרה", "ביטול מנוי",
    )
)  # fmt: skip
_UNSUBSCRIBE_PATH: Final = ("unsub", "optout", "opt-out", "abmeld", "desabon", "desinscri", "descadastr", "preferences")
_LAST_LINKS: Final = 30
_POSTAL: Final = re.compile(
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\bP\.? ?O\.? ?Box \d+|\b\d{1,5} [A-Z][\w.]*(?: [A-Z][\w.]*){0,3} (?:St|Street|"
    r"Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Dr|Lane|Ln|Way|Suite|Ste|Place|Pl|Square|Court|Ct|Floor|NW|SW|NE|SE)\b|"
    r"\b(?:D|A|CH|F|B|NL)-\d{4,5} [A-Z]|\b\d{5} [A-ZÄÖÜ][a-zäöüß]{2,}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|"
    r"\bCEP:? ?\d{5}-\d{3}|ص\.? ?ب\.? ?\d+|صندوق بريد|صندوق پستی|کد ?پستی|ת\.? ?ד\.? ?\d+"
)
_MAY_BE_POSTAL: Final = re.compile(r"\d|صندوق|پستی")
"""What stands in every line that `_POSTAL` finds something in."""
_FOOTERS: Final = (
    "____________________", "mailman/listinfo", "/listinfo/", "to unsubscribe from this list", "yahoo! groups",
    "to unsubscribe from this group", "subscribed to the google groups", "list maintainer", "groups.google.com/d/",
    "vger.kernel.org/majordomo", "groups.io/g/",
)  # fmt: skip
_ATTRIBUTION: Final = re.compile(
    r"(?:wrote|writes|schrieb|escribió|escreveu|a écrit|كتب|نوشت|כתב)[^\n]{0,80}:\s*$|"
    r"-- ?(?:original|forwarded|ursprüngliche|رسالة|پیام)",
    re.IGNORECASE | re.MULTILINE,
)
_ATTRIBUTING: Final = (
    "wrote", "writes", "schrieb", "escribió", "escreveu", "a écrit", "كتب", "نوشت", "כתב",
    "original", "forwarded", "ursprüngliche", "رسالة", "پیام",
)  # fmt: skip
"""The words of `_ATTRIBUTION`: most mail has none of them, and looking for them is cheap."""
_SOCIAL: Final = frozenset(
    """facebook.com twitter.com x.com instagram.com linkedin.com youtube.com youtu.be t.me telegram.me whatsapp.com
    wa.me tiktok.com pinterest.com threads.net bsky.app apple.com google.com w3.org medium.com flickr.com
    snapchat.com""".split()
)
_TAIL: Final = 4_000
_HEAD: Final = 20_000
"""Characters at the end and at the beginning of a text that are looked at."""


@once_a_mail
def unsubscribe_link(mail: Mail) -> Link | None:
    """Return the link by which the recipient may leave, by its words or its URL, or None."""
    links = mail.web_links[-_LAST_LINKS:]
    shown = [fold(link.shown[:100]) for link in links]
    paths = [link.url.path[:200].lower() for link in links]
    # Most links say nothing of it: what none of them holds need not be looked for in each.
    all_shown, all_paths = "\n".join(shown), "\n".join(paths)
    wordings = [words for words in _UNSUBSCRIBE if words in all_shown]
    path_words = [word for word in _UNSUBSCRIBE_PATH if word in all_paths]
    for link, words, path in zip(reversed(links), reversed(shown), reversed(paths), strict=True):
        if any(wording in words for wording in wordings) or any(word in path for word in path_words):
            return link
    return None


@once_a_mail
def has_postal_address(mail: Mail) -> bool:
    """Whether the end of the text gives a postal address, as the law asks of bulk mail in many countries."""
    lines = mail.body.content[-_TAIL:].split("\n")
    return any(_POSTAL.search(line) for line in lines if _MAY_BE_POSTAL.search(line))


@once_a_mail
def has_list_footer(mail: Mail) -> bool:
    """Whether the text ends as list software ends it."""
    tail = mail.body.content[-_TAIL:].lower()
    return any(footer in tail for footer in _FOOTERS)


@once_a_mail
def quoted_lines(mail: Mail) -> int:
    """Lines of the plain text that quote an earlier message by `>`."""
    heads = [text.content[:_HEAD] for text in mail.texts if text.layer == "text"]
    return sum(head.count("\n>") + head.startswith(">") for head in heads)


@once_a_mail
def has_attribution(mail: Mail) -> bool:
    """Whether a line says who wrote the words quoted below it."""
    head = mail.body.content[:_HEAD]
    lowered = head.casefold()
    return any(word in lowered for word in _ATTRIBUTING) and _ATTRIBUTION.search(head) is not None


@once_a_mail
def own_domains(mail: Mail) -> frozenset[str]:
    """Registrable domains that speak for the sender: of From, and of signatures other than a platform's."""
    signing = {registrable(signer) for signer in signers(mail) if not within(signer, SENDING_PLATFORMS)}
    return frozenset(signing & {mail.sender_domain} | {mail.sender_domain}) - {""}


@once_a_mail
def own_link_share(mail: Mail) -> float:
    """Return which share of the web links leads to the sender's own domain; social networks do not count. 0 if none."""
    counts: Counter[str] = Counter(link.url.domain for link in mail.web_links if link.url.domain not in _SOCIAL)
    total = sum(counts.values())
    own = own_domains(mail)
    return sum(number for domain, number in counts.items() if domain in own) / total if total else 0.0
