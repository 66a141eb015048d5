"""The indicators of an incident, of messages that the desk may open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing
from tocsin.app.parts import notes
from tocsin.app.parts.listing import is_sealed, judgement
from tocsin.app.parts.profiles import profile_of
from tocsin.app.ports import Reader
from tocsin.common.tlp import strictest
from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail
from tocsin.model.event import EvidenceRead, MailJudged, type_of
from tocsin.model.indicator import Indicator
from tocsin.model.limits import Limits
from tocsin.model.people import Tlp
from tocsin.model.profile import Profile
from tocsin.model.record import MessageRecord
from tocsin.model.verdict import Class, Verdict
from tocsin.model.view import IncidentItem, MessageItem
from tocsin.share.indicators import indicators, merged

_PART: Final = 500
"""Messages that are read at one go."""


class Known(Struct, frozen=True):
    """An incident with what is known of its attack."""

    item: IncidentItem
    tlp: Tlp
    """The label under which it may be handed on: the strictest of all incidents that its messages belong to."""
    is_label_known: bool
    """Whether the actor may know of the incident that has this label."""
    changed_at: datetime
    """When something was last said of it, or of one of its messages."""
    profile: Profile
    records: tuple[MessageRecord, ...]
    """Of its messages that are not clean and whose contents are still there."""
    indicators: tuple[Indicator, ...]


def known(grant: Grant, reader: Reader, incident: str) -> Known:
    """Return what is known of an incident that the actor is cleared for. Raises NotFoundError."""
    item = reader.views.incident(incident)
    if item is None or not grant.cleared(item.tlp):
        raise missing(incident)
    records: list[MessageRecord] = []
    found: list[Indicator] = []
    changed = item.changed_at
    messages = _messages(reader, incident)
    others = _others(reader, messages)
    tlp = strictest([item.tlp, *(one.tlp for one in others)])
    for message in messages:
        if is_sealed(message) or message.verdict is Class.CLEAN:
            continue
        judged = judgement(reader, message)
        changed = max(changed, *_said(reader, message.message))
        record = notes.read(reader, judged.record, MessageRecord)
        if record and record.verdict:
            records.append(record)
            found += indicators(record.verdict, _files(reader, judged, record.verdict))
    return Known(item, tlp, grant.cleared(tlp), changed, profile_of(reader), tuple(records), merged(found))


def _said(reader: Reader, message: str) -> list[datetime]:
    """When something was last said of a message, which to read it does not."""
    done = reader.views.journal(subject=message, limit=_PART).items
    return [one.at for one in done if one.type != type_of(EvidenceRead)][:1]


def _messages(reader: Reader, incident: str) -> list[MessageItem]:
    """All messages of an incident: what is handed on, and how strict its label is, rests on every one."""
    page = reader.views.messages(incident=incident, limit=_PART)
    found = [*page.items]
    while page.after is not None:
        page = reader.views.messages(incident=incident, after=page.after, limit=_PART)
        found += page.items
    return found


def _others(reader: Reader, messages: list[MessageItem]) -> Iterator[IncidentItem]:
    """All incidents to which messages belong."""
    for at in range(0, len(messages), _PART):
        part = [message.message for message in messages[at : at + _PART]]
        for several in reader.views.incidents_with(part).values():
            yield from several


def _files(reader: Reader, judged: MailJudged, verdict: Verdict) -> dict[str, str]:
    """Digests of the files of a message, where a finding is about one."""
    spans = (evidence.span for finding in verdict.findings for evidence in finding.evidence)
    about = any(span and span.layer == "file" for span in spans)
    raw = reader.vault.get(judged.raw) if about and judged.raw else None
    if raw is None:
        return {}
    limits = Limits()
    mail = Mail(parse(raw[: limits.max_message_bytes], limits), limits)
    return {file.part.path: file.sha256 for file in mail.attachments}
