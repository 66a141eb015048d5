"""HTML as a reader sees it: visible text, hidden text, links, images, forms. Parsed as browsers parse (Lexbor).

Nothing is fetched, nothing is run.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode


class Anchor(Struct, frozen=True):
    """A link: the URL as written, what it shows, and where that stands in the visible text."""

    url: str
    shown: str
    start: int
    end: int
    kind: str = "a"
    """`a`, `area`, `form` (its action), `refresh` (a redirecting meta element)."""
    title: str = ""


class Image(Struct, frozen=True):
    """An image that the page asks for. `width` and `height` are pixels, -1 where not given."""

    url: str
    alt: str
    width: int
    height: int


class Page(Struct, frozen=True):
    """What an HTML part shows and hides."""

    text: str
    """Visible text; block elements end lines."""
    hidden: str
    """Text that is there and not shown (display:none, zero size, the colour of its background)."""
    anchors: tuple[Anchor, ...]
    images: tuple[Image, ...]
    forms: int
    inputs: tuple[str, ...]
    """Types of the input elements (`password`, `text`, ...)."""
    scripts: str
    """Script source, joined."""
    embedded: tuple[str, ...]
    """URLs of iframe, object, embed and frame elements."""
    base: str
    """The URL of a base element, or an empty string."""
    title: str


EMPTY: Final = Page("", "", (), (), 0, (), "", (), "", "")
_MAX_ANCHORS: Final = 2_000
# Elements that do not end a line: unwrapped, so that the words they split are whole again.
_INLINE: Final = (
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike "
    "strong sub sup tt u var wbr"
).split()
_BREAK: Final = "\x1f"
_NOT_SHOWN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:;|$)|"
    r"opacity\s*:\s*0?\.?0*\s*(?:!important\s*)?(?:;|$)|text-indent\s*:\s*-\d{3,}|left\s*:\s*-\d{3,}px"
)
_TINY: Final = re.compile(r"font-size\s*:\s*0*\.?[0-2]?(?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:!important\s*)?(?:;|$)")
_WHITE: Final = re.compile(
    r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent|rgba?\(\s*255\s*,\s*255\s*,\s*255)"
)
_BACKGROUND: Final = re.compile(r"background(?:-color|-image)?\s*:\s*([^;]+)")
_CONTROL: Final = re.compile(r"[\t\r\n]")
_NUMBER: Final = re.compile(r"\s*(\d{1,6})(?:px)?\s*$")


def read_page(source: str) -> Page:
    """Return the page in `source` (already decoded and limited by the caller)."""
    try:
        tree = LexborHTMLParser(source)
    except Exception:  # noqa: BLE001 - the C parser's errors have no common base class; an unreadable page is empty
        return EMPTY
    if tree.root is None:
        return EMPTY
    lowered = source.lower()

    def select(selector: str, *tags: str) -> list[LexborNode]:
        """Ask the tree only for elements whose tags stand in the source."""
        return tree.css(selector)[:_MAX_ANCHORS] if any(f"<{tag}" in lowered for tag in tags) else []

    title = "".join(node.text(strip=True) for node in select("title", "title")[:1])
    scripts = "\n".join(node.text() for node in select("script", "script"))
    base = "".join(_attribute(node, "href") for node in select("base[href]", "base")[:1])
    refresh = [_refresh_url(_attribute(n, "content")) for n in (select("meta", "meta") if "refresh" in lowered else [])]
    embedded = tuple(
        _attribute(node, "src") or _attribute(node, "data")
        for node in select("iframe, object, embed, frame", "iframe", "object", "embed", "frame")
    )
    tree.strip_tags(["script", "style", "noscript", "template", "title", "head"])
    hidden = _take_hidden(tree)
    links = select("a[href], area[href], form[action]", "a", "form")
    shown = [(_attributes(node), node.tag or "a", _squeeze(node.text(separator=" "))) for node in links]
    images = tuple(_image(node) for node in select("img[src]", "img"))
    forms = len(select("form", "form"))
    inputs = tuple(_attribute(n, "type").lower() or "text" for n in select("input, textarea", "input", "textarea"))
    tree.unwrap_tags(_INLINE)
    tree.merge_text_nodes()
    text = to_lines(tree.body.text(separator=_BREAK), "<pre" in lowered) if tree.body is not None else ""
    anchors = _anchors(shown, text) + [Anchor(url, "", 0, 0, "refresh") for url in refresh if url]
    return Page(text, hidden, tuple(anchors), images, forms, inputs, scripts, embedded, base, title)


def to_lines(text: str, preformatted: bool = False) -> str:
    """Return text whose blocks are separated by U+001F with one block a line and its white space collapsed."""
    blocks = text.replace("\n", _BREAK).split(_BREAK) if preformatted else text.split(_BREAK)
    return "\n".join(line for block in blocks if (line := _squeeze(block)))


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _attribute(node: LexborNode, name: str) -> str:
    return (node.attributes.get(name) or "").strip()


def _attributes(node: LexborNode) -> dict[str, str]:
    return {name: (value or "").strip() for name, value in node.attributes.items()}


def _anchors(links: list[tuple[dict[str, str], str, str]], text: str) -> list[Anchor]:
    found: list[Anchor] = []
    cursor = 0
    for attributes, tag, words in links:
        if tag == "form":
            found.append(Anchor(attributes.get("action", ""), "", 0, 0, "form"))
            continue
        shown = words or attributes.get("alt", "")
        start = text.find(shown, cursor)
        end = start + len(shown)
        if start == -1:  # its words stand on several lines, or in an image
            start = end = cursor
        cursor = end
        url = _CONTROL.sub("", attributes.get("href", ""))
        found.append(Anchor(url, shown, start, end, tag, attributes.get("title", "")))
    return found


def _image(node: LexborNode) -> Image:
    attributes = node.attributes
    return Image(
        url=(attributes.get("src") or "").strip(),
        alt=(attributes.get("alt") or "").strip(),
        width=_pixels(attributes.get("width")),
        height=_pixels(attributes.get("height")),
    )


def _pixels(value: str | None) -> int:
    match = _NUMBER.match(value or "")
    return int(match[1]) if match else -1


def _refresh_url(content: str) -> str:
    match = re.match(r"\s*\d+\s*[;,]\s*url\s*=\s*[\"']?([^\"'\s]+)", content, re.I)
    return match[1] if match else ""


def _take_hidden(tree: LexborHTMLParser) -> str:
    """Remove what is not shown from the tree and return its text."""
    hidden: list[str] = []
    for node in tree.css("[hidden], [style], font[color]"):
        if node.parent is not None and _is_hidden(node):
            hidden.append(_squeeze(node.text(separator=" ")))
            node.decompose()
    return "\n".join(words for words in hidden if words)


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes:
        return True
    concealed, tiny, white = _conceals(attributes.get("style") or "")
    if concealed:
        return True
    if tiny:  # unless its children set a size of their own
        return node.css_first("[style*=font-size], font[size], img") is None
    white = white or (attributes.get("color") or "").lower() in _WHITES
    return white and not _has_background(node) and node.css_first("a[href], img") is None


@lru_cache(maxsize=4096)
def _conceals(style: str) -> tuple[bool, bool, bool]:
    """Whether a style hides its element, makes its text tiny, or white."""
    lowered = style.lower()
    return (
        _NOT_SHOWN.search(lowered) is not None,
        _TINY.search(lowered) is not None,
        _WHITE.search(lowered) is not None,
    )


_WHITES: Final = ("#fff", "#ffffff", "white")


def _has_background(node: LexborNode | None) -> bool:
    """Whether a background other than white may lie behind the node (its own or an ancestor's)."""
    for _ in range(40):
        if node is None or not node.is_element_node:
            return False
        attributes = node.attributes
        colour = (attributes.get("bgcolor") or "").lower()
        if attributes.get("background") or (colour and colour not in _WHITES):
            return True
        match = _BACKGROUND.search((attributes.get("style") or "").lower())
        if match and match[1].strip() not in (*_WHITES, "none", "transparent", "inherit"):
            return True
        if attributes.get("class") or node.tag == "a":
            return True  # a style sheet may colour it: no claim
        node = node.parent
    return True
