"""`tocsin assess`: weigh hypotheses in files, and retrieve profiles of ATT&CK. Neither names anybody: people do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import msgspec

from tocsin.attribute import lookup
from tocsin.attribute.assessment import assess, moves, scores
from tocsin.attribute.profiles import Library
from tocsin.attribute.retrieval import FITTED, Ranking, rank
from tocsin.bootstrap import make_knowledge
from tocsin.cli import assess_desk
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.output import target
from tocsin.model.assessment import Assessment, Version
from tocsin.model.error import InputError
from tocsin.model.knowledge import Knowledge
from tocsin.model.sentence import say
from tocsin.render import assessment as shown
from tocsin.render.plain import one_line
from tocsin.render.words import Words

_SHOWN = 6
"""Items of a profile that are told."""


@click.group("assess", cls=Group)
def command() -> None:
    """Weigh who is likely behind an operation, and say how sure that is. It proposes; only people name an actor."""


@command.command("weigh")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True,
                type=click.Path(exists=True, dir_okay=False, path_type=Path))  # fmt: skip
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="How the result is written.")  # fmt: skip
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path),
              help="Write to this file instead of standard output.")  # fmt: skip
@language_option
def weigh(paths: tuple[Path, ...], format_: str, output: Path | None, lang: str) -> None:
    """Weigh the hypotheses in FILE... (JSON or TOML). Of several versions the newest is shown, with its history."""
    versions = sorted((assess_desk.read(path) for path in paths), key=lambda one: one.as_of)
    with target(output) as out:
        out.write(_json(versions) if format_ == "json" else _text(versions, Words(lang)))


@command.command("retrieve")
@click.argument("seen", metavar="ID...", nargs=-1, required=True)
@language_option
def retrieve(seen: tuple[str, ...], lang: str) -> None:
    """List the groups of ATT&CK whose published profiles are nearest to ID...: techniques and software, id or name.

    This is retrieval of profiles, not attribution: tools are shared or planted, and most actors have no profile.
    """
    words, known = Words(lang), make_knowledge()
    wanted = [_id_of(known, name) for name in seen]
    ranking = rank(Library(known).profiles(), wanted, FITTED)
    for line in _ranked(known, ranking, words):
        click.echo(line)
    click.echo(known.notice.copyright)


for _command in assess_desk.COMMANDS:
    command.add_command(_command)


def _text(versions: Sequence[Assessment], words: Words) -> bytes:
    newest, several = versions[-1], [Version(one) for one in versions]
    lines = [*shown.page(newest, assess(newest), words, moves(several)), *shown.scored(scores(several), words)]
    return ("\n".join(lines) + "\n").encode()


def _json(versions: Sequence[Assessment]) -> bytes:
    several = [Version(one) for one in versions]
    found = {"assessed": assess(versions[-1]), "history": moves(several), "brier": scores(several)}
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def _id_of(known: Knowledge, name: str) -> str:
    """Return the id that stands for a technique or software today."""
    for entry in lookup.find(known, name):
        if entry.id[:1] in "TS" and (standing := lookup.standing(known, entry)):
            return standing.id
    raise InputError(
        say("no technique or software is called %(name)s in this copy of ATT&CK", name=name),
        say("Give an id, or a name as ATT&CK writes it."),
    )


def _ranked(known: Knowledge, ranking: Ranking, words: Words) -> Iterator[str]:
    names = {one.id: one.name for one in lookup.entries(known)}
    yield words.gettext(
        "Nearest published profiles, as of %(date)s. This is retrieval, not attribution.", date=known.as_of or "?"
    )
    for place, near in enumerate(ranking.near, 1):
        items = ", ".join(f"{key} {one_line(names.get(key, ''))} (+{added:.1f})" for key, added in near.items[:_SHOWN])
        group = words.isolate(f"{near.group} {one_line(names.get(near.group, ''))}")
        yield f"{place}. {group}: " + (words.isolate(items) if items else words.gettext("nothing in common"))
    if ranking.enough is not None:
        yield words.ngettext(
            "No likelihood is said: %(n)s planted item would be enough to make the first look likely.",
            "No likelihood is said: %(n)s planted items would be enough to make the first look likely.",
            ranking.enough,
        )
    elif ranking.chance is None:
        yield words.gettext("No likelihood is said: too little is known for one.")
    else:
        yield words.gettext(
            "That the first is the right one: %(likelihood)s, if the actor is in ATT&CK at all.",
            likelihood=shown.likely(ranking.chance, words),
        )
    if ranking.unknown:
        yield words.gettext("In no profile: %(ids)s", ids=", ".join(ranking.unknown))
