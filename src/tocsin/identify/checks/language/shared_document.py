"""It says that a document was shared and waits to be opened."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="shared-document",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002",),
    explain={
        "en": "It says that a document was shared and waits to be opened.",
        "ar": "تقول الرسالة إن مستندًا جرت مشاركته وينتظر الفتح.",
    },
    phrases={
        "en": (
            r"(shared|sent|uploaded|has shared|have shared|been shared|just shared) <3>(a |an |the |some |this |new |secure |important )?<2>(document|file|folder|pdf|spreadsheet|attachment|item|agreement|report|docs?)\S* <2>(with|to|for) (you|your|review)",
            "(you have|you've|you) (received|got|been sent) <2>(a |an |new |secure |important |shared |encrypted )?<2>(document|file|fax|pdf|attachment|secure message|encrypted message)",
            "(view|open|review|access|download|see|preview|read) <1>(the |your |this |shared |secure |my |attached |full )?<1>(document|file|pdf|folder|attachment)s? (here|online|now|below|securely|in (onedrive|sharepoint|dropbox|browser))",
            "(document|file|contract|agreement|pdf|report)s? <3>(is ready|ready for|awaiting|awaits|waiting|pending|requires?|needs?) <2>(your |you to |for )?(review|signature|sign|approval|viewing|attention|download)",
            "(sign|review and sign|e-?sign|docusign|signature) <2>(document|agreement|contract|form|requested)",
            r"(shared|via|using|on|through|with) <1>(onedrive|sharepoint|dropbox|google drive|google docs|wetransfer|docusign|adobe (sign|acrobat|cloud)|box\.com)",
        ),
        "ar": (
            "(شارك|شاركت|تمت مشاركة|أرسل|مشاركة|تم مشاركة|تم إرسال) <3>(مستند|ملف|ملفات|وثيقة|مستندات|مجلد|ملفا|مستندا)",
            "(عرض|فتح|تنزيل|الاطلاع على|تحميل|مراجعة|توقيع) (المستند|الملف|الوثيقة|المجلد|المرفق|العقد)",
        ),
        "fa": (
            "(سند|فایل|پوشه|مدرک|پرونده|مستند) <4>(به ?اشتراک|به اشتراک|ارسال شد|ارسال شده|اشتراک گذاشت)",
            "(مشاهده|دانلود|باز کردن|امضای|دریافت) <1>(سند|فایل|پرونده|مدرک|پیوست)",
        ),
        "he": (
            "(שיתף|שיתפה|שותף|שותפה|נשלח|נשלחה) <3>(מסמך|קובץ|תיקייה|קבצים|מסמכים|אליך|איתך)",
            "(לצפייה|לפתיחת|להורדת|צפה|צפו|פתח|לחתימה|לעיון) (על |ב)?(ה)?(מסמך|קובץ|קבצים)",
        ),
        "es": (
            "(compartió|ha compartido|compartido|enviado|ha enviado) <3>(documento|archivo|carpeta|fichero|pdf)",
            "(ver|abrir|revisar|descargar|firmar|consultar|visualizar) <1>(el |su |los )?(documento|archivo|fichero|expediente|contrato)",
        ),
        "fr": (
            "(partagé|a partagé|envoyé|transmis) <3>(document|fichier|dossier|pdf)",
            "(voir|ouvrir|consulter|télécharger|signer|afficher|visualiser) <1>(le |votre |les )?(document|fichier|dossier|contrat)",
        ),
        "de": (
            "(geteilt|freigegeben|teilte|gesendet|bereitgestellt) <4>(dokument|datei|ordner|pdf|unterlagen)",
            "(dokument|datei|ordner|unterlagen|dateien) <6>(geteilt|freigegeben|bereitgestellt|ansehen|öffnen|unterzeichnen|unterschreiben|herunterladen|anzeigen)",
        ),
        "pt": (
            "(compartilhou|partilhou|compartilhado|partilhado|enviado|enviou) <3>(documento|arquivo|pasta|ficheiro|pdf)",
            "(ver|abrir|visualizar|baixar|assinar|acessar|consultar|descarregar) <1>(o |seu |os )?(documento|arquivo|ficheiro|contrato|comprovante|anexo)",
        ),
    },
    hits=lambda: [
        message(text="Ada has shared a document with you."),
        message(subject="The agreement is ready for your signature"),
        message(text="تمت مشاركة مستند معك، ويمكن فتح الملف من هنا."),
        message(text="تم ارسال ملف للمراجعه."),
        message(text="یک سند با شما به\u200cاشتراک گذاشته شد."),
        message(text="مشاهده فايل"),
        message(text="דנה שיתפה איתך מסמך חדש."),
        message(text="Ana ha compartido un documento con usted."),
        message(text="Léa a partagé un fichier avec vous."),
        message(text="Jan hat ein Dokument für Sie freigegeben."),
        message(text="Rui compartilhou um arquivo com você."),
    ],
    misses=lambda: [
        message(text="We shared a taxi and a good evening with the delegates."),
        message(text="The filing cabinet is in room two."),
        message(text="Wir haben uns die Arbeit geteilt."),
    ],
)
def shared_document(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The notice of a sharing service, or its imitation: genuine ones read the same."""
    yield from said(mail, hits)
