"""It says that an account is blocked, limited or about to be closed, to make somebody act in fear."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="account-suspended",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It says that an account is blocked, limited or about to be closed, to make somebody act in fear.",
        "ar": "تقول الرسالة إن حسابًا حُظر أو قُيّد أو سيُغلق قريبًا، لدفع القارئ إلى التصرف خوفًا.",
    },
    phrases={
        "en": (
            "(account|mailbox|e-?mail|wallet|access|card|profile|page|channel|service|membership|id|login|domain|payments?|services|protection)s? (has been|have been|is|are|was|were|will be|may be|might be|could be|shall be|gets|being|is being|is about to be|is going to be|has now been) (been )?<2>(suspended|locked|blocked|disabled|restricted|limited|deactivated|de-?activated|terminated|closed|shut ?down|deleted|placed on hold|on hold|frozen|revoked|removed|inactive|flagged|at risk|compromised|interrupted|paused|disconnected|cancel+ed)",
            "(suspended|locked|blocked|restricted|limited|deactivated|disabled|frozen|temporarily closed) (your|the) <2>(account|access|wallet|card|mailbox|profile|page|e-?mail)",
            "(suspend|lock|block|disable|restrict|deactivate|terminate|close|delete|remove|freeze|limit)(ing)? (your|the|this) <3>(account|mailbox|e-?mail|access|profile|page|wallet|service)",
            "(avoid|prevent|stop|lift|remove|cancel|request|cancel+ing) <3>(suspension|deactivation|de-?activation|termination|account closure|closure|restrictions?|limitation|asset freeze|shut ?down|disconnection|interruption|lock-?out|removal)",
            r"(account|mailbox|e-?mail|wallet|access|service|page|profile|asset) (suspension|deactivation|termination|restriction|limitation|closure|shutdown|lock-?out|freeze|deletion|rectification|suspended|blocked|locked|restricted|limited|disabled)\W",
            "(suspension|deactivation|shutdown|termination|closure|restriction) (notice|notification|alert|warning|of your|on your|request)",
            "(unlock|reinstate|restore|regain|recover) (your |full )?(account|access|wallet|mailbox|profile)",
            r"(we|we've|system) <2>(noticed|detected|limited|found) <3>(problem|issue|irregular|violation)\S* (with|on|in|to) your (account|e-?mail|mailbox|profile)",
        ),
        "ar": (
            "(تعليق|إيقاف|حظر|تجميد|إغلاق|تعطيل|تقييد|حذف|إلغاء تنشيط|إلغاء تفعيل|قفل) <1>(حسابك|حسابكم|الحساب|بريدك|بريدكم|صندوق|محفظتك|بطاقتك|الوصول|صفحتك|صفحتكم|خدمة|خدماتك)",
            "(حسابك|حسابكم|بريدك|بريدكم|صندوق بريدك|بطاقتك|محفظتك|صفحتك) <2>(معلق|موقوف|محظور|مقيد|معطل|مجمد|معرض|سيتم|سوف يتم|سيغلق|سيحذف|تم (تعليق|ايقاف|حظر|تجميد|اغلاق|تعطيل|تقييد))",
            "(تم|سيتم|سوف يتم|جرى|سيجري) (تعليق|إيقاف|حظر|تجميد|إغلاق|تعطيل|تقييد|حذف) <1>(حساب|بريد|صندوق|صفح|بطاق|وصول)",
        ),
        "fa": (
            "(حساب|ایمیل|صندوق|دسترسی|کارت|صفحه|اکانت|سیم ?کارت) <4>(مسدود|معلق|تعلیق|غیر ?فعال|محدود|قطع|بسته|حذف|قفل)",
            "(مسدود|تعلیق|غیر ?فعال|محدود|قفل|بستن|حذف) (شدن |سازی |کردن )?(حساب|دسترسی|ایمیل|صندوق|صفحه|اکانت)",
        ),
        "he": (
            "(חשבונך|חשבונכם|החשבון|תיבת הדואר|הגישה|הכרטיס|הדף|הפרופיל|תיבתך) <3>(הושעה|הושעתה|נחסם|נחסמה|ננעל|ננעלה|הוגבל|הוגבלה|ייחסם|תיחסם|יושעה|ייסגר|תיסגר|הושבת|יושבת|מושעה|חסום|יימחק)",
            "(השעיית|חסימת|הגבלת|סגירת|השבתת|נעילת) (ה)?(חשבון|חשבונך|תיבה|תיבת|גישה|כרטיס)",
        ),
        "es": (
            "(cuenta|buzón|correo|acceso|tarjeta|perfil|página|servicio|billetera) <3>(suspendid|bloquead|restringid|limitad|desactivad|cerrad|cancelad|inhabilitad|congelad|eliminad|deshabilitad)",
            r"(suspen|bloque|restring|desactiv|cancel|cierre|cerrar|eliminar|limit)\S* <2>(su|tu|de su|la|de la) (cuenta|buzón|acceso|correo|tarjeta|perfil|servicio)",
        ),
        "fr": (
            "(compte|boîte|messagerie|accès|carte|profil|page|service) <4>(suspendu|bloqué|restreint|limité|désactivé|fermé|clôturé|résilié|verrouillé|gelé|supprimé)",
            "(suspension|désactivation|clôture|fermeture|blocage|restriction|résiliation|suppression) (de |d'|du )<1>(votre |l')?(compte|accès|messagerie|carte|boîte|abonnement)",
        ),
        "de": (
            "(konto|kundenkonto|postfach|zugang|karte|profil|account|e-?mail-?konto|bankkonto|seite|dienst|wallet|onlinebanking|online-banking) <4>(gesperrt|eingeschränkt|deaktiviert|gelöscht|geschlossen|blockiert|ausgesetzt|limitiert|stillgelegt|abgeschaltet|gekündigt|suspendiert)",
            "(sperrung|deaktivierung|einschränkung|löschung|schließung|abschaltung|kontosperrung|kontosperre|kontoeinschränkung) (ihres|ihrer|des|der|zu vermeiden|vermeiden|droht|aufheben)",
            "(gesperrt|eingeschränkt|deaktiviert|blockiert)(e|er|es) <1>(konto|kundenkonto|zugang|postfach|account)",
        ),
        "pt": (
            "(conta|acesso|cartão|caixa|e-?mail|perfil|página|serviço|cpf|carteira|cadastro|internet banking|chave pix|cnpj|cnh) <4>(suspens|bloquead|restrit|limitad|desativad|encerrad|cancelad|inativ|congelad|excluíd|irregular)",
            r"(suspensão|bloqueio|desativação|cancelamento|encerramento|restrição|exclusão) (imediat\S |definitiv\S |temporári\S )?(da|do|de) (sua |seu )?(conta|acesso|cartão|e-?mail|perfil|cpf|serviço|cadastro|benefício)",
            r"(desbloque|reativ|regulariz)\S* (sua|seu|o|a) (conta|acesso|cartão|internet banking|cpf|cadastro)",
        ),
    },
    hits=lambda: [
        message(text="We are sorry: your account has been temporarily suspended."),
        message(subject="Suspension notice for your mailbox"),
        message(text="تم تعليق حسابكم بسبب نشاط غريب."),
        message(text="سيتم ايقاف بريدك الالكتروني غدا."),
        message(text="حساب شما به\u200cزودی مسدود می\u200cشود."),
        message(text="حساب کاربري شما غير فعال شد."),
        message(text="חשבונך נחסם עד להודעה חדשה."),
        message(text="Su cuenta ha sido suspendida temporalmente."),
        message(text="Votre compte a été suspendu ce matin."),
        message(text="Ihr Konto wurde vorübergehend gesperrt."),
        message(text="Sua conta foi bloqueada por segurança."),
    ],
    misses=lambda: [
        message(text="The debate about the suspended minister goes on."),
        message(text="My bank account is with the savings bank in town."),
        message(text="Die Straße ist wegen der Kundgebung gesperrt."),
        message(text="خیابان اصلی به دلیل راهپیمایی مسدود است."),
    ],
)
def account_suspended(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """An account, mailbox, wallet or card said to be blocked, restricted or about to be closed."""
    yield from said(mail, hits)
