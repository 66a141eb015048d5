"""docs/reference/jsonl.md: the rows of `tocsin scan --format jsonl`."""

from __future__ import annotations

import json

from scripts.reference.markdown import GENERATED, table
from tocsin.cli.rows import as_dict
from tocsin.model.defect import Defect
from tocsin.model.row import Row
from tocsin.model.sentence import say
from tocsin.model.verdict import FACTS, Class, Danger, Evidence, Finding, Span, Verdict

KEYS = {
    "path": "where the message lies: a file, `box.mbox#12`, `mail.zip/inbox/a.eml`, `store.pst/Inbox/17`",
    "message_id": "its Message-ID without angle brackets, or empty",
    "time": "arrival by the newest stamp of a trusted hop, else of any hop, else the Date field; RFC 3339, UTC",
    "sender": "address of the sender as written in From",
    "sender_name": "name shown beside it",
    "subject": "the decoded subject",
    "language": "ISO 639-1 code of the text's language, or empty",
    "verdict": "`malicious`, `suspicious`, `unwanted` or `clean`; null where the message could not be judged",
    "probability": "that the message is not clean, whichever of the other three classes it is",
    "probability_malicious": "that it is malicious",
    "findings": "list of `id`, `weight` (its share in the log-odds of not being clean), `evidence`, `attack` (ids)",
    "recipients": "addresses that it was written to, at most 50; none where the message is clean",
    "hosts": "hosts that its findings name, at most 50",
    "urls": "its links to those hosts, at most 50",
    "advice": "what the attack wants, the most urgent first (see the dangers of [checks](checks.md)); may be empty",
    "defects": "list of `code` and `detail`: what is broken or over a limit (see [defects](defects.md))",
    "failures": "list of `id` and `reason`: checks, or the model, that could not do their work",
    "model": "digest of the model; empty where the checks judged alone",
    "checks": "digest of the check set",
    "problem": "why there is no verdict, a stable code (see [defects](defects.md)); only where `verdict` is null",
    "hint": "what to do about it; only where `verdict` is null",
}


def page() -> str:
    """Return the page: keys of a judged row and of an unread one, evidence, an example."""
    judged, unread = rows()
    return "\n".join(
        [
            GENERATED,
            "# Rows as JSON lines\n",
            "`tocsin scan --format jsonl` writes one JSON object a line, UTF-8, in the order of the input. New keys may",
            "be added; none is renamed or removed within a major version. CSV and Parquet have the first keys as",
            "columns, Parquet `recipients`, `hosts` and `urls` too; in CSV, findings are ids separated by spaces.\n",
            table(
                ("key", "meaning"),
                [(f"`{key}`", KEYS[key]) for key in (*judged, *(k for k in unread if k not in judged))],
            ),
            "## Evidence\n",
            "Each piece has `facts` and, where it stands in the message, `span`: `part` (as IMAP numbers parts), `layer`",
            "(`header:NAME`, `text`, `visible`, `hidden`, `html`, `file`), and characters `start` to `end` of that layer.",
            "Keys of `facts`: " + ", ".join(f"`{key}`" for key in sorted(FACTS)) + ".\n",
            "## Example\n",
            "Both are made up.\n",
            f"```json\n{json.dumps(judged, indent=1, ensure_ascii=False)}\n{json.dumps(unread, indent=1)}\n```\n",
        ]
    )


def rows() -> tuple[dict[str, object], dict[str, object]]:
    """Return a judged row and an unread one, as plain values."""
    span = Span("1", "visible", 16, 45)
    shown = Evidence(span, {"shown": "harbour.example", "opened": "quay.test"})
    finding = Finding("link-text-lies", 3.1, (shown,), ("T1566.002",), Danger.CREDENTIALS)
    verdict = Verdict(
        Class.MALICIOUS,
        0.97,
        0.93,
        (finding,),
        (Danger.CREDENTIALS,),
        model="5d41402abc4b2a76",
        checks="b9719d911017c592",
    )
    judged = Row(
        path="inbox.mbox#12",
        message_id="1@sender.test",
        sender="ada@sender.test",
        sender_name="Ada Writer",
        subject="Please confirm",
        time="2026-03-03T10:00:00Z",
        language="en",
        verdict=verdict,
        defects=(Defect("duplicate-header", "subject"),),
        recipients=("dana@harbour.example",),
        hosts=("quay.test",),
        urls=("https://quay.test/sign-in",),
    )
    problem, hint = "encrypted", say("the archive entry is encrypted: unpack it with its password and give the folder")
    unread = Row("mail.zip/old.mbox", "", "", "", "", "", "", None, problem=problem, hint=hint)
    return as_dict(judged), as_dict(unread)
