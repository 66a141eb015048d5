"""It tells to enable editing, content or macros in a file."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="enable-macros",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=(
        "T1566.001",
        "T1204.002",
    ),
    explain={
        "en": "It tells the reader to enable editing, content or macros in a file.",
        "ar": "تطلب الرسالة تمكين التحرير أو المحتوى أو وحدات الماكرو في ملف.",
    },
    phrases={
        "en": (
            r"(enable|activate|allow|turn on|click) <3>(macros?|editing|content|active content|enable content|enable editing)( |\.|,|!|$|\W)",
            "(document|file) <4>(protected|created in (an )?(earlier|older|newer)|previous version) <10>(enable|editing|content)",
        ),
        "ar": ("(تمكين|تفعيل|اضغط على|السماح ب) <1>(المحتوى|التحرير|وحدات الماكرو|الماكرو|ماكرو|تحرير|تمكين)",),
        "fa": (
            "(فعال کردن|فعال ?سازی|فعال) <2>(محتوا|ماکرو|ماکروها|ویرایش)",
            "(ماکرو|ماکروها|محتوا|ویرایش) <3>(فعال کنید|فعال نمایید|را فعال)",
        ),
        "he": ("(אפשר|אפשרו|להפעיל|הפעל|הפעילו|לאפשר) <2>(את )?(ה)?(מאקרו|עריכה|תוכן|פקודות מאקרו)",),
        "es": (r"(habilit|activ)\S* <3>(macros|contenido|edición)",),
        "fr": (r"(activ|autoris)\S* <3>(macros|contenu|modification)",),
        "de": (
            "(aktivieren|aktiviere|zulassen|erlauben) <3>(makros|inhalte?|bearbeitung)",
            "(makros|inhalte?|bearbeitung) (zu )?(aktivieren|zulassen|erlauben)",
        ),
        "pt": (r"(habilit|ativ)\S* <3>(macros|conteúdo|edição)",),
    },
    hits=lambda: [
        message(text="Open the file and enable macros to see it."),
        message(text="يرجى تمكين المحتوى لعرض الملف."),
        message(text="تفعيل وحدات الماكرو لقراءه المستند"),
        message(text="برای دیدن فایل، ماکروها را فعال کنید."),
        message(text="فعال\u200cسازي محتوا"),
        message(text="יש לאפשר את התוכן כדי לקרוא."),
        message(text="Habilite el contenido para verlo."),
        message(text="Activez les macros pour lire."),
        message(text="Bitte die Inhalte aktivieren."),
        message(text="Habilite as macros para ver."),
    ],
    misses=lambda: [
        message(text="The macro economy is content with the editing of the law."),
        message(text="Do not enable macros in files from strangers."),
        message(text="Die Inhalte der Rede liegen bei."),
    ],
)
def enable_macros(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The instruction that lets a malicious document run."""
    yield from asked(mail, hits)
