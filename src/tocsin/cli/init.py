"""`tocsin init`: writes the organisation's profile, by asking or from flags."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from tocsin.cli.command import Command
from tocsin.cli.i18n import language_option
from tocsin.cli.output import target
from tocsin.identify.profile import dump, load
from tocsin.model.error import InputError
from tocsin.model.profile import Kind, Organisation, Partner, Person, Profile
from tocsin.model.sentence import say
from tocsin.render.words import Words


@click.command("init", cls=Command)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("tocsin.toml"),
    show_default=True,
    help="The file to write.",
)
@click.option("--name", help="Name of the organisation.")
@click.option("--kind", type=click.Choice([k.value for k in Kind]), help="What it is.")
@click.option("--domain", "domains", multiple=True, help="An own mail domain; repeat for more.")
@click.option("--language", "languages", multiple=True, help="A language it works in (ISO 639-1); repeat for more.")
@click.option("--trusted-hop", "hops", multiple=True, help="Host name of your own mail server; repeat for more.")
@click.option("--person", "people", multiple=True, metavar="NAME=ADDRESS", help="Somebody to protect; repeat for more.")
@click.option(
    "--partner", "partners", multiple=True, metavar="NAME=DOMAIN", help="A partner organisation; repeat for more."
)
@click.option("--force", is_flag=True, help="Write over an existing file.")
@language_option
def command(
    output: Path,
    name: str | None,
    kind: str | None,
    domains: tuple[str, ...],
    languages: tuple[str, ...],
    hops: tuple[str, ...],
    people: tuple[str, ...],
    partners: tuple[str, ...],
    force: bool,
    lang: str,
) -> None:
    """Write the profile of the organisation to protect. What no flag gives is asked for at a terminal."""
    if output.exists() and not force:
        hint = say("Choose another name with --output, or write over it with --force.")
        raise InputError(say("%(file)s exists", file=output), hint)
    words = Words(lang)
    ask = sys.stdin.isatty() and name is None
    name = name or (click.prompt(words.gettext("Name of the organisation")) if ask else "")
    kind = kind or (_ask_kind(words) if ask else Kind.NGO.value)
    domains = domains or (_ask_list(words.gettext("Own mail domains (separated by spaces)")) if ask else ())
    hops = hops or (_ask_list(words.gettext("Your mail server's host name, if you know it")) if ask else ())
    people = people or (_ask_people(words) if ask else ())
    profile = Profile(
        organisation=Organisation(name, Kind(kind), domains, languages or ("en", "ar"), hops),
        partner=tuple(Partner(n, (d,)) for n, d in map(_pair, partners)),
        person=tuple(Person(n, (a,)) for n, a in map(_pair, people)),
    )
    raw = dump(profile)
    load(raw)
    with target(output) as out:
        out.write(raw)
    click.echo(words.gettext("Wrote %(file)s. Next: %(command)s", file=output, command=_next(output)))


def _next(profile: Path) -> str:
    return f"tocsin scan MAILBOX --profile {shlex.quote(str(profile))}"


def _ask_kind(words: Words) -> str:
    kinds = [kind.value for kind in Kind]
    return str(click.prompt(words.gettext("Kind"), type=click.Choice(kinds), default=Kind.NGO.value))


def _pair(text: str) -> tuple[str, str]:
    left, mark, right = text.partition("=")
    if not mark or not left.strip() or not right.strip():
        raise InputError(
            say('"%(entry)s" is not of the form NAME=VALUE', entry=text),
            say('For example --person "Dana Osman=dana@harbour.example".'),
        )
    return left.strip(), right.strip()


def _ask_list(question: str) -> tuple[str, ...]:
    return tuple(str(click.prompt(question, default="", show_default=False)).replace(",", " ").split())


def _ask_people(words: Words) -> tuple[str, ...]:
    click.echo(words.gettext("People to protect (an empty name ends the list):"))
    name_of, address_of = "  " + words.gettext("Name"), "  " + words.gettext("Address")
    people = []
    while name := str(click.prompt(name_of, default="", show_default=False)).strip():
        people.append(f"{name}={click.prompt(address_of)}")
    return tuple(people)
