"""Is this safe? Asked by anybody about a mail, a link, some text or a picture of it, and answered at once.

The model was fitted on mail. Text that is no mail is judged by the checks alone, at their declared weights.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.identify import Judge
from tocsin.app.parts import listing, notes
from tocsin.app.parts.listing import judgement
from tocsin.app.parts.profiles import profile_of
from tocsin.app.ports import Ocr, Reader
from tocsin.app.rights import Right
from tocsin.app.submission import take_in
from tocsin.formats.mime import parse
from tocsin.identify.combine import Combiner
from tocsin.identify.engine import Engine
from tocsin.identify.mail import Mail
from tocsin.model.actor import Via
from tocsin.model.context import Context
from tocsin.model.desk import Asked
from tocsin.model.error import InputError
from tocsin.model.event import ClickReported, SafetyAsked
from tocsin.model.record import Note
from tocsin.model.sentence import say
from tocsin.model.verdict import Class, Danger, Finding, Verdict
from tocsin.model.view import MessageItem, Page, QuestionItem

LONGEST: Final = 100_000
"""Characters of a text."""
_DOCS: Final = "howto/ask.md"


class Answer(Struct, frozen=True):
    """What is said to somebody who asked."""

    question: str | None
    """None where nothing was kept: nobody else will see it."""
    kind: str
    """mail, link, text, picture."""
    verdict: Class
    probability: float
    findings: tuple[Finding, ...]
    advice: tuple[Danger, ...] = ()
    """What it wants, the most urgent first: the steps for each are in `tocsin.identify.advice`."""
    message: str | None = None
    text: str = ""
    """What was read, so that the asker sees whether it was read rightly."""


@use_case(Right.ASK, cli="ask text", http="POST /v1/questions/text", docs=_DOCS)
def ask_text(grant: Grant, by: Judge, text: str) -> Answer:
    """Ask about the words of a chat message, an SMS, a web page, or about a link alone."""
    if not text.strip():
        raise InputError(say("there is no text to judge"), say("Paste the message, or the link."))
    only_link = not text.strip().count("\n") and len(text.split()) == 1
    return _answer(grant, by, text.strip(), "link" if only_link else "text")


@use_case(Right.ASK, cli="ask picture", http="POST /v1/questions/picture", docs=_DOCS)
def ask_picture(grant: Grant, by: Judge, ocr: Ocr, image: bytes) -> Answer:
    """Ask about a picture of a message. It is read on this machine and not kept; the words that were read are."""
    text = ocr.text(image)
    if not text.strip():
        raise InputError(say("no text was found in the picture"), say("Take it closer, or paste the text."))
    return _answer(grant, by, text, "picture")


@use_case(Right.ASK, cli="ask mail", http="POST /v1/questions/mail", docs=_DOCS)
def ask_mail(grant: Grant, by: Judge, raw: bytes) -> Answer:
    """Ask about a mail. Asking reports it: the desk may open it, whatever its verdict."""
    question = grant.new_id("question")
    (done,) = take_in(grant, by, [raw], "ask", reported=True, question=question)
    if done.message is None:
        return Answer(
            None, "mail", done.verdict.verdict, done.verdict.probability, done.verdict.findings, done.verdict.advice
        )  # fmt: skip
    with grant.read() as reader:
        item = reader.views.message(done.message)
    stands = item.verdict if item and item.judged is not item.verdict else done.verdict.verdict
    advice = () if stands in (Class.CLEAN, Class.UNWANTED) else done.verdict.advice
    return Answer(
        question, "mail", stands, done.verdict.probability, done.verdict.findings, advice, done.message
    )  # fmt: skip


def _answer(grant: Grant, by: Judge, text: str, kind: str) -> Answer:
    if len(text) > LONGEST:
        raise InputError(say("the text is too long"), say("Paste the part that asks for something."))
    with grant.read() as reader:
        profile = profile_of(reader)
    with by.alone:
        verdict = _judged(by.engine, text, Context(profile=profile))
    question = None if profile.is_newsroom else grant.new_id("question")
    if question is not None:
        with grant.write() as writer:
            kept = notes.keep(writer, Note(text), writer.now + notes.RETENTION)
            asked = SafetyAsked(question, _who(grant), kind, None, kept, verdict.verdict, verdict.probability)
            writer.append(grant.draft(asked))
    return Answer(
        question, kind, verdict.verdict, verdict.probability, verdict.findings, verdict.advice, text=text
    )  # fmt: skip


def _judged(engine: Engine, text: str, context: Context) -> Verdict:
    head = b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    plain = Engine(engine.checks, engine.phrases, Combiner(engine.checks), engine.limits)
    mail = Mail(parse(head + text.encode("utf-8", "replace"), engine.limits), engine.limits)
    return plain.judge_mail(mail, context)


def _who(grant: Grant) -> str:
    return grant.actor.person or grant.actor.id


@use_case(Right.ASK, cli="ask clicked", http="POST /v1/clicks", docs=_DOCS)
def clicked(grant: Grant, did: Danger, *, question: str = "", message: str = "", note: str = "") -> str | None:
    """Say that one did what the attack wanted, and return the id under which the desk sees it, before all else.

    In a newsroom nothing of it is written down, and None is returned. The steps that help are those of `did`.
    """
    if did in (Danger.NONE, Danger.SPAM):
        raise InputError(say("it must be said what was done"), say("For example: credentials, code, file, payment."))
    with grant.write() as writer:
        asked = writer.views.question(question) if question else None
        if question and (asked is None or not _own(grant, asked)):
            raise missing(question)
        about = message or (asked.message if asked else None)
        if message and not _concerns(grant, writer, message):
            raise missing(message)
        if profile_of(writer).is_newsroom:
            return None
        click = grant.new_id("click")
        person = asked.person if asked else _who(grant)
        kept = notes.keep_note(writer, note, writer.now + notes.RETENTION)
        writer.append(grant.draft(ClickReported(person, did, about, question or None, kept, click)))
    return click


def _own(grant: Grant, asked: QuestionItem) -> bool:
    return grant.actor.via is Via.TERMINAL or asked.person == grant.actor.person


def _concerns(grant: Grant, reader: Reader, message: str) -> bool:
    """Only who received a message or asked about it says so: a click opens it to the desk."""
    item: MessageItem | None = reader.views.message(message)
    if item is None or not grant.actor.person:
        return item is not None and (item.reported or item.judged is not Class.CLEAN)
    if grant.actor.person in judgement(reader, item).recipients:
        return True
    mine = reader.views.questions(grant.actor.person, limit=500).items
    return any(asked.message == message for asked in mine)


@use_case(Right.ASK, cli="ask list", http="GET /v1/me/questions", docs=_DOCS)
def questions(grant: Grant, after: str | None = None, limit: int = 50) -> Page[Asked]:
    """Return what the one who asks has asked, the newest first, with what the desk answered."""
    with grant.read() as reader:
        page = reader.views.questions(_who(grant), after, limit)
        return Page(listing.asked(reader, page.items), page.after)
