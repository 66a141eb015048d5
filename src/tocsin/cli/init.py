"""`tocsin init`: writes the organisation's profile, by asking or from flags."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tocsin.cli.output import target
from tocsin.identify.profile import dump, load
from tocsin.model.error import InputError
from tocsin.model.profile import Kind, Organisation, Partner, Person, Profile


@click.command("init")
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
) -> None:
    """Write the profile of the organisation to protect. What no flag gives is asked for at a terminal."""
    if output.exists() and not force:
        raise InputError(f"{output} exists", "Choose another name with --output, or write over it with --force.")
    ask = sys.stdin.isatty() and name is None
    name = name or (click.prompt("Name of the organisation") if ask else "")
    kind = kind or (click.prompt("Kind", type=click.Choice([k.value for k in Kind]), default="ngo") if ask else "ngo")
    domains = domains or (_ask_list("Own mail domains (separated by spaces)") if ask else ())
    hops = hops or (_ask_list("Your mail server's host name, if you know it") if ask else ())
    people = people or (_ask_people() if ask else ())
    profile = Profile(
        organisation=Organisation(name, Kind(kind), domains, languages or ("en", "ar"), hops),
        partner=tuple(Partner(n, (d,)) for n, d in map(_pair, partners)),
        person=tuple(Person(n, (a,)) for n, a in map(_pair, people)),
    )
    raw = dump(profile)
    load(raw)
    with target(output) as out:
        out.write(raw)
    click.echo(f"Wrote {output}. Next: tocsin scan MAILBOX --profile {output}")


def _pair(text: str) -> tuple[str, str]:
    left, mark, right = text.partition("=")
    if not mark or not left.strip() or not right.strip():
        raise InputError(
            f"{text!r} is not of the form NAME=VALUE", 'For example --person "Dana Osman=dana@harbour.example".'
        )
    return left.strip(), right.strip()


def _ask_list(question: str) -> tuple[str, ...]:
    return tuple(str(click.prompt(question, default="", show_default=False)).replace(",", " ").split())


def _ask_people() -> tuple[str, ...]:
    click.echo("People to protect (an empty name ends the list):")
    people = []
    while name := str(click.prompt("  Name", default="", show_default=False)).strip():
        people.append(f"{name}={click.prompt('  Address')}")
    return tuple(people)
