"""Mail is forwarded to an address outside."""

from __future__ import annotations

from typing import Final

import polars as pl

from tocsin.common.hosts import WEBMAIL
from tocsin.identify.columns import did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity


def _domain(column: str) -> pl.Expr:
    return pl.col(column).str.to_lowercase().str.extract(r"^[^@;,]*@([^@;,>\s]+)>?$")


def _is_of(owner: str) -> pl.Expr:
    ours, theirs = _domain(owner), _domain("object")
    same = (theirs == ours) | theirs.str.ends_with("." + ours)
    return (same & ~ours.is_in(sorted(WEBMAIL))).fill_null(value=False)


_IS_INSIDE: Final = _is_of("person") | _is_of("actor")
"""One address only, of the domain of the account or of who set it; at a provider of mail for all, nobody is inside."""

DETECTION: Final = Detection(
    id="forwarding-outside",
    severity=Severity.HIGH,
    title={
        "en": "Mail is forwarded to outside",
        "ar": "إعادة توجيه البريد إلى الخارج",
    },
    explain={
        "en": "All mail of an account, or of a rule, is sent on to another address, outside of the organisation or not known to be inside. Whoever has been in an account once stays informed this way after the password was changed.",
        "ar": "يُعاد توجيه كل بريد الحساب، أو ما تحدده قاعدة، إلى عنوان آخر خارج المؤسسة أو لا يُعرف أنه داخلها. بهذه الطريقة يبقى من دخل الحساب مرة على اطلاع بعد تغيير كلمة المرور.",
    },
    attack=("T1114.003",),
    defend=("D3-UAP",),
    form=Each(
        where=did(Act.FORWARDING_SET) & (pl.col("status") != "failure") & pl.col("external").fill_null(~_IS_INSIDE)
    ),
    facts=facts("object", "detail", "ip", "country", "agent", "actor"),
    hits=lambda: [
        [event(Act.FORWARDING_SET, object="copy@elsewhere.example", external=True)],
        [event(Act.FORWARDING_SET, object="smtp:copy@harbour-example.example")],
        [event(Act.FORWARDING_SET, object="bo@harbour.example;copy@elsewhere.example")],
        [event(Act.FORWARDING_SET, person="ada@gmail.com", object="copy@gmail.com")],
    ],
    misses=lambda: [
        [event(Act.FORWARDING_SET, object="bo@harbour.example", external=False)],
        [event(Act.FORWARDING_SET, object="smtp:bo@desk.harbour.example")],
        [failure(Act.FORWARDING_SET, object="copy@elsewhere.example")],
        [event(Act.MAIL_SENT, object="copy@elsewhere.example")],
    ],
)
