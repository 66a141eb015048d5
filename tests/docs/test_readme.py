"""The README tells the truth: its commands, its example, its help."""

from __future__ import annotations

import re

from scripts.reference.cli import help_of
from tests.docs.pages import ROOT, between, run, snippets_of

README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_two_commands_do_all_set_up_and_ci_runs_both() -> None:
    commands = [s.code.strip() for s in snippets_of(ROOT / "README.md") if s.language == "bash" and not s.not_run]
    assert commands == ["make demo", "make test"]
    for command in commands:
        assert re.search(rf"^(time )?timeout \d+ {command}$", CI, re.MULTILINE), command


def test_both_readmes_tell_of_the_console_and_the_story_and_ci_runs_both() -> None:
    """Without a terminal, as in CI, the demo looks at the console and stops."""
    for name in ("README.md", "README.ar.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "`make story`" in text
        assert "Ctrl-C" in text
    assert re.search(r"^demo: .*\n(?:\t.*\n)*\t@\$\(BIN\)/python -m scripts\.demo$", MAKEFILE, re.MULTILINE)
    assert re.search(r"^timeout \d+ make story$", CI, re.MULTILINE)
    assert "exec </dev/null" in CI


def test_ci_makes_a_missing_package_a_failure() -> None:
    assert CI.index("apt-get install") < CI.index("export REQUIRE_REAL=1") < CI.index("make test")


def test_the_arabic_readme_has_the_same_commands() -> None:
    def commands(name: str) -> list[str]:
        return [s.code for s in snippets_of(ROOT / name) if s.language == "bash" and not s.not_run]

    assert commands("README.ar.md") == commands("README.md")


def test_help_is_the_programs() -> None:
    shown = between(README, "help").strip().removeprefix("```text\n$ tocsin --help\n").removesuffix("\n```")
    printed = run(["tocsin", "--help"], ROOT).stdout
    assert shown == help_of() == printed.rstrip()


def test_the_example_is_what_the_demo_prints() -> None:
    """Figures change with every fit of the model, so the shape is compared: head, verdicts, closing lines."""
    shown = between(README, "example")
    command = re.search(r"^\t@?\$\(BIN\)/(tocsin scan .*?)(?: --report \S+)?(?: \|\|.*)?$", MAKEFILE, re.MULTILINE)
    assert command
    done = run(command[1].split(), ROOT)
    assert done.returncode == 1, done.stderr
    assert _shape(shown) <= _shape(done.stdout)


def _shape(text: str) -> set[str]:
    """Heads of columns, and words of the verdicts and of the closing lines, without figures and direction marks."""
    text = re.sub("[\u2066-\u2069]", "", text)
    pattern = r"^ *Verdict.*$|^ *(?:Malicious|Suspicious)\b|^\d+ messages judged\.|^Malicious: .*$|^.No signs.*$"
    words = re.findall(pattern, text, re.MULTILINE)
    assert len(words) >= 4, text
    return {re.sub(r"[\d,]+", "0", " ".join(word.split())) for word in words}
