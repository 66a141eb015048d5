"""Pictures for people who would rather look than read: attempts over time, techniques, at whom they were aimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from litestar import Response, get
from litestar.params import FromQuery

from tocsin.app import figures, people
from tocsin.model.verdict import Class
from tocsin.model.view import CountItem
from tocsin.render.pictures import each_over_time, length, over_time
from tocsin.web.node import HttpRequest
from tocsin.web.respond import page
from tocsin.web.visitor import Visiting

SPANS: Final = (30, 90, 365)
_SHOWN: Final = (Class.MALICIOUS, Class.SUSPICIOUS, Class.UNWANTED)


@get("/figures", sync_to_thread=True)
def show_figures(request: HttpRequest, visitor: Visiting, days: FromQuery[int] = 90) -> Response[str]:
    """Show them, for some days up to today."""
    span = days if days in SPANS else 90
    last = visitor.node.clock().date()
    found = figures.figures(visitor.access, last - timedelta(days=span - 1), last)
    aimed = _sums(found.targets)
    known = [(one.record.name if one.record else one.item.person, aimed.get(one.item.person, 0))
             for one in people.people(visitor.access)] if visitor.may("read-people") else []  # fmt: skip
    return page(
        request, "figures.html.j2", visitor, figures=found, days=span, spans=SPANS, shown=_SHOWN,
        sums=_sums(found.verdicts), techniques=sorted(_sums(found.techniques).items()),
        each=each_over_time(found.first, found.last, found.techniques),
        aimed=[(name, count, length(count, max(aimed.values()))) for name, count in known if count],
        picture=over_time(found.first, found.last, found.verdicts, tuple(one.value for one in _SHOWN)),
    )  # fmt: skip


def _sums(counts: Iterable[CountItem]) -> Counter[str]:
    summed: Counter[str] = Counter()
    for one in counts:
        summed[one.value] += one.messages
    return summed
