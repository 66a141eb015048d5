"""The model file, and the sums in it."""

from __future__ import annotations

import base64
import zlib

import pytest

from tocsin.identify.features import BUCKETS, FEATURES
from tocsin.identify.model import FORMAT, LEAST_SHAPE, Model, Sum, TextScore, dump, load

FEATURE = FEATURES[0]


def _sum(weight: float) -> Sum:
    return Sum(0.0, {}, {FEATURE: weight}, 0.0)


def _text(table: bytes, bias: float = 0.0) -> TextScore:
    return TextScore(bias, 0.5, base64.b85encode(zlib.compress(table)).decode())


def _model(model_format: int = FORMAT) -> Model:
    silent = _text(bytes(BUCKETS))
    return Model(model_format, {"note": "test"}, _sum(1.0), _sum(0.0), silent, silent)


@pytest.mark.parametrize(("weight", "shape"), [(1.5, 1.5), (-1.5, -1.5), (-9.0, LEAST_SHAPE)])
def test_padding_cannot_buy_more_than_the_least_shape(weight: float, shape: float) -> None:
    assert _sum(weight).shape({FEATURE: 1.0}) == shape


def test_words_count_by_the_root_of_their_number_and_are_clipped() -> None:
    score = _text(bytes([4, 4, 0, 127]) + bytes(BUCKETS - 4), bias=1.0)
    assert score.score([]) == 0.0
    assert score.score([0, 1, 2, 4]) == pytest.approx(1.0 + 0.5 * 8 / 2)
    assert score.score([3]) == 6.0


def test_a_file_holds_what_was_written_and_is_named_by_its_bytes() -> None:
    raw = dump(_model())
    model = load(raw)
    assert dump(model) == raw
    assert len(model.digest) == 16
    assert model.card == {"note": "test"}


@pytest.mark.parametrize("raw", [b"", b"{}", b"[1]", dump(_model(99))])
def test_what_is_no_model_file_is_refused_with_a_reason(raw: bytes) -> None:
    with pytest.raises(ValueError, match="model"):
        load(raw)
