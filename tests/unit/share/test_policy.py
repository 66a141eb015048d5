"""Nothing leaves above its label, nothing of bystanders, nothing that names a victim."""

from __future__ import annotations

import pytest
from tests.fixtures.attack import INDICATORS, PROFILE

from tocsin.common.listed import Listed
from tocsin.common.tlp import readable
from tocsin.model.error import AccessError
from tocsin.model.indicator import Indicator, Observable
from tocsin.model.people import Tlp
from tocsin.share.policy import admit, released
from tocsin.share.victims import names_victim


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
