"""It promises a reward for a short survey."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="survey-reward",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    attack=("T1566.002",),
    explain={
        "en": "It promises a reward for a short survey.",
        "ar": "تعد الرسالة بمكافأة مقابل استبيان قصير.",
    },
    phrases={
        "en": (
            r"(survey|questionnaire|quiz|few questions) <8>(reward|gift|prize|receive|win|claim|\$\d|€\d|free|exclusive|earn|unlock)",
            "(reward|gift|prize|receive|win|claim|mystery box|offer) <8>(survey|questionnaire|short quiz|few questions)",
        ),
        "ar": (
            "(استبيان|استطلاع|استبانة) <10>(جائزة|هدية|مكافأة|اربح|قسيمة|تحصل|واحصل|والحصول)",
            "(جائزة|هدية|مكافأة|اربح|قسيمة|احصل) <10>(استبيان|استطلاع|استبانة)",
        ),
        "fa": (
            "(نظرسنجی|پرسشنامه) <10>(جایزه|هدیه|پاداش|برنده)",
            "(جایزه|هدیه|پاداش) <10>(نظرسنجی|پرسشنامه)",
        ),
        "he": (
            "(סקר|שאלון) <10>(פרס|מתנה|שובר|זכה|לזכות|תגמול)",
            "(פרס|מתנה|שובר) <10>(סקר|שאלון)",
        ),
        "es": (
            "(encuesta|cuestionario) <12>(premio|regalo|recompensa|recib|gana|oferta)",
            "(premio|regalo|recompensa|recibir|oportunidad) <12>(encuesta|cuestionario)",
        ),
        "fr": (
            "(sondage|enquête|questionnaire) <12>(cadeau|récompense|prix|gagn|recev|offre|expérience|bon)",
            r"(cadeau|récompense|prix|gagn\S*|recevoir|coffret|bénéficier) <12>(sondage|enquête|questionnaire)",
        ),
        "de": (
            r"(umfrage|fragebogen|feedback) <12>(gewinn|gutschein|belohnung|geschenk|erhalten|prämie|set\W|sichern|preis)",
            r"(gewinn\S*|gutschein|belohnung|geschenk\S*|prämie|erheben|sichern) <12>(umfrage|fragebogen)",
        ),
        "pt": (
            "(pesquisa|questionário|enquete) <12>(prêmio|brinde|recompensa|ganh|receb|presente)",
            "(prêmio|brinde|recompensa|ganhe|receber) <12>(pesquisa|questionário|enquete)",
        ),
    },
    hits=lambda: [
        message(text="Answer a short survey and receive a free gift."),
        message(text="شارك في استبيان قصير واربح قسيمة شراء."),
        message(text="هديه لكل من يكمل استبيان المتجر"),
        message(text="در نظرسنجی شرکت کنید و جایزه بگیرید."),
        message(text="پاداش شرکت در نظرسنجي"),
        message(text="ענו על סקר קצר וקבלו מתנה."),
        message(text="Complete la encuesta y reciba un regalo."),
        message(text="Répondez au sondage et gagnez un coffret."),
        message(text="Nehmen Sie an der Umfrage teil und sichern Sie sich den Gutschein."),
        message(text="Responda à pesquisa e ganhe um brinde."),
    ],
    misses=lambda: [
        message(text="The survey shows that turnout will rise."),
        message(text="A gift arrived for the office."),
        message(text="Le sondage donne les deux candidats à égalité."),
    ],
)
def survey_reward(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A survey and a reward in one breath; a survey alone is ordinary."""
    yield from said(mail, hits)
