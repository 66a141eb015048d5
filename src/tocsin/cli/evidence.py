"""`tocsin evidence`: takes evidence into custody, gives it out, erases it. All of it is in the log."""

from __future__ import annotations

import mimetypes
from datetime import timedelta
from pathlib import Path

import click

import tocsin
from tocsin.app import evidence
from tocsin.bootstrap import make_signer, now
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import prepare, target
from tocsin.cli.times import time_of
from tocsin.model.event import Ground
from tocsin.model.record import EvidenceRecord
from tocsin.render.plain import one_line
from tocsin.render.words import Words


@click.group("evidence", cls=Group)
def command() -> None:
    """Take evidence into custody, give it out, erase it. All of it is in the log."""


@command.command("list")
@click.argument("case")
@organisation_option
def list_(case: str, organisation: str | None) -> None:
    """List the evidence of CASE with all that was done with it."""
    with entered(organisation) as node:
        for piece in evidence.pieces(node, case):
            click.echo(one_line(f"{piece.evidence}  {piece.state}  {piece.size}  {piece.media_type}"))
            for done in piece.custody:
                click.echo(one_line(f"  {done.at:%Y-%m-%dT%H:%M:%SZ}  {done.type}  {done.actor}  {done.seq}"))


@command.command("find")
@click.argument("evidence_id", metavar="EVIDENCE")
@organisation_option
def find(evidence_id: str, organisation: str | None) -> None:
    """Say of which case EVIDENCE (an id) is, and what was done with it."""
    with entered(organisation) as node:
        piece = evidence.piece(node, evidence_id)
    click.echo(one_line(f"{piece.case}  {piece.evidence}  {piece.state}  {piece.size}  {piece.media_type}"))
    for done in piece.custody:
        click.echo(one_line(f"  {done.at:%Y-%m-%dT%H:%M:%SZ}  {done.type}  {done.actor}  {done.seq}"))


@command.command("add")
@click.argument("files", metavar="FILE...", nargs=-1, required=True,
                type=click.Path(exists=True, dir_okay=False, path_type=Path))  # fmt: skip
@click.option("--case", metavar="ID", required=True, help="The case that it belongs to.")
@click.option("--collected-by", required=True, help="Who collected it.")
@click.option("--collected-at", metavar="TIME", help="When, as 2026-03-01T09:30:00Z (default: now).")
@click.option("--source", default="", help="From what: a mailbox, a machine, a service.")
@click.option("--description", default="", help="What it is.")
@click.option("--keep-days", type=click.IntRange(1), help="Delete it after so many days (default: when it is erased).")
@click.option("--for", "participant", help="The participant of the case that gave it (an id).")
@organisation_option
@language_option
def add(
    files: tuple[Path, ...], case: str, collected_by: str, collected_at: str | None, source: str, description: str,
    keep_days: int | None, participant: str | None, organisation: str | None, lang: str,
) -> None:  # fmt: skip
    """Take FILE... into custody as evidence of a case."""
    words, moment = Words(lang), now()
    when = time_of(collected_at) if collected_at else moment
    until = moment + timedelta(days=keep_days) if keep_days else None
    several = [
        evidence.Collected(
            file.read_bytes(), EvidenceRecord(file.name, collected_by, source, description),
            mimetypes.guess_type(file.name)[0] or "application/octet-stream", when, "tocsin", tocsin.__version__, until,
        )
        for file in files
    ]  # fmt: skip
    with entered(organisation) as node:
        for file, entry in zip(files, evidence.add(node, case, several, participant), strict=True):
            identity = getattr(entry.event, "evidence", "")
            click.echo(words.gettext("%(file)s is %(id)s, entry %(seq)s.", file=file.name, id=identity, seq=entry.seq))


@command.command("add-message")
@click.argument("message")
@click.option("--case", metavar="ID", required=True, help="The case that it belongs to.")
@click.option("--keep-days", type=click.IntRange(1), help="Delete it after so many days (default: when it is erased).")
@organisation_option
@language_option
def add_message(message: str, case: str, keep_days: int | None, organisation: str | None, lang: str) -> None:
    """Take MESSAGE (an id) of an incident of the case into custody, byte for byte."""
    with entered(organisation) as node:
        entry = evidence.add_message(node, case, message, tocsin.__version__, keep_days)
    identity = getattr(entry.event, "evidence", "")
    words = Words(lang)
    click.echo(words.gettext("%(file)s is %(id)s, entry %(seq)s.", file=message, id=identity, seq=entry.seq))


@command.command("read")
@click.argument("evidence_id", metavar="EVIDENCE")
@click.option("--purpose", required=True, help="What for; it is noted.")
@click.option("--out", "-o", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@organisation_option
def read(evidence_id: str, purpose: str, out: Path, organisation: str | None) -> None:
    """Write the content of EVIDENCE into a file, after noting that. It may be dangerous to open."""
    prepare(out)
    with entered(organisation) as node:
        content = evidence.read(node, evidence_id, purpose)
    with target(out) as file:
        file.write(content)


@command.command("export")
@click.argument("case")
@click.option("--out", "-o", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The ZIP to write.")
@click.option("--purpose", required=True, help="What for; it is noted.")
@organisation_option
@language_option
def export(case: str, out: Path, purpose: str, organisation: str | None, lang: str) -> None:
    """Write the evidence of CASE into one archive that others can verify without Tocsin."""
    prepare(out)
    words, signer = Words(lang), make_signer()
    with entered(organisation) as node, target(out) as file:
        number = evidence.export(node, signer, case, tocsin.__version__, file, purpose)
    click.echo(words.ngettext("Exported %(n)s piece of evidence.", "Exported %(n)s pieces of evidence.", number))
    click.echo(words.gettext("Send the verifier key by another way than the archive: tocsin log heads --key"))


@command.command("erase")
@click.argument("subject")
@click.option("--ground", type=click.Choice([g.value for g in Ground]), required=True, help="Why; it is noted.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@organisation_option
@language_option
def erase(subject: str, ground: str, yes: bool, organisation: str | None, lang: str) -> None:
    """Delete all contents about SUBJECT (the id of evidence, a message, a person, ...) for good.

    That it was deleted, when and why stays in the log, which still checks out.
    """
    words = Words(lang)
    if not yes:
        click.confirm(words.gettext("Delete all contents about %(subject)s for good?", subject=subject), abort=True)
    with entered(organisation) as node:
        gone = evidence.erase(node, subject, Ground(ground))
    click.echo(words.ngettext("Erased %(n)s content.", "Erased %(n)s contents.", gone))


@command.command("expire")
@organisation_option
@language_option
def expire(organisation: str | None, lang: str) -> None:
    """Delete all contents whose time is up. Run it every day."""
    with entered(organisation) as node:
        gone = evidence.expire(node)
    click.echo(Words(lang).ngettext("%(n)s content expired.", "%(n)s contents expired.", gone))
