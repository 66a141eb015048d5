"""What the desk does about questions and clicks: it answers, closes, and sees to people who clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import listing, notes
from tocsin.app.ports import Writer
from tocsin.app.rights import Right
from tocsin.model.desk import Asked
from tocsin.model.error import InputError
from tocsin.model.event import ClickHandled, QuestionAnswered, QuestionClosed
from tocsin.model.record import Note
from tocsin.model.sentence import say
from tocsin.model.view import Page

_DOCS: Final = "howto/ask.md"


@use_case(Right.READ_MAIL, cli="ask all", http="GET /v1/questions", docs=_DOCS)
def questions(grant: Grant, after: str | None = None, limit: int = 50) -> Page[Asked]:
    """Return what people asked, the newest first, answered or not."""
    with grant.read() as reader:
        page = reader.views.questions(None, after, limit)
        return Page(listing.asked(reader, page.items), page.after)


@use_case(Right.READ_MAIL, cli="ask show", http="GET /v1/questions/{question}", docs=_DOCS)
def question(grant: Grant, question: str) -> Asked:
    """Return a question."""
    with grant.read() as reader:
        if (item := reader.views.question(question)) is None:
            raise missing(question)
        return listing.asked(reader, [item])[0]


@use_case(Right.CORRECT, cli="ask answer", http="POST /v1/questions/{question}/answer", docs=_DOCS)
def answer(grant: Grant, question: str, text: str) -> None:
    """Answer a question in words, which the one who asked sees beside it."""
    if not text.strip():
        raise InputError(say("there is no answer"), say("Write it, or close the question without one."))
    with grant.write() as writer:
        _open(writer, question)
        kept = notes.keep(writer, Note(text.strip()), writer.now + notes.RETENTION)
        writer.append(grant.draft(QuestionAnswered(question, kept)))


@use_case(Right.CORRECT, cli="ask close", http="POST /v1/questions/closing", docs=_DOCS)
def close(grant: Grant, several: Sequence[str]) -> None:
    """Close questions to which there is nothing to add, all of them or none."""
    with grant.write() as writer:
        for question in dict.fromkeys(several):
            _open(writer, question)
            writer.append(grant.draft(QuestionClosed(question)))


def _open(writer: Writer, question: str) -> None:
    if (item := writer.views.question(question)) is None:
        raise missing(question)
    if item.state != "open":
        raise InputError(
            say("%(question)s is answered or closed already", question=question), say("Nothing needs doing.")
        )


@use_case(Right.CORRECT, cli="ask handled", http="POST /v1/clicks/handling", docs=_DOCS)
def handle(grant: Grant, several: Sequence[str], note: str = "") -> None:
    """Note that people who clicked were seen to, all of them or none: until then they are at the top of the queue."""
    with grant.write() as writer:
        for click in dict.fromkeys(several):
            if (item := writer.views.click(click)) is None:
                raise missing(click)
            if item.handled_by is not None:
                raise InputError(say("%(click)s was seen to already", click=click), say("Nothing needs doing."))
            kept = notes.keep_note(writer, note, writer.now + notes.RETENTION)
            writer.append(grant.draft(ClickHandled(click, kept)))
