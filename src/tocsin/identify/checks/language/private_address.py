"""It wants the answer at a private address or number instead of the usual one."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="private-address",
    weight=Weight.HINT,
    danger=Danger.CONVERSATION,
    attack=(
        "T1598",
        "T1656",
    ),
    explain={
        "en": "It wants the answer at a private address or number instead of the usual one.",
        "ar": "تريد الرسالة الرد على عنوان خاص أو رقم خاص بدلًا من المعتاد.",
    },
    phrases={
        "en": (
            "(reply|respond|write|contact|reach|e-?mail|send) <5>(private|personal|direct|alternative|other|confidential) <2>(e-?mail|mail|address|account|inbox)",
            "my (personal|private|alternative|other) <1>(e-?mail|address|number)",
        ),
        "ar": ("(بريدي|بريدك|عنواني|عنوانك|رقمي|رقمك|البريد) <1>(الخاص|الشخصي|البديل|الشخصية)",),
        "fa": ("(ایمیل|آدرس|شماره) <1>(شخصی|خصوصی)",),
        "he": ("(למייל|מייל|לכתובת|כתובת|למספר|מספר) <2>(הפרטי|הפרטית|האישי|האישית|פרטי|אישי)",),
        "es": ("(correo|e-?mail|dirección|número) <2>(personal|privad[oa]|particular)",),
        "fr": ("(adresse|e-?mail|mail|messagerie|numéro) <2>(personnelle?|privée?|perso)",),
        "de": (r"(private|persönliche|meine private|privat)\S* <1>(e-?mail|mailadresse|adresse|nummer|mail)",),
        "pt": ("(e-?mail|endereço|número) <2>(pessoal|particular|privado)",),
    },
    hits=lambda: [
        message(text="Please reply to my private e-mail address."),
        message(text="أرجو الكتابة على بريدي الخاص."),
        message(text="ارسلوا لي رقمكم على عنواني الشخصي"),
        message(text="لطفاً به ایمیل شخصی من بنویسید."),
        message(text="آدرس شخصي خود را بنويسید"),
        message(text="נא להשיב למייל הפרטי שלי."),
        message(text="Escriba a mi correo personal."),
        message(text="Répondez à mon adresse personnelle."),
        message(text="Schreiben Sie an meine private E-Mail."),
        message(text="Responda ao meu e-mail pessoal."),
    ],
    misses=lambda: [
        message(text="Private schools wrote to the minister."),
        message(text="The personal view of the author is his own."),
        message(text="Private Schulen haben geschrieben."),
    ],
)
def private_address(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Answers diverted to a private mailbox or number."""
    yield from said(mail, hits)
