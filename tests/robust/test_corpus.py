"""Every message of the corpus is judged; no check fails and nothing raises."""

from __future__ import annotations

import os

import pytest
from bench.lib.corpus import CORPUS, load
from tests.robust.invariants import assert_sound

STEP = 1 if os.environ.get("FULL") else 40
SOURCES = (
    "measure/fixtures", "fit/ham-spamassassin", "fit/spam-spamassassin", "fit/ham-lists",
    "measure/phish-honeypot-look", "measure/ham-newsletters-look",
)  # fmt: skip


@pytest.mark.parametrize("source", SOURCES)
def test_every_message_is_judged(source: str) -> None:
    if not (CORPUS / f"{source}.tar.xz").is_file():
        pytest.skip("the measuring corpus is not on this machine")
    step = max(1, STEP // 10) if source == "measure/fixtures" else STEP
    for mail in load([source])[::step]:
        try:
            assert_sound(mail.raw)
        except Exception as error:
            raise AssertionError(f"{mail.source}/{mail.name}: {error!r}") from error
