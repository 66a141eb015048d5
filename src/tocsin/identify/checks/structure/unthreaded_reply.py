"""A subject that says reply or forward, and nothing that was replied to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.formats.content import decode_text
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import subject_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_REPLY: Final = re.compile(
    r"\s*(?:re|aw|sv|antw|rif|fwd?|wg|tr|rv|enc|res|rés|رد|إعادة توجيه|پاسخ|ارسال|השב|הועבר)\s*(?:\[\d{1,3}\])?\s*:",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(
    r"^\s*>|wrote:|schrieb|écrit|escribió|escreveu|كتب|نوشت|כתב|^\W*(?:from|von|de|da|من|از|מאת)\s*:|forwarded|original|"
    r"weitergeleitet|ursprüngliche|رسالة أصلية|پیام اصلی",
    re.IGNORECASE | re.MULTILINE,
)


@check(
    id="unthreaded-reply",
    weight=Weight.WEAK,
    attack=("T1656",),
    explain={
        "en": "The subject says it is a reply or was forwarded, and no earlier message is named or quoted.",
        "ar": "يدل الموضوع على أن الرسالة رد أو إعادة توجيه، ولا تشير إلى رسالة سابقة ولا تقتبس منها.",
    },
    hits=lambda: [
        message(subject="Re: your invoice", text="Please see the file."),
        message(subject="AW: Rechnung", text="Bitte sehen Sie nach."),
        message(subject="رد: الفاتورة", text="يرجى الاطلاع."),
        message(subject="پاسخ: صورتحساب", text="لطفا ببینید."),
    ],
    misses=lambda: [
        message(subject="Re: your invoice", text="Fine.", headers=[("In-Reply-To", "<0@harbour.example>")]),
        message(subject="Re: your invoice", text="Fine.\n\n> Here it is\n> as agreed"),
        message(subject="Regarding your invoice", text="Please see the file."),
        message(
            subject="Fwd: minutes",
            text="-------- Forwarded Message --------\nFrom: Ben <ben@sender.example>\n\nMinutes",
        ),
    ],
)
def unthreaded_reply(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Quoted lines, quoting blocks in HTML and forwarded headers count as an earlier message, and so do nested ones."""
    match = _REPLY.match(mail.subject)
    if match is None or mail.references or mail.has("thread-index") or mail.is_list or mail.nested:
        return
    if _EARLIER.search(mail.body.content[:20_000]) or "blockquote" in _source(mail):
        return
    yield evidence(subject_span(mail), phrase=match[0].strip())


def _source(mail: Mail) -> str:
    """The head of the HTML source: mail programs quote in blockquote elements."""
    part = next((part for part in mail.body_parts if part.media_type == "text/html"), None)
    return decode_text(part, mail.limits)[:50_000].lower() if part is not None else ""
