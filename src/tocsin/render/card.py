"""Cards to print: the first five things, and what to do after a click. In English and Arabic, a page each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tocsin.identify.advice import ADVICE
from tocsin.identify.cards import CLICKED, FIVE, Done
from tocsin.model.sentence import LANGUAGES
from tocsin.render.html import HtmlWords, environment

FIRST_FIVE: Final = "first-five"
I_CLICKED: Final = "clicked"
KINDS: Final = (FIRST_FIVE, I_CLICKED)
_NOBODY: Final[Mapping[str, bool | None]] = {}


def card(kind: str, language: str, *, call: str = "", person: str = "", done: Done = _NOBODY) -> str:
    """Return a card as a page that stands alone; `language` is the one shown first, and both are printed.

    `call`: whom to tell, as the organisation writes it. `person` and `done`: for whom it is, and what is done already.
    """
    return (
        environment()
        .get_template("card.html.j2")
        .render(
            pages=[HtmlWords(name) for name in LANGUAGES], chosen=language, kind=kind, call=call, person=person,
            done=done, five=FIVE, clicked=[(danger, ADVICE[danger]) for danger in CLICKED],
        )
    )  # fmt: skip
