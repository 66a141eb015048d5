"""One session is used from two places: its token was stolen."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import FAILED, did, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Previous
from tocsin.identify.origins import kilometres
from tocsin.identify.stories import event
from tocsin.model.activity import Act
from tocsin.model.alert import Severity


def _other(column: str, nothing: object) -> pl.Expr:
    return (
        (pl.col(column) != nothing)
        & (pl.col(f"before_{column}") != nothing)
        & (pl.col(column) != pl.col(f"before_{column}"))
    )


_OTHER_PROGRAM: Final = _other("agent", "")
_OTHER_NETWORK: Final = _other("asn", 0)
_OTHER_COUNTRY: Final = _other("country", "")
_KNOWS_WHERE: Final = (pl.col("country") != "") | (pl.col("asn") != 0)
_HOURS: Final = (pl.col("time") - pl.col("before_time")).dt.total_seconds() / 3600
_FAR: Final = _OTHER_COUNTRY & (kilometres() > 2_000 + 900 * _HOURS)
"""Further than an airliner at 900 km/h gets, the size of countries (2,000 km) allowed for."""

DETECTION: Final = Detection(
    id="session-in-two-places",
    severity=Severity.HIGH,
    title={
        "en": "One session in two places",
        "ar": "جلسة واحدة من مكانين",
    },
    explain={
        "en": "A session goes on from another network or country and with another program: whoever uses it did not sign in, but has the token of somebody who did, taken by a phishing page in between or by malware. Changing the password is not enough: the sessions have to be ended.",
        "ar": "تستمر جلسة من شبكة أو بلد آخر وببرنامج آخر: من يستخدمها لم يسجّل الدخول، بل لديه رمز جلسة شخص فعل ذلك، أخذته صفحة تصيّد وسيطة أو برمجية خبيثة. لا يكفي تغيير كلمة المرور: يلزم إنهاء الجلسات.",
    },
    attack=("T1539", "T1550.004"),
    defend=("D3-UGLPA",),
    form=Previous(
        key=("provider", "session"),
        where=told("session", "ip")
        & did(
            Act.SIGN_IN,
            Act.SECOND_FACTOR,
            Act.TOKEN,
            Act.MAIL_READ,
            Act.FILE_READ,
            Act.OTHER,
            Act.RULE_MADE,
            Act.FACTOR_ADDED,
        )
        & ~FAILED,
        when=(pl.col("ip") != pl.col("before_ip"))
        & ((_OTHER_PROGRAM & (_OTHER_NETWORK | _OTHER_COUNTRY | ~_KNOWS_WHERE)) | _FAR),
        memory=timedelta(days=7),
        quiet=timedelta(hours=12),
    ),
    facts=facts(
        "ip",
        "country",
        "network",
        "agent",
        "session",
        before_ip=pl.col("before_ip"),
        before_country=pl.col("before_country"),
        before_agent=pl.col("before_agent"),
    ),
    hits=lambda: [
        [
            event(session="s1", ip="192.0.2.1", agent="Firefox"),
            event(Act.TOKEN, minute=5, session="s1", ip="203.0.113.9", agent="python"),
        ],
        [
            event(session="s1", ip="192.0.2.1", country="IS"),
            event(Act.TOKEN, minute=30, session="s1", ip="203.0.113.9", country="AU"),
        ],
    ],
    misses=lambda: [
        [
            event(session="s1", ip="192.0.2.1", agent="Firefox"),
            event(Act.TOKEN, minute=5, session="s1", ip="192.0.2.2", agent="Firefox"),
        ],
        [
            event(session="s1", ip="192.0.2.1", agent="Firefox"),
            event(Act.TOKEN, minute=5, session="s2", ip="203.0.113.9", agent="python"),
        ],
        [
            event(session="s1", ip="192.0.2.1", asn=64496, country="IS", agent="Firefox"),
            event(Act.TOKEN, minute=5, session="s1", ip="192.0.2.2", asn=64496, country="IS", agent="Mail"),
        ],
    ],
)
