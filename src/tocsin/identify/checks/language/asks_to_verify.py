"""It asks to verify or confirm an account, an identity or a device, which is how stolen passwords begin."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="asks-to-verify",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It asks to verify or confirm an account, an identity or a device, which is how the theft of passwords begins.",
        "ar": "تطلب الرسالة التحقق من حساب أو هوية أو جهاز، وهكذا تبدأ سرقة كلمات المرور عادةً.",
    },
    phrases={
        "en": (
            "(verify|confirm|validate|revalidate|authenticate|re-?confirm|update|review|restore|rectify|recover|unlock|reactivate|secure) (your|the|my|you) <3>(account|identity|wallet|mailbox|log-?in|ownership|billing information|payment information|payment details|account information|personal information|details|records)",
            "(verify|confirm) (that )?(you are|it's really you|it was you|it is you|you're) <3>(owner|human|you|really|rightful|the)",
            "(account|identity|wallet|mailbox|e-?mail|profile) (verification|validation|confirmation|authentication|re-?validation) (is |was )?(required|needed|pending|process|failed|request|necessary)",
            "(needs?|requires?|must|has|have) to be (verified|validated|re-?confirmed|authenticated)",
            r"(verify|confirm|validate) (now|account|here|identity|wallet)\W",
            "(we|system) (couldn't|could not|were unable to|was unable to|cannot|are unable to|can't) (verify|confirm|validate) your",
        ),
        "ar": (
            "(التحقق من|تأكيد|توثيق|تحديث|إثبات|تنشيط|إعادة تفعيل|تفعيل|استعادة) (هوية |ملكية |بيانات |معلومات )?(حسابك|حسابكم|هويتك|هويتكم|الحساب|محفظتك|بريدك|بياناتك|بياناتكم|الهوية|معلوماتك)",
            "(تحقق|تأكد|أكد|أكدي|حدّث|وثّق) (من )?(هوية |بيانات )?(حسابك|حسابكم|هويتك|بياناتك|ملكية)",
            "(يجب|يلزم|يتوجب|مطلوب) (عليك |عليكم )?(تأكيد|توثيق|التحقق)",
        ),
        "fa": (
            "(حساب|هویت|ایمیل|اطلاعات|صندوق) <3>(خود )?(را )?(تایید|تأیید|تصدیق|احراز|به ?روز ?رسانی|فعال|راستی ?آزمایی) (کنید|نمایید|بکنید|فرمایید)",
            "(تایید|تأیید|احراز) (هویت|حساب|مالکیت) <2>(لازم|ضروری|الزامی|انجام|خود)",
            "برای (تایید|تأیید|احراز|فعال ?سازی) <1>(هویت|حساب|مجدد)",
        ),
        "he": (
            "(אמת|אמתו|לאמת|אשר|אשרו|לאשר|ודא|עדכן|עדכנו|לעדכן) <1>(את )?<1>(חשבונך|החשבון|חשבון|זהותך|הזהות|זהות|פרטיך|הפרטים|פרטי|בעלותך)",
            "(אימות|אישור) (ה)?(חשבון|זהות|פרטים|תיבה) <1>(נדרש|דרוש|חובה|שלך|נכשל)",
        ),
        "es": (
            r"(verifi|confirm|valid|actuali|autenti|restablec|recuper|desbloque|reactiv)\S* <1>(su|tu|la|sus|tus) <2>(cuenta|identidad|datos|información|perfil|billetera|titularidad|buzón|monedero)",
            "(verificación|validación|confirmación) de (la |su )?(cuenta|identidad|datos) <1>(requerida|necesaria|pendiente|obligatoria|fallida)",
        ),
        "fr": (
            r"(vérifi|confirm|valid|actualis|authentifi|mettre à jour|mettez à jour|réactiv|débloqu|restaur|activ)\S* <1>(votre|vos|ton|l') ?<2>(compte|identité|informations|coordonnées|données|profil|messagerie|portefeuille)",
            "(vérification|validation|confirmation) (de |d')(votre |l')?(compte|identité|adresse) <2>(requise|nécessaire|obligatoire|en attente)",
        ),
        "de": (
            "(bestätigen|verifizieren|überprüfen|aktualisieren|validieren|prüfen|reaktivieren|entsperren|legitimieren) sie <2>(ihr|ihre|ihren|das|die) <2>(konto|kontodaten|kundenkonto|identität|daten|angaben|kundendaten|profil|zahlungsdaten|informationen|postfach|benutzerkonto|wallet|zugang)",
            "(konto|daten|identität|kontodaten|kundendaten|angaben|postfach|zahlungsmethode) <2>(bestätigen|verifizieren|aktualisieren|legitimieren|reaktivieren|abgleichen)",
            "(verifizierung|bestätigung|legitimierung|überprüfung) <3>(erforderlich|notwendig|durchführen|abschließen|ausstehend|fehlgeschlagen)",
        ),
        "pt": (
            r"(verifi|confirm|valid|atuali|regulari|desbloque|reativ|recuper|autenti)\S* <1>(sua|seu|seus|suas|a|o|os) <2>(conta|identidade|dados|cadastro|informações|perfil|acesso|carteira|titularidade|internet banking|cpf)",
            "(verificação|validação|confirmação|atualização|regularização) (de |da |do |dos |cadastral)<2>(conta|identidade|dados|cadastro|obrigatória|necessária|pendente|cadastral)",
        ),
    },
    hits=lambda: [
        message(text="Please verify your account within the day."),
        message(text="Your wallet must be verified: wallet verification is required."),
        message(text="يرجى التحقق من هوية حسابكم فورًا."),
        message(text="يجب عليك تاكيد هويتك الان."),
        message(text="لطفاً حساب کاربری خود را تأیید کنید."),
        message(text="برای تاييد هويت روی دکمه بزنید."),
        message(text="יש לאמת את החשבון בהקדם."),
        message(text="Debe verificar su cuenta hoy mismo."),
        message(text="Veuillez confirmer votre identité."),
        message(text="Bitte bestätigen Sie Ihre Daten im Kundenbereich."),
        message(text="Atualize seus dados para continuar usando o aplicativo."),
    ],
    misses=lambda: [
        message(text="Please verify your email address to finish signing up for our newsletter."),
        message(text="The verification of the election results takes three days."),
        message(text="نشرت اللجنة نتائج التحقق من فرز الأصوات."),
    ],
)
def asks_to_verify(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Verifying one's account or identity, not the e-mail address of a new subscription."""
    yield from asked(mail, hits)
