from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest
from bench.lib.corpus import Mail, available, by_source, load, provider_passed, sample, scl, sender


def mails(**sizes: int) -> list[Mail]:
    return [Mail(source, f"{number:03d}.eml", b"") for source, size in sizes.items() for number in range(size)]


def test_load_reads_archives_in_a_stable_order(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "some.tar.xz", "w:xz") as tar:
        for name in ("two/b.eml", "one/c.eml", "two/a.eml"):
            entry = tarfile.TarInfo(name)
            entry.size = len(name)
            tar.addfile(entry, io.BytesIO(name.encode()))
    assert load(["some"], tmp_path) == [
        Mail("one", "c.eml", b"one/c.eml"),
        Mail("two", "a.eml", b"two/a.eml"),
        Mail("two", "b.eml", b"two/b.eml"),
    ]


def test_an_empty_folder_is_no_corpus(tmp_path: Path) -> None:
    assert not available(tmp_path)


def test_sample_draws_sources_in_equal_shares_as_far_as_they_reach() -> None:
    drawn = by_source(sample(mails(big=100, small=3), 20, seed=1))
    assert {source: len(group) for source, group in drawn.items()} == {"big": 17, "small": 3}


def test_sample_depends_on_nothing_but_the_seed() -> None:
    everything = mails(one=50, two=50)
    assert sample(everything, 20, seed=1) == sample(everything, 20, seed=1)
    assert sample(everything, 20, seed=1) != sample(everything, 20, seed=2)
    assert len(set(sample(everything, 20, seed=1))) == 20


def test_sample_of_more_than_there_are_is_all() -> None:
    assert sample(mails(one=3), 20, seed=1) == mails(one=3)


@pytest.mark.parametrize(
    ("field", "address"),
    [
        (b"From: Some Body <Some.Body@Example.org>", "some.body@example.org"),
        (b"from: plain@example.org", "plain@example.org"),
        (b"From: nobody", ""),
        (b"Subject: x", ""),
    ],
)
def test_sender(field: bytes, address: str) -> None:
    assert sender(field + b"\n\nbody") == address


@pytest.mark.parametrize(
    ("field", "level", "passed"),
    [
        (b"X-MS-Exchange-Organization-SCL: 1", 1, True),
        (b"X-MS-Exchange-Organization-SCL: -1", -1, True),
        (b"X-MS-Exchange-Organization-SCL: 5", 5, False),
        (b"X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:;SCL:1;SRV:;", 1, True),
        (b"Subject: SCL:1", None, False),
    ],
)
def test_provider_passed_is_a_stamped_level_of_at_most_one(field: bytes, level: int | None, passed: bool) -> None:
    assert scl(field + b"\r\n\r\n") == level
    assert provider_passed(field + b"\r\n\r\n") is passed
