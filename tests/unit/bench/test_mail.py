from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bench import mail
from bench.lib import corpus, tocsin, yardstick
from bench.lib.corpus import Mail
from bench.lib.peers import Running, Taught
from bench.lib.process import PeerError

FAKE = """#!{python}
import json, pathlib, sys
for path in sorted(pathlib.Path(sys.argv[2]).iterdir()):
    bad = b"password" in path.read_bytes()
    print(json.dumps({{"path": str(path), "verdict": "malicious" if bad else "clean", "findings": [],
                       "probability": 0.9 if bad else 0.1, "probability_malicious": 0.8 if bad else 0.0}}))
"""


class FakePeer:
    """A peer that counts exclamation marks."""

    name = "rspamd"
    flag_at = 2.0

    def version(self) -> str:
        return "1"

    @contextmanager
    def run(self, taught: Taught | None = None, seconds: float = 60) -> Iterator[Running]:
        assert taught is None
        assert seconds > 0
        yield Running(1, lambda raw: float(raw.count(b"!")))


class AbsentPeer(FakePeer):
    """A peer that is not there."""

    name = "SpamAssassin"

    def version(self) -> str:
        raise PeerError("not installed")


def archive(names: tuple[str, ...]) -> list[Mail]:
    if names in (corpus.FINAL_BAD, corpus.LOOK_BAD):
        text = b"X-MS-Exchange-Organization-SCL: 1\nFrom: a@evil.test\n\nyour password now!!"
    else:
        text = b"From: a@example.org\n\nsee you"
    return [Mail(names[0].rpartition("/")[2], f"{number}.eml", text) for number in range(30)]


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tocsin"
    program.write_text(FAKE.format(python=sys.executable))
    program.chmod(0o755)
    monkeypatch.setattr(tocsin, "PROGRAM", program)
    monkeypatch.setattr(corpus, "available", lambda: True)
    monkeypatch.setattr(corpus, "load", archive)
    monkeypatch.setattr(mail, "Rspamd", FakePeer)
    monkeypatch.setattr(mail, "SpamAssassin", AbsentPeer)
    monkeypatch.setattr(mail, "read_card", dict)
    monkeypatch.setattr(yardstick, "_WIDTH", 64)
    monkeypatch.delenv("FULL", raising=False)


@pytest.mark.usefixtures("world")
def test_a_short_run_prints_tables_and_one_json_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert mail.main([]) == 0
    printed = capsys.readouterr().out
    result = json.loads(printed.splitlines()[-1])
    ours = result["systems"]["tocsin"]
    assert ours["curve"]["ham"]["recall_at_1_percent"]["value"] == 1.0
    assert ours["false_alerts_per_1000"]["delivered"]["value"] == 0.0
    assert ours["recall_provider_passed"]["alerts"]["n"] == 30
    assert ours["confusion"]["bad"]["malicious"] == 30
    assert result["systems"]["rspamd"]["recall"]["not_clean"]["value"] == 1.0
    assert result["systems"]["SpamAssassin"] is None
    assert result["not_measured"]["SpamAssassin"] == "not installed"
    assert result["not_measured"]["rspamd+Bayes"] == "only with FULL=1"
    assert result["local_fit"] is None
    assert "WARNING: not held out" in printed
    assert "rspamd" in printed


@pytest.mark.usefixtures("world")
def test_held_out_sources_are_taken_from_the_card(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(mail, "read_card", lambda: {"held_out_sources": ["spam-spamassassin", "ham-spamassassin"]})
    assert mail.main([]) == 0
    sample = json.loads(capsys.readouterr().out.splitlines()[-1])["sample"]
    assert sample["held_out"] is True
    assert sample["held_out_sources"] == ["ham-spamassassin", "spam-spamassassin"]


def test_without_a_corpus_the_run_is_skipped_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(corpus, "available", lambda: False)
    assert mail.main([]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["skipped"] == "no corpus"
