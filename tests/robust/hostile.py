"""Texts that make careless code quadratic: long runs, things opened and never closed, things that almost match."""

from __future__ import annotations

from collections.abc import Iterator

SIZE = 200_000
"""Characters: what of one text is read at most."""

_UNITS = {
    "letters": "a",
    "spaces": " ",
    "tabs": "\t",
    "breaks": "\n",
    "crlf": "\r\n",
    "space-and-letter": "a ",
    "dots": ".",
    "labels": "a.",
    "domains": "a.com ",
    "domain-run": "a.com.",
    "at": "@",
    "addresses": "a@a.",
    "less-than": "<",
    "opened-tags": "<a ",
    "opened-links": "<a href=",
    "opened-comments": "<!--",
    "brackets": "[",
    "braces": "{",
    "parentheses": "(",
    "closed-parentheses": "()",
    "nested-quotes": '"\\',
    "quotes": '"',
    "quoted-lines": "> ",
    "quoted-breaks": ">\n",
    "slashes": "/",
    "schemes": "http://",
    "schemes-apart": "http://a ",
    "wrapped": "https://a.example/?url=https%3A%2F%2F",
    "percent": "%25",
    "www": "www.",
    "dashes": "-",
    "dash-lines": "-- \n",
    "underscores": "_",
    "digits": "1",
    "numbers": "1 ",
    "telephone": "+1 (2",
    "dotted-digits": "1.",
    "colons": ":",
    "semicolons": ";",
    "parameters": "; a=",
    "equals": "=",
    "question": "=?",
    "encoded-words": "=?utf-8?q?a?= ",
    "half-encoded": "=?utf-8?q?",
    "wrote": "on aaaaa ",
    "from-lines": "from: ",
    "please": "please ",
    "your-account": "your account ",
    "verify-your": "verify your ",
    "password": "password ",
    "click": "click here to ",
    "arabic": "كلمة ",
    "arabic-run": "ك",
    "zero-width": "a\u200b",
    "non-joiners": "ك\u200c",
    "overrides": "\u202e",
    "combining": "a\u0301",
    "ligatures": "\ufdfa",
    "look-alikes": "а",
    "surrogates": "\U0001f600",
    "currency": "$1,000.00 ",
    "base64": "QUJD",
    "hex": "0x7f.",
    "address-literals": "127.0.0.",
    "powershell": "powershell -e ",
    "hairs": "\u2028",
    "nul": "\x00",
}


def texts(size: int = SIZE) -> Iterator[tuple[str, str]]:
    """(name, text) of every hostile text, cut to `size` characters, some with an end that lets nothing match."""
    for name, unit in _UNITS.items():
        run = unit * (size // len(unit))
        yield name, run
        yield f"{name}, then an end", run[: size - 2] + "!\x01"


def joined(size: int = SIZE) -> Iterator[tuple[str, str]]:
    """(name, text) of one thing begun, then a long run that does not end it."""
    for begin in (
        "http://a",
        "www.a.com/",
        "a@b.example",
        "<a href=http://a.example/",
        "on ",
        "_" * 30,
        "password",
        '"',
        "(",
    ):
        for unit in (")", "]", ".", ",", "a", " ", "\n", "=", "%", "&a=", "/", ">", "'", "-"):
            yield f"{begin[:10]} then {unit!r}", begin + unit * ((size - len(begin)) // len(unit))


def as_messages(text: str) -> Iterator[tuple[str, bytes]]:
    """(place, message) of a text in every place of a message where text can stand."""
    octets = text.encode("utf-8", "surrogatepass")
    head = b"From: Ada <ada@sender.example>\nTo: user@harbour.example\nMIME-Version: 1.0\n"
    plain = b"Content-Type: text/plain; charset=utf-8\n\n"
    yield "plain", head + b"Subject: x\n" + plain + octets
    page = b"Content-Type: text/html; charset=utf-8\n\n"
    yield "page", head + b"Subject: x\n" + page + b"<p>" + octets
    line = octets.replace(b"\r", b" ").replace(b"\n", b" ")
    for name in (b"Subject", b"From", b"Received", b"Content-Type", b"References"):
        rest = b"".join(row for row in head.splitlines(True) if not row.startswith(name))
        yield name.decode(), rest + name + b": " + line + b"\n\nhello"
    yield (
        "all headers",
        (
            b"".join(
                name + b": " + line[:20_000] + b"\n"
                for name in b"To Cc Reply-To Return-Path Message-ID Date Authentication-Results ARC-Seal "
                b"DKIM-Signature List-Unsubscribe X-Mailer Content-Disposition "
                b"Content-Transfer-Encoding X-Originating-IP".split()
            )
            + b"\nhello"
        ),
    )
    yield "href", head + page + b'<a href="' + octets.replace(b'"', b"") + b'">' + octets.replace(b"<", b"") + b"</a>"
    yield "style", head + page + b"<style>" + octets + b'</style><p style="' + octets.replace(b'"', b"") + b'">x'
    attachment = b"Content-Disposition: attachment; filename=a.html\nContent-Type: text/html\n\n"
    yield "attachment", head + attachment + octets
