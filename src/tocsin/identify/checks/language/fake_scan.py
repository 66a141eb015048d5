"""It says that a virus or an attack was found on the reader's device and offers the cure."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="fake-scan",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=(
        "T1566.002",
        "T1204",
    ),
    explain={
        "en": "It says that a virus or an attack was found on the reader's device and offers the cure.",
        "ar": "تقول الرسالة إن فيروسًا أو هجومًا اكتُشف على جهاز القارئ وتعرض العلاج.",
    },
    phrases={
        "en": (
            r"\(?\d+\)? (viruses|threats|trojans) <2>(found|detected) <3>(android|iphone|phone|device|pc|computer|windows|mac)",
            r"your <2>(computer|pc|device|phone|system|iphone|mac|mailbox|account) <4>(infected|has viruses|has \d+ viruses|is damaged|been hacked|compromised by)",
            "(viruses|virus|malware|trojans?|threats?|spyware) <2>(detected|found|identified|discovered) (on|in) <1>(your|it)",
            "(install|download|run) <3>(security (update|patch|tool|scanner)|antivirus|certificate|critical update|protection tool|vpn client|browser update)",
        ),
        "ar": (
            "(جهازك|حاسوبك|هاتفك|بريدك) <3>(مصاب|مخترق|فيروس|فيروسات|برمجيات خبيثة)",
            "(اكتشاف|رصد|العثور على) <2>(فيروس|فيروسات|برمجيات خبيثة|تهديد)",
            "(تثبيت|تنزيل|تحميل) <2>(أداة الحماية|التحديث الأمني|برنامج الحماية|شهادة الأمان|تحديث أمني)",
        ),
        "fa": (
            "(دستگاه|رایانه|گوشی|سیستم|کامپیوتر) <4>(آلوده|ویروسی|هک شده|بدافزار)",
            "(ویروس|بدافزار) <4>(شناسایی|پیدا|کشف|یافت) شد",
            "(نصب|دانلود) <3>(آنتی ?ویروس|ابزار امنیتی|به ?روز ?رسانی امنیتی|گواهی امنیتی)",
        ),
        "he": (
            "(המחשב|המכשיר|הטלפון|מכשירך|מחשבך) <3>(נגוע|נפרץ|וירוס|וירוסים|נדבק)",
            "(התקן|התקינו|להתקין|הורד|הורידו|להוריד) <3>(עדכון אבטחה|כלי אבטחה|אנטי.?וירוס|תוכנת הגנה)",
        ),
        "es": (
            "(ordenador|equipo|dispositivo|teléfono|computadora|móvil) <4>(infectad|virus|dañad|hackead)",
            "(virus|malware|troyanos?|amenazas?) <2>(detectad|encontrad)",
        ),
        "fr": (
            "(ordinateur|appareil|téléphone|système|poste) <4>(infecté|virus|endommagé|piraté)",
            "(virus|logiciels? malveillants?|menaces?|chevaux de troie) <3>(détecté|trouvé)",
        ),
        "de": (
            r"(computer|gerät|handy|rechner|pc|system)\S* <4>(infiziert|mit viren|gehackt|befallen|verseucht)",
            "(viren|malware|trojaner|bedrohungen|schadsoftware) <3>(gefunden|erkannt|entdeckt)",
        ),
        "pt": (
            "(computador|dispositivo|celular|aparelho|sistema) <4>(infectad|vírus|hackead|danificad|invadid)",
            "(vírus|malware|ameaças?|trojans?) <2>(detectad|encontrad)",
        ),
    },
    hits=lambda: [
        message(text="(10) viruses found on Android"),
        message(text="Your computer is infected: 5 viruses were detected on it."),
        message(text="جهازك مصاب بفيروس، يرجى تثبيت التحديث الأمني."),
        message(text="تحميل اداه الحمايه، تم العثور على فيروس"),
        message(text="دستگاه شما آلوده است؛ بدافزار شناسایی شد."),
        message(text="نصب به\u200cروز\u200cرساني امنيتي"),
        message(text="המחשב שלך נגוע."),
        message(text="Su equipo está infectado."),
        message(text="Votre ordinateur est infecté."),
        message(text="Ihr Computer ist mit Viren infiziert."),
        message(text="Seu computador está infectado."),
    ],
    misses=lambda: [
        message(text="The virus spreads in the city; the clinic is open."),
        message(text="The system of elections is old."),
        message(text="Das Virus breitet sich in der Stadt aus."),
    ],
)
def fake_scan(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The false alarm of a security vendor."""
    yield from said(mail, hits)
