"""`tocsin explain`: what a check looks for, in English or Arabic."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Mapping

import click

from tocsin.cli.command import Command
from tocsin.cli.i18n import default_language
from tocsin.cli.lines import Lines, console_of
from tocsin.identify.check import Check, all_checks
from tocsin.identify.combine import MODEL_FINDINGS
from tocsin.identify.detection import Detection
from tocsin.identify.detections import all_detections
from tocsin.model.error import InputError
from tocsin.model.sentence import LANGUAGES, say
from tocsin.render.alerts import DATA, SEVERITIES
from tocsin.render.labels import DANGERS, WEIGHTS
from tocsin.render.words import Words


@click.command("explain", cls=Command)
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Only this language (default: both).")
@click.option("--list", "list_all", is_flag=True, help="List all ids with their weight and technique.")
def command(ids: tuple[str, ...], lang: str | None, list_all: bool) -> None:
    """Say what the check or detection ID looks for, how much it weighs, and by which technique attackers use it."""
    checks, detections = all_checks(), all_detections()
    if list_all or not ids:
        for check in checks.values():
            click.echo(f"{check.id:40} {float(check.weight):+5.1f}  {' '.join(check.attack)}")
        for one in detections.values():
            click.echo(f"{one.id:40} {one.severity:13}  {' '.join(one.attack)}")
        return
    for check_id in ids:
        if check_id in MODEL_FINDINGS:
            _print(check_id, MODEL_FINDINGS[check_id], lang)
        elif check_id in checks:
            _print(check_id, checks[check_id].explain, lang)
            _print_facts(checks[check_id], Words(lang or default_language()))
        elif check_id in detections:
            _print_detection(detections[check_id], lang)
        else:
            near = difflib.get_close_matches(check_id, [*checks, *detections, *MODEL_FINDINGS], 3)
            listed = say("`tocsin explain --list` lists all ids.")
            hint = say("Did you mean %(ids)s?", ids=", ".join(near)) if near else listed
            raise InputError(say("there is no check called %(id)s", id=check_id), hint)


def _print(check_id: str, explain: Mapping[str, str], lang: str | None) -> None:
    click.echo(check_id)
    for language, text in explain.items():
        if lang in (None, language):
            _lines(Words(language)).line(text, indent=2)


def _print_facts(check: Check, words: Words) -> None:
    name = words.gettext(WEIGHTS[check.weight])
    facts = [
        words.gettext("weight: %(weight)s (%(name)s)", weight=f"{float(check.weight):+.1f}", name=name),
        words.gettext("danger: %(danger)s", danger=words.gettext(DANGERS[check.danger])),
    ]
    if check.attack:
        facts.append(f"ATT&CK: {', '.join(check.attack)}")
    if check.phrases:
        facts.append(words.gettext("phrases: %(groups)s", groups=", ".join(check.phrases)))
    for fact in facts:
        _lines(words).line(fact, indent=2)


def _print_detection(one: Detection, lang: str | None) -> None:
    _print(one.id, {language: f"{one.title[language]}. {text}" for language, text in one.explain.items()}, lang)
    words = Words(lang or default_language())
    facts = [words.gettext("severity: %(severity)s", severity=words.gettext(SEVERITIES[one.severity]))]
    facts += [f"ATT&CK: {', '.join(one.attack)}"] * bool(one.attack)
    facts += [f"D3FEND: {', '.join(one.defend)}"] * bool(one.defend)
    for need in one.needs:
        facts.append(words.gettext("it has to be known %(data)s", data=words.gettext(DATA[need])))
    for fact in facts:
        _lines(words).line(fact, indent=2)


def _lines(words: Words) -> Lines:
    return Lines(console_of(sys.stdout), words)
