"""Somebody from outside tells of an intrusion or a leak and asks to install, to log in or to hand over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.lookalike import protected_domains
from tocsin.identify.mail import Mail
from tocsin.identify.wording import together
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_NEAR: Final = 400
"""Characters within which claim and demand stand together: a paragraph or two."""


@check(
    id="security-vendor-approach",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566", "T1656", "T1204"),
    explain={
        "en": (
            "Somebody outside the organisation tells of a leak, an intrusion or spyware, and asks to install something, "
            "to enter a password, to hand over records or to let them in. Real helpers can be rung back first."
        ),
        "ar": (
            "جهة من خارج المؤسسة تتحدث عن تسريب أو اختراق أو برنامج تجسس، وتطلب تثبيت شيء أو إدخال كلمة مرور أو تسليم "
            "سجلات أو منح وصول. المساعدة الحقيقية يمكن التحقق منها باتصال هاتفي أولًا."
        ),
    },
    phrases={
        "claim.en": (
            r"(breach(es|ed)?|leak(s|ed|age)?|dark ?web|compromis\w+|intrusions?|spyware|infostealer|infected|stolen credentials|hacked|backdoors?|zero.day)\W",
            r"(detected|noticed|found|observed|saw|identified|discovered|seen|traced|spotted|picked up|tracking) <8>(attack(s|ers?)?|suspicious|malicious|malware|unauthori[sz]ed|credentials|passwords?|vulnerabilit\w+|security hole|hackers?|phishing|exfiltrat\w+|implants?)\W",
            r"(turned up|turns up|appear(s|ed)?|surfaced|showed up|offered|being sold|circulating) <5>(for sale|dump|forum|list|collection|market)",
            r"(incident respon\w+|threat (intelligence|intel|research)|security (researchers?|company|firm|vendor|lab)|digital (security|forensics)|forensics? (team|lab|analysts?)|cyber ?(security|defen[cs]e) (team|company|firm|lab|unit|help ?line))",
            r"(protect|look after|defend|secure|care for) <5>(groups|organi[sz]ations|journalists|campaigns|activists|ngos?|newsrooms|parties)",
            r"(security|safety) of <4>(groups|organi[sz]ations|journalists|campaigns|activists|devices|computers|phones)",
        ),
        "ask.en": (
            r"(install|run|download|execute|deploy|launch|start|load) <6>(scanner|scan|tool|agent|sensor|patch|client|app|program(me)?|utility|software|cleaner|checker|extension|profile|certificate|script|update)\W",
            r"(enter|type|submit|confirm|verify|check|test|send|give|provide|reply with) <5>(passwords?|credentials|log.?ins?|work (e-?)?mail|admin(istrator)? (account|rights|password)|account details|recovery codes?|backup codes?)\W",
            r"(send|share|forward|upload|export|give|provide|collect|pass) <5>(logs?|log files?|audit logs?|sign.in (logs?|records)|screenshots?|network (map|plan|diagram)|user list|list of (users|accounts|staff|devices|mailboxes)|configuration|mailbox export|session cookies|har file)\W",
            r"(grant|give|add|allow|approve|create|need) <6>(access|admin|administrator|guest account|delegate|remote control|permissions?)\W",
            r"(remote (session|access|control)|any ?desk|team ?viewer|quick assist|rustdesk|share your screen|screen sharing|screen share)",
            r"(turn|switch|shut|disable) <4>(antivirus|virus scanner|firewall|defender|two.factor|protection)",
        ),
        "claim.ar": (
            r"(اختراق|اخترق\w*|مخترق\w*|تسريب|تسرب\w*|مسرب\w*|برامج التجسس|برنامج تجسس|برمجيات (خبيثة|تجسس)|التجسس|الويب المظلم|الإنترنت المظلم|هجوم إلكتروني|هجمات إلكترونية|تسلل|نشاط مشبوه|نشاطًا مشبوهًا|ثغرة)",
            r"(الاستجابة للحوادث|استخبارات التهديدات|الأمن (الرقمي|السيبراني)|أمن (الأجهزة|المعلومات)|السلامة الرقمية|الطب الشرعي الرقمي|تدقيق أمني|فحص أمني)",
            r"(نحمي|تحمي|حماية) <3>(الناشطين|الصحفيين|المنظمات|الجمعيات|المؤسسات|الحملات|الأجهزة|الهواتف)",
        ),
        "ask.ar": (
            r"(نزل\w*|حمل\w*|ثبت\w*|شغل\w*|تثبيت|تنزيل|تحميل|تشغيل) <4>(الأداة|أداة|البرنامج|برنامج|التطبيق|تطبيق|الفحص|الملف|التحديث|الإضافة|شهادة)",
            r"(أدخل\w*|ادخل\w*|إدخال|أكد\w*|تأكيد|أرسل\w*|ارسل\w*|إرسال|زودونا|تزويدنا) <4>(كلمة (المرور|السر)|كلمات (المرور|السر)|بيانات الدخول|رمز|رموز|بريد العمل)",
            r"(أرسل\w*|ارسل\w*|إرسال|ابعث\w*|شارك\w*|مشاركة|زودونا|تزويدنا|موافاتنا) <4>(سجلات|سجل|لقطة|لقطات|قائمة (الحسابات|المستخدمين|الأجهزة|الموظفين)|مخطط الشبكة|إعدادات)",
            r"(منح\w*|امنح\w*|أعط\w*|اعط\w*|إضافة|أضيف\w*) <4>(صلاحية|صلاحيات|وصول|الوصول|حساب مدير|حسابًا)",
            r"(أني ?ديسك|anydesk|teamviewer|الاتصال عن بعد|تحكم عن بعد|مشاركة الشاشة|جلسة عن بعد)",
            r"(أوقف\w*|اوقف\w*|إيقاف|عطل\w*|تعطيل) <3>(مضاد|الحماية|الجدار)",
        ),
        "claim.fa": (
            r"(نفوذ|هک شد\w*|هک|نشت|لو رفته|درز|جاسوس ?افزار|بدافزار|حمل[هۀ]ٔ? سایبری|وب تاریک|دارک ?وب|فعالیت مشکوک|آسیب ?پذیری|رخنه)",
            r"(امنیت (دیجیتال|سایبری|اطلاعات)|پاسخ به (رخداد|حادثه)|پاسخگویی به حادثه|تحلیل تهدید|ایمنی (گوشی|دستگاه|رایانه))",
        ),
        "ask.fa": (
            r"(برنامه|ابزار|فایل|نرم ?افزار|افزونه|اسکنر|بدافزارکش|به ?روزرسانی)\S* <9>(نصب|اجرا|دانلود|بارگیری)",
            r"(نصب|اجرا|دانلود) <4>(کن\w*|بفرما\w*|نمای\w*)",
            r"(رمز|گذرواژه|نام کاربری|کد)\S* <5>(وارد|بفرست\w*|تایید|تأیید|ارسال)",
            r"(لاگ|گزارش ورود|فهرست (حساب|کاربر|دستگاه)|اسکرین ?شات|نقشهٔ شبکه)\S* <6>(بفرست\w*|ارسال|در اختیار)",
            r"(دسترسی|حساب مدیر)\S* <4>(بده\w*|بدهید|باز کن\w*|فراهم|ایجاد)",
            r"(انی ?دسک|anydesk|teamviewer|دسترسی از راه دور|اشتراک صفحه)",
            r"(آنتی ?ویروس|دیوار آتش)\S* <3>(خاموش|غیر ?فعال)",
        ),
        "claim.he": (
            r"(פריצה|פרצה|נפרצ\w*|פרצו|דליפה|דלף|דלפו|דליפת|רוגלה|רוגלות|נוזקה|תוכנת ריגול|הרשת האפלה|דארקנט|מתקפת סייבר|פעילות חשודה|חדירה)",
            r"(תגובה לאירועי|מודיעין איומים|אבטחת (מידע|סייבר)|אבטחה דיגיטלית|חברת סייבר|חוקר\w* (אבטחה|סייבר))",
        ),
        "ask.he": (
            r"(התקינו|להתקין|התקנת|הורידו|להוריד|הריצו|להריץ|הפעילו|להפעיל) <4>(את )?(ה)?(כלי|סורק|תוכנה|תוכנת|אפליקציה|סוכן|עדכון|תוסף|סקריפט|קובץ|סריקה)",
            r"(הזינו|להזין|הקלידו|להקליד|אמתו|לאמת|שלחו|לשלוח) <4>(סיסמה|הסיסמה|סיסמת|סיסמאות|פרטי (ההתחברות|הכניסה|החשבון)|קוד)",
            r"(שלחו|לשלוח|העבירו|להעביר|שתפו|לשתף|תשלחו) <4>(לוגים|קובצי לוג|הלוגים|יומני|צילומי מסך|רשימת (המשתמשים|החשבונות|המכשירים|העובדים)|מפת הרשת)",
            r"(תנו|לתת|אשרו|לאשר|הוסיפו|פתחו|לפתוח) <4>(גישה|הרשאה|הרשאות|חשבון מנהל)",
            r"(אנידסק|anydesk|teamviewer|השתלטות מרחוק|גישה מרחוק|שיתוף מסך)",
            r"(כבו|לכבות|השביתו|להשבית) <3>(אנטי ?וירוס|האנטי ?וירוס|ההגנה|חומת האש)",
        ),
    },
    hits=lambda: [
        message(text="Our incident response team found your passwords in a leak. Please run this scanner on every computer today."),
        message(text="We noticed an intrusion into your network. Send us the sign-in logs and a list of users by tonight."),
        message(text="رصدنا تسريب كلمات مرور تخص مؤسستكم، فنرجو تثبيت أداة الفحص اليوم."),
        message(text="نشاط مشبوه في شبكتكم. نرجو تزويدنا بنسخة من سجلات الدخول: ارسال سجلات الدخول"),
        message(text="به سازمان شما نفوذ شده است. این برنامه را امروز نصب کنید."),
        message(text="فعاليت مشكوك ديده‌ايم، لطفاً گذرواژه را وارد كنيد"),
        message(text="זיהינו פריצה לחשבונות שלכם. נא להתקין את כלי הסריקה עוד היום."),
    ],
    misses=lambda: [
        message(sender="Harbour IT <it@harbour.example>", text="A leak was found. Please run the scanner today."),
        message(text="We protect groups like yours. We would be happy to come by for a talk on security."),
        message(text="After the breach at the bank: never enter your password on such a page."),
        message(text="Please install the program from our site."),
        message(
            text="We found a memory leak. Please run this patch.",
            headers=[("List-Id", "<dev.lists.example>"), ("List-Post", "<mailto:dev@lists.example>")],
        ),
        message(text="لا تدخل كلمة المرور في أي صفحة بعد خبر التسريب."),
    ],
)  # fmt: skip
def security_vendor(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Our own side and partners may ask so, and mailing lists talk so."""
    if not mail.is_list and not mail.from_domain(protected_domains(context.profile)):
        yield from together(mail, hits, "claim", "ask", near=_NEAR)
