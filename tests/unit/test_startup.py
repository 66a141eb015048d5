"""Start-up stays quick: `tocsin --version` loads what it needs to print a line."""

from __future__ import annotations

import subprocess
import sys

ALLOWED = {
    "tocsin", "tocsin.cli", "tocsin.cli.main", "tocsin.cli.command", "tocsin.cli.i18n", "tocsin.model",
    "tocsin.model.error", "tocsin.model.sentence", "tocsin.render", "tocsin.render.words",
}  # fmt: skip
HEAVY = {
    "hyperscan", "numpy", "selectolax", "tldextract", "rich", "msgspec", "pyarrow", "dns", "dkim", "idna", "jinja2",
    "pikepdf", "PIL", "yara_x", "zxingcpp", "olefile", "zstandard", "babel", "asyncio", "multiprocessing",
}  # fmt: skip
SCRIPT = """
import sys
from tocsin.cli.main import main
try:
    main(["--version"], prog_name="tocsin")
except SystemExit:
    pass
print(*sys.modules)
"""


def _loaded() -> tuple[str, set[str]]:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    version, _, modules = done.stdout.strip().partition("\n")
    return version, set(modules.split())


def test_version_loads_only_what_it_needs() -> None:
    version, modules = _loaded()
    assert version.startswith("tocsin ")
    assert {name for name in modules if name.split(".")[0] == "tocsin"} <= ALLOWED
    assert not {name.split(".")[0] for name in modules} & HEAVY


def test_the_library_is_lazy_too() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, tocsin; print(*(m for m in sys.modules if m.startswith('tocsin')))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["tocsin"]
