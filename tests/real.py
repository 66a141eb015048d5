"""Real parts that some tests need: Debian packages that a user's machine may lack.

A test says `needs("chromium")`. Without the package it is skipped, naming what to install; with REQUIRE_REAL=1, which
`.ci/run` sets after installing everything, it fails instead, so that no such test is lost silently.
"""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

PROGRAMS: Final = {
    "chromium": "chromium",
    "poppler-utils": "pdftoppm",
    "rspamd": "rspamd",
    "spamd": "spamd",
}
"""The program by which an installed Debian package is known."""
FILES: Final = {"fonts-noto-core": "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"}
"""The file by which an installed Debian package without programs is known."""


def is_required() -> bool:
    """Whether a missing part is a failure."""
    return os.environ.get("REQUIRE_REAL") == "1"


def needs(*packages: str) -> None:
    """Skip the running test, or fail it where that is required, unless the Debian packages are installed."""
    missing = [package for package in packages if not is_installed(package)]
    if missing:
        _miss(f"needs the Debian package {' and '.join(missing)}: apt-get install {' '.join(missing)}")


def needs_module(name: str, package: str) -> None:
    """The same for a Python module that exists only for some versions or processors; it never has to be there."""
    if find_spec(name) is None:
        pytest.skip(f"needs the Python package {package}")


def is_installed(package: str) -> bool:
    """Whether a Debian package of the tables above is installed."""
    if package in FILES:
        return Path(FILES[package]).exists()
    program = PROGRAMS[package]
    return shutil.which(program) is not None or shutil.which(program, path="/usr/sbin:/usr/bin") is not None


def _miss(reason: str) -> None:
    if is_required():
        pytest.fail(f"{reason} (REQUIRE_REAL=1)")
    pytest.skip(reason)
