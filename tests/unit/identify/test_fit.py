"""Fitting: the optimiser finds minima, weights follow the evidence, and the same input gives the same file."""

from __future__ import annotations

import random

import numpy as np
import pytest

from tocsin.identify.features import FEATURES
from tocsin.identify.fit import Array, Sample, Settings, fit, minimise
from tocsin.identify.model import Model, dump, load

ZEROS = tuple(0.0 for _ in FEATURES)


def _samples(count: int = 600) -> list[Sample]:
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
        Settings(prior_strength=5),
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
    rare = fit(_samples(), {"telling": 2.0}, Settings(prior_clean=0.999), {})
    usual = fit(_samples(), {"telling": 2.0}, Settings(prior_clean=0.9), {})
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
    sure = fit(samples, declared, Settings(), {})
    unsure = fit([*samples[:400], *wrong[400:]], declared, Settings(), {})
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
    taught = fit([*_samples(), *threads], {**declared, "aimed": 1.0}, Settings(prior_strength=5), {})
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
        Settings(prior_strength=5),
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
        fit([Sample("clean", "g", (), ZEROS, (1,))] * 10, {}, Settings(), {})


def test_the_optimiser_finds_the_minimum() -> None:
    target = np.array([3.0, -2.0, 0.5])
    scale = np.array([1.0, 100.0, 0.01])

    def loss(x: Array) -> tuple[float, Array]:
        off = x - target
        return float((scale * off * off).sum()), 2 * scale * off

    assert minimise(loss, np.zeros(3), 200) == pytest.approx(target, abs=1e-3)
