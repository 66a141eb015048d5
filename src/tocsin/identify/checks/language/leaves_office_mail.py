"""It wants the reader away from the office's mail and telephone, and the traces gone."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="leaves-office-mail",
    weight=Weight.WEAK,
    danger=Danger.CONVERSATION,
    attack=("T1598", "T1656"),
    explain={
        "en": (
            "It wants the reader to go on outside the office: at a private address, on a private telephone or in a chat, "
            "where nobody protects them. Careful sources ask for another way too, but for their own sake."
        ),
        "ar": (
            "تريد الرسالة أن يتابع القارئ خارج المكتب: على عنوان خاص أو هاتف خاص أو محادثة، حيث لا يحميه أحد. والمصادر "
            "الحذرة تطلب وسيلة أخرى كذلك، ولكن من أجل سلامتها هي."
        ),
    },
    phrases={
        "en": (
            r"(which|what|have you|give me|send me|is|use|need|share) <3>your? <2>(private|personal|own|home|non.work|gmail|whats ?app|signal|telegram|mobile|cell) <1>(e-?mail|mail|address|account|number|phone|gmail|inbox|handle)",
            r"(your|on your|from your|through your) (private|personal|own) <1>(e-?mail|mail|address|phone|mobile|number|device|laptop|account|gmail)",
            r"(not|never|avoid|instead of|rather than|away from|outside|leave|off) <4>(office|work|official|campaign|company|staff|institutional) <1>(phone|e-?mail|mail|mailbox|account|device|computer|address|inbox|filter)",
            r"(continue|go on|carry on|chat|switch|move) <1>(here|there|off e-?mail|another channel|a safer channel|outside <2>mail|in (a |the )?(chat|group))\W",
            r"(only|just|strictly) <1>(the )?(two of us|you and me|between us)|don.?t (copy|cc|tell|forward|involve) <3>(office|colleagues?|others|anyone|team|it)\W",
            r"(delete|erase|remove) <2>(this|the) (thread|conversation|correspondence|exchange|chat)",
        ),
        "ar": (
            r"(بريد|بريدًا|بريدك|بريدكم|إيميل|إيميلك|رقم|رقمك|رقمكم|هاتف|هاتفك|عنوان|عنوانك) <2>(الشخصي|شخصي|الخاص|خاص|الواتساب|واتساب|الواتس|خاصًا|شخصيًا|جوالك)",
            r"(بعيدًا عن|خارج|بدل|غير|وليس|لا من|ليس من) <2>(بريد|البريد|إيميل|هاتف|جهاز) <1>(العمل|المكتب|المؤسسة|الرسمي|الشغل)",
            r"(نكمل|نتابع|نواصل|تعالوا|لنكمل|ننتقل|نحكي|نتكلم|تابعوا) <3>(هنا|هناك|على (هذا|رقم|تطبيق)|في (مجموعة|محادثة)|خارج البريد)",
            r"(بيننا فقط|بيني وبينك|بيننا نحن الاثنين)|لا (تخبر\w*|تضع\w*|تضف\w*) <3>(أحد\w*|الزملاء|نسخة|المكتب)",
            r"(احذف\w*|امسح\w*|حذف) <2>(المحادثة|المراسلة|هذه الرسائل|المراسلات)",
        ),
        "fa": (
            r"(ایمیل|شماره\S*|نشانی|آدرس|گوشی|تلفن|موبایل|جیمیل|واتس‌?اپ\S*)\S* <1>(شخصی|خصوصی|خودتان|خودت|واتس ?اپ\S*)",
            r"(نه از|به‌جای|به جای|بیرون از|خارج از|غیر از) <2>(ایمیل|گوشی|تلفن|دستگاه|نشانی) <1>(اداری|اداره|دفتر|کار|سازمان\S*)",
            r"(ادامه|صحبت|گفتگو|گفت‌وگو)\S* <3>(در (این|سیگنال|تلگرام|واتس‌?اپ|گروه)|بدهیم|آنجا|همانجا)",
            r"(بین خودمان|بین من و شما|به کسی <2>نگو\w*)",
            r"(این (گفتگو|مکاتبه|رشته|ایمیل‌ها)) <2>(پاک|حذف)",
        ),
        "he": (
            r"(מייל|המייל|כתובת|מספר|טלפון|הטלפון|הנייד|ג'ימייל|וואטסאפ) <1>(פרטי|פרטית|הפרטי|הפרטית|אישי|האישי|שלך האישי)",
            r"(לא|במקום|מחוץ ל|ולא) <2>(מהמייל|למייל|מייל|מהטלפון|מהמחשב|המייל|מכשיר) <1>(של העבודה|העבודה|המשרדי|של המשרד|הארגוני)",
            r"(נמשיך|להמשיך|נעבור|לעבור|נדבר|בואו) <3>(כאן|שם|בצ.אט|בקבוצה|בסיגנל|בטלגרם|בוואטסאפ|לסיגנל|לטלגרם|לוואטסאפ|לערוץ)",
            r"(רק בינינו|בינינו בלבד|רק שנינו)|אל (תספרו|תספר|תערבו|תכתבו) <2>(לאף|לאיש|במשרד|אחרים)",
            r"(מחקו|למחוק|תמחקו) <2>(השיחה|ההתכתבות|השרשור)",
        ),
    },
    hits=lambda: [
        message(text="Which private address of yours may I use? It must not go through your office filter."),
        message(text="Write from your own phone and not from the office mail, and delete this thread."),
        message(text="على أي إيميل شخصي أرسل الباقي؟"),
        message(text="نكمل هنا، وبيننا فقط"),
        message(text="از ایمیل شخصی بنویسید، نه از ایمیل اداری."),
        message(text="נמשיך בסיגנל, ורק בינינו. מה הנייד הפרטי?"),
    ],
    misses=lambda: [
        message(text="Please do not use my name. Is there a safer way to reach you, Signal perhaps?"),
        message(text="Our office mail was down this morning."),
        message(text="Please do not reply to this message. This mail is sent by a machine."),
        message(text="يسعدنا أن نتابع معكم يوم الأحد."),
        message(text="البريد يصل إلى المكتب كل صباح."),
        message(text="ایمیل دفتر امروز قطع بود."),
        message(text="המייל של המשרד לא עבד הבוקר."),
    ],
)  # fmt: skip
def leaves_office_mail(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The reader's own channel, not the writer's."""
    yield from said(mail, hits)
