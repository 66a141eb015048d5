"""What waits for a person, in the terminal: commands of `tocsin mail`, and how messages are listed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import click
import msgspec

from tocsin.app import figures, glass
from tocsin.app import queue as desk
from tocsin.bootstrap import now
from tocsin.cli.case import line_of_task, line_of_victim
from tocsin.cli.i18n import language_option
from tocsin.cli.listing import after_option, tell_of_more
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.receiving import line_of as line_of_sighting
from tocsin.identify.detections import all_detections
from tocsin.model.desk import AlertShown, Listed, Waiting
from tocsin.model.view import Work
from tocsin.render.alerts import SEVERITIES
from tocsin.render.labels import CLASSES, WORK
from tocsin.render.plain import defang, one_line
from tocsin.render.words import Words


@click.command("queue")
@click.option("--kind", type=click.Choice([kind.value for kind in Work]), help="Only this kind.")
@after_option
@organisation_option
@language_option
def queue(kind: str | None, after: str | None, organisation: str | None, lang: str) -> None:
    """List what waits for a person, the worst first: clicks, glass, incidents, victims, tasks, messages."""
    words = Words(lang)
    with entered(organisation) as node:
        page = desk.queue(node, Work(kind) if kind else None, after)
    for one in page.items:
        click.echo(one_line(f"{words.gettext(WORK[one.kind])}  {_line(one, words)}", 400))
    tell_of_more(page.after, words)


def _line(one: Waiting, words: Words) -> str:
    if one.message:
        return _of_message(one.message, words)
    at = f"{one.id}  {one.at:%Y-%m-%dT%H:%MZ}"
    if one.click:
        item = one.click.item
        return f"{at}  {item.person}  {item.did.value}  {item.message or ''}  {one.click.note}"
    if one.question:
        return f"{at}  {one.question.item.person}  {one.question.item.kind}  {defang(one.question.text)}"
    if one.incident:
        return f"{at}  {one.incident.item.state}  {one.incident.item.tlp.value}  {one.incident.title}"
    if one.alert:
        return line_of_alert(one.alert, words)
    if one.statement:
        return f"{at}  {one.statement.incident}  {len(one.statement.signatures)}/{one.statement.needed}"
    if one.task:
        return line_of_task(one.task, now(), words)
    if one.sighting:
        return line_of_sighting(one.sighting, words)
    if one.victim:
        return line_of_victim(one.victim, words)
    return f"{at}  {_of_breaking(one)}"


def line_of_alert(one: AlertShown, words: Words) -> str:
    """Return an alert in one line."""
    item, known = one.item, all_detections().get(one.item.detection)
    title = known.title[words.language] if known else item.detection
    about = ", ".join((one.alert.people or (one.alert.person,))[:3]) if one.alert else ""
    at = f"{item.at:%Y-%m-%dT%H:%MZ}"
    return f"{item.alert}  {at}  {words.gettext(SEVERITIES[item.severity])}  {item.state}  {title}  {about}"


def _of_breaking(one: Waiting) -> str:
    if one.breaking is None:
        return ""
    item = one.breaking.item
    due = f"{item.tell_by:%Y-%m-%d}" if item.tell_by else ""
    return f"{item.message}  {item.actor}  {item.second}  {due}  {one.breaking.reason}"


def list_messages(items: Iterable[Listed], after: str | None, words: Words) -> None:
    """Print messages, one a line."""
    for listed in items:
        click.echo(one_line(_of_message(listed, words)))
    tell_of_more(after, words)


def _of_message(listed: Listed, words: Words) -> str:
    item = listed.item
    marks = [name for name in ("reported", "clicked", "warned") if getattr(item, name)]
    line = f"{item.message}  {words.gettext(CLASSES[item.verdict])}  {item.probability:.3f}  {item.state}"
    about = words.gettext("behind glass") if listed.sealed else f"{listed.sender}  {listed.subject}"
    return f"{line}  {','.join(marks)}  {about}"


@click.command("waiting")
@organisation_option
@language_option
def waiting(organisation: str | None, lang: str) -> None:
    """Print how much waits for a person, of each kind."""
    words = Words(lang)
    with entered(organisation) as node:
        counts = desk.counts(node)
    click.echo(" · ".join(f"{words.gettext(WORK[kind])}: {words.isolate(n)}" for kind, n in counts.kinds.items()))


@click.command("glass")
@organisation_option
def glass_(organisation: str | None) -> None:
    """List where the glass is to be broken, or was and the ones concerned have yet to be told."""
    with entered(organisation) as node:
        for one in glass.breakings(node):
            item = one.item
            due = f"{item.tell_by:%Y-%m-%d}" if item.tell_by else "-"
            line = f"{item.grant}  {item.message}  {item.actor}  {item.second}  {due}"
            click.echo(one_line(f"{line}  {','.join(one.tell)}  {one.reason}"))


@click.command("figures")
@click.option("--days", type=click.IntRange(1, 1_000), default=30, show_default=True, help="Up to today.")
@organisation_option
def figures_(days: int, organisation: str | None) -> None:
    """Print the counts of the last days as JSON: by verdict, by technique, by person written to."""
    last = now().date()
    with entered(organisation) as node:
        found = figures.figures(node, last - timedelta(days=days - 1), last)
    click.echo(msgspec.json.format(msgspec.json.encode(found), indent=1))
