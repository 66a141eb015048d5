"""The pages at work, in a real browser: what is done there, without script, from the keyboard."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from tests.integration.web.conftest import EXAMPLES, Desk, like
from tests.integration.web.console import shoot

from tocsin.app import answers, glass
from tocsin.app.access import enter, recognise
from tocsin.web.security import LARGEST_MAIL, Brings

pytestmark = pytest.mark.real


@pytest.mark.parametrize("path", ["queue", "messages/{bad}", "figures", "people", "log", "incidents"])
def test_reading_needs_no_script(desk: Desk, chromium: Browser, known: dict[str, str], path: str) -> None:
    window = desk.window(chromium, scripts=False)
    page = window.new_page()
    page.goto(f"{desk.console.origin}/{path.format_map(known)}")
    assert len(page.locator("main").inner_text()) > 100
    assert page.locator(".only-script:visible").count() == 0
    window.close()


def test_the_queue_from_the_keyboard(desk: Desk, chromium: Browser) -> None:
    window = desk.window(chromium)
    page = window.new_page()
    page.goto(f"{desk.console.origin}/queue?kind=message")
    subjects = page.locator(".subject").all_inner_texts()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent.trim()") == subjects[1]
    page.keyboard.press("x")
    assert page.locator("[name=several]").nth(1).is_checked()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(subjects[0])
    window.close()


def test_a_correction_is_in_the_log_and_out_of_the_queue(desk: Desk, chromium: Browser) -> None:
    window = desk.window(chromium)
    page = window.new_page()
    page.goto(f"{desk.console.origin}/queue?verdict=malicious&state=waiting")
    href = page.locator(".subject").last.get_attribute("href")
    assert href
    page.goto(desk.console.origin + href)
    page.fill("#note", "The sender rang: it is theirs.")
    page.get_by_role("button", name="It is good mail").click()
    expect(page.locator("main")).to_contain_text("A person corrected this: Tocsin had said")
    shoot(page, "en-corrected")
    page.goto(f"{desk.console.origin}/queue")
    assert page.locator(f"a[href='{href}']").count() == 0
    page.goto(f"{desk.console.origin}/log?kind=verdict-corrected&subject={href.rpartition('/')[2]}")
    assert page.locator("tbody tr").count() == 1
    assert "rang" not in page.content()
    window.close()


def test_several_at_once_become_an_incident(desk: Desk, chromium: Browser) -> None:
    window = desk.window(chromium)
    page = window.new_page()
    page.goto(f"{desk.console.origin}/queue?kind=message")
    page.locator("[name=several]").nth(0).check()
    page.locator("[name=several]").nth(1).check()
    page.fill("#title", "Two letters to the treasurer")
    page.get_by_role("button", name="Open an incident").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two letters to the treasurer")
    assert page.locator("[data-rows] li").count() == 2
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    shoot(page, "en-incident")
    window.close()


def test_an_upload_shows_its_progress_and_its_results(desk: Desk, chromium: Browser, tmp_path: Path) -> None:
    window = desk.window(chromium)
    page = window.new_page()
    (tmp_path / "notes.bin").write_bytes(b"\x00\x01 no mail")
    page.goto(f"{desk.console.origin}/upload")
    page.set_input_files("#files", [EXAMPLES / "mailbox" / "fa2.eml", tmp_path / "notes.bin"])
    page.get_by_role("button", name="Judge").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Judged", timeout=60_000)
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.locator("main")).to_contain_text("was here already")
    expect(page.locator("main")).to_contain_text("not read")
    shoot(page, "en-uploaded")
    assert httpless(page.url).startswith("/upload/")
    window.close()


def test_an_upload_that_is_refused_is_told_and_not_sent_again(desk: Desk, chromium: Browser, tmp_path: Path) -> None:
    window = desk.window(chromium)
    page = window.new_page()
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.url) if one.method == "POST" else None)
    page.goto(f"{desk.console.origin}/upload")
    page.set_input_files("#files", EXAMPLES / "mailbox" / "fa2.eml")
    with ExitStack() as held:
        for _ in range(Brings.OF_ORGANISATION):
            held.enter_context(desk.console.node.brought.one("harbour"))
        page.get_by_role("button", name="Judge").click()
        expect(page.get_by_role("alert")).to_contain_text("too many uploads come in at this moment")
        expect(page.get_by_role("alert")).to_contain_text("Wait until one of them is over")
    shoot(page, "en-upload-refused")
    assert len(sent) == 1
    large = tmp_path / "large.mbox"
    with large.open("wb") as file:
        file.truncate(LARGEST_MAIL + 1)
    page.set_input_files("#files", large)
    page.get_by_role("button", name="Judge").click()
    expect(page.get_by_role("alert")).to_be_visible(timeout=30_000)
    assert len(sent) == 2
    page.set_input_files("#files", EXAMPLES / "mailbox" / "fa2.eml")
    page.get_by_role("button", name="Judge").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Judged", timeout=60_000)
    assert len(sent) == 3
    window.close()


def httpless(url: str) -> str:
    return re.sub(r"^http://[^/]+", "", url)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_question_is_answered_and_a_click_is_written_down(desk: Desk, chromium: Browser, language: str) -> None:
    window = desk.window(chromium, language)
    page = window.new_page()
    page.goto(f"{desk.console.origin}/ask")
    page.fill("#text", "Your account is locked. Verify your password now: https://harbour-login.attacker.test/verify")
    page.locator("form[action='/ask'] button").click()
    assert "hxxps://harbour-login[.]attacker[.]test" in page.locator("main").inner_text()
    assert page.locator("main a[href^='http']").count() == 0
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    shoot(page, f"{language}-answer")
    page.locator("input[value=credentials]").check()
    page.locator("form[action='/ask/clicked'] button").click()
    assert page.locator(".steps").count() >= 2
    asked = answers.questions(desk.console.terminal("harbour")).items[0]
    assert "harbour-login.attacker.test" in asked.text
    assert asked.item.clicked
    shoot(page, f"{language}-clicked")
    window.close()


def test_a_mail_that_somebody_asks_about_reaches_the_queue_while_it_is_watched(desk: Desk, chromium: Browser) -> None:
    window = desk.window(chromium)
    watched, asking = window.new_page(), window.new_page()
    watched.goto(f"{desk.console.origin}/queue")
    watched.wait_for_timeout(3_500)
    expect(watched.get_by_text("The queue has changed.")).to_be_hidden()
    asking.goto(f"{desk.console.origin}/ask")
    harmless = b"From: Ada <ada@quay.example>\r\nTo: dana@harbour.example\r\n\r\nSee you on Tuesday.\r\n"
    asking.set_input_files("#file", {"name": "x.eml", "mimeType": "message/rfc822", "buffer": harmless})
    asking.locator("form[action='/ask/file'] button").click()
    expect(asking.get_by_role("heading", level=1)).to_contain_text("not proof of safety")
    expect(watched.get_by_text("The queue has changed.")).to_be_visible(timeout=15_000)
    window.close()


def test_the_glass_is_broken_by_two(desk: Desk, chromium: Browser, known: dict[str, str]) -> None:
    window = desk.window(chromium)
    page = window.new_page()
    page.goto(f"{desk.console.origin}/messages/{known['good']}")
    page.fill("#reason", "A partner was attacked by this address this morning.")
    page.get_by_role("button", name="Ask to open it").click()
    expect(page.locator("main")).to_contain_text("asks to open")
    node = desk.console.node
    second = recognise(node.store, desk.analyst, node.clock())
    assert second is not None
    access = enter(node.store, second, node.clock, node.chance)
    (asked,) = glass.breakings(access)
    glass.confirm_glass(access, asked.item.grant)
    page.goto(f"{desk.console.origin}/messages/{known['good']}")
    assert page.locator(".envelope").count() > 0
    window.close()


def test_a_view_is_saved_by_its_name(desk: Desk, chromium: Browser) -> None:
    window = desk.window(chromium)
    page = window.new_page()
    page.goto(f"{desk.console.origin}/queue?verdict=suspicious")
    page.fill("#view", "To look at twice")
    page.get_by_role("button", name="Save").click()
    page.goto(f"{desk.console.origin}/queue")
    page.get_by_role("link", name="To look at twice").click()
    assert httpless(page.url) == "/queue?verdict=suspicious"
    assert page.locator("[data-live]").count() == 0, "what is told of is the queue"
    assert set(page.locator("[data-rows] .badge").all_inner_texts()) == {"◆Suspicious"}
    window.close()


def test_a_message_is_added_to_the_incident_that_it_is_like(desk: Desk, chromium: Browser) -> None:
    new, incident = like(desk.console, "evil-added")
    window = desk.window(chromium)
    page = window.new_page()
    page.goto(f"{desk.console.origin}/messages/{new}")
    page.get_by_role("link", name="Look for incidents like this").click()
    found = page.locator("section.panel", has=page.locator(f"a[href='/incidents/{incident}']"))
    expect(found).to_contain_text("It shares with this incident:")
    expect(found).to_contain_text("harbour-login[.]evil-added[.]test")
    shoot(page, "en-likely-added")
    found.get_by_role("button", name="Add it to this incident").click()
    expect(page).to_have_url(f"{desk.console.origin}/incidents/{incident}")
    expect(page.locator(f"a[href='/messages/{new}']")).to_have_count(1)
    window.close()
