"""Somebody from outside tells of an intrusion or a leak and asks to install, to log in or to hand over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, is_new
from tocsin.identify.lookalike import protected_domains
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.vendors import CLAIMS, TOLD
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
        **CLAIMS,
        "ask.en": (
            r"(need|want|send|share|give|provide|export) <5>(sign.in|log.?in|audit|access|server|mail) (logs?|records|history)\W",

            r"(put|get|fetch|leave|use) <3>(agent|profile|tool|app|program|scanner|cleaner)\W|(agent|tool|cleaner|scanner|program|app) <4>(run|installed|overnight|on (each|every|all))\W",
            r"(sign|log) in <3>(with|to see|using)\W",
            r"(install|run|download|execute|deploy|launch|start|load) <6>(scanner|scan|tool|agent|sensor|patch|client|app|program(me)?|utility|software|cleaner|checker|extension|profile|certificate|script|update)\W",
            r"(enter|type|submit|confirm|verify|check|test|send|give|provide|reply with) <5>(passwords?|credentials|log.?ins?|work (e-?)?mail|admin(istrator)? (account|rights|password)|account details|recovery codes?|backup codes?)\W",
            r"(send|share|forward|upload|export|give|provide|collect|pass) <5>(logs?|log files?|audit logs?|sign.in (logs?|records)|screenshots?|network (map|plan|diagram)|user list|list of (users|accounts|staff|devices|mailboxes)|configuration|mailbox export|session cookies|har file)\W",
            r"(grant|give|add|allow|approve|create|need) <6>(access|admin|administrator|guest account|delegate|remote control|permissions?)\W",
            r"(remote (session|access|control)|any ?desk|team ?viewer|quick assist|rustdesk|share your screen|screen sharing|screen share)",
            r"(turn|switch|shut|disable) <4>(antivirus|virus scanner|firewall|defender|two.factor|protection)",
        ),
        "ask.ar": (
            r"(نزّلوا|ثبّتوا|شغّلوا|ثبتوا|شغلوا|نزلوا) <3>(الأداة|أداة|البرنامج|برنامج|التطبيق|هذا)|افتحوا جلسة|جهزوا كلمة",
            r"(نزل\w*|حمل\w*|ثبت\w*|شغل\w*|تثبيت|تنزيل|تحميل|تشغيل) <4>(الأداة|أداة|البرنامج|برنامج|التطبيق|تطبيق|الفحص|الملف|التحديث|الإضافة|شهادة)",
            r"(أدخل\w*|ادخل\w*|إدخال|أكد\w*|تأكيد|أرسل\w*|ارسل\w*|إرسال|زودونا|تزويدنا) <4>(كلمة (المرور|السر)|كلمات (المرور|السر)|بيانات الدخول|رمز|رموز|بريد العمل)",
            r"(أرسل\w*|ارسل\w*|إرسال|ابعث\w*|شارك\w*|مشاركة|زودونا|تزويدنا|موافاتنا) <4>(سجلات|سجل|لقطة|لقطات|قائمة (الحسابات|المستخدمين|الأجهزة|الموظفين)|مخطط الشبكة|إعدادات)",
            r"(منح\w*|امنح\w*|أعط\w*|اعط\w*|إضافة|أضيف\w*) <4>(صلاحية|صلاحيات|وصول|الوصول|حساب مدير|حسابًا)",
            r"(أني ?ديسك|anydesk|teamviewer|الاتصال عن بعد|تحكم عن بعد|مشاركة الشاشة|جلسة عن بعد)",
            r"(أوقف\w*|اوقف\w*|إيقاف|عطل\w*|تعطيل) <3>(مضاد|الحماية|الجدار)",
        ),
        "ask.fa": (
            r"(ابزار|برنامه|نرم ?افزار)\S* <9>(نصب|اجرا|دانلود)|حساب مدیر",
            r"(برنامه|ابزار|فایل|نرم ?افزار|افزونه|اسکنر|بدافزارکش|به ?روزرسانی)\S* <9>(نصب|اجرا|دانلود|بارگیری)",
            r"(نصب|اجرا|دانلود) <4>(کن\w*|بفرما\w*|نمای\w*)",
            r"(رمز|گذرواژه|نام کاربری|کد)\S* <5>(وارد|بفرست\w*|تایید|تأیید|ارسال)",
            r"(لاگ|گزارش ورود|فهرست (حساب|کاربر|دستگاه)|اسکرین ?شات|نقشهٔ شبکه)\S* <6>(بفرست\w*|ارسال|در اختیار)",
            r"(دسترسی|حساب مدیر)\S* <4>(بده\w*|بدهید|باز کن\w*|فراهم|ایجاد)",
            r"(انی ?دسک|anydesk|teamviewer|دسترسی از راه دور|اشتراک صفحه)",
            r"(آنتی ?ویروس|دیوار آتش)\S* <3>(خاموش|غیر ?فعال)",
        ),
        "ask.he": (
            r"(התקינו|הורידו|הריצו) <3>(את )?\S+|חשבון מנהל|סיסמת המנהל",
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
        message(
            text="Please send us the sign-in logs by tonight.",
            context=past(2, days=6, thread={"findings": (TOLD,), "messages": 2}),
        ),
    ],
    misses=lambda: [
        message(text="Please send us the sign-in logs by tonight.", context=past(2, days=6)),
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
    """Our own side and partners may ask so, and mailing lists talk so. The claim may have come in an earlier message."""
    if mail.is_list or mail.from_domain(protected_domains(context.profile)):
        return
    if TOLD in facts(context)[1].findings and is_new(context):
        yield from together(mail, [hit for hit in hits if hit.group.startswith("ask.")], "ask")
    else:
        yield from together(mail, hits, "claim", "ask", near=_NEAR)
