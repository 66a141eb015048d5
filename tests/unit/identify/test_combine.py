"""From findings to verdicts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tocsin.formats.mime import parse
from tocsin.identify.combine import (
    ALERT_FROM,
    ALERT_FROM_HIGH_RISK,
    TARGETED_IS_ATTACK,
    Combiner,
    alert_from,
    classify,
    decide,
    sigmoid,
)
from tocsin.identify.examples import PROFILE, message
from tocsin.identify.features import FEATURES
from tocsin.identify.mail import Mail
from tocsin.identify.model import Model, Sum, TextScore
from tocsin.model.context import Context
from tocsin.model.verdict import Class, Danger, Finding, Verdict, Weight

MAIL = Mail(parse(b"Subject: hello\n\nsome words"))


def _finding(name: str, weight: float, danger: Danger = Danger.NONE) -> Finding:
    return Finding(name, weight, (), (), danger)


def _decide(*findings: Finding, combiner: Combiner | None = None) -> Verdict:
    combiner = combiner or Combiner({})
    return decide(combiner.read(MAIL), findings, (), combiner, "checks")


def _model(bad: dict[str, float], malicious: dict[str, float]) -> Model:
    import base64
    import zlib

    from tocsin.identify.features import BUCKETS

    silent = TextScore(0.0, 0.0, base64.b85encode(zlib.compress(bytes(BUCKETS))).decode())
    features = dict.fromkeys(FEATURES, 0.0)
    return Model(
        1, {}, Sum(-3.0, bad, features, 0.0), Sum(0.0, malicious, features, 0.0), silent, silent, digest="digest"
    )


def test_nothing_found_is_clean_at_the_prior() -> None:
    verdict = _decide()
    assert verdict.verdict is Class.CLEAN
    assert verdict.probability == pytest.approx(sigmoid(-3.5), abs=1e-5)
    assert verdict.advice == ()


def test_strong_findings_of_an_attack_are_malicious_with_advice() -> None:
    verdict = _decide(_finding("a", 5.0, Danger.CODE), _finding("b", 3.4, Danger.CODE))
    assert verdict.verdict is Class.MALICIOUS
    assert verdict.advice == (Danger.CODE,)


def test_junk_is_unwanted_without_advice() -> None:
    verdict = _decide(_finding("a", 5.0, Danger.SPAM), _finding("b", 3.4, Danger.SPAM))
    assert verdict.verdict is Class.UNWANTED
    assert verdict.advice == ()


def test_many_weak_findings_weigh_less_than_their_sum() -> None:
    one = _decide(_finding("a", 2.0))
    ten = _decide(*[_finding(str(n), 2.0) for n in range(10)])
    assert math.log(ten.probability / (1 - ten.probability)) < -3.5 + 20
    assert ten.probability > one.probability


def test_findings_are_ordered_by_contribution_with_good_signs_last() -> None:
    verdict = _decide(_finding("good", -2.0), _finding("small", 0.4), _finding("large", 3.4))
    assert [f.id for f in verdict.findings] == ["large", "small", "good"]


def test_with_a_model_its_weights_count_and_its_own_findings_are_named() -> None:
    combiner = Combiner({}, _model({"known": 4.0}, {"known": 3.0}))
    verdict = _decide(_finding("known", 1.0), _finding("new", 2.0), combiner=combiner)
    weights = {f.id: f.weight for f in verdict.findings}
    assert weights["known"] == 4.0
    assert weights["new"] == 1.0
    assert {"wording", "shape"} <= set(weights)
    assert verdict.model == "digest"
    assert verdict.probability == pytest.approx(sigmoid(-3.0 + 4.0 + 1.0), abs=1e-5)


def test_what_is_aimed_at_its_reader_is_judged_by_findings_alone() -> None:
    features = dict.fromkeys(FEATURES, 0.0)
    model = replace(_model({"aimed": 1.0}, {"aimed": -9.0}), targeted=Sum(-5.0, {"aimed": 7.0}, features, 0.0))
    verdict = _decide(_finding("aimed", 1.0), combiner=Combiner({}, model))
    assert verdict.probability == pytest.approx(sigmoid(-5.0 + 7.0), abs=1e-5)
    assert verdict.probability_malicious == pytest.approx(sigmoid(2.0) * sigmoid(TARGETED_IS_ATTACK), abs=1e-5)
    assert [(f.id, f.weight) for f in verdict.findings] == [("aimed", 7.0)]


def test_the_sum_that_says_more_decides() -> None:
    features = dict.fromkeys(FEATURES, 0.0)
    model = replace(_model({"junk": 5.0}, {}), targeted=Sum(-5.0, {"junk": 1.0}, features, 0.0))
    verdict = _decide(_finding("junk", 1.0), combiner=Combiner({}, model))
    assert verdict.probability == pytest.approx(sigmoid(-3.0 + 5.0), abs=1e-5)
    assert {"wording", "shape"} <= {f.id for f in verdict.findings}


def test_a_missing_model_is_said() -> None:
    verdict = _decide(combiner=Combiner({}, problem="FileNotFoundError"))
    assert [f.id for f in verdict.failures] == ["model"]
    assert verdict.model == ""


@given(st.floats(0, 1), st.floats(0, 1))
def test_every_pair_of_probabilities_has_a_class(probability: float, share: float) -> None:
    found = classify(probability, probability * share)
    if probability < ALERT_FROM:
        assert found is Class.CLEAN
    elif found is Class.UNWANTED:
        assert share < 0.5


@given(st.floats(-1e6, 1e6))
def test_the_logistic_function_stays_within_bounds(x: float) -> None:
    assert 0.0 <= sigmoid(x) <= 1.0


def test_mail_to_somebody_at_high_risk_is_looked_at_sooner() -> None:
    def mail_to(address: str) -> Mail:
        return Mail(parse(message(to=address).raw))

    context = Context(profile=PROFILE)
    assert alert_from(mail_to("dana@harbour.example"), context) == ALERT_FROM_HIGH_RISK
    assert alert_from(mail_to("sami@harbour.example"), context) == ALERT_FROM
    assert alert_from(mail_to("dana@harbour.example"), Context()) == ALERT_FROM
    between = (ALERT_FROM + ALERT_FROM_HIGH_RISK) / 2
    assert classify(between, between, ALERT_FROM_HIGH_RISK) is Class.SUSPICIOUS
    assert classify(between, between, ALERT_FROM) is Class.CLEAN


DANGEROUS = [Danger.CREDENTIALS, Danger.CODE, Danger.CONSENT, Danger.PAYMENT, Danger.FILE]


@pytest.mark.parametrize("danger", DANGEROUS)
@pytest.mark.parametrize("weight", [Weight.STRONG, Weight.DECISIVE])
def test_what_strongly_endangers_accounts_or_money_is_never_unwanted(danger: Danger, weight: Weight) -> None:
    junk = Combiner({}, _model({"risk": 1.0, "junk": 4.0}, {"risk": -9.0, "junk": -9.0}))
    verdict = _decide(_finding("risk", weight, danger), _finding("junk", 5.0, Danger.SPAM), combiner=junk)
    assert verdict.verdict is Class.SUSPICIOUS
    assert verdict.advice == (danger,)
    assert verdict.probability_malicious == pytest.approx(verdict.probability / 2, abs=1e-6)


@pytest.mark.parametrize(
    ("weight", "danger", "counted"),
    [
        pytest.param(Weight.MEDIUM, Danger.PAYMENT, 1.0, id="not strong"),
        pytest.param(Weight.STRONG, Danger.SPAM, 1.0, id="junk"),
        pytest.param(Weight.STRONG, Danger.NONE, 1.0, id="no danger"),
        pytest.param(Weight.STRONG, Danger.PAYMENT, 0.0, id="did not count against it"),
    ],
)
def test_nothing_less_makes_junk_suspicious(weight: Weight, danger: Danger, counted: float) -> None:
    junk = Combiner({}, _model({"risk": counted, "junk": 5.0}, {"risk": -9.0, "junk": -9.0}))
    verdict = _decide(_finding("risk", weight, danger), _finding("junk", 5.0, Danger.SPAM), combiner=junk)
    assert verdict.verdict is Class.UNWANTED


def test_a_danger_does_not_make_clean_mail_suspicious() -> None:
    quiet = Combiner({}, _model({"risk": 0.1}, {}))
    assert _decide(_finding("risk", Weight.STRONG, Danger.CODE), combiner=quiet).verdict is Class.CLEAN
