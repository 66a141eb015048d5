"""As much of style sheets as it takes to tell shown text from hidden: what mail programs apply of CSS 2."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from msgspec import Struct


class Style(NamedTuple):
    """What holds for the text of an element, own or inherited."""

    hidden: bool = False
    tiny: bool = False
    white: bool = False
    coloured: bool = False
    """Whether a background other than white may lie behind it."""

    @property
    def unseen(self) -> bool:
        """Whether a reader does not see its text."""
        return self.hidden or self.tiny or (self.white and not self.coloured)


class Declared(Struct, frozen=True):
    """What a style attribute or a rule says; None where it does not say."""

    hides: bool = False
    displays: bool = False
    """Whether it gives a display other than none."""
    tiny: bool | None = None
    white: bool | None = None
    background: bool = False


class Sheet(Struct, frozen=True):
    """The rules of a page that hide something: their selectors (`x`, `.x`, `x.y`, `#x`), in lower case."""

    hiding: frozenset[str] = frozenset()


EMPTY_SHEET: Final = Sheet()
NOTHING: Final = Declared()
_MAX_SHEET: Final = 100_000
_HIDES: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:!important\s*)?(?:;|$)|"
    r"opacity\s*:\s*(?:0+(?:\.0*)?|\.0+)\s*(?:!important\s*)?(?:;|$)|text-indent\s*:\s*-\d{3}|left\s*:\s*-\d{3,5}px"
)
_NO_ROOM: Final = re.compile(r"(?<![-\w])(?:height|width)\s*:\s*[01](?:px)?\s*(?:!important\s*)?(?:;|$)")
_CLIPPED: Final = re.compile(r"overflow\s*:\s*hidden")
_DISPLAYS: Final = re.compile(r"(?<![-\w])display\s*:\s*(?!none)\w")
_SIZE: Final = re.compile(
    r"(?<![-\w])font(?:-size)?\s*:\s*(?:\d*\.?\d+\s+)?(\d{0,6}\.?\d{1,6})\s*(px|pt|em|rem|%)?(?![\w%.])"
)
_SMALLEST: Final = {"px": 3.0, "pt": 3.0, "em": 0.2, "rem": 0.2, "%": 20.0, None: 3.0}
"""Below these nobody can read it: three pixels, or a fifth of the usual size."""
_COLOUR: Final = re.compile(r"(?<![-\w])color\s*:\s*([^;!]{1,64})")
_BACKGROUND: Final = re.compile(r"background(?:-color|-image)?\s*:\s*([^;]{1,200})")
_WHITE: Final = re.compile(
    r"#fff(?:fff)?(?:ff)?$|white$|transparent$|rgba?\(\s*255\s*,\s*255\s*,\s*255|rgba\([^)]{1,40},\s*0(?:\.0*)?\s*\)"
)
_WHITES: Final = frozenset(("#fff", "#ffffff", "white"))
_NO_BACKGROUND: Final = _WHITES | {"none", "transparent", "inherit", "initial"}
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE: Final = re.compile(r"([{}])")
_SELECTOR: Final = re.compile(r"(?:[a-z][a-z0-9]*)?[.#][\w\-]+|[a-z][a-z0-9]*")
_CLASS: Final = re.compile(r"[.#][\w\-]+")


@lru_cache(maxsize=8192)
def read_declarations(text: str) -> Declared:
    """Return what the declarations in `text` say of the visibility of their element."""
    lowered = text.lower()
    if "/*" in lowered or "\\" in lowered:
        lowered = _COMMENT.sub("", lowered).replace("\\", "")
    hides = _HIDES.search(lowered) is not None or (
        _CLIPPED.search(lowered) is not None and _NO_ROOM.search(lowered) is not None
    )
    background = _BACKGROUND.search(lowered)
    declared = Declared(
        hides,
        _DISPLAYS.search(lowered) is not None,
        _tiny(lowered),
        _white(lowered),
        background is not None and background[1].strip() not in _NO_BACKGROUND,
    )
    return NOTHING if declared == NOTHING else declared


def _tiny(declarations: str) -> bool | None:
    match = _SIZE.search(declarations) if "font" in declarations else None
    if match is None:
        return None
    size = float(match[1])
    if match[2] in ("em", "%") and size > 0 and size >= _SMALLEST[match[2]]:
        return None  # a share of what it inherits
    return size < _SMALLEST[match[2]]


def _white(declarations: str) -> bool | None:
    match = _COLOUR.search(declarations) if "color" in declarations else None
    return None if match is None else _WHITE.match(match[1].strip()) is not None


def read_sheet(source: str) -> Sheet:
    """Return the simple rules of `source` that hide their elements, outside of at-rules.

    A class that an at-rule names too (a layout for small screens, say) is left out: where it shows is not certain.
    """
    source = source[:_MAX_SHEET].lower()
    if "none" not in source and "hid" not in source:
        return EMPTY_SHEET
    source = _COMMENT.sub("", source)
    hiding: set[str] = set()
    elsewhere: set[str] = set()
    depth = 0
    at_rule = False
    prelude = ""
    for piece in _BRACE.split(source):
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            prelude = piece.rpartition(";")[2].strip()
            at_rule = prelude.startswith("@")
        elif at_rule:
            elsewhere.update(_CLASS.findall(piece[:_MAX_SHEET]))
        elif depth == 1 and ("display" in piece or "hid" in piece):
            _apply(prelude, read_declarations(piece), hiding)
    return Sheet(frozenset(selector for selector in hiding if not elsewhere & set(_CLASS.findall(selector))))


def _apply(prelude: str, declared: Declared, hiding: set[str]) -> None:
    for selector in prelude.split(",")[:100]:
        name = selector.strip()
        if declared.hides and _SELECTOR.fullmatch(name) and name not in ("html", "body"):
            hiding.add(name)
        elif declared.displays:
            hiding.discard(name)


def style_of(outer: Style, tag: str, attributes: dict[str, str | None], sheet: Sheet) -> Style:
    """Return the style of an element inside `outer`; the same object where nothing changes."""
    if outer.hidden:
        return outer
    written = attributes.get("style")
    declared = read_declarations(written) if written else NOTHING
    if declared is NOTHING and outer.coloured and not sheet.hiding and tag != "font" and "hidden" not in attributes:
        return outer
    hidden = "hidden" in attributes or declared.hides or (not declared.displays and _hidden_by(sheet, tag, attributes))
    tiny, white = declared.tiny, declared.white
    if tag == "font":
        tiny = False if tiny is None and "size" in attributes else tiny
        colour = (attributes.get("color") or "").strip().lower()
        white = colour in _WHITES if white is None and colour else white
    style = Style(
        hidden,
        outer.tiny if tiny is None else tiny,
        outer.white if white is None else white,
        outer.coloured or declared.background or tag == "a" or _may_colour(attributes),
    )
    return outer if style == outer else style


def _may_colour(attributes: dict[str, str | None]) -> bool:
    """Whether attributes give a background, or name a class to which the sheet may give one."""
    if attributes.get("class") or attributes.get("background"):
        return True
    colour = attributes.get("bgcolor")
    return bool(colour) and str(colour).strip().lower() not in _WHITES


def _hidden_by(sheet: Sheet, tag: str, attributes: dict[str, str | None]) -> bool:
    if not sheet.hiding:
        return False
    if tag in sheet.hiding or f"#{(attributes.get('id') or '').strip().lower()}" in sheet.hiding:
        return True
    names = (attributes.get("class") or "").lower().split()
    return any(f".{name}" in sheet.hiding or f"{tag}.{name}" in sheet.hiding for name in names[:20])
