"""It says that a subscription, a protection or a domain ends, and offers or announces its renewal."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="subscription-ends",
    weight=Weight.MEDIUM,
    danger=Danger.PAYMENT,
    attack=("T1566.002",),
    explain={
        "en": "It says that a subscription, a protection or a domain ends, and offers or announces its renewal.",
        "ar": "تقول الرسالة إن اشتراكًا أو حماية أو نطاقًا سينتهي، وتعرض تجديده أو تعلن عنه.",
    },
    phrases={
        "en": (
            "(subscription|membership|plan|protection|antivirus|anti-virus|license|licence|warranty|coverage|domain|hosting|mcafee|norton|netflix|prime) <5>(has expired|expired|expires|will expire|is expiring|expiring|about to expire|has ended|may have ended|ended|will be renewed|auto-?renewed|has been renewed|been cancelled|terminated|was renewed)",
            "(renew|reactivate|extend|restore|continue) <2>(subscription|membership|antivirus|protection|license|licence|domain|hosting|warranty|norton|mcafee|netflix|plan)",
            "(annual|yearly|auto|automatic|membership|subscription|service) renewal",
            "(your|the) (computer|pc|device|devices|mac|iphone) <4>(at risk|unprotected|infected|vulnerable|no longer protected|not protected|exposed)",
        ),
        "ar": (
            "(اشتراك|اشتراكك|اشتراككم|الاشتراك|العضوية|الترخيص|النطاق|برنامج الحماية|مضاد الفيروسات) <3>(انتهى|ينتهي|سينتهي|انتهت|تنتهي|ستنتهي|منتهي|على وشك|يتجدد|سيتجدد|تم تجديد)",
            "(انتهى|ينتهي|سينتهي|انتهت|تنتهي|ستنتهي) <1>(اشتراك|الاشتراك|عضوي|ترخيص|صلاحية الاشتراك)",
            "(تجديد|جدد|جددوا) (اشتراك|اشتراكك|اشتراككم|الاشتراك|العضوية|النطاق|الحماية)",
        ),
        "fa": (
            "(اشتراک|عضویت|آنتی ?ویروس|دامنه|هاست|لایسنس|سرویس) <4>(منقضی|به پایان|تمام شد|تمدید|رو به پایان|پایان یافته)",
            "تمدید (اشتراک|دامنه|هاست|آنتی ?ویروس|سرویس|عضویت)",
        ),
        "he": (
            "(המינוי|מינוי|המנוי|הרישיון|האנטי.?וירוס|הדומיין|ההגנה) <3>(פג|הסתיים|עומד|יסתיים|יתחדש|חודש|פגה|תסתיים|יפוג)",
            "(חדש|חדשו|לחדש|חידוש) <1>(את )?(ה)?(מינוי|מנוי|רישיון|דומיין|הגנה)",
        ),
        "es": (
            "(suscripción|membresía|licencia|antivirus|dominio|hosting|protección) <4>(caduc|expir|vencid|vence|renovará|ha sido renovad|ha finalizado|terminad)",
            r"(renuev|renov)\S* <3>(suscripción|membresía|licencia|antivirus|dominio|hosting|protección)",
        ),
        "fr": (
            "(abonnement|licence|antivirus|domaine|hébergement|protection|adhésion) <4>(expir|arrive à|a pris fin|sera renouvelé|renouvelé|terminé|échéance)",
            r"renouvel\S* <3>(abonnement|licence|antivirus|domaine|hébergement|protection)",
        ),
        "de": (
            "(abonnement|abo|mitgliedschaft|lizenz|antivirus|domain|virenschutz|hosting|schutz) <4>(abgelaufen|läuft|verlängert|endet|ablaufen|erloschen|gekündigt|beendet)",
            "(abonnement|abo|mitgliedschaft|lizenz|antivirus|domain|virenschutz|schutz) <3>(erneuern|verlängern|reaktivieren)",
        ),
        "pt": (
            "(assinatura|subscrição|licença|antivírus|domínio|hospedagem|proteção|plano) <4>(expir|venc|renovad|terminou|cancelad|encerrad)",
            r"renov\S* <3>(assinatura|subscrição|licença|antivírus|domínio|hospedagem|plano)",
        ),
    },
    hits=lambda: [
        message(text="Your antivirus subscription has expired and your computer is at risk."),
        message(text="Thank you for your annual renewal."),
        message(text="انتهى اشتراككم في برنامج الحماية."),
        message(text="تجديد الاشتراك مطلوب"),
        message(text="اشتراک آنتی\u200cویروس شما به پایان رسیده است."),
        message(text="تمديد دامنه"),
        message(text="המינוי שלך פג אתמול."),
        message(text="Su suscripción ha caducado."),
        message(text="Votre abonnement arrive à échéance."),
        message(text="Ihr Abonnement ist abgelaufen."),
        message(text="Sua assinatura expirou ontem."),
    ],
    misses=lambda: [
        message(text="My term on the board ends in May."),
        message(text="We protect voters at risk of losing their station."),
        message(text="Die Amtszeit endet im Mai."),
    ],
)
def subscription_ends(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Renewal baits for antivirus, streaming, hosting, domains."""
    yield from said(mail, hits)
