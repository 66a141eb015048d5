"""What partners warn of, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final

from tocsin.app.receiving import Receipt
from tocsin.model.event import Purpose
from tocsin.model.received import SightingState, Unused, Why
from tocsin.render.plain import defang_value, one_line
from tocsin.render.words import N_, Words

STATES: Final[Mapping[SightingState, str]] = {
    SightingState.OPEN: N_("not looked at yet"),
    SightingState.ATTACK: N_("an attack"),
    SightingState.NONE: N_("no attack"),
}
PURPOSES: Final[Mapping[Purpose, str]] = {
    Purpose.NO_SIGN: N_("no sign of an attack"),
    Purpose.NEVER_SHARED: N_("never leaves"),
}
WHY: Final[Mapping[Why, str]] = {
    Why.REVOKED: N_("its source took it back"),
    Why.CONTEXT: N_("its source says that it is not for detection"),
    Why.LANGUAGE: N_("its pattern is in a language that is not looked for here"),
    Why.BROKEN: N_("its pattern cannot be read"),
    Why.UNSEEN: N_("it asks for what mail and sign-ins never show"),
    Why.SEVERAL: N_("it asks for several things that were seen apart"),
    Why.ORDINARY: N_("ordinary mail meets it"),
    Why.OWN: N_("it is your own, or of a partner or service of yours"),
    Why.EVERYBODYS: N_("many share it, or everybody uses it"),
    Why.LISTED: N_("it is on a list"),
}


def unused(one: Unused, words: Words) -> str:
    """Return an indicator that is not looked for, and why, in one line."""
    detail = f": {defang_value(one.detail)}" if one.detail else ""
    return one_line(f"{one.id}  {words.gettext(WHY[one.why])}{detail}")


def kept(several: Sequence[tuple[str, int]], words: Words) -> Iterator[str]:
    """Yield which types of attributes of MISP are only kept as they came."""
    for kind, count in several:
        said = words.ngettext(
            "%(n)s attribute of the type %(type)s is only kept as it came.",
            "%(n)s attributes of the type %(type)s are only kept as they came.", count, type=kind,
        )  # fmt: skip
        yield one_line(said)


def receipt(one: Receipt, words: Words) -> str:
    """Return a receipt with its use in one line."""
    item = one.item
    use = words.gettext(
        "%(indicators)s looked for, %(sightings)s seen here, of these %(attacks)s attacks and %(false)s false alarms",
        indicators=item.indicators, sightings=one.sightings, attacks=one.attacks, false=one.false,
    )  # fmt: skip
    state = f"  {words.gettext('dropped')}" if item.dropped else ""
    early = f"  {lead(one.lead, words)}" if one.lead is not None else ""
    return one_line(f"{item.receipt}  {item.at:%Y-%m-%d %H:%M}  {item.reliability}  {one.source}  {use}{early}{state}")


def lead(time: timedelta, words: Words) -> str:
    """Return how much earlier than the attack a warning came, or later."""
    days = abs(round(time.total_seconds() / 86_400))
    if time >= timedelta():
        return words.ngettext(
            "the warning came %(n)s day before the first attack", "the warning came %(n)s days before the first attack",
            days,
        )  # fmt: skip
    return words.ngettext(
        "the warning came %(n)s day after the first attack", "the warning came %(n)s days after the first attack", days
    )
