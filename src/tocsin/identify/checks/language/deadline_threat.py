"""It sets a short deadline and threatens with a loss after it."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="deadline-threat",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002",),
    explain={
        "en": "It sets a short deadline and threatens with a loss after it.",
        "ar": "تحدد الرسالة مهلة قصيرة وتهدد بخسارة شيء بعدها.",
    },
    phrases={
        "en": (
            "(within|in|in the next|next|less than|only|have) (the next )?(12|24|36|48|72|twelve|twenty.?four|forty.?eight|seventy.?two) ?(hours|hrs|hour|hr)",
            "(failure|failing|fail|refusal|inability|unable) to (do so|comply|verify|update|confirm|respond|act|pay|complete|validate|renew|review|take) <6>(will|may|would|could|shall|can) (result|lead|cause|be|lose|mean|permanently)",
            r"(if|unless) (you |this |we |the |no )<6>(not|n't|verif\S+|confirm\S*|respond\S*|act|receive|resolved|taken|complet\S+|updat\S+) <9>(will|may|would|could|shall) (be|result|lead|lose|have to|permanently|automatically|no longer|suspend|close|delete|block)",
            "(will|would) (be )?<1>(permanently|automatically|definitively) <1>(deleted|closed|suspended|disabled|locked|lost|terminated|removed|blocked|expire|deactivated)",
        ),
        "ar": (
            "(خلال|في غضون|ضمن|أمامك|لديك|أمامكم|لديكم) <1>(12|24|36|48|72|أربع وعشرين|ثمان وأربعين) ?(ساعة|ساعات)",
            "(في حال|إذا|ما) (عدم|لم) <6>(سيتم|سوف|سنضطر|يؤدي|ستفقد|ستخسر|سيؤدي|يغلق|يحذف)",
            "(وإلا|والا) (فسيتم|سيتم|فسوف|سوف|ستفقد|فستفقد|سنضطر)",
        ),
        "fa": (
            "(ظرف|تا|طی|در مدت) <1>(12|24|36|48|72) ?ساعت",
            "(در صورت عدم|اگر|چنانچه) <7>(مسدود|حذف|قطع|غیر ?فعال|از دست|تعلیق|بسته)",
            "در غیر این ?صورت <7>(مسدود|حذف|قطع|غیر ?فعال|از دست|بسته)",
        ),
        "he": (
            "(תוך|בתוך|ב) ?(12|24|36|48|72) (ה)?שעות",
            "(אם לא|אי) <6>(ייחסם|תיחסם|יימחק|תימחק|יושעה|ייסגר|תאבד|תאבדו|יגרום|תגרום|תושבת)",
            "(אחרת|שאם לא כן|ולא) <4>(ייחסם|תיחסם|יימחק|יושעה|ייסגר|תאבד)",
        ),
        "es": (
            "(en|dentro de|en las próximas|antes de|menos de|tiene) (las )?(próximas )?(12|24|36|48|72) horas",
            "(si no|de no|en caso de no|de lo contrario) <9>(será|se procederá|perderá|se bloqueará|quedará|cancelará|suspenderá|suspendid|bloquead|eliminad|se eliminar)",
        ),
        "fr": (
            r"(sous|dans les|dans un délai de|d'ici|avant|en moins de) (les )?(12|24|36|48|72) ?(h\W|heures)",
            "(à défaut|faute de|sans|si vous ne|sinon|dans le cas contraire|passé ce délai) <9>(sera|seront|serons|perdrez|suspendu|supprimé|bloqué|clôturé|désactivé|fermé)",
        ),
        "de": (
            "(innerhalb|binnen|in den nächsten|in|nur noch|haben) (von |der nächsten )?(12|24|36|48|72) ?stunden",
            "(andernfalls|sollten sie|wenn sie|falls sie|ansonsten|sonst|erfolgt keine) <12>(gesperrt|gelöscht|verloren|deaktiviert|gekündigt|eingeschränkt|geschlossen|kostenpflichtig|blockiert|zurückgesendet)",
        ),
        "pt": (
            r"(em|dentro de|no prazo de|nas próximas|em até|até|tem) (as )?(próximas )?(12|24|36|48|72) ?(horas|hs|h\W)",
            "(caso não|se não|caso contrário|sob pena|o não|a não) <10>(será|serão|bloquead|cancelad|suspens|perd|excluíd|encerrad|multa|implicar|result|bloqueio|acarretar)",
        ),
    },
    hits=lambda: [
        message(text="If you do not confirm within 24 hours your files will be lost."),
        message(text="Failure to comply will result in closure."),
        message(text="يجب الرد خلال 24 ساعة."),
        message(text="وإلا فسيتم اغلاق الصندوق."),
        message(text="ظرف ۲۴ ساعت اقدام کنید."),
        message(text="در غير اين\u200cصورت دسترسی شما قطع خواهد شد."),
        message(text="יש להגיב תוך 48 שעות."),
        message(text="De lo contrario, el servicio será suspendido."),
        message(text="À défaut, votre dossier sera clôturé."),
        message(text="Andernfalls wird der Zugang gesperrt."),
        message(text="Caso não responda, o serviço será cancelado."),
    ],
    misses=lambda: [
        message(text="The museum is open 24 hours on that night."),
        message(text="If you cannot come, the group will be led by Sam."),
        message(text="Wenn Sie möchten, kommen Sie am Montag vorbei."),
    ],
)
def deadline_threat(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A short time and what will be lost after it."""
    yield from said(mail, hits)
