# ruff: noqa: E501 (markup is kept in the lines that mail programs write)
"""How mail programs and mail services lay a message out: text and HTML bodies from one `Document`.

All layouts are used by good and bad mail alike, so that none of them says anything about the label.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape as html_escape

from training.synth import schema
from training.synth.identities import letters, pick
from training.synth.schema import Lang


@dataclass(slots=True, kw_only=True)
class Document:
    """What a message says, before it has a form."""

    lang: Lang
    subject: str
    brand: str
    home: str
    paragraphs: list[str]
    greeting: str = ""
    closing: list[str] = field(default_factory=list)
    call: str = ""
    url: str = ""
    shown_url: str = ""
    """The link's text where a layout shows an address instead of a button."""
    rows: list[tuple[str, str]] = field(default_factory=list)
    items: list[tuple[str, str, str]] = field(default_factory=list)
    """Headline, text, link."""
    footer: list[str] = field(default_factory=list)
    small_links: list[str] = field(default_factory=list)
    """Addresses of pages and accounts named at the foot."""
    leave: tuple[str, str] | None = None
    """Text and address of the link to unsubscribe."""
    browser: str = ""
    """Text of the link "view in browser", "" for none."""
    images: str = ""
    """Address that picture names are put behind."""
    pixel: str = ""
    quoted_head: str = ""
    quoted: list[str] = field(default_factory=list)
    forward_head: str = ""
    other: str = ""
    """Whom the quoted message is from, as name and address."""
    hidden: list[str] = field(default_factory=list)
    """Text that is there and not to be seen."""

    @property
    def direction(self) -> str:
        """`dir` attribute for right-to-left languages, with a leading space."""
        return ' dir="rtl"' if self.lang in {"ar", "fa", "he"} else ""

    @property
    def side(self) -> str:
        """Where lines of text begin."""
        return "right" if self.direction else "left"


@dataclass(slots=True)
class Body:
    """The text and HTML parts of a message; either may be missing."""

    text: str | None
    html: str | None


Layout = Callable[[Document, random.Random], Body]

_COLOURS = ("#0061ff", "#1a73e8", "#d40511", "#e50914", "#222222", "#0a7d3e", "#ff6600", "#4b2e83", "#c8102e", "#00a4bd",
            "#2d3e50", "#007c89", "#556270", "#ffcc00", "#5c2d91", "#e4002b", "#1d4ed8", "#111827")  # fmt: skip
_FONTS = ("Arial, Helvetica, sans-serif", "Helvetica Neue, Helvetica, Arial, sans-serif", "Georgia, serif", "Verdana, sans-serif",
          "'Segoe UI', Tahoma, sans-serif", "Roboto, Arial, sans-serif", "Calibri, sans-serif", "-apple-system, sans-serif")  # fmt: skip


def _e(text: str) -> str:
    return html_escape(text, quote=False)


def _a(url: str) -> str:
    return html_escape(url, quote=True)


# Text


def _text_lines(doc: Document, rng: random.Random, link: bool = True) -> list[str]:
    lines = [doc.greeting, *doc.paragraphs] if doc.greeting else list(doc.paragraphs)
    if doc.rows:
        lines.append("\n".join(f"{label}: {value}" for label, value in doc.rows))
    if doc.url and link:
        place = rng.choice((f"{doc.call}: {doc.url}", f"{doc.call}\n{doc.url}", f"{doc.call} <{doc.url}>", doc.url))
        lines.insert(rng.randint(max(1, len(lines) - 2), len(lines)), place)
    if doc.closing:
        lines.append("\n".join(doc.closing))
    return lines


def _footer_text(doc: Document) -> list[str]:
    lines = list(doc.footer)
    if doc.leave:
        lines.append(f"{doc.leave[0]}: {doc.leave[1]}")
    return lines


def as_text(doc: Document, rng: random.Random) -> str:
    """The plain alternative of an HTML layout."""
    items = [f"* {head}\n{text}\n{url}".strip() for head, text, url in doc.items]
    return "\n\n".join([*_text_lines(doc, rng), *items, *_footer_text(doc)]) + "\n"


def plain_letter(doc: Document, rng: random.Random) -> Body:
    """A letter without line breaks inside paragraphs."""
    return Body("\n\n".join(_text_lines(doc, rng)) + "\n", None)


def plain_wrapped(doc: Document, rng: random.Random) -> Body:
    """A letter wrapped at 72 columns, with a signature separator at times."""
    lines = [
        textwrap.fill(line, 72, break_long_words=False) if "\n" not in line else line for line in _text_lines(doc, rng)
    ]
    tail = f"\n-- \n{doc.brand}\n{doc.home}\n" if rng.random() < 0.3 else "\n"
    return Body("\n\n".join(lines) + tail, None)


def plain_ruled(doc: Document, rng: random.Random) -> Body:
    """A text newsletter with ruled headings."""
    rule = rng.choice("=-*_") * rng.randint(40, 74)
    lines = [rule, doc.subject, rule, *_text_lines(doc, rng)]
    lines += [f"{head}\n{'-' * min(len(head), 60)}\n{text}\n{url}" for head, text, url in doc.items]
    return Body("\n\n".join([*lines, rule, *_footer_text(doc)]) + "\n", None)


def plain_dense(doc: Document, rng: random.Random) -> Body:
    """One block without empty lines."""
    return Body("\n".join(_text_lines(doc, rng)) + "\n", None)


def plain_list(doc: Document, rng: random.Random) -> Body:
    """A post on a discussion list, with the list's footer."""
    quote = _quote_text(doc) if doc.quoted and rng.random() < 0.7 else ""
    lines = [textwrap.fill(line, 74, break_long_words=False) for line in _text_lines(doc, rng)]
    rule = "_" * 47
    foot = rng.choice((f"\n{rule}\n{doc.brand} mailing list\n{doc.home}\n", f"\n-- \n{doc.other}\n", ""))
    return Body(quote + "\n\n".join(lines) + "\n" + foot, None)


def _quote_text(doc: Document) -> str:
    lines = "\n".join(f"> {line}" for text in doc.quoted for line in textwrap.wrap(text, 70, break_long_words=False))
    return f"{doc.quoted_head}\n{lines}\n\n"


def plain_reply(doc: Document, rng: random.Random) -> Body:
    """An answer above or below a quotation."""
    answer = "\n\n".join(_text_lines(doc, rng)) + "\n\n"
    quote = _quote_text(doc)
    return Body(quote + answer if rng.random() < 0.25 else answer + quote, None)


def plain_forward(doc: Document, rng: random.Random) -> Body:
    """A forwarded message in plain text."""
    head = f"{doc.forward_head}\nFrom: {doc.other}\nSubject: {doc.subject}\n\n"
    return Body("\n\n".join(_text_lines(doc, rng)) + "\n\n" + head + "\n\n".join(doc.quoted) + "\n", None)


def bounce(doc: Document, rng: random.Random) -> Body:
    """What a mail server says when it could not deliver."""
    return Body("\n\n".join([*_text_lines(doc, rng), *(f"    {text}" for text in doc.quoted)]) + "\n", None)


# What people compose


def _divs(doc: Document, rng: random.Random, open_tag: str, close_tag: str, gap: str) -> str:
    parts = [doc.greeting, *doc.paragraphs] if doc.greeting else list(doc.paragraphs)
    cells = [f"{open_tag}{_e(part)}{close_tag}" for part in parts]
    if doc.rows:
        cells.append(f"{open_tag}{'<br>'.join(f'{_e(a)}: {_e(b)}' for a, b in doc.rows)}{close_tag}")
    if doc.url:
        shown = _e(doc.shown_url or (doc.call if rng.random() < 0.5 else doc.url))
        cells.append(f'{open_tag}<a href="{_a(doc.url)}">{shown}</a>{close_tag}')
    if doc.closing:
        cells.append(f"{open_tag}{'<br>'.join(_e(line) for line in doc.closing)}{close_tag}")
    return gap.join(cells)


def _hidden(doc: Document, rng: random.Random) -> str:
    if not doc.hidden:
        return ""
    style = rng.choice(
        (
            "display:none", "display:none;font-size:0;max-height:0", "color:#ffffff;font-size:1px", "font-size:0px;line-height:0",
            "visibility:hidden;height:0", "position:absolute;left:-9999px", "opacity:0;color:transparent",
        )
    )  # fmt: skip
    return "".join(f'<div style="{style}">{_e(text)}</div>' for text in doc.hidden)


def _pixel(doc: Document) -> str:
    return f'<img src="{_a(doc.pixel)}" width="1" height="1" alt="" style="display:block">' if doc.pixel else ""


def gmail_compose(doc: Document, rng: random.Random) -> Body:
    """The Gmail web composer."""
    inner = _divs(doc, rng, "<div>", "</div>", "<div><br></div>")
    return Body(as_text(doc, rng), f'<div dir="{"rtl" if doc.direction else "ltr"}">{inner}{_hidden(doc, rng)}</div>\n')


def gmail_reply(doc: Document, rng: random.Random) -> Body:
    """A Gmail answer with its quotation."""
    text = as_text(doc, rng) + "\n" + _quote_text(doc)
    quote = "<br>".join(_e(line) for line in doc.quoted)
    html = (
        f'<div dir="{"rtl" if doc.direction else "ltr"}">{_divs(doc, rng, "<div>", "</div>", "<div><br></div>")}</div><br>'
        f'<div class="gmail_quote"><div dir="ltr" class="gmail_attr">{_e(doc.quoted_head)}<br></div><blockquote class="gmail_quote" '
        f'style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">{quote}</blockquote></div>\n'
    )
    return Body(text, html)


def gmail_forward(doc: Document, rng: random.Random) -> Body:
    """A message forwarded with Gmail."""
    inner = "<br>".join(_e(line) for line in doc.quoted)
    html = (
        f'<div dir="ltr">{_divs(doc, rng, "<div>", "</div>", "<br>")}<br><br><div class="gmail_quote"><div dir="ltr" '
        f'class="gmail_attr">{doc.forward_head}<br>From: <strong class="gmail_sendername" dir="auto">{_e(doc.other)}</strong><br>'
        f"Subject: {_e(doc.subject)}<br></div><br>{inner}</div></div>\n"
    )
    return Body(plain_forward(doc, rng).text, html)


_WORD_HEAD = (
    '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">\n<head>\n'
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n<meta name="Generator" content="Microsoft Word 15 '
    '(filtered medium)">\n<style><!--\n@font-face {font-family:"Cambria Math";}\n@font-face {font-family:Calibri;}\n'
    'p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}\n'
    "a:link, span.MsoHyperlink {color:#0563C1; text-decoration:underline;}\n--></style>\n</head>\n"
)


def outlook_word(doc: Document, rng: random.Random) -> Body:
    """Outlook on the desktop: HTML written by Word."""
    gap = "\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n"
    inner = _divs(doc, rng, "<p class=MsoNormal>", "<o:p></o:p></p>", gap)
    html = f'{_WORD_HEAD}<body lang=EN-US link="#0563C1" vlink="#954F72"{doc.direction}><div class=WordSection1>{inner}</div></body></html>\n'
    return Body(as_text(doc, rng), html)


def outlook_reply(doc: Document, rng: random.Random) -> Body:
    """An Outlook answer, with the ruled header of the earlier message."""
    inner = _divs(doc, rng, "<p class=MsoNormal>", "<o:p></o:p></p>", "\n")
    quote = "".join(f"<p class=MsoNormal>{_e(line)}</p>" for line in doc.quoted)
    html = (
        f"{_WORD_HEAD}<body lang=EN-GB{doc.direction}><div class=WordSection1>{inner}<div><div style='border:none;border-top:solid "
        f"#E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>From:</b> {_e(doc.other)}<br><b>Subject:</b> "
        f"{_e(doc.subject)}</p></div></div>{quote}</div></body></html>\n"
    )
    text = (
        as_text(doc, rng)
        + f"\n________________________________\nFrom: {doc.other}\nSubject: {doc.subject}\n\n"
        + "\n".join(doc.quoted)
    )
    return Body(text + "\n", html)


def outlook_web(doc: Document, rng: random.Random) -> Body:
    """Outlook on the web."""
    inner = _divs(
        doc,
        rng,
        '<div class="elementToProof" style="font-family:Aptos,Calibri,sans-serif;font-size:12pt">',
        "</div>",
        "<br>",
    )
    html = (
        '<html><head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n<style type="text/css" style="display:none;'
        f'"> P {{margin-top:0;margin-bottom:0;}} </style>\n</head>\n<body dir="{"rtl" if doc.direction else "ltr"}">{inner}\n'
        f'<div id="Signature"><div>{_e(doc.brand)}</div></div></body></html>\n'
    )
    return Body(as_text(doc, rng), html)


def apple_mail(doc: Document, rng: random.Random) -> Body:
    """Apple Mail on a computer or phone."""
    inner = _divs(doc, rng, "<div>", "</div>", "<div><br></div>")
    html = (
        '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word; '
        f'-webkit-nbsp-mode: space; line-break: after-white-space;"{doc.direction}>{inner}</body></html>'
    )
    return Body(as_text(doc, rng), html)


def thunderbird(doc: Document, rng: random.Random) -> Body:
    """Thunderbird's composer."""
    html = (
        '<!DOCTYPE html>\n<html>\n  <head>\n\n    <meta http-equiv="content-type" content="text/html; charset=UTF-8">\n  </head>\n'
        f"  <body{doc.direction}>\n    {_divs(doc, rng, '<p>', '</p>', chr(10) + '    ')}\n  </body>\n</html>\n"
    )
    return Body(as_text(doc, rng), html)


def yahoo_web(doc: Document, rng: random.Random) -> Body:
    """Yahoo's web mail."""
    inner = _divs(doc, rng, '<div dir="auto" data-setdir="false">', "</div>", "<div><br></div>")
    html = (
        f'<html><head></head><body><div class="ydp{letters(rng, 6)}yahoo-style-wrap" style="font-family:Helvetica Neue, Helvetica, Arial, '
        f'sans-serif;font-size:13px;">{inner}</div></body></html>'
    )
    return Body(as_text(doc, rng), html)


def webmail(doc: Document, rng: random.Random) -> Body:
    """Roundcube, Horde and their like."""
    font = rng.choice(("Verdana,Geneva,sans-serif", "arial, helvetica, sans-serif"))
    html = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /></head><body style=\'font-size: 10pt; '
        f"font-family: {font}'{doc.direction}>\n{_divs(doc, rng, '<p>', '</p>', chr(10))}\n{_hidden(doc, rng)}</body></html>\n"
    )
    return Body(as_text(doc, rng), html)


def bare_html(doc: Document, rng: random.Random) -> Body:
    """A few paragraphs without any styling, as scripts send."""
    inner = _divs(doc, rng, "<p>", "</p>", "\n") if rng.random() < 0.6 else _divs(doc, rng, "", "", "<br><br>\n")
    foot = "".join(f"<p>{_e(line)}</p>" for line in doc.footer)
    return Body(None, f"<html><body{doc.direction}>{inner}{foot}{_hidden(doc, rng)}</body></html>\n")


# What companies send


def _button(doc: Document, rng: random.Random, colour: str) -> str:
    if not doc.url:
        return ""
    shown, url, radius = _e(doc.call), _a(doc.url), rng.choice(("0", "3", "4", "6", "24", "50"))
    shape = int(rng.random() * 4)
    if shape == 0:
        return (
            f'<table border="0" cellspacing="0" cellpadding="0" align="center"><tr><td align="center" bgcolor="{colour}" '
            f'style="border-radius:{radius}px"><a href="{url}" target="_blank" style="font-size:16px;color:#ffffff;text-decoration:none;'
            f'padding:12px 25px;display:inline-block">{shown}</a></td></tr></table>'
        )
    if shape == 1:
        return (
            f'<div><!--[if mso]><v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" href="{url}" style="height:44px;v-text-anchor:middle;'
            f'width:220px;" arcsize="10%" fillcolor="{colour}"><center>{shown}</center></v:roundrect><![endif]--><a href="{url}" style='
            f'"background-color:{colour};border-radius:{radius}px;color:#ffffff;display:inline-block;font-weight:bold;line-height:44px;'
            f'text-align:center;text-decoration:none;width:220px;mso-hide:all;">{shown}</a></div>'
        )
    if shape == 2:
        return f'<p style="text-align:center"><a class="btn" href="{url}" style="background:{colour};color:#fff;padding:10px 20px">{shown}</a></p>'
    return f'<p><a href="{url}" style="color:{colour};font-weight:bold">{shown}</a></p>'


def _paragraphs(doc: Document, style: str) -> str:
    texts = [doc.greeting, *doc.paragraphs] if doc.greeting else doc.paragraphs
    return "".join(f'<p style="{style}">{_e(text)}</p>\n' for text in texts)


def _closing(doc: Document, style: str) -> str:
    return f'<p style="{style}">{"<br>".join(_e(line) for line in doc.closing)}</p>\n' if doc.closing else ""


def _rows(doc: Document) -> str:
    if not doc.rows:
        return ""
    cells = "".join(
        f'<tr><td style="padding:6px 0;color:#666">{_e(a)}</td><td align="right" style="padding:6px 0"><b>{_e(b)}</b></td></tr>\n'
        for a, b in doc.rows
    )
    return f'<table width="100%" cellpadding="0" cellspacing="0" style="border-top:1px solid #ddd">{cells}</table>\n'


def _items(doc: Document, colour: str) -> str:
    return "".join(
        f'<h3 style="margin:18px 0 4px"><a href="{_a(url)}" style="color:{colour};text-decoration:none">{_e(head)}</a></h3><p>{_e(text)}</p>\n'
        for head, text, url in doc.items
    )


def _small(doc: Document) -> str:
    lines = "<br>".join(_e(line) for line in doc.footer)
    leave = f'<br><a href="{_a(doc.leave[1])}" style="color:#888">{_e(doc.leave[0])}</a>' if doc.leave else ""
    named = "".join(f' <a href="{_a(url)}">{url.split("/")[2].split(".")[-2].title()}</a>' for url in doc.small_links)
    return f'<p style="font-size:11px;color:#888888">{lines}{leave}{named}</p>\n' if lines or leave or named else ""


def _logo(doc: Document, rng: random.Random) -> str:
    if doc.images and rng.random() < 0.7:
        return f'<img src="{_a(doc.images)}logo.png" alt="{_a(doc.brand)}" width="{rng.randint(90, 220)}" border="0">'
    return f'<span style="font-size:24px;font-weight:bold">{_e(doc.brand)}</span>'


def _preheader(doc: Document, rng: random.Random) -> str:
    text = doc.paragraphs[0][:90] if doc.paragraphs else doc.subject
    pad = "&#847;&zwnj;&nbsp;" * rng.choice((0, 0, 20, 60))
    return f'<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;color:#fff;opacity:0">{_e(text)}{pad}</div>'


def _browser(doc: Document) -> str:
    return (
        f'<p style="font-size:11px" align="center"><a href="{_a(doc.url or doc.home)}">{_e(doc.browser)}</a></p>'
        if doc.browser
        else ""
    )


_PAGE = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
    '<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1.0" />\n'
)


def _page(doc: Document, rng: random.Random, style: str, inner: str, background: str) -> Body:
    title = f"<title>{_e(doc.subject)}</title>\n" if rng.random() < 0.7 else ""
    html = (
        f'{_PAGE}{title}<style type="text/css">{style}</style>\n</head>\n<body style="margin:0;padding:0;background-color:{background}"'
        f"{doc.direction}>\n{inner}\n{_hidden(doc, rng)}{_pixel(doc)}\n</body>\n</html>\n"
    )
    return Body(as_text(doc, rng) if rng.random() < 0.6 else None, html)


def newsletter_table(doc: Document, rng: random.Random) -> Body:
    """A newsletter in nested tables, 600 pixels wide."""
    colour, font = pick(rng, _COLOURS), pick(rng, _FONTS)
    inner = (
        f'{_preheader(doc, rng)}{_browser(doc)}<table width="100%" border="0" cellpadding="0" cellspacing="0" bgcolor="#f2f2f2"><tr><td '
        f'align="center"><table width="600" border="0" cellpadding="0" cellspacing="0" bgcolor="#ffffff"><tr><td style="padding:20px;'
        f'background:{colour};color:#fff" align="center">{_logo(doc, rng)}</td></tr><tr><td align="{doc.side}" style="padding:24px;'
        f'font-family:{font};font-size:15px;line-height:1.5;color:#333">{_paragraphs(doc, "margin:0 0 14px")}{_rows(doc)}'
        f'{_button(doc, rng, colour)}{_items(doc, colour)}{_closing(doc, "margin:14px 0")}</td></tr><tr><td align="center" '
        f'style="padding:16px;font-family:{font}">{_small(doc)}</td></tr></table></td></tr></table>'
    )
    return _page(doc, rng, "body{width:100%!important} img{border:0} a{color:#06c}", inner, "#f2f2f2")


def mailchimp_like(doc: Document, rng: random.Random) -> Body:
    """The block structure of the widespread drag-and-drop newsletter editors."""
    colour = pick(rng, _COLOURS)
    blocks = "".join(
        f'<table border="0" cellpadding="0" cellspacing="0" width="100%" class="mcnTextBlock" style="min-width:100%;"><tbody '
        f'class="mcnTextBlockOuter"><tr><td valign="top" class="mcnTextBlockInner" style="padding-top:9px;"><table align="left" '
        f'class="mcnTextContentContainer" width="100%"><tr><td valign="top" class="mcnTextContent" style="padding:0 18px 9px;">{_e(text)}'
        "</td></tr></table></td></tr></tbody></table>\n"
        for text in ([doc.greeting, *doc.paragraphs] if doc.greeting else doc.paragraphs)
    )
    inner = (
        f'<!--*|IF:MC_PREVIEW_TEXT|*-->{_preheader(doc, rng)}<!--*|END:IF|*--><center><table align="center" border="0" id="bodyTable" '
        f'width="100%"><tr><td align="center" valign="top" id="bodyCell"><table class="templateContainer" width="100%" style="max-width:'
        f'600px"><tr><td id="templatePreheader">{_browser(doc)}</td></tr><tr><td id="templateHeader">{_logo(doc, rng)}</td></tr><tr><td '
        f'id="templateBody">{blocks}{_button(doc, rng, colour)}{_items(doc, colour)}{_closing(doc, "")}</td></tr><tr><td '
        f'id="templateFooter" style="text-align:center">{_small(doc)}</td></tr></table></td></tr></table></center>'
    )
    style = "p{margin:10px 0;padding:0;} table{border-collapse:collapse;} #bodyTable{background-color:#FAFAFA;} .mcnTextContent{color:#202020;}"
    return _page(doc, rng, style, inner, "#FAFAFA")


def mjml_like(doc: Document, rng: random.Random) -> Body:
    """What the MJML compiler makes of a template."""
    colour = pick(rng, _COLOURS)
    cell = (
        f'<div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:{doc.side};display:inline-block;vertical-align:'
        'top;width:100%;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%"><tbody><tr><td style="font-size:'
        '0px;padding:10px 25px;word-break:break-word;"><div style="font-family:Ubuntu, Helvetica, Arial, sans-serif;font-size:13px;'
        'line-height:1.5;">'
    )
    inner = (
        f'{_preheader(doc, rng)}<div style="background-color:#ffffff;"><!--[if mso | IE]><table align="center" width="600"><tr><td><![endif]-->'
        f'<div style="margin:0px auto;max-width:600px;">{cell}{_logo(doc, rng)}{_paragraphs(doc, "")}{_rows(doc)}{_button(doc, rng, colour)}'
        f"{_items(doc, colour)}{_closing(doc, '')}{_small(doc)}</div></td></tr></tbody></table></div></div><!--[if mso | IE]></td></tr>"
        "</table><![endif]--></div>"
    )
    style = "#outlook a { padding:0; } @media only screen and (min-width:480px) { .mj-column-per-100 { width:100% !important; } }"
    return _page(doc, rng, style, inner, "#ffffff")


def hero_newsletter(doc: Document, rng: random.Random) -> Body:
    """A large linked picture first, then text."""
    colour = pick(rng, _COLOURS)
    target = _a(doc.url or f"https://{doc.home}/")
    inner = (
        f'{_preheader(doc, rng)}<center><table width="640"><tr><td>{_logo(doc, rng)}</td></tr><tr><td><a href="{target}"><img src="'
        f'{_a(doc.images)}{letters(rng, 8)}.jpg" width="640" alt="{_a(doc.subject)}"></a></td></tr><tr><td style="padding:20px"><h1>'
        f"{_e(doc.subject)}</h1>{_paragraphs(doc, 'font-size:16px')}{_button(doc, rng, colour)}{_items(doc, colour)}</td></tr><tr><td>"
        f"{_small(doc)}</td></tr></table></center>"
    )
    return _page(doc, rng, "h1{font-size:26px}", inner, "#eeeeee")


def two_columns(doc: Document, rng: random.Random) -> Body:
    """Text left, picture or items right."""
    colour = pick(rng, _COLOURS)
    right = (
        _items(doc, colour) or f'<img src="{_a(doc.images)}{letters(rng, 6)}.png" alt="{_a(doc.brand)}" width="200">'
    )
    inner = (
        f'{_browser(doc)}<table width="680" align="center" cellpadding="12"><tr><td colspan="2">{_logo(doc, rng)}</td></tr><tr valign="top">'
        f'<td width="60%">{_paragraphs(doc, "")}{_button(doc, rng, colour)}{_closing(doc, "")}</td><td width="40%" style="background:#f7f7f7">'
        f'{right}</td></tr><tr><td colspan="2">{_small(doc)}</td></tr></table>'
    )
    return _page(doc, rng, "td{font-family:Arial}", inner, "#ffffff")


def plain_looking_bulk(doc: Document, rng: random.Random) -> Body:
    """Bulk mail made to look like a personal letter, as campaigns send."""
    size = rng.choice(("14px", "16px", "18px"))
    inner = (
        f'<div style="max-width:600px;font-family:{pick(rng, _FONTS)};font-size:{size}">{_paragraphs(doc, "margin:0 0 1em")}'
        f"{_button(doc, rng, pick(rng, _COLOURS))}{_closing(doc, '')}<hr>{_small(doc)}</div>"
    )
    return _page(doc, rng, "", inner, "#ffffff")


def dark_newsletter(doc: Document, rng: random.Random) -> Body:
    """Light text on a dark ground, hidden preview text first."""
    inner = (
        f'{_preheader(doc, rng)}<div style="background:#101418;color:#e8e8e8;padding:30px">{_logo(doc, rng)}<h2 style="color:#fff">'
        f"{_e(doc.subject)}</h2>{_paragraphs(doc, 'color:#e8e8e8')}{_rows(doc)}{_button(doc, rng, '#e50914')}{_items(doc, '#ffffff')}"
        f"{_small(doc)}</div>"
    )
    return _page(doc, rng, ":root{color-scheme:light dark}", inner, "#101418")


def legacy_fonts(doc: Document, rng: random.Random) -> Body:
    """Old-fashioned markup: font, center, upper-case tags."""
    inner = "<BR><BR>".join(_e(text) for text in ([doc.greeting, *doc.paragraphs] if doc.greeting else doc.paragraphs))
    link = f'<BR><BR><A HREF="{_a(doc.url)}"><B><FONT SIZE=4>{_e(doc.call)}</FONT></B></A>' if doc.url else ""
    html = (
        f"<HTML><HEAD><TITLE>{_e(doc.subject)}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><FONT FACE=Arial COLOR=#333333>{inner}{link}"
        f"<BR><BR>{'<BR>'.join(_e(line) for line in doc.closing)}{_items(doc, '#000080')}{_small(doc)}</FONT></CENTER>"
        f"{_hidden(doc, rng)}{_pixel(doc)}</BODY></HTML>\n"
    )
    return Body(as_text(doc, rng) if rng.random() < 0.3 else None, html)


def notice_card(doc: Document, rng: random.Random) -> Body:
    """A small centred card, as accounts and services send."""
    colour, font = pick(rng, _COLOURS), pick(rng, _FONTS)
    inner = (
        f'<div style="background:#f4f5f7;padding:32px 0;font-family:{font}"><div style="max-width:{rng.randint(440, 600)}px;margin:0 auto;'
        f'background:#fff;border:1px solid #e0e0e0;border-radius:8px;padding:28px">{_logo(doc, rng)}<h2>{_e(doc.subject)}</h2>'
        f"{_paragraphs(doc, 'font-size:14px;color:#3c4043')}{_rows(doc)}{_button(doc, rng, colour)}{_closing(doc, '')}</div>"
        f'<div style="text-align:center">{_small(doc)}</div></div>'
    )
    return _page(doc, rng, "", inner, "#f4f5f7")


def minimal_notice(doc: Document, rng: random.Random) -> Body:
    """One or two sentences and a link."""
    font = pick(rng, _FONTS)
    shown = doc.shown_url or rng.choice((doc.call, doc.url))
    link = f'<p><a href="{_a(doc.url)}">{_e(shown)}</a></p>' if doc.url else ""
    html = f'<div style="font-family:{font};font-size:14px"{doc.direction}>{_paragraphs(doc, "")}{link}{_closing(doc, "")}{_small(doc)}</div>\n'
    return Body(as_text(doc, rng), html)


def receipt_table(doc: Document, rng: random.Random) -> Body:
    """A receipt or statement: rows of label and value."""
    colour = pick(rng, _COLOURS)
    inner = (
        f'<table align="center" width="560" cellpadding="8" style="font-family:{pick(rng, _FONTS)}"><tr><td style="border-bottom:3px solid '
        f'{colour}">{_logo(doc, rng)}</td></tr><tr><td>{_paragraphs(doc, "")}{_rows(doc)}{_button(doc, rng, colour)}{_items(doc, colour)}'
        f"{_closing(doc, '')}</td></tr><tr><td>{_small(doc)}</td></tr></table>"
    )
    return _page(doc, rng, "table{border-collapse:collapse}", inner, "#ffffff")


def notification(doc: Document, rng: random.Random) -> Body:
    """A social or work service tells that something happened."""
    colour = pick(rng, _COLOURS)
    avatar = f'<img src="{_a(doc.images)}avatar/{letters(rng, 10)}" width="48" height="48" style="border-radius:24px" alt="">'
    inner = (
        f'<table width="100%" style="max-width:520px;font-family:{pick(rng, _FONTS)}" align="center"><tr><td width="56" valign="top">{avatar}'
        f"</td><td>{_paragraphs(doc, 'margin:0 0 8px;font-size:14px')}{_rows(doc)}{_button(doc, rng, colour)}</td></tr><tr><td colspan=2>"
        f"{_small(doc)}</td></tr></table>"
    )
    return _page(doc, rng, "", inner, "#ffffff")


def letterhead(doc: Document, rng: random.Random) -> Body:
    """An official letter with a coloured bar."""
    colour = pick(rng, _COLOURS)
    bar = f'<div style="height:8px;background:{colour}"></div>'
    inner = (
        f'{bar}<div style="max-width:700px;margin:auto;font-family:{pick(rng, _FONTS)};font-size:15px;padding:20px">{_logo(doc, rng)}'
        f'<p style="text-transform:uppercase;color:{colour}">{_e(doc.subject)}</p>{_paragraphs(doc, "")}{_rows(doc)}'
        f"{_button(doc, rng, colour)}{_closing(doc, '')}<hr>{_small(doc)}</div>"
    )
    return _page(doc, rng, "", inner, "#ffffff")


def digest(doc: Document, rng: random.Random) -> Body:
    """A long list of entries, each with a link."""
    colour = pick(rng, _COLOURS)
    inner = (
        f'{_preheader(doc, rng)}{_browser(doc)}<table width="600" align="center" style="font-family:{pick(rng, _FONTS)}"><tr><td>'
        f"{_logo(doc, rng)}<h2>{_e(doc.subject)}</h2>{_paragraphs(doc, '')}{_items(doc, colour)}{_button(doc, rng, colour)}</td></tr><tr><td>"
        f"{_small(doc)}</td></tr></table>"
    )
    return _page(doc, rng, "h3{font-size:16px}", inner, "#ffffff")


def survey_tiles(doc: Document, rng: random.Random) -> Body:
    """Numbered tiles to click on."""
    colour = pick(rng, _COLOURS)
    tiles = "".join(
        f'<td style="padding:4px"><a href="{_a(doc.url or "https://" + doc.home)}{"&" if "?" in doc.url else "?"}r={n}" style="background:'
        f'{colour};color:#fff;padding:8px 12px">{n}</a></td>'
        for n in range(1, rng.choice((4, 6, 11)))
    )
    inner = (
        f'<div style="max-width:580px;margin:auto;font-family:Arial">{_logo(doc, rng)}{_paragraphs(doc, "")}<table><tr>{tiles}</tr></table>'
        f"{_button(doc, rng, colour)}{_closing(doc, '')}{_small(doc)}</div>"
    )
    return _page(doc, rng, "", inner, "#ffffff")


# Pictures


def image_only(doc: Document, rng: random.Random) -> Body:
    """One linked picture that holds the whole message."""
    target = _a(doc.url or f"https://{doc.home}/")
    alt = _a(rng.choice((doc.subject, doc.call or doc.brand, "", doc.brand)))
    html = (
        f'<html><body><center>{_browser(doc)}<a href="{target}"><img src="{_a(doc.images)}{letters(rng, 12)}.{rng.choice(("jpg", "png"))}" '
        f'border="0" alt="{alt}"></a><br>{_small(doc)}</center>{_hidden(doc, rng)}{_pixel(doc)}</body></html>\n'
    )
    return Body(f"{doc.call} {doc.url}\n".lstrip() if rng.random() < 0.3 else None, html)


def image_slices(doc: Document, rng: random.Random) -> Body:
    """A picture cut into linked slices in a table."""
    target = _a(doc.url or f"https://{doc.home}/")
    base, stem = _a(doc.images), letters(rng, 7)
    slices = "".join(
        f'<tr><td><a href="{target}"><img src="{base}{stem}_{n:02}.jpg" width="600" style="display:block" border="0" alt="'
        f'{_a(text[:60])}"></a></td></tr>\n'
        for n, text in enumerate([doc.subject, *doc.paragraphs[: rng.randint(1, 4)]])
    )
    inner = f'{_preheader(doc, rng)}<table width="600" align="center" cellpadding="0" cellspacing="0">{slices}</table>{_small(doc)}'
    return _page(doc, rng, "img{display:block}", inner, "#ffffff")


def image_and_line(doc: Document, rng: random.Random) -> Body:
    """A picture with one linked line of text."""
    target, shown = _a(doc.url or f"https://{doc.home}/"), _e(doc.call or doc.subject)
    html = (
        f'<div style="text-align:center"><a href="{target}"><h2>{shown}</h2></a><a href="{target}"><img src="{_a(doc.images)}{letters(rng, 9)}'
        f'.png" alt=""></a>{_small(doc)}</div>{_hidden(doc, rng)}{_pixel(doc)}\n'
    )
    return Body(None, html)


FAMILIES: dict[str, tuple[Layout, ...]] = {
    schema.PLAIN: (plain_letter, plain_wrapped, plain_ruled, plain_dense),
    schema.PERSONAL: (gmail_compose, outlook_word, outlook_web, apple_mail, thunderbird, yahoo_web, webmail, bare_html),
    schema.REPLY: (plain_reply, gmail_reply, outlook_reply),
    schema.FORWARD: (plain_forward, gmail_forward),
    schema.NOTICE: (notice_card, minimal_notice, receipt_table, notification, letterhead, bare_html, legacy_fonts, mjml_like),
    schema.BULK: (newsletter_table, mailchimp_like, mjml_like, hero_newsletter, two_columns, plain_looking_bulk, dark_newsletter,
                  legacy_fonts, survey_tiles),
    schema.DIGEST: (digest, plain_ruled, newsletter_table),
    schema.IMAGE: (image_only, image_slices, image_and_line),
    schema.LIST: (plain_list,),
    schema.BOUNCE: (bounce,),
}  # fmt: skip
BY_NAME: dict[str, Layout] = {layout.__name__: layout for family in FAMILIES.values() for layout in family}


def layouts_of(names: tuple[str, ...]) -> tuple[Layout, ...]:
    """The layouts of these families and single names.

    Raises:
        KeyError: neither a family nor a layout.
    """
    found: list[Layout] = []
    for name in names:
        found += FAMILIES[name] if name in FAMILIES else (BY_NAME[name],)
    return tuple(dict.fromkeys(found))


#: Layouts without an HTML part.
TEXT_ONLY = frozenset(
    {plain_letter, plain_wrapped, plain_ruled, plain_dense, plain_list, plain_reply, plain_forward, bounce}
)
#: Layouts that show an earlier message.
QUOTING = frozenset({plain_reply, gmail_reply, outlook_reply, plain_forward, gmail_forward, plain_list, bounce})
