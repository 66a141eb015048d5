"""`tocsin person`: the people of the organisation, what they may do, and how they sign in."""

from __future__ import annotations

import click

from tocsin.app import credentials, invitations, people, sessions
from tocsin.app.people import Member
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Person
from tocsin.render.plain import one_line
from tocsin.render.words import Words

_ROLES = click.Choice([role.value for role in Role])


@click.group("person", cls=Group)
def command() -> None:
    """Keep the people of the organisation: who they are, what they may do, how they sign in."""


@command.command("list")
@organisation_option
def list_(organisation: str | None) -> None:
    """List the people, in the order in which they came."""
    with entered(organisation) as node:
        for member in people.people(node):
            click.echo(_line(member))


def _line(member: Member) -> str:
    item, record = member.item, member.record
    flags = [*(role.value for role in item.roles), *["high-risk"] * item.high_risk, *["tips"] * item.tips]
    name, addresses = (record.name, record.addresses) if record else ("", ())
    return one_line("  ".join((item.person, name, ",".join(addresses), ",".join(flags))))


@command.command("show")
@click.argument("person")
@organisation_option
def show(person: str, organisation: str | None) -> None:
    """Show PERSON (an id)."""
    with entered(organisation) as node:
        member = people.person(node, person)
    click.echo(_line(member))
    if member.record:
        click.echo(one_line("  ".join((*member.record.private_addresses, *member.record.other_names))))


@command.command("add")
@click.argument("name")
@click.option("--address", "addresses", multiple=True, help="An official address; repeat for more.")
@click.option("--private", "private", multiple=True, help="A private address; repeat for more.")
@click.option("--other-name", "others", multiple=True, help="Another spelling of the name; repeat for more.")
@click.option("--high-risk", is_flag=True, help="A likelier target than others.")
@click.option("--tips", is_flag=True, help="An address for sources: nothing of its mail is kept.")
@organisation_option
@language_option
def add(
    name: str, addresses: tuple[str, ...], private: tuple[str, ...], others: tuple[str, ...], high_risk: bool,
    tips: bool, organisation: str | None, lang: str,
) -> None:  # fmt: skip
    """Add somebody called NAME, or an address."""
    with entered(organisation) as node:
        identity = people.add_person(node, Person(name, addresses, private, high_risk, tips, others))
    click.echo(Words(lang).gettext("Added %(id)s.", id=identity))


@command.command("change")
@click.argument("person")
@click.option("--name", help="Another name.")
@click.option("--address", "addresses", multiple=True, help="An official address, in place of all there are; repeat.")
@click.option("--private", "private", multiple=True, help="A private address, in place of all there are; repeat.")
@click.option("--high-risk/--not-high-risk", default=None, help="Whether they are a likelier target than others.")
@organisation_option
def change(
    person: str, name: str | None, addresses: tuple[str, ...], private: tuple[str, ...], high_risk: bool | None,
    organisation: str | None,
) -> None:  # fmt: skip
    """Change what is known of PERSON (an id). What no option gives stays."""
    with entered(organisation) as node:
        known = people.person(node, person)
        old = known.record or Person("")
        risk = known.item.high_risk if high_risk is None else high_risk
        record = Person(
            name or old.name, addresses or old.addresses, private or old.private_addresses, risk, known.item.tips,
            old.other_names,
        )  # fmt: skip
        people.change_person(node, person, record)


@command.command("remove")
@click.argument("person")
@organisation_option
def remove(person: str, organisation: str | None) -> None:
    """Remove PERSON (an id): roles, sessions and ways to sign in end. `tocsin evidence erase` deletes what is known."""
    with entered(organisation) as node:
        people.remove_person(node, person)


@command.command("role")
@click.argument("person")
@click.option("--give", "given", multiple=True, type=_ROLES, help="Give this role; repeat for more.")
@click.option("--take", "taken", multiple=True, type=_ROLES, help="Take this role; repeat for more.")
@organisation_option
def role(person: str, given: tuple[str, ...], taken: tuple[str, ...], organisation: str | None) -> None:
    """Give roles to PERSON (an id), and take them."""
    with entered(organisation) as node:
        for one in given:
            people.give_role(node, person, Role(one))
        for one in taken:
            people.take_role(node, person, Role(one))


@command.command("clearance")
@click.argument("person")
@click.argument("tlp", type=click.Choice([label.value for label in Tlp]))
@organisation_option
def clearance(person: str, tlp: str, organisation: str | None) -> None:
    """Let PERSON (an id) read what is marked up to TLP, a label of the Traffic Light Protocol."""
    with entered(organisation) as node:
        people.set_clearance(node, person, Tlp(tlp))


@command.command("invite")
@click.argument("person")
@organisation_option
@language_option
def invite(person: str, organisation: str | None, lang: str) -> None:
    """Print a one-time invitation for PERSON (an id), by which they come in and add a way to sign in."""
    with entered(organisation) as node:
        made = invitations.invite(node, person)
    until = f"{made.expires_at:%Y-%m-%dT%H:%M:%SZ}"
    click.echo(Words(lang).gettext("Give this to nobody else. It is valid until %(time)s:", time=until), err=True)
    click.echo(made.secret)


@command.command("credentials")
@click.argument("person")
@organisation_option
def credentials_(person: str, organisation: str | None) -> None:
    """List the ways in which PERSON (an id) signs in."""
    with entered(organisation) as node:
        for way in credentials.ways_of(node, person):
            item = way.item
            click.echo(one_line(f"{item.credential}  {item.kind}  {item.added_at:%Y-%m-%d}  {way.name}"))


@command.command("lock")
@click.argument("person")
@organisation_option
def lock(person: str, organisation: str | None) -> None:
    """Remove all ways in which PERSON (an id) signs in, and end their sessions and tokens."""
    with entered(organisation) as node:
        credentials.lock_out(node, person)


@command.command("sessions")
@click.argument("person")
@organisation_option
def sessions_(person: str, organisation: str | None) -> None:
    """List the sessions and tokens of PERSON (an id) that have not ended."""
    with entered(organisation) as node:
        for shown in sessions.sessions_of(node, person):
            item = shown.item
            line = f"{item.session}  {item.kind}  {item.expires_at:%Y-%m-%dT%H:%M:%SZ}  {item.scopes}  {shown.about}"
            click.echo(one_line(line))
