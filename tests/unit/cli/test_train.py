from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tocsin.bootstrap import make_engine
from tocsin.cli.train import command
from tocsin.identify.examples import message
from tocsin.identify.model import load
from tocsin.model.error import InputError, ModelError

PROFILE = """
[organisation]
name = "Harbour"
kind = "newsroom"
domains = ["harbour.example"]
[[person]]
name = "Tips"
addresses = ["tips@harbour.example"]
tips = true
"""


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    for number in range(52):
        letter = message(sender=f"Ada <ada@friend{number}.example>", subject=f"Sunday {number}", text="Are you coming?")
        attack = message(sender=f"IT <it@host{number}.test>", subject="Your account", text="Enter your password now.")
        for folder, example in (("ham", letter), ("bad", attack)):
            path = tmp_path / folder / f"{number}.eml"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(example.raw)
    return tmp_path


def _train(mail: Path, *options: object) -> Result:
    fixed = ["--ham", mail / "ham", "--bad", mail / "bad", "--out", mail / "out" / "model.json"]
    return CliRunner().invoke(command, [str(each) for each in (*fixed, *options)])


def test_it_writes_a_model_that_can_be_loaded(mail: Path) -> None:
    result = _train(mail)
    assert result.exit_code == 0, result.output
    model = load((mail / "out" / "model.json").read_bytes())
    assert model.bad.checks
    shipped = make_engine().combiner.model
    assert shipped is not None
    assert model.targeted == shipped.targeted
    assert "No signs found: 52, Malicious: 52" in result.output


def test_mail_to_an_address_for_sources_is_not_learnt_from(mail: Path) -> None:
    (mail / "profile.toml").write_text(PROFILE)
    for file in (mail / "ham").iterdir():
        file.write_bytes(b"Delivered-To: tips@harbour.example\n" + file.read_bytes())
    error = _train(mail, "--profile", mail / "profile.toml").exception
    assert isinstance(error, ModelError)
    assert str(error).endswith("0 clean and 52 other")
    assert not (mail / "out" / "model.json").exists()


def test_corrections_that_are_none_are_told_by_their_line(mail: Path) -> None:
    (mail / "right.jsonl").write_text(json.dumps({"message_id": "a", "verdict": "odd"}))
    error = _train(mail, "--corrections", mail / "right.jsonl").exception
    assert isinstance(error, InputError)
    assert "line 1" in str(error)
