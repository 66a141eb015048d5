"""An assessment in plain sentences. Each says on which evidence it rests; how sure we are stands in one of its own.

A likelihood word always has its numbers, and never shares a sentence with the degree of confidence (ICD 203, D.6.e).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tocsin.attribute.likelihood import word_of
from tocsin.attribute.weighing import ENGINE
from tocsin.model.assessment import (
    FALSE_FLAG,
    UNKNOWN,
    Assessed,
    Assessment,
    Confidence,
    Drop,
    Estimate,
    Evidence,
    Kind,
    Move,
    Question,
    Score,
)
from tocsin.model.record import NamingRecord
from tocsin.model.sentence import Sentence, say
from tocsin.model.view import NamingItem
from tocsin.render.plain import one_line
from tocsin.render.words import N_, Words

MOST_DROPS: Final = 5
"""Sources whose loss is told."""
QUESTIONS: Final = {
    Question.ACTOR: N_("Who is behind it"),
    Question.OBJECTIVE: N_("What it is mainly for"),
}
_GIVEN: Final = {
    (Question.ACTOR, UNKNOWN): N_("another, unknown actor"),
    (Question.ACTOR, FALSE_FLAG): N_("somebody who laid a false trail to one of those named"),
    (Question.OBJECTIVE, UNKNOWN): N_("another objective, or none that is known"),
    (Question.OBJECTIVE, FALSE_FLAG): N_("an objective that was only made to look like one of those named"),
}
KINDS: Final = {
    Kind.ACCESS: N_("records of a provider or of the attacker's machines"),
    Kind.INFRASTRUCTURE: N_("hosts, domains, certificates, accounts"),
    Kind.TOOL: N_("a tool or a kit"),
    Kind.BEHAVIOUR: N_("techniques, targets, working hours"),
    Kind.TEXT: N_("language, wording, names of files"),
    Kind.CLAIM: N_("a claim"),
    Kind.MOTIVE: N_("a motive"),
}
NAMINGS: Final = {
    "stands": N_("stands"),
    "withdrawn": N_("withdrawn"),
    "refused": N_("may not be put by the rules here"),
}
CONFIDENCE: Final = {
    Confidence.LOW: N_("low"),
    Confidence.MODERATE: N_("moderate"),
    Confidence.HIGH: N_("high"),
}


def page(given: Assessment, assessed: Assessed, words: Words, history: Sequence[Move] = ()) -> Iterator[str]:
    """Yield the lines of the page in a language."""
    if given.synthetic:
        yield words.gettext("SYNTHETIC: everything on this page is made up for practice.")
    question = words.gettext(QUESTIONS[given.question])
    yield words.gettext("%(question)s, as of %(time)s", question=question, time=f"{given.as_of:%Y-%m-%d %H:%M} UTC")
    yield ""
    for one in assessed.estimates:
        yield _estimate(given, one, words)
    if assessed.held_back:
        yield words.gettext(
            "The chance of the first is held down: above an even chance only what is hard to plant counts, from two "
            "sources at least. %(ids)s", ids=_ids(assessed.estimates[0].supported_by),
        )  # fmt: skip
    yield ""
    yield _confidence(assessed, words)
    yield from _proposed(given, words)
    yield ""
    yield words.gettext("What would change our mind")
    yield from _sensitivity(given, assessed, words)
    if given.dissents:
        yield ""
        yield words.gettext("Dissent")
    for dissent in given.dissents:
        yield f"{words.isolate(one_line(dissent.by))}: {_text(dissent.text, words)} {_apart(dissent.evidence, words)}"
    if len(history) > 1:
        yield ""
        yield words.gettext("How it moved")
        yield from (_move(given, move, assessed, words) for move in history)
        yield from _kept(history, words)
    yield ""
    yield words.gettext("Evidence")
    for item in given.evidence:
        yield f"{_apart((item.id,), words)} {_text(item.text, words)} ({_origin(item, words)})"


def _proposed(given: Assessment, words: Words) -> Iterator[str]:
    """Yield who put each answer forward, as far as that is written down."""
    proposed = [one for one in given.hypotheses if one.sources]
    if proposed:
        yield ""
        yield words.gettext("Who put it forward")
    for one in proposed:
        sources = "; ".join(one_line(source) for source in one.sources)
        yield f"{words.isolate(_text(one.text, words))}: {words.isolate(sources)}"


def _origin(item: Evidence, words: Words) -> str:
    said = words.gettext("%(source)s, grade %(grade)s", source=one_line(item.source), grade=item.grade)
    if not item.rests_on:
        return said
    rests = words.gettext("kept as %(ids)s", ids=", ".join(map(one_line, item.rests_on)))
    return f"{said}; {rests}" if words.language == "en" else f"{said}؛ {rests}"


def _estimate(given: Assessment, one: Estimate, words: Words) -> str:
    likelihood = likely(one.chance, words)
    name, pro, con = answer(given, one.hypothesis, words), _ids(one.supported_by), _ids(one.opposed_by)
    if pro and con:
        return words.gettext(
            "%(name)s: %(likelihood)s, for it %(pro)s, against it %(con)s.",
            name=name, likelihood=likelihood, pro=pro, con=con,
        )  # fmt: skip
    if pro:
        return words.gettext("%(name)s: %(likelihood)s, for it %(pro)s.", name=name, likelihood=likelihood, pro=pro)
    if con:
        return words.gettext("%(name)s: %(likelihood)s, against it %(con)s.", name=name, likelihood=likelihood, con=con)
    return words.gettext(
        "%(name)s: %(likelihood)s; nothing bears on it by itself, it is what the others leave %(ids)s.",
        name=name, likelihood=likelihood, ids=_ids([item.id for item in given.evidence]),
    )  # fmt: skip


def _confidence(assessed: Assessed, words: Words) -> str:
    level = words.gettext(CONFIDENCE[assessed.confidence])
    said = words.ngettext(
        "Confidence in this is %(level)s: %(n)s independent source speaks for the first.",
        "Confidence in this is %(level)s: %(n)s independent sources speak for the first.",
        assessed.supporting_sources,
        level=level,
    )
    return f"{said} {_apart(assessed.estimates[0].supported_by, words)}".rstrip()


def _sensitivity(given: Assessment, assessed: Assessed, words: Words) -> Iterator[str]:
    first, second = assessed.estimates[:2]
    by_source = {drop.source: drop.evidence for drop in assessed.drops}
    if assessed.flip is None:
        ids = _ids([item.id for item in given.evidence])
        yield words.gettext("No loss of sources would put another answer first %(ids)s.", ids=ids)
    elif assessed.flip:
        ids = _ids([key for source in assessed.flip for key in by_source[source]])
        yield words.ngettext(
            "If %(n)s source were not believed, another answer would be first: %(ids)s.",
            "If %(n)s sources were not believed, another answer would be first: %(ids)s.",
            len(assessed.flip), ids=ids,
        )  # fmt: skip
    yield words.ngettext(
        "%(n)s new independent item of the strongest kind for %(name)s would put it first %(ids)s.",
        "%(n)s new independent items of the strongest kind for %(name)s would put it first %(ids)s.",
        assessed.needed, name=answer(given, second.hypothesis, words), ids=_ids([item.id for item in given.evidence]),
    )  # fmt: skip
    for drop in assessed.drops[:MOST_DROPS]:
        yield _drop(given, drop, first, words)


def _drop(given: Assessment, drop: Drop, first: Estimate, words: Words) -> str:
    return words.gettext(
        "Without %(ids)s, %(name)s: %(likelihood)s.",
        ids=_ids(drop.evidence), name=answer(given, first.hypothesis, words),
        likelihood=likely(drop.chance, words),
    )  # fmt: skip


def _move(given: Assessment, move: Move, assessed: Assessed, words: Words) -> str:
    first = assessed.estimates[0].hypothesis
    chance = move.chances.get(first)
    return words.gettext(
        "%(time)s: %(name)s %(likelihood)s. New: %(added)s. Gone: %(removed)s. Changed: %(changed)s.",
        time=f"{move.as_of:%Y-%m-%d %H:%M} UTC", name=answer(given, first, words),
        likelihood=words.gettext("not yet considered") if chance is None else likely(chance, words),
        added=_ids(move.added) or "-", removed=_ids(move.removed) or "-", changed=_ids(move.changed) or "-",
    )  # fmt: skip


def _kept(history: Sequence[Move], words: Words) -> Iterator[str]:
    """Yield which of the steps are not as they were told then, and which were told by other rules."""
    anew = [f"{one.as_of:%Y-%m-%d %H:%M} UTC" for one in history if one.engine is None]
    other = [f"{one.as_of:%Y-%m-%d %H:%M} UTC" for one in history if one.engine not in (None, ENGINE)]
    if anew:
        yield words.gettext(
            "No estimate was kept of these, so they are weighed anew by the rules of today: %(times)s.",
            times=", ".join(anew),
        )
    if other:
        yield words.gettext(
            "These were estimated by other rules than those of today: %(times)s.", times=", ".join(other)
        )


def answer(given: Assessment, hypothesis: str, words: Words) -> str:
    """Return what an answer is called in a sentence."""
    if hypothesis in (UNKNOWN, FALSE_FLAG):
        return words.gettext(_GIVEN[given.question, hypothesis])
    return _text(next(one.text for one in given.hypotheses if one.id == hypothesis), words)


def _text(text: Mapping[str, str], words: Words) -> str:
    return one_line(text[words.language], 600)


def _ids(ids: Sequence[str]) -> str:
    return "[" + ", ".join(ids) + "]" if ids else ""


def _apart(ids: Sequence[str], words: Words) -> str:
    """Return ids that stand beside a sentence."""
    return words.isolate(_ids(ids)) if ids else ""


def likely(chance: float, words: Words) -> str:
    """Return the word for a chance with its numbers, whose order an Arabic sentence would turn round."""
    word = word_of(chance)
    return f"{word.words[words.language]} ({words.isolate(word.numbers)})"


def refused(reasons: Sequence[Sentence], words: Words) -> Iterator[str]:
    """Yield why a name may not be put on an operation."""
    yield from (words.tell(say("Not permitted: %(reason)s.", reason=reason)) for reason in reasons)


def named(record: NamingRecord | None, item: NamingItem, words: Words) -> str:
    """Return whom a person named, and why."""
    if record is None:
        return words.gettext("Its words were erased.")
    return words.gettext(
        "%(hypothesis)s, named on %(date)s: %(reasons)s %(ids)s",
        hypothesis=record.hypothesis, date=f"{item.at:%Y-%m-%d}", reasons=one_line(record.reasons, 2_000),
        ids=_ids(record.evidence),
    )  # fmt: skip


def taken_over(record: NamingRecord | None, words: Words) -> str:
    """Return who put a name that came with a case, and where; empty for one that was put here."""
    if record is None or not record.before:
        return ""
    first = record.before[0]
    return words.gettext(
        "It came with a case: %(who)s put it on %(date)s, in the log %(log)s.",
        who=one_line(record.by or first.actor), date=f"{first.at:%Y-%m-%d}", log=one_line(first.log),
    )  # fmt: skip


def scored(scores: Sequence[Score], words: Words) -> Iterator[str]:
    """Yield how good each version of a forecast was that has been resolved."""
    if not scores:
        return
    yield ""
    yield words.gettext("How good it was (Brier score: 0 is perfect, 2 the worst)")
    for one in scores:
        line = words.isolate(f"{one.told_at:%Y-%m-%d %H:%M} UTC: {one.brier:.3f}")
        anew = words.gettext("(weighed anew by the rules of today)")
        yield line if one.kept else f"{line} {anew}"
