"""A stranger who may be a source."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import WEBMAIL
from tocsin.identify.check import Hits, check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="could-be-source",
    weight=Weight.NONE,
    explain={
        "en": (
            "This may be a source who offers information and fears to be seen. Please handle it with discretion; it "
            "is no sign of attack."
        ),
        "ar": (
            "قد تكون هذه رسالة من مصدر يعرض معلومات ويخشى انكشاف أمره. يُرجى التعامل معها بسرية، فليس في ذلك ما يدل "
            "على هجوم."
        ),
    },
    phrases={
        "en": (
            r"(i have|i can (share|send|give)|i am in possession of|i would like to (share|pass on|report)) .{0,60}(documents?|evidence|files|information|proof|recordings?|photos?)",
            r"(whistle-?blow(er|ing)|anonymous tip|leak(ed)? (to you|documents?))",
            r"(remain|stay|keep me|keep my name|be) (strictly )?(anonymous|confidential|out of it|secret)",
            r"(my name|my identity) (must|should|may|can) not (be|come|appear)",
            r"(contact|reach|write to|talk to|speak to) (me|you) .{0,30}(on|over|via|through) (signal|securedrop|threema|wire|session|protonmail)",
            r"(i could|i would|i might) (lose my job|be fired|be arrested|get into trouble)",
        ),
        "ar": (
            r"(لدي|عندي|بحوزتي|املك) .{0,40}(وثائق|مستندات|ادله|معلومات|ملفات|تسجيلات)",
            r"(عدم ذكر|لا تذكر(وا)?|اخفاء|حمايه) .{0,15}(اسمي|هويتي)",
            r"(تواصل|التواصل|تحدث|نتحدث|الحديث) .{0,25}(سيغنال|سيجنال|signal|تطبيق امن)",
            r"(اخشى|اخاف) .{0,30}(علي|من ان|وظيفتي|اعتقالي|سلامتي)",
        ),
        "fa": (
            r"(مدارک|اسناد|اطلاعات|فایل|شواهد)( ?(ها|های|هایی|ی))? .{0,40}(دارم|در اختیار|بفرستم|ارسال کنم)",
            r"(نام|اسم|هویت)( ?من|م)? .{0,20}(فاش|منتشر|محفوظ|مخفی|محرمانه)",
            r"(در|از طریق) (سیگنال|signal) .{0,25}(صحبت|تماس|حرف|پیام)",
            r"(می ?ترسم|نگرانم) .{0,30}(شناسایی|بازداشت|کارم|جانم|دستگیر)",
        ),
        "de": (
            r"(ich habe|mir liegen) .{0,40}(dokumente|unterlagen|beweise|informationen)",
            r"(anonym|vertraulich) bleiben",
        ),
        "fr": (
            r"(j'ai|je possede|je dispose de) .{0,40}(documents|preuves|informations)",
            r"(rester|garder l') ?anonym",
        ),
        "es": (r"tengo .{0,40}(documentos|pruebas|informacion)", r"(permanecer|seguir en el|quiero el) anonim"),
        "pt": (r"(tenho|possuo) .{0,40}(documentos|provas|informacoes)", r"(permanecer|ficar) anonim"),
        "he": (r"(יש לי|ברשותי) .{0,40}(מסמכים|ראיות|מידע)", r"(להישאר|להשאר) אנונימי"),
    },
    hits=lambda: [
        message(
            sender="A friend <a.friend77@proton.me>",
            text="I work at the ministry. I have documents that show it. Please keep my name out of it and contact me on Signal.",
        ),
        message(sender="<someone@gmail.com>", text="لدي وثائق تثبت ما جرى، وأرجو عدم ذكر اسمي. أخشى على وظيفتي."),
        message(
            sender="<someone@gmail.com>",
            text="مدارکی دارم که می‌خواهم بفرستم. لطفاً نام من فاش نشود. می‌ترسم شناسایی شوم.",
        ),
        message(sender="<jemand@gmx.de>", text="Mir liegen Unterlagen aus dem Amt vor. Ich möchte anonym bleiben."),
        message(sender="<quelquun@orange.fr>", text="J'ai des documents internes. Je veux rester anonyme."),
        message(sender="<alguien@hotmail.com>", text="Tengo documentos internos. Quiero permanecer anónimo."),
        message(sender="<alguem@uol.com.br>", text="Tenho documentos internos. Quero permanecer anônimo."),
        message(sender="<mishehu@walla.co.il>", text="יש לי מסמכים פנימיים. אני רוצה להישאר אנונימי."),
    ],
    misses=lambda: [
        message(sender="Ada <ada@sender.example>", text="I have documents for the meeting. Shall I send them?"),
        message(sender="<someone@gmail.com>", text="Could you send me your press pack?"),
        message(
            sender="<someone@gmail.com>",
            text="I have documents that you ordered.",
            links=[("Open", "https://other.test/")],
        ),
    ],
)
def could_be_source(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Two different phrases from a free mailbox, with nothing to click on or open: a reminder, never an accusation."""
    if mail.sender.domain not in WEBMAIL or mail.web_links or mail.pages:
        return
    if len({hit.text.lower() for hit in hits}) >= 2:
        for hit in hits[:4]:
            yield evidence(hit.span, phrase=hit.text)
