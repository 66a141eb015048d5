"""What senders of bad mail do to hide words, to be different each time, and to look right at a glance."""

from __future__ import annotations

import random

from training.synth.identities import letters, pick, word
from training.synth.layouts import Document

_TWINS = {
    "a": "а",
    "e": "е",
    "o": "о",
    "c": "с",
    "p": "р",
    "x": "х",
    "i": "і",
    "y": "у",
    "A": "Α",
    "E": "Ε",
    "O": "Ο",
    "I": "Ι",
    "B": "В",
    "H": "Н",
    "T": "Т",
    "s": "ѕ",
    "n": "ո",
    "l": "ӏ",
    "u": "υ",
}
_INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff\u034f"
_PICTURES = "🎁🔥⚠✅📦💰🚨🎉⏰🔒❗📢💳⭐🦋"
_PLAIN_WORDS = [
    "the",
    "garden",
    "stood",
    "quiet",
    "while",
    "rain",
    "fell",
    "along",
    "the",
    "old",
    "road",
    "and",
    "nobody",
    "came",
    "before",
    "evening",
    "so",
    "they",
    "read",
    "letters",
    "about",
    "a",
    "ship",
    "that",
    "had",
    "left",
    "its",
    "harbour",
    "without",
    "lamps",
    "under",
    "a",
    "sky",
    "of",
    "slate",
    "where",
    "birds",
    "turned",
    "twice",
    "over",
    "fields",
    "of",
    "barley",
]


def invisible(text: str, rng: random.Random, rate: float) -> str:
    """Invisible characters strewn between letters."""
    return "".join(c + pick(rng, list(_INVISIBLE)) if c.isalpha() and rng.random() < rate else c for c in text)


def lookalikes(text: str, rng: random.Random, rate: float) -> str:
    """Letters of other scripts in place of Latin ones."""
    return "".join(_TWINS.get(c, c) if rng.random() < rate else c for c in text)


def fancy(text: str) -> str:
    """Mathematical bold letters in place of plain ones."""
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr(0x1D41A + ord(c) - 97))
        elif "A" <= c <= "Z":
            out.append(chr(0x1D400 + ord(c) - 65))
        else:
            out.append(c)
    return "".join(out)


def _chaff(rng: random.Random) -> str:
    shape = rng.random()
    if shape < 0.4:
        return " ".join(letters(rng, 3 + int(rng.random() * 9)) for _ in range(rng.randint(6, 40)))
    if shape < 0.75:
        return " ".join(pick(rng, _PLAIN_WORDS) for _ in range(rng.randint(20, 120)))
    return " ".join(word(rng, 2) for _ in range(rng.randint(10, 60)))


def _hide_words(doc: Document, rng: random.Random) -> None:
    rate = rng.uniform(0.05, 0.4)
    change = rng.choice((invisible, lookalikes))
    doc.paragraphs = [change(text, rng, rate) for text in doc.paragraphs]
    if rng.random() < 0.6:
        doc.subject = change(doc.subject, rng, rate)
    doc.call = change(doc.call, rng, rate) if rng.random() < 0.5 else doc.call


def _hide_text(doc: Document, rng: random.Random) -> None:
    doc.hidden = [_chaff(rng) for _ in range(rng.randint(1, 4))]


def _hash_subject(doc: Document, rng: random.Random) -> None:
    mark = rng.choice(
        (
            f" #{letters(rng, 6, '0123456789')}",
            f" - ID {letters(rng, 8).upper()}",
            f" [{letters(rng, 5)}]",
            f" {letters(rng, 9, '0123456789')}",
            f" Ref:{letters(rng, 7).upper()}",
        )
    )
    doc.subject += mark


def _picture_subject(doc: Document, rng: random.Random) -> None:
    mark = pick(rng, list(_PICTURES))
    doc.subject = rng.choice((f"{mark} {doc.subject}", f"{doc.subject} {mark}{mark}", f"{mark}{doc.subject}{mark}"))


def _shout(doc: Document, rng: random.Random) -> None:
    doc.subject = rng.choice(
        (
            doc.subject.upper(),
            doc.subject + "!!!",
            f"RE: {doc.subject}",
            fancy(doc.subject),
            doc.subject.replace(" ", "_"),
            f"FW: {doc.subject}",
        )
    )


def _leftovers(doc: Document, rng: random.Random) -> None:
    scrap = rng.choice(("%%FIRSTNAME%%", "{name}", "[NAME]", "##email##", "{{ user }}", "[[RANDOM_5]]", "*|FNAME|*"))
    if doc.paragraphs:
        doc.paragraphs[-1] += f" {scrap}"
    doc.greeting = doc.greeting and rng.choice((doc.greeting, f"{scrap},"))


def _chaff_below(doc: Document, rng: random.Random) -> None:
    doc.paragraphs += [_chaff(rng)]


def _lying_link(doc: Document, rng: random.Random) -> None:
    doc.shown_url = rng.choice(
        (
            f"https://www.{doc.home}/",
            f"https://{doc.home}/login",
            f"www.{doc.home}",
            f"https://{doc.home}/account/verify",
        )
    )


_TRICKS = (
    (0.06, _hide_words),
    (0.10, _hide_text),
    (0.14, _hash_subject),
    (0.07, _picture_subject),
    (0.06, _shout),
    (0.03, _leftovers),
    (0.05, _chaff_below),
    (0.10, _lying_link),
)


def play(doc: Document, rng: random.Random) -> None:
    """Apply a random few tricks to a bad message, most often none."""
    for share, trick in _TRICKS:
        if rng.random() < share:
            trick(doc, rng)


def disguise_name(name: str, rng: random.Random) -> str:
    """A display name as forgers vary it."""
    shape = rng.random()
    if shape < 0.8 or not name:
        return name
    if shape < 0.84:
        return name.upper()
    if shape < 0.88:
        return lookalikes(name, rng, 0.4)
    if shape < 0.91:
        return f"{name} {pick(rng, list(_PICTURES))}"
    if shape < 0.94:
        return fancy(name)
    if shape < 0.97:
        return name.replace(" ", "_") if " " in name else f"#{name}#"
    return invisible(name, rng, 0.3)
