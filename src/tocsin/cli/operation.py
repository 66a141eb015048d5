"""`tocsin operation`: which attempts belong together, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from pathlib import Path
from typing import Final

import click
import msgspec
from msgspec import Struct

from tocsin.app import comparing, operations
from tocsin.app.identify import judge_mail
from tocsin.app.operations import alone
from tocsin.attribute.explain import explanation
from tocsin.attribute.features import TOLD
from tocsin.attribute.grouping import Grouping
from tocsin.attribute.kinds import KINDS
from tocsin.attribute.linking import link
from tocsin.bootstrap import make_engine, now
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import target
from tocsin.cli.scan import is_missing, read_profile
from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail
from tocsin.model.error import InputError
from tocsin.model.operation import FeatureKind, IncidentFeatures, Link, Operation, TieKind
from tocsin.model.people import Tlp
from tocsin.model.profile import Profile
from tocsin.model.sentence import say
from tocsin.model.source import RawMail
from tocsin.net.sources import Sources
from tocsin.render import operations as render
from tocsin.render.plain import one_line
from tocsin.render.words import N_, Words

_EXPLAINED: Final = 3
"""Links that are put in words for one operation; the JSON has one of each incident."""


class Grouped(Struct, frozen=True):
    """An operation as it is written, with the strongest link of each incident to one before it."""

    operation: Operation
    links: tuple[Link, ...]


@click.group("operation", cls=Group)
def command() -> None:
    """Say which attempts belong together, and why."""


@command.command("group")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--profile", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The organisation's profile."
)
@click.option(
    "--model", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A model made by `tocsin train`."
)
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="How the result is written.")  # fmt: skip
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path),
              help="Write to this file instead of standard output.")  # fmt: skip
@language_option
def group(
    paths: tuple[str, ...], profile: Path | None, model: Path | None, format_: str, output: Path | None, lang: str
) -> None:  # fmt: skip
    """Group the mail in PATH... that is not clean: what belongs together by rare things that messages share.

    Each message counts as an attempt of its own. Nothing is stored, and nobody is named.
    """
    words = Words(lang)
    incidents, left_out = _read(paths, read_profile(profile) if profile else Profile(), model)
    found = tuple(grouped(incidents))
    with target(output) as file:
        file.write(_json(found) if format_ == "json" else "\n".join(_table(found, words)).encode() + b"\n")
    if left_out:
        said = words.ngettext("%(n)s message was not judged.", "%(n)s messages were not judged.", left_out)
        click.echo(said, err=True)


@command.command("list")
@organisation_option
@language_option
def list_(organisation: str | None, lang: str) -> None:
    """List the operations that incidents of the store form, the latest first, and whether attacks became more."""
    words = Words(lang)
    with entered(organisation) as node:
        found = operations.operations(node)
    for one in found.operations:
        click.echo(_line(one, words))
    click.echo(
        words.ngettext("%(n)s incident belongs with no other.", "%(n)s incidents belong with no other.", found.alone)
    )
    if found.lent or found.unread:
        click.echo(render.lent(found.lent, found.unread, words))
    for track in found.tracks:
        click.echo(f"{words.gettext(render.ABOUT[track.track])}: {render.trend(track.trend, words)}")


@command.command("show")
@click.argument("operation")
@organisation_option
@language_option
def show(operation: str, organisation: str | None, lang: str) -> None:
    """Show OPERATION (its id, or that of one of its incidents), and why its incidents belong together."""
    words = Words(lang)
    with entered(organisation) as node:
        found = operations.operation(node, operation)
    click.echo(_line(found.shown, words))
    for one in found.shown.incidents:
        day = f"{one.features.at:%Y-%m-%d}"
        known = one_line(f"{one.id}  {day}  {' '.join(one.techniques)}", 400)
        click.echo(f"  {known}  {render.called(one, words)}")
    for said, several in ((N_("Why"), found.joined), (N_("Links that do not join"), found.near)):
        if several:
            click.echo(f"{words.gettext(said)}:")
        _tell_links(several, lang)
    click.echo(render.trend(found.trend, words))


@command.command("near")
@click.argument("incident")
@organisation_option
@language_option
def near(incident: str, organisation: str | None, lang: str) -> None:
    """Show the strongest links of INCIDENT (an id) that do not join it to others; a person may confirm one."""
    with entered(organisation) as node:
        found = operations.near(node, incident)
    _tell_links(found, lang)
    if not found:
        click.echo(Words(lang).gettext("It shares nothing that counts with any other."))


def _tell_links(several: Iterable[operations.Joined], lang: str) -> None:
    for joined in several:
        # An explanation is harmless, and its isolates are meant to be there.
        click.echo(f"  {joined.link.one}  {joined.link.other}  {explanation(joined.link, lang, joined.tie)}")


def _line(one: operations.OperationShown, words: Words) -> str:
    first, last = one.incidents[0].features.at, one.incidents[-1].features.at
    number = words.ngettext("%(n)s incident", "%(n)s incidents", len(one.incidents))
    return one_line(f"{one.operation.id}  {first:%Y-%m-%d}  {last:%Y-%m-%d}  {number}", 400)


@command.command("tie")
@click.argument("incident")
@click.argument("other")
@click.option("--as", "kind", type=click.Choice([kind.value for kind in TieKind]), required=True,
              help="Whether they belong together.")  # fmt: skip
@click.option("--reason", required=True, help="Why; it is kept.")
@organisation_option
def tie(incident: str, other: str, kind: str, reason: str, organisation: str | None) -> None:
    """Say that INCIDENT and OTHER (ids) belong together, or that they do not. It binds until it is taken back."""
    with entered(organisation) as node:
        operations.tie(node, incident, other, TieKind(kind), reason)


@command.command("untie")
@click.argument("incident")
@click.argument("other")
@organisation_option
def untie(incident: str, other: str, organisation: str | None) -> None:
    """Take back what was said of INCIDENT and OTHER (ids)."""
    with entered(organisation) as node:
        operations.untie(node, incident, other)


@command.command("fact")
@click.argument("incident")
@click.option("--kind", type=click.Choice([kind.value for kind in TOLD]), required=True, help="What it is.")
@click.option("--value", required=True, help="The fact itself.")
@click.option("--source", required=True, help="Where it was found: WHOIS, RDAP, a sandbox.")
@organisation_option
def fact(incident: str, kind: str, value: str, source: str, organisation: str | None) -> None:
    """Tell what is known of INCIDENT (an id) from elsewhere."""
    with entered(organisation) as node:
        operations.tell_fact(node, incident, FeatureKind(kind), value, source)


@command.command("facts")
@click.argument("incident")
@organisation_option
@language_option
def facts(incident: str, organisation: str | None, lang: str) -> None:
    """List the facts that were told of INCIDENT (an id), each with the number of its entry."""
    words = Words(lang)
    with entered(organisation) as node:
        for one in operations.facts(node, incident):
            kind = KINDS[one.item.kind].text[lang]
            value, source = (words.isolate(one_line(text)) for text in (one.value, one.source))
            click.echo(f"{one.item.seq}  {kind}: {value} ({source})")


@command.command("take-fact-back")
@click.argument("incident")
@click.argument("number", type=int)
@click.option("--reason", required=True, help="Why; it is kept.")
@organisation_option
def take_fact_back(incident: str, number: int, reason: str, organisation: str | None) -> None:
    """Take back the fact of INCIDENT (an id) that the entry NUMBER told. From then on it links nothing."""
    with entered(organisation) as node:
        operations.take_fact_back(node, incident, number, reason)


@command.command("let")
@click.argument("other")
@click.option("--named", is_flag=True, help="It may know whose the incidents are.")
@click.option("--up-to", type=click.Choice([Tlp.CLEAR.value, Tlp.GREEN.value, Tlp.AMBER.value]),
              default=Tlp.AMBER.value, show_default=True, help="Up to which TLP label.")  # fmt: skip
@organisation_option
def let(other: str, named: bool, up_to: str, organisation: str | None) -> None:
    """Let OTHER (an organisation's id) of this node compare incidents with its own, until you end it."""
    with entered(organisation) as node:
        comparing.let(node, other, named=named, tlp=Tlp(up_to))


@command.command("stop-letting")
@click.argument("other")
@organisation_option
def stop_letting(other: str, organisation: str | None) -> None:
    """Let OTHER compare incidents no longer. It takes effect at once."""
    with entered(organisation) as node:
        comparing.stop_letting(node, other)


@command.command("letting")
@organisation_option
@language_option
def letting(organisation: str | None, lang: str) -> None:
    """List the organisations that may compare your incidents with theirs."""
    words = Words(lang)
    with entered(organisation) as node:
        found = comparing.letting(node)
    for one in found:
        named = words.gettext("named") if one.named else words.gettext("not named")
        click.echo(one_line(f"{one.receiver}  TLP:{one.tlp.upper()}  {named}  {one.at:%Y-%m-%d}", 400))
    if not found:
        click.echo(words.gettext("Nobody else may compare them."))


@command.command("givers")
@organisation_option
@language_option
def givers(organisation: str | None, lang: str) -> None:
    """List the organisations that let you compare their incidents, and which of them you accepted."""
    words = Words(lang)
    with entered(organisation) as node:
        found = comparing.givers(node)
    for one in found:
        state = words.gettext("accepted") if one.accepted else words.gettext("not accepted")
        whose = render.whose(one.name, words)
        click.echo(one_line(f"{one.giver}  {state}  {one.incidents}  {whose}  {one.reason}", 400))
    if not found:
        click.echo(words.gettext("Nobody lets you compare theirs."))


@command.command("accept")
@click.argument("giver")
@click.option("--reason", required=True, help="Why; it is kept.")
@organisation_option
def accept(giver: str, reason: str, organisation: str | None) -> None:
    """Let incidents of GIVER (an id of `givers`) join your own to each other, until you refuse it."""
    with entered(organisation) as node:
        comparing.accept(node, giver, reason)


@command.command("refuse")
@click.argument("giver")
@organisation_option
def refuse(giver: str, organisation: str | None) -> None:
    """Let incidents of GIVER only attach to your own, and join none of them."""
    with entered(organisation) as node:
        comparing.refuse(node, giver)


def _read(paths: tuple[str, ...], profile: Profile, model: Path | None) -> tuple[dict[str, IncidentFeatures], int]:
    """What is not clean, by its label, and how much could not be looked at."""
    for path in paths:
        if path != "-" and is_missing(path):
            raise InputError(
                say("%(path)s does not exist", path=path), say("Give a file, a folder, or - for standard input.")
            )
    engine, incidents, left_out = make_engine(model), {}, 0
    with Sources(paths, in_memory=profile.is_newsroom) as sources:
        for raw in sources.open():
            if not isinstance(raw, RawMail):
                left_out += raw.code != "skipped"
                continue
            try:
                mail = Mail(parse(raw.raw, engine.limits), engine.limits)
                verdict, context = judge_mail(engine, mail, profile)
                one = alone(raw.path, mail, verdict, context, now())
            except Exception:  # noqa: BLE001 - one message must not end a batch; it is counted
                left_out += 1
                continue
            if one:
                incidents[raw.path] = one
    return incidents, left_out


def grouped(incidents: dict[str, IncidentFeatures]) -> Iterator[Grouped]:
    """Yield the operations that incidents form, the largest first, with what holds each together."""
    grouping = Grouping()
    for incident in incidents.values():
        grouping.add(incident)
    for operation in sorted(grouping.operations(), key=lambda one: (-len(one.incidents), one.id)):
        yield Grouped(operation, tuple(_links(operation, incidents, grouping)))


def _links(operation: Operation, incidents: dict[str, IncidentFeatures], grouping: Grouping) -> Iterator[Link]:
    """The strongest links by which one incident after another is reached, from the earliest on (Prim)."""
    reached: set[str] = set()
    waiting: list[tuple[float, str, str, Link | None]] = [(0.0, operation.incidents[0], "", None)]
    while waiting:
        _, name, _, found = heappop(waiting)
        if name in reached:
            continue
        reached.add(name)
        if found:
            yield found
        for other in grouping.near(name):
            if other not in reached:
                next_one = link(incidents[name], incidents[other], grouping.spread)
                heappush(waiting, (-next_one.weight, other, name, next_one))


def _json(found: Iterable[Grouped]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(tuple(found)), indent=1) + b"\n"


def _table(found: tuple[Grouped, ...], words: Words) -> Iterator[str]:
    if not found:
        yield words.gettext("No two of them belong together by what they show.")
    for one in found:
        count = len(one.operation.incidents)
        attempts = words.ngettext("%(n)s attempt", "%(n)s attempts", count)
        yield f"{words.isolate(one.operation.id)}  {attempts}"
        yield from (f"  {words.isolate(one_line(name))}" for name in one.operation.incidents)
        for held in one.links[:_EXPLAINED]:
            yield f"  {words.isolate(one_line(held.one))} – {words.isolate(one_line(held.other))}"
            yield f"    {explanation(held, words.language)}"
        if count - 1 > _EXPLAINED:
            yield "  " + words.gettext("The other links stand in --format json.")
        yield ""
