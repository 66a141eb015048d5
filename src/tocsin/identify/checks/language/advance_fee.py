"""It offers a fortune: an inheritance, a donation, blocked funds or a secret business."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="advance-fee",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    attack=("T1657",),
    explain={
        "en": "It offers a fortune: an inheritance, a donation, blocked funds or a secret business.",
        "ar": "تعرض الرسالة ثروة: ميراثًا أو تبرعًا أو أموالًا مجمدة أو صفقة سرية.",
    },
    phrases={
        "en": (
            "(next of kin|the beneficiary|inheritance (fund|claim|money)|unclaimed (fund|asset|estate|inheritance)|late (client|husband|father|customer)|my late|deceased (client|customer|husband)|estate of|dormant account|abandoned (fund|claim|sum)|overdue (claim|fund|inheritance|contract))",
            r"(sum|amount|total|worth|funds?|donate|donation|transfer|claim|investment|fund) (of|the sum of|valued at|totaling|in the tune of|worth) <3>(us ?)?[$€£]? ?(\d[\d.,]*)? ?(million|billion|usd|us dollars|united states dollars|euros|pounds sterling)",
            r"(my name is|i am) (mr|mrs|miss|ms|barrister|dr|prince|princess|sgt|sergeant|general|engr|rev|sister|madam|captain|lawyer|attorney)\W",
            "(diagnosed with|suffering from|dying of|terminal|battling) <3>(cancer|illness|disease|tumou?r|covid)",
            "(foreign partner|business (proposal|proposition|venture|transaction|opportunity|relationship) <5>(you|benefit|mutual|million|confidential)|mutual benefit|mutually beneficial|god.fearing|god bless|charity (work|project|home|organi[sz]ation)s?|orphanage home)",
            "(donation|grant|fund) <8>(has been made|was made|is|been (approved|awarded|donated)) (for|to) you",
            "(compensation|contract|atm (visa )?card|consignment|diplomat|diplomatic agent|bank draft|cashier.?s? che(ck|que)) <4>(fund|payment|worth|deliver|delivery|box|agent|million)",
            "(kindly|please|urgently) (get back|reply|respond|revert)( back)?( to)? <5>(more (details|information)|further (details|information)|full name|private e-?mail|more info)",
            "(your|send|provide) (me |us )?<2>full names? <6>(address|phone|telephone|occupation|age|country)",
        ),
        "ar": (
            "(وريث|الورثة|ميراث|تركة|المرحوم زوجي|زوجي الراحل|أقرب الأقارب|المستفيد من الأموال)",
            "(مبلغ|مبلغا|قدره|بقيمة|ثروة) <3>(مليون|ملايين|مليار) <2>(دولار|يورو|ريال|درهم|جنيه)",
            "(صفقة|شراكة|عرض|مشروع) <2>(تجاري|تجارية|سرية|مربحة|استثمار)",
            "(مصاب|مصابة|أعاني|تشخيص) <3>(بالسرطان|سرطان|بمرض عضال|مرض عضال)",
        ),
        "fa": (
            "(وارث|ارث|میراث|مرحوم همسرم|ذینفع|بستگان نزدیک)",
            "(مبلغ|ثروت|سرمایه) <4>(میلیون|میلیارد) <1>(دلار|یورو|تومان)",
            "(مبتلا|بیماری|سرطان) <5>(اهدا|بخشش|خیریه|وصیت|ثروت)",
        ),
        "he": (
            "(ירושה|יורש|עיזבון|בעלי המנוח|קרוב משפחה)",
            "(סכום|סך) <3>(מיליון|מיליארד) <1>(דולר|אירו|ש.ח)",
        ),
        "es": (
            "(una herencia|su herencia|heredero|beneficiario de|difunto (esposo|cliente|marido)|fondos? (no )?reclamad|pariente más cercano|testamento)",
            "(suma|cantidad|donación|fondo|donar|importe) <5>(millones|millón) <1>de <1>(dólares|euros)",
            r"(diagnostic|padezco|sufro|enferm)\S* <4>(cáncer|terminal|tumor)",
        ),
        "fr": (
            "(un héritage de|l'héritage|héritier|défunt (mari|client|époux)|fonds non réclamés|plus proche parent|un legs|léguer)",
            "(somme|montant|don|fonds|donation) <6>(millions?|milliards?) <1>(d'|de )?(euros|dollars)",
            r"(atteinte?|souffr\S*|malade) <4>(cancer|maladie grave|phase terminale|tumeur)",
        ),
        "de": (
            "(erbschaft|ihr erbe|begünstigter? |verstorbene[nr]? (mann|kunde|ehemann)|nächste[rn]? angehörige|nachlass|hinterlassenschaft)",
            r"(summe|betrag|spende|spenden|fonds|höhe) <6>(millionen?|mio\.?) <1>(us-)?(euro|dollar|usd|eur)",
            r"(erhalten|erhältst|bekommen) <4>spende <6>(\$|€|euro|dollar|höhe)",
            "(krebs|schwer krank|unheilbar) <8>(spende|erbe|vermögen|wohltätig|hinterlass)",
        ),
        "pt": (
            r"(uma herança|sua herança|herdeiro|beneficiári\S d|falecido (marido|esposo|cliente)|fundos? não reclamad|parente mais próximo|testamento)",
            "(soma|quantia|doação|fundo|doar|valor|montante) <6>(milhões|milhão) <1>(de )?(dólares|euros|reais)",
            r"(diagnostic|sofr|doen|com|estou)\S* <4>(câncer|cancro|terminal|tumor)",
            "(doar|donativos?|doação) <6>(órfãos|viúvas|caridade|através de)",
        ),
    },
    hits=lambda: [
        message(text="I am Mrs. Nora, diagnosed with cancer, and want to donate the sum of $3.5 million dollars."),
        message(text="You are the next of kin of my late client."),
        message(text="أود تحويل مبلغ عشرة ملايين دولار بصفتك الوريث."),
        message(text="تركه زوجي الراحل"),
        message(text="مبلغ پنج میلیون دلار ارث برای شما مانده است."),
        message(text="بيماري من سرطان است و قصد وصیت دارم."),
        message(text="מדובר בירושה בסך חמישה מיליון דולר."),
        message(text="Usted es beneficiario de una suma de cinco millones de dólares."),
        message(text="Je souhaite léguer un héritage de deux millions d'euros."),
        message(text="Eine Erbschaft in Höhe von 5 Millionen Euro wartet."),
        message(text="Sou viúva, sofro de câncer e quero doar cinco milhões de dólares."),
    ],
    misses=lambda: [
        message(text="The city spent two million on the bridge."),
        message(text="My name is Ada and I work for the museum."),
        message(text="Die Stadt baut eine neue Schule."),
    ],
)
def advance_fee(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The tale of a fortune. Several turns of it are usual; one that is unmistakable is enough."""
    yield from said(mail, hits)
