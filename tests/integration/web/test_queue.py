"""The queue in a real browser: all kinds in one list, seen to in bulk, answered, told of while it is watched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.integration.web.conftest import fill, signed_in
from tests.integration.web.console import Console, context, serving, shoot

from tocsin.app import ask, glass, incidents, mail
from tocsin.app.access import enter, recognise
from tocsin.model.people import Role, Tlp
from tocsin.model.verdict import Danger
from tocsin.web.jobs import Jobs

pytestmark = pytest.mark.real
ATTACK = "Please send me the 6 digit code that you just received by SMS: http://code.attacker.test/send"


class Desk:
    """A console with one thing of every kind in its queue."""

    def __init__(self, console: Console) -> None:
        self.console = console
        console.begin("harbour", "Harbour Campaign (synthetic)")
        self.lead = signed_in(console, "harbour", "Layla Haddad (synthetic)", "layla@harbour.example")
        self.analyst = signed_in(console, "harbour", "Noor Aziz (synthetic)", "noor@harbour.example", Role.ANALYST)
        self.remi = signed_in(console, "harbour", "Remi Vance (synthetic)", "remi@harbour.example", Role.REPORTER)
        fill(console, "harbour")
        node = console.node
        lead, analyst, remi = (recognise(node.store, one, node.clock()) for one in (self.lead, self.analyst, self.remi))
        assert lead
        assert analyst
        assert remi
        entered = [enter(node.store, one, node.clock, node.chance) for one in (lead, analyst, remi)]
        self.question = ask.ask_text(entered[2], node.judge, ATTACK).question or ""
        self.click = ask.clicked(entered[2], Danger.CODE, question=self.question, note="I read it out") or ""
        incidents.open_incident(entered[0], "Calls to the treasurer", tlp=Tlp.GREEN)
        quiet = [one.item.message for one in mail.messages(entered[0], mail.Wanted(state="quiet")).items if one.sealed]
        opened = glass.open_glass(entered[1], quiet[0], "A partner was attacked by it.", lead.person)
        glass.confirm_glass(entered[0], opened)
        glass.open_glass(entered[1], quiet[1], "A partner was attacked by it.", lead.person)

    def page(self, browser: Browser, secret: str, language: str = "en", path: str = "/queue") -> Page:
        window = context(browser, language)
        window.add_cookies([{"name": "tocsin", "value": secret, "url": self.console.origin}])
        page = window.new_page()
        page.goto(self.console.origin + path)
        return page


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with serving(tmp_path_factory.mktemp("queue")) as running:
        yield Desk(running)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("place", ["queue", "queue?kind=question", "queue?kind=telling", "questions/{}"])
def test_every_kind_in_both_languages(desk: Desk, chromium: Browser, language: str, place: str) -> None:
    page = desk.page(chromium, desk.lead, language, "/" + place.format(desk.question))
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    shoot(page, f"{language}-waiting-{place.partition('=')[2] or place.partition('/')[0]}")
    page.context.close()


def test_the_worst_is_first_and_the_kinds_are_counted(desk: Desk, chromium: Browser) -> None:
    page = desk.page(chromium, desk.lead)
    rows = page.locator("[data-rows] > li").all_inner_texts()
    kinds = ("Somebody clicked", "Glass to be broken", "Open incident", "Somebody to be told")
    assert [kind for row, kind in zip(rows, kinds, strict=False) if kind in row] == list(kinds)
    assert "Remi Vance" in rows[0]
    assert "I read it out" in rows[0]
    assert page.get_by_role("button", name="Agree").count() == 1, "she is the second person"
    assert page.get_by_role("button", name="They were told").count() == 1, "somebody else opened it"
    for kind in ("click", "question", "incident", "glass", "telling", "message"):
        page.goto(f"{desk.console.origin}/queue?kind={kind}")
        assert page.locator("[aria-current=true]").count() == 1
        assert page.locator("[data-rows] > li").count() >= 1
    page.context.close()
    page = desk.page(chromium, desk.analyst)
    assert page.get_by_role("button", name="They were told").count() == 0, "who opened it does not say so"
    page.context.close()


def test_what_is_chosen_has_to_be_of_one_kind(desk: Desk, chromium: Browser) -> None:
    page = desk.page(chromium, desk.lead)
    page.locator("[name=clicks]").first.check()
    page.locator("[name=several]").first.check()
    page.get_by_role("button", name="Confirm the verdict").click()
    expect(page.locator("main")).to_contain_text("of another kind")
    page.context.close()


def test_a_click_is_seen_to_from_the_keyboard_and_the_watching_page_is_told(desk: Desk, chromium: Browser) -> None:
    watched, page = desk.page(chromium, desk.analyst), desk.page(chromium, desk.lead)
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.locator("[name=clicks]").first.is_checked()
    page.fill("#note", "The password was changed.")
    page.get_by_role("button", name="Who clicked was seen to").click()
    expect(page.locator("[data-rows] > li").first).not_to_contain_text("Somebody clicked")
    expect(watched.get_by_text("The queue has changed.")).to_be_visible(timeout=15_000)
    assert int(watched.locator("[data-count]").inner_text()) > 3
    page.context.close()
    watched.context.close()


def test_the_one_who_asked_reads_the_answer(desk: Desk, chromium: Browser) -> None:
    page = desk.page(chromium, desk.lead, path=f"/questions/{desk.question}")
    assert "hxxp://code[.]attacker[.]test" in page.locator("main").inner_text()
    page.fill("#text", "It is a fraud. <b>Delete</b> it.")
    page.get_by_role("button", name="Answer").click()
    page.goto(f"{desk.console.origin}/queue?kind=question")
    assert page.locator(f"a[href='/questions/{desk.question}']").count() == 0
    page.context.close()
    page = desk.page(chromium, desk.remi, path="/ask")
    expect(page.locator("main")).to_contain_text("It is a fraud. <b>Delete</b> it.")
    shoot(page, "en-answered")
    page.context.close()


def test_what_somebody_reported_can_be_opened_and_an_upload_is_known_after_a_restart(
    desk: Desk, chromium: Browser
) -> None:
    page = desk.page(chromium, desk.lead, path="/upload")
    page.locator("[name=reported]").check()
    harmless = b"From: Ada <ada@quay.example>\r\nTo: layla@harbour.example\r\n\r\nSee you on Tuesday.\r\n"
    page.set_input_files("#files", {"name": "x.eml", "mimeType": "message/rfc822", "buffer": harmless})
    page.get_by_role("button", name="Judge").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Judged", timeout=60_000)
    place = page.url
    page.get_by_role("link", name="Open: x.eml").click()
    expect(page.locator("main")).to_contain_text("See you on Tuesday.")
    object.__setattr__(desk.console.node, "jobs", Jobs(desk.console.node.cookie_key))
    answer = page.goto(place)
    assert answer
    assert answer.status == 410
    expect(page.locator("main")).to_contain_text("The server was started anew")
    answer = page.goto(place[:-3] + "xxx")
    assert answer
    assert answer.status == 404
    page.context.close()


def test_a_language_follows_the_person_to_another_browser(desk: Desk, chromium: Browser) -> None:
    page = desk.page(chromium, desk.remi, path="/me")
    page.select_option("#language", "ar")
    page.locator("form[action='/me/language'] button").click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.context.close()
    page = desk.page(chromium, desk.remi, "en", "/ask")
    assert page.evaluate("document.documentElement.lang") == "ar", "before what the browser asks for"
    page.locator("form[action='/language'] button").click()
    # A choice for this browser alone.
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.context.close()
