from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from bench import speed_mail
from bench.lib import corpus, tocsin
from bench.lib.process import PeerError
from bench.speed_mail import Size, Turns, Watched, measure_scan, memory, summary, watch

SIZE = Size(messages=6, spamd_messages=2, repeats=2, mailbox_gb=0.001, limit=20)


def test_a_ratio_above_one_means_that_tocsin_is_faster() -> None:
    turns = Turns()
    for ours, theirs in ((1.0, 4.0), (2.0, 4.0), (9.0, 4.0)):
        turns.add("tocsin in process", ours, None)
        turns.add("tocsin in process, spamd's part", ours, None)
        turns.add("tocsin scan, start-up excluded", ours, 1000.0)
        turns.add("rspamd", theirs, 500.0)
    found = summary(turns, [b"abc", b"d"], SIZE)
    assert found["cpu_ms_per_message"]["tocsin in process"] == 2.0
    assert found["ratios"]["cpu_rspamd_to_tocsin"] == 2.0
    assert found["ratios"]["throughput_to_rspamd"] == 2.0
    assert found["ratios"]["cpu_spamd_to_tocsin"] is None
    assert found["mean_bytes"] == 2


def test_what_failed_once_is_not_tried_again() -> None:
    turns, tries = Turns(), []

    def fail() -> None:
        tries.append(1)
        raise PeerError("absent")

    turns.attempt("x", fail)
    turns.attempt("x", fail)
    assert (len(tries), turns.reasons) == (1, {"x": "absent"})


def test_watch_sees_memory_and_ends_what_takes_too_long(tmp_path: Path) -> None:
    found = watch(["sleep", "30"], tmp_path / "rows", tmp_path / "said", 0.3)
    assert not found.complete
    assert found.growth(found.resident, 1.0) is None
    assert len(found.times) == len(found.resident) >= 1
    assert max(found.resident) > 0


def test_memory_counts_the_rows_that_were_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "tocsin"
    fake.write_text(f"#!{sys.executable}\nimport time\nprint('{{}}\\n' * 5, end='')\ntime.sleep(0.5)\n")
    fake.chmod(0o755)
    monkeypatch.setattr(tocsin, "PROGRAM", fake)
    found = memory(SIZE, 20)
    assert found["rows"] == 5
    assert found["complete"] is True
    assert found["max_rss_mb"] > 1


def test_memory_without_rows_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "tocsin"
    fake.write_text("#!/bin/sh\necho broken >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setattr(tocsin, "PROGRAM", fake)
    with pytest.raises(PeerError, match="no rows: broken"):
        memory(SIZE, 20)


def test_without_a_corpus_the_run_is_skipped_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(corpus, "available", lambda: False)
    assert speed_mail.main([]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["skipped"] == "no corpus"


def test_scan_is_told_with_start_up_and_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "tocsin"
    row = '{"path": "%s", "verdict": "clean", "probability": 0, "probability_malicious": 0}'
    fake.write_text(
        f"#!{sys.executable}\nimport pathlib, sys, time\ntime.sleep(0.8)\n"
        f"for path in pathlib.Path(sys.argv[2]).iterdir():\n    time.sleep(0.02)\n    print('{row}' % path)\n"
    )
    fake.chmod(0o755)
    monkeypatch.setattr(tocsin, "PROGRAM", fake)
    once, several = (tocsin.write_folder(tmp_path / str(count), [b"x"] * count) for count in (10, 30))
    turns = Turns()
    measure_scan(turns, once, several, 10, 20)
    assert turns.per_second["tocsin scan, start-up excluded"][0] > turns.per_second["tocsin scan"][0] * 1.5
    assert turns.cpu_ms["tocsin scan"][0] > 0


def test_scan_that_loses_its_rows_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "tocsin"
    fake.write_text("#!/bin/sh\nexit 0\n")
    fake.chmod(0o755)
    monkeypatch.setattr(tocsin, "PROGRAM", fake)
    folder = tocsin.write_folder(tmp_path / "mail", [b"x"])
    with pytest.raises(PeerError, match="no rows"):
        measure_scan(Turns(), folder, folder, 1, 20)


def test_growth_is_told_per_gigabyte_of_the_second_half() -> None:
    found = Watched([0, 1, 2, 3], [500, 900, 10, 12], [0, 0, 0, 0], seconds=4, complete=True)
    assert found.growth(found.resident, 2.0) == 4.0
    assert found.growth(found.anonymous, 2.0) == 0.0
