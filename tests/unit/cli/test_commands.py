from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import tocsin
from tocsin.cli import main as program
from tocsin.cli.explain import command as explain
from tocsin.cli.init import command as init
from tocsin.identify.profile import load
from tocsin.model.error import InputError


def test_help_names_every_command_without_loading_it() -> None:
    result = CliRunner().invoke(program.main, ["--help"])
    assert result.exit_code == 0
    for name in ("scan", "show", "explain", "init", "train"):
        assert name in result.output


def test_version() -> None:
    assert tocsin.__version__ in CliRunner().invoke(program.main, ["--version"]).output


def test_an_error_for_people_has_a_hint_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["tocsin", "explain", "link-text-lie"])
    with pytest.raises(SystemExit) as ended:
        program.run()
    assert ended.value.code == 2
    error = capsys.readouterr().err
    assert "hint: Did you mean link-text-lies" in error
    assert "Traceback" not in error


def test_explain_speaks_both_languages_or_one() -> None:
    both = CliRunner().invoke(explain, ["link-text-lies"]).output
    assert "What a link says it opens" in both
    assert "ما يُظهره الرابط" in both
    assert "T1566.002" in both
    assert "What a link" not in CliRunner().invoke(explain, ["link-text-lies", "--lang", "ar"]).output
    assert "wording" in CliRunner().invoke(explain, ["wording"]).output


def test_init_writes_a_profile_that_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "tocsin.toml"
    options = ["-o", str(path), "--name", "Harbour", "--kind", "campaign", "--domain", "harbour.example"]
    options += ["--person", "Dana Osman=dana@harbour.example", "--partner", "Lighthouse=lighthouse.example"]
    result = CliRunner().invoke(init, options)
    assert result.exit_code == 0, result.output
    profile = load(path.read_bytes())
    assert profile.organisation.domains == ("harbour.example",)
    assert profile.person[0].addresses == ("dana@harbour.example",)
    again = CliRunner().invoke(init, options)
    assert isinstance(again.exception, InputError)
    assert CliRunner().invoke(init, [*options, "--force"]).exit_code == 0


def test_init_refuses_what_is_no_pair(tmp_path: Path) -> None:
    result = CliRunner().invoke(init, ["-o", str(tmp_path / "t.toml"), "--name", "x", "--person", "Dana"])
    assert isinstance(result.exception, InputError)
