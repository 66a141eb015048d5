"""What every command shares: help and usage errors in the reader's language, and `-h` however it is called."""

from __future__ import annotations

import copy
import inspect
from gettext import gettext as of_click
from typing import Any, Final

import click

from tocsin.cli.i18n import chosen_language, speak
from tocsin.render.words import N_, Words

_SETTINGS: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_NUMBERS: Final = (N_("integer"), N_("integer range"))
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
        for param in self.params:
            param.type = _type_in(param.type, words_of(ctx))
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
        shown.help = _kept_apart(_told(shown.help, words), words)
        if isinstance(shown.show_default, str):
            shown.show_default = _told(shown.show_default, words)
    return shown


def _type_in(kind: click.ParamType[Any], words: Words) -> click.ParamType[Any]:
    """Return a type whose name, which usage errors and the help show, is in a language.

    click gives numbers an English name, and a path the name in the language of when it was made.
    """
    shown = copy.copy(kind)
    if isinstance(kind, click.Path):
        shown.name = of_click("file" if not kind.dir_okay else "path" if kind.file_okay else "directory")
    elif type(kind).name in _NUMBERS:
        shown.name = words.gettext(type(kind).name)
    return shown


def _kept_apart(text: str | None, words: Words) -> str | None:
    """Put marks of direction around a help, lest it run into the name of the option's value beside it."""
    return f"\u200e{text}\u200f" if text and words.direction == "rtl" else text


def _told(text: str | None, words: Words) -> str | None:
    return words.gettext(inspect.cleandoc(text)) if text else text
