"""`tocsin statement`: what is said together about an incident, signed by several, checked by anybody."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from tocsin.app import statement
from tocsin.bootstrap import make_signer
from tocsin.cli import signing
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import target
from tocsin.formats import checkpoint, dsse
from tocsin.model.error import InputError, KeyFileError
from tocsin.model.sentence import say
from tocsin.model.statement import Agency
from tocsin.net.keys import SigningKey, load_key, make_key
from tocsin.render.plain import one_line
from tocsin.render.words import Words
from tocsin.statement import seal

EXIT_UNSOUND: Final = 1
_FILES: Final = (*seal.SUBJECTS, seal.PAYLOAD, seal.ENVELOPE)
_folder_argument = click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))


@click.group("statement", cls=Group)
def command() -> None:
    """Say together what happened in an incident, and let anybody check it."""


@command.command("draft")
@click.argument("incident")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--agency", "agencies", multiple=True, required=True, metavar="ENGLISH=ARABIC",
              help="Who issues it, in both languages; repeat for more.")  # fmt: skip
@click.option("--synthetic", is_flag=True, help="It is made up, for practice, and says so.")
@click.option("--signatures", type=click.IntRange(1, statement.MOST_SIGNERS),
              help="How many keys have to sign it (default: one for each agency).")  # fmt: skip
@organisation_option
@language_option
def draft(
    incident: str, folder: Path, agencies: tuple[str, ...], synthetic: bool, signatures: int | None,
    organisation: str | None, lang: str,
) -> None:  # fmt: skip
    """Write a statement about INCIDENT (an id) into FOLDER: both texts, the bundle, what is to be signed."""
    names = [Agency(*map(str.strip, agency.partition("=")[::2])) for agency in agencies]
    with entered(organisation) as node:
        made = statement.draft(node, make_signer(), incident, names, synthetic=synthetic, needed=signatures)
    for name, text in made.files.items():
        with target(folder / name) as file:
            file.write(text.encode())
    (folder / seal.ENVELOPE).unlink(missing_ok=True)
    click.echo(Words(lang).gettext("Wrote %(id)s. Read both texts before anybody signs.", id=made.statement))


@command.command("key")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--name", required=True, help="Whose key it is, without spaces.")
def key(file: Path, name: str) -> None:
    """Print the verifier key of the signing key in FILE, which is made where there is none."""
    printed = checkpoint.verifier_key(name, SigningKey(load_key(file, "") or make_key(file)).public)
    checkpoint.public_of(printed)
    click.echo(printed)


@command.command("sign")
@_folder_argument
@click.option("--key", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True,
              help="The signing key, as `tocsin statement key` made it.")  # fmt: skip
@organisation_option
@language_option
def sign(folder: Path, file: Path, organisation: str | None, lang: str) -> None:
    """Sign the statement in FOLDER, after checking that it holds together."""
    secret = load_key(file, "")
    if secret is None:
        raise KeyFileError(
            say("there is no signing key in %(file)s", file=file), say("`tocsin statement key` makes one.")
        )
    with entered(organisation) as node:
        envelope = statement.sign(node, SigningKey(secret), _read(folder))
    with target(folder / seal.ENVELOPE) as out:
        out.write(envelope)
    click.echo(Words(lang).gettext("Signed: %(file)s", file=folder / seal.ENVELOPE))


@command.command("verify", epilog="Exit codes: 0 all checks passed; 1 they did not; 2 wrong usage.")
@_folder_argument
@click.option("--key", "keys", multiple=True, required=True, help="The verifier key of a signer; repeat for more.")
@click.option("--threshold", type=click.IntRange(1), required=True, help="How many of them must have signed.")
@click.option("--log-key", help="The verifier key of the log, had by another way than the statement.")
@language_option
def verify(folder: Path, keys: tuple[str, ...], threshold: int, log_key: str | None, lang: str) -> None:
    """Check the statement in FOLDER. It takes no store."""
    words = Words(lang)
    found = statement.check(_read(folder), keys, threshold, log_key)
    for problem in found.problems:
        click.echo(words.gettext("WRONG: %(problem)s", problem=problem))
    for signer in found.signers:
        click.echo(words.gettext("signed by %(name)s", name=one_line(signer)))
    if found.problems:
        click.echo(words.gettext("Do NOT rely on this statement."))
        sys.exit(EXIT_UNSOUND)
    click.echo(words.gettext("All checks passed: %(id)s", id=found.statement))


for _one in signing.COMMANDS:
    command.add_command(_one)


def _read(folder: Path) -> dict[str, bytes]:
    found = {}
    for name in _FILES:
        file = folder / name
        if not file.is_file():
            continue
        if file.stat().st_size > dsse.LARGEST:
            raise InputError(say("%(file)s is too large", file=file), say("A statement's files are small."))
        found[name] = file.read_bytes()
    return found
