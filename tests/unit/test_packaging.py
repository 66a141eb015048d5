"""What is shipped: versions, locks, data inside the package."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import tocsin

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _locked(name: str) -> set[str]:
    return set(re.findall(r"^([\w.\-]+)==", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))


def _named(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.\-]", requirement, maxsplit=1)[0].lower() for requirement in requirements}


def test_the_version_is_the_same_everywhere() -> None:
    assert PROJECT["project"]["version"] == tocsin.__version__
    assert f"## {tocsin.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_runtime_lock_has_what_runs_and_nothing_for_development() -> None:
    locked = _locked("requirements.lock")
    assert _named(PROJECT["project"]["dependencies"]) <= locked
    assert not locked & _named(PROJECT["dependency-groups"]["dev"])
    assert not locked & _named(PROJECT["project"]["optional-dependencies"]["pst"])


def test_the_development_lock_has_everything() -> None:
    wanted = _named(PROJECT["dependency-groups"]["dev"]) | _named(PROJECT["project"]["optional-dependencies"]["pst"])
    assert wanted | _locked("requirements.lock") <= _locked("requirements-dev.lock")


def test_what_builds_is_locked_too() -> None:
    assert _named(PROJECT["dependency-groups"]["build"]) <= _locked("requirements-build.lock")


def test_both_locks_agree_on_versions() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^([\w.\-]+==[^ \\;]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-build.lock"])
def test_everything_locked_has_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=[\w.\-]+==)", (ROOT / name).read_text(encoding="utf-8"))
    assert all("--hash=sha256:" in block for block in blocks)


def test_imports_of_the_package_are_declared() -> None:
    declared = _named(PROJECT["project"]["dependencies"])
    names = {"dkim": "dkimpy", "dns": "dnspython", "PIL": "pillow", "yara_x": "yara-x", "zxingcpp": "zxing-cpp"}
    used: set[str] = set()
    for file in (ROOT / "src").rglob("*.py"):
        used |= set(re.findall(r"^\s*(?:import|from) (\w+)", file.read_text(encoding="utf-8"), re.MULTILINE))
    third = {"babel", "jinja2", "lxml", "bs4", "sklearn", "segno", "hypothesis", *names, *declared}
    assert {names.get(name, name.lower()) for name in used & third} <= declared
