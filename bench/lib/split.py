"""Which messages are measured on and which may be learnt from: sources and senders never on both sides."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.lib.corpus import Mail, sender

MODEL = Path(__file__).resolve().parents[2] / "src" / "tocsin" / "identify" / "data" / "model.json"
"""The shipped model, whose card names the sources it was not fitted on."""


@dataclass(frozen=True)
class Split:
    """The fit archives cut in two."""

    held_out: tuple[str, ...]
    """Sources the shipped model was not fitted on; empty: none is known, so all were taken and the figures flatter."""
    ham: list[Mail]
    """Delivered mail to measure on."""
    spam: list[Mail]
    """Old spam to measure on, reported apart."""
    learn_ham: list[Mail]
    """Ham that peers and locally fitted models may be taught with; shares no message with `ham`."""
    dropped: int
    """Messages of held-out sources left out because their sender also occurs in fitted ones."""

    @property
    def honest(self) -> bool:
        """Whether the measured sources are unseen by the shipped model."""
        return bool(self.held_out)


def read_card(path: Path = MODEL) -> Mapping[str, object]:
    """The card of the model file; empty where there is no model or no card."""
    try:
        model = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    card = model.get("card") if isinstance(model, dict) else None
    return card if isinstance(card, dict) else {}


def split(ham: Sequence[Mail], spam: Sequence[Mail], held_out: tuple[str, ...], teach: int, seed: int) -> Split:
    """Cuts by the held-out sources. When none has ham, all ham but `teach` seeded messages is measured on."""
    if not any(mail.source in held_out for mail in ham):
        learn = random.Random(seed).sample(ham, min(teach, len(ham) // 2))
        taken = {(mail.source, mail.name) for mail in learn}
        rest = [mail for mail in ham if (mail.source, mail.name) not in taken]
        return Split((), rest, list(spam), learn, 0)
    fitted = [mail for mail in (*ham, *spam) if mail.source not in held_out]
    measured_ham = [mail for mail in ham if mail.source in held_out]
    measured_spam = [mail for mail in spam if mail.source in held_out]
    kept_ham, kept_spam = without_senders(measured_ham, fitted), without_senders(measured_spam, fitted)
    dropped = len(measured_ham) + len(measured_spam) - len(kept_ham) - len(kept_spam)
    return Split(held_out, kept_ham, kept_spam, [mail for mail in ham if mail.source not in held_out], dropped)


def without_senders(mails: Iterable[Mail], seen: Iterable[Mail]) -> list[Mail]:
    """The messages whose sender's address occurs in none of `seen`: no sender stands on both sides."""
    known = {sender(mail.raw) for mail in seen} - {""}
    return [mail for mail in mails if sender(mail.raw) not in known]


def held_out_sources(card: Mapping[str, object], known: Iterable[str]) -> tuple[str, ...]:
    """The sources of `known` that the model's card says were not fitted on, sorted."""
    named = card.get("held_out_sources")
    listed = {str(item) for item in named} if isinstance(named, list) else set()
    return tuple(sorted(listed & set(known)))
