"""What the model sees of a message beside the findings: a few robust numbers and its words.

Words are hashed, so a model holds no text. Nothing here looks at how the mail was encoded or by which program it was
written: such features tell corpora apart, not attacks.
"""

from __future__ import annotations

import math
import re
import zlib
from functools import lru_cache
from typing import Final

from tocsin.common.text import fold
from tocsin.common.urls import find_urls
from tocsin.identify.mail import Mail

BUCKETS: Final = 1 << 16
"""Number of hash buckets for words."""
_MAX_CHARS: Final = 6_000
_MAX_WORDS: Final = 500
_WORD: Final = re.compile(r"[^\W_]+|[$€£¥%!?]")
_ASCII_WORD: Final = re.compile(r"[a-z0-9]+|[$%!?]")
"""The same for folded ASCII text, for which it is faster."""
_DIGITS: Final = re.compile(r"\d+")
_ADDRESS: Final = re.compile(r"(?<!\S)\S(?=\S*@\S)\S+")
"""A run of characters with an @ inside it; told from its beginning, so that a long run is read twice and no more."""


def words_of(mail: Mail) -> list[int]:
    """Return the buckets of the words of subject and body, those of the subject also marked as such; each once, sorted.

    Pairs of words and pieces of words were tried: with kinds of mail held out they separate no better (docs/adr/0005).
    """
    body = mail.own_words[:_MAX_CHARS] or mail.body.content[:_MAX_CHARS]
    subject = _tokens(mail.subject[:300], 60)
    found = set(map(_bucket, subject + _tokens(without_urls(body), _MAX_WORDS)))
    found.update(map(_subject_bucket, subject))
    return sorted(found)


def without_urls(text: str) -> str:
    """Return `text` with its URLs and addresses taken out."""
    if "." not in text:
        return text
    out, position = [], 0
    for start, end in find_urls(text):
        out.append(text[position:start])
        position = end
    rest = " ".join([*out, text[position:]])
    return _ADDRESS.sub(" ", rest) if "@" in rest else rest


def _tokens(text: str, limit: int) -> list[str]:
    folded = fold(text)
    return (_ASCII_WORD if folded.isascii() else _WORD).findall(folded)[:limit]


@lru_cache(maxsize=65_536)
def _bucket(token: str) -> int:
    return _hashed(_normal(token))


@lru_cache(maxsize=8_192)
def _subject_bucket(token: str) -> int:
    return _hashed("s " + _normal(token))


def _normal(token: str) -> str:
    """The token with any number as 0, and not too long."""
    return _DIGITS.sub("0", token)[:24]


def _hashed(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "replace")) & (BUCKETS - 1)


FEATURES: Final = (
    "text-short", "text-long", "links-many", "link-foreign", "links-one-domain", "domains-many", "images-only",
    "quoted", "subject-reply", "subject-empty", "body-empty", "attachments",
)  # fmt: skip
"""Names of the numbers in `features_of`, in order."""


def features_of(mail: Mail) -> list[float]:
    """Return the features of a message, each between 0 and 1, in the order of `FEATURES`."""
    length = len(mail.body.content)
    links = mail.web_links
    domains = mail.link_domains
    foreign = sum(domain != mail.sender_domain for domain in domains) / len(domains) if domains else 0.0
    images = sum(len(page.images) for page in mail.pages.values())
    own = len(mail.own_words)
    return [
        float(0 < length < 200),
        _ramp(length, 2_000, 20_000),
        _ramp(len(links), 3, 60),
        foreign,
        float(len(domains) == 1),
        _ramp(len(domains), 2, 15),
        float(images > 0 and length < 120),
        1.0 - own / length if length else 0.0,
        float(mail.subject[:4].lower().startswith(("re:", "fw:", "fwd:", "aw:", "رد:"))),
        float(not mail.subject.strip()),
        float(length == 0),
        float(any(not item.inline for item in mail.attachments)),
    ]


def _ramp(value: float, low: float, high: float) -> float:
    """0 up to `low`, 1 from `high`, logarithmic between."""
    return min(1.0, max(0.0, math.log((value + 1) / (low + 1)) / math.log((high + 1) / (low + 1))))
