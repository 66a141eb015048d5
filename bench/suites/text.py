"""The small markup of the suites, rendered the way mail programs render a message: as plain text and as HTML.

`[shown](url)` is a link, `[[shown]](url)` a button, `{{image:NAME}}` the inline attachment NAME. A bare URL stays bare
in text and becomes a link in HTML. A blank line ends a paragraph.
"""

from __future__ import annotations

import html
import re
import textwrap

_TOKEN = re.compile(
    r"\[\[(?P<button>[^\]]+)\]\]\((?P<target>[^)\s]+)\)"
    r"|\[(?P<shown>[^\]]+)\]\((?P<url>[^)\s]+)\)"
    r"|\{\{image:(?P<image>[^}]+)\}\}"
    r"|(?P<bare>https?://[^\s<>()]*[^\s<>().,;:!?])"
)
_RIGHT_TO_LEFT = {"ar", "fa", "he"}
_BUTTON = "background:#1a56db;color:#ffffff;padding:10px 18px;text-decoration:none;border-radius:4px"


def _plain_token(found: re.Match[str]) -> str:
    shown = found["button"] or found["shown"]
    if shown:
        url = found["target"] or found["url"]
        return url if shown == url else f"{shown} <{url}>"
    if found["image"]:
        return f"[image: {found['image']}]"
    return found["bare"]


def plain(body: str, width: int | None = None) -> str:
    """Render `body` as plain text; `width` (columns) wraps its lines as some mail programs do, never inside a URL."""
    text = _TOKEN.sub(_plain_token, body.strip("\n")) + "\n"
    if width is None:
        return text
    return "".join(_wrap(line, width) + "\n" for line in text[:-1].split("\n"))


def _wrap(line: str, width: int) -> str:
    if len(line) <= width or line.startswith((">", " ", "\t")):
        return line
    return "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))


def _html_token(found: re.Match[str]) -> str:
    if found["image"]:
        return f'<img src="cid:{html.escape(found["image"])}" alt="">'
    if found["button"]:
        return f'<a href="{html.escape(found["target"])}" style="{_BUTTON}">{html.escape(found["button"])}</a>'
    url = found["url"] or found["bare"]
    return f'<a href="{html.escape(url)}">{html.escape(found["shown"] or url)}</a>'


def _inline(line: str) -> str:
    pieces, at = [], 0
    for found in _TOKEN.finditer(line):
        pieces += [html.escape(line[at : found.start()], quote=False), _html_token(found)]
        at = found.end()
    return "".join([*pieces, html.escape(line[at:], quote=False)])


def rich(body: str, lang: str) -> str:
    """Render `body` as an HTML document, right-to-left for Arabic, Persian and Hebrew (`lang` is a BCP 47 tag)."""
    direction = ' dir="rtl"' if lang in _RIGHT_TO_LEFT else ""
    blocks = [block for block in re.split(r"\n\s*\n", body.strip("\n")) if block.strip()]
    shown = "\n".join(f"<p{direction}>" + "<br>\n".join(map(_inline, block.split("\n"))) + "</p>" for block in blocks)
    return f'<html><head><meta charset="utf-8"></head><body{direction}>\n{shown}\n</body></html>\n'
