"""Operations in words."""

from __future__ import annotations

from typing import Final

from tocsin.attribute.trend import SPAN, Trend
from tocsin.model.desk import Compared
from tocsin.model.operation import Track
from tocsin.render.plain import one_line
from tocsin.render.words import N_, Words

TRACKS: Final = {Track.CYBER: N_("Cyber"), Track.INFLUENCE: N_("Influence")}
ABOUT: Final = {
    Track.CYBER: N_("Cyber: mail, sign-ins and accounts"),
    Track.INFLUENCE: N_("Influence: what is posted and published"),
}


def trend(told: Trend | None, words: Words) -> str:
    """Return whether attacks became more, and with it the interval: it says no more than that allows."""
    if told is None:
        return words.gettext("Nothing is recorded yet. That is no zero: nothing was counted.")
    counted = words.gettext(
        "Incidents that began in the last %(days)s days: %(after)s; in the %(days)s days before: %(before)s.",
        days=SPAN.days, after=told.after, before=told.before,
    )  # fmt: skip
    if not told.before + told.after:
        return counted
    if not told.is_covered:
        short = words.gettext(
            "Incidents were not recorded for all of that time: whether they became more is not known."
        )
        return f"{counted} {short}"
    said = (
        words.gettext("That they became more or fewer is not shown.") if not told.is_told
        else words.gettext("They became more.") if told.low > 1 else words.gettext("They became fewer.")
    )  # fmt: skip
    apart = words.gettext(
        "The interval supposes that each incident came by itself: where many are of one wave it is too narrow."
    )
    return f"{counted} {_times(told, words)} {said} {apart}"


def _times(told: Trend, words: Words) -> str:
    if told.ratio is None or told.high is None:
        return words.gettext(
            "That is at least %(low)s times as many (95 %% interval), if both were counted in the same way.",
            low=_figure(told.low),
        )
    return words.gettext(
        "That is %(ratio)s times as many (95 %% interval: %(low)s to %(high)s), if both were counted in the same way.",
        ratio=_figure(told.ratio), low=_figure(told.low), high=_figure(told.high),
    )  # fmt: skip


def _figure(ratio: float) -> str:
    """Return a ratio with as many digits as it takes to see on which side of 1 it lies, at most four."""
    said = (f"{ratio:.{digits}f}" for digits in range(1, 5))
    return next((one for one in said if float(one) != 1 or ratio == 1), f"{ratio:.4f}")


def called(one: Compared, words: Words) -> str:
    """Return what an incident is called, harmless; of another organisation's no more than whose it is, if that."""
    if one.item is not None:
        return one_line(one.title, 200) or one.id
    if one.organisation:
        return words.gettext("An incident of %(name)s", name=one_line(one.organisation, 120))
    return words.gettext("An incident of another organisation")


def whose(name: str, words: Words) -> str:
    """Return whose incidents they are; `name`: empty for organisations that are not to be named."""
    return one_line(name, 120) or words.gettext("Others, not named")


def lent(number: int, unread: int, words: Words) -> str:
    """Return how many incidents of other organisations were compared, and of how many they could not be read."""
    counted = words.ngettext(
        "%(n)s incident of organisations that let yours compare is counted too.",
        "%(n)s incidents of organisations that let yours compare are counted too.",
        number,
    )
    broken = words.ngettext(
        "Those of %(n)s organisation could not be read.", "Those of %(n)s organisations could not be read.", unread
    )
    return " ".join([counted] * bool(number) + [broken] * bool(unread))
