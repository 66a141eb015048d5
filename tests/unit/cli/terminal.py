"""The commands as somebody at the terminal gives them."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner, Result

from tocsin.cli.main import main

ATTACK = "Your Quaymail account will be closed in 24 hours. Verify your password: http://quaymail.sign-in.test/verify"


def run(*arguments: str | Path, answer: str = "") -> Result:
    """Run a command, however it ends."""
    return CliRunner().invoke(main, [*map(str, arguments)], prog_name="tocsin", input=answer)


def done(*arguments: str | Path, answer: str = "") -> str:
    """Run a command that has to succeed, and return what it says."""
    return passed(*arguments, answer=answer).stdout


def passed(*arguments: str | Path, answer: str = "") -> Result:
    """The same with all that it says."""
    result = run(*arguments, answer=answer)
    assert result.exit_code == 0, result.output + repr(result.exception)
    return result


def ids(text: str, kind: str) -> list[str]:
    """Ids of a kind in what was said."""
    return re.findall(rf"{kind}-[0-9a-f]{{16}}", text)
