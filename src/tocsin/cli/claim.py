"""`tocsin claim`: the ledger of who said what about whom."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import click

from tocsin.app import claims
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.listing import about_filter, about_option, after_option, tell_of_more, tlp_option
from tocsin.cli.node import entered, organisation_option
from tocsin.model.case import ClaimShown
from tocsin.model.claim import Answer, Claim, Ground, Says, Speaker
from tocsin.model.error import InputError
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.render import claims as render
from tocsin.render.plain import on_one_line, one_line
from tocsin.render.words import Words


def _values(kind: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([one.value for one in kind])


@click.group("claim", cls=Group)
def command() -> None:
    """Keep apart who said what about whom, on what grounds, and what became of it."""


@command.command("list")
@about_filter
@after_option
@organisation_option
@language_option
def list_(about: str | None, after: str | None, organisation: str | None, lang: str) -> None:
    """List claims, the newest entry first."""
    words = Words(lang)
    with entered(organisation) as node:
        page = claims.claims(node, about, after)
    for shown in page.items:
        _tell(shown, words)
    tell_of_more(page.after, words)


@command.command("show")
@click.argument("claim")
@organisation_option
@language_option
def show(claim: str, organisation: str | None, lang: str) -> None:
    """Show CLAIM (an id): what was said, on what grounds, and what others said since."""
    words = Words(lang)
    with entered(organisation) as node:
        found = claims.claim(node, claim)
    _tell(found.shown, words)
    if said := found.shown.claim:
        grounds = ", ".join(words.gettext(render.GROUNDS[one]) for one in said.grounds)
        click.echo(words.gettext("Grounds: %(grounds)s.", grounds=grounds))
        if said.confidence:
            click.echo(on_one_line(words).gettext("Confidence, as they put it: %(text)s", text=said.confidence))
        click.echo(render.graded(said, words))
        for text in filter(None, (said.words, said.source, said.stix)):
            click.echo(one_line(f"  {text}", 2_000))
    for one, other in found.answers:
        texts = render.ANSWERS if one.claim == claim else render.ANSWERING
        click.echo(f"{words.gettext(texts[one.answer])}:")
        _tell(other, words)
    if found.reason:
        click.echo(one_line(found.reason, 2_000))


def _tell(shown: ClaimShown, words: Words) -> None:
    for line in lines_of_claim(shown, words):
        click.echo(line)


def lines_of_claim(shown: ClaimShown, words: Words) -> Iterator[str]:
    """Return a claim and what has become of it, a line each."""
    text = words.gettext("Its words were erased.")
    if shown.claim:
        text = render.sentence(shown.claim, on_one_line(words))
    yield f"{shown.item.claim}  {shown.item.tlp.value}  {text}"
    yield from (f"  {line}" for line in render.standing(shown, words))


@command.command("add")
@click.option("--speaker", required=True, help="Which organisation or office says it.")
@click.option("--as", "kind", type=_values(Speaker), required=True, help="As what they speak.")
@click.option("--says", type=_values(Says), required=True, help="What they say of it.")
@click.option("--what", required=True, help="Of whom or what, as they call it.")
@click.option("--on", "said_on", required=True, metavar="DAY", help="When: 2024-08-19, 2024-08 or 2024.")
@click.option("--subject", default="", help="Of which operation, as they call it.")
@click.option("--ground", "grounds", type=_values(Ground), multiple=True, default=(Ground.NONE.value,),
              show_default=True, help="On what it rests, as far as they say; repeat for more.")  # fmt: skip
@click.option("--confidence", default="", help="As they put it.")
@click.option("--words", "told", default="", help="What was said, in your own words.")
@click.option("--source", default="", help="Where it can be read.")
@click.option("--source-grade", type=click.Choice(list("ABCDEF")), default="F", show_default=True,
              help="How reliable you hold them to be (Admiralty code).")  # fmt: skip
@click.option("--information-grade", type=click.IntRange(1, 6), default=6, show_default=True,
              help="How credible you hold it to be (Admiralty code).")  # fmt: skip
@click.option("--answers", help="An earlier claim (an id) that it does something to.")
@click.option("--how", type=_values(Answer), help="What it does to that.")
@about_option
@tlp_option
@organisation_option
@language_option
def add(
    speaker: str, kind: str, says: str, what: str, said_on: str, subject: str, grounds: tuple[str, ...],
    confidence: str, told: str, source: str, source_grade: str, information_grade: int, answers: str | None,
    how: str | None, about: tuple[str, ...], tlp: str, organisation: str | None, lang: str,
) -> None:  # fmt: skip
    """Write down what somebody said."""
    claim = Claim(
        speaker, Speaker(kind), Says(says), what, said_on, subject, tuple(Ground(one) for one in grounds), confidence,
        told, source, source_grade=source_grade, information_grade=information_grade,
    )  # fmt: skip
    with entered(organisation) as node:
        made = claims.record(node, claim, about, Tlp(tlp), answers, Answer(how) if how else None)
    click.echo(Words(lang).gettext("Written down as %(claim)s.", claim=made))


@command.command("tie")
@click.argument("claim")
@about_option
@organisation_option
def tie(claim: str, about: tuple[str, ...], organisation: str | None) -> None:
    """Say which incidents or cases CLAIM (an id) is about too."""
    with entered(organisation) as node:
        claims.tie(node, claim, about)


@command.command("answer")
@click.argument("claim")
@click.option("--by", required=True, help="The later claim (an id).")
@click.option("--how", type=_values(Answer), required=True, help="What it does to the earlier one.")
@organisation_option
def answer(claim: str, by: str, how: str, organisation: str | None) -> None:
    """Say what a later claim does to CLAIM (an id)."""
    with entered(organisation) as node:
        claims.answer(node, claim, by, Answer(how))


@command.command("strike")
@click.argument("claim")
@click.option("--reason", required=True, help="What is wrong with the entry; it is kept.")
@organisation_option
def strike(claim: str, reason: str, organisation: str | None) -> None:
    """Say that CLAIM (an id) was written down by mistake."""
    with entered(organisation) as node:
        claims.strike(node, claim, reason)


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--speaker", default="", help="Who says what bears no maker.")
@about_option
@tlp_option
@organisation_option
@language_option
def import_(
    file: Path, speaker: str, about: tuple[str, ...], tlp: str, organisation: str | None, lang: str
) -> None:  # fmt: skip
    """Take attributions, opinions and notes of a STIX 2.1 bundle, or of events of MISP, in FILE into the ledger."""
    words = Words(lang)
    if file.stat().st_size > claims.LARGEST:
        raise InputError(say("the bundle is larger than 64 MB"), say("Cut it into smaller ones."))
    with entered(organisation) as node:
        found = claims.take_in(node, file.read_bytes(), about, Tlp(tlp), speaker)
    click.echo(words.ngettext("%(n)s claim is new.", "%(n)s claims are new.", len(found.claims)))
    if found.known:
        click.echo(words.ngettext("%(n)s was known.", "%(n)s were known.", found.known))
    if found.tied:
        click.echo(words.ngettext("%(n)s of them is now about it.", "%(n)s of them are now about it.", found.tied))
    for one in found.left_out:
        reason = words.gettext(render.LEFT_OUT[one.reason])
        value = one_line(one.value)
        click.echo(words.gettext("left out: %(value)s: %(reason)s", value=value, reason=reason), err=True)
    if found.more:
        click.echo(words.ngettext("%(n)s more was left out.", "%(n)s more were left out.", found.more), err=True)
