"""The chain of an attempt, for a terminal and as a picture. Both say the same, and the picture says it in words too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from markupsafe import Markup
from msgspec.structs import replace

from tocsin.identify.outcome.controls import CONTROLS
from tocsin.identify.outcome.logs import LOGS
from tocsin.identify.outcome.reasons import REASONS, START
from tocsin.identify.outcome.stages import STAGES, STATES
from tocsin.model.activity import Activity
from tocsin.model.outcome import Did, Grade, Link, Outcome, StageState, State, Told
from tocsin.render.acts import described
from tocsin.render.plain import one_line
from tocsin.render.words import N_, Words

_WIDE, _ROW, _LEFT, _TEXT = 640, 58, 26, 56
MOST: Final = 20
"""Lines of logs that are shown for one attempt."""
GRADES: Final = {
    Grade.STRONG: N_("strong link"),
    Grade.GOOD: N_("good link"),
    Grade.FAIR: N_("fair link"),
    Grade.WEAK: N_("too weak to be a link"),
}
_KNOWN: Final = N_("known until %(time)s")
_STATED: Final = N_("known until %(time)s, according to the export's stated period")
_BY: Final = N_("according to the export's stated period")
_ANSWERED: Final = N_("according to the person's answer")
_WAS_THEM, _WAS_NOT_THEM = N_("it was them"), N_("it was not them")
_STYLE: Final = Markup("<style>svg{color:#1a1a1a}@media (prefers-color-scheme:dark){svg{color:#eee}}</style>")


def sentences(stages: Sequence[StageState], words: Words) -> Iterator[tuple[StageState, str]]:
    """Yield what the chain says of each stage, without its name."""
    stopped = False
    for state in stages:
        yield state, _said(state, words, behind=stopped and not state.settles)
        stopped = (stopped or state.state is State.STOPPED) and state.state is not State.REACHED


def _said(state: StageState, words: Words, *, behind: bool) -> str:
    language = words.language
    if state.state is State.REACHED:
        return STATES["inferred" if state.inferred else "reached"][language]
    if state.state is State.STOPPED:
        return STATES["stopped"][language] % {"control": CONTROLS[state.control].name[language]}
    key = "not-observable" if state.settles else "behind" if behind else "silent"
    return STATES[key][language]


def more(state: StageState, words: Words) -> str:
    """Return the second line about a stage: when, until when it is known, or which logs would settle it."""
    if state.settles:
        logs = _joined((LOGS[one].name[words.language] for one in state.settles), words)
        return words.gettext("What would settle it: %(logs)s", logs=logs)
    return _times(state, words, _STATED if state.stated else _KNOWN)


def _times(state: StageState, words: Words, known: str) -> str:
    at = words.isolate(f"{state.at:%Y-%m-%d %H:%M} UTC") if state.at else ""
    until = words.gettext(known, time=f"{state.until:%Y-%m-%d %H:%M} UTC") if state.until else ""
    said = words.gettext(_ANSWERED) if state.said else ""
    return _joined(filter(None, (at, until, said)), words)


def lines(stages: Sequence[StageState], words: Words) -> Iterator[str]:
    """Yield the chain as lines of text."""
    for state, said in sentences(stages, words):
        name = STAGES[state.stage].name[words.language]
        told = more(state, words)
        yield f"{name}: {said}" + (f" ({told})" if told else "")


def linked(outcome: Outcome, lines: Mapping[str, Activity], words: Words) -> Iterator[str]:
    """Yield the lines of logs that an outcome rests on, the surest first, each with why; then those in doubt."""
    for link in outcome.links[:MOST]:
        if link.activity in lines:
            yield f"{_line(lines[link.activity], words)}  {said_of(link, words)}"
    if outcome.doubts:
        yield words.gettext("Nobody knows whose these are; the person can say. Until then no stop of sign-ins is said:")
        yield from _asked(outcome.doubts, lines, words)
    if outcome.contradicted:
        yield words.gettext("What was said of these the lines speak against, so it counts neither way; ask again:")
        yield from _asked(outcome.contradicted, lines, words)
    if outcome.tries:
        yield words.gettext("These failed, from places that nobody knows to be the person's; the person can say:")
        yield from _asked(outcome.tries, lines, words)


def answered(answers: Iterable[Told], lines: Mapping[str, Activity], words: Words) -> Iterator[str]:
    """Yield what was said of lines, and when, without who it was that said it."""
    told = [one for one in answers if one.line in lines]
    if told:
        yield words.gettext("What was said of lines:")
    for one in told:
        said = words.gettext(_WAS_THEM if one.did is Did.MINE else _WAS_NOT_THEM)
        when = words.isolate(f"{one.at:%Y-%m-%d %H:%M} UTC")
        yield f"{_line(lines[one.line], words)}  [{one_line(one.line)}]  {said} ({when})"


def _asked(several: Sequence[str], lines: Mapping[str, Activity], words: Words) -> Iterator[str]:
    """Yield lines with the ids by which they can be answered, and how many more there are."""
    yield from (f"{_line(lines[one], words)}  [{one_line(one)}]" for one in several[:MOST] if one in lines)
    if more := len(several[MOST:]):
        yield words.ngettext("%(n)s more was left out.", "%(n)s more were left out.", more)


def said_of(link: Link, words: Words) -> str:
    """Return how sure a link is, and why."""
    reasons = _joined((REASONS[name].text[words.language] for name, _ in link.reasons if name != START), words)
    return words.gettext(
        "%(grade)s (%(weight)s): %(reasons)s",
        grade=words.gettext(GRADES[link.grade]), weight=f"{link.weight:+.1f}", reasons=reasons,
    )  # fmt: skip


def _line(line: Activity, words: Words) -> str:
    """When, where, what and from where. Facts are isolated, so that none turns round in Arabic."""
    place = " ".join(filter(None, (line.ip, line.country, f"AS{line.asn}" if line.asn else "")))
    when, where = (words.isolate(one) for one in (f"{line.time:%Y-%m-%d %H:%M:%S} UTC", line.provider))
    return one_line(f"{when}  {where}  {described(line, words)}  {words.isolate(place) if place else ''}".rstrip())


def _joined(parts: Iterable[str], words: Words) -> str:
    return ("؛ " if words.language == "ar" else "; ").join(parts)


def picture(stages: Sequence[StageState], words: Words, *, alone: bool = False) -> Markup:
    """Return the chain as SVG, from top to bottom, in the direction of the language.

    It has the colour of the text around it. `alone` makes it a file of its own, which knows light and dark itself.
    What a stage is shows in its shape, not in a colour, and stands in the picture's title and description.
    """
    title, rows = words.gettext("How far the attempt got"), [*sentences(stages, words)]
    told = " ".join(f"{STAGES[state.stage].name[words.language]}: {said}." for state, said in rows)
    drawn = Markup("").join(
        _row(place, state, said, words, rows[place + 1][0] if place + 1 < len(rows) else None)
        for place, (state, said) in enumerate(rows)
    )
    head = (
        Markup('xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" ').format(_WIDE, _ROW * len(rows))
        if alone
        else ""
    )
    return Markup(
        '<svg {}class="outcome" viewBox="0 0 {} {}" direction="{}" role="img" lang="{}" font-family="sans-serif" '
        'font-size="14" fill="currentColor" stroke="currentColor"><title>{}</title><desc>{}</desc>{}{}</svg>'
    ).format(
        head, _WIDE, _ROW * len(rows), words.direction, words.language, title, told, _STYLE if alone else "", drawn
    )


def _row(place: int, state: StageState, said: str, words: Words, following: StageState | None) -> Markup:
    across = _WIDE - _LEFT if words.direction == "rtl" else _LEFT
    text = _WIDE - _TEXT if words.direction == "rtl" else _TEXT
    middle = place * _ROW + _ROW // 2
    way = Markup("")
    if following:
        dashes = "" if following.state is State.REACHED else Markup(' stroke-dasharray="2 5" opacity=".5"')
        way = Markup('<line x1="{0}" y1="{1}" x2="{0}" y2="{2}" stroke-width="2"{3}/>').format(
            across, middle + 11, middle + _ROW - 11, dashes
        )
    faint = Markup(' opacity=".75"') if state.state is State.NOT_OBSERVABLE else ""
    # Bold says with the shape, and not with colour, what matters.
    heavy = Markup(' font-weight="bold"') if state.state is not State.NOT_OBSERVABLE else ""
    name = STAGES[state.stage].name[words.language]
    told = _times(replace(state, said=False), words, _KNOWN) if not state.settles else ""
    by = [words.gettext(name) for name, holds in ((_BY, state.stated), (_ANSWERED, state.said)) if holds]
    top = middle - (15 if by else 8)
    texts = Markup('<text x="{0}" y="{1}"{2}>{3}</text>').format(text, top, heavy, name)
    for number, one in enumerate(filter(None, (said, told, _joined(by, words)))):
        texts += Markup('<text x="{}" y="{}" font-size="12">{}</text>').format(text, top + 16 + 15 * number, one)
    return way + Markup('<g class="{}"{}>{}<g stroke="none">{}</g></g>').format(
        state.state.value, faint, _mark(state, across, middle), texts
    )


def _mark(state: StageState, across: int, middle: int) -> Markup:
    """A filled circle, a square with a bar, an open circle with a question mark."""
    if state.state is State.STOPPED:
        return Markup(
            '<rect x="{}" y="{}" width="20" height="20" rx="3" fill="none" stroke-width="2.5"/>'
            '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke-width="4"/>'
        ).format(across - 10, middle - 10, across - 5, middle, across + 5, middle)
    if state.state is State.REACHED:
        inner = "none" if state.inferred else "currentColor"
        return Markup('<circle cx="{}" cy="{}" r="9" fill="{}" stroke-width="2.5"/>').format(across, middle, inner)
    return Markup(
        '<circle cx="{0}" cy="{1}" r="9" fill="none" stroke-dasharray="3 3"/>'
        '<text x="{0}" y="{2}" text-anchor="middle" font-size="12" stroke="none">?</text>'
    ).format(across, middle, middle + 4)
