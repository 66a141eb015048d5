"""From each sentence of an assessment to the bytes that it rests on and their proof, by clicks alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page
from tests.integration.web.conftest import Desk
from tests.unit.app.test_assessments import LATER

from tocsin.app import assessments, cases, evidence, incidents, log
from tocsin.model.record import EvidenceRecord

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def made(desk: Desk) -> tuple[str, dict[str, bytes]]:
    """An assessment each item of which rests on a piece of evidence of its own; and the pieces."""
    terminal, node = desk.console.terminal("harbour"), desk.console.node
    incident = incidents.open_incident(terminal, "Mails of the week")
    case = cases.open_case(terminal, "The mails of the week", [incident])
    bytes_of = {f"exhibit-{item.id}.txt": f"The bytes of {item.id}".encode() for item in LATER.evidence}
    collected = [
        evidence.Collected(content, EvidenceRecord(name, "a collector"), "text/plain", node.clock(), "t", "1")
        for name, content in bytes_of.items()
    ]
    ids = [str(getattr(entry.event, "evidence", "")) for entry in evidence.add(terminal, case, collected)]
    items = tuple(replace(item, rests_on=(one,)) for item, one in zip(LATER.evidence, ids, strict=True))
    given = replace(LATER, as_of=node.clock() - timedelta(hours=1), evidence=items)
    assessment = assessments.make(terminal, given, [incident])
    log.sign_head(terminal, node.signer)
    return assessment, dict(zip(ids, bytes_of.values(), strict=True))


@pytest.fixture
def page(desk: Desk, chromium: Browser, made: tuple[str, dict[str, bytes]]) -> Iterator[Page]:
    window = desk.window(chromium, "en")
    opened = window.new_page()
    opened.goto(f"{desk.console.origin}/assessments/{made[0]}")
    yield opened
    window.close()


def test_every_sentence_names_its_evidence_and_leads_to_it(page: Page) -> None:
    lines = page.locator("p.line").all()
    assert len(lines) > 10
    for line in lines:
        links = line.locator("a").all()
        assert links, line.inner_text()
        for link in links:
            target = link.get_attribute("href") or ""
            assert target.startswith(("#item-", "/log/")), target
            assert target.startswith("/log/") or page.locator(f"section{target} a").count(), "the item leads on"


def test_an_item_leads_to_its_bytes_and_their_proof(page: Page, made: tuple[str, dict[str, bytes]]) -> None:
    start = page.url
    for item in [one.id for one in LATER.evidence]:
        page.goto(start)
        page.locator("p.line a", has_text=item).first.click()
        link = page.locator(f"#item-{item} a").first
        piece = link.inner_text()
        link.click()
        page.wait_for_url(f"**/cases/*#{piece}")
        panel = page.locator(f"#{piece}")
        panel.locator("details summary").click()
        panel.locator("input[name=purpose]").fill("to check a sentence")
        with page.expect_download() as saved:
            panel.locator("details button").click()
        assert saved.value.path().read_bytes() == made[1][piece]
        panel.locator("tbody a").first.click()
        page.wait_for_url("**/log/*")
        assert piece in page.locator("main").inner_text(), "the entry is the one that took it into custody"
        assert page.locator("pre, code, .proof").count(), "the proof is there"


def test_the_version_itself_has_its_proof(page: Page) -> None:
    page.locator("main a[href^='/log/']").first.click()
    page.wait_for_url("**/log/*")
    assert "assessment-made" in page.content()
