"""Messages in the domain's own alphabet: what parsers and attackers are made of."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = (
    "a", "user", "mail", "example", "test", "paypal", "login", "verify your password", "http", "https", "www",
    "xn--p1ai", "com", "bank", "invoice.pdf.exe",
    "حساب", "رمز", "حساب‌ها", "שלום", "é", "аpple", "\u202efdp", "\u200b", "\u200c",
    "\ufeff", "\u2066x\u2069", "\U0001f600", "1", "0x7f", "2130706433", "%2e", "%00", "%ff", "&#64;", "&nbsp;",
)  # fmt: skip
MARKS = (
    *"[]:/@.%<>()\"'\\;,=?&#-_+*~^|{}!$` \t",
    "://", "..", "@@", "=?", "?=", "\r\n", "\n", "\n ", "\x00", "\x0b", "\r",
)  # fmt: skip
HOSTS = ("a", "example", "com", "xn--p1ai", "127", "[::1]", "аpple", "", "%2e", "web.app")
NAMED = ("", "; name=a.html", ";")
TEXT = st.lists(st.sampled_from(WORDS + MARKS), max_size=12).map("".join)
LINE = TEXT.map(lambda text: text.replace("\r", "").replace("\n", " "))
HOST = st.lists(st.sampled_from(HOSTS), max_size=4).map(".".join)
OPENED = st.sampled_from((" <", "<", '" <', " ", ""))
ADDRESS = st.tuples(LINE, OPENED, LINE, st.sampled_from("@ @@"), HOST).map("".join)
URL = st.tuples(
    st.sampled_from(("http://", "https://", "HTTP:/", "javascript:", "data:text/html;base64,", "//", "hxxp://", "")),
    st.sampled_from(("", "user@", "a.example@", ":@", "@")),
    HOST,
    st.sampled_from(("", ":80", ":x", ":99999")),
    LINE,
).map("".join)
ENCODED = st.tuples(st.sampled_from(("utf-8", "iso-8859-1", "utf-7", "x", "")), st.sampled_from("BQbqX"), LINE).map(
    lambda parts: f"=?{parts[0]}?{parts[1]}?{parts[2]}?="
)
NAMES = (
    "From To Cc Reply-To Return-Path Sender Subject Date Message-ID References In-Reply-To Received MIME-Version "
    "List-Id Authentication-Results ARC-Authentication-Results DKIM-Signature List-Unsubscribe X-Mailer "
    "Content-Language"
).split()
COLON = st.sampled_from((": ", ":", " : ", ":\n "))
FIELD = st.tuples(st.sampled_from(NAMES), COLON, ADDRESS | ENCODED | TEXT).map("".join)
TYPES = (
    "text/plain", "text/html", "TEXT/HTML", "text", "", "multipart/mixed", "multipart/alternative", "multipart/digest",
    "message/rfc822", "application/octet-stream", "application/pdf", "text/calendar", "image/svg+xml", "x",
)  # fmt: skip
TAGS = (
    *"<p> </p> <div> </div> <b> </b> <a </a> <style> </style> <script> </script> <table> <td> <!-- --> <form>".split(),
    *"<input> <img <base <meta <title> <iframe> <svg> <template> <select> <font <br> <span".split(),
    ' href="', ' style="display:none"', ' style="color:#fff"', " style=font-size:0", ' src="', " class=x>", '">', ">",
    ".x{display:none}", " hidden>", " action=",
)  # fmt: skip
PAGE = st.lists(st.sampled_from(TAGS) | URL | LINE, max_size=25).map("".join)
CHARSETS = ("utf-8", "us-ascii", "windows-1256", "utf-16", "utf-7", "none-such", "")
ENCODINGS = ("", "7bit", "base64", "quoted-printable", "x-uuencode", "binary", "none-such")


@st.composite
def entities(draw: st.DrawFn, depth: int = 0) -> str:
    """A MIME entity without the fields of a message: type, encoding, body."""
    media_type = draw(st.sampled_from(TYPES))
    boundary = draw(st.sampled_from(("b", "bb", "", "b b", "=_b")))
    charset, named = draw(st.sampled_from(CHARSETS)), draw(st.sampled_from(NAMED))
    lines = [
        f'Content-Type: {media_type}; boundary="{boundary}"; charset={charset}{named}',
        f"Content-Transfer-Encoding: {draw(st.sampled_from(ENCODINGS))}",
    ]
    if draw(st.booleans()):
        lines.append(f"Content-Disposition: {draw(st.sampled_from(('inline', 'attachment')))}; filename={draw(LINE)}")
    if depth < 3 and media_type.startswith(("multipart", "message")):
        children = draw(st.lists(entities(depth + 1), max_size=3))
        body = "".join(f"--{boundary}\n{child}\n" for child in children)
        body += draw(st.sampled_from((f"--{boundary}--\n", "")))
    else:
        body = draw(PAGE | TEXT | URL)
    return "\n".join(lines) + draw(st.sampled_from(("\n\n", "\n"))) + body


@st.composite
def messages(draw: st.DrawFn) -> bytes:
    """A message, as bytes with LF or CRLF line ends."""
    fields = draw(st.lists(FIELD, max_size=8))
    text = "".join(field + "\n" for field in fields) + draw(entities())
    return text.encode("utf-8", "surrogatepass")
