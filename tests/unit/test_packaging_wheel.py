"""The wheel works by itself: built, installed without the source tree, and run."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import tocsin

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    uv = Path(sys.executable).parent / "uv"
    _run(
        uv,
        "build",
        "--quiet",
        "--wheel",
        "--no-build-isolation",
        "--offline",
        "--python",
        sys.executable,
        "-o",
        folder,
        cwd=ROOT,
    )
    return next(folder.glob("*.whl"))


def _run(*command: object, cwd: Path, expect: tuple[int, ...] = (0,)) -> str:
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in expect, done.stderr
    return done.stdout


def test_the_wheel_holds_the_package_with_its_data_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {str(file.relative_to(ROOT / "src")) for file in (ROOT / "src").rglob("*") if _is_shipped(file)}
    assert data <= names
    assert "tocsin/py.typed" in names
    assert {name.split("/")[0] for name in names} == {"tocsin", f"tocsin-{tocsin.__version__}.dist-info"}


def _is_shipped(file: Path) -> bool:
    return file.is_file() and "__pycache__" not in file.parts


def test_it_runs_where_the_source_is_not(wheel: Path, tmp_path: Path) -> None:
    """The dependencies come from this environment, so that no network is needed; the package comes from the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    start = f"import sys; sys.path[:0] = [{str(tmp_path / 'installed')!r}]; sys.path.append({libraries!r})\n"
    start += "from tocsin.cli.main import run; sys.argv[0] = 'tocsin'; run()"
    mail = tmp_path / "one.eml"
    mail.write_bytes(b"From: ada@sender.example\nSubject: Lunch\n\nAt noon?\n")
    python = (sys.executable, "-I", "-S", "-c", start)
    assert tocsin.__version__ in _run(*python, "--version", cwd=tmp_path)
    rows = _run(*python, "scan", mail, "--format", "jsonl", cwd=tmp_path, expect=(0, 1))
    assert '"verdict":' in rows
