"""HTML that would cost a parser too much, made harmless before it is parsed.

Tree construction by the HTML standard (section 13.2.6) is quadratic in nesting, in the attributes of one tag, and in
formatting elements left open, which it opens anew in every following paragraph. Browsers cap the depth at 512.
"""

from __future__ import annotations

import re
from typing import Final

_FEW_TAGS: Final = 1_500
_SHORT: Final = 20_000
_MAX_TAGS: Final = 12_000
"""Start tags of one page that are read. At the 200,000 characters that are read, real pages have up to about 6,000."""
_MAX_DEPTH: Final = 512
"""As in Chromium's tree builder."""
_MAX_FORMATTING: Final = 15
"""Different start tags of formatting elements, of which at most three equal ones stay open; more become spans."""
_LONG_TAG: Final = 10_000
_MAX_ATTRIBUTES: Final = 500
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>?")
_FORMATTING: Final = frozenset("b big code em font i nobr s small strike strong tt u".split())
# Elements that have no end, whose end the next one of them implies, or that hold no elements: they do not nest.
_FLAT: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr p td th tr dt dd option thead tbody tfoot "
    "colgroup html head body a form iframe script style title textarea button".split()
)


def tame(source: str) -> tuple[str, tuple[str, ...]]:
    """Return `source` such that it can be parsed in bounded time, and the codes of what had to be left out."""
    tags = source.count("<") - source.count("</")
    if tags <= _FEW_TAGS and (len(source) < _SHORT or max(map(len, source.split("<"))) < _LONG_TAG):
        return source, ()
    tamer = _Tamer()
    tamed = _TAG.sub(tamer.replace, source)
    return tamed[: tamer.cut] if tamer.cut else tamed, tuple(tamer.defects)


class _Tamer:
    """What has been seen so far."""

    def __init__(self) -> None:
        self.defects: dict[str, None] = {}
        self.depth = 0
        self.tags = 0
        self.shorter = 0
        self.cut = 0
        self.formatting: set[str] = set()

    def replace(self, match: re.Match[str]) -> str:
        """Return what stands for one tag from now on."""
        whole = match[0]
        kept = self._kept(match[1], match[2].lower(), match[3], whole)
        self.shorter += len(whole) - len(kept)
        if self.tags > _MAX_TAGS and not self.cut:
            self.defects["html-too-many-tags"] = None
            self.cut = match.start() - (self.shorter - len(whole) + len(kept)) or 1
        return kept

    def _kept(self, closing: str, name: str, attributes: str, whole: str) -> str:
        if closing:
            self.depth -= self.depth > 0 and name not in _FLAT
            return whole
        if len(attributes) > _LONG_TAG and len(attributes.split(None, _MAX_ATTRIBUTES)) > _MAX_ATTRIBUTES:
            self.defects["html-too-many-attributes"] = None
            whole = f"<{name}>"
        if name in _FORMATTING and attributes.strip():
            self.formatting.add(whole)
            if len(self.formatting) > _MAX_FORMATTING:
                self.formatting.discard(whole)
                whole = f"<span{attributes}>"
        if name not in _FLAT:
            self.depth += 1
            if self.depth > _MAX_DEPTH:
                self.defects["html-too-deep"] = None
                return ""
        self.tags += 1
        return whole
