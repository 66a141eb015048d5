from __future__ import annotations

import json
from pathlib import Path

from bench.lib.corpus import Mail
from bench.lib.split import held_out_sources, read_card, split, without_senders


def mail(source: str, number: int, address: str = "") -> Mail:
    return Mail(source, f"{number}.eml", f"From: {address or f'{source}{number}@example.org'}\n\n".encode())


HAM = [mail(source, number) for source in ("lists", "office") for number in range(10)]
SPAM = [mail("junk", number) for number in range(4)]


def test_held_out_sources_are_measured_and_the_rest_may_teach() -> None:
    cut = split(HAM, SPAM, ("junk", "office"), teach=5, seed=1)
    assert cut.honest
    assert {item.source for item in cut.ham} == {"office"}
    assert {item.source for item in cut.learn_ham} == {"lists"}
    assert cut.spam == SPAM
    assert cut.dropped == 0


def test_spam_that_was_fitted_on_is_not_measured() -> None:
    assert split(HAM, SPAM, ("office",), teach=5, seed=1).spam == []


def test_no_sender_stands_on_both_sides() -> None:
    shared = mail("office", 99, address="LISTS3@example.org")
    cut = split([*HAM, shared], SPAM, ("office",), teach=5, seed=1)
    assert shared not in cut.ham
    assert cut.dropped == 1


def test_without_a_held_out_source_teaching_mail_is_still_not_measured() -> None:
    cut = split(HAM, SPAM, (), teach=6, seed=1)
    assert not cut.honest
    assert len(cut.learn_ham) == 6
    assert not set(cut.ham) & set(cut.learn_ham)
    assert set(cut.ham) | set(cut.learn_ham) == set(HAM)


def test_teaching_never_takes_more_than_half() -> None:
    assert len(split(HAM, SPAM, (), teach=1500, seed=1).ham) == 10


def test_mail_without_a_readable_sender_is_kept() -> None:
    anonymous = Mail("office", "a.eml", b"Subject: x\n\n")
    assert without_senders([anonymous], [anonymous]) == [anonymous]


def test_held_out_sources_come_from_the_card() -> None:
    known = {"lists", "office"}
    assert held_out_sources({"held_out_sources": ["office", "elsewhere"]}, known) == ("office",)
    assert held_out_sources({"held_out_sources": "office"}, known) == ()
    assert held_out_sources({}, known) == ()


def test_read_card(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    assert read_card(path) == {}
    path.write_text("{broken")
    assert read_card(path) == {}
    path.write_text(json.dumps({"card": {"held_out_sources": ["a"]}}))
    assert read_card(path) == {"held_out_sources": ["a"]}
    path.write_text("[]")
    assert read_card(path) == {}
