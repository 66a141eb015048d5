"""It tells to install a program that lets somebody else control the computer."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="remote-access",
    weight=Weight.MEDIUM,
    danger=Danger.FILE,
    attack=(
        "T1219",
        "T1204.002",
    ),
    explain={
        "en": "It tells the reader to install a program that lets somebody else control the computer.",
        "ar": "تطلب الرسالة تثبيت برنامج يتيح لشخص آخر التحكم في الحاسوب.",
    },
    phrases={
        "x": (
            r"(install|download|run|open|start|تثبيت|تنزيل|تحميل|نصب|دانلود|התקן|התקינו|להתקין|הורידו|instal|descarg|télécharg|installi|herunterlad|baix)\S* <5>(any ?desk|team ?viewer|ultra ?viewer|screen ?connect|quick ?assist|rust ?desk|supremo|log ?me ?in|remote utilities|atera|splashtop|connectwise)",
            r"(any ?desk|team ?viewer|ultra ?viewer|screen ?connect|quick ?assist|rust ?desk|supremo|atera|splashtop) <6>(install|download|تثبيت|نصب|دانلود|התקן|instal|télécharg|installier|herunterlad|baix|code|id\W)",
        ),
    },
    hits=lambda: [
        message(text="Please download AnyDesk so that we can help."),
        message(text="يرجى تثبيت برنامج AnyDesk."),
        message(text="لطفاً AnyDesk را نصب کنید."),
        message(text="נא להתקין TeamViewer."),
        message(text="Instale AnyDesk en su equipo."),
        message(text="Téléchargez TeamViewer."),
        message(text="Bitte TeamViewer herunterladen."),
        message(text="Baixe o AnyDesk."),
    ],
    misses=lambda: [
        message(text="We discussed remote work and desks for any team."),
        message(text="Never install AnyDesk because a caller asks."),
    ],
)
def remote_access(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Remote-control programs named in mail to staff."""
    yield from asked(mail, hits)
