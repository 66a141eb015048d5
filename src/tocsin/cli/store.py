"""`tocsin store`: makes, mends, backs up and restores the store."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.app import access
from tocsin.app import log as logs
from tocsin.bootstrap import change_vault_key, home, make_chance, make_signer, make_store, now
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.output import prepare, target
from tocsin.model.error import InputError
from tocsin.model.profile import Kind
from tocsin.model.sentence import say
from tocsin.render.words import Words


@click.group("store", cls=Group)
def command() -> None:
    """Make, mend, back up and restore the store.

    It is an SQLite file in TOCSIN_HOME, or the PostgreSQL database that TOCSIN_STORE names.
    """


@command.command("init")
@click.option("--name", required=True, help="Name of the organisation.")
@click.option(
    "--kind", type=click.Choice([k.value for k in Kind]), default="ngo", show_default=True, help="What it is."
)
@language_option
def init(name: str, kind: str, lang: str) -> None:
    """Make the store and its keys where there are none, and begin the log of an organisation."""
    if not name.strip():
        raise InputError(say("the organisation has no name"), say("Give it with --name."))
    words, chance = Words(lang), make_chance()
    organisation = chance.id("org")
    store = make_store(create=True)
    make_signer(create=True)
    try:
        logs.begin(access.enter(store, access.node(organisation), now, chance), name, Kind(kind))
    finally:
        store.close()
    click.echo(words.gettext("Begun the log of %(name)s: %(id)s.", name=name, id=organisation))
    click.echo(
        words.gettext(
            "The keys are in %(folder)s. Keep a copy of vault.key and signing.key apart from every backup: without the "
            "first, what is sealed is lost.",
            folder=home(),
        )
    )


@command.command("rebuild")
@language_option
def rebuild(lang: str) -> None:
    """Drop the views and make them again from the log. Nothing is lost by it."""
    store = make_store()
    try:
        entries = store.rebuild()
    finally:
        store.close()
    click.echo(Words(lang).ngettext("Read %(n)s entry.", "Read %(n)s entries.", entries))


@command.command("rekey")
@language_option
def rekey(lang: str) -> None:
    """Seal the vault with a new key. Stop `tocsin serve` first: it would go on with the old one."""
    store, words = make_store(), Words(lang)
    try:
        done, old = change_vault_key(store)
    finally:
        store.close()
    click.echo(words.ngettext("Sealed %(n)s content anew.", "Sealed %(n)s contents anew.", done))
    click.echo(words.gettext("The old key is in %(file)s. Only older backups still need it.", file=old))


@command.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@language_option
def backup(file: Path, lang: str) -> None:
    """Write everything but the keys into FILE, while others go on working."""
    if file.exists():
        raise InputError(say("%(file)s exists", file=file), say("Choose another name: a backup is never written over."))
    prepare(file)
    store, words = make_store(), Words(lang)
    try:
        with target(file) as out:
            rows = store.backup(out).rows
    finally:
        store.close()
    click.echo(words.ngettext("Backed up %(n)s entry.", "Backed up %(n)s entries.", rows["entries"]))
    click.echo(words.gettext("What is erased later stays in %(file)s until that is deleted too.", file=file))


@command.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@language_option
def restore(file: Path, lang: str) -> None:
    """Restore FILE into an empty store, and check every log in it. The keys must be there already."""
    store, words = make_store(create=True), Words(lang)
    try:
        with file.open("rb") as source:
            reports = store.restore(source)
    finally:
        store.close()
    for report in reports:
        click.echo(
            words.ngettext(
                "%(log)s: %(n)s entry restored and checked.",
                "%(log)s: %(n)s entries restored and checked.",
                report.size,
                log=report.log,
            )
        )
