"""Marked as of highest importance."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="marked-urgent",
    weight=Weight.WEAK,
    attack=("T1598",),
    explain={
        "en": "It marks itself as of the highest importance.",
        "ar": "تصف الرسالة نفسها بأنها بالغة الأهمية.",
    },
    hits=lambda: [
        message(headers=[("X-Priority", "1 (Highest)")]),
        message(headers=[("Importance", "high")]),
    ],
    misses=lambda: [
        message(headers=[("X-Priority", "3 (Normal)")]),
        message(headers=[("Importance", "high")], sender="Sami Haddad <sami@harbour.example>"),
    ],
)
def marked_urgent(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Colleagues do so honestly, mass mail hardly ever."""
    names = mail.header_names
    if not {"x-priority", "importance", "priority", "x-msmail-priority"} & names or mail.references:
        return
    if mail.from_domain(context.profile.organisation.domains):
        return
    for name in ("importance", "x-msmail-priority", "priority"):
        if name in names and mail.header(name).strip().lower() in ("high", "urgent"):
            yield evidence(header_span(mail, name), header=name)
            return
    if mail.header("x-priority").startswith("1"):
        yield evidence(header_span(mail, "x-priority"), header="x-priority")
