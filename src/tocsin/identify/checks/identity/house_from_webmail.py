"""Somebody who says they write for a paper, a university or a conference uses a free mailbox."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import roles
from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="house-from-webmail",
    weight=Weight.WEAK,
    danger=Danger.CONVERSATION,
    attack=("T1656", "T1585.002", "T1598"),
    explain={
        "en": (
            "The sender says they write for a newspaper, a university, a conference or an office, and uses a free private "
            "mailbox instead of that house's own. Honest people do so too; a call to the house settles it."
        ),
        "ar": (
            "يقول المُرسِل إنه يكتب باسم صحيفة أو جامعة أو مؤتمر أو جهة، ويستعمل صندوق بريد مجانيًا بدل بريد تلك الجهة. وقد "
            "يفعل ذلك الصادقون أيضًا، واتصال بالجهة يحسم الأمر."
        ),
    },
    phrases=roles.PHRASES,
    layers=("header:from", "text", "visible"),
    hits=lambda: [
        message(sender="Vera North <vera.north@gmail.com>", text="I am a producer at North Radio and we plan a series."),
        message(sender="Vera North <vera.north@gmail.com>", text="Would you talk to us?\n\nVera North\nNorth Policy Institute"),
        message(sender="Vera North, Policy Forum <vera.north@outlook.com>", text="Would you speak on our panel?"),
        message(sender="<vera.north@gmail.com>", text="أنا صحفية في إذاعة الشمال، وأود إجراء حوار معكم."),
        message(sender="<vera.north@gmail.com>", text="أتطلع إلى ردكم\n\nفيرا\nمعهد الشمال"),
        message(sender="<vera.north@gmail.com>", text="من خبرنگار روزنامهٔ شمال هستم. فرصت گفت‌وگو دارید؟"),
        message(sender="<vera.north@gmail.com>", text="ارادتمند\nورا\nدانشگاه شمال"),
        message(sender="<vera.north@gmail.com>", text="אני עורכת בעיתון הצפון."),
        message(sender="<vera.north@gmail.com>", text="תודה\nורה\nאוניברסיטת הצפון"),
    ],
    misses=lambda: [
        message(sender="Vera North <vera@north.test>", text="I am a producer at North Radio and we plan a series."),
        message(sender="<a.friend77@gmail.com>", text="I work at the ministry and have papers. Please keep my name out."),
        message(
            sender="Vera North <vera.north@gmail.com>",
            text="I am a freelance reporter and write for the Herald and others.",
        ),
        message(
            sender="<a.friend77@gmail.com>",
            text="I am a researcher at the institute. Please do not use my name: I have papers that show it.",
        ),
        message(sender="<vera.north@gmail.com>", text="Will you come to the conference at the university tomorrow?"),
        message(sender="<vera.north@gmail.com>", text="أنا طالبة في جامعة الشمال وأكتب رسالة الماجستير."),
        message(sender="<vera.north@gmail.com>", text="من دانشجوی دانشگاه شمال هستم."),
        message(sender="<vera.north@gmail.com>", text="אני סטודנטית באוניברסיטת הצפון."),
        message(sender="<someone@gmail.com>", text="أنا باحث في معهد الشمال. عندي وثائق، ولا تذكروا اسمي."),
        message(sender="<someone@gmail.com>", text="من پژوهشگر دانشگاه هستم و مدارکی دارم. نام من فاش نشود."),
        message(sender="<someone@gmail.com>", text="אני חוקר במכון הצפון ויש לי מסמכים. אסור שהשם שלי ייצא."),
    ],
)  # fmt: skip
def house_from_webmail(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Not on mailing lists, where everybody signs with their house and many write from a free mailbox."""
    if not mail.is_list:
        yield from said(mail, tuple(roles.without_house(mail, hits)))
