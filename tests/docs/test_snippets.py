"""Whatever the documentation shows can be done: snippets run, and those that cannot run here are well formed."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sys
import tomllib
from pathlib import Path

import click
import pytest
from scripts.reference.cli import command, command_names
from tests.docs.pages import ROOT, Snippet, run, snippets, snippets_of

# A scan ends with 1 when it found something, which is no failure of a snippet.
_PREAMBLE = 'set -euo pipefail\ntocsin() { command tocsin "$@" || [ $? -eq 1 ]; }\n'
_MAKE = re.compile(r"make [\w-]+")


def _id(snippet: Snippet) -> str:
    return snippet.name


def _runs(snippet: Snippet) -> bool:
    return not snippet.not_run and not _MAKE.fullmatch(snippet.code.strip())


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    """A reader's folder: the examples, and nothing else."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.mark.parametrize("page", sorted({s.page for s in snippets("bash") if _runs(s)}), ids=lambda page: page.stem)
def test_shell_snippets_run(page: Path, reader: Path) -> None:
    """One after the other, as a reader of the page would."""
    shown = [s for s in snippets_of(page) if s.language == "bash" and _runs(s)]
    code = _PREAMBLE + "".join(f"echo '# line {s.line}' >&2\n{s.code}\n" for s in shown)
    done = run(["bash", "-c", code], reader)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", sorted({s.page for s in snippets("python")}), ids=lambda page: page.stem)
def test_python_snippets_run(page: Path, reader: Path) -> None:
    code = "\n".join(s.code for s in snippets_of(page) if s.language == "python" and not s.not_run)
    done = run([sys.executable, "-W", "error", "-c", code], reader)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("snippet", [s for s in snippets("bash") if s.not_run], ids=_id)
def test_commands_that_are_not_run_are_well_formed(snippet: Snippet) -> None:
    for line in snippet.code.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if words and words[0].endswith("tocsin"):
            name = max(
                (known for known in command_names() if known.split() == words[1 : 1 + len(known.split())]), key=len
            )
            _assert_known(name, words[1 + len(name.split()) :])
        else:
            assert words[0] in {"pipx", "uv"}, line


def _assert_known(name: str, arguments: list[str]) -> None:
    assert name in command_names()
    options = {
        flag for p in command(name).params if isinstance(p, click.Option) for flag in (*p.opts, *p.secondary_opts)
    }
    assert {word.partition("=")[0] for word in arguments if word.startswith("-") and word != "-"} <= options


@pytest.mark.parametrize("snippet", snippets("json", "toml"), ids=_id)
def test_data_snippets_can_be_read(snippet: Snippet) -> None:
    if snippet.language == "toml":
        tomllib.loads(snippet.code)
        return
    decoder, rest = json.JSONDecoder(), snippet.code.strip()
    while rest:
        _, end = decoder.raw_decode(rest)
        rest = rest[end:].lstrip()


def test_every_snippet_is_of_a_kind_that_is_tested() -> None:
    kinds = {snippet.language for page in {s.page for s in snippets("bash", "python")} for snippet in snippets_of(page)}
    assert kinds <= {"bash", "python", "json", "toml", "text"}
