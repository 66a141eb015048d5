"""`tocsin share`, what becomes of warnings: taken back, answered, let through lists; and of what use sources are."""

from __future__ import annotations

import click

from tocsin.app import overrides, taking_back, telling, usefulness
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.model.event import Purpose
from tocsin.render import receiving as render
from tocsin.render.plain import one_line
from tocsin.render.words import Words


@click.command("take-back")
@click.argument("subject", metavar="OBJECT")
@click.option("--reason", required=True, help="What is wrong with it. It stays here.")
@organisation_option
@language_option
def take_back(subject: str, reason: str, organisation: str | None, lang: str) -> None:
    """Revoke OBJECT (an id of STIX), that was put into collections, in all of them."""
    words = Words(lang)
    with entered(organisation) as node:
        done = taking_back.take_back(node, subject, reason)
    count = len(done.collections)
    click.echo(words.ngettext("Revoked in %(n)s collection.", "Revoked in %(n)s collections.", count))
    for one in done.feeds:
        click.echo(one_line(words.gettext("Told with the next push: %(url)s", url=one.url)))


@click.command("tell-source")
@click.argument("receipt")
@click.argument("collection_id", metavar="[COLLECTION]", required=False)
@organisation_option
@language_option
def tell_source(
    receipt: str, collection_id: str | None, organisation: str | None, lang: str
) -> None:  # fmt: skip
    """Tell who sent RECEIPT (an id) what of it was seen here: into COLLECTION; without one, only show it."""
    words = Words(lang)
    with entered(organisation) as node:
        told = telling.tell(node, receipt, collection_id) if collection_id else telling.preview(node, receipt)
    click.echo(told.content)
    said = words.gettext("%(seen)s seen, %(false)s false alarms.", seen=told.seen, false=told.false)
    click.echo(said, err=True)


@click.command("override")
@click.argument("value")
@click.option("--reason", required=True, help="Why the lists are wrong about it.")
@click.option("--purpose", type=click.Choice([one.value for one in Purpose]), default=Purpose.NO_SIGN.value,
              show_default=True, help="Which lists do not count for it.")  # fmt: skip
@click.option("--days", type=click.IntRange(1, overrides.MOST_DAYS), default=30, show_default=True, help="How long.")
@organisation_option
def override(value: str, reason: str, purpose: str, days: int, organisation: str | None) -> None:
    """Let warninglists not count for VALUE for some time. Nothing else that is spared can be let through."""
    with entered(organisation) as node:
        click.echo(overrides.override(node, value, reason, Purpose(purpose), days))


@click.command("overrides")
@organisation_option
@language_option
def list_overrides(organisation: str | None, lang: str) -> None:
    """List for which values warninglists do not count, until when and why."""
    words = Words(lang)
    with entered(organisation) as node:
        found = overrides.overrides(node)
    for one in found:
        click.echo(render.override(one, words))


@click.command("end-override")
@click.argument("override_id", metavar="OVERRIDE")
@organisation_option
def end_override(override_id: str, organisation: str | None) -> None:
    """Let warninglists count again for what OVERRIDE (an id) let through."""
    with entered(organisation) as node:
        overrides.end_override(node, override_id)


@click.command("sources")
@organisation_option
@language_option
def sources(organisation: str | None, lang: str) -> None:
    """List who warns, and of what use each has been: what it met, how early, what was none."""
    words = Words(lang)
    with entered(organisation) as node:
        found = usefulness.sources(node)
    for one in found:
        click.echo(render.source(one, words))


@click.command("feeds")
@organisation_option
@language_option
def feeds(organisation: str | None, lang: str) -> None:
    """List the collections of other servers that are fetched from or sent to, and how that goes."""
    words = Words(lang)
    with entered(organisation) as node:
        found = usefulness.feeds(node)
    for one in found:
        click.echo(render.feed(one, words))


COMMANDS = (take_back, tell_source, override, list_overrides, end_override, sources, feeds)
"""What `tocsin share` has of it."""
