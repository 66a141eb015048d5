"""`tocsin knowledge`: the node's own copy of ATT&CK. Names of actors are shown as claims, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tocsin.attribute import lookup
from tocsin.bootstrap import keep_knowledge, make_knowledge
from tocsin.cli.command import Group as Commands
from tocsin.cli.i18n import language_option
from tocsin.model.error import InputError
from tocsin.model.knowledge import Campaign, Entry, Group, Knowledge, Reference, Software, State, Technique
from tocsin.model.sentence import say
from tocsin.render.plain import one_line
from tocsin.render.words import Words

_SHOWN = 12
"""References of one claim that are listed."""


@click.group("knowledge", cls=Commands)
def command() -> None:
    """Keep what is publicly known of actors, and look it up. What it says are claims of others."""


@command.command("load")
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--download", is_flag=True, help="Fetch the newest release from MITRE instead of reading PATH.")
@click.option("--url", default="", metavar="URL", help="With --download: fetch it from this address instead.")
@language_option
def load(path: Path | None, download: bool, url: str, lang: str) -> None:
    """Keep a copy of ATT&CK's STIX release in PATH: enterprise-attack.json, a folder of it, or an archive.

    Nothing is fetched unless --download is given, and then from one address only.
    """
    words = Words(lang)
    if (path is None) is not download or (url and not download):
        raise InputError(
            say("it is not clear where the release is to come from"), say("Give either PATH or --download.")
        )
    found = keep_knowledge(path, url)
    live = [sum(one.state is State.LIVE for one in kind) for kind in _kinds(found)]
    click.echo(
        words.gettext(
            "Groups: %(groups)s. Software: %(software)s. Techniques: %(techniques)s. Campaigns: %(campaigns)s. "
            "Who used what: %(uses)s, left out because an end of it is withdrawn: %(left)s. As of %(date)s.",
            groups=live[0], software=live[1], techniques=live[2], campaigns=live[3], uses=len(found.uses),
            left=found.left_out, date=found.as_of or "?",
        )
    )  # fmt: skip
    if not found.uses:
        click.echo(words.gettext("It tells nothing of who used what, so nothing can be retrieved by it."))
    click.echo(found.notice.copyright)
    click.echo(found.notice.licence)


@command.command("show")
@click.argument("name")
@language_option
def show(name: str, lang: str) -> None:
    """Show what is known of NAME: an id as G0059 or T1566.002, or a name of an actor, software or technique."""
    words, known = Words(lang), make_knowledge()
    found = lookup.find(known, name)
    if not found:
        raise InputError(
            say("nothing is called %(name)s in this copy of ATT&CK", name=name),
            say("Give an id, or a name as ATT&CK writes it."),
        )
    if len(found) > 1:
        click.echo(words.gettext("This name is claimed for several. They are not the same for that."))
    references = {one.name: one for one in known.references}
    for entry in found:
        for line in _told(known, entry, references, words):
            click.echo(line)
    click.echo(words.gettext("As of %(date)s.", date=known.as_of or "?"))
    click.echo(known.notice.copyright)


def _kinds(known: Knowledge) -> tuple[tuple[Entry, ...], ...]:
    return known.groups, known.software, known.techniques, known.campaigns


def _told(known: Knowledge, one: Entry, references: dict[str, Reference], words: Words) -> Iterator[str]:
    yield words.isolate(f"{one.id} {one_line(one.name)}")
    if one.state is not State.LIVE:
        put = lookup.standing(known, one)
        yield "  " + (
            words.gettext("Replaced by %(id)s.", id=put.id) if put else words.gettext("Withdrawn without a successor.")
        )
    if isinstance(one, Group):
        yield from _names(one, references, words)
        yield "  " + words.gettext("Used: %(what)s", what=_listed(lookup.profile_of(known, one.id), words))
    elif isinstance(one, Technique):
        yield "  " + words.gettext("Tactics: %(what)s", what=_listed(one.tactics, words))
        yield "  " + words.gettext("Parts: %(what)s", what=_listed((p.id for p in lookup.parts_of(known, one)), words))
    elif isinstance(one, Campaign):
        for claim in one.actors:
            said = _listed(claim.sources[:_SHOWN], words)
            yield "  " + words.gettext("Attributed to %(actor)s by: %(sources)s", actor=claim.name, sources=said)
        used = (use.what for use in known.uses if use.by == one.id)
        yield "  " + words.gettext("Used: %(what)s", what=_listed(used, words))
    if isinstance(one, Technique | Software):
        users = (f"{user.id} {user.name}" for user in lookup.users_of(known, one.id))
        yield "  " + words.gettext("Said to be used by: %(what)s", what=_listed(users, words))


def _names(one: Group, references: dict[str, Reference], words: Words) -> Iterator[str]:
    if one.names:
        yield "  " + words.gettext("Names that others use for it or for something that overlaps with it:")
    for claim in one.names:
        sources = "; ".join(_dated(references.get(name, Reference(name))) for name in claim.sources[:_SHOWN])
        yield f"    {words.isolate(one_line(claim.name))}: " + (
            words.isolate(sources) if sources else words.gettext("no source is given")
        )


def _dated(reference: Reference) -> str:
    day = f" ({reference.latest})" if reference.latest else ""
    return one_line(reference.name) + day


def _listed(items: Iterator[str] | frozenset[str] | tuple[str, ...], words: Words) -> str:
    found = sorted(items) if isinstance(items, frozenset) else list(items)
    return ", ".join(map(one_line, found)) if found else words.gettext("nothing")
