"""How the command ends."""

from __future__ import annotations

import pytest

from tocsin.cli import main as program
from tocsin.model.error import InputError


def _exit_code(monkeypatch: pytest.MonkeyPatch, error: Exception) -> object:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(program, "main", fail)
    with pytest.raises(SystemExit) as ended:
        program.run()
    return ended.value.code


def test_a_fault_of_the_program_is_never_taken_for_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _exit_code(monkeypatch, RuntimeError("inside")) == program.EXIT_BROKEN == 70
    assert "RuntimeError: inside" in capsys.readouterr().err


def test_an_error_for_people_has_a_hint_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _exit_code(monkeypatch, InputError("it is not there", "look elsewhere")) == 2
    assert capsys.readouterr().err == "tocsin: it is not there\n  hint: look elsewhere\n"
