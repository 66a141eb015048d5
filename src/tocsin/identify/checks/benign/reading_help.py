"""The small services of a newsletter."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="reading-help",
    weight=Weight.GOOD_HINT,
    explain={
        "en": "It offers what newsletters offer: to be read in the browser, passed on, or sent less often.",
        "ar": "تقدّم الرسالة ما تقدّمه النشرات: قراءتها في المتصفح أو إحالتها إلى الغير أو تقليل وتيرتها.",
    },
    phrases={
        "en": (
            r"(view|read|see|open) (this )?(e-?mail|message|newsletter|it)? ?(in|on|with) (your|a|the) (web )?browser",
            r"forward (this )?(e-?mail |newsletter )?to a friend",
            r"(manage|update|change) (your )?(e-?mail |subscription |newsletter )*preferences",
            r"you('re| are) receiving this (e-?mail|message|newsletter)? ?(because|as)",
            r"you (have )?received this (e-?mail|message|newsletter) because",
            r"add us to your address book",
        ),
        "de": (
            r"(newsletter|e-?mail) (wird )?nicht richtig (dargestellt|angezeigt)",
            r"im browser (ansehen|anzeigen|offnen)",
            r"sie erhalten diese[ns]? (newsletter|e-?mail|nachricht), weil",
        ),
        "es": (
            r"ver (este (correo|mensaje|boletin) )?en (el|su|tu) navegador",
            r"recibe[s]? este (correo|boletin|mensaje) porque",
        ),
        "fr": (
            r"(voir|lire|afficher) (ce (mail|message)|cet e-?mail|cette lettre|la version) .{0,20}(navigateur|en ligne)",
            r"vous recevez (ce|cet|cette) (mail|e-?mail|message|lettre) (car|parce)",
        ),
        "pt": (
            r"(ver|visualizar) (este e-?mail )?no (seu )?navegador",
            r"voce (esta recebendo|recebeu) este e-?mail porque",
        ),
        "ar": (r"(عرض|قراءه) (هذه )?(الرساله|النشره) في المتصفح", r"وصلتك هذه (الرساله|النشره) لان"),
        "fa": (
            r"(مشاهده|نمایش) (این )?(ایمیل|خبرنامه) در مرورگر",
            r"این (ایمیل|خبرنامه) (را|برای) .{0,30}(دریافت|عضو)",
        ),
        "he": (r"(צפיה|לצפייה|צפייה) (ב)?(הודעה|מייל|ניוזלטר)?.{0,10}בדפדפן",),
    },
    hits=lambda: [
        message(text="View this email in your browser\n\nNews of the week"),
        message(text="Im Browser ansehen\n\nNachrichten der Woche"),
        message(text="Ver este correo en su navegador\n\nNoticias"),
        message(text="Voir cet e-mail dans votre navigateur\n\nNouvelles"),
        message(text="Visualizar este e-mail no navegador\n\nNotícias"),
        message(text="عرض هذه الرسالة في المتصفح\n\nأخبار الأسبوع"),
        message(text="مشاهده این خبرنامه در مرورگر\n\nخبرهای هفته"),
        message(text="לצפייה בדפדפן\n\nחדשות השבוע"),
    ],
    misses=lambda: [
        message(text="Open your browser and sign in."),
        message(text="Forward me the minutes, my friend."),
    ],
)
def reading_help(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Spam copies such lines, so they are a hint only."""
    for hit in hits:
        if hit.span.layer in ("visible", "text"):
            yield evidence(hit.span, phrase=hit.text)
