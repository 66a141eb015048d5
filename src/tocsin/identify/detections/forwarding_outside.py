"""Mail is forwarded to an address outside."""

from __future__ import annotations

from typing import Final

import polars as pl

from tocsin.identify.columns import did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

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
        where=did(Act.FORWARDING_SET) & (pl.col("status") != "failure") & (pl.col("external").fill_null(value=True))
    ),
    facts=facts("object", "detail", "ip", "country", "agent", "actor"),
    hits=lambda: [
        [event(Act.FORWARDING_SET, object="copy@elsewhere.example", external=True)],
        [event(Act.FORWARDING_SET, object="copy@elsewhere.example")],
    ],
    misses=lambda: [
        [event(Act.FORWARDING_SET, object="bo@harbour.example", external=False)],
        [failure(Act.FORWARDING_SET, object="copy@elsewhere.example")],
        [event(Act.MAIL_SENT, object="copy@elsewhere.example")],
    ],
)
