"""One network tries leaked pairs of names and passwords."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import SIGNED_IN, because, did, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Many
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act, Reason
from tocsin.model.alert import Severity

_NAMED: Final = (pl.col("agent") != "") | (pl.col("asn") != 0)

DETECTION: Final = Detection(
    id="credential-stuffing",
    severity=Severity.HIGH,
    title={
        "en": "Leaked names and passwords are tried",
        "ar": "تجربة أسماء وكلمات مرور مسرّبة",
    },
    explain={
        "en": "From one network and with one program, sign-ins to many different accounts fail, among them accounts that do not exist here. Somebody tries pairs of names and passwords that leaked elsewhere, often from many addresses. It is worse where the same program then gets in. It does not see pairs that are tried only on accounts that exist, once each and from ever other addresses: such lines look like people who mistype. What gets in that way is seen by where it comes from.",
        "ar": "تفشل من شبكة واحدة وببرنامج واحد محاولات دخول إلى حسابات مختلفة كثيرة، منها حسابات لا وجود لها هنا. يجرّب أحدهم أزواجًا من الأسماء وكلمات المرور تسرّبت من مكان آخر، وغالبًا من عناوين كثيرة. والأمر أسوأ إن نجح البرنامج نفسه بعد ذلك في الدخول. ولا يرى هذا الكشف أزواجًا تُجرَّب على حسابات موجودة فعلًا، مرة واحدة لكل حساب ومن عناوين متغيّرة باستمرار: فهي تشبه أخطاء الكتابة المعتادة. أما ما ينجح منها في الدخول فيُكشف من المكان الذي جاء منه.",
    },
    attack=("T1110.004",),
    defend=("D3-MFA",),
    form=Many(
        key=("asn", "agent"),
        of="person",
        at_least=15,
        quiet=timedelta(hours=1),
        where=did(Act.SIGN_IN) & because(Reason.NO_ACCOUNT) & told("person") & _NAMED,
        then=SIGNED_IN & _NAMED,
    ),
    facts=facts("ip", "network", "country", "agent"),
    hits=lambda: [
        [
            failure(
                minute=i,
                person=f"p{i}@harbour.example",
                ip=f"203.0.113.{i}",
                agent="python-requests/2",
                reason=Reason.NO_ACCOUNT,
            )
            for i in range(15)
        ],
        [
            *(
                failure(
                    minute=i, person=f"p{i}@harbour.example", ip=f"203.0.113.{i}", asn=64500, reason=Reason.NO_ACCOUNT
                )
                for i in range(16)
            ),
            event(minute=17, asn=64500),
        ],
    ],
    misses=lambda: [
        [
            failure(minute=i, person=f"p{i}@harbour.example", agent="python-requests/2", reason=Reason.WRONG_PASSWORD)
            for i in range(15)
        ],
        [
            failure(minute=i, person="typo@harbour.example", agent="python-requests/2", reason=Reason.NO_ACCOUNT)
            for i in range(15)
        ],
        [failure(minute=i, person=f"p{i}@harbour.example", reason=Reason.NO_ACCOUNT) for i in range(15)],
    ],
)
