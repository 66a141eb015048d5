"""A test for a real part is never lost silently."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import real

CI = (Path(__file__).resolve().parents[2] / ".ci" / "run").read_text(encoding="utf-8")


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(real.PROGRAMS, "absent-package", "no-such-program")
    return "absent-package"


def test_a_missing_package_skips_and_is_named(absent: str) -> None:
    with pytest.raises(pytest.skip.Exception, match="apt-get install absent-package"):
        real.needs(absent, {})


def test_a_missing_package_fails_where_it_is_required(absent: str) -> None:
    with pytest.raises(pytest.fail.Exception, match="absent-package"):
        real.needs(absent, {"REQUIRE_REAL": "1"})


def test_an_installed_package_lets_the_test_run(absent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(real.PROGRAMS, absent, "sh")
    real.needs(absent, {"REQUIRE_REAL": "1"})


@pytest.mark.parametrize("package", list(real.PROGRAMS))
def test_ci_installs_what_tests_need(package: str) -> None:
    packages = re.search(r"packages=\((.*?)\)", CI, re.DOTALL)
    assert packages
    assert package in packages[1].split()
