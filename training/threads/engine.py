"""Makes threads of targeted mail and of daily mail: the same seed gives the same bytes, in any order of asking."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from training.threads.content import languages, texts
from training.threads.houses import house
from training.threads.plots import EVERYDAY, PLOTS
from training.threads.schema import Actor, House, Lang, Letter, Plot, Thread
from training.threads.staging import Scene, moment, stage, written

THREADS_A_MAILBOX = 8
EVERYDAY_SHARE = 0.3
"""The share of threads without attack; every other one brings a twin besides."""
_BACKGROUND = 6
"""How many daily storylines a mailbox holds beside one exchange with every partner."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Whose mail it is and what lies in it before any thread starts."""

    house: House
    target: Actor
    lang: Lang
    start: datetime
    history: tuple[tuple[datetime, bytes], ...]


def generate(seed: int, n: int) -> Iterator[Thread]:
    """Return `n` threads; the i-th depends on `seed` and i alone.

    Args:
        seed: any number.
        n: how many.
    """
    for number in range(n):
        yield thread(seed, number)


def thread(seed: int, number: int) -> Thread:
    """Return one thread of a seed."""
    rng = random.Random(f"threads {seed} {number}")
    box = mailbox(f"{seed}/{number // THREADS_A_MAILBOX}")
    lang: Lang = box.lang if rng.random() < 0.85 else "en"
    plot = _plot(rng, lang, rng.random() < EVERYDAY_SHARE)
    start = box.start + timedelta(days=rng.randint(1, 25), hours=9 * rng.random())
    scene = stage(f"{seed}/{number}", plot, rng.choice(texts(lang)[plot.id]), lang, box.house, box.target, start)
    return _told(scene, f"{seed}/{number}", box)


def _plot(rng: random.Random, lang: Lang, everyday: bool) -> Plot:
    known = [PLOTS[name] for name in sorted(texts(lang)) if (PLOTS[name].technique == EVERYDAY) == everyday]
    return rng.choice(known)


def _told(scene: Scene, name: str, box: Mailbox) -> Thread:
    plot = scene.plot
    twin = [made.raw for made in written(scene, attack=False)]
    attack = twin if plot.technique == EVERYDAY else [made.raw for made in written(scene, attack=True)]
    before = [(line.when, raw) for line, raw in zip(scene.lines, twin, strict=True) if line.turn.history]
    turns = [at for at, line in enumerate(scene.lines) if not line.turn.history]
    hostile = set() if plot.technique == EVERYDAY else {"mask", "second"}
    return Thread(
        id=name,
        kind=f"threads/{plot.id}",
        technique=plot.technique,
        lang=scene.lang,
        profile=box.house.toml,
        history=tuple(raw for _, raw in sorted([*box.history, *before])),
        messages=tuple(
            Letter(
                attack[at],
                "malicious" if scene.lines[at].turn.who in hostile else "clean",
                attack[at] != twin[at],
            )
            for at in turns
        ),
        twin=()
        if plot.technique == EVERYDAY
        else tuple(Letter(twin[at], "clean", attack[at] != twin[at]) for at in turns),
    )


@lru_cache(maxsize=4)
def mailbox(seed: str) -> Mailbox:
    """Return the mailbox of some threads: its owner's organisation, and some months of honest mail."""
    rng = random.Random(f"mailbox {seed}")
    lang: Lang = rng.choices(tuple(languages()), tuple(languages().values()))[0]
    home = house(seed, lang)
    target = home.people[rng.choice((0, 0, 0, 3, 4))]
    start = moment(rng)
    history: list[tuple[datetime, bytes]] = []
    for at, who in enumerate(home.partners):
        history += _lived(rng, seed, f"partner {at}", lang, home, target, start, PLOTS["day-partner"], (who, who))
    boss = home.people[1]
    history += _lived(rng, seed, "boss", lang, home, target, start, PLOTS["day-colleague"], (boss, boss))
    for at in range(_BACKGROUND):
        history += _lived(rng, seed, f"day {at}", lang, home, target, start, _plot(rng, lang, everyday=True), None)
    return Mailbox(home, target, lang, start, tuple(sorted(history)))


def _lived(
    rng: random.Random, seed: str, name: str, lang: Lang, home: House, target: Actor, start: datetime, plot: Plot,
    pair: tuple[Actor, Actor] | None,
) -> list[tuple[datetime, bytes]]:  # fmt: skip
    """Return a daily storyline of the months before, with the times it happened."""
    begin = start - timedelta(days=rng.randint(22, 150), hours=10 * rng.random())
    wording = rng.choice(texts(lang)[plot.id])
    scene = stage(f"{seed} {name}", plot, wording, lang, home, target, begin, pair)
    made = written(scene, attack=False)
    return [(line.when, one.raw) for line, one in zip(scene.lines, made, strict=True) if line.when < start]
