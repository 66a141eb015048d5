"""It threatens with a court, a summons, the police or a fine."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="legal-threat",
    weight=Weight.MEDIUM,
    danger=Danger.FILE,
    attack=("T1566.002",),
    explain={
        "en": "It threatens with a court, a summons, the police or a fine.",
        "ar": "تهدد الرسالة بمحكمة أو استدعاء أو شرطة أو غرامة.",
    },
    phrases={
        "en": (
            "(you|your) <5>(subpoena|summons|summoned|court (notice|order|appearance|hearing|case)|arrest warrant|lawsuit|legal (action|proceedings|notice)|criminal (charges|complaint)|sued)",
            "(notice|notification) (to appear|of (legal|court|lawsuit|prosecution|intent to sue|debt|judgment))",
            "(legal|law enforcement|court|prosecution|debt collection) (action|proceedings|steps|measures) <3>(against you|will be|be taken|initiated)",
        ),
        "ar": (
            "(استدعاء|تبليغ|مذكرة|إخطار|دعوى|أمر) <2>(قضائي|قضائية|محكمة|المحكمة|للمثول|حضور|ضدك|ضدكم|توقيف|قانوني)",
            "(إجراءات|ملاحقة) (قانونية|قضائية) <1>(ضدك|ضدكم|بحقك|بحقكم)",
        ),
        "fa": ("(احضاریه|ابلاغیه|ابلاغ|شکایت|دادخواست|حکم) <3>(قضایی|دادگاه|الکترونیک|علیه شما|ثنا|جلب|دادسرا)",),
        "he": (
            "(זימון|הזמנה|תביעה|צו|כתב) <2>(לדין|לבית המשפט|נגדך|נגדכם|מעצר|לחקירה|תביעה)",
            "(הליכים|צעדים) (משפטיים) <1>(נגדך|נגדכם)",
        ),
        "es": (
            "(citación|citatorio|demanda|notificación|orden|embargo) <3>(judicial|del juzgado|en su contra|contra usted|penal|electrónica)",
            "acciones (legales|judiciales) <2>(en su contra|contra usted)",
        ),
        "fr": (
            "(convocation|citation|assignation|plainte|mandat|poursuites?) <4>(judiciaire|tribunal|à votre encontre|contre vous|gendarmerie|police|huissier|pénale)",
        ),
        "de": (
            r"(vorladung|klage|mahnbescheid|haftbefehl|gerichtsverfahren|strafverfahren|ermittlungsverfahren|strafanzeige|pfändung|inkasso\S*)",
        ),
        "pt": (
            "(intimação|citação|processo|mandado|ação|audiência|notificação) <3>(judicial|trabalhista|do tribunal|contra você|em seu nome|eletrônic|tributári|extrajudicial|da justiça)",
            "(protesto|negativação|dívida ativa|cartório) <6>(nome|cpf|cnpj|título|intimação|em seu)",
        ),
    },
    hits=lambda: [
        message(text="Your court notice is attached; legal action against you will be taken."),
        message(text="مذكرة استدعاء قضائية بحقكم."),
        message(text="اجراءات قانونيه ضدكم"),
        message(text="احضاریه قضایی برای شما صادر شد."),
        message(text="ابلاغيه الكترونيك"),
        message(text="זימון לבית המשפט בעניינך."),
        message(text="Citación judicial en su contra."),
        message(text="Convocation au tribunal: poursuites à votre encontre."),
        message(text="Vorladung: gegen Sie läuft ein Verfahren."),
        message(text="Intimação judicial em seu nome."),
    ],
    misses=lambda: [
        message(text="The supreme court heard the case of the two parties."),
        message(text="A hearing on schools takes place on Monday."),
        message(text="Le tribunal a annulé le scrutin."),
    ],
)
def legal_threat(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Summons and court baits addressed to the reader."""
    yield from said(mail, hits)
