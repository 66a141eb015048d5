"""Real parts that some tests need: Debian packages that a user's machine may lack.

A test says `needs("chromium")`. Without the package it is skipped, naming what to install; with REQUIRE_REAL=1, which
`.ci/run` sets after installing everything, it fails instead, so that no such test is lost silently.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

PROGRAMS: Final = {
    "bind9": "named",
    "bind9-utils": "named-checkzone",
    "chromium": "chromium",
    "postgresql": "pg_ctlcluster",
    "tesseract-ocr": "tesseract",
    "tor-geoipdb": "/usr/share/tor/geoip",
}
"""The program, or the file, by which an installed Debian package is known."""


def needs(package: str, environment: Mapping[str, str] = os.environ) -> None:
    """Skip the running test, or fail it where that is required, unless a Debian package is installed."""
    if shutil.which(PROGRAMS[package]) or Path(PROGRAMS[package]).is_file():
        return
    reason = f"needs the Debian package {package}: apt-get install {package}"
    if environment.get("REQUIRE_REAL") == "1":
        pytest.fail(f"{reason} (REQUIRE_REAL=1)")
    pytest.skip(reason)
