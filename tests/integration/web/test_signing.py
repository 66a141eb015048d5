"""A signer in a real browser: from the queue to a statement that a key which lies elsewhere has signed."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.integration.web.conftest import BAY, KEY, Desk, signed_in
from tests.integration.web.console import shoot

from tocsin.app import incidents, mail, signing, statement
from tocsin.formats import dsse
from tocsin.formats.checkpoint import verifier_key
from tocsin.model.people import Role, Tlp
from tocsin.model.statement import Agency
from tocsin.statement import seal

pytestmark = pytest.mark.real
ISLE = Agency("East Isle Commission (fictional)", "مفوضية الجزيرة الشرقية (متخيَّلة)")
NAME = "north-bay"


@pytest.fixture(scope="module")
def stated(desk: Desk) -> str:
    terminal = desk.console.terminal("harbour")
    bad = mail.messages(terminal, mail.Wanted(state="waiting")).items
    mine = [one.item.message for one in bad if one.item.message in desk.messages and not one.incidents][:1]
    incident = incidents.open_incident(terminal, "To be warned of", mine, Tlp.CLEAR)
    return statement.draft(terminal, desk.console.node.signer, incident, [BAY, ISLE], synthetic=True).statement


@pytest.fixture(scope="module")
def signer(desk: Desk) -> str:
    return signed_in(desk.console, "harbour", "Sana Idris (synthetic)", "sana@harbour.example", Role.SIGNER)


def _bring(page: Page, envelope: bytes, key: str) -> None:
    page.fill("#key", key)
    page.set_input_files(
        "#file", {"name": "statement.dsse.json", "mimeType": "application/json", "buffer": envelope}
    )  # fmt: skip
    page.get_by_role("button", name="Check it and take it in").click()


def test_a_signer_takes_it_along_signs_elsewhere_and_brings_it_back(
    desk: Desk, chromium: Browser, stated: str, signer: str, tmp_path: Path
) -> None:
    window = desk.window(chromium, secret=signer)
    page = window.new_page()
    page.goto(desk.console.origin)
    assert page.url.endswith("/queue")
    rows = page.locator("[data-rows] > li")
    assert {"Statement to be signed" in row for row in rows.all_inner_texts()} == {True}
    page.locator(f"a[href='/statements/{stated}']").click()
    assert page.locator(".said[lang=en]").inner_text().startswith("Joint statement")
    assert page.locator(".said[lang=ar]").evaluate("one => getComputedStyle(one).direction") == "rtl"
    with page.expect_download() as taken:
        page.get_by_role("link", name="Take the files along (ZIP)").click()
    zipfile.ZipFile(taken.value.path()).extractall(tmp_path)
    folder = tmp_path / stated
    _bring(page, b'{"no": "envelope"}', verifier_key(NAME, KEY.public))
    expect(page.get_by_role("alert")).to_contain_text("no envelope of signatures")
    envelope = dsse.signed((folder / seal.PAYLOAD).read_bytes(), KEY)
    _bring(page, envelope, verifier_key("other", bytes(32)))
    expect(page.get_by_role("alert")).to_contain_text("no right signature by this key")
    _bring(page, envelope, verifier_key(NAME, KEY.public))
    expect(page.locator("main")).to_contain_text("Signed by 1 of 2 keys.")
    expect(page.locator("main")).to_contain_text(NAME)
    shoot(page, "en-statement-signed")
    window.close()
    found = signing.statement(desk.console.terminal("harbour"), stated)
    assert json.loads(found.files[seal.ENVELOPE]) == json.loads(envelope)
    for name, text in found.files.items():
        (folder / name).write_text(text, "utf-8", newline="")
    said = subprocess.run(
        [sys.executable, "-m", "tocsin.cli.main", "statement", "verify", str(folder), "--threshold", "1", "--key",
         verifier_key(NAME, KEY.public)], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.returncode == 0, said.stdout
    assert f"All checks passed: {stated}" in said.stdout


def test_a_lead_hands_on_and_exports_from_the_console(desk: Desk, chromium: Browser, known: dict[str, str]) -> None:
    """What a browser saves is what was shown, and it is noted."""
    window = desk.window(chromium)
    page = window.new_page()
    page.goto(f"{desk.console.origin}/incidents/{known['public']}")
    page.get_by_role("link", name="Hand on what is known").click()
    with page.expect_download() as taken:
        page.locator("form[action$='/bundle'] button").click()
    assert json.loads(taken.value.path().read_text("utf-8"))["type"] == "bundle"
    assert taken.value.suggested_filename == f"{known['public']}.stix.json"
    with page.expect_download() as taken:
        page.locator("form[action$='/rpz'] button").click()
    assert "IN SOA" in taken.value.path().read_text("utf-8")
    page.reload()
    expect(page.locator("main")).to_contain_text("indicators written for others")
    expect(page.locator("main")).to_contain_text("hosts written into a blocklist")
    page.goto(f"{desk.console.origin}/cases/{known['case']}")
    page.fill("#purpose", "for the prosecutor of the district")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Export the archive (ZIP)").click()
    assert zipfile.ZipFile(taken.value.path()).testzip() is None
    page.reload()
    expect(page.locator("main")).to_contain_text("evidence exported")
    window.close()
