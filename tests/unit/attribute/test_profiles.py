from __future__ import annotations

from datetime import date

from tests.fixtures.release import bundle

from tocsin.attribute.profiles import Library, Profiles
from tocsin.formats.attack import objects, read

LIBRARY = Library(read(objects(bundle(), "made-up.json")))


def used(profiles: Profiles) -> dict[str, set[str]]:
    return {
        group: {profiles.features[place] for place in row.nonzero()[0]}
        for group, row in zip(profiles.groups, profiles.used, strict=True)
    }


def test_only_what_stands_is_compared() -> None:
    assert LIBRARY.groups == ("G9001", "G9002")
    assert "T9002" not in LIBRARY.features, "software did that, no group"


def test_profiles_grow_with_what_is_published() -> None:
    assert used(LIBRARY.profiles(date(2029, 5, 4))) == {"G9001": set(), "G9002": set()}
    assert used(LIBRARY.profiles(date(2029, 5, 5))) == {"G9001": {"S9001", "T9002.001"}, "G9002": set()}
    assert used(LIBRARY.profiles()) == {"G9001": {"S9001", "T9002.001", "T9003"}, "G9002": {"S9002", "T9003"}}


def test_what_has_no_date_is_known_only_without_a_day() -> None:
    first = LIBRARY.profiles(date(2029, 5, 5))
    assert first.used[0, first.place["T9002.001"]], "one of its two sources is dated"


def test_recent_reports_are_counted() -> None:
    assert LIBRARY.profiles(date(2030, 2, 1)).recent.tolist() == [2, 1]
    assert LIBRARY.profiles(date(2040, 1, 1)).recent.tolist() == [0, 0]


def test_software_is_told_from_techniques() -> None:
    profiles = LIBRARY.profiles()
    assert [name for name, is_software in zip(profiles.features, profiles.software, strict=True) if is_software] == [
        "S9001",
        "S9002",
    ]
