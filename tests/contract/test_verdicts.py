"""What the classes promise, kept by the model that is shipped: over every example of every check."""

from __future__ import annotations

from functools import cache

import pytest

from tocsin.bootstrap import make_engine
from tocsin.formats.mime import parse
from tocsin.identify.check import Check, all_checks
from tocsin.identify.engine import Engine
from tocsin.identify.examples import message
from tocsin.model.verdict import Class, Danger, Verdict, Weight

ENDANGERING = {Danger.CREDENTIALS, Danger.CODE, Danger.CONSENT, Danger.PAYMENT, Danger.FILE}
STRONG = [
    item for item in all_checks().values() if item.weight >= Weight.STRONG and item.danger in ENDANGERING
]  # fmt: skip


@cache
def _engine() -> Engine:
    return make_engine()


def _judge(text: str) -> Verdict:
    return _engine().judge(parse(message(text=text).raw))


@pytest.mark.parametrize("check", STRONG, ids=lambda check: check.id)
def test_what_strongly_endangers_accounts_or_money_is_never_unwanted(check: Check) -> None:
    for example in check.hits():
        verdict = _engine().judge(parse(example.raw), example.context)
        counted = {finding.id for finding in verdict.findings if finding.weight > 0}
        assert check.id not in counted or verdict.verdict is not Class.UNWANTED, example.raw[:300]


@pytest.mark.parametrize(
    ("warning", "plea"),
    [
        ("We will never ask you to send us your password. ", "Please send us your password today."),
        ("لا نطلب منكم أبدًا إرسال كلمة المرور. ", "يرجى إرسال كلمة المرور اليوم."),
        ("Nobody here will ask you to buy gift cards. ", "Please buy gift cards today."),
        ("لن يطلب أحد منكم شراء بطاقات هدايا. ", "أحتاج إلى شراء بطاقات هدايا اليوم."),
    ],
)
@pytest.mark.parametrize("between", ["", " \n" + "The meeting is on Monday at ten. " * 40])
def test_a_warning_in_front_does_not_switch_the_request_off(warning: str, plea: str, between: str) -> None:
    asked = {finding.id for finding in _judge(between + plea).findings if finding.danger in ENDANGERING}
    warned = {finding.id for finding in _judge(warning + between + plea).findings}
    assert asked
    assert asked <= warned
    assert not asked & {finding.id for finding in _judge(warning).findings}


@pytest.mark.parametrize(
    "text",
    [
        "Buy gift cards, send me the codes.",
        "Please send me your password and buy gift cards, then send me the codes.",
        "اشتري كروت آبل وأرسلي الأكواد.",
        "أرسلي كلمة المرور الخاصة بك واشتري بطاقات هدايا ثم أرسلي الأكواد.",
    ],
)
def test_a_demand_for_gift_cards_raises_an_alert(text: str) -> None:
    verdict = _judge(text)
    assert verdict.verdict in (Class.SUSPICIOUS, Class.MALICIOUS)
    assert Danger.PAYMENT in verdict.advice


@pytest.mark.parametrize(
    "text",
    ["Let us buy Ruth a gift card from the bookshop, I get it on Monday.", "سأشتري لزميلتنا بطاقة هدية يوم الاثنين."],
)
def test_an_honest_present_does_not(text: str) -> None:
    assert _judge(text).verdict is Class.CLEAN
