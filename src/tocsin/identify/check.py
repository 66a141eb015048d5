"""What a check is, and how the checks of a folder are found."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from tocsin.identify.needs import NEEDS
from tocsin.model.verdict import Danger, Evidence, Span, Weight

if TYPE_CHECKING:
    from tocsin.identify.examples import Example


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of a check that stands in the message."""

    group: str
    """The name of the phrase group, as the check declared it ("en", "ask.fa", ...)."""
    span: Span
    text: str
    """The words as written."""


Hits = Sequence[Hit]
Run = Callable[..., Iterable[Evidence]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `run(mail, context)`, or `run(mail, context, hits)` for a check with phrases, yields evidence.

    A check with phrases is run only where at least one of them stands in the message.
    """

    id: str
    weight: Weight
    explain: Mapping[str, str]
    run: Run
    hits: Callable[[], Sequence[Example]]
    misses: Callable[[], Sequence[Example]]
    danger: Danger = Danger.NONE
    attack: tuple[str, ...] = ()
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    layers: tuple[str, ...] = ("header:subject", "text", "visible")
    """Where the phrases are looked for: a selection of header:subject, text, visible, hidden, file, header:from."""
    history: bool = False
    """Whether it speaks only where a history is kept."""
    needs: str = ""
    """What a message must have for it to find anything (a key of `NEEDS`); "" for nothing in particular.

    Checks of history are few and may not declare any.
    """


_REGISTRY: Final[dict[str, Check]] = {}


def check(
    *,
    id: str,  # noqa: A002 - it is the field's name everywhere
    weight: Weight,
    explain: Mapping[str, str],
    hits: Callable[[], Sequence[Example]],
    misses: Callable[[], Sequence[Example]],
    danger: Danger = Danger.NONE,
    attack: tuple[str, ...] = (),
    phrases: Mapping[str, tuple[str, ...]] | None = None,
    layers: tuple[str, ...] = ("header:subject", "text", "visible"),
    history: bool = False,
    needs: str = "",
) -> Callable[[Run], Run]:
    """Register the decorated function as a check (see `Check` for the fields)."""

    def register(run: Run) -> Run:
        if id in _REGISTRY and _REGISTRY[id].run.__module__ != run.__module__:
            raise ValueError(f"two checks are called {id}")
        if needs and history:
            raise ValueError(f"{id} is a check of history, for which needs are not looked at")
        if needs and needs not in NEEDS:
            raise ValueError(f"{id} needs {needs}, which is not one of {', '.join(NEEDS)}")
        _REGISTRY[id] = Check(
            id, weight, explain, run, hits, misses, danger, attack, phrases or {}, layers, history, needs
        )
        return run

    return register


def evidence(span: Span | None = None, **facts: object) -> Evidence:
    """Return evidence at `span` with facts (keys of `FACTS`); values are shortened to 300 characters."""
    return Evidence(span, {key: str(value)[:300] for key, value in facts.items()})


@cache
def all_checks() -> Mapping[str, Check]:
    """Import every module below `tocsin.identify.checks` and return the checks by id, in the order of their ids."""
    package = importlib.import_module("tocsin.identify.checks")
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
    return dict(sorted(_REGISTRY.items()))


def digest(checks: Mapping[str, Check]) -> str:
    """Return a short digest of a set of checks: their ids, weights and phrases."""
    state = hashlib.sha256()
    for item in checks.values():
        state.update(repr((item.id, float(item.weight), sorted(item.phrases.items()), item.layers)).encode())
    return state.hexdigest()[:16]
