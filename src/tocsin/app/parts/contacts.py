"""Whether a contact may be one that those who wrote have a hand in: compared as it is dialled, not as it is set."""

from __future__ import annotations

import unicodedata
from typing import Final

from tocsin.app.parts.listing import judgement
from tocsin.app.ports import Reader
from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail
from tocsin.model.limits import Limits

_MOST_MESSAGES: Final = 20
"""Messages of each incident that are looked through, the latest."""
_SHORTEST: Final = 6
"""Letters and digits of a contact that is looked for: fewer stand in any mail."""
_TO_PEOPLE: Final = ("tel:", "mailto:", "sms:")
_SAME_NUMBER: Final = 8
"""Last digits by which two spellings of a telephone number are the same, with and without the code of a country."""


def plain(text: str) -> str:
    """Return the letters and digits of a contact alone, without leading zeros."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(_digit(char) for char in folded if char.isalnum()).lstrip("0")


def _digit(char: str) -> str:
    return str(unicodedata.digit(char, "")) or char


def message_with(reader: Reader, case: str, contact: str) -> str | None:
    """Return the id of a message of a case in which a contact stands, among the latest of each incident.

    It is looked for in the text, in the addresses of who wrote and who is answered, and in links to people.
    """
    wanted = plain(contact)
    wanted = wanted[-_SAME_NUMBER:] if wanted.isdecimal() else wanted
    if len(wanted) < _SHORTEST:
        return None
    for incident in reader.views.incidents_of(case):
        for item in reader.views.messages(limit=_MOST_MESSAGES, incident=incident.incident).items:
            ref = judgement(reader, item).raw
            if ref and (raw := reader.vault.get(ref)) and wanted in _text_of(raw):
                return item.message
    return None


def _text_of(raw: bytes) -> str:
    limits = Limits()
    mail = Mail(parse(raw[: limits.max_message_bytes], limits), limits)
    addresses = (one.email for one in (*mail.reply_to, *mail.recipients, *mail.senders))
    links = (link.opened.raw for link in mail.links if link.opened.raw.lower().startswith(_TO_PEOPLE))
    return "\n".join(map(plain, (*(text.content for text in mail.texts), *addresses, *links)))
