"""It has the farewell of junk mail: remove yourself, this is not spam, sent by a business partner."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="bulk-opt-out",
    weight=Weight.WEAK,
    danger=Danger.SPAM,
    explain={
        "en": "It has the farewell of junk mail: remove yourself, this is not spam, sent by a business partner.",
        "ar": "تنتهي الرسالة بخاتمة البريد المزعج: عبارة لإلغاء الاشتراك، وأخرى تنفي أنه بريد مزعج أو تنسبه إلى شريك تجاري.",
    },
    phrases={
        "en": (
            "(remove|removed|take|delete) (yourself|your (e-?mail|address|name|e-?mail address)|me|you) <3>(from|off) <3>(our|this|the|all|future|any|further|my) <2>(e-?mails?|lists?|mailings?|database|emailing)",
            "(to be|wish to be|like to be|be) removed <4>(list|mailing|mailings|future|click|reply|send|database|from)",
            "(unsubscribe|opt.?out|removal|remove) <3>(from all|instructions|by replying|reply with|in the subject|link below|request)",
            r"(this|it) (is not|isn't|cannot be considered|can not be considered) <2>spam|(not unsolicited|never sent unsolicited|anti.?spam|section 301|s\. ?1618|bill 1618|can.?spam act)",
            "(sent (to you )?by|from) (a|our|one of our) (business|commercial|marketing|merchant|advertising|partner|third.?party)( |-)?(partner|client|site|affiliate|advertiser|company)",
            r"(you (are )?(receiv\w+)) <12>(opted.?in|opt.?in|partner|affiliate|promotional offers|special offers|previous customer|subscribed to one of)",
            r"(problems|trouble|difficult\w+) (unsubscribing|opting out)",
        ),
        "ar": (
            "(لإلغاء الاشتراك|إلغاء الاشتراك|لإزالة بريدك|حذف عنوانك|لا ترغب في استلام) <4>(أرسل|رد|اكتب|قائمتنا|القائمة|هنا|رسائلنا)",
        ),
        "fa": ("(لغو عضویت|لغو اشتراک|حذف از لیست|دیگر مایل به دریافت)",),
        "he": ("(להסרה|הסרה|להסיר) <3>(מרשימת|מהרשימה|רשימת התפוצה|השב|לחץ|הקש|הקלק)",),
        "es": (
            "(darse de baja|eliminar su (correo|dirección)|dejar de recibir|no desea recibir|cancelar la suscripción) <6>(responda|haga clic|pulse|escriba|lista|aquí|enví)",
            "(socio comercial|correo no (es )?(considerado )?spam|no podrá ser considerado spam)",
        ),
        "fr": (
            "(ne (plus|pas) (souhaitez|voulez|désirez) recevoir|vous désabonner|se désinscrire|être retiré) <8>(cliquez|répondez|ici|liste|écrivez)",
            "(partenaire commercial|n'est pas un spam)",
        ),
        "de": (
            "(keine weiteren|nicht (mehr|länger)|keine) (e-?mails?|nachrichten|werbung|newsletter) <5>(erhalten|wünschen|bekommen) <6>(klicken|hier|abmelden|antworten|schreiben)",
            "(von einem (geschäftspartner|kommerziellen partner|werbepartner)|kein spam|abmelden oder schreiben|e-?mail abzubestellen)",
        ),
        "pt": (
            r"(não (deseja|quer|quiser) (mais )?receber|descadastr\w*|sair da lista|remover seu e-?mail|cancelar (a )?(inscrição|assinatura)) <7>(clique|responda|aqui|lista|e-?mails?)",
            r"(parceiro comercial|não pode ser considerad\S spam|este e-?mail não é spam)",
        ),
    },
    hits=lambda: [
        message(text="Click here to remove yourself from our emails list."),
        message(text="This is not spam; sent by a business partner."),
        message(text="لإلغاء الاشتراك يرجى الرد؛ حذف عنوانك من القائمة."),
        message(text="الغاء الاشتراك: اكتب لنا"),
        message(text="برای لغو عضویت عدد صفر را ارسال کنید."),
        message(text="حذف از ليست"),
        message(text="להסרה מרשימת התפוצה השב."),
        message(text="Para darse de baja responda a este correo."),
        message(text="Si vous ne souhaitez plus recevoir nos offres, cliquez ici: vous désabonner, cliquez."),
        message(text="Wenn Sie keine weiteren E-Mails erhalten möchten, klicken Sie hier."),
        message(text="Se não deseja mais receber, clique aqui."),
    ],
    misses=lambda: [
        message(text="Unsubscribe | Update your preferences"),
        message(text="You receive this because you signed up at harbour.example."),
        message(text="Newsletter abbestellen"),
    ],
)
def bulk_opt_out(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Opt-out wordings of junk, which honest newsletters do not use."""
    yield from said(mail, hits)
