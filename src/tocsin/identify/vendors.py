"""What is said to frighten somebody with an intrusion, honestly or not, and the finding that it was said."""

from __future__ import annotations

from typing import Final

TOLD: Final = "outsider-tells-of-attack"
"""The id of the check that notes such a claim, so that a demand in a later message is seen beside it."""

CLAIMS: Final[dict[str, tuple[str, ...]]] = {
    "claim.en": (
        r"(breach(es|ed)?|leak(s|ed|age)?|dark ?web|compromis\w+|intrusions?|spyware|infostealer|infected|stolen credentials|hacked|backdoors?|zero.day)\W",
        r"(detected|noticed|found|observed|saw|identified|discovered|seen|traced|spotted|picked up|tracking) <8>(attack(s|ers?)?|suspicious|malicious|malware|unauthori[sz]ed|credentials|passwords?|vulnerabilit\w+|security hole|hackers?|phishing|exfiltrat\w+|implants?)\W",
        r"(turned up|turns up|appear(s|ed)?|surfaced|showed up|offered|being sold|circulating) <5>(for sale|dump|forum|list|collection|market)",
        r"(incident respon\w+|threat (intelligence|intel|research)|security (researchers?|company|firm|vendor|lab)|digital (security|forensics)|forensics? (team|lab|analysts?)|cyber ?(security|defen[cs]e) (team|company|firm|lab|unit|help ?line))",
        r"(protect|look after|defend|secure|care for) <5>(groups|organi[sz]ations|journalists|campaigns|activists|ngos?|newsrooms|parties)",
        r"(security|safety) of <4>(groups|organi[sz]ations|journalists|campaigns|activists|devices|computers|phones)",
        r"(stolen|leaked|hijacked|hacked|traded) <2>(mailbox(es)?|logins?|accounts?|passwords?|credentials)\W",
        r"(logins?|passwords?|accounts?|mailbox(es)?|colleagues|addresses) <8>(for sale|dump|traded|on the market|in a leak)\W",
        r"state.(backed|sponsored)|state backing|(hunts?|chase|track) <2>(intruders|hackers|attackers)|(under|you were|were|was|being|is|are) <1>(attack(ed)?|targeted)\W|(server|address) <3>(thieves|hackers|attackers|intruders)",
    ),
    "claim.ar": (
        r"(اختراق|اخترق\w*|مخترق\w*|تسريب|تسرب\w*|مسرب\w*|برامج التجسس|برنامج تجسس|برمجيات (خبيثة|تجسس)|التجسس|الويب المظلم|الإنترنت المظلم|هجوم إلكتروني|هجمات إلكترونية|تسلل|نشاط مشبوه|نشاطًا مشبوهًا|ثغرة)",
        r"(الاستجابة للحوادث|استخبارات التهديدات|الأمن (الرقمي|السيبراني)|أمن (الأجهزة|المعلومات)|السلامة الرقمية|الطب الشرعي الرقمي|تدقيق أمني|فحص أمني)",
        r"(نحمي|تحمي|حماية) <3>(الناشطين|الصحفيين|المنظمات|الجمعيات|المؤسسات|الحملات|الأجهزة|الهواتف)",
        r"(حسابات|كلمات مرور|صناديق بريد) <2>(مسروقة|المسروقة|معروضة)|المخترقين|المهاجمين|تعرض\w* <3>(لهجوم|للهجوم|لاختراق)|مدعومة من دولة|تستهدف|فقدوا بريدهم",
    ),
    "claim.fa": (
        r"(نفوذ|هک شد\w*|هک|نشت|لو رفته|درز|جاسوس ?افزار|بدافزار|حمل[هۀ]ٔ? سایبری|وب تاریک|دارک ?وب|فعالیت مشکوک|آسیب ?پذیری|رخنه)",
        r"(امنیت (دیجیتال|سایبری|اطلاعات)|پاسخ به (رخداد|حادثه)|پاسخگویی به حادثه|تحلیل تهدید|ایمنی (گوشی|دستگاه|رایانه))",
        r"(حساب\S*|گذرواژه\S*) <2>(دزدیده|سرقت)|نفوذگر\S*|مهاجم\S*|حمله شد|پشتیبانی دولتی|هدف قرار|جاسوسی",
    ),
    "claim.he": (
        r"(פריצה|פרצה|נפרצ\w*|פרצו|דליפה|דלף|דלפו|דליפת|רוגלה|רוגלות|נוזקה|תוכנת ריגול|הרשת האפלה|דארקנט|מתקפת סייבר|פעילות חשודה|חדירה)",
        r"(תגובה לאירועי|מודיעין איומים|אבטחת (מידע|סייבר)|אבטחה דיגיטלית|חברת סייבר|חוקר\w* (אבטחה|סייבר))",
        r"(חשבונות|סיסמאות|תיבות) <2>(גנובים|גנובות|הגנובים|למכירה)|פורצים|תוקפים|הותקף|הותקפו|בגיבוי מדינה|איבדו את המייל",
    ),
}
