from __future__ import annotations

import numpy as np
from bench.lib.stats import auc
from bench.lib.yardstick import scores, shape


def message(mailer: str, number: int) -> bytes:
    return f"From: p{number}@example.org\n{mailer}: x\nMessage-ID: <{number}@example.org>\n\nsame body\n".encode()


def test_shape_says_nothing_of_values_but_their_punctuation() -> None:
    one, two = shape(message("X-Mailer", 1)), shape(message("X-Mailer", 2))
    assert one == two
    assert "has X-Mailer" in one
    assert "next X-Mailer Message-ID" in one


def test_a_difference_of_header_names_is_found_and_none_is_not() -> None:
    bad = [number % 2 == 0 for number in range(80)]
    told = scores([message("X-A" if is_bad else "X-B", n) for n, is_bad in enumerate(bad)], bad, seed=1)
    mask = np.array(bad)
    assert auc(told[~mask], told[mask]) == 1.0
    same = scores([message("X-A", number) for number in range(80)], bad, seed=1)
    assert same.std() < 0.2
