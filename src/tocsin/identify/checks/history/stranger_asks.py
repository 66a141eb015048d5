"""The first thing a stranger wants is money or a key."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.habits import is_stranger
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="stranger-asks",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1598", "T1656"),
    explain={
        "en": "Somebody who has never written here asks, in the first message, for money, a password, a code or a permission.",
        "ar": "يطلب من لم يسبق أن راسلنا، في أول رسالة منه، مالًا أو كلمة مرور أو رمزًا أو إذنًا.",
    },
    phrases={
        "key.en": (
            r"(send|read|tell|give|forward) (\S+ ){0,3}(password|passcode|verification code|six.digit code|one.time code|security code)",
            r"(sign|log) ?-?in (\S+ ){0,3}(with|using|to) (\S+ ){0,3}(account|e-?mail|google|microsoft)",
            r"(allow|grant|approve|accept) (\S+ ){0,3}(access|permission|app|application|sign-?in|request)",
        ),
        "key.ar": (
            r"(رمز|كود) (التحقق|التاكيد|الدخول|المؤلف)",
            r"كلمة (المرور|السر)",
            r"(تسجيل الدخول|سجل الدخول|سجلي الدخول) (\S+ ){0,3}(بحساب|باستخدام|الى)",
            r"(الموافقة على|السماح|منح) (\S+ ){0,3}(الوصول|الاذن|التطبيق|الطلب)",
        ),
        "key.fa": (
            r"(کد|رمز) (تایید|تأیید|ورود|عبور|یک ?بار)",
            r"گذر ?واژه",
            r"وارد (حساب|ایمیل|جیمیل)",
            r"(اجازه|دسترسی) (\S+ ){0,3}(بدهید|دهید)",
        ),
        "key.he": (
            r"(קוד|סיסמ)\w* (אימות|כניסה|שקיבלת|הזדהות)",
            r"(להתחבר|התחבר|התחברי|היכנס|היכנסי) (\S+ ){0,3}(חשבון|גוגל|מייל)",
            r"(לאשר|אשר|אשרי) (\S+ ){0,3}(גישה|בקשה|כניסה)",
        ),
        "key.es": (
            r"(código de (verificación|acceso|seguridad)|contraseña)",
            r"(inici|acced)\w* (\S+ ){0,2}(sesión|su cuenta|tu cuenta)",
        ),
        "key.fr": (
            r"(code de (vérification|sécurité|connexion)|mot de passe)",
            r"(connect|identifi)\S+ (\S+ ){0,3}(compte|google|microsoft)",
        ),
        "key.de": (
            r"(bestätigungscode|sicherheitscode|zugangscode|passwort|kennwort)",
            r"(melden sie sich|melde dich|anmelden) (\S+ ){0,4}(konto|google|microsoft)",
        ),
        "key.pt": (
            r"(código de (verificação|acesso|segurança)|sua senha|palavra-passe)",
            r"(faça|fazer|entre|inicie) (\S+ ){0,2}(login|sessão|conta)",
        ),
        "money.en": (
            r"(bank (details|account|transfer)|wire transfer|gift cards?|payment today|outstanding (payment|invoice))",
        ),
        "money.ar": (r"(تحويل (بنكي|مصرفي|المبلغ)|الحساب البنكي|بطاقات هدايا|سداد الفاتورة)",),
        "money.fa": (r"(حواله بانکی|شماره حساب|کارت هدیه|واریز (وجه|مبلغ))",),
        "money.he": (r"(העברה בנקאית|פרטי (ה)?חשבון|כרטיסי מתנה)",),
        "money.es": (r"(transferencia bancaria|datos bancarios|tarjetas? (de )?regalo)",),
        "money.fr": (r"(virement (bancaire)?|coordonnées bancaires|cartes?[ -]cadeaux?)",),
        "money.de": (r"(überweisung|bankverbindung|geschenkkarten|gutscheinkarten)",),
        "money.pt": (r"(transferência bancária|dados bancários|cartões? (de )?presente)",),
    },
    history=True,
    hits=lambda: [
        message(sender="Vera North <vera@north.test>", text="Please read me the verification code.", context=past()),
        message(sender="Vera North <vera@north.test>", text="أرجو إرسال رمز التحقق", context=past()),
        message(sender="Vera North <vera@north.test>", text="لطفا کد تأیید را بفرستید", context=past()),
        message(sender="Vera North <vera@north.test>", text="אפשר לשלוח לי קוד אימות", context=past()),
        message(sender="Vera North <vera@north.test>", text="Necesito el código de verificación", context=past()),
        message(sender="Vera North <vera@north.test>", text="Il me faut le code de vérification", context=past()),
        message(sender="Vera North <vera@north.test>", text="Ich brauche den Bestätigungscode", context=past()),
        message(sender="Vera North <vera@north.test>", text="Preciso do código de verificação", context=past()),
        message(sender="Vera North <vera@north.test>", text="Please buy gift cards for the team.", context=past()),
        message(sender="Vera North <vera@north.test>", text="نحتاج إلى تحويل مصرفي اليوم", context=past()),
        message(sender="Vera North <vera@north.test>", text="شماره حساب را بفرستید", context=past()),
        message(sender="Vera North <vera@north.test>", text="נדרשת העברה בנקאית", context=past()),
        message(sender="Vera North <vera@north.test>", text="Le mando mis datos bancarios", context=past()),
        message(sender="Vera North <vera@north.test>", text="Voici mes coordonnées bancaires", context=past()),
        message(sender="Vera North <vera@north.test>", text="Anbei meine neue Bankverbindung", context=past()),
        message(sender="Vera North <vera@north.test>", text="Seguem os dados bancários", context=past()),
    ],
    misses=lambda: [
        message(sender="Vera North <vera@north.test>", text="Please read me the verification code.", context=past(3)),
        message(
            sender="Vera North <vera@north.test>",
            text="We read about your work and would like to help.",
            context=past(),
        ),
        message(sender="Vera North <vera@north.test>", text="Never give anybody your password.", context=past()),
        message(
            sender="Vera North <vera@north.test>",
            headers=[("List-Unsubscribe", "<https://north.test/u>")],
            text="You asked for a new password.",
            context=past(),
        ),
    ],
)
def stranger_asks(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Not on bulk mail, where shops speak of passwords and payments in welcome messages."""
    if is_stranger(mail, context) and not mail.is_list:
        yield from asked(mail, hits)
