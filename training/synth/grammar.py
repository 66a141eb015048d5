"""The template grammar: `{a|b}` alternatives (nested, possibly empty), `$name` facts, `$$` for a dollar sign."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

Lookup = Callable[[str], str]

_TOKEN = re.compile(r"\$\$|\$[a-z]+|[{}|]|[^${}|]+|\$")


class TemplateError(ValueError):
    """A template whose braces do not match."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A `$name`."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A `{a|b}`."""

    texts: tuple[Text, ...]


Node = str | Fact | Choice
Text = tuple[Node, ...]


class _Reader:
    def __init__(self, template: str) -> None:
        self.template = template
        self.tokens = _TOKEN.findall(template)
        self.position = 0

    def alternatives(self, inside: bool) -> tuple[Text, ...]:
        texts: list[Text] = []
        nodes: list[Node] = []
        while self.position < len(self.tokens):
            token = self.tokens[self.position]
            self.position += 1
            if token == "{":
                nodes.append(Choice(self.alternatives(inside=True)))
            elif token == "}":
                if not inside:
                    raise TemplateError(f"closing brace too many: {self.template!r}")
                return (*texts, tuple(nodes))
            elif token == "|" and inside:
                texts.append(tuple(nodes))
                nodes = []
            else:
                nodes.append(_leaf(token))
        if inside:
            raise TemplateError(f"brace left open: {self.template!r}")
        return (tuple(nodes),)


def _leaf(token: str) -> Node:
    if token == "$$":
        return "$"
    return Fact(token[1:]) if token.startswith("$") and len(token) > 1 else token


@cache
def compiled(template: str) -> Text:
    """The parsed template.

    Raises:
        TemplateError: braces that do not match.
    """
    return _Reader(template).alternatives(inside=False)[0]


def _render(text: Text, rng: random.Random, lookup: Lookup, out: list[str]) -> None:
    for node in text:
        if isinstance(node, str):
            out.append(node)
        elif isinstance(node, Fact):
            out.append(lookup(node.name))
        else:
            _render(node.texts[int(rng.random() * len(node.texts))], rng, lookup, out)


def expand(template: str, rng: random.Random, lookup: Lookup) -> str:
    """One text of the template; `lookup` gives the value of each `$name`."""
    if "{" not in template and "$" not in template:
        return template
    out: list[str] = []
    _render(compiled(template), rng, lookup, out)
    return "".join(out)


def _facts(text: Text) -> Iterator[str]:
    for node in text:
        if isinstance(node, Fact):
            yield node.name
        elif isinstance(node, Choice):
            for inner in node.texts:
                yield from _facts(inner)


def names(template: str) -> frozenset[str]:
    """The facts that a template may ask for."""
    return frozenset(_facts(compiled(template)))


def _count(text: Text) -> int:
    total = 1
    for node in text:
        if isinstance(node, Choice):
            total *= sum(_count(inner) for inner in node.texts)
    return total


def variants(template: str) -> int:
    """How many texts the alternatives of a template allow (facts not counted)."""
    return _count(compiled(template))
