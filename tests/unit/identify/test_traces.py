from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from tocsin.formats.mime import parse
from tocsin.identify.examples import PROFILE, message
from tocsin.identify.lookalike import resembles
from tocsin.identify.mail import Mail
from tocsin.identify.traces import (
    greeting_of,
    hour_of,
    is_ours,
    is_tips,
    likeness_keys,
    mailer_of,
    name_key_of,
    plain,
    received_time,
    sender_facts,
    similar_domains,
    thread_facts,
    trace_of,
    trusted_time,
    zone_of,
)
from tocsin.model.context import Context
from tocsin.model.profile import Profile
from tocsin.model.trace import UNKNOWN_ZONE, Trace
from tocsin.model.verdict import Class, Danger, Finding, Verdict

CONTEXT = Context(profile=PROFILE, as_of=datetime(2026, 3, 3, 10, tzinfo=UTC))
CLEAN = Verdict(Class.CLEAN, 0.01, 0.0, ())


def mail(**fields: Any) -> Mail:
    return Mail(parse(message(**fields).raw))


def traced(of: Mail, verdict: Verdict = CLEAN) -> Trace:
    trace = trace_of(of, verdict, CONTEXT)
    assert trace is not None
    return trace


def test_a_trace_holds_facts_and_no_text() -> None:
    trace = traced(
        mail(
            sender="Vera NORTH <vera@mail.north.test>",
            subject="Secret subject",
            text="Dear Sami, the hidden words. https://a.web.app/x",
            headers=[("X-Mailer", "Quill 9.1 (build 7)"), ("References", "<1@x.test> <2@x.test>")],
            attachments=[("private-name.pdf", "application/pdf", b"%PDF")],
        )
    )
    assert (trace.sender, trace.name, trace.domain) == ("vera@mail.north.test", "vera north", "north.test")
    assert (trace.mailer, trace.zone, trace.hour, trace.greeting) == ("quill", 0, 10, "dear sami,")
    assert (trace.links, trace.files, trace.ours, trace.bad) == (("a.web.app",), True, False, False)
    kept = repr(msgspec.to_builtins(trace))
    assert not any(word in kept for word in ("ecret", "hidden", "private-name"))


def test_findings_and_what_they_want_are_remembered() -> None:
    found = (Finding("a", 0.0, (), danger=Danger.CONVERSATION), Finding("b", 1.0, ()), Finding("good", -1.0, ()))
    trace = traced(mail(), Verdict(Class.SUSPICIOUS, 0.6, 0.5, found))
    assert (trace.findings, trace.dangers, trace.bad) == (("a", "b"), ("conversation",), True)


@pytest.mark.parametrize(
    "fields",
    [
        {"to": "tips@harbour.example"},
        {"to": "x@harbour.example", "headers": [("Cc", "Tips <TIPS@harbour.example>")]},
        {"sender": "Tips <tips@harbour.example>", "to": "source@home.test"},
        {"to": "undisclosed", "headers": [("Delivered-To", "tips@harbour.example")]},
    ],
)
def test_mail_of_sources_leaves_no_trace(fields: dict[str, object]) -> None:
    assert is_tips(mail(**fields), PROFILE)
    assert trace_of(mail(**fields), CLEAN, CONTEXT) is None
    assert not is_tips(mail(), PROFILE)


def test_mail_of_unknown_time_leaves_no_trace() -> None:
    assert trace_of(mail(), CLEAN, Context(profile=PROFILE)) is None


def test_the_time_is_that_of_a_trusted_hop() -> None:
    stamps = [
        ("Received", "from a by relay.test; Tue, 03 Mar 2026 12:00:00 +0000"),
        ("Received", "from b by mx.harbour.example; Tue, 03 Mar 2026 13:00:00 +0200"),
    ]
    assert trusted_time(mail(headers=stamps), PROFILE) == datetime(2026, 3, 3, 11, tzinfo=UTC)
    assert trusted_time(mail(headers=stamps[:1]), PROFILE) == datetime(2026, 3, 3, 12, tzinfo=UTC)
    assert trusted_time(mail(), PROFILE) == datetime(2026, 3, 3, 10, tzinfo=UTC)


def test_arrival_is_what_a_trusted_hop_says_and_nobody_else() -> None:
    stamps = [
        ("Received", "from a by relay.test; Tue, 03 Mar 2026 12:00:00 +0000"),
        ("Received", "from b by mx.harbour.example; at noon"),
        ("Received", "from b by mx.harbour.example; Tue, 03 Mar 2026 13:00:00 +0200"),
        ("Received", "from c by mx.harbour.example; Mon, 02 Mar 2026 13:00:00 +0000"),
    ]
    assert received_time(mail(headers=stamps), PROFILE) == datetime(2026, 3, 3, 11, tzinfo=UTC)
    assert received_time(mail(headers=stamps[:2]), PROFILE) is None
    assert received_time(mail(headers=stamps[2:]), Profile()) is None
    assert received_time(mail(), PROFILE) is None


@pytest.mark.parametrize("date", ["", "Mon, 01 Jan 0001 00:00:00 +1400", "Fri, 31 Dec 9999 23:59:59 -1200", "soon"])
def test_impossible_times_are_none(date: str) -> None:
    odd = mail(date=date)
    assert trusted_time(odd, PROFILE) is None
    assert -1 <= hour_of(odd) < 24
    assert zone_of(odd) in (UNKNOWN_ZONE, 840, -720)


def test_habits_are_read_off() -> None:
    assert mailer_of(mail(message_id="<AbC123.9@x.test>")) == "a0.0"
    assert greeting_of(mail(text="\n\n  عزیزم سامی جان، سلام\nبقیه")) == "عزیزم سامی"
    assert name_key_of(mail(sender="  Vera \t NORTH <v@x.test>")) == "vera north"
    assert zone_of(mail(date="Tue, 03 Mar 2026 10:00:00 -0330")) == -210
    assert hour_of(mail(date="Tue, 03 Mar 2026 01:00:00 +0200")) == 23


def test_what_cannot_be_stored_is_replaced() -> None:
    assert plain("a\ud800b", 9) == "a?b"
    assert plain("مرحبا", 3) == "مرح"


def test_ours_are_the_house_and_its_people() -> None:
    ours = ("sami@harbour.example", "x@mail.harbour.example", "dana.osman@private.example")
    assert all(is_ours(mail(sender=address), PROFILE) for address in ours)
    assert not is_ours(mail(sender="a@lighthouse.example"), PROFILE)
    assert not is_ours(mail(sender="a@harbour.example"), Context().profile)


@pytest.mark.parametrize(
    ("known", "taken_for_it"),
    [
        ("northern.test", "n0rthern.test"),
        ("northern.test", "northem.test"),
        ("northern.test", "northen.test"),
        ("northern.test", "norhtern.test"),
        ("northern.test", "northern.example"),
        ("northern.test", "northern-events.test"),
        ("northern-star.test", "northernstar.test"),
    ],
)
def test_domains_that_resemble_each_other_share_a_key(known: str, taken_for_it: str) -> None:
    assert resembles(taken_for_it, known)
    assert likeness_keys(known) & likeness_keys(taken_for_it)
    assert similar_domains(mail(sender=f"a@{taken_for_it}"), [known, "other.test"]) == (known,)


def test_webmail_resembles_nobody() -> None:
    assert not likeness_keys("gmail.com")
    assert similar_domains(mail(sender="a@gmail.com"), ["gmall.com"]) == ()
    assert len(likeness_keys("a" * 60 + "b" * 60 + ".test")) < 60


def test_facts_sum_up_traces() -> None:
    first, second = traced(mail(text="Dear Sami", links=[("x", "https://north.test/")])), traced(mail(text="Hello all"))
    facts = sender_facts([first, second], first.time, 3, 7, ["b@x.test", "a@x.test", "a@x.test"], ("similar.test",))
    assert (facts.messages, facts.written_to, facts.domain_messages) == (2, 3, 7)
    assert facts.addresses_of_name == ("a@x.test", "b@x.test")
    assert facts.greetings == ("x", "hello all")
    assert facts.link_domains == ("north.test",)
    assert (facts.similar_domains, facts.first_seen) == (("similar.test",), CONTEXT.as_of)
    assert sender_facts([], None, 0, 0).first_seen is None


def test_our_own_words_prepare_nothing() -> None:
    found = Verdict(Class.CLEAN, 0.1, 0.0, (Finding("approach", 0.4, (), danger=Danger.CONVERSATION),))
    ours, theirs = (
        traced(mail(sender="Sami <sami@harbour.example>"), found),
        traced(mail(message_id="<2@x.test>"), found),
    )
    now = mail(headers=[("References", "<1@sender.example> <2@x.test>")])
    assert thread_facts(now, [ours], []).dangers == ()
    facts = thread_facts(now, [ours, theirs], [theirs], 30, 4)
    assert (facts.references, facts.known, facts.ours, facts.messages) == (2, 2, 1, 2)
    assert (facts.findings, facts.dangers) == (("approach",), ("conversation",))
    assert facts.participants == ("ada@sender.example", "sami@harbour.example", "user@harbour.example")
    assert facts.personas == (("ada writer", "ada@sender.example"), ("sami", "sami@harbour.example"))
    assert (facts.mailbox, facts.sent) == (30, 4)
