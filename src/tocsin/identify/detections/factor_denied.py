"""A person says that a sign-in was not theirs."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.identify.columns import because
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act, Reason
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="factor-denied",
    severity=Severity.HIGH,
    title={
        "en": "The person refused to confirm a sign-in",
        "ar": "رفض الشخص تأكيد دخول",
    },
    explain={
        "en": "Asked to confirm a sign-in, the person said no, or reported it. Unless it was a slip, somebody else has their password: it has to be changed, and their other sessions ended.",
        "ar": "طُلب من الشخص تأكيد دخول فرفضه أو أبلغ عنه. ما لم يكن ذلك سهوًا فلدى شخص آخر كلمة مروره: يلزم تغييرها وإنهاء الجلسات الأخرى.",
    },
    attack=("T1621",),
    defend=("D3-MFA",),
    form=Each(where=because(Reason.FACTOR_DENIED), key=("person",), quiet=timedelta(hours=1)),
    facts=facts("factor", "ip", "country", "network", "agent", "app"),
    hits=lambda: [[failure(Act.SECOND_FACTOR, reason=Reason.FACTOR_DENIED)]],
    misses=lambda: [[failure(Act.SECOND_FACTOR, reason=Reason.FACTOR_WRONG)], [event(Act.SECOND_FACTOR)]],
)
