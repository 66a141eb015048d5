"""Where in a text the words of an earlier message begin."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# A forwarded message is no quotation: who forwards it puts it before the reader. Nor is a line of dashes or "From:" by
# itself, which any letter may hold: it takes the next field of a header as well.
_QUOTATION: Final = re.compile(
    r"^(?:-{2,}\s*(?:original message|رسالة أصلية|الرسالة الأصلية|پیام اصلی|ursprüngliche nachricht|mensagem original"
    r"|mensaje original|message d'origine|הודעה מקורית)\s*-{2,}"
    r"|on .{5,120}wrote:|le .{5,120}a écrit\s*:|am .{5,120}schrieb.{0,80}:|el .{5,120}escribió:|em .{5,120}escreveu:"
    r"|في .{5,120}كتب.{0,80}:|در .{5,120}نوشت.{0,80}:|ב.{5,120}כתב.{0,80}:"
    r"|\*?(?:from|von|de|من|از|מאת) ?:\*? .{3,120}\r?\n\*?(?:sent|date|to|gesendet|datum|an|envoyé|à|enviad[oa]|fecha"
    r"|data|para|تاريخ|التاريخ|تم الإرسال|إلى|تاریخ|ارسال|به|נשלח|תאריך|אל) ?:\*? .{3,200})\s*$",
    re.IGNORECASE | re.MULTILINE,
)


@lru_cache(maxsize=16)
def quotation(text: str) -> int:
    """Return where the first quoted earlier message begins, or the length of the text.

    A text that begins with one is taken for this sender's own: nothing else would be left of it.
    """
    match = _QUOTATION.search(text)
    return match.start() if match and match.start() > 0 else len(text)


def strip_quotes(text: str) -> str:
    """Return what stands before the first quoted earlier message, without lines quoted by `>` and the signature."""
    lines = [line for line in text[: quotation(text)].split("\n") if not line.lstrip().startswith(">")]
    for number, line in enumerate(lines):
        if line.rstrip("\r") == "-- ":
            lines = lines[:number]
            break
    return "\n".join(lines).strip()
