"""The report in a real browser: nothing runs, nothing is asked for, nothing is cut off on a telephone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.fixtures import scanned
from tests.real import needs

from tocsin.cli.report import render

pytestmark = pytest.mark.real
CHROMIUM = shutil.which("chromium")
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-extensions --virtual-time-budget=4000 --dump-dom"
).split()
# Measures both languages in a window of the width of a small telephone, then writes what it found into the page.
FRAME = """<!doctype html><iframe id="f" src="report.html" width="{width}" height="800"></iframe><pre id="out"></pre>
<script>
document.getElementById("f").addEventListener("load", event => {{
  const page = event.target.contentDocument, out = {{}};
  for (const choice of page.querySelectorAll(".choice")) {{
    choice.checked = true;
    const root = page.documentElement;
    const main = page.querySelector("#" + choice.id.replace("choose-", ""));
    out[choice.id] = {{overflow: root.scrollWidth - root.clientWidth, shown: main.getClientRects().length,
      title: page.title, fonts: getComputedStyle(main).direction,
      wide: [...main.querySelectorAll("*")].filter(e => e.getBoundingClientRect().width > root.clientWidth).length}};
  }}
  document.getElementById("out").textContent = JSON.stringify(out);
}});</script>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    needs("chromium")
    made = tmp_path_factory.mktemp("browser")
    when = datetime(2026, 3, 5, 12, 30, tzinfo=UTC)
    (made / "report.html").write_text(render(scanned.digest(), "Harbour Campaign (synthetic)", "en", when), "utf-8")
    return made


def _open(folder: Path, name: str, *options: str) -> str:
    assert CHROMIUM is not None
    profile = folder / f"profile-{name}"
    command = [CHROMIUM, *OPTIONS, f"--user-data-dir={profile}", *options, (folder / name).as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def test_nothing_runs_and_nothing_is_asked_for(folder: Path) -> None:
    log = folder / "net.json"
    page = _open(folder, "report.html", f"--log-net-log={log}")
    assert "<title>Tocsin · ناقوس</title>" in page
    asked = set(re.findall(r'"url":"(https?://[^"]+)"', log.read_text("utf-8", "replace")))
    assert not {url for url in asked if "attacker.test" in url or "example" in url}, asked
    assert not re.search(r'"url":"file:///(?!.*report\.html)', log.read_text("utf-8", "replace"))


@pytest.mark.parametrize("width", [360, 1000])
def test_nothing_is_cut_off(folder: Path, width: int) -> None:
    (folder / "frame.html").write_text(FRAME.format(width=width), "utf-8")
    page = _open(folder, "frame.html", "--allow-file-access-from-files")
    found = re.search(r'<pre id="out">(.+?)</pre>', page)
    assert found, page[:2_000]
    measured = json.loads(found[1].replace("&amp;", "&"))
    assert set(measured) == {"choose-en", "choose-ar"}
    for language in measured.values():
        assert language["overflow"] == 0
        assert language["wide"] == 0
        assert language["shown"] == 1
        assert language["title"] == "Tocsin · ناقوس"
    assert measured["choose-ar"]["fonts"] == "rtl"
