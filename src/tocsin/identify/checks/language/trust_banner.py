"""It vouches for itself: a line says that the sender is trusted or that the message was checked and is safe."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="trust-banner",
    weight=Weight.MEDIUM,
    attack=("T1656",),
    explain={
        "en": "It vouches for itself: a line says that the sender is trusted or that the message was checked and is safe.",
        "ar": "تزكّي الرسالة نفسها: سطر فيها يقول إن المُرسِل موثوق أو إن الرسالة فُحصت وهي آمنة.",
    },
    phrases={
        "en": (
            "(message|e-?mail|mail|sender) <3>(is|was|comes|are) <3>(from a )?(trusted|verified|safe|secure) (sender|source|server|contact|domain)",
            "(message|e-?mail|mail) <4>(trusted|secure|verified) server",
            "(scanned|checked|verified|protected) (by|with|for) <3>(virus|viruses|antivirus|norton|mcafee|microsoft|threats|malware|defender) <4>(no|clean|safe|found|and is)",
            "(sender|domain) <2>(has been )?verified by <3>(microsoft|google|proton|office|safe|security)",
        ),
        "ar": ("(الرسالة|البريد|المرسل) <4>(من مرسل موثوق|من مصدر موثوق|موثوق به|خالية من الفيروسات|آمنة وموثوقة)",),
        "fa": ("(پیام|ایمیل|فرستنده) <4>(مورد اعتماد|معتبر و امن|تایید شده و امن|بدون ویروس|امن است)",),
        "he": ("(ההודעה|המייל|השולח) <4>(משולח מהימן|ממקור מהימן|מאומת ובטוח|נסרקה ונקייה|נסרק ונמצא)",),
        "es": (
            "(mensaje|correo|remitente) <5>(remitente (de confianza|seguro|verificado)|fuente (de confianza|segura)|libre de virus)",
        ),
        "fr": (
            "(message|courriel|e-?mail|expéditeur) <5>(expéditeur (de confiance|fiable|vérifié|sûr)|source (fiable|sûre)|exempt de virus)",
        ),
        "de": (
            "(nachricht|e-?mail|absender) <6>(vertrauenswürdigen (absender|quelle)|verifizierten absender|sicheren absender|virenfrei)",
        ),
        "pt": (
            "(mensagem|e-?mail|remetente) <5>(remetente (confiável|seguro|verificado)|fonte (confiável|segura)|livre de vírus)",
        ),
    },
    hits=lambda: [
        message(text="This message was sent to you from a trusted server and is from a trusted sender."),
        message(text="هذه الرسالة واردة من مرسل موثوق."),
        message(text="الرساله خاليه من الفيروسات"),
        message(text="این پیام از فرستنده مورد اعتماد است؛ ایمیل مورد اعتماد"),
        message(text="فرستنده مورد اعتماد"),
        message(text="ההודעה הגיעה משולח מהימן."),
        message(text="Este mensaje procede de un remitente de confianza."),
        message(text="Ce message provient d'un expéditeur de confiance."),
        message(text="Diese Nachricht stammt von einem vertrauenswürdigen Absender."),
        message(text="Esta mensagem é de um remitente: remetente confiável."),
    ],
    misses=lambda: [
        message(text="The most trusted newspaper of the town reports on the count."),
        message(text="Observers verified the seals."),
        message(text="Das Vertrauen in die Wahl ist hoch."),
    ],
)
def trust_banner(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A banner of trust written into the body; real ones are added by the reader's own system."""
    yield from said(mail, hits)
