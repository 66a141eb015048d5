"""The command `tocsin`. Sub-commands are loaded when they are called, so that start-up stays quick."""

from __future__ import annotations

import importlib
import os
import signal
import sys
import traceback
from types import FrameType
from typing import Any, Final

import click

import tocsin
from tocsin.cli.command import Command, words_of
from tocsin.cli.i18n import chosen_language
from tocsin.model.error import TocsinError
from tocsin.render.words import N_, Words

EXIT_BROKEN: Final = 70
"""Exit code for a fault of the program itself (EX_SOFTWARE of sysexits.h)."""
EXIT_STOPPED: Final = 128
"""Added to the number of the signal that ended the program, as shells do: 130 for Ctrl-C, 141 for a closed pipe."""
_COMMANDS = {
    "scan": N_("judge mail files, mailboxes, folders and archives"),
    "accounts": N_("find attacks on accounts in sign-in and audit logs"),
    "show": N_("show one message: text, links undone, evidence in place"),
    "explain": N_("say what a check looks for"),
    "init": N_("write the organisation's profile"),
    "train": N_("fit a model on your own mail and corrections"),
    "card": N_("write a card to print and hang up"),
    "ask": N_("ask whether a text, a link, a picture or a mail is safe"),
    "mail": N_("work at the desk: submit, see what waits, decide"),
    "incident": N_("write down what happened"),
    "operation": N_("say which attempts belong together, and why"),
    "claim": N_("keep apart who said what about whom"),
    "case": N_("work on what happened together with others"),
    "outcome": N_("say how far an attack got, and what stopped it"),
    "org": N_("keep the profile in the store, let the first person in"),
    "person": N_("keep people, their roles, and how they sign in"),
    "token": N_("let programs use the HTTP API"),
    "log": N_("show the log, check it, prove what is in it"),
    "store": N_("make, mend, back up and restore the store"),
    "serve": N_("start the console and the HTTP API"),
    "taxii": N_("let partners read and write collections by TAXII 2.1"),
    "share": N_("hand on to others what an attack has taught, and take in theirs"),
    "disrupt": N_("stop an attack where the organisation's own systems can"),
    "knowledge": N_("keep what is publicly known of actors, and look it up"),
    "assess": N_("weigh who is likely behind an operation, and say how sure that is"),
    "statement": N_("say together what happened, and let anybody check it"),
    "evidence": N_("take evidence into custody, give it out, erase it"),
}


class _Lazy(Command, click.Group):
    """A group whose commands live in modules of their own, `tocsin.cli.NAME:command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"tocsin.cli.{name}").command
        if "polars" in sys.modules:
            # It lets what waits go on waiting after Ctrl-C, a read from a pipe for instance.
            signal.siginterrupt(signal.SIGINT, True)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. Stopped halfway it must not end with 1, which says that something bad was found."""
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            sys.exit(EXIT_STOPPED + signal.SIGINT)
        except BrokenPipeError:
            # What is still to be written would fail again when Python flushes it at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(EXIT_STOPPED + 13)  # SIGPIPE, which not every system names

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = words_of(ctx)
        with formatter.section(words.gettext("Commands")):
            formatter.write_dl([(name, words.gettext(text)) for name, text in _COMMANDS.items()])


@click.group(cls=_Lazy)
@click.version_option(tocsin.__version__, message="tocsin %(version)s", help="Show the version and exit.")
def main() -> None:
    """Judge mail for organisations that are attacked for what they stand for."""


def run() -> None:
    """Run the command line; errors meant for people are printed without a traceback."""
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, _stop)
    try:
        main(prog_name="tocsin")
    except TocsinError as error:
        on_one_line = importlib.import_module("tocsin.render.plain").on_one_line  # not before it is needed
        words: Words = on_one_line(Words(chosen_language(sys.argv[1:])))
        said = words.gettext("tocsin: %(problem)s\n  hint: %(hint)s", problem=error.problem, hint=error.hint)
        click.echo(said, err=True)
        sys.exit(2)
    except Exception:  # noqa: BLE001 - Python itself would end with 1, which is what a scan that found something says
        traceback.print_exc()
        sys.exit(EXIT_BROKEN)


def _stop(number: int, _frame: FrameType | None) -> None:
    """End in order: the scratch file of a scan names who wrote to whom, and must go with it."""
    sys.exit(EXIT_STOPPED + number)


if __name__ == "__main__":
    run()
