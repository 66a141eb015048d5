from __future__ import annotations

from tocsin.formats.mime import parse
from tocsin.identify.examples import message
from tocsin.identify.excerpts import AROUND, QUOTE, excerpts_of
from tocsin.identify.mail import Mail
from tocsin.model.row import Excerpt
from tocsin.model.verdict import Evidence, Finding, Span

BEFORE = "one two three four five six seven eight nine ten eleven "
WORDS = BEFORE + "buy cards twelve thirteen fourteen fifteen sixteen seventeen."


def _of(mail: Mail, *spans: Span, weight: float = 1.0) -> tuple[Excerpt, ...]:
    return excerpts_of(mail, [Finding("x", weight, tuple(Evidence(span, {}) for span in spans))])


def _mail(text: str) -> Mail:
    return Mail(parse(message(subject="Please read", text=text).raw))


def test_it_cuts_at_words_and_says_that_it_cut() -> None:
    start = WORDS.index("buy")
    (excerpt,) = _of(_mail(WORDS), Span("1", "text", start, start + 9))
    assert excerpt.quote == "buy cards"
    assert excerpt.before == "…three four five six seven eight nine ten eleven "
    assert excerpt.after == " twelve thirteen fourteen fifteen sixteen…"


def test_short_texts_stay_whole() -> None:
    (excerpt,) = _of(_mail("please buy cards now"), Span("1", "text", 7, 16))
    assert (excerpt.before, excerpt.quote, excerpt.after) == ("please ", "buy cards", " now")


def test_no_excerpt_is_longer_than_it_may_be() -> None:
    (excerpt,) = _of(_mail("x" * 5_000), Span("1", "text", 100, 4_000))
    assert len(excerpt.quote) == QUOTE
    assert len(excerpt.before + excerpt.quote + excerpt.after) <= QUOTE + 2 * AROUND + 2


def test_a_place_is_cut_out_once_and_good_signs_are_not() -> None:
    span = Span("1", "text", 0, 6)
    assert len(_of(_mail("please buy"), span, span)) == 1
    assert _of(_mail("please buy"), span, weight=-1.0) == ()


def test_headers_are_shown_whole_and_files_not() -> None:
    mail = _mail("text")
    subject, date = _of(mail, Span("", "header:subject", 0, 6), Span("", "header:date"))
    assert (subject.quote, subject.after) == ("Please", " read")
    assert date.quote == "Tue, 03 Mar 2026 10:00:00 +0000"
    assert _of(mail, Span("1", "file"), Span("9", "text", 0, 5), Span("", "header:x-none")) == ()


def test_a_message_full_of_evidence_stays_small() -> None:
    mail = _mail("word " * 400)
    assert len(_of(mail, *(Span("1", "text", n, n + 3) for n in range(300)))) == 40
