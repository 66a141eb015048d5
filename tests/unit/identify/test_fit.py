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
        _samples(), {"telling": 2.0, "noise": 0.0, "never-seen": 3.4}, Settings(prior_strength=5), {"note": "test"}
    )


def test_weights_follow_the_evidence(model: Model) -> None:
    assert model.bad.checks["telling"] > 1.5
    assert abs(model.bad.checks["noise"]) < 0.7


def test_a_check_without_evidence_keeps_its_declared_weight(model: Model) -> None:
    assert model.bad.checks["never-seen"] == pytest.approx(3.4, abs=0.01)


def test_words_are_scored(model: Model) -> None:
    assert model.bad_text.score([7, 9]) > model.bad_text.score([8, 9])
    assert model.bad_text.score([]) == 0.0
    assert -6 <= model.bad_text.score(list(range(200))) <= 6


def test_the_same_input_gives_the_same_file(model: Model) -> None:
    again = fit(
        _samples(), {"telling": 2.0, "noise": 0.0, "never-seen": 3.4}, Settings(prior_strength=5), {"note": "test"}
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
