"""What is believed of somebody's word that an export has all lines of a time.

Not what the provider had not published yet, nor across a silence that the log's own rhythm makes unlikely, nor where
the export has as many lines as one may have. File names are not believed at all: they say by what was filtered only in
part, and anybody can change them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from itertools import pairwise
from math import comb
from typing import Final

HOURS: Final[Mapping[str, int]] = {
    "entra-sign-in": 2, "entra-audit": 2, "m365-mailboxes": 24, "m365-files": 24, "defender-mail": 2,
    "defender-clicks": 2, "google-login": 6, "google-saml": 6, "google-accounts": 6, "google-admin": 6,
    "google-token": 6, "google-drive": 6, "gmail-log": 6, "google-mail-search": 6, "okta-system": 1,
    "onelogin-events": 1, "duo-auth": 1, "mail-server": 0,
}  # fmt: skip
"""How late lines of a log may still appear, in hours, upwards of what the providers say.

Entra: 99 % within 5 minutes, "up to two hours" in the portal (learn.microsoft.com/entra, "Log latency" and the training
on sign-in logs). Microsoft 365: from 30 minutes to 24 hours (learn.microsoft.com/purview, "Search the audit log").
Defender: "almost immediately" (learn.microsoft.com/defender-xdr, "Advanced hunting", data freshness). Google: a couple
of minutes for most, a few hours for sign-ins, rarely later (support.google.com/a/answer/7061566); collectors wait 6
hours for sign-ins. Okta and OneLogin: near real time. Duo: two minutes, on purpose (duo.com/docs/adminapi).
"""
LATEST: Final = 24
"""Of logs that others collect or hand on, and of all that is unknown."""
MOST: Final[Mapping[str, int]] = {
    "entra-sign-in": 100_000, "entra-audit": 100_000, "m365-mailboxes": 50_000, "m365-files": 50_000,
    "defender-mail": 10_000, "defender-clicks": 10_000, "google-login": 100_000, "google-saml": 100_000,
    "google-accounts": 100_000, "google-admin": 100_000, "google-token": 100_000, "google-drive": 100_000,
    "gmail-log": 100_000, "google-mail-search": 10_000, "okta-system": 200_000,
}  # fmt: skip
"""With how many lines an export ends, whatever there is more: the least that the portals have had as their limit."""
_UNLIKELY: Final = 0.01
"""A silence that would be rarer than this, were the days with lines spread over the period by chance, is none."""


def is_cut(log: str, lines: int) -> bool:
    """Say whether an export of a log with so many lines may have been ended by its portal's limit."""
    return 0 < MOST.get(log, 0) <= lines


def believed(
    log: str, begins: datetime, ends: datetime, days: Sequence[tuple[datetime, datetime]], now: datetime
) -> Iterator[tuple[datetime, datetime]]:  # fmt: skip
    """Yield for which times it is believed that an export of a log is complete, in order.

    `begins`, `ends`: what is stated. `days`: the first and last line of each day of UTC that has any, in order.
    `now`: when it is read. Times are aware of their zone.
    """
    ends = min(ends, now - timedelta(hours=HOURS.get(log, LATEST)))
    within = [(first, last) for first, last in days if last >= begins and first < ends]
    if begins >= ends or not within:
        return
    # A silence before the first line, or behind the last, is one as any other. A day that begins or ends with the
    # period is one of its days.
    edge, start = begins - datetime.resolution, begins
    unlikely = cache(partial(_is_unlikely, active=len(within), days=_days(begins, ends - datetime.resolution) + 1))
    for (_, before), (after, _) in pairwise([(edge, edge), *within, (ends, ends)]):
        if unlikely(_days(before, after) - 1):
            if before > start:
                yield start, before
            start = max(after, begins)
    if ends > start:
        yield start, ends


def _days(before: datetime, after: datetime) -> int:
    """How many days of UTC lie between two times."""
    return after.astimezone(UTC).toordinal() - before.astimezone(UTC).toordinal()


def _is_unlikely(empty: int, *, active: int, days: int) -> bool:
    """Whether so many days in a row without a line are less likely than `_UNLIKELY`, with so many that have lines.

    Of all ways to spread these over the days of the period, the share of those with such a row is at most the share
    for one place times the number of places (the union bound).
    """
    if empty < 1:
        return False
    return comb(days - empty, active) * (days - empty + 1) / comb(days, active) < _UNLIKELY
