"""What is believed of somebody's word that an export has all lines of a time.

Not what the provider had not published yet, or kept no longer, nor across a silence that the log's own rhythm makes
unlikely, nor at an edge where no line shows that the log reaches there, nor where the export has as many lines as one
may have. File names are not believed at all: they say by what was filtered only in part, and anybody can change them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from itertools import pairwise
from math import comb
from typing import Final

from tocsin.model.activity import GAP

HOURS: Final[Mapping[str, int]] = {
    "entra-sign-in": 2, "entra-sign-in-background": 2, "entra-audit": 2, "m365-mailboxes": 24, "m365-files": 24,
    "defender-mail": 2, "defender-clicks": 2, "google-login": 6, "google-saml": 6, "google-accounts": 6,
    "google-admin": 6, "google-token": 6, "google-drive": 6, "gmail-log": 6, "google-mail-search": 6, "okta-system": 1,
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
    "entra-sign-in": 100_000, "entra-sign-in-background": 100_000, "entra-audit": 100_000,
    "m365-mailboxes": 50_000, "m365-files": 50_000,
    "defender-mail": 10_000, "defender-clicks": 10_000, "google-login": 100_000, "google-saml": 100_000,
    "google-accounts": 100_000, "google-admin": 100_000, "google-token": 100_000, "google-drive": 100_000,
    "gmail-log": 100_000, "google-mail-search": 10_000, "okta-system": 200_000,
}  # fmt: skip
"""With how many lines an export ends, whatever there is more: the least that the portals have had as their limit."""
KEPT: Final[Mapping[str, int]] = {
    "entra-sign-in": 7, "entra-sign-in-background": 7, "entra-audit": 7, "m365-mailboxes": 180, "m365-files": 180,
    "defender-mail": 30, "defender-clicks": 30, "google-login": 180, "google-saml": 180, "google-accounts": 180,
    "google-admin": 180, "google-token": 180, "google-drive": 180, "gmail-log": 30, "google-mail-search": 30,
    "okta-system": 90, "duo-auth": 180,
}  # fmt: skip
"""For how many days a log is kept at least: what the providers say of their smallest licence.

Entra: 7 days, 30 with P1 (learn.microsoft.com/entra, "Microsoft Entra data retention"). Microsoft 365: 180 days
(learn.microsoft.com/purview, "Audit (Standard)"). Defender: 30 days (learn.microsoft.com/defender-xdr, "Advanced
hunting", data freshness). Google: 180 days (developers.google.com/admin-sdk/reports, of sign-ins; the others by
support.google.com/a/answer/7061566), of mail the 30 that are the least of any edition. Okta: 90 days
(support.okta.com, "Exporting Okta Log Data"). Duo: 180 days (duo.com/docs/adminapi). Read again in November 2026: those
of Entra, of Okta and of Google's sign-ins.
"""
_UNLIKELY: Final = 0.01
"""A silence that would be rarer than this, were the days with lines spread over the period by chance, is none."""


def is_cut(log: str, lines: int) -> bool:
    """Say whether an export of a log with so many lines may have been ended by its portal's limit."""
    return 0 < MOST.get(log, 0) <= lines


def is_of_full_parts(log: str, lines: int) -> bool:
    """Say whether all files of an export have so many lines together as full exports have: it may have been split."""
    return lines > 0 and log in MOST and lines % MOST[log] == 0


def believed(
    log: str, begins: datetime, ends: datetime, days: Sequence[tuple[datetime, datetime]], now: datetime
) -> Iterator[tuple[datetime, datetime]]:  # fmt: skip
    """Yield for which times it is believed that an export of a log is complete, in order.

    `begins`, `ends`: what is stated. `days`: the first and last line of each day of UTC that has any, in order.
    `now`: when it is read. Times are aware of their zone.
    """
    ends = min(ends, now - timedelta(hours=HOURS.get(log, LATEST)))
    begins = max(begins, _oldest(log, days, now) or begins)
    within = [(first, last) for first, last in days if last >= begins and first < ends]
    if begins >= ends or not within:
        return
    # A day that begins or ends with the period is one of its days.
    edge, start = begins - datetime.resolution, begins
    unlikely = cache(partial(_is_unlikely, active=len(within), days=_days(begins, ends - datetime.resolution) + 1))
    silences = [
        after - before for (_, before), (after, _) in pairwise(within) if not unlikely(_days(before, after) - 1)
    ]
    # Nothing tells a silence at an edge from a log that was kept no longer, or cut: unlike one inside, it has lines on
    # one side alone. So none is believed that is longer than those that are seen to be this log's own, or than a day.
    longest = max([GAP, *silences])
    is_early = days[0][0] >= begins and within[0][0] - begins > longest
    is_late = days[-1][1] < ends and ends - within[-1][1] > longest
    for place, ((_, before), (after, _)) in enumerate(pairwise([(edge, edge), *within, (ends, ends)])):
        at_edge = (place == 0 and is_early) or (place == len(within) and is_late)
        if at_edge or unlikely(_days(before, after) - 1):
            if before > start:
                yield start, before
            start = max(after, begins)
    if ends > start:
        yield start, ends


def _oldest(log: str, days: Sequence[tuple[datetime, datetime]], now: datetime) -> datetime | None:
    """Since when a log can have been kept: the least that its provider keeps, or what its lines show."""
    if not days or log not in KEPT:
        return None
    return min(now - timedelta(days=KEPT[log]), days[0][0])


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
