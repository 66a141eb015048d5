"""The fuzz targets run: a short bounded run from fresh seeds finds nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.real
@pytest.mark.parametrize("target", ["fuzz_judge", "fuzz_accounts"])
def test_a_short_run_finds_nothing(tmp_path: Path, target: str) -> None:
    pytest.importorskip("atheris", reason="atheris (Python 3.11, x86-64 Linux) is not installed")
    command = [
        sys.executable,
        "-m",
        f"fuzz.{target}",
        str(tmp_path),
        "-runs=3000",
        "-max_total_time=20",
        "-max_len=8000",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    found = sorted(path.name for path in tmp_path.glob("found-*"))
    assert not found, done.stderr[-3000:]
    assert done.returncode == 0, done.stderr[-3000:]
    assert "cov:" in done.stderr, "coverage is measured"
