"""How the command ends."""

from __future__ import annotations

import signal
import subprocess
import sys
from subprocess import PIPE

import pytest

from tocsin.cli import main as program
from tocsin.model.error import InputError
from tocsin.model.sentence import say


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


def test_what_others_wrote_gives_the_terminal_no_orders(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = "\x1b]0;x\x07\x1b[2Ja\u202eb\nc"
    error = InputError(
        say("%(url)s does not come to an end", url=theirs), say("%(name)s is no filter here", name=theirs)
    )
    assert _exit_code(monkeypatch, error) == 2
    said = capsys.readouterr().err
    assert not set("\x1b\x07\u202e") & set(said)
    assert said.count("\n") == 2


def test_an_error_for_people_has_a_hint_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _exit_code(monkeypatch, InputError(say("it is not there"), say("look elsewhere"))) == 2
    assert capsys.readouterr().err == "tocsin: it is not there\n  hint: look elsewhere\n"


def _started(*arguments: str) -> subprocess.Popen[bytes]:
    start = "from tocsin.cli.main import run; run()"
    return subprocess.Popen([sys.executable, "-c", start, *arguments], stdin=PIPE, stdout=PIPE, stderr=PIPE)


def test_a_reader_that_stops_ends_it_as_a_pipe_does_elsewhere() -> None:
    with _started("explain", "--list") as program_:
        assert program_.stdout is not None
        program_.stdout.close()
        assert program_.wait(60) == 141
        assert program_.stderr is not None
        assert program_.stderr.read() == b""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_does_not_end_it_like_a_finding(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    number = getattr(signal, name)

    def interrupted(_: object) -> None:
        signal.raise_signal(number)

    kept = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets what runs in its background ignore it
    monkeypatch.setattr("sys.argv", ["tocsin", "explain"])
    monkeypatch.setattr("tocsin.cli.explain.command.invoke", interrupted)
    try:
        with pytest.raises(SystemExit) as ended:
            program.run()
    finally:
        for each, handler in kept.items():
            signal.signal(each, handler)
    assert ended.value.code == 128 + number
