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
        r"(journalist|reporter|correspondent|producer|editor|columnist|researcher|professor|lecturer|fellow|analyst|coordinator|organi[sz]er|director|programme (manager|officer)|program (manager|officer)|adviser|advisor|attache|secretary|spokes\w+|curator|moderator) <2>(at|for|with|of) (the )?\S",
        r"(i|we|she|he) (write|writes|report|reports|cover|covers|edit|produce|am writing|are writing|am reporting|host|run) <6>(for|on behalf of) (the )?\S",
        r"(on behalf of|in the name of|writing from|from the (office|desk|newsroom|editorial board|secretariat) of) (the )?\S",
        r"(our|the) (desk|newsroom|editorial (team|board)|faculty|institute|department|secretariat|programme committee) (at|of|in|looks|has|would|is|plans|invites)",
    ),
    "house.en": (
        r"(institute( for \w+)?|university|foundation|council|centre|center|college|academy|policy forum|forum|conference|summit|dialogue|festival|courier|herald|times|tribune|gazette|dispatch|chronicle|observer|monthly|weekly|review|public radio|radio|television|world service|broadcasting|news agency|embassy|ministry|commission|council|parliament|think tank)\W?",
    ),
    "role.ar": (
        r"(صحفي|صحفية|صحافي|صحافية|مراسل|مراسلة|محرر|محررة|معد|معدة|منتج|منتجة|باحث|باحثة|أستاذ|أستاذة|منسق|منسقة|مدير|مديرة) <2>(في|لدى|من|برنامج|بجامعة|بمعهد) \S",
        r"(أكتب|اكتب|نكتب|أحضر|أحضّر|نحضر|أعد|نعد|أغطي) <2>(لصالح|في|عن|باسم|من) \S",
        r"(باسم|نيابة عن|ممثلا عن|من طرف|من هيئة تحرير|من إدارة تحرير) \S",
    ),
    "house.ar": (
        r"(جامعة|معهد|مؤسسة|مركز|كلية|أكاديمية|منتدى|مؤتمر|قمة|صحيفة|جريدة|مجلة|إذاعة|قناة|تلفزيون|وكالة|سفارة|وزارة|مفوضية|مهرجان)",
    ),
    "role.fa": (
        r"(خبرنگار|روزنامه ?نگار|گزارشگر|سردبیر|تهیه ?کننده|پژوهشگر|استاد|هماهنگ ?کننده|مدیر|دبیر) <2>(در|از|روزنامه|شبکه|خبرگزاری|مجله|دانشگاه|موسسه|مؤسسه|پژوهشکده|همایش|برنامه)",
        r"(برای|از طرف|به نمایندگی از|از سوی|از تحریریهٔ?|از دبیرخانهٔ?) \S+ <4>(می ?نویس\w*|تماس|دعوت|گزارش|مزاحم|پژوهش)",
        r"(از طرف|به نمایندگی از|از سوی|از تحریریهٔ?|از دبیرخانهٔ?) \S",
    ),
    "house.fa": (
        r"(دانشگاه|مؤسسه|موسسه|پژوهشکده|پژوهشگاه|بنیاد|مرکز|همایش|نشریه|روزنامه|مجله|رادیو|تلویزیون|شبکه|خبرگزاری|سفارت|وزارت|کمیسیون|جشنواره)",
    ),
    "role.he": (
        r"(עיתונאי|עיתונאית|כתב|כתבת|עורך|עורכת|מפיק|מפיקה|תחקירן|תחקירנית|חוקר|חוקרת|פרופסור|פרופ'|מרצה|עמית|עמיתה|רכז|רכזת|מנהל|מנהלת) <2>(ב|מ|של|מטעם|במכון|באוניברסיטת|בעיתון|בתוכנית)",
        r"(מטעם|בשם|מהמערכת של|ממערכת|מהמכון|מהאוניברסיטה) \S",
    ),
    "house.he": (
        r"(אוניברסיטת|אוניברסיטה|מכון|המכון|קרן|מרכז|מכללת|אקדמיה|פורום|כנס|ועידת|עיתון|מגזין|רדיו|טלוויזיה|ערוץ|שגרירות|משרד ה\w+|ועדת|פסטיבל)",
    ),
    "free.en": (r"(free.?lanc\w*|student|thesis|dissertation|no outlet|independent (journalist|reporter|researcher))",),
    "free.ar": (r"(مستقل|مستقلة|طالب|طالبة|رسالة الماجستير|أطروحة|لحسابي)",),
    "free.fa": (r"(آزاد می ?نویسم|فریلنس\w*|مستقل|دانشجو\w*|پایان ?نامه)",),
    "free.he": (r"(פרילנס\w*|עצמאי\w*|סטודנט\w*|תזה|עבודת גמר)",),
}
"""`role`: which house somebody speaks for; `house`: what such houses are called; `free`: that there is none."""

_LONGEST_LINE: Final = 70


def without_house(mail: Mail, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield where a sender from a free mailbox says which house they speak for: in words, in the name, or signing."""
    found = list(hits)
    if mail.sender.domain not in WEBMAIL or any(hit.group.startswith("free.") for hit in found):
        return
    for hit in found:
        if hit.group.startswith("role.") or (hit.group.startswith("house.") and _is_signed(mail, hit)):
            yield hit


def _is_signed(mail: Mail, hit: Hit) -> bool:
    """Whether a house's name stands in the sender's name, or in a short line of its own without a verb's full stop."""
    if hit.span.layer == "header:from":
        return True
    content = next((t.content for t in mail.texts if t.part == hit.span.part and t.layer == hit.span.layer), "")
    if hit.span.layer == "header:subject" or len(content) - hit.span.start > 400:
        return False
    start = content.rfind("\n", 0, hit.span.start + 1) + 1
    end = content.find("\n", hit.span.start)
    line = content[start : end if end >= 0 else len(content)].strip()
    return len(line) <= _LONGEST_LINE and not line.endswith((".", "?", "!", "؟", ",", "،", ":"))
