"""It offers a document on ballots, voter lists or observers."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="ballot-document",
    weight=Weight.HINT,
    danger=Danger.FILE,
    attack=(
        "T1566.001",
        "T1566.002",
    ),
    explain={
        "en": "It offers a document on ballots, voter lists or observers. Attackers use such subjects, and offices send such documents.",
        "ar": "تعرض الرسالة وثيقة عن أوراق الاقتراع أو سجلات الناخبين أو المراقبين. المهاجمون يستعملون هذه الموضوعات، والمكاتب ترسل مثلها.",
    },
    phrases={
        "en": (
            "(ballots?|voter|voting|polling|election|electoral|observer|absentee|tabulation|candidate) <2>(list|lists|form|forms|roll|rolls|file|instructions|guidelines|manual|template|proof|results|update|credentials|accreditation|registration) <6>(attached|enclosed|download|open|review|see|below|document|updated|pdf|sign)",
            "(attached|enclosed|download|open|review|updated|revised|new) <5>(ballots?|voter|voting|polling|election|electoral|observer) <2>(list|lists|form|forms|roll|rolls|file|instructions|guidelines|manual|template|proof|results|accreditation|registration)",
        ),
        "ar": (
            "(مرفق|المرفق|تحميل|تنزيل|فتح|الاطلاع على|نرفق) <5>(سجل الناخبين|قوائم الناخبين|أوراق الاقتراع|دليل المراقبين|اعتماد المراقبين|نتائج الفرز|استمارة|المرشحين|بطاقات الاقتراع|الانتخابية|الانتخابات)",
        ),
        "fa": (
            "(پیوست|ضمیمه|دانلود|باز کنید|مشاهده) <5>(رای ?دهندگان|برگه رای|برگه ?های رای|ناظران|انتخابات|صندوق رای|انتخاباتی|نامزدها)",
            "(فهرست|فایل|راهنما|فرم|دستورالعمل) <2>(رای ?دهندگان|ناظران|انتخابات|انتخاباتی) <5>(پیوست|ضمیمه|دانلود|ارسال)",
        ),
        "he": (
            "(מצורף|מצורפת|להורדה|לצפייה|לעיון) <5>(ספר הבוחרים|פנקס הבוחרים|פתקי|משקיפים|קלפי|בחירות|הבחירות|הקלפיות)",
        ),
        "es": (
            r"(adjunt|descarg|abr|revis)\S* <6>(censo|papeletas?|lista de votantes|padrón|observadores|electoral|elecciones|actas)",
        ),
        "fr": (
            r"(ci-joint|télécharg|ouvr|consult|joint)\S* <6>(liste électorale|bulletins? de vote|observateurs|électoral|électorales?|bureau de vote|procès-verb)",
        ),
        "de": (
            r"(anbei|anhang|herunterladen|öffnen|beigefügt|angehängt)\S* <6>(wählerverzeichnis|stimmzettel|wahlbeobachter\S*|wahlunterlagen|wahllokal\S*|wahlergebnis\S*|wahl\S*)",
            r"(wählerverzeichnis|stimmzettel|wahlunterlagen|wahlbeobachter\S*) <6>(anbei|anhang|herunterladen|öffnen|beigefügt|angehängt)",
        ),
        "pt": (
            r"(anexo|baix|abr|revis|segue)\S* <6>(lista de eleitores|cédulas?|observadores|eleitoral|eleitorais|eleições|urnas?|boletins? de urna)",
        ),
    },
    hits=lambda: [
        message(text="The updated voter list is attached. https://files.example/list"),
        message(text="مرفق دليل المراقبين: https://files.example/a"),
        message(text="نرفق لكم قوائم الناخبين النهائيه https://files.example/a"),
        message(text="فهرست راي‌دهندگان پیوست است https://files.example/a"),
        message(text="מצורף ספר הבוחרים https://files.example/a"),
        message(text="Adjuntamos el censo electoral https://files.example/a"),
        message(text="Vous trouverez ci-joint la liste électorale https://files.example/a"),
        message(text="Anbei das Wählerverzeichnis https://files.example/a"),
        message(text="Segue em anexo a lista de eleitores https://files.example/a"),
    ],
    misses=lambda: [
        message(text="The updated voter list is attached to the wall of the town hall."),
        message(text="Vote on Sunday: polling stations open at eight. https://harbour.example/vote"),
    ],
)
def ballot_document(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """An election document that is to be opened; speaks only with a file or a link."""
    if mail.attachments or mail.web_links:
        yield from said(mail, hits)
