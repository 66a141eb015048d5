"""`tocsin explain`: what a check looks for, in English or Arabic."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

import click

from tocsin.identify.check import LANGUAGES, Check, all_checks
from tocsin.identify.combine import MODEL_FINDINGS
from tocsin.model.error import InputError


@click.command("explain")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Only this language (default: both).")
@click.option("--list", "list_all", is_flag=True, help="List all ids with their weight and technique.")
def command(ids: tuple[str, ...], lang: str | None, list_all: bool) -> None:
    """Say what the check ID looks for, how much it weighs, and by which technique attackers use it."""
    checks = all_checks()
    if list_all or not ids:
        for check in checks.values():
            click.echo(f"{check.id:40} {float(check.weight):+5.1f}  {' '.join(check.attack)}")
        return
    for check_id in ids:
        if check_id in MODEL_FINDINGS:
            _print(check_id, MODEL_FINDINGS[check_id], lang)
        elif check_id in checks:
            _print(check_id, checks[check_id].explain, lang)
            _print_facts(checks[check_id])
        else:
            near = difflib.get_close_matches(check_id, list(checks), 3)
            hint = f"Did you mean {', '.join(near)}?" if near else "`tocsin explain --list` lists all ids."
            raise InputError(f"there is no check called {check_id}", hint)


def _print(check_id: str, explain: Mapping[str, str], lang: str | None) -> None:
    click.echo(check_id)
    for language, text in explain.items():
        if lang in (None, language):
            click.echo(f"  {language}: {text}")


def _print_facts(check: Check) -> None:
    click.echo(f"  weight: {float(check.weight):+.1f} ({check.weight.name.lower()})")
    click.echo(f"  danger: {check.danger}")
    if check.attack:
        click.echo(f"  ATT&CK: {', '.join(check.attack)}")
    if check.phrases:
        click.echo(f"  phrases: {', '.join(check.phrases)}")
