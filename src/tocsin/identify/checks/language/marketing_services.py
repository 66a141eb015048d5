"""It offers search ranking, web design, address lists, guest posts or mass mailing."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="marketing-services",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    explain={
        "en": "It offers search ranking, web design, address lists, guest posts or mass mailing.",
        "ar": "تعرض الرسالة تحسين الظهور في البحث أو تصميم مواقع أو قوائم عناوين أو مقالات مدفوعة أو إرسالًا جماعيًّا.",
    },
    phrases={
        "en": (
            r"\d[\d,.]* <2>(business|company|verified|b2b|consumer) (contacts|e-?mails|leads|records)",
            r"(seo (services?|expert|package|company|agency|audit|ranking)|search engine (optimi[sz]ation|ranking|placement|submission)|link building|backlinks?|back links|domain authority|google (ranking|first page|page one)|first page of google|guest post\w*|sponsored (post|article|content)|web (design|development) (services?|company|agency)|website (re-?design|traffic|development))",
            "(redesign|rank|traffic|visitors|improve|errors on|issues on|visibility of|owner of) <4>(your )?(web ?site|web page)",
            r"(e-?mail|contact|leads?|attendees?|decision makers?|business|opt-?in|customer|users) (lists?|databases?|addresses) <6>(sale|purchase|acquir|million|target|available|counts|cost|on cd|for only|\$)",
            "(bulk|mass) (e-?mail|mail|mailing|mailer|e-?mailing)|(million|millions of|targeted|fresh) <2>(e-?mail addresses|leads|e-?mails|opt-?in|prospects)",
            "(can i|may i|shall i|could i) (send|share|e-?mail) (you )?<4>(quote|proposal|price list|packages?|portfolio|pricing|cost|audit report|samples?)",
            "(app|software|mobile app|website|digital marketing|lead generation|logo) (development|designing|services|company|agency|package|experts?) <6>(offer|affordable|price|india|cost|best|hire|your)",
        ),
        "ar": (
            r"(قاعدة|قواعد|قوائم) <2>(بريد|إيميلات|عملاء|بيانات) <3>(للبيع|جاهزة)",
            "(تحسين محركات البحث|سيو|الصفحة الأولى في جوجل|تصميم (مواقع|المواقع)|تسويق (إلكتروني|رقمي)|قوائم (بريدية|عملاء)|زيادة (المتابعين|الزيارات)|باك ?لينك|مقال مدفوع)",
        ),
        "fa": (
            "(سئو|بهینه ?سازی سایت|صفحه اول گوگل|طراحی (سایت|وب ?سایت)|بک ?لینک|بازاریابی دیجیتال|بانک (ایمیل|شماره|اطلاعات)|رپورتاژ|افزایش فالوور|ارسال انبوه)",
        ),
        "he": (
            "(קידום אתרים|קידום אורגני|עמוד ראשון בגוגל|בניית אתרים|עיצוב אתרים|שיווק דיגיטלי|רשימות תפוצה|קישורים נכנסים|רכישת לידים|לידים)",
        ),
        "es": (
            r"(posicionamiento (seo|web|en google)|primera página de google|diseño (web|de páginas)|marketing digital|bases? de datos de (correos|clientes|empresas)|backlinks|artículo patrocinado|enlaces? patrocinad\S+)",
        ),
        "fr": (
            "(référencement (naturel|web|google|de votre)|première page de google|création de site|refonte de votre site|marketing digital|base de données (d'e-?mails|clients)|backlinks?|article sponsorisé|fichiers? (d'e-?mails|clients))",
        ),
        "de": (
            "(suchmaschinenoptimierung|erste seite bei google|google-?ranking|webdesign|backlinks?|gastbeitrag|gastartikel|adresslisten?|leadgenerierung|onlinemarketing|linkaufbau|website-?(erstellung|optimierung))",
        ),
        "pt": (
            r"(seu|do seu) site\W{1,3}<3>(primeira página|google|visibilidade|topo)",
            "(otimização de sites|primeira página do google|criação de sites?|desenvolvimento de sites?|serviços? de seo|marketing digital|lista de (e-?mails|contatos)|backlinks?|guest post|tráfego pago|base de (e-?mails|contatos))",
        ),
    },
    hits=lambda: [
        message(text="4,000 business contacts for sale"),
        message(text="قاعدة بريد للبيع"),
        message(text="Seu site: primeira página"),
        message(text="We can put your website on the first page of Google with our SEO package."),
        message(text="خدمات تحسين محركات البحث وتصميم مواقع."),
        message(text="زياده المتابعين والتسويق، تسويق رقمي"),
        message(text="طراحی سایت و سئو حرفه\u200cای"),
        message(text="بهينه سازي سایت شما"),
        message(text="קידום אתרים ובניית אתרים במחיר נמוך."),
        message(text="Posicionamiento SEO para su empresa."),
        message(text="Nous proposons la refonte de votre site et le référencement naturel."),
        message(text="Wir bieten Suchmaschinenoptimierung und Backlinks."),
        message(text="Criação de sites e marketing digital."),
    ],
    misses=lambda: [
        message(text="Our website is down until noon."),
        message(text="Here is the list of speakers for the panel."),
        message(text="La création de l'association date de mai."),
    ],
)
def marketing_services(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Unasked services for a web site or a sales desk."""
    yield from said(mail, hits)
