from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tocsin.cli.exported import exported_of, told
from tocsin.model.activity import Coverage, Exported
from tocsin.model.error import InputError
from tocsin.render.words import Words

BEGINS, ENDS = datetime(2026, 10, 1, 12, tzinfo=UTC), datetime(2026, 10, 14, 10, tzinfo=UTC)
COVERED = Coverage("entra", "SignInLogs", BEGINS, ENDS, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-10-01..2026-10-14", Exported(BEGINS, ENDS)),
        ("2026-10-01T12:00:00Z..2026-10-14T13:00:00+03:00", Exported(BEGINS, ENDS)),
        ("2026-10-01T12:00..2026-10-14", Exported(BEGINS, ENDS)),
        ("logs=2026-10-01..2026-10-14", Exported(BEGINS, ENDS, "logs")),
        ("logs/=2026-10-01..2026-10-14", Exported(BEGINS, ENDS, "logs")),
        ("logs/a=b..c.json=2026-10-01..2026-10-14", Exported(BEGINS, ENDS, "logs/a=b..c.json")),
        ("-=2026-10-01..2026-10-14", Exported(BEGINS, ENDS, "-")),
    ],
)
def test_a_period_is_stated_of_all_files_or_of_a_path(text: str, expected: Exported) -> None:
    assert exported_of([text], ["logs", "-"]) == (expected,)


@pytest.mark.parametrize(
    "text",
    ["", "2026-10-01", "2026-10-01..", "2026-10-14..2026-10-01", "2026-10-01..soon", "other=2026-10-01..2026-10-14",
     "2026-10-01..2026-10-01"],
)  # fmt: skip
def test_what_is_no_period_of_what_is_read_is_told(text: str) -> None:
    with pytest.raises(InputError) as told:
        exported_of([text], ["logs"])
    assert told.value.hint


def test_the_folder_that_one_is_in_is_all_that_is_read() -> None:
    assert exported_of([".=2026-10-01..2026-10-14"], ["."]) == (Exported(BEGINS, ENDS),)


def test_a_period_of_no_files_is_told() -> None:
    assert exported_of([], []) == ()
    with pytest.raises(InputError):
        exported_of(["2026-10-01..2026-10-14"], [])


def test_what_became_of_it_is_told_in_both_languages() -> None:
    stated = Coverage("okta", "system", BEGINS, ENDS, 10, stated=True)
    refused = Coverage("m365", "Exchange", BEGINS, ENDS, 10, 1, stated=True)
    for language in ("en", "ar"):
        said = list(told([COVERED, stated, refused], Words(language)))
        assert len(said) == 2
        assert "okta system" in said[0]
        assert "2026-10-14 10:00 UTC" in said[0]
        assert "m365 Exchange" in said[1]
        assert len(list(told([COVERED], Words(language)))) == 1
