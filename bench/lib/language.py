"""A rough guess at the language of a message, for reporting figures apart; nothing is judged by it."""

from __future__ import annotations

import email
import html
import re
from collections import Counter
from email.message import Message

_SCRIPTS = (
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("ar", re.compile(r"[\u0621-\u06d3]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_PERSIAN = re.compile(r"[\u067e\u0686\u0698\u06af\u06cc]")
_WORDS = {
    "en": "the and you your to of for with this that have is are please from our we if click will be",
    "de": "der die das und sie ihr ihre ihnen nicht ist wir haben mit auf zu für eine werden bitte oder den",
    "pt": "o que não você seu sua para com uma os do da em por mais foi são sobre está nos",
    "es": "el la los que su para con una por del en usted las es más se tu ha este como",
    "fr": "le la les vous votre et des pour une dans est nous avec sur pas au que ce du cette",
    "it": "il di che per una della con non sono alla suo nel gli più questo è anche tuo le si",
    "nl": "de het een van en u uw niet voor met op zijn dat te is wij om aan naar deze",
    "pl": "nie się jest na do że z w oraz dla przez od twoje proszę aby lub po jak tym to",
    "tr": "ve bir bu için ile olarak daha size sizin da de olan gibi çok en ya hesabınız lütfen ne var",
    "sv": "och att det är som för på en av med du till inte din har den vi kan ett om",
}
_LANGUAGES_OF = {
    word: tuple(code for code, others in _WORDS.items() if word in others.split())
    for words in _WORDS.values()
    for word in words.split()
}
_NOT_SHOWN = re.compile(r"(?is)<(style|script|title)\b.*?</\1>|<!--.*?-->|<[^>]*>")
_WORD = re.compile(r"[^\W\d_]+")
_TEXT_LIMIT = 8_000
_LEAST_LETTERS = 20
_LEAST_WORDS = 3


def guess(text: str) -> str:
    """ISO 639-1 code of the language by script, else by stopwords; `und` when neither says enough."""
    words = _WORD.findall(text.lower())
    letters = sum(map(len, words))
    for code, script in _SCRIPTS:
        found = len(script.findall(text))
        if found >= _LEAST_LETTERS and found >= letters * 0.2:
            return "fa" if code == "ar" and len(_PERSIAN.findall(text)) >= found * 0.03 else code
    counts = Counter(code for word in words for code in _LANGUAGES_OF.get(word, ()))
    best = max(counts, key=lambda code: counts[code], default="und")
    return best if counts[best] >= _LEAST_WORDS else "und"


def of_message(raw: bytes) -> str:
    """The guess for the text parts of a message."""
    return guess(" ".join(_text(part) for part in email.message_from_bytes(raw).walk())[:_TEXT_LIMIT])


def _text(part: Message) -> str:
    if part.get_content_maintype() != "text" or part.is_multipart():
        return ""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    text = _decode(content[: _TEXT_LIMIT * 4], part.get_content_charset() or "utf-8")
    return html.unescape(_NOT_SHOWN.sub(" ", text)) if part.get_content_subtype() == "html" else text


def _decode(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")
