"""It asks for a password or for the data somebody signs in with."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="asks-for-credentials",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1598.003",
        "T1056.003",
    ),
    explain={
        "en": "It asks for a password or for the data somebody signs in with.",
        "ar": "تطلب الرسالة كلمة مرور أو البيانات التي يُسجَّل الدخول بها.",
    },
    phrases={
        "en": (
            "(send|give|provide|supply|submit|confirm|verify|enter|re-?enter|validate|reply with|update|tell) (us |me )?<2>(your|the|current) <3>(password|passcode|passphrase|pass word|login details|log-?in information|sign-?in details|login credentials|credentials|username and)",
            "(login|log in|sign in|sign-in|log-in) with your <2>(e-?mail|mail|webmail|office|work|corporate) <1>(password|credentials|login)",
            r"(your|the) (user ?name|e-?mail|id|login) (and|&|/|\+) password (is|are) (needed|required|necessary)",
            "(user ?name|user id|e-?mail id|e-?mail address|login id) ?[:=._-]{1,40} {0,3}(current )?password ?[:=._-]",
            "(keep|retain|maintain) (using )?(the |your )?(current|same|existing|old) password",
            "(card|atm|debit|credit) <2>(number|pin|cvv|details) (and|,) <3>(pin|cvv|expiry|security code|password)",
        ),
        "ar": (
            "(ارسال|تقديم|ادخال|تأكيد|تزويدنا ب|موافاتنا ب|كتابة|تحديث|التحقق من) <2>(ب)?(كلمة|كلمات) (المرور|السر|مرورك|مروركم|سر)",
            "(ارسل|ارسلي|أدخل|أدخلي|اكتب|زودنا|زودونا|أكد|أكدي|ابعث) <2>(ب)?كلمة (المرور|السر|مرورك|سر)",
            "(بيانات|معلومات) (الدخول|تسجيل الدخول|اعتماد|حسابك|حسابكم) (الخاصة|كاملة|لإعادة|من أجل|للتحقق|لتفعيل)",
            "(اسم المستخدم|البريد الإلكتروني) وكلمة (المرور|السر) (الخاصة|الحالية|لإتمام|من أجل|للتحقق)",
        ),
        "fa": (
            "(گذر ?واژه|رمز عبور|کلمه عبور|پسورد|گذرواژه) <2>(خود|تان|حساب|ایمیل|فعلی)?( )?<2>(را )?(وارد|ارسال|تایید|تأیید|اعلام|بفرستید|بنویسید|ثبت)",
            "(وارد کردن|ارسال|تایید) (رمز عبور|گذر ?واژه|کلمه عبور|پسورد)",
            "(نام کاربری|ایمیل) و (رمز عبور|گذر ?واژه|کلمه عبور|پسورد) <3>(را|خود|لازم|وارد)",
        ),
        "he": (
            "(הזן|הזיני|הזינו|להזין|שלח|שלחו|לשלוח|אשר|אשרו|לאשר|לאמת|מסור|עדכן|עדכנו) <2>(את )?<1>(ה)?(סיסמה|סיסמא|סיסמתך|סיסמתכם)",
            "(שם משתמש|דוא.ל|אימייל|מייל) ו(ה)?סיסמ(ה|א|תך)",
            "(פרטי|נתוני) (ה)?(התחברות|כניסה|הזדהות|גישה) (שלך|שלכם|המלאים)",
        ),
        "es": (
            r"(envi|introdu|ingres|confirm|verific|actualic|actualiz|facilit|proporcion|escrib|indi)\S* <2>(su|tu|la|sus) <2>(contraseña|clave|credenciales|datos de acceso|pin\W)",
            "(usuario|correo( electrónico)?) y (su |la |tu )?contraseña (para|actual|son)",
            "(mantener|conservar) (la |su )?(misma|actual) contraseña",
        ),
        "fr": (
            r"(envoy|saisi|entre|confirm|vérifi|indiqu|fourni|communiqu|transmett|renseign|valid)\S* <3>(votre|vos|le|ton|tes) <2>(mot de passe|mots de passe|identifiants|code secret|code confidentiel|données de connexion)",
            "(identifiant|adresse e-?mail|nom d'utilisateur) et (votre |le )?mot de passe",
            "(conserver|garder) (le |votre )?(même )?mot de passe( actuel)?",
        ),
        "de": (
            r"(geben|senden|schicken|bestätigen|teilen|übermitteln|verifizieren|aktualisieren) sie <3>(ihr|ihre|ihren|das|die) <2>(passwort|kennwort|zugangsdaten|anmeldedaten|login-?daten|pin\W|tan\W)",
            r"(benutzername|e-?mail-?adresse|kundennummer) und (ihr |das |ihre )?(passwort|kennwort|pin\W)",
            "(passwort|kennwort|zugangsdaten|anmeldedaten) <2>(bestätigen|eingeben|übermitteln|verifizieren|zusenden|mitteilen)",
            "(aktuelles|derzeitiges|bisheriges) (passwort|kennwort) (behalten|beibehalten)",
        ),
        "pt": (
            r"(envi|inform|digit|confirm|insir|insira|forneç|verifi|atualiz|preench|entre com)\S* <2>(sua|a|seus|seu|tua) <2>(senha|palavra-?passe|credenciais|dados de acesso|dados de login|assinatura eletrônica)",
            "(usuário|e-?mail|cpf|agência|conta|utilizador) e (a |sua )?(senha|palavra-?passe)",
            "(manter|conservar) (a |sua )?(mesma |atual )?senha",
        ),
    },
    hits=lambda: [
        message(text="Please confirm your current password to keep receiving messages."),
        message(text="Keep your current password by following this page."),
        message(text="يرجى إرسال كلمة المرور الخاصة بكم خلال ساعة."),
        message(text="يرجى تأكيد كلمه السر الحاليه."),
        message(text="لطفا گذر\u200cواژه ایمیل خود را وارد کنید."),
        message(text="لطفاً رمز عبور خود را ارسال كنيد."),
        message(text="יש להזין את הסיסמה הנוכחית בטופס."),
        message(text="Por favor, confirme su contraseña en la página siguiente."),
        message(text="Merci de saisir votre mot de passe pour continuer."),
        message(text="Bitte geben Sie Ihr Passwort auf der folgenden Seite ein."),
        message(text="Informe sua senha para liberar o acesso."),
    ],
    misses=lambda: [
        message(text="We will never ask you to send your password. Choose a long one."),
        message(text="You changed your password on Monday. If that was you, nothing is left to do."),
        message(text="Geben Sie niemals Ihr Passwort weiter."),
    ],
)
def asks_for_credentials(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A password is asked for, not warned about."""
    yield from asked(mail, hits)
