"""The words of the storylines: `LANG/*.toml`, a storyline's id -> one text or several. See the README beside."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from training.threads.plots import PLOTS
from training.threads.schema import LANG_WEIGHTS, Lang

_HERE = Path(__file__).parent


@cache
def texts(lang: Lang) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return, by storyline, its wordings in a language; each is a tuple of one text a turn.

    Raises:
        ValueError: an unknown storyline, one that stands twice, or a text with too few or many turns.
    """
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for path in sorted((_HERE / lang).glob("*.toml")):
        for plot, value in tomllib.loads(path.read_text("utf-8")).items():
            if plot not in PLOTS or plot in found:
                raise ValueError(f"{lang}/{path.name}: {plot} is unknown, or stands twice")
            wordings = [value] if isinstance(value, str) else value
            found[plot] = tuple(tuple(turn.strip("\n") for turn in text.split("\n---\n")) for text in wordings)
            wanted = len(PLOTS[plot].turns)
            if any(len(wording) != wanted for wording in found[plot]):
                raise ValueError(f"{lang}/{path.name}: {plot} has {[len(w) for w in found[plot]]} turns, not {wanted}")
    return found


@cache
def languages() -> dict[Lang, float]:
    """Return the languages that have texts, with their shares of the mailboxes."""
    return {lang: weight for lang, weight in LANG_WEIGHTS.items() if texts(lang)}
