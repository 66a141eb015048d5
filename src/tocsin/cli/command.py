"""What every command shares: help and usage errors in the reader's language, and `-h` however it is called."""

from __future__ import annotations

import copy
import inspect
from gettext import gettext as of_click
from typing import Any, Final

import click

from tocsin.cli.i18n import chosen_language, speak
from tocsin.render.words import Words

_SETTINGS: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_LANGUAGE: Final = "tocsin.language"


class Command(click.Command):
    """A command whose texts are messages of the catalogue.

    The settings stand on each command and not only on the group: click keeps the help option that a command made when
    it was first asked, so a command called by itself would change what it prints as a part of the program.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{"context_settings": _SETTINGS, **options})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Choose the language before anything is said."""
        if ctx.parent is None:
            ctx.meta[_LANGUAGE] = chosen_language(args)
            speak(ctx.meta[_LANGUAGE])
        return super().parse_args(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return click's option with its text in the language of now."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = of_click("Show this message and exit.")
        return option

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help of a translated copy."""
        words = words_of(ctx)
        shown = copy.copy(self)
        shown.help = _told(self.help, words)
        shown.epilog = _told(self.epilog, words)
        shown.params = [_translated(param, words) for param in self.params]
        super(Command, shown).format_help(ctx, formatter)


class Group(Command, click.Group):
    """A command of commands, all of which are translated."""

    command_class = Command


def words_of(ctx: click.Context) -> Words:
    """Return the words of the language in which a command speaks."""
    return Words(ctx.meta.get(_LANGUAGE, "en"))


def _translated(param: click.Parameter, words: Words) -> click.Parameter:
    shown = copy.copy(param)
    if isinstance(shown, click.Option):
        shown.help = _told(shown.help, words)
        if isinstance(shown.show_default, str):
            shown.show_default = _told(shown.show_default, words)
    return shown


def _told(text: str | None, words: Words) -> str | None:
    return words.gettext(inspect.cleandoc(text)) if text else text
