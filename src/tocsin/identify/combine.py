"""From findings to a verdict: an additive combination that explains itself.

Every finding adds its log-odds. With a model the weights are fitted ones; without, the declared ones, damped because
checks of one message are not independent.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.identify.check import Check
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Class, Danger, Failure, Finding, Verdict

PRIOR: Final = -3.5
"""Log-odds that a delivered message is not clean before anything is known of it: about 3 in 100."""
_DAMPING: Final = 0.75
"""Without a model, the n-th strongest finding counts with this to the power of n."""

MALICIOUS_FROM: Final = 0.85
SUSPICIOUS_FROM: Final = 0.5
UNWANTED_FROM: Final = 0.5


@dataclass(frozen=True, slots=True)
class Combiner:
    """Turns findings into two log-odds: of not being clean, and, if not clean, of being malicious."""

    checks: Mapping[str, Check]

    @classmethod
    def without_model(cls, checks: Mapping[str, Check]) -> Combiner:
        """The checks judge alone, by their declared weights."""
        return cls(checks)

    def combine(self, mail: Mail, context: Context, findings: Sequence[Finding]) -> tuple[float, float, list[Finding]]:
        """Return (log-odds of not clean, log-odds of malicious if not clean, findings with their contributions)."""
        bad = sorted((f for f in findings if f.weight > 0), key=lambda f: -f.weight)
        good = [f for f in findings if f.weight <= 0]
        weighed = [_with_weight(f, f.weight * _DAMPING**n) for n, f in enumerate(bad)] + good
        odds = PRIOR + sum(f.weight for f in weighed)
        attack = sum(f.weight for f in weighed if f.danger not in (Danger.NONE, Danger.SPAM) and f.weight > 0)
        spam = sum(f.weight for f in weighed if f.danger is Danger.SPAM and f.weight > 0)
        return odds, 1.0 + attack - spam, weighed


def _with_weight(finding: Finding, weight: float) -> Finding:
    return Finding(finding.id, round(weight, 4), finding.evidence, finding.attack, finding.danger)


def decide(
    mail: Mail,
    context: Context,
    findings: Sequence[Finding],
    failures: Sequence[Failure],
    combiner: Combiner,
    checks_digest: str,
) -> Verdict:
    """Return the verdict that the findings amount to."""
    odds, attack_odds, weighed = combiner.combine(mail, context, findings)
    probability = sigmoid(odds)
    malicious = probability * sigmoid(attack_odds)
    verdict = classify(probability, malicious)
    ordered = sorted(weighed, key=lambda f: (f.weight <= 0, -abs(f.weight), f.id))
    return Verdict(
        verdict=verdict,
        probability=round(probability, 6),
        probability_malicious=round(malicious, 6),
        findings=tuple(ordered),
        advice=_advice(ordered) if verdict in (Class.MALICIOUS, Class.SUSPICIOUS) else (),
        failures=tuple(failures),
        checks=checks_digest,
    )


def classify(probability: float, malicious: float) -> Class:
    """Return the class by the two probabilities: of not being clean, and of being malicious."""
    if malicious >= MALICIOUS_FROM:
        return Class.MALICIOUS
    if probability < min(SUSPICIOUS_FROM, UNWANTED_FROM):
        return Class.CLEAN
    return Class.SUSPICIOUS if malicious * 2 >= probability else Class.UNWANTED


def _advice(findings: Sequence[Finding]) -> tuple[Danger, ...]:
    weights: dict[Danger, float] = {}
    for finding in findings:
        if finding.weight > 0 and finding.danger not in (Danger.NONE, Danger.SPAM):
            weights[finding.danger] = weights.get(finding.danger, 0.0) + finding.weight
    return tuple(sorted(weights, key=lambda danger: -weights[danger])[:3])


def sigmoid(x: float) -> float:
    """The logistic function, safe for any finite x."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))
