"""Phrases by which a sender says in the message which house they write for: a paper, a university, a conference.

Not "I work at": that is how a source begins. Freelancers and students, who have no house, say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tocsin.common.hosts import WEBMAIL
from tocsin.identify.check import Hit
from tocsin.identify.mail import Mail

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "role.en": (
        r"(i am|i'm|my name is|we are|as|this is|let me introduce) <5>(journalist|reporter|correspondent|producer|editor|columnist|researcher|professor|lecturer|fellow|analyst|coordinator|organi[sz]er|curator|moderator) <2>(at|for|with|of|from) (the )?\S",
        r"(i|we) (write|report|am writing|are writing|am reporting|are reporting|research|cover) (on|about) <6>for (the )?\S",
        r"(i|we) (cover|report on|follow) <5>for (the )?\S",
        r"(i|we) (write|report|edit|produce) for (the )?\S",
        r"(on behalf of|writing from|from the (office|desk|newsroom|editorial board|secretariat) of) (the )?\S",
        r"(our|the) (desk|newsroom|editorial (team|board)|faculty|institute|secretariat|programme committee) (at|looks|has|would|is|plans|invites)",
    ),
    "house.en": (
        r"(institute( for \w+)?|university|foundation|council|centre|center|college|academy|policy forum|forum|conference|summit|dialogue|festival|courier|herald|times|tribune|gazette|dispatch|chronicle|observer|monthly|weekly|review|public radio|radio|television|world service|broadcasting|news agency|embassy|ministry|commission|council|parliament|think tank)\W?",
    ),
    "role.ar": (
        r"(أنا|انا|معكم|اسمي|أعمل|اعمل|بصفتي) <4>(صحفي|صحفية|صحافي|صحافية|مراسل|مراسلة|محرر|محررة|معد|معدة|منتج|منتجة|باحث|باحثة|أستاذ|أستاذة|منسق|منسقة) <2>(في|لدى|من|برنامج|بجامعة|بمعهد) \S",
        r"(أكتب|اكتب|نكتب|أحضر|أحضّر|نحضر|أعد|نعد|أغطي) (لصالح|في|باسم) \S",
        r"(باسم|نيابة عن|من هيئة تحرير|من إدارة تحرير|من أمانة) \S",
    ),
    "house.ar": (
        r"(جامعة|معهد|مؤسسة|مركز|كلية|أكاديمية|منتدى|مؤتمر|قمة|صحيفة|جريدة|مجلة|إذاعة|قناة|تلفزيون|وكالة|سفارة|وزارة|مفوضية|مهرجان)",
    ),
    "role.fa": (
        r"(خبرنگار|روزنامه ?نگار|گزارشگر|سردبیر|تهیه ?کننده|پژوهشگر|استاد|هماهنگ ?کننده) <5>(هستم|هستیم|ام|می ?نویسم|تماس می ?گیرم)",
        r"برای \S+ <5>می ?نویسم",
        r"(به نمایندگی از|از سوی|از تحریریهٔ?|از دبیرخانهٔ?) \S",
    ),
    "house.fa": (
        r"(دانشگاه|مؤسسه|موسسه|پژوهشکده|پژوهشگاه|بنیاد|مرکز|همایش|نشریه|روزنامه|مجله|رادیو|تلویزیون|شبکه|خبرگزاری|سفارت|وزارت|کمیسیون|جشنواره)",
    ),
    "role.he": (
        r"(אני|אנחנו|שמי|אנו) <3>(עיתונאי|עיתונאית|כתב|כתבת|עורך|עורכת|מפיק|מפיקה|תחקירן|תחקירנית|חוקר|חוקרת|פרופסור|פרופ'|מרצה|עמית|עמיתה|רכז|רכזת) <1>(ב|מ|של|מטעם|ל)",
        r"(מטעם|מהמערכת של|ממערכת|מהמזכירות של) \S",
    ),
    "house.he": (
        r"(אוניברסיטת|אוניברסיטה|מכון|המכון|קרן|מרכז|מכללת|אקדמיה|פורום|כנס|ועידת|עיתון|מגזין|רדיו|טלוויזיה|ערוץ|שגרירות|משרד ה\w+|ועדת|פסטיבל)",
    ),
    "free.en": (r"(free.?lanc\w*|student|thesis|dissertation|no outlet|independent (journalist|reporter|researcher))",),
    "source.en": (
        r"(my (name|identity|boss|employer|superior)|anonym\w+|whistle.?blow\w*|lose my (job|post)|be fired|(i have|i've|i hold) <3>(documents?|papers|proof|files|copies|recordings?|scans|seen))\W",
    ),
    "free.ar": (r"(مستقل|مستقلة|طالب|طالبة|رسالة الماجستير|أطروحة|لحسابي)",),
    "source.ar": (r"(اسمي|هويتي|وظيفتي|مديري|مجهول\w*|سري|(لدي|عندي|بحوزتي) <2>(وثائق|مستندات|معلومات|أدلة|ملفات))",),
    "free.fa": (r"(آزاد می ?نویسم|فریلنس\w*|مستقل|دانشجو\w*|پایان ?نامه)",),
    "source.fa": (r"((نام|اسم|هویت) ?من|نامم|اسمم|ناشناس|اخراج|رئیسم|(مدارک|اسناد|مدارکی|اسنادی) <3>دارم)",),
    "free.he": (r"(פרילנס\w*|עצמאי\w*|סטודנט\w*|תזה|עבודת גמר)",),
    "source.he": (
        r"(השם שלי|שמי לא|אנונימי\w*|לפטר אותי|הבוס שלי|המנהל שלי|יש (לי|ברשותי) <2>(מסמכים|ראיות|צילומים|קבצים))",
    ),
}
"""`role`: which house somebody speaks for; `house`: what such houses are called; `free`: that there is none;
`source`: what people say who bring something and fear for themselves, and who are to be left in peace."""

_LONGEST_LINE: Final = 60


def without_house(mail: Mail, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield where a sender from a free mailbox says which house they speak for: in words, in the name, or signing."""
    found = list(hits)
    if mail.sender.domain not in WEBMAIL or any(hit.group.startswith(("free.", "source.")) for hit in found):
        return
    for hit in found:
        if hit.group.startswith("role.") or (hit.group.startswith("house.") and _is_signed(mail, hit)):
            yield hit


def _is_signed(mail: Mail, hit: Hit) -> bool:
    """Whether a house's name stands in the sender's name, or in a short line of its own without a verb's full stop."""
    if hit.span.layer == "header:from":
        return True
    content = next((t.content for t in mail.texts if t.part == hit.span.part and t.layer == hit.span.layer), "")
    if hit.span.layer == "header:subject" or len(content) - hit.span.start > 300:
        return False
    start = content.rfind("\n", 0, hit.span.start + 1) + 1
    end = content.find("\n", hit.span.start)
    line = content[start : end if end >= 0 else len(content)].strip()
    return len(line) <= _LONGEST_LINE and not line.endswith((".", "?", "!", "؟", ",", "،", ":"))
