"""It asks for lists or exports of people: members, donors, volunteers, employees, voters, or for identity papers."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="asks-for-data",
    weight=Weight.WEAK,
    danger=Danger.CONVERSATION,
    attack=(
        "T1598",
        "T1656",
    ),
    explain={
        "en": "It asks for lists or exports of people: members, donors, volunteers, employees, voters, or for identity papers.",
        "ar": "تطلب الرسالة قوائم أو بيانات أشخاص: أعضاء أو متبرعين أو متطوعين أو موظفين أو ناخبين، أو وثائق هوية.",
    },
    phrases={
        "en": (
            "(send|share|forward|export|provide|need|e-?mail|give|attach|get|pull) <6>(list|export|database|spreadsheet|contacts?|addresses|details|records|file|copy|copies|csv|roster|directory) <4>(of|for|with) <4>(donors?|volunteers?|members?|supporters?|employees?|staff|voters?|subscribers?|sources?|participants?|activists?|customers?|clients)",
            "(donors?|volunteers?|members?|supporters?|employees?|staff|voters?|payroll|w-?2|payslips?) (list|lists|database|export|file|records|contacts|spreadsheet|forms?|details|data)",
            r"(copy|scan|photo|picture|image) of (your|the) <2>(passport|id card|identity card|driver.?s licen[cs]e|national id|id)\W",
        ),
        "ar": (
            "(إرسال|تزويدنا|أرسل|ارسل|تصدير|موافاتنا|نحتاج|نرجو) <4>(قائمة|قوائم|بيانات|كشف|قاعدة بيانات|جدول|أسماء) <3>(المتبرعين|المتطوعين|الأعضاء|الموظفين|الناخبين|المشتركين|المصادر|الداعمين|المشاركين|الناشطين)",
            "(صورة|نسخة) <1>(جواز|جواز السفر|الهوية|بطاقة الهوية|هويتك|جوازك)",
        ),
        "fa": (
            "(لیست|فهرست|اطلاعات|مشخصات|اسامی|بانک) <3>(داوطلبان|اعضا|اهداکنندگان|حامیان|کارکنان|کارمندان|رای ?دهندگان|مشترکان|منابع|فعالان)",
            "(تصویر|کپی|عکس|اسکن) <1>(گذرنامه|پاسپورت|کارت ملی|شناسنامه)",
        ),
        "he": (
            "(רשימת|רשימה|קובץ|פרטי|מאגר|ייצוא) <2>(ה)?(תורמים|מתנדבים|חברים|עובדים|בוחרים|תומכים|מנויים|מקורות|פעילים|המתנדבים|התורמים|החברים)",
            "(צילום|תצלום|העתק|סריקת) <1>(ה)?(דרכון|תעודת זהות|ת.ז|תעודת הזהות)",
        ),
        "es": (
            "(lista|listado|base de datos|datos|registro|planilla) de <2>(donantes|voluntari[oa]s|miembros|empleados|votantes|suscriptores|simpatizantes|fuentes|activistas|afiliados)",
            "(copia|foto|escaneo) de(l| su| tu| la) <1>(pasaporte|dni|cédula|documento de identidad|identificación)",
        ),
        "fr": (
            "(liste|fichier|base de données|données|coordonnées) des <1>(donateurs|bénévoles|membres|employés|électeurs|abonnés|sympathisants|sources|militants|adhérents|salariés)",
            "(copie|photo|scan) de (votre|la|ta) <1>(passeport|carte d'identité|pièce d'identité)",
        ),
        "de": (
            "(liste|export|datei|daten|datenbank|adressen|kontaktdaten) (der|aller|unserer|von) <2>(spender|freiwilligen|mitglieder|mitarbeiter|wähler|abonnenten|unterstützer|quellen|ehrenamtlichen|beschäftigten)",
            "(spender|mitglieder|mitarbeiter|freiwilligen|unterstützer|wähler)(liste|datei|daten|verzeichnis|datenbank)",
            "(kopie|foto|scan) (ihres|deines|des|ihrer|vom) <1>(personalausweis|reisepass|ausweis|passes)",
        ),
        "pt": (
            "(lista|base de dados|banco de dados|dados|planilha|cadastro) (de|dos|das) <2>(doadores|voluntários|membros|funcionários|eleitores|assinantes|apoiadores|fontes|ativistas|filiados)",
            "(cópia|foto) do (seu )?(passaporte|rg|documento|cpf|identidade)",
        ),
    },
    hits=lambda: [
        message(text="Please export and send me the list of all donors with their phone numbers."),
        message(text="نرجو إرسال قائمة المتطوعين."),
        message(text="تزويدنا ببيانات: نرجو ارسال كشف الموظفين"),
        message(text="فهرست داوطلبان را بفرستید."),
        message(text="تصوير كارت ملي خود را بفرستید"),
        message(text="נא לשלוח את רשימת המתנדבים."),
        message(text="Envíeme la lista de donantes."),
        message(text="Merci d'envoyer la liste des donateurs."),
        message(text="Bitte senden Sie mir die Liste der Spender."),
        message(text="Envie a lista de doadores."),
    ],
    misses=lambda: [
        message(text="The list of candidates is on the wall."),
        message(text="Thank you to all donors and volunteers."),
        message(text="Danke an alle Spender."),
    ],
)
def asks_for_data(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Data of people asked for."""
    yield from asked(mail, hits)
