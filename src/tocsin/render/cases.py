"""What is said of cases in words: states, where one was led before, who alone may see something."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final

from tocsin.model.event import CaseOrigin, Ending
from tocsin.model.record import EvidenceRecord
from tocsin.model.view import TaskItem, VictimItem
from tocsin.render.labels import DONE
from tocsin.render.words import N_, Words

_ENDINGS: Final = {Ending.DONE: N_("done"), Ending.DROPPED: N_("dropped")}


def task_state(item: TaskItem, at: datetime) -> str:
    """Return what a task is at a time, to be translated."""
    if item.state != "open":
        return _ENDINGS[Ending(item.state)]
    return N_("overdue") if item.due <= at else N_("open")


def victim_state(item: VictimItem) -> str:
    """Return how far it is with a victim, to be translated."""
    if item.state != "open":
        return {Ending.DONE: N_("told"), Ending.DROPPED: N_("cannot be told")}[Ending(item.state)]
    return N_("to be told")


def origin(origin: CaseOrigin, words: Words) -> str:
    """Say where a case was led before."""
    return words.gettext(
        "Taken over from log %(log)s: entry %(seq)s there handed the lead over, under a signed head of %(size)s.",
        log=origin.log, seq=origin.seq, size=origin.size,
    )  # fmt: skip


def before(record: EvidenceRecord | None, words: Words) -> list[str]:
    """Return what was done with a piece of evidence where it was kept before, a line each."""
    done = record.before.done if record and record.before else ()
    return [
        words.gettext(
            "%(time)s: %(what)s, by %(actor)s, entry %(seq)s of log %(log)s",
            time=f"{one.at:%Y-%m-%d %H:%M UTC}", what=words.gettext(DONE.get(one.type, one.type)), actor=one.actor,
            seq=one.seq, log=one.log,
        )
        for one in done
    ]  # fmt: skip


def restricted(item: str, only: Collection[str], words: Words) -> str:
    """Say who of the participants alone may see a thing."""
    if not only:
        return words.gettext("%(item)s is seen by no participant.", item=item)
    several = " ".join(sorted(only))
    return words.gettext("%(item)s is seen by no participant but %(several)s.", item=item, several=several)
