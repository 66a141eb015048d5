"""The tables of the views. They hold no personal data in the clear: names and words are read from the vault when shown.

People are found by address through digests keyed by the node's key (`address_key`), which go when the record goes.
Change VERSION with any change of a table or of what is written into it: the views of a store are then made again.
"""

from __future__ import annotations

import hmac
from typing import Final

from sqlalchemy import BigInteger as Big
from sqlalchemy import Boolean, Column, Double, Index, Integer, LargeBinary, MetaData, String, Table, Text

from tocsin.store.schema import Time

VERSION: Final = "22"

metadata = MetaData()
_ID: Final = String(80)


def address_key(key: bytes, address: str) -> bytes:
    """Return the digest by which an address is found, 16 bytes."""
    return hmac.digest(key, address.strip().lower().encode("utf-8", "surrogatepass"), "sha256")[:16]


def _log() -> Column[int]:
    return Column("log", Integer, primary_key=True, autoincrement=False)


def _seq() -> Column[int]:
    return Column("seq", Big, nullable=False)


progress = Table("view_progress", metadata, _log(), Column("applied", Big, nullable=False))
"""How many entries of a log the views show."""

organisations = Table(
    "view_organisations",
    metadata,
    _log(),
    Column("organisation", _ID, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("profile_seq", Big),
)

people = Table(
    "view_people",
    metadata,
    _log(),
    Column("person", _ID, primary_key=True),
    _seq(),
    Column("record", String(64), nullable=False),
    Column("high_risk", Boolean, nullable=False),
    Column("tips", Boolean, nullable=False),
    Column("tlp", String(20)),
    Column("removed", Boolean, nullable=False),
    Column("language", String(8)),
)

addresses = Table(
    "view_addresses",
    metadata,
    _log(),
    Column("address", LargeBinary(16), primary_key=True),
    Column("person", _ID, primary_key=True),
    Column("private", Boolean, nullable=False),
    Column("record", String(64), nullable=False),
    Index("view_addresses_person", "log", "person"),
    Index("view_addresses_record", "log", "record"),
)

roles = Table("view_roles", metadata, _log(), Column("person", _ID, primary_key=True),
              Column("role", String(20), primary_key=True))  # fmt: skip

messages = Table(
    "view_messages",
    metadata,
    _log(),
    Column("message", _ID, primary_key=True),
    _seq(),
    Column("at", Time, nullable=False),
    Column("judged", String(12), nullable=False),
    Column("verdict", String(12), nullable=False),
    Column("probability", Double, nullable=False),
    Column("state", String(12), nullable=False),
    Column("reported", Boolean, nullable=False),
    Column("clicked", Boolean, nullable=False),
    Column("warned", Boolean, nullable=False),
    Column("record", String(64)),
    Column("sender", LargeBinary(16)),
    Column("content", LargeBinary(16)),
    Column("message_id", LargeBinary(16)),
    Column("body", LargeBinary(16)),
    Index("view_messages_state", "log", "state", "seq"),
    Index("view_messages_seq", "log", "seq"),
    Index("view_messages_record", "log", "record"),
    Index("view_messages_sender", "log", "sender", "seq"),
    Index("view_messages_content", "log", "content"),
    Index("view_messages_message_id", "log", "message_id"),
    Index("view_messages_body", "log", "body"),
)

queue = Table(
    "view_queue",
    metadata,
    _log(),
    Column("kind", String(12), primary_key=True),
    Column("thing", _ID, primary_key=True),
    _seq(),
    Column("urgency", Double, nullable=False),
    Column("until", Time),
    Column("tlp", String(20)),
    Index("view_queue_all", "log", "urgency", "seq"),
    Index("view_queue_kind", "log", "kind", "urgency", "seq"),
)
"""What waits for a person, as `tocsin.store.views.waiting` puts it there: until a time, for those who are cleared."""

marks = Table(
    "view_marks",
    metadata,
    _log(),
    Column("mark", String(120), primary_key=True),
    Column("seq", Big, primary_key=True, autoincrement=False),
    Column("message", _ID, nullable=False),
    sqlite_with_rowid=False,
)
"""What messages are filtered by: `technique:T1566.002`, `recipient:PERSON`."""

counts = Table(
    "view_counts",
    metadata,
    _log(),
    Column("kind", String(12), primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("value", _ID, primary_key=True),
    Column("messages", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Judged messages by day (UTC, as `at` has it), by verdict as it stands, and not clean ones by technique and target."""

questions = Table(
    "view_questions",
    metadata,
    _log(),
    Column("question", _ID, primary_key=True),
    _seq(),
    Column("person", _ID, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("message", _ID),
    Column("record", String(64)),
    Column("clicked", Boolean, nullable=False),
    Column("at", Time, nullable=False),
    Column("verdict", String(12)),
    Column("probability", Double, nullable=False),
    Column("state", String(12), nullable=False),
    Column("seen_by", _ID),
    Column("answer", String(64)),
    Index("view_questions_person", "log", "person", "seq"),
    Index("view_questions_message", "log", "message"),
)

clicks = Table(
    "view_clicks",
    metadata,
    _log(),
    Column("click", _ID, primary_key=True),
    _seq(),
    Column("at", Time, nullable=False),
    Column("person", _ID, nullable=False),
    Column("did", String(20), nullable=False),
    Column("message", _ID),
    Column("question", _ID),
    Column("record", String(64)),
    Column("handled_by", _ID),
    Column("handled_at", Time),
)

incidents = Table(
    "view_incidents",
    metadata,
    _log(),
    Column("incident", _ID, primary_key=True),
    _seq(),
    Column("title", String(64), nullable=False),
    Column("state", String(12), nullable=False),
    Column("outcome", String(40)),
    Column("tlp", String(20), nullable=False),
    Column("case", _ID),
    Column("opened_at", Time, nullable=False),
    Column("changed_at", Time, nullable=False),
    Column("track", String(12), nullable=False),
    Column("rule", String(40), nullable=False),
    Index("view_incidents_state", "log", "state", "seq"),
    Index("view_incidents_case", "log", "case"),
)

incident_messages = Table(
    "view_incident_messages",
    metadata,
    _log(),
    Column("message", _ID, primary_key=True),
    Column("incident", _ID, primary_key=True),
    _seq(),
    Index("view_incident_messages_incident", "log", "incident", "seq"),
)
"""Which messages belong to which incidents; `seq` is the message's."""

alerts = Table(
    "view_alerts",
    metadata,
    _log(),
    Column("alert", _ID, primary_key=True),
    _seq(),
    Column("at", Time, nullable=False),
    Column("detection", String(80), nullable=False),
    Column("severity", String(16), nullable=False),
    Column("state", String(12), nullable=False),
    Column("urgency", Double, nullable=False),
    Column("record", String(64)),
    Column("known", LargeBinary(16)),
    Index("view_alerts_state", "log", "state", "seq"),
    Index("view_alerts_known", "log", "known"),
    Index("view_alerts_record", "log", "record"),
)

alert_people = Table(
    "view_alert_people",
    metadata,
    _log(),
    Column("person", _ID, primary_key=True),
    Column("seq", Big, primary_key=True, autoincrement=False),
    Column("alert", _ID, nullable=False),
)

incident_alerts = Table(
    "view_incident_alerts",
    metadata,
    _log(),
    Column("alert", _ID, primary_key=True),
    Column("incident", _ID, primary_key=True),
    _seq(),
    Index("view_incident_alerts_incident", "log", "incident", "seq"),
)
"""Which alerts belong to which incidents; `seq` is the alert's."""

activity_pages = Table(
    "view_activity_pages",
    metadata,
    _log(),
    Column("seq", Big, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("begins", Time, nullable=False),
    Column("ends", Time, nullable=False),
    Column("content", String(64), nullable=False),
    Index("view_activity_pages_ends", "log", "ends"),
    Index("view_activity_pages_content", "log", "content"),
)
"""What was read from logs of accounts; `seq` is the reading's."""
statements = Table(
    "view_statements",
    metadata,
    _log(),
    Column("statement", _ID, primary_key=True),
    _seq(),
    Column("incident", _ID, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("needed", Integer, nullable=False),
    Column("at", Time, nullable=False),
    Column("record", String(64), nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Index("view_statements_seq", "log", "seq"),
    Index("view_statements_incident", "log", "incident", "seq"),
)

signatures = Table(
    "view_signatures",
    metadata,
    _log(),
    Column("statement", _ID, primary_key=True),
    Column("seq", Big, primary_key=True, autoincrement=False),
    Column("key", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("actor", _ID, nullable=False),
    Column("at", Time, nullable=False),
    Column("record", String(64)),
)
"""Of statements, also of other nodes'; a key may have signed several times."""

receipts = Table(
    "view_receipts",
    metadata,
    _log(),
    Column("receipt", _ID, primary_key=True),
    _seq(),
    Column("reliability", String(1), nullable=False),
    Column("tlp", String(20), nullable=False),
    Column("indicators", Integer, nullable=False),
    Column("unused", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("record", String(64), nullable=False),
    Column("at", Time, nullable=False),
    Column("dropped", Boolean, nullable=False),
    Index("view_receipts_seq", "log", "seq"),
)
"""What partners warn of, by what came at once."""

sightings = Table(
    "view_sightings",
    metadata,
    _log(),
    Column("sighting", _ID, primary_key=True),
    _seq(),
    Column("receipt", _ID, nullable=False),
    Column("tlp", String(20), nullable=False),
    Column("message", _ID),
    Column("seen_at", Time, nullable=False),
    Column("past", Boolean, nullable=False),
    Column("record", String(64), nullable=False),
    Column("at", Time, nullable=False),
    Column("state", String(12), nullable=False),
    Column("taken_back", Time),
    Index("view_sightings_seq", "log", "seq"),
    Index("view_sightings_receipt", "log", "receipt", "seq"),
    Index("view_sightings_message", "log", "message"),
)
"""`state`: open, attack, none. `taken_back`: when its source took back the warning that it rests on."""

lists = Table(
    "view_lists",
    metadata,
    _log(),
    Column("list", _ID, primary_key=True),
    _seq(),
    Column("purpose", String(20), nullable=False),
    Column("entries", Integer, nullable=False),
    Column("unusable", Integer, nullable=False),
    Column("content", String(64), nullable=False),
    Column("at", Time, nullable=False),
)
"""Warninglists that count."""

overrides = Table(
    "view_overrides",
    metadata,
    _log(),
    Column("override", _ID, primary_key=True),
    _seq(),
    Column("purpose", String(20), nullable=False),
    Column("until", Time, nullable=False),
    Column("record", String(64), nullable=False),
    Column("at", Time, nullable=False),
)
"""Values for which lists do not count, until they do again."""

claims = Table(
    "view_claims",
    metadata,
    _log(),
    Column("claim", _ID, primary_key=True),
    _seq(),
    Column("says", String(12), nullable=False),
    Column("tlp", String(20), nullable=False),
    Column("record", String(64), nullable=False),
    Column("recorded_at", Time, nullable=False),
    Column("struck", Boolean, nullable=False),
    Column("stix", String(80), nullable=False),
    Index("view_claims_seq", "log", "seq"),
    Index("view_claims_stix", "log", "stix"),
)

claims_about = Table(
    "view_claims_about",
    metadata,
    _log(),
    Column("thing", _ID, primary_key=True),
    Column("seq", Big, primary_key=True, autoincrement=False),
    Column("claim", _ID, nullable=False),
    sqlite_with_rowid=False,
)
"""Which claims are about an incident, an operation or a case; `seq` is the claim's."""

claim_answers = Table(
    "view_claim_answers",
    metadata,
    _log(),
    Column("claim", _ID, primary_key=True),
    Column("by", _ID, primary_key=True),
    Column("answer", String(12), nullable=False),
    Column("seq", Big, nullable=False),
    Index("view_claim_answers_by", "log", "by"),
)
"""What later claims do to earlier ones, as it was said last."""

assessments = Table(
    "view_assessments",
    metadata,
    _log(),
    Column("assessment", _ID, primary_key=True),
    Column("seq", Big, primary_key=True, autoincrement=False),
    Column("question", String(12), nullable=False),
    Column("tlp", String(20), nullable=False),
    Column("record", String(64), nullable=False),
    Column("made_at", Time, nullable=False),
    Column("recorded_at", Time, nullable=False),
    Column("newest", Boolean, nullable=False),
    Index("view_assessments_seq", "log", "seq"),
)
"""Each version."""

assessments_about = Table(
    "view_assessments_about",
    metadata,
    _log(),
    Column("thing", _ID, primary_key=True),
    Column("seq", Big, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Which versions of assessments are about an incident, an operation or a case."""

namings = Table(
    "view_namings",
    metadata,
    _log(),
    Column("naming", _ID, primary_key=True),
    _seq(),
    Column("assessment", _ID, nullable=False),
    Column("version", Big, nullable=False),
    Column("actor", _ID, nullable=False),
    Column("record", String(64), nullable=False),
    Column("at", Time, nullable=False),
    Column("state", String(12), nullable=False),
    Index("view_namings_assessment", "log", "assessment", "seq"),
)

ties = Table(
    "view_ties",
    metadata,
    _log(),
    Column("one", _ID, primary_key=True),
    Column("other", _ID, primary_key=True),
    Column("kind", String(12), nullable=False),
    _seq(),
    Column("actor", _ID, nullable=False),
    Column("at", Time, nullable=False),
)
"""What people said last of two incidents: that they belong together, or do not."""

comparings = Table(
    "view_comparings",
    metadata,
    _log(),
    Column("receiver", _ID, primary_key=True),
    Column("named", Boolean, nullable=False),
    Column("tlp", String(12), nullable=False),
    Column("actor", _ID, nullable=False),
    Column("at", Time, nullable=False),
)
"""Other organisations that may compare the incidents of this one with theirs."""

givers = Table(
    "view_givers",
    metadata,
    _log(),
    Column("giver", _ID, primary_key=True),
    Column("actor", _ID, nullable=False),
    Column("at", Time, nullable=False),
    Column("reason", String(64), nullable=False),
)
"""Other organisations whose incidents may join this one's own to each other."""

facts = Table(
    "view_facts",
    metadata,
    _log(),
    Column("incident", _ID, primary_key=True),
    Column("seq", Big, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("record", String(64), nullable=False),
    Column("at", Time, nullable=False),
)
"""What was told of incidents from elsewhere."""

cases = Table(
    "view_cases",
    metadata,
    _log(),
    Column("case", _ID, primary_key=True),
    _seq(),
    Column("title", String(64), nullable=False),
    Column("state", String(12), nullable=False),
    Column("opened_at", Time, nullable=False),
    Column("tlp", String(20)),
    Column("ended", Big),
)

participants = Table(
    "view_participants",
    metadata,
    _log(),
    Column("case", _ID, primary_key=True),
    Column("participant", _ID, primary_key=True),
    _seq(),
    Column("tlp", String(20), nullable=False),
    Column("record", String(64), nullable=False),
)
"""Who takes part in cases; who has left is not there."""

participant_people = Table(
    "view_participant_people",
    metadata,
    _log(),
    Column("person", _ID, primary_key=True),
    Column("case", _ID, primary_key=True),
    Column("participant", _ID, primary_key=True),
)

restrictions = Table(
    "view_restrictions",
    metadata,
    _log(),
    Column("case", _ID, primary_key=True),
    Column("item", _ID, primary_key=True),
    Column("participants", Text, nullable=False),
)
"""Which things of cases only some participants may see: their ids with a space between."""

tasks = Table(
    "view_tasks",
    metadata,
    _log(),
    Column("task", _ID, primary_key=True),
    _seq(),
    Column("case", _ID, nullable=False),
    Column("title", String(64), nullable=False),
    Column("due", Time, nullable=False),
    Column("urgency", Double, nullable=False),
    Column("tlp", String(20), nullable=False),
    Column("participant", _ID, nullable=False),
    Column("state", String(12), nullable=False),
    Column("note", String(64)),
    Index("view_tasks_case", "log", "case", "due"),
)

victims = Table(
    "view_victims",
    metadata,
    _log(),
    Column("victim", _ID, primary_key=True),
    _seq(),
    Column("case", _ID, nullable=False),
    Column("record", String(64), nullable=False),
    Column("tlp", String(20), nullable=False),
    Column("found_at", Time, nullable=False),
    Column("contact", String(64)),
    Column("verified_by", _ID),
    Column("called_at", Time),
    Column("state", String(12), nullable=False),
    Column("note", String(64)),
    Index("view_victims_case", "log", "case", "seq"),
)

evidence = Table(
    "view_evidence",
    metadata,
    _log(),
    Column("evidence", _ID, primary_key=True),
    _seq(),
    Column("case", _ID, nullable=False),
    Column("content", String(64), nullable=False),
    Column("record", String(64), nullable=False),
    Column("size", Big, nullable=False),
    Column("media_type", String(120), nullable=False),
    Column("state", String(12), nullable=False),
    Column("participant", _ID, nullable=False),
    Index("view_evidence_case", "log", "case", "seq"),
    Index("view_evidence_content", "log", "content"),
)

custody = Table(
    "view_custody",
    metadata,
    _log(),
    Column("evidence", _ID, primary_key=True),
    Column("seq", Big, primary_key=True, autoincrement=False),
    Column("type", String(40), nullable=False),
    Column("actor", _ID, nullable=False),
    Column("at", Time, nullable=False),
)
"""Every entry that concerns a piece of evidence, in order."""

grants = Table(
    "view_grants",
    metadata,
    _log(),
    Column("grant", _ID, primary_key=True),
    _seq(),
    Column("message", _ID, nullable=False),
    Column("actor", _ID, nullable=False),
    Column("second", _ID, nullable=False),
    Column("asked_at", Time, nullable=False),
    Column("agree_by", Time, nullable=False),
    Column("opened_at", Time),
    Column("tell_by", Time),
    Column("told", Boolean, nullable=False),
    Index("view_grants_message", "log", "message"),
)
"""Break-glass."""

credentials = Table(
    "view_credentials",
    metadata,
    _log(),
    Column("credential", _ID, primary_key=True),
    _seq(),
    Column("person", _ID, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("record", String(64), nullable=False),
    Column("removed", Boolean, nullable=False),
    Column("counter", Big, nullable=False),
    Column("added_at", Time, nullable=False),
    Column("handle", LargeBinary(16)),
    Index("view_credentials_person", "log", "person"),
    Index("view_credentials_handle", "log", "handle"),
)

sessions = Table(
    "view_sessions",
    metadata,
    _log(),
    Column("session", _ID, primary_key=True),
    _seq(),
    Column("kind", String(12), nullable=False),
    Column("person", _ID, nullable=False),
    Column("secret", String(64), nullable=False),
    Column("scopes", Text, nullable=False),
    Column("opened_at", Time, nullable=False),
    Column("expires_at", Time, nullable=False),
    Column("revoked", Boolean, nullable=False),
    Column("record", String(64)),
    Index("view_sessions_secret", "secret", unique=True),
    Index("view_sessions_person", "log", "person"),
)
"""Sessions of people (`session`), tokens of programs (`token`), and invitations (`invitation`)."""

partners = Table(
    "view_partners",
    metadata,
    _log(),
    Column("partner", _ID, primary_key=True),
    _seq(),
    Column("record", String(64), nullable=False),
    Column("secret", String(64), nullable=False),
    Column("tlp", String(20), nullable=False),
    Column("reads", Text, nullable=False),
    Column("writes", Text, nullable=False),
    Column("added_at", Time, nullable=False),
    Column("ended", Boolean, nullable=False),
    Column("standing", String(20), nullable=False),
    Index("view_partners_secret", "secret", unique=True),
)
"""`reads` and `writes` are ids of collections with spaces between them; so are other lists below."""

circles = Table(
    "view_circles",
    metadata,
    _log(),
    Column("circle", _ID, primary_key=True),
    _seq(),
    Column("record", String(64), nullable=False),
    Column("tlp", String(20), nullable=False),
    Column("purposes", Text, nullable=False),
    Column("members", Text, nullable=False),
    Column("reads", Text, nullable=False),
    Column("added_at", Time, nullable=False),
    Column("ended", Boolean, nullable=False),
)

consents = Table(
    "view_consents",
    metadata,
    _log(),
    Column("consent", _ID, primary_key=True),
    _seq(),
    Column("subject", _ID, nullable=False),
    Column("recipient", _ID, nullable=False),
    Column("record", String(64), nullable=False),
    Column("given_at", Time, nullable=False),
    Column("ended", Boolean, nullable=False),
)

approvals = Table(
    "view_approvals",
    metadata,
    _log(),
    Column("recipient", _ID, primary_key=True),
    _seq(),
    Column("actor", _ID, nullable=False),
    Column("contents", Text, nullable=False),
    Column("tlp", String(20), nullable=False),
    Column("record", String(64), nullable=False),
    Column("approved_at", Time, nullable=False),
)
"""The latest for each recipient."""

collections = Table(
    "view_collections",
    metadata,
    _log(),
    Column("collection", _ID, primary_key=True),
    _seq(),
    Column("record", String(64), nullable=False),
    Column("opened_at", Time, nullable=False),
    Column("closed", Boolean, nullable=False),
)

journal = Table(
    "view_journal",
    metadata,
    _log(),
    Column("seq", Big, primary_key=True, autoincrement=False),
    Column("type", String(40), nullable=False),
    Column("actor", _ID, nullable=False),
    Column("subject", _ID, nullable=False),
    Column("at", Time, nullable=False),
    Index("view_journal_type", "log", "type", "seq"),
    Index("view_journal_actor", "log", "actor", "seq"),
    Index("view_journal_subject", "log", "subject", "seq"),
    sqlite_with_rowid=False,
)
"""All entries, to be filtered. `subject` is the id of what the entry is about, or empty."""

mentions = Table(
    "view_mentions",
    metadata,
    _log(),
    Column("thing", _ID, primary_key=True),
    Column("seq", Big, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""What entries name beside their subject: the person who asked, the case of a piece of evidence."""
