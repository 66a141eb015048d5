"""What leaves, to whom, and why something does not: in words."""

from __future__ import annotations

from typing import Final

from tocsin.app.sending import Left, Shown
from tocsin.model.exchange import Content, Standing
from tocsin.render.labels import DONE
from tocsin.render.plain import defang_value
from tocsin.render.words import N_, Words
from tocsin.share.policy import Why

CONTENTS: Final = {
    Content.WARNINGS: N_("warnings: what is looked for or blocked"),
    Content.SIGHTINGS: N_("sightings: what was seen"),
    Content.REPORTS: N_("reports: what happened, and who is said to be behind it"),
    Content.OTHER: N_("everything else"),
}
STANDINGS: Final = {
    Standing.COMMUNITY: N_("of the community"),
    Standing.CLIENT: N_("a client whom you look after"),
    Standing.ORGANISATION: N_("a part of your organisation"),
}
WHY: Final = {
    Why.LABEL: N_("its label does not let it go there"),
    Why.PURPOSE: N_("the circle is not for such contents"),
    Why.NEVER: N_("it holds what never leaves, or nobody can say what is in it"),
    Why.NAMES: N_("it names somebody of whom no consent is recorded"),
    Why.WAITS: N_("it waits until somebody approves that such contents go there"),
    "left-out": N_("left out of the bundle"),
    "refused": N_("refused on its way into the collection"),
}
"""Why something does not leave."""


def withheld(why: str, number: int, words: Words) -> str:
    """Return how many were withheld, and why."""
    reason = words.gettext(WHY[Why(why)] if why in tuple(Why) else WHY[why])
    return words.ngettext("%(n)s withheld: %(reason)s", "%(n)s withheld: %(reason)s", number, reason=reason)


def held(one: Shown, words: Words) -> str:
    """Return what becomes of an object: that it leaves, or why not and where in it."""
    if one.why is None:
        return words.gettext("it leaves")
    reason = words.gettext(WHY[one.why])
    return words.gettext("%(reason)s, at %(path)s", reason=reason, path=one.where) if one.where else reason


def line(one: Shown, words: Words) -> str:
    """Return an object in one line."""
    return "  ".join((one.id, f"TLP:{one.tlp.value.upper()}", defang_value(one.name) or "-", held(one, words)))


def left(one: Left, words: Words) -> str:
    """Return in one line what left, or was decided."""
    label = f"TLP:{one.tlp.value.upper()}" if one.tlp else "-"
    parts = [f"{one.at:%Y-%m-%d %H:%M}", words.gettext(DONE[one.type]), one.recipient or "-", str(one.objects), label]
    parts += [withheld(why, number, words) for why, number in one.withheld.items()]
    return "  ".join([*parts, one.actor, *([one.note] if one.note else [])])
