"""A notice about the organisation's newsletter account that does not come from a mailing platform."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import together
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_PLATFORMS: Final = frozenset(
    """mailchimp.com mailchimpapp.com mailchimpapp.net mandrillapp.com intuit.com rsgsv.net mcsv.net sendgrid.com
    sendgrid.net twilio.com brevo.com sendinblue.com constantcontact.com ccsend.com campaignmonitor.com createsend.com
    mailerlite.com hubspot.com getresponse.com activecampaign.com actionnetwork.org nationbuilder.com everyaction.com
    ngpvan.com bonterratech.com substack.com ghost.org ghost.io beehiiv.com convertkit.com kit.com aweber.com
    mailgun.com mailgun.net postmarkapp.com sparkpost.com amazon.com amazonaws.com klaviyo.com zoho.com mailjet.com
    cleverreach.com rapidmail.de rapidmail.com sendpulse.com benchmarkemail.com moosend.com omnisend.com drip.com
    buttondown.com buttondown.email sharpspring.com dotdigital.com emailoctopus.com patreon.com wordpress.com
    civicrm.org google.com resend.com loops.so customer.io iterable.com salesforce.com exacttarget.com""".split()
)
"""Services by which organisations send newsletters, from their own public help pages."""

_NEAR: Final = 200
"""Characters within which account, event and demand stand together; newsletters have such words far apart."""


@check(
    id="mailing-platform-notice",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1656", "T1078.004"),
    explain={
        "en": (
            "It is a notice about our newsletter account (list paused, key, sending domain, export, bill, new "
            "administrator) that asks to act, and it comes neither from us nor from a mailing service."
        ),
        "ar": (
            "إشعار عن حساب نشرتنا البريدية (إيقاف القائمة أو مفتاح أو نطاق إرسال أو تصدير أو فاتورة أو مدير جديد) يطلب "
            "إجراءً، ولم يصدر عنا ولا عن خدمة نشرات بريدية."
        ),
    },
    phrases={
        "thing.en": (
            r"(audience|mailing list|subscribers?|subscriber list|newsletters?|supporter list|contact list|e-?mail list|your list|bulk (e-?)?mail|mailings?|mass mail\w*|broadcast\w*)\W",
            r"(sending|sender) (domain|account|identity|address|reputation|profile|authentication|rights|limit|quota)|api (key|token)|(newsletter|campaign|mailing|e-?mail|marketing) (account|platform|tool|service|provider)|mailchimp|sendgrid|brevo|constant contact|campaign monitor|action network|nationbuilder|substack|mailerlite",
        ),
        "event.en": (
            r"(suspend\w*|pause[ds]?|block(ed|s)?|on hold|held back|stopped|limited|restricted|disabled|deactivated|locked|frozen|be deleted|removed|expire[ds]?|lapse[ds]?|revoked|leaked|exposed|flagged|unverified|not verified|no longer verified|unpaid|overdue|declined|failed|could not be charged)\W",
            r"(compliance|abuse|policy|complaint|spam|bounce) (review|team|complaints?|rates?|reports?|check|desk)|complaints",
            r"(invite[ds]? (you|by)|been invited|new (admin\w*|owner|user|manager|sign.in|log.in|device)|added as|made you|change of owner|export (was|has been|is|of|requested|ready)|exported|key was (used|found|created))",
        ),
        "ask.en": (
            r"(log|sign) ?in|(verify|confirm|re-?authenticate|re-?connect|reactivate|re-?activate|restore|release|unlock|free|appeal|renew|rotate|replace|update|validate) <5>(account|list|audience|domain|identity|sender|key|token|details|card|billing|payment|password|ownership|subscribers?|contacts?|mailing)\W",
            r"(export|upload|download|send|import) <5>(list|contacts?|subscribers?|audience|csv|addresses|copy|backup)\W",
            r"(enter|give|provide|send|reply with|paste) <5>(password|api key|key|token|code|credentials|login)\W",
            r"(accept|approve|review|decline|see|open|go to) <4>(invitation|request|account|notice|case|change|export)",
        ),
        "thing.ar": (
            r"(النشرة|نشرتكم|نشرة|القائمة البريدية|قائمة\w* البريدية|قائمتكم|قوائم البريد|المشتركين|مشتركيكم|جمهوركم|الحملة البريدية|حملتكم|الإرسال الجماعي|البريد الجماعي|نطاق الإرسال|مفتاح (api|الواجهة|الربط|البرمجة)|mailchimp|sendgrid|brevo|حساب الإرسال|منصة (البريد|الإرسال|النشرات))",
        ),
        "event.ar": (
            r"(إيقاف|أوقف\w*|اوقف\w*|متوقف\w*|توقف|معلق\w*|تعليق|علق\w*|حظر|محظور\w*|تقييد|مقيد\w*|تجميد|سيحذف|حذف|انتهت|تنتهي|ينتهي|شكاوى|شكوى|مراجعة|المخالفة|مخالفة|رفض|تعذر|لم يسدد|فشل)",
            r"(دعاك|دعتك|دعوة|مدير جديد|مسؤول جديد|مشرف جديد|تسجيل دخول جديد|طلب تصدير|تصدير|نقل الملكية|غير موثق|لم يعد موثقًا)",
        ),
        "ask.ar": (
            r"(تسجيل الدخول|سجل\w* الدخول|الدخول إلى|ادخل\w*|أدخل\w*|إدخال|تأكيد|أكد\w*|توثيق|وثق\w*|تفعيل|فعل\w*|استعادة|تحديث|حدث\w*|تجديد|جدد\w*|قبول الدعوة|مراجعة الطلب|اضغط\w*|تحميل|تنزيل|صدر\w*|ارفع\w*|أرسل\w*|ارسل\w*)",
        ),
        "thing.fa": (
            r"(خبرنامه|فهرست (ایمیل|مشترکان|مخاطبان)|لیست (ایمیل|مشترکان|مخاطبان)|مشترکان|ارسال (انبوه|گروهی)|دامنهٔ? ارسال|کلید (api|ای ?پی ?آی|دسترسی)|حساب ارسال|mailchimp|sendgrid|brevo|سامانهٔ? خبرنامه)",
        ),
        "event.fa": (
            r"(متوقف|تعلیق|معلق|مسدود|محدود|غیر ?فعال|قفل|حذف|منقضی|شکایت|بررسی|تخلف|پرداخت ناموفق|پرداخت نشد|لغو|باطل)",
            r"(دعوت|مدیر جدید|ورود جدید|خروجی|انتقال مالکیت|تایید نشده|تأیید نشده|نامعتبر)",
        ),
        "ask.fa": (
            r"(وارد|ورود|تایید کن\w*|تأیید کن\w*|تمدید|به ?روز|فعال کن\w*|فعال ?سازی|بازیابی|بارگذاری|بفرست\w*|ارسال کن\w*|خروجی بگیر\w*|دانلود|کلیک|بپذیر\w*)",
        ),
        "thing.he": (
            r"(הניוזלטר|ניוזלטר|העלון|רשימת (התפוצה|הדיוור|המנויים|הנמענים)|הדיוור|דיוור|המנויים|מנויים|דומיין (השליחה|הדיוור)|מפתח (api|ה-?api|הגישה)|חשבון (הדיוור|השליחה)|mailchimp|sendgrid|brevo|מערכת הדיוור|שליחה המונית)",
        ),
        "event.he": (
            r"(הושע\w*|מושעה|הושהה|הושהתה|מושהה|נחסמ\w*|חסומ\w*|חסום|נעצר\w*|הופסק\w*|הוגבל\w*|ננעל\w*|יימחק\w*|תימחק\w*|פג\w*|תפוג|יפוג|תלונות|תלונה|בדיקה|הפרה|נדח\w*|לא אומת\w*|לא שולם|בוטל\w*)",
            r"(הוזמנת\w*|הזמינ\w*|מנהל\w* חדש\w*|כניסה חדשה|ייצוא|העברת בעלות)",
        ),
        "ask.he": (
            r"(היכנסו|להיכנס|כניסה לחשבון|התחברו|להתחבר|אמתו|לאמת|אשרו|לאשר|חדשו|לחדש|עדכנו|לעדכן|הפעילו|שחררו|לשחרר|שחזרו|העלו|להעלות|ייצאו|לייצא|הורידו|שלחו|לשלוח|לחצו|קבלו את ההזמנה)",
        ),
    },
    hits=lambda: [
        message(text="Sending to your audience is paused because of complaints. Log in to have the list released."),
        message(text="The API key of your newsletter account was leaked. Please reply with the new key today."),
        message(text="تم إيقاف نشرتكم بسبب شكاوى. سجلوا الدخول لاستعادة القائمة البريدية."),
        message(text="خبرنامهٔ شما متوقف شد. برای فعال‌سازی وارد شوید."),
        message(text="רשימת התפוצה הושעתה בעקבות תלונות. נא להתחבר כדי לשחרר אותה."),
    ],
    misses=lambda: [
        message(
            sender="Mailchimp <no-reply@mailchimp.com>",
            text="Sending to your audience is paused because of complaints. Log in to have the list released.",
        ),
        message(
            sender="Sami Haddad <sami@harbour.example>",
            text="Our newsletter is on hold. Log in and confirm the list, please.",
        ),
        message(text="Our newsletter has a new look. Log in to read it."),
        message(text="The talks are suspended; the spokesman could not confirm the account."),
        message(
            text="The mailing list was blocked by spam. Please log in to confirm your subscriber address.",
            headers=[("List-Id", "<news.sender.example>")],
        ),
    ],
)  # fmt: skip
def mailing_platform(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Newsletters themselves speak of lists and subscriptions, but not to whoever runs them."""
    if mail.is_list or mail.sender_domain in _PLATFORMS:
        return
    if not mail.from_domain(context.profile.organisation.domains):
        yield from together(mail, hits, "thing", "event", "ask", near=_NEAR)
