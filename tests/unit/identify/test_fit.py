"""Fitting: the optimiser finds minima, weights follow the evidence, and the same input gives the same file."""

from __future__ import annotations

import random

import numpy as np
import pytest

from tocsin.identify.features import FEATURES
from tocsin.identify.fit import Array, Sample, Settings, fit, minimise
from tocsin.identify.model import Model, dump, load

ZEROS = tuple(0.0 for _ in FEATURES)


def _samples(count: int = 300) -> list[Sample]:
    """Mail in which the check `telling` and bucket 7 belong to bad mail, `noise` and bucket 9 to both."""
    rng = random.Random(4)
    samples = []
    for number in range(count):
        bad = number % 3 == 0
        findings = [name for name, p in (("telling", 0.6 if bad else 0.02), ("noise", 0.3)) if rng.random() < p]
        words = sorted({7 if bad and rng.random() < 0.7 else 8, 9, rng.randrange(100, 2_000)})
        label = ("malicious" if number % 2 else "unwanted") if bad else "clean"
        samples.append(Sample(label, f"group {number % 12}", tuple(findings), ZEROS, tuple(words)))
    return samples


@pytest.fixture(scope="module")
def model() -> Model:
    return fit(
        _samples(),
        {"telling": 2.0, "noise": 0.0, "never-seen": 3.4, "nor-this": 1.7},
        {},
        Settings(folds=2, prior_strength=5),
        {"note": "test"},
    )


def test_weights_follow_the_evidence(model: Model) -> None:
    assert model.bad.checks["telling"] > 1.5
    assert abs(model.bad.checks["noise"]) < 0.7


def test_checks_without_evidence_keep_their_declared_proportion(model: Model) -> None:
    """All weights are stretched alike by the calibration."""
    assert model.bad.checks["never-seen"] / model.bad.checks["nor-this"] == pytest.approx(2.0, abs=0.01)
    assert model.bad.checks["nor-this"] > 1.0


def test_the_assumed_share_of_clean_mail_moves_the_bias_alone() -> None:
    rare = fit(_samples(), {"telling": 2.0}, {}, Settings(folds=2, prior_clean=0.999), {})
    usual = fit(_samples(), {"telling": 2.0}, {}, Settings(folds=2, prior_clean=0.9), {})
    assert rare.bad.bias < usual.bad.bias - 1


def test_a_sum_that_promises_too_much_for_unseen_groups_is_held_back() -> None:
    """In each group another check tells; what a fit learns of it says nothing of the next group."""
    samples = [
        Sample(
            "malicious" if number % 2 else "clean",
            f"group {number % 6}",
            (f"only-{number % 6}-{number % 2}",),
            ZEROS,
            (9,),
        )
        for number in range(600)
    ]
    declared = {f"only-{group}-{side}": 4.0 * (2 * side - 1) for group in range(6) for side in (0, 1)}
    wrong = [
        Sample("clean" if s.label == "malicious" else "malicious", s.group, s.findings, ZEROS, (9,)) for s in samples
    ]
    sure = fit(samples, declared, {}, Settings(folds=2), {})
    unsure = fit([*samples[:400], *wrong[400:]], declared, {}, Settings(folds=2), {})
    assert abs(unsure.bad.checks["only-0-1"]) < abs(sure.bad.checks["only-0-1"])


def test_threads_teach_a_sum_of_their_own_and_nothing_else(model: Model) -> None:
    threads = [
        Sample(
            "malicious" if number % 2 else "clean",
            "threads/a",
            ("aimed",) if number % 2 else (),
            ZEROS,
            (),
            threaded=True,
        )
        for number in range(200)
    ]
    declared = {"telling": 2.0, "noise": 0.0, "never-seen": 3.4, "nor-this": 1.7}
    taught = fit([*_samples(), *threads], {**declared, "aimed": 1.0}, {}, Settings(folds=2, prior_strength=5), {})
    assert model.targeted is None
    assert taught.targeted is not None
    assert taught.targeted.checks["aimed"] > 2.0
    assert taught.targeted.text == 0.0
    assert taught.bad_text == model.bad_text
    assert taught.bad.checks["telling"] == pytest.approx(model.bad.checks["telling"], abs=1e-6)


def test_words_are_scored(model: Model) -> None:
    assert model.bad_text.score([7, 9]) > model.bad_text.score([8, 9])
    assert model.bad_text.score([]) == 0.0
    assert -6 <= model.bad_text.score(list(range(200))) <= 6


def test_the_same_input_gives_the_same_file(model: Model) -> None:
    again = fit(
        _samples(),
        {"telling": 2.0, "noise": 0.0, "never-seen": 3.4, "nor-this": 1.7},
        {},
        Settings(folds=2, prior_strength=5),
        {"note": "test"},
    )
    assert dump(again) == dump(model)


def test_a_model_survives_its_file(model: Model) -> None:
    read = load(dump(model))
    assert read.bad == model.bad
    assert read.bad_text.table == model.bad_text.table
    assert len(read.digest) == 16


@pytest.mark.parametrize("raw", [b"", b"{}", b"nonsense", b'{"format": 1}'])
def test_what_is_no_model_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="not a model"):
        load(raw)


def test_another_format_is_refused(model: Model) -> None:
    with pytest.raises(ValueError, match="format 99"):
        load(dump(model).replace(b'"format": 1', b'"format": 99'))


def test_one_sided_mail_cannot_be_fitted() -> None:
    with pytest.raises(ValueError, match="both"):
        fit([Sample("clean", "g", (), ZEROS, (1,))] * 10, {}, {}, Settings(folds=2), {})


def test_the_optimiser_finds_the_minimum() -> None:
    target = np.array([3.0, -2.0, 0.5])
    scale = np.array([1.0, 100.0, 0.01])

    def loss(x: Array) -> tuple[float, Array]:
        off = x - target
        return float((scale * off * off).sum()), 2 * scale * off

    assert minimise(loss, np.zeros(3), 200) == pytest.approx(target, abs=1e-3)


def test_it_stops_at_the_bounds_of_sign() -> None:
    """The same point as that of L-BFGS-B, on a loss whose free minimum lies beyond several bounds."""
    optimize = pytest.importorskip("scipy.optimize")
    rng = np.random.default_rng(7)
    matrix, centre = rng.normal(size=(60, 12)), rng.normal(size=12)
    sign = np.array([1.0, -1.0, 0.0] * 4)
    answers = matrix @ rng.normal(size=12)

    def loss(x: Array) -> tuple[float, Array]:
        residual, off = matrix @ x - answers, x - centre
        return float(0.5 * residual @ residual + 2 * off @ off), matrix.T @ residual + 4 * off

    bounds = [{1.0: (0, None), -1.0: (None, 0), 0.0: (None, None)}[float(s)] for s in sign]
    expected = optimize.minimize(loss, np.zeros(12), jac=True, method="L-BFGS-B", bounds=bounds).x
    found = minimise(loss, np.where(sign * centre < 0, 0.0, centre), 300, sign=sign)
    assert (sign * found >= 0).all()
    assert (found == 0).any()
    assert found == pytest.approx(expected, abs=1e-3)


def test_a_good_sign_never_counts_against_a_message() -> None:
    """By the samples alone `noise` would go with bad mail; declared as a good sign it may say nothing, not that."""
    samples = [
        Sample(s.label, s.group, (*s.findings, "kind") if s.label != "clean" else s.findings, ZEROS, s.words)
        for s in _samples()
    ]
    assert fit(samples, {"kind": 0.0}, {}, Settings(folds=2), {}).bad.checks["kind"] > 0.5
    assert fit(samples, {"kind": -1.0}, {}, Settings(folds=2), {}).bad.checks["kind"] == 0.0


def test_attacks_in_threads_teach_what_is_malicious() -> None:
    threads = [Sample("malicious", f"threads/{n % 5}", ("aimed",), ZEROS, (), threaded=True) for n in range(200)]
    declared = {"telling": 2.0, "noise": 0.0, "aimed": 1.0}
    without = fit(_samples(), declared, {"aimed": 0.5}, Settings(folds=2), {})
    taught = fit([*_samples(), *threads], declared, {"aimed": 0.5}, Settings(folds=2), {})
    assert without.malicious.checks.get("aimed", 0.5) == pytest.approx(0.5, abs=0.01)
    assert taught.malicious.checks["aimed"] > 1.0


def test_the_sum_for_targeted_mail_is_held_back_where_unseen_storylines_differ() -> None:
    """What tells in one storyline says nothing in the next: the sum learns not to trust it."""

    def thread(number: int, story: int, telling: str) -> Sample:
        bad = number % 2 == 1
        return Sample(
            "malicious" if bad else "clean", f"threads/{story}", (telling,) if bad else (), ZEROS, (), threaded=True
        )

    alike = [thread(n, n // 2 % 6, "one") for n in range(600)]
    unlike = [thread(n, n // 2 % 6, f"own-{n // 2 % 6}") for n in range(600)]
    usual, held = (fit([*_samples(), *threads], {}, {}, Settings(folds=2), {}).targeted for threads in (alike, unlike))
    assert usual is not None
    assert held is not None
    assert usual.checks["one"] > 2 * max(held.checks[f"own-{story}"] for story in range(6))
