"""The documentation as its readers see it: files, fenced snippets, headings."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
_FENCE: Final = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NOT_RUN: Final = re.compile(r"<!-- not run: (.+?) -->\n\Z")
_HEADING: Final = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Snippet:
    """A fenced block. `not_run` is the reason why a reader's machine alone can run it, or ""."""

    page: Path
    line: int
    language: str
    code: str
    not_run: str

    @property
    def name(self) -> str:
        """Where it stands."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def pages() -> list[Path]:
    """Every page that people write or that is made for them."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def snippets(*languages: str) -> list[Snippet]:
    """The snippets of all pages in the languages given."""
    return [snippet for page in pages() for snippet in snippets_of(page) if snippet.language in languages]


def snippets_of(page: Path) -> list[Snippet]:
    """The snippets of one page."""
    text = page.read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        before = text[: match.start()]
        reason = _NOT_RUN.search(before)
        found.append(Snippet(page, before.count("\n") + 1, match[1], match[2], reason[1] if reason else ""))
    return found


def run(words: Sequence[str | Path], cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a reader would, with this environment's programs found first."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "COLUMNS": "100", "LC_ALL": "C.UTF-8", **env}
    return subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, timeout=120, check=False)


def between(text: str, mark: str) -> str:
    """What stands between two marks of a page, which must be there."""
    found = re.search(rf"<!-- {mark} -->\n(.*?)<!-- /{mark} -->", text, re.DOTALL)
    assert found, f"no {mark} marks"
    return found[1]


def anchors(page: Path) -> set[str]:
    """The anchors that a page's headings get."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in _HEADING.findall(text)}
