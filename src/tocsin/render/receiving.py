"""What partners warn of, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final

from tocsin.app.overrides import OverrideShown
from tocsin.app.receiving import Receipt
from tocsin.app.usefulness import FeedShown, SourceShown
from tocsin.model.desk import SightingShown
from tocsin.model.event import Purpose
from tocsin.model.received import SightingState, Unused, Why
from tocsin.render.plain import defang_value, one_line
from tocsin.render.words import N_, Words
from tocsin.share.decay import Kind
from tocsin.share.known import Held

STATES: Final[Mapping[SightingState, str]] = {
    SightingState.OPEN: N_("not looked at yet"),
    SightingState.ATTACK: N_("an attack"),
    SightingState.NONE: N_("no attack"),
}
PURPOSES: Final[Mapping[Purpose, str]] = {
    Purpose.NO_SIGN: N_("no sign of an attack"),
    Purpose.NEVER_SHARED: N_("never leaves"),
}
KINDS: Final[Mapping[Kind, str]] = {
    Kind.ADDRESS: N_("an address on the network"),
    Kind.WORDS: N_("words or a name"),
    Kind.URL: N_("a link"),
    Kind.MAILBOX: N_("an address of mail"),
    Kind.HOST: N_("a host"),
    Kind.FILE: N_("a file"),
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


def held(one: Held, words: Words) -> str:
    """Return an indicator and how far it counts, in one line."""
    return one_line(f"{one.indicator}  {words.gettext(KINDS[one.kind])}  {force(one, words)}")


def force(one: Held, words: Words) -> str:
    """Return how far an indicator counts."""
    day = f"{one.ends:%Y-%m-%d}"
    if not one.is_in_force:
        return words.gettext("in force no longer since %(day)s, and kept", day=day)
    return words.gettext("counts %(weight)s of 100, in force until %(day)s", weight=one.weight, day=day)


def taken_back(one: SightingShown, words: Words) -> str:
    """Return that what something met was taken back since."""
    if one.record is None or one.item.taken_back is None:
        return words.gettext("A warning that this met was taken back by its source.")
    return words.gettext(
        "%(source)s warned of %(value)s, and took it back on %(day)s. What was found by it rests on nothing any more.",
        source=one.record.source, value=defang_value(one.record.value), day=f"{one.item.taken_back:%Y-%m-%d}",
    )  # fmt: skip


def source(one: SourceShown, words: Words) -> str:
    """Return of what use a source is, in one line."""
    use = words.gettext(
        "%(in_force)s in force, %(expired)s expired, %(unused)s not looked for, %(refused)s unreadable; %(seen)s seen"
        " here, %(early)s of these after the warning; %(attacks)s attacks, %(false)s false alarms; %(shared)s given by"
        " others too",
        in_force=one.in_force, expired=one.expired, unused=one.unused, refused=one.refused, seen=one.seen,
        early=one.early, attacks=one.attacks, false=one.false, shared=one.shared,
    )  # fmt: skip
    early = f"  {lead(one.lead, words)}" if one.lead is not None else ""
    return one_line(f"{one.last:%Y-%m-%d %H:%M}  {one.reliability.value}  {one.name}  {use}{early}")


def feed(one: FeedShown, words: Words) -> str:
    """Return how a feed does, in one line."""
    way = words.gettext("sent to") if one.feed.sends else words.gettext("fetched from")
    last = f"{one.feed.at:%Y-%m-%d %H:%M}" if one.feed.at else words.gettext("never")
    went = words.gettext("%(objects)s objects, %(refused)s refused, failed %(failures)s times",
                         objects=one.objects, refused=one.refused, failures=one.failures)  # fmt: skip
    failed = f" ({one.failed_at:%Y-%m-%d %H:%M})" if one.failed_at else ""
    return one_line(f"{one.feed.feed}  {last}  {way} {one.feed.url}  {went}{failed}")


def override(one: OverrideShown, words: Words) -> str:
    """Return a decision that lists do not count, in one line."""
    over = f"  {words.gettext('over')}" if one.is_over else ""
    purpose = words.gettext(PURPOSES[one.item.purpose])
    return one_line(
        f"{one.item.override}  {defang_value(one.value)}  {purpose}  {one.item.until:%Y-%m-%d}  {one.reason}{over}"
    )
