"""It says that bank details have changed and that money should go to another account."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="bank-details-changed",
    weight=Weight.STRONG,
    danger=Danger.PAYMENT,
    attack=(
        "T1657",
        "T1656",
    ),
    explain={
        "en": "It says that bank details have changed and that money should go to another account.",
        "ar": "تقول الرسالة إن البيانات المصرفية تغيّرت وإن المال ينبغي أن يُحوَّل إلى حساب آخر.",
    },
    phrases={
        "en": (
            "(change|changed|update|updated|new|revised|amend|switch|different) <2>(bank|banking|account|payment|direct deposit|payroll|remittance|beneficiary) (details?|account|information|instructions?|info|coordinates)",
            "(bank|banking|direct deposit|payroll|account) (details?|information|account|info) <3>(changed|been updated|updated|under audit|frozen|being audited|no longer)",
            "(change|update|switch|redirect) <2>(direct deposit|payroll|salary)",
            "(future|all|next|outstanding|upcoming) <1>payments? <3>(to|into) (the|our|this|my) (new|following|updated|other) <1>account",
        ),
        "ar": (
            "(تغيير|تحديث|تعديل|تغيرت|تبديل) <2>(البيانات|بيانات|معلومات|تفاصيل|رقم) <1>(المصرفية|البنكية|الحساب البنكي|الحساب المصرفي|حسابنا|البنك|الآيبان)",
            "(حساب|حسابنا) (بنكي|مصرفي|البنكي|المصرفي) (جديد|الجديد|آخر)",
        ),
        "fa": (
            "(تغییر|به ?روز ?رسانی|اصلاح) <2>(شماره حساب|مشخصات بانکی|اطلاعات بانکی|حساب بانکی|شماره شبا|شبا)",
            "(شماره حساب|حساب بانکی|شماره شبا|اطلاعات بانکی|مشخصات بانکی) <2>(جدید|تغییر|عوض)",
        ),
        "he": (
            "(שינוי|עדכון|שונו|השתנו|עודכנו|החלפת) <2>(פרטי|בפרטי|חשבון|בחשבון|ב)?<1>(הבנק|בנק|החשבון|חשבון הבנק|הבנקאיים)",
            "(פרטי (ה)?(בנק|חשבון)|חשבון (ה)?בנק) <2>(חדש|החדש|חדשים|השתנה|השתנו|התעדכנו|עודכנו|שונו)",
        ),
        "es": (
            r"(cambi|actualiz|modific|nuev)\S* <3>(datos bancarios|cuenta bancaria|información bancaria|iban|cuenta de nómina|domiciliación)",
            "(datos bancarios|cuenta bancaria) <3>(cambiad|nuev|actualizad|modificad)",
        ),
        "fr": (
            r"(chang|modifi|nouve|mis à jour|mise à jour)\S* <3>(coordonnées bancaires|rib\W|iban|compte bancaire|données bancaires)",
            "(coordonnées bancaires|rib|compte bancaire) <3>(chang|modifi|nouve|mis à jour)",
        ),
        "de": (
            r"(neue|geänderte|änderung|aktualisierte|geändert)\S* <3>(bankverbindung|bankdaten|kontoverbindung|iban|kontodaten|gehaltskonto)",
            r"(bankverbindung|bankdaten|kontoverbindung|gehaltskonto) <4>(geändert|ändern|gewechselt|aktualisiert|neu\W)",
        ),
        "pt": (
            r"(mud|alter|atualiz|nov)\S* <3>(dados bancários|conta bancária|chave pix|iban|conta de depósito|conta salário)",
            "(dados bancários|conta bancária) <3>(mud|alter|atualiz|nov)",
        ),
    },
    hits=lambda: [
        message(text="Our bank details have changed; see the letter for the new account."),
        message(text="I would like to update my direct deposit before payday."),
        message(text="نحيطكم علمًا بتغيير البيانات المصرفية لدينا."),
        message(text="يرجى التحويل إلى حسابنا البنكي الجديد."),
        message(text="شماره حساب جدید شرکت به پیوست است."),
        message(text="تغيير اطلاعات بانكي را ثبت فرمایید."),
        message(text="פרטי הבנק שלנו השתנו, נא לעדכן."),
        message(text="Le comunicamos que han cambiado nuestros datos bancarios."),
        message(text="Nos coordonnées bancaires ont changé."),
        message(text="Bitte beachten Sie unsere neue Bankverbindung."),
        message(text="Informamos a alteração dos dados bancários da empresa."),
    ],
    misses=lambda: [
        message(text="Our bank holiday details: the office is closed on Monday."),
        message(text="Do not believe messages that say our bank details have changed."),
        message(text="Le conseil a changé de président."),
    ],
)
def bank_details_changed(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """New bank details for a supplier, a donor or for salaries."""
    yield from asked(mail, hits)
