"""Operations as pictures: SVG that is drawn here, in the direction of the language, without script.

Each stands beside a table or list that says the same; so the pictures are hidden from programs that read aloud.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from markupsafe import Markup

from tocsin.attribute.explain import shown
from tocsin.attribute.kinds import KINDS
from tocsin.attribute.trend import Trend
from tocsin.model.operation import FeatureKind
from tocsin.render.plain import one_line
from tocsin.render.words import Words

MOST_DOTS: Final = 60
"""Incidents on a timeline, the earliest."""
MOST_INCIDENTS: Final = 20
"""Incidents in a graph, the earliest."""
MOST_FEATURES: Final = 20
"""Features in a graph, the weightiest."""
_WIDE, _EDGE = 720, 34


class _Sheet:
    """Where things lie: what is drawn from left to right is mirrored for a language that runs the other way."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._mirrored = words.direction == "rtl"

    def x(self, across: float, wide: float = 0) -> str:
        """Return the left edge of something that is so wide, as SVG counts."""
        return f"{_WIDE - across - wide if self._mirrored else across:.1f}"

    def text(self, across: float, down: float, said: str, *, anchor: str = "start", kind: str = "") -> Markup:
        return Markup('<text class="{}" x="{}" y="{:.0f}" text-anchor="{}">{}</text>').format(
            kind, self.x(across), down, anchor, said
        )

    def drawn(self, kind: str, high: float, parts: Sequence[Markup]) -> Markup:
        return Markup(
            '<svg class="picture {}" viewBox="0 0 {} {:.0f}" direction="{}" aria-hidden="true">{}</svg>'
        ).format(kind, _WIDE, high, self.words.direction, Markup("").join(parts))


_HIGH, _FOOT, _TOP = 170, 24, 10


def bars(told: Trend, words: Words) -> Markup:
    """Return a bar for each week or month, with the interval that its count leaves; one that is not over is hollow."""
    sheet, most = _Sheet(words), max((bar.high for bar in told.bars), default=1.0)
    step, scale = (_WIDE - _EDGE - 6) / max(len(told.bars), 1), (_HIGH - _TOP) / most
    parts = [
        Markup('<line class="axis" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(
            sheet.x(_EDGE), _HIGH, sheet.x(_WIDE - 6), _HIGH
        ),
        sheet.text(_EDGE - 6, _TOP + 6, words.isolate(f"{most:.0f}"), anchor="end"),
        sheet.text(_EDGE - 6, _HIGH, words.isolate("0"), anchor="end"),
    ]
    for place, bar in enumerate(told.bars):
        left, wide = _EDGE + place * step, max(step - 2, 1.0)
        middle, top = sheet.x(left + wide / 2), _HIGH - bar.incidents * scale
        parts.append(
            Markup('<rect class="{}" x="{}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
                "bar" if bar.is_over else "bar open", sheet.x(left, wide), top, wide, bar.incidents * scale
            )
        )
        parts.append(
            Markup('<path class="interval" d="M{0} {1:.1f}V{2:.1f}"/>').format(
                middle, _HIGH - bar.low * scale, _HIGH - bar.high * scale
            )
        )
    if told.bars:
        first, last = (words.isolate(told.bars[place].begins.isoformat()) for place in (0, -1))
        parts.append(sheet.text(_EDGE, _HIGH + 18, first))
        parts += [sheet.text(_WIDE - 6, _HIGH + 18, last, anchor="end")] if len(told.bars) > 1 else []
    return sheet.drawn("trend", _HIGH + _FOOT, parts)


_DOT, _LANE = 9, 24


def timeline(incidents: Sequence[tuple[datetime, str]], words: Words) -> Markup:
    """Return when incidents began: a numbered dot for each of (time, whose it is), a row for each organisation.

    Dots that would hide one another stand below one another.
    """
    sheet, found = _Sheet(words), incidents[:MOST_DOTS]
    first, last = found[0][0], found[-1][0]
    whole = (last - first).total_seconds() or 1.0
    parts, down = [Markup()], 4.0
    for name in dict.fromkeys(name for _, name in found):
        parts.append(sheet.text(6, down + 14, one_line(name, 60), kind="name"))
        free: list[float] = []
        for number, (at, whose) in enumerate(found, 1):
            if whose == name:
                across = 20 + (at - first).total_seconds() / whole * (_WIDE - 40)
                row = _row(free, across)
                parts.append(_dot(sheet, number, across, down + 34 + row * _LANE))
        down += 26 + len(free) * _LANE
        parts.append(Markup('<line class="axis" x1="6" y1="{0:.0f}" x2="{1}" y2="{0:.0f}"/>').format(down, _WIDE - 6))
    parts.append(sheet.text(6, down + 18, words.isolate(f"{first:%Y-%m-%d}")))
    parts.append(sheet.text(_WIDE - 6, down + 18, words.isolate(f"{last:%Y-%m-%d}"), anchor="end"))
    return sheet.drawn("timeline", down + _FOOT, parts)


def _row(free: list[float], across: float) -> int:
    """Take the first row where there is room at a place; `free`: up to where each row is taken."""
    for row, taken in enumerate(free):
        if across - taken > 2 * _DOT:
            free[row] = across
            return row
    free.append(across)
    return len(free) - 1


def _dot(sheet: _Sheet, number: int, across: float, down: float) -> Markup:
    return Markup('<circle class="dot" cx="{0}" cy="{1:.0f}" r="{2}"/><text class="number" x="{0}" y="{3:.0f}" '
                  'text-anchor="middle">{4}</text>').format(
        sheet.x(across), down, _DOT, down + 4, number
    )  # fmt: skip


_BOX, _STEP, _LEFT, _RIGHT = 36, 44, 230, 350


def graph(
    incidents: Sequence[tuple[str, str, str]], features: Sequence[tuple[FeatureKind, str, Sequence[str]]], words: Words
) -> Markup:  # fmt: skip
    """Return incidents, each (id, what it is, when and whose), beside the features that they share, joined by lines.

    Features, each (kind, value, ids of incidents), stand at the height of those that show them, so that few lines
    cross: the order by mean place of K. Sugiyama and others (1981), in one pass.
    """
    sheet = _Sheet(words)
    rows = {name: place for place, (name, _, _) in enumerate(incidents[:MOST_INCIDENTS])}
    known = [
        (kind, value, [rows[one] for one in held if one in rows]) for kind, value, held in features[:MOST_FEATURES]
    ]
    placed = sorted((one for one in known if one[2]), key=lambda one: (sum(one[2]) / len(one[2]), one[0], one[1]))
    parts = []
    for row, (kind, value, held) in enumerate(placed):
        parts += [
            Markup('<path class="joins" d="M{} {}L{} {}"/>').format(
                sheet.x(_LEFT), _middle(other), sheet.x(_WIDE - _RIGHT), _middle(row)
            )
            for other in held
        ]
        title = KINDS[kind].text[words.language]
        parts.append(_box(sheet, _WIDE - _RIGHT, row, _RIGHT - 2, (title, shown(kind, value, 44)), "feature"))
    for place, (_, said, when) in enumerate(incidents[:MOST_INCIDENTS]):
        parts.append(_box(sheet, 2, place, _LEFT - 2, (f"{words.isolate(place + 1)} · {when}", said), "incident"))
    return sheet.drawn("graph", max(len(rows), len(placed), 1) * _STEP, parts)


def _middle(row: int) -> int:
    return row * _STEP + _BOX // 2 + 2


def _box(sheet: _Sheet, across: int, row: int, wide: int, lines: tuple[str, str], kind: str) -> Markup:
    top = row * _STEP + 2
    said = [one for one in lines if one]
    downs = (top + 15, top + 30) if len(said) == 2 else (top + 22,)
    rect = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="5"/>').format(
        kind, sheet.x(across, wide), top, wide, _BOX
    )
    texts = (sheet.text(across + 10, down, one) for one, down in zip(said, downs, strict=True))
    return rect + Markup("").join(texts)
