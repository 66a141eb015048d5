"""It asks to be sent a code that signs somebody in."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="asks-for-code",
    weight=Weight.STRONG,
    danger=Danger.CODE,
    attack=(
        "T1598",
        "T1111",
    ),
    explain={
        "en": "It asks to be sent a code that signs somebody in. Nobody honest needs that code.",
        "ar": "تطلب الرسالة إرسال رمز يتيح تسجيل الدخول، وما من جهة صادقة تحتاج إلى هذا الرمز.",
    },
    phrases={
        "en": (
            r"(send|forward|tell|give|text|read|share|provide|screenshot) <1>(me|us|it|with me|with us|back) <4>(code|otp|pin|passcode|digits)( |\.|,|!|\?|$)",
            r"(reply|respond|answer|get back to (me|us)) with <4>(code|otp|pin|passcode|digits)( |\.|,|!|$)",
            r"(what|which) (is|was|code) <3>(code|did you (get|receive))( |\?|$)",
        ),
        "ar": (
            "(أرسل|ارسلي|أرسلوا|ابعث|ابعثي|زودنا|موافاتنا|إرسال|أعطني|أعطنا|إعطاؤنا|مشاركة|تزويدنا|إبلاغنا|أخبرني) <1>(لي |لنا |إلينا |معنا |معي )?(ب)?(رمز|الرمز|كود|الكود|رقم) <1>(التحقق|التأكيد|الدخول|الذي|المرسل|المكون|الوارد|السري)",
        ),
        "fa": ("(کد|رمز) <5>(بفرست|بفرستید|ارسال کن|ارسال کنید|ارسال نمایید|بگو|بگویید|اعلام|بده|بدهید|بخوان)",),
        "he": (
            "(שלח|שלחי|שלחו|תשלח|תשלחי|תשלחו|העבר|תעביר|תעבירי|תגיד|תקריא|תקריאי|מסור|למסור|לשלוח) <2>(לי|לנו|אלי|אליי|אלינו) <2>(את )?(ה)?(קוד|קוד האימות|סיסמה חד.?פעמית|הספרות)",
        ),
        "es": (
            r"(envíe|envie|mande|dígame|diga|facilite|comparta|reenvíe|pase|mánd\S+|envía|pásame|dime|envíame|envíeme|reenvíame) <3>(el|ese|su|tu|del) <1>(código|pin\W|clave de verificación)",
        ),
        "fr": (
            r"(envoy\S+|transmett\S+|communiqu\S+|donn\S+|transf\S+|indiqu\S+|dict\S+|partag\S+) <3>(le|ce|votre|ton|du) <1>(code|code de vérification|code reçu|code sms|pin\W)",
        ),
        "de": (
            r"(senden|schicken|schick|sende|nennen|nenne|teilen|teile|geben|gib|weiterleiten|leiten|diktieren|lesen) <4>(den|diesen|ihren|deinen|dem) <2>(code|bestätigungscode|sms-?code|zugangscode|verifizierungscode|einmalcode|tan\W)",
        ),
        "pt": (
            r"(envie|mande|informe|passe|diga|encaminhe|repasse|compartilhe|me envie|me mande|me passe|envia|manda|me diga) <3>(o|esse|este|seu|do) <1>(código|pin\W|token)",
        ),
    },
    hits=lambda: [
        message(text="You will get a text. Please send me the six digit code straight away."),
        message(text="Reply with the code you received."),
        message(text="يرجى إرسال رمز التحقق الذي وصلك."),
        message(text="ارسلي لنا الرمز الوارد في الرساله."),
        message(text="کد شش رقمی را برای من بفرستید."),
        message(text="لطفاً رمز پیامک\u200cشده را ارسال كنيد."),
        message(text="תשלחי לי את הקוד שקיבלת."),
        message(text="Envíeme el código que acaba de recibir."),
        message(text="Envoyez-moi vite le code reçu."),
        message(text="Bitte senden Sie mir den Bestätigungscode."),
        message(text="Me envie o código que chegou no celular."),
    ],
    misses=lambda: [
        message(text="Never send anybody the code. Your code is on the card."),
        message(text="I send you the source code of the web page tomorrow."),
        message(text="Geben Sie diesen Code niemals weiter."),
    ],
)
def asks_for_code(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A one-time code asked for, unless a warning against just that stands before it."""
    yield from asked(mail, hits)
