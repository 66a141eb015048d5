"""Pictures, drawn here as SVG: nothing is loaded for them, and no script is needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from tocsin.model.view import CountItem

_PATH: Final = re.compile(r'<path d="([MHVhvmlLzZ\d ,.\-]+)"')
_WIDTH: Final = re.compile(r'width="(\d+)"')


def qr(text: str) -> Markup:
    """Return a QR code, dark on light whatever the colours around it: cameras want it so."""
    import zxingcpp

    drawn = zxingcpp.write_barcode_to_svg(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode))
    width, path = _WIDTH.search(drawn), _PATH.search(drawn)
    if width is None or path is None:
        raise ValueError("no QR code was drawn")
    return Markup(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-hidden="true"><rect width="{0}" height="{0}" '
        'fill="#fff"/><path d="{1}" fill="#000"/></svg>'
    ).format(width[1], path[1])


_BOX, _GAP, _ROUTE_WIDTH = 46, 26, 640


def route(hops: Sequence[tuple[str, str, str]]) -> Markup:
    """Return the way of a message from top to bottom: (time, from, by) of each hop, the oldest first, all harmless."""
    first = [("", hops[0][1])] if hops and hops[0][1] else []
    stops = [*first, *((time, by) for time, _, by in hops)]
    height = len(stops) * (_BOX + _GAP) - _GAP + 2
    drawn = [_stop(place, time, name, last=place == len(stops) - 1) for place, (time, name) in enumerate(stops)]
    return Markup(
        '<svg class="route" viewBox="0 0 {} {}" direction="ltr" role="img" aria-hidden="true">{}</svg>'
    ).format(_ROUTE_WIDTH, height, Markup("").join(drawn))


def _stop(place: int, time: str, name: str, *, last: bool) -> Markup:
    top = place * (_BOX + _GAP) + 1
    middle, end = _ROUTE_WIDTH // 2, top + _BOX
    shown = name if len(name) <= 72 else f"{name[:71]}…"
    box = Markup('<rect x="1" y="{}" width="{}" height="{}" rx="6"/>').format(top, _ROUTE_WIDTH - 2, _BOX)
    words = Markup('<text x="14" y="{}">{}</text><text class="quiet" x="14" y="{}">{}</text>').format(
        top + (20 if time else 28), shown, top + 38, time
    )
    if last:
        return box + words
    arrow = Markup('<line x1="{0}" y1="{1}" x2="{0}" y2="{2}"/><path d="M{3} {4}h10l-5 7z"/>').format(
        middle, end, end + _GAP - 7, middle - 5, end + _GAP - 8
    )
    return box + words + arrow


_WIDE, _HIGH, _FOOT = 720, 170, 24


def over_time(first: date, last: date, counts: Iterable[CountItem], values: Sequence[str]) -> Markup:
    """Return bars of messages a day, or a week where there are many days; one colour and place for each value."""
    bars = _bars(first, last, counts, values)
    most = max((sum(bar.values()) for bar in bars), default=0) or 1
    wide, drawn, bottoms = (_WIDE - 40) / len(bars), Markup(""), [float(_HIGH)] * len(bars)
    for value in values:
        highs = [bar[value] * (_HIGH - 10) / most for bar in bars]
        drawn += Markup('<path class="{}" d="{}"/>').format(value, _columns(34, wide, bottoms, highs))
        bottoms = [bottom - high for bottom, high in zip(bottoms, highs, strict=True)]
    axis = Markup(
        '<line class="axis" x1="34" y1="{0}" x2="{1}" y2="{0}"/><text x="28" y="16" text-anchor="end">{2}</text>'
        '<text x="28" y="{0}" text-anchor="end">0</text><text x="34" y="{3}">{4}</text>'
        '<text x="{1}" y="{3}" text-anchor="end">{5}</text>'
    ).format(_HIGH, _WIDE - 6, most, _HIGH + 18, first, last)
    return Markup(
        '<svg class="picture" viewBox="0 0 {} {}" direction="ltr" role="img" aria-hidden="true">{}</svg>'
    ).format(_WIDE, _HIGH + _FOOT, axis + drawn)


def _columns(left: float, wide: float, bottoms: Sequence[float], highs: Sequence[float]) -> str:
    """A path of bars side by side. One for all: a picture of a year has hundreds, and each element costs time."""
    return "".join(
        f"M{left + place * wide:.1f} {bottom:.1f}v-{high:.1f}h{max(wide - 1, 1):.1f}v{high:.1f}z"
        for place, (bottom, high) in enumerate(zip(bottoms, highs, strict=True))
        if high
    )


def _bars(first: date, last: date, counts: Iterable[CountItem], values: Sequence[str]) -> list[dict[str, int]]:
    step = 1 if (last - first).days < 100 else 7
    bars: list[dict[str, int]] = [dict.fromkeys(values, 0) for _ in range((last - first).days // step + 1)]
    for count in counts:
        if count.value in values:
            bars[(date.fromisoformat(count.day) - first).days // step][count.value] += count.messages
    return bars


_SMALL_WIDE, _SMALL_HIGH = 240, 28


def each_over_time(first: date, last: date, counts: Sequence[CountItem]) -> dict[str, Markup]:
    """Return a small picture of each value's messages over time, by value; all to the same scale, to be compared."""
    values = sorted({count.value for count in counts})
    bars = _bars(first, last, counts, values)
    most = max((max(bar.values()) for bar in bars), default=0) if values else 0
    return {value: _small([bar[value] for bar in bars], most or 1) for value in values}


def _small(heights: Sequence[int], most: int) -> Markup:
    highs = [count * (_SMALL_HIGH - 1) / most for count in heights]
    bars = _columns(0, _SMALL_WIDE / len(heights), [float(_SMALL_HIGH)] * len(heights), highs)
    axis = Markup('<line class="axis" x1="0" y1="{0}" x2="{1}" y2="{0}"/>').format(_SMALL_HIGH, _SMALL_WIDE)
    return Markup(
        '<svg class="small picture" viewBox="0 0 {} {}" direction="ltr" role="img" aria-hidden="true">{}</svg>'
    ).format(_SMALL_WIDE, _SMALL_HIGH + 1, axis + Markup('<path d="{}"/>').format(bars))


def length(count: int, most: int) -> Markup:
    """Return a bar as long as the share of `count` in `most`; it begins where the language begins."""
    return Markup('<svg class="length" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
                  '<rect width="{:.1f}" height="10"/></svg>').format(100 * count / max(most, 1))  # fmt: skip
