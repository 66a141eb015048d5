"""Every page of the console in a real browser, in both languages: no barrier, nothing cut off on a telephone.

A page is a template, and every template has a scene here: a way to it, as somebody who works goes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from msgspec.structs import replace
from playwright.sync_api import Browser, FilePayload, Page, expect
from tests.fixtures.logs import google_login
from tests.integration.web.conftest import EXAMPLES, Desk
from tests.integration.web.console import context, shoot
from tests.unit.app.test_assessments import LATER
from tests.unit.app.test_receiving import bundle as indicators_of
from tests.unit.formats.test_stix_claims import ACTOR, AGENCY, OPERATION, SAID, bundle, thing

import tocsin.web
from tocsin.web import respond

pytestmark = pytest.mark.real
TEMPLATES = Path(tocsin.web.__file__).parent / "templates"
_USED = re.compile(r'{%-?\s*(?:extends|import|include|from)\s+"([^"]+)"')


@dataclass(frozen=True)
class Scene:
    """A page, and how one comes there."""

    template: str
    path: str
    """With the names of things that there are."""
    then: Callable[[Page], None] = lambda page: None
    """What is done there, until the page is the one that is meant."""
    is_open: bool = False
    """For those who have not signed in."""
    is_part: bool = False
    """For somebody of another organisation, who takes part in a case."""


def _led_by_a_message(page: Page) -> None:
    expect(page.locator("h3 a[href^='/messages/']")).to_have_count(1)


def _answer(page: Page) -> None:
    """Say of a sign-in that nobody knows whether it was the person, and leave it asked about at the end."""
    page.locator("#asked button[value=yes]").first.click()
    expect(page.locator("#asked .tag")).to_have_count(1)
    page.locator("#asked button[value=no]").first.click()
    expect(page.locator("#asked .tag")).to_have_count(1)


def _verify(page: Page) -> None:
    page.locator("form[action='/log/verify'] button").click()


def _upload(page: Page) -> None:
    mail = (EXAMPLES / "mailbox" / "fa2.eml").read_bytes()
    files: list[FilePayload] = [
        {"name": "fa2.eml", "mimeType": "message/rfc822", "buffer": mail},
        {"name": "notes.bin", "mimeType": "application/octet-stream", "buffer": b"\0\1 no mail"},
    ]
    page.set_input_files("#files", files)
    page.locator("form[action='/upload'] button").click()
    expect(page.locator("tbody tr")).to_have_count(2, timeout=60_000)


def _bring_logs(page: Page) -> None:
    log = google_login("gov_attack_warning", "layla@harbour.example") + b"{broken\n"
    brought: list[FilePayload] = [{"name": "login.json", "mimeType": "application/json", "buffer": log}]
    page.set_input_files("#files", brought)
    page.fill("#begins", "2026-01-01")
    page.fill("#ends", "2026-09-30")
    page.locator("form[action='/alerts/logs'] button").click()
    expect(page.locator(".told")).to_contain_text("google login", timeout=60_000)


def _claim_nothing(page: Page) -> None:
    """Write down what cannot have been said yet: what was typed stays."""
    page.locator("details:has(#speaker) summary").click()
    for field, value in (("speaker", "A vendor · شركة"), ("what", "GREY HERON"), ("said_on", "2999-01-01")):
        page.fill(f"#{field}", value)
    page.locator("form[action='/claims'] button").click()
    expect(page.locator("#speaker")).to_have_value("A vendor · شركة")


def _receive(page: Page) -> None:
    _bring_indicators(page, indicators_of("evil-like.example", "google.com"))
    expect(page.locator(".told")).to_be_visible()


def _receive_nothing(page: Page) -> None:
    """Bring what is no bundle: it is said, with a hint."""
    _bring_indicators(page, b"{}")
    expect(page.locator("[role=alert]")).to_be_visible()


def _bring_indicators(page: Page, content: bytes) -> None:
    page.locator("details:has(#file) summary").click()
    page.set_input_files("#file", {"name": "b.json", "mimeType": "application/json", "buffer": content})
    page.fill("#source", "A press house · دار صحافة (synthetic)")
    page.locator("form[action='/received'] button").click()


def _bring_claims(page: Page) -> None:
    neutral = thing("opinion", 7, opinion="neutral", object_refs=[SAID["id"]])
    content = bundle(SAID, ACTOR, OPERATION, AGENCY, neutral)
    page.locator("details:has(#file) summary").click()
    page.set_input_files("#file", {"name": "b.json", "mimeType": "application/json", "buffer": content})
    page.locator("form[action='/claims/bundle'] button").click()
    expect(page.locator(".told")).to_be_visible()


def _unfold(page: Page) -> None:
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def _bring_evidence(page: Page) -> None:
    """A participant brings a file, and sees on the page who brought it."""
    page.locator("details:has(#collected-by) summary").click()
    page.set_input_files("#files", {"name": "سجل router.log", "mimeType": "text/plain", "buffer": b"a line"})
    page.fill("#collected-by", "Omar Vale · عمر (synthetic)")
    page.fill("#collected-at", "2026-01-02T09:30")
    page.locator("form[action$='/evidence'] button").click()
    expect(page.locator(".told.bad")).to_have_count(0)
    expect(page.locator("section.panel h3").last).to_contain_text("router.log")
    _unfold(page)


def _bring_nothing(page: Page) -> None:
    """What was collected at a time that is yet to come is not taken in."""
    page.locator("details:has(#collected-by) summary").click()
    page.set_input_files("#files", {"name": "a.log", "mimeType": "text/plain", "buffer": b"a line"})
    page.fill("#collected-by", "Omar Vale (synthetic)")
    page.fill("#collected-at", "2999-01-01T00:00")
    page.locator("form[action$='/evidence'] button").click()
    expect(page.locator(".told.bad")).to_be_visible()


def _add_to_incident(page: Page) -> None:
    """Look for incidents like a message that shares what an incident shows; what is there leads to them."""
    page.locator("a[href$='/incidents']", has_text=re.compile(r"Look for|البحث عن حوادث")).click()
    page.wait_for_url("**/incidents")
    expect(page.locator(".lead")).to_be_visible()


def _close_early(page: Page) -> None:
    page.locator("form[action$='/close'] button").click()
    expect(page.locator(".told.bad")).to_be_visible()


def _take_nothing(page: Page) -> None:
    page.locator("details:has(#file) summary").click()
    page.set_input_files("#file", {"name": "case.zip", "mimeType": "application/zip", "buffer": b"PK no archive"})
    page.fill("#key", "tocsin/0+01234567+AAAA")
    page.locator("form[action='/cases/archive'] button").click()
    expect(page.locator(".told.bad")).to_be_visible()


def _bring_assessment(page: Page, content: bytes | None = None) -> None:
    page.locator("details:has(#file) summary").click()
    raw = msgspec.json.encode(replace(LATER, as_of=datetime(2026, 1, 1, tzinfo=UTC))) if content is None else content
    page.set_input_files("#file", {"name": "a.json", "mimeType": "application/json", "buffer": raw})
    page.locator("form[action='/assessments'] button").click()
    page.wait_for_url("**/assessments/*" if content is None else "**/assessments")


def _bring_no_assessment(page: Page) -> None:
    _bring_assessment(page, b"{}")
    expect(page.locator(".told.bad")).to_be_visible()


def _name_an_actor(page: Page) -> None:
    """A victim names nobody alone at likely or above: it is told so."""
    page.locator("details:has(#reasons) summary").click()
    page.fill("#reasons", "Records of the provider. · سجلات المزوّد.")
    page.fill("#name-evidence", "e4 e5")
    page.locator("form[action$='/names'] button").click()
    expect(page.locator(".told.bad")).to_be_visible()


def _warn(page: Page) -> None:
    page.locator("details:has(#warning) summary").click()
    page.locator("#warning").fill("Do not open it. · لا تفتحوها.")
    page.locator("form[action$='/warn'] button").click()


def _ask(page: Page) -> None:
    page.fill("#text", "Your account is locked. Verify your password now: https://harbour-login.attacker.test/verify")
    page.locator("form[action='/ask'] button").click()


def _click(page: Page) -> None:
    page.locator("details:has(input[value=credentials]) summary").click()
    page.locator("input[value=credentials]").check()
    page.locator("form[action='/ask/clicked'] button").click()


def _lose(page: Page) -> None:
    """Sign in with what is nobody's."""
    for field, value in (("address", "nobody@harbour.example"), ("password", "x"), ("code", "1")):
        page.fill(f"#{field}", value)
    page.locator("form[action='/sign-in'] button").last.click()


def _add_partner(page: Page) -> None:
    page.locator("details:has(form[action='/partners']) summary").click()
    page.fill("#partner-name", "Quay Newsroom · غرفة أخبار الرصيف (synthetic)")
    page.locator("form[action='/partners'] button").click()


def _approve_nothing(page: Page) -> None:
    """Without a reason."""
    page.fill("#note", " ")
    page.locator("form[action='/outgoing'] button.main").click()


SCENES = {
    "queue": Scene("queue", "/queue"),
    "queue-filtered": Scene("queue", "/queue?verdict=malicious&state=waiting"),
    "message": Scene("message.page", "/messages/{bad}"),
    "likely": Scene("likely", "/messages/{like}/incidents"),
    "likely-none": Scene("likely", "/messages/{bad}", _add_to_incident),
    "likely-of-an-alert": Scene("likely", "/alerts/{alert}", _add_to_incident),
    "glass": Scene("glass", "/messages/{closed}"),
    "warned": Scene("warned", "/messages/{bad}", _warn),
    "upload": Scene("upload", "/upload"),
    "uploaded": Scene("uploaded", "/upload", _upload),
    "upload-gone": Scene("upload-gone", "/upload/{gone}"),
    "ask": Scene("ask", "/ask"),
    "answer": Scene("answer", "/ask", _ask),
    "clicked": Scene("clicked", "/ask", _click),
    "question": Scene("question", "/questions/{question}"),
    "alerts": Scene("alerts", "/alerts"),
    "logs": Scene("alerts", "/alerts", _bring_logs),
    "alert": Scene("alert", "/alerts/{alert}"),
    "lured": Scene("alert", "/alerts/{lured}", _led_by_a_message),
    "mine": Scene("mine", "/me/activities"),
    "outcome": Scene("outcome", "/incidents/{incident}/outcome", _answer),
    "first-five": Scene("card.page", "/cards/first-five"),
    "after-a-click": Scene("card.page", "/cards/clicked"),
    "incidents": Scene("incidents", "/incidents"),
    "incident": Scene("incident", "/incidents/{incident}"),
    "hand-on": Scene("hand-on", "/incidents/{public}/hand-on?audience=clear"),
    "hand-on-refused": Scene("hand-on", "/incidents/{incident}/hand-on?audience=clear&days=none"),
    "statements": Scene("statements", "/statements"),
    "statement": Scene("statement", "/statements/{statement}"),
    "operations": Scene("operations", "/operations"),
    "operation": Scene("operation", "/operations/{operation}", _unfold),
    "operation-none": Scene("incident-alone", "/operations/{public}", _unfold),
    "warnings": Scene("warnings", "/warnings"),
    "received": Scene("received", "/received"),
    "received-refused": Scene("received", "/received", _receive_nothing),
    "received-taken": Scene("received", "/received", _receive),
    "receipt": Scene("receipt", "/received/{receipt}", _unfold),
    "partners": Scene("partners", "/partners", _unfold),
    "partners-added": Scene("partners", "/partners", _add_partner),
    "outgoing": Scene("outgoing", "/outgoing?collection={collection}&recipient={partner}"),
    "outgoing-refused": Scene("outgoing", "/outgoing?collection={collection}&recipient={partner}", _approve_nothing),
    "left": Scene("left", "/left"),
    "sources": Scene("sources", "/sources"),
    "claims": Scene("claims", "/claims"),
    "claims-refused": Scene("claims", "/claims", _claim_nothing),
    "claims-taken": Scene("claims", "/claims", _bring_claims),
    "assessments": Scene("assessments", "/assessments"),
    "assessments-taken": Scene("assessment", "/assessments", _bring_assessment),
    "assessments-refused": Scene("assessments", "/assessments", _bring_no_assessment),
    "assessment": Scene("assessment", "/assessments/{assessment}"),
    "assessment-named": Scene("assessment", "/assessments/{assessment}", _name_an_actor),
    "claim": Scene("claim", "/claims/{claim}"),
    "cases": Scene("cases", "/cases"),
    "cases-refused": Scene("cases", "/cases", _take_nothing),
    "cases-of-a-participant": Scene("cases", "/", is_part=True),
    "case": Scene("case", "/cases/{case}"),
    "case-unfolded": Scene("case", "/cases/{case}", _unfold),
    "case-refused": Scene("case", "/cases/{case}", _close_early),
    "case-over": Scene("case", "/cases/{over}"),
    "case-of-a-participant": Scene("case", "/cases/{case}", is_part=True),
    "evidence-brought": Scene("case", "/cases/{case}", _bring_evidence, is_part=True),
    "evidence-refused": Scene("case", "/cases/{case}", _bring_nothing, is_part=True),
    "cases-further": Scene("cases", "/cases?after=2.29:1"),
    "figures": Scene("figures", "/figures"),
    "people": Scene("people", "/people"),
    "person": Scene("person", "/people/{person}"),
    "log": Scene("log", "/log"),
    "proof": Scene("proof", "/log/3"),
    "proof-of-nothing": Scene("proof", "/log/99999"),
    "verified": Scene("verified", "/log", _verify),
    "me": Scene("me", "/me"),
    "missing": Scene("error", "/nothing"),
    "sign-in": Scene("sign-in", "/sign-in", is_open=True),
    "sign-in-failed": Scene("sign-in", "/sign-in", _lose, is_open=True),
    "come-in": Scene("come-in", "/come-in", is_open=True),
    "come-in-first": Scene("come-in", "/come-in?first=1", is_open=True),
}


def _pages() -> set[str]:
    """The templates that are pages: all but those that others are made of."""
    texts = {file.name: file.read_text("utf-8") for file in TEMPLATES.glob("*.j2")}
    parts = {name for text in texts.values() for name in _USED.findall(text)}
    return {name.removesuffix(".html.j2") for name in texts if name not in parts}


def test_every_template_has_a_scene() -> None:
    """A new page is not done before it was looked at: in both languages, by axe-core, on a telephone."""
    assert _pages() == {scene.template for scene in SCENES.values()}


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates of the pages that were answered."""
    names: list[str] = []

    class Noting:
        def get_template(self, name: str) -> object:
            names.append(name.removesuffix(".html.j2"))
            return whole.get_template(name)

    whole = respond.environment()
    monkeypatch.setattr(respond, "environment", Noting)
    return names


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", SCENES)
def test_every_page_in_both_languages(
    desk: Desk, chromium: Browser, known: dict[str, str], rendered: list[str], name: str, language: str
) -> None:
    """Nothing is cut off on a telephone, nothing is a barrier (axe-core), nothing fails in the script."""
    scene = SCENES[name]
    secret = desk.participant if scene.is_part else ""
    window = context(chromium, language) if scene.is_open else desk.window(chromium, language, secret=secret)
    page = window.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(desk.console.origin + scene.path.format_map(known))
    scene.then(page)
    page.wait_for_load_state()
    assert rendered[-1] == scene.template
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        language, {"en": "ltr", "ar": "rtl"}[language],
    ]  # fmt: skip
    expect(page.locator("body")).not_to_contain_text("<bdi")  # escaped twice
    shoot(page, f"{language}-{name}")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    shoot(page, f"{language}-{name}-360")
    assert not wrong
    window.close()
