"""The house is tidy: no host of a registry, no path of somebody's machine, nothing left to do."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from tests.docs.pages import ROOT, anchors, pages

# Written in pieces, so that this file does not hold what it forbids.
_DOT = r"\."
REGISTRIES = re.compile(
    "|".join(
        host.replace(" ", _DOT)
        for host in (
            "pypi org", "pythonhosted org", "registry npmjs org", "npmjs com", "crates io", "proxy golang org",
            "rubygems org", "repo1 maven org", "hub docker com", "ghcr io", "deb debian org", "archive ubuntu com",
            "huggingface co", "conda anaconda org",
        )
    )
)  # fmt: skip
MACHINE_PATHS = re.compile(r"(?<![\w.\-/])/(?:work|root|home/\w+|Users/\w+)/")
UNFINISHED = re.compile(r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3)) + r")\b")


@cache
def _files() -> list[Path]:
    """Files under version control, or all files where this is no clone."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [file for name in listed.stdout.decode().split("\0") if name and (file := ROOT / name).is_file()]
    return [file for file in ROOT.rglob("*") if file.is_file() and ".venv" not in file.parts]


def _lines(pattern: re.Pattern[str], *left_out: str) -> list[str]:
    found = []
    for file in _files():
        name = str(file.relative_to(ROOT))
        if name.startswith(left_out):
            continue
        text = file.read_bytes().decode("utf-8", "replace")
        found += [f"{name}: {match[0]}" for match in pattern.finditer(text)]
    return found


def test_no_file_names_the_host_of_a_registry() -> None:
    assert not _lines(REGISTRIES)


def test_no_file_names_a_path_of_a_machine() -> None:
    assert not _lines(MACHINE_PATHS)


def test_nothing_is_marked_as_unfinished() -> None:
    # Mail, and text to be recognised in mail, may say anything.
    assert not _lines(UNFINISHED, "examples/mailbox", "src/tocsin/identify/checks", "training/synth", "requirements")


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]+`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def test_every_page_can_be_reached() -> None:
    linked = {ROOT / "README.md"}
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        for target in re.findall(r"\]\(([^)\s#:]+\.md)", page.read_text(encoding="utf-8")):
            file = (page.parent / target).resolve()
            if file.exists() and file not in linked:
                linked.add(file)
                waiting.append(file)
    assert not [str(page.relative_to(ROOT)) for page in pages() if page not in linked]


def test_a_type_that_is_not_checked_has_its_reason_beside_it() -> None:
    assert not _lines(re.compile(r"type: ignore(?:\[[a-z, -]+\])?(?=\s*$)", re.MULTILINE))
