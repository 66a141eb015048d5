"""`tocsin share`, what comes from partners: taken in, looked for, and judged by what it finds."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.app import receiving
from tocsin.app.receiving import Received
from tocsin.bootstrap import make_events
from tocsin.cli.brought import left_out
from tocsin.cli.i18n import language_option
from tocsin.cli.listing import after_option, tell_of_more
from tocsin.cli.node import entered, organisation_option
from tocsin.model.desk import SightingShown
from tocsin.model.error import InputError
from tocsin.model.event import Purpose
from tocsin.model.exchange import Outcome
from tocsin.model.people import Tlp
from tocsin.model.received import Reliability, SightingState, Unused
from tocsin.model.sentence import say
from tocsin.render import receiving as render
from tocsin.render.plain import defang_value, one_line
from tocsin.render.words import Words

_SHOWN = 20
"""Indicators that are not looked for, of which the reasons are told at once."""
_file = click.Path(exists=True, dir_okay=False, path_type=Path)


def _read(path: Path, most: int) -> bytes:
    if path.stat().st_size > most:
        raise InputError(say("%(file)s is too large", file=path), say("Cut it into smaller ones."))
    return path.read_bytes()


@click.command("import")
@click.argument("file", type=click.Path(exists=True, path_type=Path), required=False)
@click.option("--collection", help="Instead of FILE: what was added to this collection (an id) since the last time.")
@click.option("--from", "source", required=True, metavar="NAME", help="Who sent it.")
@click.option("--reliability", type=click.Choice([one.value for one in Reliability]), default="F", show_default=True,
              help="How reliable you hold them to be (Admiralty code): A completely, F not known.")  # fmt: skip
@click.option("--tlp", type=click.Choice([label.value for label in Tlp]),
              help="The label of what bears none. Without it that is RED.")  # fmt: skip
@organisation_option
@language_option
def import_(
    file: Path | None, collection: str | None, source: str, reliability: str, tlp: str | None, organisation: str | None,
    lang: str,
) -> None:  # fmt: skip
    """Take in FILE and look for it in what was seen here: a STIX 2.1 bundle, events or a feed of MISP."""
    words = Words(lang)
    label, grade = Tlp(tlp) if tlp else None, Reliability(reliability)
    if (file is None) == (collection is None):
        raise InputError(say("it is not said what to take in"), say("Name either a file or a collection."))
    with entered(organisation) as node:
        if file is not None:
            taken: Received | None = receiving.receive(node, _content(file, words), source, grade, label)
        else:
            taken = receiving.receive_collection(node, str(collection), source, grade, label)
    if taken is None:
        click.echo(words.gettext("No indicator was added since the last time."), err=True)
    else:
        _tell_taken(taken, words)


def _content(file: Path, words: Words) -> bytes:
    """A file; of the folder of a feed, all of its events in one list."""
    if not file.is_dir():
        return _read(file, receiving.LARGEST)
    feed = make_events(str(file), str)
    found = list(feed.fetch(list(feed.listed())))
    left_out([Outcome(one.uuid, "", one.why) for one in found if one.why], words)
    return b"[" + b",".join(one.raw for one in found if one.raw) + b"]"


def _tell_taken(taken: Received, words: Words) -> None:
    click.echo(taken.receipt)
    _say = words.ngettext
    click.echo(_say("%(n)s indicator is looked for.", "%(n)s indicators are looked for.", taken.indicators), err=True)
    if taken.refused:
        click.echo(_say("%(n)s object could not be read.", "%(n)s objects could not be read.", taken.refused), err=True)
    _tell_unused(taken.unused, words)
    for line in render.kept(taken.kept, words):
        click.echo(line, err=True)
    click.echo(
        _say("%(n)s thing seen before meets one.", "%(n)s things seen before meet one.", taken.sighted), err=True
    )  # fmt: skip


def _tell_unused(unused: tuple[Unused, ...], words: Words, most: int = _SHOWN) -> None:
    for one in unused[:most]:
        click.echo(render.unused(one, words), err=True)
    if len(unused) > most:
        rest = len(unused) - most
        click.echo(words.ngettext("%(n)s more is not looked for.", "%(n)s more are not looked for.", rest), err=True)


@click.command("hunt")
@click.argument("receipt")
@organisation_option
@language_option
def hunt(receipt: str, organisation: str | None, lang: str) -> None:
    """Look once more for what came with RECEIPT (an id) in what was seen here before."""
    with entered(organisation) as node:
        found = receiving.hunt(node, receipt)
    click.echo(Words(lang).ngettext("%(n)s thing seen before meets one.", "%(n)s things seen before meet one.", found))


@click.command("received")
@after_option
@organisation_option
@language_option
def received(after: str | None, organisation: str | None, lang: str) -> None:
    """List what came from partners, the newest first, and of what use it has been."""
    words = Words(lang)
    with entered(organisation) as node:
        page = receiving.receipts(node, after)
    for one in page.items:
        click.echo(render.receipt(one, words))
    tell_of_more(page.after, words)


@click.command("receipt")
@click.argument("receipt")
@organisation_option
@language_option
def receipt(receipt: str, organisation: str | None, lang: str) -> None:
    """Show what came with RECEIPT (an id), how far each counts, and what of it is not looked for and why."""
    words = Words(lang)
    with entered(organisation) as node:
        found = receiving.receipt(node, receipt)
    click.echo(render.receipt(found.receipt, words))
    click.echo(words.ngettext("%(n)s indicator is in force.", "%(n)s indicators are in force.", found.in_force))
    for each in found.held:
        click.echo(render.held(each, words))
    for one in found.unused:
        click.echo(render.unused(one, words))


@click.command("drop")
@click.argument("receipt")
@click.option("--reason", required=True, help="What is wrong with it.")
@organisation_option
def drop(receipt: str, reason: str, organisation: str | None) -> None:
    """Look for what came with RECEIPT (an id) no longer. What it has found stays."""
    with entered(organisation) as node:
        receiving.drop(node, receipt, reason)


@click.command("sightings")
@click.option("--state", type=click.Choice([one.value for one in SightingState]), help="Only these.")
@click.option("--receipt", help="Only of what came with this (an id).")
@after_option
@organisation_option
@language_option
def sightings(
    state: str | None, receipt: str | None, after: str | None, organisation: str | None, lang: str
) -> None:  # fmt: skip
    """List what was seen here and meets what partners warn of, the newest first."""
    words = Words(lang)
    with entered(organisation) as node:
        page = receiving.sightings(node, SightingState(state) if state else None, receipt, after)
    for one in page.items:
        click.echo(line_of(one, words))
    tell_of_more(page.after, words)


def line_of(one: SightingShown, words: Words) -> str:
    """Return a sighting in one line."""
    record = one.record
    what = f"{defang_value(record.value)}  {record.source}" if record else words.gettext("It is kept no longer.")
    state = words.gettext(render.STATES[one.item.state])
    if one.item.taken_back:
        state += "  " + words.gettext("taken back by its source on %(day)s", day=f"{one.item.taken_back:%Y-%m-%d}")
    return one_line(
        f"{one.item.sighting}  {one.item.seen_at:%Y-%m-%d %H:%M}  {what}  {one.item.message or ''}  {state}"
    )


@click.command("sighting")
@click.argument("sighting")
@click.option("--attack/--none", "is_attack", required=True, help="Whether it is an attack.")
@click.option("--note", default="", help="Why.")
@organisation_option
def sighting(sighting: str, is_attack: bool, note: str, organisation: str | None) -> None:
    """Say whether SIGHTING (an id) is an attack. How useful its source is, is counted by that."""
    with entered(organisation) as node:
        receiving.judge_sighting(node, sighting, is_attack, note)


@click.command("lists")
@organisation_option
@language_option
def lists(organisation: str | None, lang: str) -> None:
    """List the warninglists that count."""
    words = Words(lang)
    with entered(organisation) as node:
        found = receiving.lists(node)
    for one in found:
        purpose = words.gettext(render.PURPOSES[one.item.purpose])
        click.echo(one_line(f"{one.item.list}  {one.item.entries}  {purpose}  {one.name}"))


@click.command("keep-list")
@click.argument("file", type=_file)
@click.option("--purpose", type=click.Choice([one.value for one in Purpose]), default=Purpose.NO_SIGN.value,
              show_default=True, help="What is on it is no sign of an attack, or never leaves.")  # fmt: skip
@organisation_option
@language_option
def keep_list(file: Path, purpose: str, organisation: str | None, lang: str) -> None:
    """Let FILE, a warninglist of MISP, count from now on. One of the same name gives way to it."""
    words = Words(lang)
    with entered(organisation) as node:
        kept = receiving.keep_list(node, _read(file, receiving.LARGEST_LIST), Purpose(purpose))
    click.echo(kept.list)
    click.echo(words.ngettext("%(n)s entry counts.", "%(n)s entries count.", kept.entries), err=True)
    if kept.unusable:
        click.echo(
            words.ngettext(
                "%(n)s entry cannot be compared with anything.", "%(n)s entries cannot be compared with anything.",
                kept.unusable,
            ),
            err=True,
        )  # fmt: skip


@click.command("drop-list")
@click.argument("list_id", metavar="LIST")
@organisation_option
def drop_list(list_id: str, organisation: str | None) -> None:
    """Let LIST (the id of a warninglist) count no longer."""
    with entered(organisation) as node:
        receiving.drop_list(node, list_id)


COMMANDS = (import_, hunt, received, receipt, drop, sightings, sighting, lists, keep_list, drop_list)
"""What `tocsin share` has of it."""
