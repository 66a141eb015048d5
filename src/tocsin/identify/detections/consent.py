"""An app was given access to an account."""

from __future__ import annotations

from typing import Final

import polars as pl

from tocsin.identify.columns import did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

_RISKY: Final = (
    r"(?i)mail|gmail|imap|files|drive|sites|notes|contacts|full_access|user_impersonation|directory|\.all\b|offline"
)

DETECTION: Final = Detection(
    id="consent",
    severity=Severity.MEDIUM,
    title={
        "en": "An app was given access",
        "ar": "مُنح تطبيق حق الوصول",
    },
    explain={
        "en": "An app was given access to an account, which it keeps whatever becomes of the password and the second factor. It is worse where it may read mail or files, or act when the person is not there.",
        "ar": "مُنح تطبيق حق الوصول إلى حساب، ويحتفظ به مهما حدث لكلمة المرور وللعامل الثاني. والأمر أسوأ إن كان له أن يقرأ البريد أو الملفات، أو أن يعمل في غياب الشخص.",
    },
    attack=("T1528", "T1550.001"),
    defend=("D3-UAP",),
    form=Each(
        where=did(Act.CONSENT) & (pl.col("status") != "failure"),
        worse=pl.col("scopes").list.join(" ").str.contains(_RISKY),
    ),
    facts=facts(
        "app", "app_name", "object", "ip", "country", "agent", "actor", "detail", scopes=pl.col("scopes").list.join(" ")
    ),
    hits=lambda: [
        [event(Act.CONSENT, app="a1")],
        [event(Act.CONSENT, app="a1", scopes=("Mail.Read", "offline_access"))],
    ],
    misses=lambda: [[failure(Act.CONSENT, app="a1")], [event(Act.TOKEN, app="a1")]],
)
