"""`tocsin log`: shows the log, checks it, and proves what is in it."""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from typing import Final

import click
import msgspec

from tocsin.app import log as logs
from tocsin.bootstrap import make_signer
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.listing import after_option, tell_of_more
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import target
from tocsin.formats import checkpoint
from tocsin.model.error import InputError, KeyFileError
from tocsin.model.proof import Report
from tocsin.model.sentence import say
from tocsin.render.labels import BROKEN
from tocsin.render.plain import one_line
from tocsin.render.words import Words

EXITBROKEN: Final = 1


@click.group("log", cls=Group)
def command() -> None:
    """Show the log, check it, and prove what is in it."""


@command.command("show")
@click.option("--type", "type_", help="Only entries of this type, for example mail-judged.")
@click.option("--actor", help="Only what this person, token or node did.")
@click.option("--subject", metavar="ID", help="Only entries about this message, person, incident, ...")
@after_option
@click.option("--limit", type=click.IntRange(1, 500), default=50, show_default=True, help="Entries to show.")
@click.option("--json", "as_json", is_flag=True, help="Print the stored entries, one on a line.")
@organisation_option
@language_option
def show(
    type_: str | None, actor: str | None, subject: str | None, after: str | None, limit: int, as_json: bool,
    organisation: str | None, lang: str,
) -> None:  # fmt: skip
    """List entries, the newest first."""
    with entered(organisation) as node:
        page = logs.entries(node, type=type_, actor=actor, subject=subject, after=after, limit=limit)
    for entry in page.items:
        item = entry.item
        line = f"{item.seq:>9}  {item.at:%Y-%m-%dT%H:%M:%SZ}  {item.type:<22}  {item.actor:<22}  {item.subject}"
        click.echo(entry.raw if as_json else one_line(line))
    tell_of_more(page.after, Words(lang))


@command.command("verify", epilog="Exit codes: 0 the log is sound; 1 it is not; 2 wrong usage.")
@click.option(
    "--witnessed",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Signed heads that were kept elsewhere; repeat for more files.",
)
@click.option("--key", help="The verifier key of the log, kept elsewhere, by which those heads are checked.")
@organisation_option
@language_option
def verify(files: tuple[Path, ...], key: str | None, organisation: str | None, lang: str) -> None:
    """Check the whole log: every entry, the chain, the tree, the signed heads.

    A chain alone does not stop somebody who can write the store, and has its key, from writing all of it anew. Give
    heads that somebody else has kept with --witnessed.
    """
    kept = [text for file in files for text in checkpoint.split(_read(file))]
    try:
        signer = make_signer()
    except KeyFileError:
        signer = None
    with entered(organisation) as node:
        report = logs.verify(node, signer, kept, key)
    _tell(report, bool(kept), Words(lang))
    sys.exit(EXITBROKEN if report.broken else 0)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            say("%(file)s holds no signed heads", file=file), say("They are what `tocsin log heads` prints.")
        ) from error


def _tell(report: Report, witnessed: bool, words: Words) -> None:
    for broken in report.broken:
        click.echo(words.gettext(BROKEN[broken.code], seq=broken.seq))
    root = base64.b64encode(report.root).decode()
    click.echo(words.gettext("%(log)s: %(size)s entries, root %(root)s.", log=report.log, size=report.size, root=root))
    if report.broken:
        click.echo(words.gettext("The log is NOT sound. Keep a copy of the store as it is before you do anything."))
        return
    click.echo(words.gettext("Every entry checks out."))
    click.echo(words.ngettext("%(n)s signed head agrees.", "%(n)s signed heads agree.", report.heads))
    if not witnessed:
        click.echo(
            words.gettext(
                "No head kept by somebody else was compared, so this does not show that the log was never rewritten."
            )
        )


@command.command("prove")
@click.argument("seq", type=click.IntRange(0))
@click.option("--out", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@organisation_option
def prove(seq: int, out: Path | None, organisation: str | None) -> None:
    """Write the proof, as JSON, that entry SEQ is in the log: its bytes, the hashes of RFC 9162, the signed head."""
    with entered(organisation) as node:
        proof = logs.prove(node, make_signer(), seq)
    with target(out) as file:
        file.write(msgspec.json.format(msgspec.json.encode(proof), indent=1) + b"\n")


@command.command("heads")
@click.option("--sign", is_flag=True, help="First sign the log as it is now.")
@click.option("--last", is_flag=True, help="Only the latest one.")
@click.option("--key", "show_key", is_flag=True, help="Print the verifier key instead; give it to whoever will check.")
@click.option(
    "--witnessed",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Note in the log that somebody else keeps the heads in this file.",
)
@click.option("--by", "witness", help="Who keeps them; needed with --witnessed.")
@organisation_option
@language_option
def heads(
    sign: bool, last: bool, show_key: bool, witnessed: Path | None, witness: str | None, organisation: str | None,
    lang: str,
) -> None:  # fmt: skip
    """Print the signed heads of the log, as checkpoints. Give them to somebody who keeps them."""
    if (witnessed is None) != (witness is None):
        raise InputError(say("--witnessed and --by belong together"), say("Name the file, and who keeps it."))
    signer = make_signer()
    with entered(organisation) as node:
        if sign:
            logs.sign_head(node, signer)
        if witnessed:
            logs.witnessed(node, signer, checkpoint.split(_read(witnessed)), witness or "")
        heads = logs.heads(node, signer)
    if show_key:
        click.echo(heads.key)
    elif found := heads.checkpoints:
        click.echo("\n".join(found[-1:] if last else found), nl=False)
    else:
        click.echo(Words(lang).gettext("No head has been signed yet. `tocsin log heads --sign` signs one."), err=True)
