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
from tocsin.identify.features import FEATURES, features_of, words_of
from tocsin.identify.mail import Mail
from tocsin.identify.model import Model
from tocsin.identify.partial import Reading
from tocsin.model.context import Context
from tocsin.model.verdict import Class, Danger, Failure, Finding, Verdict, Weight

PRIOR: Final = -3.5
"""Log-odds that a delivered message is not clean before anything is known of it: about 3 in 100."""
_DAMPING: Final = 0.75
"""Without a model, the n-th strongest finding counts with this to the power of n."""

ALERT_FROM: Final = 0.1
"""From this probability on a message is not called clean: a missed attack is taken to cost nine needless looks.
Chosen on folds of the fitting mail (docs/reference/scorings.md): of unseen ordinary mail 4 in 1,000 reach it
(docs/reference/folds.json: `sa_easy` and the lists)."""
ALERT_FROM_HIGH_RISK: Final = 0.05
"""The same where somebody at high risk is written to or spoken for."""
MALICIOUS_FROM: Final = 0.85
"""From this probability of malice on the verdict says so outright."""

TARGETED_IS_ATTACK: Final = 3.0
"""Log-odds that what is aimed at its reader is an attack rather than junk."""

_NEW_CHECK: Final = 0.5
"""A check that the model has not seen counts at this share of its declared weight."""

_ENDANGERING: Final = frozenset({Danger.CREDENTIALS, Danger.CODE, Danger.CONSENT, Danger.PAYMENT, Danger.FILE})
"""What an attack may want that costs its reader an account, a machine or money."""

MODEL_FINDINGS: Final = {
    "wording": {
        "en": "The wording as a whole, as the model weighs it.",
        "ar": "صياغة الرسالة في مجملها، كما يزنها النموذج.",
    },
    "shape": {
        "en": "The shape of the message (length, links, quotations, files), as the model weighs it.",
        "ar": "بنية الرسالة (طولها وروابطها واقتباساتها وملفاتها)، كما يزنها النموذج.",
    },
}
"""What the model adds beyond the checks, explained like checks."""


@dataclass(frozen=True, slots=True)
class Combiner:
    """Turns findings into two log-odds: of not being clean, and, if not clean, of being malicious."""

    checks: Mapping[str, Check]
    model: Model | None = None
    problem: str = ""
    """Why there is no model though one was expected; the verdict says so."""

    def read(self, mail: Mail) -> Reading:
        """Return what the verdict takes from the mail itself."""
        return Reading(is_cut=mail.is_cut) if self.model is None else _read(self.model, mail)

    def combine(self, reading: Reading, findings: Sequence[Finding]) -> tuple[float, float, list[Finding]]:
        """Return (log-odds of not clean, log-odds of malicious if not clean, findings with their contributions)."""
        if self.model is None:
            return _by_declared_weights(findings)
        return _by_model(self.model, reading, findings)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The missing model, if one was expected."""
        return (Failure("model", self.problem),) if self.problem else ()


def _by_declared_weights(findings: Sequence[Finding]) -> tuple[float, float, list[Finding]]:
    bad = sorted((f for f in findings if f.weight > 0), key=lambda f: (-f.weight, f.id))
    weighed = [_with_weight(f, f.weight * _DAMPING**n) for n, f in enumerate(bad)]
    weighed += [f for f in findings if f.weight <= 0]
    attack = sum(f.weight for f in weighed if f.weight > 0 and f.danger not in (Danger.NONE, Danger.SPAM))
    spam = sum(f.weight for f in weighed if f.weight > 0 and f.danger is Danger.SPAM)
    return PRIOR + sum(f.weight for f in weighed), 1.0 + attack - spam, weighed


def _read(model: Model, mail: Mail) -> Reading:
    words = words_of(mail)
    features = dict(zip(FEATURES, features_of(mail), strict=True))
    return Reading(
        model.bad.text * model.bad_text.score(words),
        model.bad.shape(features),
        model.malicious.text * model.malicious_text.score(words),
        model.malicious.shape(features),
        mail.is_cut,
    )


def _by_model(model: Model, reading: Reading, findings: Sequence[Finding]) -> tuple[float, float, list[Finding]]:
    bad, weighed = _bad(model, reading, findings)
    targeted, weighed_targeted = _targeted(model, findings)
    attack = model.malicious.bias + reading.attack_wording + reading.attack_shape
    attack += sum(model.malicious.checks.get(f.id, _towards_attack(f.weight, f.danger)) for f in findings)
    if targeted > bad:
        return targeted, max(attack, TARGETED_IS_ATTACK), weighed_targeted
    return bad, attack, weighed


def _bad(model: Model, reading: Reading, findings: Sequence[Finding]) -> tuple[float, list[Finding]]:
    weighed = [_with_weight(f, model.bad.checks.get(f.id, _NEW_CHECK * f.weight)) for f in findings]
    weighed += [_model_finding("wording", reading.wording), _model_finding("shape", reading.shape)]
    return model.bad.bias + sum(f.weight for f in weighed), weighed


def _targeted(model: Model, findings: Sequence[Finding]) -> tuple[float, list[Finding]]:
    """The log-odds that this is aimed at its reader, by findings alone."""
    if model.targeted is None:
        return -math.inf, []
    checks = model.targeted.checks
    weighed = [_with_weight(f, checks.get(f.id, _NEW_CHECK * f.weight)) for f in findings]
    return model.targeted.bias + sum(f.weight for f in weighed), weighed


def towards_attack(checks: Mapping[str, Check]) -> dict[str, float]:
    """What each check says by itself of malice in mail that is not clean, by id: the centre of its fitted weight."""
    return {item.id: _towards_attack(float(item.weight), item.danger) for item in checks.values()}


def _towards_attack(weight: float, danger: Danger) -> float:
    if danger is Danger.NONE or weight <= 0:
        return 0.0
    return _NEW_CHECK * weight * (-1 if danger is Danger.SPAM else 1)


def _model_finding(finding_id: str, weight: float) -> Finding:
    return Finding(finding_id, round(weight, 4), ())


def _with_weight(finding: Finding, weight: float) -> Finding:
    return Finding(finding.id, round(weight, 4), finding.evidence, finding.attack, finding.danger)


def decide(
    reading: Reading,
    findings: Sequence[Finding],
    failures: Sequence[Failure],
    combiner: Combiner,
    checks_digest: str,
    alert: float = ALERT_FROM,
) -> Verdict:
    """Return the verdict that the findings amount to; from the probability `alert` on it is not clean."""
    odds, attack_odds, weighed = combiner.combine(reading, findings)
    probability = sigmoid(odds)
    malicious = probability * sigmoid(attack_odds)
    if reading.is_cut and probability < alert:  # padding must not buy a clean verdict
        probability, malicious = alert, max(malicious, alert / 2)
    if _endangers(findings, weighed):  # unwanted is for what endangers no account
        malicious = max(malicious, probability / 2)
    verdict = classify(probability, malicious, alert)
    ordered = sorted(weighed, key=lambda f: (f.weight <= 0, -abs(f.weight), f.id))
    return Verdict(
        verdict=verdict,
        probability=round(probability, 6),
        probability_malicious=round(malicious, 6),
        findings=tuple(ordered),
        advice=_advice(ordered) if verdict in (Class.MALICIOUS, Class.SUSPICIOUS) else (),
        failures=(*failures, *combiner.failures),
        model=combiner.model.digest if combiner.model else "",
        checks=checks_digest,
    )


def _endangers(findings: Sequence[Finding], weighed: Sequence[Finding]) -> bool:
    """Whether a danger to accounts or money that is strong by its own declaration counted against the message."""
    strong = {f.id for f in findings if f.weight >= Weight.STRONG and f.danger in _ENDANGERING}
    return any(f.weight > 0 and f.id in strong for f in weighed)


def classify(probability: float, malicious: float, alert: float = ALERT_FROM) -> Class:
    """Return the class by the two probabilities: of not being clean, and of being malicious."""
    if malicious >= MALICIOUS_FROM:
        return Class.MALICIOUS
    if probability < alert:
        return Class.CLEAN
    return Class.SUSPICIOUS if malicious * 2 >= probability else Class.UNWANTED


def alert_from(mail: Mail, context: Context) -> float:
    """Return from which probability on a message is not clean: lower for people whom the profile marks high-risk."""
    people = [person for person in context.profile.person if person.high_risk]
    if not people:
        return ALERT_FROM
    addresses = {address for person in people for address in (*person.addresses, *person.private_addresses)}
    meant = any(one.email in addresses for one in (mail.sender, *mail.recipients))
    return ALERT_FROM_HIGH_RISK if meant else ALERT_FROM


def _advice(findings: Sequence[Finding]) -> tuple[Danger, ...]:
    weights: dict[Danger, float] = {}
    for finding in findings:
        if finding.weight > 0 and finding.danger not in (Danger.NONE, Danger.SPAM):
            weights[finding.danger] = weights.get(finding.danger, 0.0) + finding.weight
    return tuple(sorted(weights, key=lambda danger: -weights[danger])[:3])


def sigmoid(x: float) -> float:
    """The logistic function, safe for any finite x."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))
