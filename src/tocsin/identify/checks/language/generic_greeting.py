"""It greets nobody by name: dear customer, dear user, or the bare mail address."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import begins_line
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_START = 250
"""Characters from the beginning of a text within which a greeting stands."""


@check(
    id="generic-greeting",
    weight=Weight.WEAK,
    explain={
        "en": "It greets nobody by name: dear customer, dear user, or the bare mail address.",
        "ar": "لا تخاطب الرسالة أحدًا باسمه: عزيزي العميل، عزيزي المستخدم، أو عنوان البريد نفسه.",
    },
    phrases={
        "en": (
            r"(dear|hello|hi|attn|attention|greetings|good day) <1>(valued |esteemed |our |loyal )?(customer|client|user|account (holder|owner|user)|e-?mail (user|owner|account|id)|member|sir|madam|sir/madam|beneficiary|winner|friend|beloved|webmail user|card ?holder|web user|subscriber|owner|mailbox (user|owner)|consumer|homeowner|one)( |,|:|\.|!|/|;|$)",
            r"(dear|hello|hi|attn|hey) ?:? ?\S{1,40}@\S{1,40}",
            "(attn|greetings|compliments of the season|good day)( to you| my| dear|,|:|!)",
        ),
        "ar": (
            "(عزيزي|عزيزتي|السيد|السادة|حضرة) <1>(العميل|المستخدم|المشترك|الزبون|صاحب الحساب|عميلنا|مستخدم|العضو|الصديق|العملاء|المستفيد)",
        ),
        "fa": ("(کاربر|مشتری|مشترک|صاحب حساب|دوست) <1>(گرامی|عزیز|محترم)",),
        "he": ("(לקוח|משתמש|מנוי|לקוחה|לקוחות|משתמשים) <1>(יקר|יקרה|יקרים|נכבד|נכבדים)",),
        "es": (
            r"hola <1>(querid[oa]|amad[oa]) (amig[oa]|herman[oa]|benefactor\w?)\W",
            "(estimad[oa]|querid[oa]|apreciad[oa]) <1>(cliente|usuari[oa]|titular|señor/a|amig[oa]|miembro|beneficiari[oa]|contribuyente)",
        ),
        "fr": (
            r"(bonjour|bonsoir|salut) <1>(cher|chère|chers) (ami|amie|amis|frère|bien-aimé\w*)",
            "(cher|chère|chers|chères) <1>(client|cliente|clients|utilisateur|utilisatrice|abonné|membre|titulaire|ami|acheteur|bénéficiaire|madame/monsieur)",
        ),
        "de": (
            r"(lieber|liebe|hallo) <1>(freund|geliebte\w?|begünstigte\w?) ?(,|!)",
            "(sehr geehrte|lieber|liebe|guten tag|sehr geehrter|hallo) <2>(kunde|kundin|kunden|nutzer|nutzerin|benutzer|kontoinhaber|mitglied|verbraucher|karteninhaber|freund|[a-zäöü]{2,20}[- ]kunde)( |,|:|!|$)",
        ),
        "pt": (
            r"(olá|oi) <1>(querid[oa]|amad[oa]) (amig[oa]|irm[ãa]\w?)\W",
            "(prezad[oa]|car[oa]|estimad[oa]|olá|querid[oa]) <1>(cliente|usuári[oa]|titular|senhor|amad[oa]|amig[oa]|membro|contribuinte|correntista|beneficiári[oa])",
        ),
    },
    hits=lambda: [
        message(text="Olá querido amigo,"),
        message(text="Lieber Freund,"),
        message(text="Bonjour cher ami,"),
        message(text="Hola querido amigo,"),
        message(text="Dear customer, your file is ready."),
        message(text="Hello user@harbour.example, read this."),
        message(text="عزيزي العميل، نود إعلامكم."),
        message(text="حضره المستخدم"),
        message(text="کاربر گرامی، توجه کنید."),
        message(text="مشتري محترم"),
        message(text="לקוח יקר, שלום רב."),
        message(text="Estimado cliente:"),
        message(text="Cher client, bonjour."),
        message(text="Sehr geehrter Kunde, guten Tag."),
        message(text="Prezado cliente, bom dia."),
    ],
    misses=lambda: [
        message(text="Dear Dana, thank you for the flowers."),
        message(text="We had a dear friend over for dinner, and the user manual was lost."),
        message(text="Liebe Dana, danke."),
    ],
)
def generic_greeting(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Only at the beginning of the text."""
    for hit in hits:
        if hit.span.layer != "header:subject" and hit.span.start < _START and begins_line(mail, hit):
            yield evidence(hit.span, phrase=hit.text)
