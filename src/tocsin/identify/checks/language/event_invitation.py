"""It invites to a conference, a panel or a round table."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="event-invitation",
    weight=Weight.NONE,
    danger=Danger.CONVERSATION,
    attack=(
        "T1598.001",
        "T1656",
    ),
    explain={
        "en": "It invites to a conference, a panel or a round table. That is everyday work; it matters if the sender is not who they say.",
        "ar": "دعوة إلى مؤتمر أو جلسة نقاش أو مائدة مستديرة، وهذا عمل يومي، ولا يهم إلا إذا كان المُرسِل غير من يدّعي أن يكون.",
    },
    phrases={
        "en": (
            "(invite|invited|inviting|invitation|honou?red|pleasure|delighted) <10>(conference|panel|summit|forum|round.?table|symposium|seminar|workshop|webinar|keynote|speaker|think.?tank|policy dialogue|closed.door)",
            "(speak|speaker|panelist|panellist|keynote|participate|join us) <6>(conference|panel|summit|forum|round.?table|symposium|seminar|webinar)",
        ),
        "ar": (
            "(دعوة|دعوتك|دعوتكم|ندعوكم|ندعوك|يسرنا|يشرفنا|نتشرف) <7>(مؤتمر|المؤتمر|ندوة|الندوة|منتدى|المنتدى|ملتقى|ورشة|قمة|مائدة مستديرة|جلسة|حلقة نقاش|محاضرة)",
        ),
        "fa": (
            "(دعوت|دعوتنامه) <8>(کنفرانس|همایش|نشست|سمینار|میزگرد|وبینار|پنل|اجلاس|کارگاه|سخنرانی)",
            "(کنفرانس|همایش|نشست|سمینار|میزگرد|وبینار|اجلاس) <8>(دعوت|سخنران|شرکت کنید|حضور)",
        ),
        "he": (
            "(הזמנה|מזמינים|להזמין|להזמינך|שמחים|נשמח|מוזמן|מוזמנת) <7>(כנס|לכנס|פאנל|בפאנל|סמינר|לסמינר|שולחן עגול|וובינר|יום עיון|ועידה|ועידת|הרצאה)",
        ),
        "es": (
            r"(invit)\S* <8>(conferencia|panel|foro|cumbre|mesa redonda|simposio|seminario|congreso|jornada|coloquio)",
        ),
        "fr": (r"(invit)\S* <8>(conférence|panel|forum|sommet|table ronde|colloque|séminaire|symposium|débat)",),
        "de": (
            r"(einlad|einladen|einladung|laden)\S* <8>(konferenz|panel|podium\S*|forum|gipfel|runder tisch|runden tisch|symposium|seminar|tagung|workshop|webinar|fachgespräch)",
        ),
        "pt": (
            r"(convid|convite)\S* <8>(conferência|painel|fórum|cúpula|mesa.?redonda|simpósio|seminário|congresso|colóquio)",
        ),
    },
    hits=lambda: [
        message(text="We are honoured to invite you to a closed-door panel on elections."),
        message(text="يسرنا دعوتكم إلى المشاركة في ندوة."),
        message(text="ندعوكم الى مؤتمر العمليه الانتخابيه"),
        message(text="از شما برای شرکت در کنفرانس دعوت می\u200cشود؛ دعوت به همایش"),
        message(text="در نشست آينده حضور يابيد"),
        message(text="נשמח להזמין אותך לכנס בנושא."),
        message(text="Le invitamos a participar en una mesa redonda."),
        message(text="Nous vous invitons à une table ronde."),
        message(text="Wir laden Sie zu einer Konferenz ein."),
        message(text="Gostaríamos de convidá-lo; convite para o painel."),
    ],
    misses=lambda: [
        message(text="The panel of judges has decided."),
        message(text="Thank you for the flowers."),
        message(text="Die Tagung fiel aus."),
    ],
)
def event_invitation(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Invitations to speak or take part."""
    yield from said(mail, hits)
