"""`tocsin assess`, what works on the store: assessments with their versions, evidence, dissent, and how they ended."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.app import assessments
from tocsin.attribute.likelihood import word_of
from tocsin.cli.i18n import language_option
from tocsin.cli.listing import about_filter, about_option, after_option, tell_of_more, tlp_option
from tocsin.cli.node import entered, organisation_option
from tocsin.formats import assessment as files
from tocsin.model.assessment import Assessment, Dissent, Evidence, Kind
from tocsin.model.error import InputError
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.render import assessment as render
from tocsin.render.plain import one_line
from tocsin.render.words import Words


def read(path: Path) -> Assessment:
    """Return the assessment in a file. Raises InputError."""
    if path.stat().st_size > files.LARGEST:
        raise InputError(say("%(file)s is too large", file=path), say("One file holds one assessment."))
    return files.read(path.read_bytes(), str(path))


@click.command("list")
@about_filter
@after_option
@organisation_option
@language_option
def list_(about: str | None, after: str | None, organisation: str | None, lang: str) -> None:
    """List assessments, the newest first."""
    words = Words(lang)
    with entered(organisation) as node:
        page = assessments.assessments(node, about, after)
    for shown in page.items:
        item = shown.item
        leads = word_of(shown.chance).words[lang] if shown.leader else ""
        line = f"{item.assessment}  {item.made_at:%Y-%m-%d}  {item.tlp.value}  {item.question.value}"
        click.echo(one_line(f"{line}  {shown.leader or words.gettext('Its words were erased.')}  {leads}", 400))
    tell_of_more(page.after, words)


@click.command("show")
@click.argument("assessment")
@organisation_option
@language_option
def show(assessment: str, organisation: str | None, lang: str) -> None:
    """Show ASSESSMENT (an id): how likely each answer is, why, what would change it, how it moved, who named whom."""
    words = Words(lang)
    with entered(organisation) as node:
        found = assessments.assessment(node, assessment)
    for line in render.page(found.given, found.assessed, words, found.history):
        click.echo(line)
    for line in render.scored(found.scores, words):
        click.echo(line)
    for name in found.names:
        click.echo(f"{name.item.naming}  {name.item.state}  {render.named(name.record, name.item, words)}")
        if came := render.taken_over(name.record, words):
            click.echo(f"  {came}")


@click.command("add")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--version-of", "assessment", help="The assessment (an id) of which it is a newer version.")
@about_option
@tlp_option
@organisation_option
@language_option
def add(
    file: Path, assessment: str | None, about: tuple[str, ...], tlp: str, organisation: str | None, lang: str
) -> None:  # fmt: skip
    """Write down the assessment in FILE (JSON or TOML)."""
    with entered(organisation) as node:
        made = assessments.make(node, read(file), about, Tlp(tlp), assessment)
    click.echo(Words(lang).gettext("Written down as %(claim)s.", claim=made))


@click.command("evidence")
@click.argument("assessment")
@click.option("--id", "identity", required=True, help="Its id in the assessment; one that is there is read anew.")
@click.option("--en", required=True, help="What it says, in English: a whole sentence.")
@click.option("--ar", required=True, help="The same in Arabic.")
@click.option("--source", required=True, help="Where it comes from in the end.")
@click.option("--grade", required=True, metavar="GRADE", help="By the Admiralty code: B2.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), required=True, help="What it is made of.")
@click.option("--bears", multiple=True, required=True, metavar="HYPOTHESIS=N",
              help="How it bears on a hypothesis: 2, 1, -1 or -2; repeat for more.")  # fmt: skip
@click.option("--given-by", help="The organisation that brought it.")
@click.option("--rests-on", multiple=True, help="Id of a message, alert, claim or piece of evidence; repeat for more.")
@organisation_option
def evidence(
    assessment: str, identity: str, en: str, ar: str, source: str, grade: str, kind: str, bears: tuple[str, ...],
    given_by: str | None, rests_on: tuple[str, ...], organisation: str | None,
) -> None:  # fmt: skip
    """Add an item of evidence to ASSESSMENT (an id), or read one anew."""
    weights = dict(_bearing(text) for text in bears)
    item = files.item(
        Evidence(identity, {"en": en, "ar": ar}, source, grade, Kind(kind), weights, given_by, rests_on)
    )  # fmt: skip
    with entered(organisation) as node:
        assessments.add_evidence(node, assessment, item)


def _bearing(text: str) -> tuple[str, int]:
    name, _, value = text.partition("=")
    if value not in ("2", "1", "0", "-1", "-2"):
        raise InputError(
            say('"%(value)s" does not say how it bears on a hypothesis', value=text),
            say("Write it as HYPOTHESIS=2, with 2, 1, -1 or -2."),
        )
    return name, int(value)


@click.command("dissent")
@click.argument("assessment")
@click.option("--by", required=True, help="Who sees it otherwise: an office or a role, no private person.")
@click.option("--en", required=True, help="What they say, in English: a whole sentence.")
@click.option("--ar", required=True, help="The same in Arabic.")
@click.option("--evidence", "items", multiple=True, help="An item that they read otherwise (its id); repeat for more.")
@organisation_option
def dissent(assessment: str, by: str, en: str, ar: str, items: tuple[str, ...], organisation: str | None) -> None:
    """Write down that somebody sees ASSESSMENT (an id) otherwise."""
    with entered(organisation) as node:
        assessments.dissent(node, assessment, files.said(Dissent(by, {"en": en, "ar": ar}, items)))


@click.command("resolve")
@click.argument("assessment")
@click.argument("hypothesis")
@organisation_option
def resolve(assessment: str, hypothesis: str, organisation: str | None) -> None:
    """Say that HYPOTHESIS (its id) of ASSESSMENT (an id) turned out true: the versions before get Brier scores."""
    with entered(organisation) as node:
        assessments.resolve(node, assessment, hypothesis)


COMMANDS = (list_, show, add, evidence, dissent, resolve)
