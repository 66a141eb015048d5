"""Somebody who does not write from our own or a partner's domain asks for records of people, plans or papers."""

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

_NEAR: Final = 100
"""Characters within which it is said what is wanted and about whom: a long sentence."""


@check(
    id="data-asked-from-outside",
    weight=Weight.MEDIUM,
    danger=Danger.CONVERSATION,
    attack=("T1598", "T1656", "T1589"),
    explain={
        "en": (
            "Somebody who writes neither from our domain nor from a partner's asks for records: lists of staff, "
            "members, donors, voters or sources, private numbers, pay, itineraries. Please ring back before anything is sent."
        ),
        "ar": (
            "شخص لا يكتب من نطاقنا ولا من نطاق أحد الشركاء يطلب سجلات: قوائم العاملين أو الأعضاء أو المتبرعين أو الناخبين "
            "أو المصادر، أو أرقامًا خاصة أو رواتب أو جداول تنقل. يُستحسن الاتصال للتحقق قبل إرسال أي شيء."
        ),
    },
    phrases={
        "ask.en": (
            r"(send|share|forward|export|provide|need|e-?mail|give|attach|get (me|us)|pull|i want|supply|submit|transmit|let (me|us) have|pass|answer <2>with|reply <2>with|upload) <9>(lists?|export|database|spreadsheet|sheet|table|roster|register|directory|records|file|csv|names|overview|contact (details|data|sheet)|phone (list|numbers?)|schedules?|itinerar\w+|rota|payroll|w-?2s?|payslips|numbers|copies|copy|details|data|addresses)\W",
            r"(lists?|export|database|spreadsheet|sheet|table|roster|register|records|file|names|phones|schedules?|payroll|numbers|details) <6>(to (me|us) (here|directly|today|now|by)|to this (e-?mail )?address|by (return|reply)|(in|as) (a|one|an) <2>(sheet|file|csv|excel|attachment|reply))",
        ),
        "about.en": (
            r"(donors?|volunteers?|members?|supporters?|employees?|staff|personnel|workers|team|voters?|subscribers?|sources?|participants?|activists?|observers?|interns|canvassers|candidates|delegates|attendees|guests|journalists|informants|whistle-?blowers|everybody|everyone|all your people|canvass data|electoral roll)\W",
            r"(private|personal|mobile|cell|home) <2>(phones?|numbers?|addresses|address|e-?mails?|mail addresses)|dates? of birth|passports?|salar(y|ies)|payroll|wages|id (cards?|numbers?)|national id|bank (details|accounts)|social security|tax (ids?|numbers?|forms?)|w-?2|travel (plans?|dates|arrangements|schedule)|itinerar\w+|(names|phones|numbers|addresses),? <2>(and |with )(names|phones|numbers|addresses|mail)|whereabouts|floor plans?|unredacted",
        ),
        "ask.ar": (
            r"(إرسال|ارسال|أرسل\w*|ارسل\w*|ابعث\w*|ابعت\w*|تزويد\w*|زود\w*|موافاة|موافات\w*|تصدير|نحتاج|بحاجة إلى|نطلب|يطلب|مطلوب|نرجو|يرجى|أعط\w*|اعط\w*|شارك\w*|مشاركة|احتاج|أحتاج|بدي|تقديم) <8>(قائمة|قوائم|بيانات|كشف|كشوف|كشوفات|قاعدة بيانات|جدول|جداول|أسماء|ملف|ملفات|سجل|سجلات|أرقام|نسخة|نسخ|صور|عناوين|الملف|تفاصيل|الجدول|القائمة|مواعيد)",
        ),
        "about.ar": (
            r"(المتبرعين|متبرعين|المانحين|المتطوعين|الأعضاء|أعضاء|الموظفين|العاملين|موظفيكم|فريقكم|الفريق|طاقم|الناخبين|المشتركين|المصادر|مصادركم|الداعمين|المشاركين|المندوبين|المراقبين|الناشطين|الصحفيين|المراسلين|المرشحين|الضيوف|جميع من)",
            r"(أرقام (الهواتف|الهوية|الهويات|الجوال|الموبايل)|هواتفهم|هوياتهم|أرقامهم|الموبايلات|عناوين(هم)? (السكن|المنازل)|تواريخ الميلاد|جوازات|جواز السفر|الرواتب|كشف الرواتب|الحسابات البنكية|أرقام الحسابات|تنقلات|جدول (السفر|التنقل|تحركات)|تحركات|خط السير|هويات)",
        ),
        "ask.fa": (
            r"(فهرست|لیست|اطلاعات|مشخصات|اسامی|نام‌ها|جدول|بانک|فایل|پرونده|شماره\S*|نسخه\S*|برنامهٔ? سفر|مدارک|نشانی\S*)\S* <12>(بفرست\w*|ارسال|بدهید|بده|ایمیل کن\w*|لازم|نیاز|می‌خواه\w*|در اختیار|تحویل|پیوست)",
            r"(بفرست\w*|ارسال کن\w*|ارسال فرما\w*|ایمیل کن\w*) <8>(فهرست|لیست|اطلاعات|مشخصات|اسامی|شماره|فایل)",
        ),
        "about.fa": (
            r"(داوطلبان|اعضا|اهداکنندگان|حامیان|کارکنان|کارمندان|همکاران|رأی ?دهندگان|رای ?دهندگان|مشترکان|منابع|فعالان|خبرنگاران|ناظران|نامزدها|مهمانان|شرکت‌کنندگان|همهٔ افراد|پرسنل|تیم)",
            r"(شماره\S* (تلفن|موبایل|همراه|شخصی|ملی|حساب)|کد ملی|تاریخ تولد|گذرنامه|پاسپورت|نشانی منزل|آدرس منزل|حقوق و دستمزد|فیش حقوقی|حقوق|برنامهٔ? سفر|رفت‌وآمد)",
        ),
        "ask.he": (
            r"(לשלוח|שלחו|תשלחו|שלח|שלחי|להעביר|העבירו|תעבירו|לייצא|ייצאו|צריך|צריכה|צריכים|נדרש\w*|מבקש\w*|נבקש|נא|לקבל|תנו|לצרף|צרפו) <8>(ה)?(רשימה|רשימת|רשימות|קובץ|טבלה|טבלת|פרטי|פרטים|מאגר|פנקס|שמות|מספרי|צילומי|לוח|תלושי|הרשימה|הקובץ|הפנקס|העתק|אותו|נתוני)",
        ),
        "about.he": (
            r"(תורמים|התורמים|מתנדבים|המתנדבים|חברים|החברים|עובדים|העובדים|הצוות|בוחרים|הבוחרים|תומכים|התומכים|מנויים|המנויים|מקורות|המקורות|פעילים|הפעילים|משקיפים|המשקיפים|מועמדים|אורחים|עיתונאים|פנקס הבוחרים|כל האנשים)",
            r"(מספרי (ה)?(טלפון|נייד|זהות|טלפונים)|טלפונים (פרטיים|ניידים)|כתובות (ה)?(מגורים|בית|פרטיות)|תאריכי לידה|דרכונים|תעודות זהות|משכורות|שכר|תלושי|חשבונות (ה)?בנק|לוח (ה)?(נסיעות|זמנים של)|לו״ז)",
        ),
    },
    hits=lambda: [
        message(text="Please send us by Friday a table of all staff with private phone and home address."),
        message(sender="Sami Haddad <sami.haddad@mail.test>", text="I need the payroll for March as one file, to me here."),
        message(text="نرجو إرسال كشف بأسماء العاملين وهواتفهم على هذا البريد."),
        message(text="مطلوب ارسال قائمه المصادر وارقامهم اليوم"),
        message(text="لطفاً فهرست کارکنان را با شمارهٔ موبایل تا امشب بفرستید."),
        message(text="אנא שלחו לנו את רשימת המתנדבים עם מספרי הטלפון."),
    ],
    misses=lambda: [
        message(sender="Sami Haddad <sami@harbour.example>", text="Please send me the list of all volunteers."),
        message(sender="Vera <vera@lighthouse.example>", text="Please send us the list of your members."),
        message(text="Please tell us how many people you send. We take no lists of staff by mail."),
        message(
            text="Please send the table and the chairs to my office. " + "We meet at nine and begin at ten. " * 6
            + "The volunteers will carry it."
        ),
        message(text="Thank you to all donors and volunteers."),
        message(
            text="Please send the list of members.",
            headers=[("List-Id", "<dev.lists.example>"), ("List-Post", "<mailto:dev@lists.example>")],
        ),
    ],
)  # fmt: skip
def data_from_outside(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Mailing lists are left out, and so is a person's known private address, which is a matter of office rules."""
    profile = context.profile
    known = {address for person in profile.person for address in person.private_addresses}
    if mail.is_list or mail.sender.email in known or mail.from_domain(protected_domains(profile)):
        return
    yield from together(mail, hits, "ask", "about", near=_NEAR)
