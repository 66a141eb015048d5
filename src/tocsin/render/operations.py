"""Operations in words."""

from __future__ import annotations

from tocsin.attribute.trend import SPAN, Trend
from tocsin.render.words import Words


def trend(told: Trend, words: Words) -> str:
    """Return whether attacks became more, with the uncertainty of that."""
    high = words.gettext("any number of") if told.high is None else f"{told.high:.1f}"
    counted = words.gettext(
        "Incidents that began in the last %(days)s days: %(after)s; in the %(days)s days before: %(before)s.",
        days=SPAN.days, after=told.after, before=told.before,
    )  # fmt: skip
    if not told.before + told.after:
        return counted
    between = words.gettext(
        "That is between %(low)s and %(high)s times as many (95 %% interval), if both were counted in the same way.",
        low=f"{told.low:.1f}", high=high,
    )  # fmt: skip
    said = (
        words.gettext("That they became more or fewer is not shown.") if not told.is_told
        else words.gettext("They became more.") if told.low > 1 else words.gettext("They became fewer.")
    )  # fmt: skip
    return f"{counted} {between} {said}"
