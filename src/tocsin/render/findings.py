"""The findings of a verdict in the order in which a person should read them, each with its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tocsin.model.row import Excerpt
from tocsin.model.verdict import Evidence, Finding, Span, Verdict
from tocsin.render.labels import explanation, loudest


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as it is shown: what it means, and each piece of evidence with its words, if it has some."""

    id: str
    text: str
    attack: tuple[str, ...]
    pieces: tuple[tuple[Evidence, Excerpt | None], ...]


def shown_findings(verdict: Verdict, excerpts: Sequence[Excerpt], language: str) -> list[Shown]:
    """Return the findings that speak against a message, the loudest first."""
    by_span = {excerpt.span: excerpt for excerpt in excerpts}
    return [_shown(finding, by_span, language) for finding in loudest(verdict.findings)]


def _shown(finding: Finding, excerpts: Mapping[Span, Excerpt], language: str) -> Shown:
    pieces = tuple((piece, excerpts.get(piece.span) if piece.span else None) for piece in finding.evidence[:3])
    return Shown(finding.id, explanation(finding.id, language), finding.attack, pieces)
