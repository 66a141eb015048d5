"""A made-up mailbox of any size, written as a stream: for measuring memory, never accuracy."""

from __future__ import annotations

import base64
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

_VOCABULARY = """
meeting agenda budget volunteer office train window report garden letter answer question river season print please
thanks tomorrow morning evening number order table paper market school music travel station ticket draft comment review
version change branch release notes weather harvest bridge museum library lesson story picture
"""
_WORDS = _VOCABULARY.split()
_START = datetime(2024, 1, 1, 8, tzinfo=UTC)
_ATTACHMENT_POOL = 3_000_000
_LINE = 76


def messages(seed: int) -> Iterator[bytes]:
    """Endless messages: 60 % plain text, 30 % HTML with links, 9 % with a file up to 600 kB, 1 % up to 2.5 MB."""
    rng = random.Random(seed)
    pool = base64.encodebytes(rng.randbytes(_ATTACHMENT_POOL))
    number = 0
    while True:
        number += 1
        kind = rng.random()
        if kind < 0.6:
            body = _text(rng)
        elif kind < 0.9:
            body = _html(rng, number)
        else:
            body = _with_file(rng, pool, 600_000 if kind < 0.99 else 2_500_000)
        yield _head(rng, number) + body


def write_mbox(path: Path, size: int, seed: int) -> int:
    """Writes an mbox of at least `size` bytes; returns the number of messages."""
    written = count = 0
    with path.open("wb") as out:
        for raw in messages(seed):
            if written >= size:
                break
            count += 1
            written += out.write(b"From sender@example.org Mon Jan  1 08:00:00 2024\n" + raw + b"\n")
    return count


def _head(rng: random.Random, number: int) -> bytes:
    person, host = rng.randrange(400), f"org{rng.randrange(60)}.example"
    date = format_datetime(_START + timedelta(minutes=number))
    return (
        f"Received: from mx.{host} (mx.{host} [192.0.2.{person % 250 + 1}]) by mail.example.org; {date}\n"
        f"From: Person {person} <p{person}@{host}>\nTo: user@example.org\nSubject: {_sentence(rng, 5)}\n"
        f"Date: {date}\nMessage-ID: <{number}.{rng.getrandbits(48):x}@{host}>\nMIME-Version: 1.0\n"
    ).encode()


def _sentence(rng: random.Random, length: int) -> str:
    return " ".join(rng.choices(_WORDS, k=length))


def _paragraphs(rng: random.Random, count: int) -> list[str]:
    return ["\n".join(_sentence(rng, 10) for _ in range(6)) for _ in range(count)]


def _text(rng: random.Random) -> bytes:
    body = "\n\n".join(_paragraphs(rng, rng.randint(2, 12)))
    return f"Content-Type: text/plain; charset=utf-8\n\n{body}\n".encode()


def _html(rng: random.Random, number: int) -> bytes:
    rows = "\n".join(
        f'<p style="margin:4px 0">{text} <a href="https://www.org{rng.randrange(60)}.example/{number}">more</a></p>'
        for text in _paragraphs(rng, rng.randint(10, 60))
    )
    return f"Content-Type: text/html; charset=utf-8\n\n<html><body>\n{rows}\n</body></html>\n".encode()


def _with_file(rng: random.Random, pool: bytes, limit: int) -> bytes:
    lines = rng.randrange(200, limit // (_LINE + 1))
    start = rng.randrange(len(pool) // (_LINE + 1) - lines) * (_LINE + 1)
    content = pool[start : start + lines * (_LINE + 1)]
    head = (
        'Content-Type: multipart/mixed; boundary="part"\n\n--part\nContent-Type: text/plain\n\n'
        f"{_paragraphs(rng, 1)[0]}\n--part\nContent-Type: application/octet-stream\n"
        'Content-Disposition: attachment; filename="data.bin"\nContent-Transfer-Encoding: base64\n\n'
    )
    return head.encode() + content + b"--part--\n"
