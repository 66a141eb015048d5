"""HTML as a reader sees it: visible text, hidden text, links, images, forms. Parsed as browsers parse (Lexbor).

One walk over the tree, without recursion. Nothing is fetched, nothing is run; so what stands in `noscript` is shown, as
mail programs do.
"""

from __future__ import annotations

import re
from typing import Final, TypeVar

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tocsin.formats.css import EMPTY_SHEET, Sheet, Style, read_sheet, style_of
from tocsin.formats.tame import tame


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
    defects: tuple[str, ...] = ()
    """Codes of what was over a limit: `too-many-links`, and those of `tocsin.formats.tame`."""


Attributes = dict[str, str | None]
Item = TypeVar("Item")
EMPTY: Final = Page("", "", (), (), 0, (), "", (), "", "")
_MAX_LINKS: Final = 2_000
"""Links, images, inputs and embedded things of one page, each."""
# Elements that end a line, or that stand between two words. All others, unknown ones too, leave a word whole.
_BREAKING: Final = frozenset(
    "address article aside blockquote body br button canvas caption center col colgroup dd details dialog dir div dl "
    "dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img "
    "input legend li link main map menu meta nav object embed ol optgroup option p picture pre search section "
    "select summary svg table tbody td textarea tfoot th thead title tr track ul video audio marquee xmp plaintext "
    "listing".split()
)
_PREFORMATTED: Final = frozenset(("pre", "textarea", "listing", "xmp", "plaintext"))
_SKIPPED: Final = frozenset(("script", "style", "template", "title"))
_NOTED: Final = frozenset("a area base embed form frame iframe img input meta object script textarea title".split())
_CONTROL: Final = re.compile(r"[\t\r\n]")
_NUMBER: Final = re.compile(r"\s*(\d{1,6})(?:px)?\s*$")
_REFRESH: Final = re.compile(r"\s*[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?[\"']?([^\"'\s]+)", re.IGNORECASE)


def read_page(source: str) -> Page:
    """Return the page in `source` (already decoded and limited by the caller)."""
    source, defects = tame(source)
    try:
        tree = LexborHTMLParser(source)
    except Exception:  # noqa: BLE001 - the C parser's errors have no common base class; an unreadable page is empty
        return EMPTY
    if tree.root is None:
        return EMPTY
    sheet = EMPTY_SHEET
    if "<style" in source or "<style" in source.lower():
        sheet = read_sheet("\n".join(node.text() for node in tree.css("style")[:50]))
    reader = _Reader(sheet, defects)
    reader.walk(tree.root)
    return reader.page()


class _Line:
    """Text written as a reader sees it: white space collapsed, one block a line."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.gap = ""

    def write(self, text: str) -> None:
        words = text.split()
        if not words:
            self.gap = self.gap or (" " if text else "")
            return
        if self.pieces and (gap := self.gap or (" " if text[0].isspace() else "")):
            self.pieces.append(gap)
            self.length += 1
        self.gap = " " if text[-1].isspace() else ""
        joined = " ".join(words)
        self.pieces.append(joined)
        self.length += len(joined)


_Open = tuple[LexborNode, bool, Style, int, int, int]
"""An element whose end has not come: itself, whether it ends lines, the style outside of it, its place among the
anchors (or -1), and how many pieces and characters stood before it."""


class _Reader:
    """The state of one walk."""

    def __init__(self, sheet: Sheet, defects: tuple[str, ...]) -> None:
        self.sheet = sheet
        self.defects = dict.fromkeys(defects)
        self.shown = _Line()
        self.concealed = _Line()
        self.style = Style()
        self.preformatted = 0
        self.anchors: list[Anchor] = []
        self.refreshes: list[Anchor] = []
        self.images: list[Image] = []
        self.inputs: list[str] = []
        self.embedded: list[str] = []
        self.scripts: list[str] = []
        self.forms = 0
        self.base = ""
        self.title = ""

    def page(self) -> Page:
        return Page(
            "".join(self.shown.pieces), "".join(self.concealed.pieces), tuple(self.anchors + self.refreshes),
            tuple(self.images), self.forms, tuple(self.inputs), "\n".join(self.scripts), tuple(self.embedded),
            self.base, self.title, tuple(self.defects),
        )  # fmt: skip

    def walk(self, root: LexborNode) -> None:
        """Visit every node below `root` in order."""
        stack: list[_Open] = []
        node: LexborNode | None = root
        while node is not None:
            tag = node.tag or ""
            child = None
            if tag == "-text":
                content = node.text_content or ""
                if content.isspace() and not self.preformatted:
                    self.shown.gap = self.shown.gap or " "
                    self.concealed.gap = self.concealed.gap or " "
                else:
                    self._write(content)
            elif tag[:1] not in "-!" and tag not in _SKIPPED:
                opened = self._open(node, tag)
                child = node.first_child
                if child is None:
                    self._close(opened)
                else:
                    stack.append(opened)
            elif tag in _NOTED:
                self._note_head(node, tag, node.attributes)
            following = child or node.next
            while following is None and stack:
                last = stack.pop()
                self._close(last)
                following = last[0].next
            node = following

    def _write(self, text: str) -> None:
        style = self.style
        line = self.concealed if style.unseen else self.shown
        if not self.preformatted or "\n" not in text:
            line.write(text)
            return
        for row in text.split("\n"):
            line.write(row)
            line.gap = "\n"

    def _open(self, node: LexborNode, tag: str) -> _Open:
        """Take note of an element."""
        attributes = node.attributes
        breaks = tag in _BREAKING
        if breaks:
            self._end_line()
            self.preformatted += tag in _PREFORMATTED
        before = self.style
        if attributes or tag in self.sheet.hiding:
            self._restyle(node, tag, attributes)
        anchor = self._note(node, tag, attributes) if tag in _NOTED else -1
        return node, breaks, before, anchor, len(self.shown.pieces), self.shown.length

    def _restyle(self, node: LexborNode, tag: str, attributes: Attributes) -> None:
        outer, style = self.style, style_of(self.style, tag, attributes, self.sheet)
        if style is outer:
            return
        if style.white and not outer.white and not style.coloured and node.css_first("a[href], img") is not None:
            style = style._replace(white=False)  # its children lie on colours that are not known here
        if style.hidden:
            self.concealed.gap = "\n"
        self.style = style

    def _close(self, opened: _Open) -> None:
        node, breaks, self.style, anchor, piece, start = opened
        if anchor >= 0:
            self._finish_anchor(anchor, piece, start)
        if breaks:
            self._end_line()
            self.preformatted -= node.tag in _PREFORMATTED

    def _end_line(self) -> None:
        self.shown.gap = self.concealed.gap = "\n"

    def _note(self, node: LexborNode, tag: str, attributes: Attributes) -> int:
        """Keep what the element says beside its text; return its place among the anchors, or -1."""
        if tag in ("base", "meta"):
            self._note_head(node, tag, attributes)
        elif self.style.hidden:
            return -1
        elif tag in ("a", "area"):
            if "href" in attributes and self._keep(self.anchors, _anchor(tag, attributes)):
                return len(self.anchors) - 1
        elif tag == "form":
            self.forms += 1
            if "action" in attributes:
                self._keep(self.anchors, Anchor(_value(attributes, "action"), "", 0, 0, "form"))
        elif tag == "img":
            if "src" in attributes:
                self._keep(self.images, _image(attributes))
        elif tag in ("input", "textarea"):
            self._keep(self.inputs, _value(attributes, "type").lower() or "text")
        else:
            self._keep(self.embedded, _value(attributes, "src") or _value(attributes, "data"))
        return -1

    def _note_head(self, node: LexborNode, tag: str, attributes: Attributes) -> None:
        if tag == "script":
            self._keep(self.scripts, node.text())
        elif tag == "title":
            self.title = self.title or node.text(strip=True)
        elif tag == "base":
            self.base = self.base or _value(attributes, "href")
        elif _value(attributes, "http-equiv").lower() == "refresh":
            match = _REFRESH.match(_value(attributes, "content"))
            if match:
                self._keep(self.refreshes, Anchor(match[1], "", 0, 0, "refresh"))

    def _keep(self, kept: list[Item], item: Item) -> bool:
        if len(kept) >= _MAX_LINKS:
            self.defects["too-many-links"] = None
            return False
        kept.append(item)
        return True

    def _finish_anchor(self, number: int, piece: int, start: int) -> None:
        """Fill in what the link shows and where."""
        anchor = self.anchors[number]
        written = "".join(self.shown.pieces[piece:])
        shown = " ".join(written.split())
        start += len(written) - len(written.lstrip())
        self.anchors[number] = Anchor(
            anchor.url, shown or anchor.shown, start, self.shown.length, anchor.kind, anchor.title
        )


def _value(attributes: Attributes, name: str) -> str:
    return (attributes.get(name) or "").strip()


def _anchor(tag: str, attributes: Attributes) -> Anchor:
    """The link as far as it is known at its start tag; its text comes later."""
    url = _CONTROL.sub("", _value(attributes, "href"))
    return Anchor(url, _value(attributes, "alt"), 0, 0, tag, _value(attributes, "title"))


def _image(attributes: Attributes) -> Image:
    return Image(
        _value(attributes, "src"),
        _value(attributes, "alt"),
        _pixels(attributes.get("width")),
        _pixels(attributes.get("height")),
    )


def _pixels(value: str | None) -> int:
    match = _NUMBER.match(value or "")
    return int(match[1]) if match else -1
