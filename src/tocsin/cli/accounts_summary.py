"""What is said around the alerts of a scan: how much was read, for which time it can speak, and what was lost."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tocsin.render.alerts import DATA, SEVERITIES
from tocsin.render.words import N_, Words
from tocsin.scan.accounts import Told

CODES: Final = {
    "missing": N_("missing"),
    "wrong-type": N_("of another type"),
    "bad-value": N_("not readable"),
    "unknown-value": N_("of an unknown value"),
}
NO_PROOF: Final = N_("That nothing was found is no proof that nothing happened.")

NO_LINES: Final = N_(
    "There was no line of a log that can be read. `tocsin accounts formats` lists what can be, and how to export it is "
    "in the documents."
)


def summary(told: Told, words: Words, when: datetime) -> list[str]:
    """Return the lines that close a result: what was read, and what was not."""
    lines = [words.ngettext("%(n)s event read.", "%(n)s events read.", told.events)]
    if told.passed:
        lines.append(
            words.ngettext(
                "In %(n)s line more no rule can find anything: nothing else was read of it.",
                "In %(n)s lines more no rule can find anything: nothing else was read of them.",
                told.passed,
            )
        )
    counts = [
        f"{words.gettext(label)}: {words.isolate(told.alerts[kind])}"
        for kind, label in SEVERITIES.items()
        if told.alerts[kind]
    ]
    if told.events or told.passed:
        lines.append(" · ".join(counts) if counts else words.gettext("Nothing was found."))
        lines.append(words.gettext(NO_PROOF))
    else:
        lines.append(words.gettext(NO_LINES))
    lines += _coverage(told, words)
    lines += _losses(told, words)
    for name, lacking in sorted(told.without_data.items()) if told.events else ():
        data = ", ".join(words.gettext(DATA[need]) for need in lacking)
        lines.append(
            words.gettext("%(detection)s could find nothing: it was not known %(data)s.", detection=name, data=data)
        )
    lines.append(words.gettext("As of %(date)s.", date=when.strftime("%Y-%m-%d %H:%M UTC")))
    return lines


def _coverage(told: Told, words: Words) -> list[str]:
    return [
        words.gettext(
            "%(log)s: %(count)s lines from %(begins)s to %(ends)s; it says nothing of any other time.",
            log=f"{one.provider} {one.log}".strip(),
            count=one.lines,
            begins=one.begins.strftime("%Y-%m-%d %H:%M"),
            ends=one.ends.strftime("%Y-%m-%d %H:%M UTC"),
        )
        for _, one in sorted(told.coverage.items())
    ]


def _losses(told: Told, words: Words) -> list[str]:
    lines = []
    if told.duplicates:
        lines.append(words.ngettext("%(n)s line was there twice.", "%(n)s lines were there twice.", told.duplicates))
    if told.late:
        lines.append(
            words.ngettext(
                "%(n)s line came too late to be put in its place, and was judged by itself.",
                "%(n)s lines came too late to be put in their place, and were judged by themselves.",
                told.late,
            )
        )
        lines.append(
            words.gettext(
                "To have late lines put in their place, scan all logs of that time together without what was kept, "
                "or bring them with `tocsin accounts submit`."
            )
        )
    if told.ahead:
        lines.append(
            words.ngettext(
                "%(n)s line is of a time that has not come: a clock is wrong. It was judged by itself.",
                "%(n)s lines are of a time that has not come: a clock is wrong. They were judged by themselves.",
                told.ahead,
            )
        )
    if told.withdrawn:
        lines.append(
            words.ngettext(
                "%(n)s alert of an earlier scan no longer holds, now that late lines are known.",
                "%(n)s alerts of earlier scans no longer hold, now that late lines are known.",
                len(told.withdrawn),
            )
        )
    for (provider, log, field, problem), count in told.bad_fields.most_common(20):
        lines.append(
            words.gettext(
                "%(log)s: the field %(field)s is %(problem)s in %(count)s lines; the rest of them was read.",
                log=f"{provider} {log}".strip(),
                field=field or "?",
                problem=words.gettext(CODES.get(problem, problem)),
                count=count,
            )
        )
    if unread := sum(told.unreadable.values()):
        codes = ", ".join(f"{code} {count}" for code, count in told.unreadable.most_common())
        lines.append(
            words.ngettext(
                "%(n)s line could not be read: %(codes)s",
                "%(n)s lines could not be read: %(codes)s",
                unread,
                codes=codes,
            )
        )
    return lines
