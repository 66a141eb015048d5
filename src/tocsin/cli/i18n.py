"""The language of the command line: asked for by `--lang` or by the environment, spoken by click too."""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable, Sequence
from typing import Any

import click

from tocsin.model.sentence import LANGUAGES
from tocsin.render.words import CATALOGUES


def speak(language: str) -> None:
    """Let click speak a language too. It asks the standard library's one catalogue of the process and `LANGUAGE`."""
    gettext.bindtextdomain("click", str(CATALOGUES))
    gettext.textdomain("click")
    os.environ["LANGUAGE"] = language


def chosen_language(arguments: Sequence[str]) -> str:
    """Return the language that `--lang` among the arguments asks for, else that of the environment.

    Asked before they are parsed: what is wrong with them is told in it.
    """
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or "".join(arguments[place + 1 : place + 2])
            if value in LANGUAGES:
                return value
    return default_language()


def default_language() -> str:
    """Return the language of the environment (TOCSIN_LANG, LC_ALL, LC_MESSAGES, LANG), else English."""
    for name in ("TOCSIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value[:2].lower() if value[:2].lower() in LANGUAGES else "en"
    return "en"


def language_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--lang`, given to the command as `lang`."""
    option = click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default=default_language,
        show_default="from the environment",
        help="Language of the output.",
    )
    return option(function)
