"""Logs of accounts taken into the store, and what people do about what was found: commands of `tocsin accounts`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

import click

from tocsin.app import accounts as desk
from tocsin.bootstrap import make_account_logs
from tocsin.cli.accounts_summary import NO_LINES
from tocsin.cli.exported import exported_of, exported_option, told
from tocsin.cli.i18n import language_option
from tocsin.cli.listing import after_option, tell_of_more
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.queue import line_of_alert
from tocsin.cli.scan import EXIT_UNREAD
from tocsin.identify.detections import all_detections
from tocsin.model.activity import Activity
from tocsin.model.alert import Severity
from tocsin.render.acts import described
from tocsin.render.alerts import lures_of
from tocsin.render.plain import one_line
from tocsin.render.words import N_, Words

_STATES = ("waiting", "quiet", "confirmed", "dismissed", "replaced", "explained")
_STATED: Final = N_("stated by %(who)s")
_NOT_BELIEVED: Final = N_("stated by %(who)s, and not believed")
_note_option = click.option("--note", default="", help="Why; kept apart from the log.")
_alerts_argument = click.argument("alerts", nargs=-1, required=True)


@click.command("submit")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--days", type=click.IntRange(1, 3_650), default=90, show_default=True, help="How long it is kept.")
@exported_option
@organisation_option
@language_option
def submit(paths: tuple[str, ...], days: int, stated: tuple[str, ...], organisation: str | None, lang: str) -> None:
    """Look through the logs in PATH, and put what is found before the desk. What was read is kept for a while."""
    words = Words(lang)
    with entered(organisation) as node:
        logs = make_account_logs(paths, exported=exported_of(stated, paths))
        taken = desk.take_in(node, logs, source="terminal", days=days)
    click.echo(words.ngettext("%(n)s line was read.", "%(n)s lines were read.", taken.activities))
    if taken.repeated:
        click.echo(words.ngettext("%(n)s line was read before.", "%(n)s lines were read before.", taken.repeated))
    for said in told(taken.stated, words) if stated else ():
        click.echo(said)
    if taken.unread:
        said = words.ngettext("%(n)s line could not be read.", "%(n)s lines could not be read.", taken.unread)
        click.echo(said, err=True)
    if taken.late:
        click.echo(
            words.ngettext(
                "%(n)s line came too late, and was judged by itself.",
                "%(n)s lines came too late, and were judged by themselves.",
                taken.late,
            ),
            err=True,
        )
    if not taken.activities and not taken.alerts:
        click.echo(words.gettext(NO_LINES), err=True)
        sys.exit(EXIT_UNREAD)
    click.echo(words.ngettext("%(n)s new alert.", "%(n)s new alerts.", len(taken.alerts)))
    for alert in taken.alerts:
        click.echo(f"  {alert}")


@click.command("alerts")
@click.option("--state", type=click.Choice(_STATES), help="Only these.")
@click.option("--severity", type=click.Choice([one.value for one in Severity]), help="Only these.")
@click.option("--detection", help="Only those of this detection (an id).")
@click.option("--person", help="Only those about this person (an id).")
@after_option
@organisation_option
@language_option
def alerts(
    state: str | None, severity: str | None, detection: str | None, person: str | None, after: str | None,
    organisation: str | None, lang: str,
) -> None:  # fmt: skip
    """List what was found in logs that were taken in, the newest first."""
    words = Words(lang)
    with entered(organisation) as node:
        page = desk.alerts(node, state, detection, severity, person, after)
    for one in page.items:
        click.echo(one_line(line_of_alert(one, words), 400))
    tell_of_more(page.after, words)


@click.command("alert")
@click.argument("alert")
@organisation_option
@language_option
def alert(alert: str, organisation: str | None, lang: str) -> None:
    """Show ALERT (an id): what it means, the lines that it rests on, and what happened around them."""
    words = Words(lang)
    with entered(organisation) as node:
        found = desk.alert(node, alert)
    click.echo(one_line(line_of_alert(found.shown, words), 400))
    known = all_detections().get(found.shown.item.detection)
    if known:
        click.echo(known.explain[lang])
    for key, value in (found.shown.alert.facts if found.shown.alert else {}).items():
        click.echo(one_line(f"  {key}: {value}", 400))
    for label, parts in lures_of(found.lures, words):
        click.echo(one_line(f"  {label}: {'  '.join(parts)}", 400))
    _lines(words.gettext("What it rests on"), found.lines, words)
    _lines(words.gettext("A day before to a day after"), found.around, words)
    for done in found.done:
        click.echo(one_line(f"  {done.at:%Y-%m-%dT%H:%M:%SZ}  {done.type}  {done.actor}"))


def _lines(title: str, lines: Sequence[Activity], words: Words) -> None:
    if not lines:
        return
    click.echo(f"{title}:")
    for one in lines:
        place = " ".join(filter(None, (one.ip, one.country, one.city, one.network)))
        said = f"{one.time:%Y-%m-%dT%H:%M:%SZ}  {one.person}  {described(one, words)}  {place}  {one.agent}"
        click.echo(one_line(f"  {said}", 300))


@click.command("confirm")
@_alerts_argument
@_note_option
@organisation_option
def confirm(alerts: tuple[str, ...], note: str, organisation: str | None) -> None:
    """Say of ALERTS (ids) that somebody else was in the accounts, or tried to be."""
    with entered(organisation) as node:
        desk.confirm(node, alerts, note)


@click.command("dismiss")
@_alerts_argument
@_note_option
@organisation_option
def dismiss(alerts: tuple[str, ...], note: str, organisation: str | None) -> None:
    """Say of ALERTS (ids) that it was the people themselves, or that nothing is to be done."""
    with entered(organisation) as node:
        desk.dismiss(node, alerts, note)


@click.command("coverage")
@organisation_option
@language_option
def coverage(organisation: str | None, lang: str) -> None:
    """List the logs that were taken in, and the times for which they can speak."""
    words = Words(lang)
    with entered(organisation) as node:
        for one in desk.coverage(node):
            span = f"{one.begins:%Y-%m-%dT%H:%MZ}  {one.ends:%Y-%m-%dT%H:%MZ}"
            said = words.gettext(_NOT_BELIEVED if one.broken else _STATED, who=one.by) if one.stated else ""
            click.echo(one_line(f"{one.provider} {one.log}  {span}  {one.lines}  {said}".rstrip()))


COMMANDS = (submit, alerts, alert, confirm, dismiss, coverage)
"""Commands that `tocsin.cli.accounts` adds to its group."""
