"""Nothing leaves above its label, nothing of bystanders, nothing that names a victim."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest
from tests.fixtures.attack import INDICATORS, PROFILE

from tocsin.common.listed import Listed
from tocsin.common.tlp import readable
from tocsin.model.error import AccessError
from tocsin.model.event import Ref
from tocsin.model.exchange import ApprovalItem, CircleItem, Content, PartnerItem, Standing
from tocsin.model.indicator import Indicator, Observable
from tocsin.model.people import Tlp
from tocsin.share.policy import Thing, Why, admit, by_circle, by_name, content_of, held, reach, released, ways_to
from tocsin.share.victims import names_victim

WHEN = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize("audience", list(Tlp))
@pytest.mark.parametrize("label", [*Tlp, None])
def test_a_label_is_kept_and_none_is_red(label: Tlp | None, audience: Tlp) -> None:
    if readable(label, audience):
        admit(label, audience)
        return
    with pytest.raises(AccessError, match="must not reach"):
        admit(label, audience)


def test_only_those_cleared_for_red_get_what_has_no_label() -> None:
    admit(None, Tlp.RED)
    for audience in set(Tlp) - {Tlp.RED}:
        with pytest.raises(AccessError):
            admit(None, audience)


@pytest.mark.parametrize(
    "text",
    [
        "harbour-support.test", "my-harbour.test", "h-arbour.test", "harbourcampaign.test", "dana-mail.test",
        "osman.test", "al.mail.test", "HARBOUR.test", "hаrbour.test",
    ],
)  # fmt: skip
def test_a_name_in_whatever_spelling_names_a_victim(text: str) -> None:
    assert names_victim(text, PROFILE)


@pytest.mark.parametrize("text", ["share-view.test", "liqhthouse.example", "calendar-sync.test", "harb.test"])
def test_other_words_name_nobody(text: str) -> None:
    assert not names_victim(text, PROFILE)


def test_the_organisation_may_agree_to_be_named_and_its_people_are_not() -> None:
    assert not names_victim("harbour-support.test", PROFILE, named=True)
    assert names_victim("dana-harbour.test", PROFILE, named=True)


def test_what_is_held_back_is_told_with_its_reason() -> None:
    more = [
        Indicator(Observable.HOST, host)
        for host in ("harbour-support.test", "lighthouse.example", "gmail.com", "big.test")
    ]
    given, held = released([*INDICATORS, *more], PROFILE, lambda host: host == "big.test", Listed([]), named=False)
    assert given == INDICATORS
    assert {(one.value, one.reason) for one in held} == {
        ("harbour-support.test", "victim"), ("lighthouse.example", "partner"), ("gmail.com", "webmail"),
        ("big.test", "well-known"),
    }  # fmt: skip


# Who may get what: written down once more, in the words of TLP 2.0, and compared over all that there is.

_ORDER = list(Tlp)
_PARTNERS = [
    PartnerItem("p", 0, Ref("r"), tlp, reads, (), WHEN, False, "", standing)
    for tlp, reads, standing in itertools.product(Tlp, [(), ("c",)], Standing)
]
_CIRCLES: list[list[CircleItem]] = [[]] + [
    [CircleItem("k", 0, Ref("r"), tlp, purposes, members, reads, WHEN, False)]
    for tlp, purposes, members, reads in itertools.product(
        [label for label in Tlp if label is not Tlp.RED], [(), (Content.WARNINGS,), tuple(Content)],
        [("p",), ("somebody-else",), ()], [("c",), ()],
    )
]  # fmt: skip
_APPROVALS = [None] + [
    ApprovalItem("-", 0, "a", contents, tlp, Ref("r"), WHEN)
    for contents in [(), (Content.WARNINGS,), tuple(Content)] for tlp in (Tlp.CLEAR, Tlp.GREEN, Tlp.RED)
]  # fmt: skip


def _may(thing: Thing, partner: PartnerItem, circles: list[CircleItem], approval: ApprovalItem | None) -> bool:
    """Whether a recipient may get something, said anew."""
    if approval is None or thing.content not in approval.contents or not _within(thing.tlp, approval.tlp):
        return False
    mine = [one for one in circles if partner.partner in one.members]
    through = [one for one in mine if "c" in one.reads and thing.content in one.purposes]
    is_named = "c" in partner.reads
    if not _within(thing.tlp, partner.tlp):
        return False
    reached = is_named or any(_within(thing.tlp, one.tlp) for one in through)
    match thing.tlp:
        case Tlp.RED:
            return thing.ours and is_named
        case Tlp.AMBER_STRICT if not thing.ours:
            return partner.standing is Standing.ORGANISATION and reached
        case Tlp.AMBER if not thing.ours:
            return partner.standing in (Standing.ORGANISATION, Standing.CLIENT) and reached
        case Tlp.GREEN if not thing.ours:
            return (partner.standing is not Standing.COMMUNITY or bool(mine)) and reached
        case _:
            return reached


def _within(label: Tlp, most: Tlp) -> bool:
    return _ORDER.index(label) <= _ORDER.index(most)


def test_no_label_is_broken_whoever_asks_whosever_it_is() -> None:
    """All sources, labels, contents, partners, circles and approvals: never more than may be, and all that may be."""
    tried = 0
    for partner, circles, approval in itertools.product(_PARTNERS, _CIRCLES, _APPROVALS):
        approvals = {"p": approval, "k": approval} if approval else {}
        ways = ways_to(partner, circles, approvals, "c")
        at_once = reach(ways, frozenset(), 0)
        for content, tlp, ours in itertools.product((Content.WARNINGS, Content.REPORTS), Tlp, (True, False)):
            thing = Thing(content, tlp, ours)
            expected = _may(thing, partner, circles, approval)
            assert (held(thing, ways, frozenset()) is None) == expected, (thing, partner, circles, approval)
            most = at_once.labels[content][0 if ours else 1]
            assert (most is not None and _within(tlp, most)) == expected, (thing, partner, circles, approval)
            tried += 1
    assert tried == len(_PARTNERS) * len(_CIRCLES) * len(_APPROVALS) * 20 > 200_000


def test_who_is_named_has_to_agree_and_what_never_leaves_does_not_by_consent() -> None:
    way = by_name(_PARTNERS[-1], _APPROVALS[-1], in_circle=True)
    for names, agreed, why in (
        (set(), set(), None), ({"p-1"}, set(), Why.NAMES), ({"p-1"}, {"p-1"}, None),
        ({"p-1", "p-2"}, {"p-1"}, Why.NAMES),
        ({"organisation"}, {"p-1"}, Why.NAMES), ({"never"}, {"never", "organisation"}, Why.NEVER),
    ):  # fmt: skip
        thing = Thing(Content.WARNINGS, Tlp.GREEN, True, frozenset(names))
        assert held(thing, [way], frozenset(agreed)) is why


def test_why_something_does_not_leave_is_told_by_what_is_least_to_be_changed() -> None:
    circle = CircleItem("k", 0, Ref("r"), Tlp.GREEN, (Content.WARNINGS,), ("p",), ("c",), WHEN, False)
    way = by_circle(circle, None, None)
    assert held(Thing(Content.REPORTS, Tlp.AMBER, True), [way], frozenset()) is Why.LABEL
    assert held(Thing(Content.REPORTS, Tlp.GREEN, True), [way], frozenset()) is Why.PURPOSE
    assert held(Thing(Content.WARNINGS, Tlp.GREEN, True, frozenset({"p-1"})), [way], frozenset()) is Why.NAMES
    assert held(Thing(Content.WARNINGS, Tlp.GREEN, True), [way], frozenset()) is Why.WAITS
    assert held(Thing(Content.WARNINGS, Tlp.CLEAR, True), [], frozenset()) is Why.LABEL


@pytest.mark.parametrize(
    ("kind", "content"),
    [("indicator", Content.WARNINGS), ("url", Content.WARNINGS), ("sighting", Content.SIGHTINGS),
     ("report", Content.REPORTS), ("x-made-up", Content.OTHER)],
)  # fmt: skip
def test_types_are_of_a_kind_of_content(kind: str, content: Content) -> None:
    assert content_of(kind) is content
