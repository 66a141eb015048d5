"""Who may get what: the Traffic Light Protocol 2.0 (FIRST, 2022), by whose something is and to whom it goes.

What is ours goes where we send it: to a partner by name up to its clearance, in a circle up to that of the circle. RED
is for recipients who were named, and never goes to a circle. What others brought, we may only pass on as they allow:

| label | to whom |
|---|---|
| RED | nobody |
| AMBER+STRICT | parts of this organisation |
| AMBER | those, and clients of this organisation |
| GREEN | those, and the community: partners who are in a circle |
| CLEAR | every partner |

Besides, it takes that the circle is for such contents, that a person has seen and approved that such contents go there,
up to such a label, and that everybody whom it names agreed to it. Where several ways lead to somebody, one is enough.
Whatever is missing, nothing leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from msgspec import Struct

from tocsin.common.bystanders import bystander
from tocsin.common.listed import Listed
from tocsin.common.tlp import mildest, readable
from tocsin.model.error import AccessError
from tocsin.model.exchange import KINDS, ApprovalItem, CircleItem, Content, PartnerItem, Reach, Standing
from tocsin.model.indicator import Indicator, LeftOut, Observable
from tocsin.model.people import Tlp
from tocsin.model.profile import Profile
from tocsin.model.sentence import say
from tocsin.share.leaving import NEVER
from tocsin.share.victims import names_victim

_PASSED_ON: Final = {
    Standing.ORGANISATION: Tlp.AMBER_STRICT,
    Standing.CLIENT: Tlp.AMBER,
    Standing.COMMUNITY: Tlp.GREEN,
}


class Why(StrEnum):
    """Why something does not leave."""

    LABEL = "label"
    """Its label does not let it."""
    PURPOSE = "purpose"
    """No circle through which it would go is for such contents."""
    NEVER = "never"
    """It is on a list of what never leaves, or nobody can say what is in it."""
    NAMES = "names"
    """It names somebody of whom no consent is recorded."""
    WAITS = "waits"
    """Nobody has approved yet that such contents go there."""


class Way(Struct, frozen=True):
    """A way by which something reaches a recipient."""

    ours: Tlp
    others: Tlp
    purposes: frozenset[Content]
    approved: frozenset[Content] = frozenset()
    seen: Tlp = Tlp.CLEAR
    """The strictest label that was approved."""

    @property
    def given(self) -> tuple[object, ...]:
        """All that it says, in an order."""
        return self.ours, self.others, sorted(self.purposes), sorted(self.approved), self.seen

    def label(self, *, ours: bool) -> Tlp:
        """The strictest label that may go this way."""
        return self.ours if ours else self.others


class Thing(Struct, frozen=True):
    """Something that is to leave."""

    content: Content
    tlp: Tlp
    ours: bool
    """Whether it is this organisation's own."""
    names: frozenset[str] = frozenset()
    """Whom it names, as `tocsin.share.leaving.Gate` tells."""


def admit(label: Tlp | None, audience: Tlp, *, named: bool = True) -> None:
    """Raise AccessError where what bears a label must not reach those who may read up to another.

    `named`: the one who asks may know of what bears the label; else it is not told.
    """
    if not readable(label, audience):
        raise AccessError(
            say("this must not reach those who may read up to TLP:%(audience)s", audience=audience.value.upper())
            if not named
            else say(
                "TLP:%(label)s must not reach those who may read up to TLP:%(audience)s",
                label=(label or Tlp.RED).value.upper(),
                audience=audience.value.upper(),
            ),
            say("Choose others to give it to. Only the one from whom it came may give it another label."),
        )


def released(
    several: Iterable[Indicator], profile: Profile, is_known: Callable[[str], bool], never: Listed, *, named: bool
) -> tuple[tuple[Indicator, ...], tuple[LeftOut, ...]]:
    """Return what may leave, and what may not. `named`: the organisation agreed to be named; its people did not.

    `never`: lists of what must not leave.
    """
    given: list[Indicator] = []
    held: list[LeftOut] = []
    for one in several:
        reason = "listed" if never.named(one.value) else _held(one, profile, is_known, named)
        held.append(LeftOut(one.value, reason)) if reason else given.append(one)
    return tuple(given), tuple(held)


def _held(one: Indicator, profile: Profile, is_known: Callable[[str], bool], named: bool) -> str:
    if one.kind is not Observable.HOST:
        return ""
    whose = bystander(one.value, profile, is_known)
    return whose or ("victim" if names_victim(one.value, profile, named=named) else "")


def content_of(kind: str) -> Content:
    """Return of what kind of content a type of STIX is."""
    return next((content for content, kinds in KINDS.items() if kind in kinds), Content.OTHER)


def by_name(partner: PartnerItem, approval: ApprovalItem | None, *, in_circle: bool) -> Way:
    """Return the way to a partner that was named. `in_circle`: it is of the community."""
    return _approved(partner.tlp, _passed_on(partner, in_circle=in_circle), frozenset(Content), approval)


def by_circle(circle: CircleItem, partner: PartnerItem | None, approval: ApprovalItem | None) -> Way:
    """Return the way to a member of a circle; None: to all of them, whoever they are."""
    most = mildest([circle.tlp, Tlp.AMBER_STRICT, *([partner.tlp] if partner else [])])
    others = _passed_on(partner, in_circle=True) if partner else Tlp.GREEN
    return _approved(most, mildest([others, most]), frozenset(circle.purposes), approval)


def _passed_on(partner: PartnerItem, *, in_circle: bool) -> Tlp:
    is_outside = partner.standing is Standing.COMMUNITY and not in_circle
    return mildest([Tlp.CLEAR if is_outside else _PASSED_ON[partner.standing], partner.tlp])


def _approved(ours: Tlp, others: Tlp, purposes: frozenset[Content], approval: ApprovalItem | None) -> Way:
    if approval is None:
        return Way(ours, others, purposes)
    return Way(ours, others, purposes, frozenset(approval.contents), approval.tlp)


def ways_to(
    partner: PartnerItem, circles: Sequence[CircleItem], approvals: Mapping[str, ApprovalItem], collection: str
) -> tuple[Way, ...]:  # fmt: skip
    """Return the ways by which objects of a collection reach a partner."""
    mine = [one for one in circles if partner.partner in one.members]
    found = [by_circle(one, partner, approvals.get(one.circle)) for one in mine if collection in one.reads]
    if collection in partner.reads:
        found.append(by_name(partner, approvals.get(partner.partner), in_circle=bool(mine)))
    return tuple(found)


def held(thing: Thing, ways: Iterable[Way], agreed: frozenset[str]) -> Why | None:
    """Return why something does not leave by any of several ways; None: it does."""
    allowed = [way for way in ways if readable(thing.tlp, way.label(ours=thing.ours))]
    if not allowed:
        return Why.LABEL
    meant = [way for way in allowed if thing.content in way.purposes]
    if not meant:
        return Why.PURPOSE
    if NEVER in thing.names:
        return Why.NEVER
    if not thing.names <= agreed:
        return Why.NAMES
    is_approved = any(thing.content in way.approved and readable(thing.tlp, way.seen) for way in meant)
    return None if is_approved else Why.WAITS


def reach(
    ways: Sequence[Way], agreed: frozenset[str], looked: int, reader: str = "", own: Tlp | None = None
) -> Reach:  # fmt: skip
    """Return the same for all objects of a collection at once, as `held` decides of each."""
    return Reach({content: _labels(content, ways) for content in Content}, reader, own, agreed, looked)


def _labels(content: Content, ways: Sequence[Way]) -> tuple[Tlp | None, Tlp | None]:
    open_ = [way for way in ways if content in way.purposes and content in way.approved]
    ours = [mildest([way.ours, way.seen]) for way in open_]
    others = [mildest([way.others, way.seen]) for way in open_]
    return _strictest(ours), _strictest(others)


def _strictest(labels: Sequence[Tlp]) -> Tlp | None:
    return max(labels, key=list(Tlp).index, default=None)
