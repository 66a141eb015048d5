"""`tocsin incident`: writes down what happened to the organisation."""

from __future__ import annotations

import click

from tocsin.app import incidents, outcomes
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.listing import after_option, tell_of_more, tlp_option
from tocsin.cli.node import entered, organisation_option
from tocsin.model.operation import Track
from tocsin.model.people import Tlp
from tocsin.render.labels import DONE
from tocsin.render.plain import one_line
from tocsin.render.words import Words

_messages_option = click.option(
    "--message", "messages", multiple=True, help="A message of it (an id); repeat for more."
)


_alerts_option = click.option(
    "--alert", "alerts", multiple=True, help="An alert about an account (an id); repeat for more."
)


@click.group("incident", cls=Group)
def command() -> None:
    """Write down what happened to the organisation."""


@command.command("list")
@click.option("--state", type=click.Choice(["open", "closed"]), help="Only these.")
@after_option
@organisation_option
@language_option
def list_(state: str | None, after: str | None, organisation: str | None, lang: str) -> None:
    """List incidents, the newest first."""
    with entered(organisation) as node:
        page = incidents.incidents(node, state, after)
    for shown in page.items:
        item = shown.item
        line = f"{item.incident}  {item.opened_at:%Y-%m-%d}  {item.state}  {item.outcome or ''}  {item.tlp.value}"
        click.echo(one_line(f"{line}  {shown.title}"))
    tell_of_more(page.after, Words(lang))


@command.command("show")
@click.argument("incident")
@organisation_option
@language_option
def show(incident: str, organisation: str | None, lang: str) -> None:
    """Show INCIDENT (an id): its messages, and what was done."""
    with entered(organisation) as node:
        found = incidents.incident(node, incident)
    click.echo(one_line(f"{found.item.state}  {found.item.outcome or ''}  {found.item.tlp.value}  {found.title}"))
    if found.item.rule:
        words = Words(lang)
        entry = words.gettext(DONE[found.item.rule])
        click.echo(words.gettext("Tocsin opened it by itself: %(entry)s.", entry=entry))
    for message in found.messages:
        click.echo(one_line(f"  {message.item.message}  {message.item.verdict.value}  {message.subject}"))
    for alert in found.alerts:
        click.echo(one_line(f"  {alert.item.alert}  {alert.item.severity.value}  {alert.item.detection}"))
    for done, text in found.notes:
        click.echo(one_line(f"  {done.at:%Y-%m-%dT%H:%M:%SZ}  {done.type}  {done.actor}  {text}", 2_000))


@command.command("open")
@click.argument("title")
@_messages_option
@_alerts_option
@tlp_option
@click.option("--track", type=click.Choice([one.value for one in Track]), default=Track.CYBER.value, show_default=True,
              help="By what: mail, sign-ins and accounts, or what is posted and published.")  # fmt: skip
@organisation_option
@language_option
def open_(
    title: str, messages: tuple[str, ...], alerts: tuple[str, ...], tlp: str, track: str, organisation: str | None,
    lang: str,
) -> None:  # fmt: skip
    """Open an incident called TITLE."""
    with entered(organisation) as node:
        incident = incidents.open_incident(node, title, messages, Tlp(tlp), alerts, Track(track))
    click.echo(Words(lang).gettext("Opened %(case)s.", case=incident))


@command.command("change")
@click.argument("incident")
@click.option("--title", default="", help="Another title.")
@click.option("--note", default="", help="What became known.")
@_messages_option
@_alerts_option
@organisation_option
def change(
    incident: str, title: str, note: str, messages: tuple[str, ...], alerts: tuple[str, ...], organisation: str | None
) -> None:  # fmt: skip
    """Write down what is known of INCIDENT (an id), and add messages and alerts."""
    with entered(organisation) as node:
        incidents.change_incident(node, incident, title=title, note=note, messages=messages, alerts=alerts)


@command.command("part")
@click.argument("incident")
@_messages_option
@_alerts_option
@click.option("--reason", required=True, help="Why; it is kept.")
@organisation_option
def part(
    incident: str, messages: tuple[str, ...], alerts: tuple[str, ...], reason: str, organisation: str | None
) -> None:  # fmt: skip
    """Take messages and alerts out of INCIDENT (an id) that do not belong to it after all."""
    with entered(organisation) as node:
        incidents.part_incident(node, incident, reason, messages=messages, alerts=alerts)


@command.command("relabel")
@click.argument("incident")
@click.option("--tlp", type=click.Choice([label.value for label in Tlp]), required=True,
              help="Who may know of it, by the Traffic Light Protocol.")  # fmt: skip
@click.option("--reason", required=True, help="Why; it is kept.")
@organisation_option
def relabel(incident: str, tlp: str, reason: str, organisation: str | None) -> None:
    """Give INCIDENT (an id) another label, so that it can be handed on, or no longer."""
    with entered(organisation) as node:
        incidents.relabel_incident(node, incident, Tlp(tlp), reason)


@command.command("close")
@click.argument("incident")
@click.option("--outcome", type=click.Choice(incidents.OUTCOMES), required=True, help="How it ended.")
@click.option("--note", default="", help="What became known.")
@organisation_option
def close(incident: str, outcome: str, note: str, organisation: str | None) -> None:
    """Close INCIDENT (an id)."""
    with entered(organisation) as node:
        incidents.close_incident(node, incident, outcome, note)


@command.command("sign-in", context_settings={"ignore_unknown_options": True})  # Google's ids may begin with "-"
@click.argument("incident")
@click.argument("line")
@click.option("--was-them/--was-not-them", "was_them", required=True, help="What the person says of it.")
@organisation_option
def sign_in(incident: str, line: str, was_them: bool, organisation: str | None) -> None:
    """Write down what a person says of LINE, a line of a log that `tocsin outcome` asks about for INCIDENT (an id)."""
    with entered(organisation) as node:
        outcomes.tell_line(node, incident, line, was_them)
