from __future__ import annotations

from tocsin.identify.check import Hit
from tocsin.identify.partial import Partial, Reading
from tocsin.model.defect import Defect
from tocsin.model.verdict import Danger, Evidence, Failure, Finding, Span
from tocsin.scan.sealed import Met, Seal


def met(value: str = "اجتماع") -> Met:
    found = Finding("a", 0.4, (Evidence(Span("1", "text", 2, 5), {"value": value}),), ("T1566.002",), Danger.CODE)
    hits: dict[str, tuple[Hit, ...]] = {"b": (Hit("ar", Span("1", "text", 0, 3), "رمز"),)}
    partial = Partial((found,), (Failure("c", "KeyError"),), hits, Reading(0.1, -0.2, 3.0, 1e-9, True))
    return Met(partial, "ar", (Defect("text-cut", "1"),))


def test_what_was_sealed_comes_back_as_it_was() -> None:
    seal = Seal(Seal.secret())
    closed = seal.close(b"raw", met())
    assert closed is not None
    assert closed[0] == seal.key(b"raw") != seal.key(b"other")
    assert seal.open(*closed) == met()


def test_it_tells_nothing_without_the_secret() -> None:
    closed, other = Seal(Seal.secret()).close(b"raw", met("secret words")), Seal(Seal.secret())
    assert closed is not None
    assert b"secret words" not in closed[1]
    assert other.key(b"raw") != closed[0]
    assert other.open(*closed) is None
    assert other.open(closed[0], closed[1][:-1] + b"?") is None
    assert other.open(closed[0], b"") is None


def test_what_was_sealed_for_one_message_is_not_taken_for_another() -> None:
    seal = Seal(Seal.secret())
    closed = seal.close(b"raw", met())
    assert closed is not None
    assert seal.open(seal.key(b"other"), closed[1]) is None


def test_equal_messages_are_sealed_differently() -> None:
    seal = Seal(Seal.secret())
    assert seal.close(b"raw", met()) != seal.close(b"raw", met())


def test_what_cannot_be_packed_is_not_kept() -> None:
    assert Seal(Seal.secret()).close(b"raw", met("\ud800")) is None
