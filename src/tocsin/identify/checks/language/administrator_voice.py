"""It signs as an administrator, a help desk or a security team."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="administrator-voice",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1598.003",
        "T1656",
    ),
    explain={
        "en": "It signs as an administrator, a help desk or a security team.",
        "ar": "توقّع الرسالة باسم مسؤول نظام أو مكتب مساعدة أو فريق أمن.",
    },
    phrases={
        "en": (
            "(mail|e-?mail|webmail|system|server|domain|network|it|mailbox) (administrator|admin team|admin desk|help ?desk|help center|support (team|desk|center)|service desk|notification cent(er|re))",
            "(account|security|customer|billing|technical|fraud|compliance|wallet|verification|trust) (support|security|protection|services?|care|prevention|review|resolution|safety) (team|department|center|centre|desk|unit)",
        ),
        "ar": (
            "(مسؤول|مدير|إدارة|فريق|قسم) (البريد|نظام البريد|النظام|تقنية المعلومات|الدعم الفني|الخادم|أمن الحسابات|حماية الحسابات|الأمن السيبراني|مكتب المساعدة|الأمان)",
        ),
        "fa": (
            "(مدیر|مدیریت|بخش|واحد|تیم|پشتیبانی) (سیستم|ایمیل|سامانه|پشتیبانی|فنی|سرور|شبکه|فناوری اطلاعات|امنیت|حراست سایبری)",
        ),
        "he": (
            "(מנהל|צוות|מחלקת|מוקד) (המערכת|הדואר|תמיכה|התמיכה|המחשוב|מערכות מידע|שרת|האבטחה|אבטחת מידע|אבטחת החשבונות)",
        ),
        "es": (
            "(administrador|equipo|departamento|servicio|centro) (de correo|del sistema|de soporte|de sistemas|técnico|de seguridad|de informática|de atención al cliente|antifraude)",
        ),
        "fr": (
            "(administrateur|équipe|service|support|cellule) (de messagerie|messagerie|du système|système|informatique|technique|sécurité|de sécurité|antifraude|anti-fraude|clientèle|client)",
        ),
        "de": (
            "(systemadministrator|mail-?administrator|it-abteilung|it-?helpdesk|webmail-?team|sicherheitsteam|sicherheitsabteilung|e-?mail-?support|technischer support|kundenservice-?team|ihr kundenservice|ihr kundendienst|betrugsprävention)",
        ),
        "pt": (
            "(administrador|equipe|equipa|departamento|central|setor) (de e-?mail|do sistema|de suporte|técnico|de sistemas|de informática|de segurança|de atendimento|antifraude|de prevenção)",
        ),
    },
    hits=lambda: [
        message(text="Regards, the system administrator"),
        message(text="Account security team"),
        message(text="فريق أمن الحسابات"),
        message(text="ادارة البريد"),
        message(text="واحد پشتیبانی فنی"),
        message(text="צוות אבטחת מידע"),
        message(text="Equipo de seguridad"),
        message(text="Service informatique"),
        message(text="Ihre IT-Abteilung"),
        message(text="Equipe de segurança"),
    ],
    misses=lambda: [
        message(text="Regards, the youth team"),
        message(text="Ihre Fraktion im Rathaus"),
        message(text="Equipe de voluntários"),
    ],
)
def administrator_voice(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The signature or opening of a technical authority."""
    yield from said(mail, hits)
