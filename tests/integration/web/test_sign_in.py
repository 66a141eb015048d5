"""First run, passkeys, passwords with codes, invitations, sessions: in a real browser."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from tests.integration.web.console import Console, context, shoot, with_authenticator

from tocsin.app import invitations
from tocsin.common import totp
from tocsin.model.people import Role

pytestmark = pytest.mark.real
PASSWORD = "four words not together"


def _first(console: Console, page: Page) -> None:
    secret = invitations.first_run(console.terminal("harbour")).secret
    page.goto(f"{console.origin}/come-in?first=1&organisation=harbour#{secret}")
    page.fill("#name", "Layla Haddad (synthetic)")
    page.fill("#address", "layla@harbour.example")


def _code(page: Page) -> str:
    secret = page.locator("input[name=secret]").get_attribute("value")
    assert secret
    return totp.code(totp.decoded(secret), int(datetime.now(UTC).timestamp()) // 30)


def test_the_first_person_comes_in_by_the_terminals_token_and_signs_in_by_passkey(
    console: Console, chromium: Browser
) -> None:
    page = with_authenticator(context(chromium).new_page())
    _first(console, page)
    shoot(page, "en-come-in")
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your sign-in")
    assert page.get_by_role("link", name="Queue").count() == 0, "before that, nothing but this may be done"
    shoot(page, "en-me-first")
    page.get_by_role("button", name="Make a passkey").click()
    page.wait_for_url("**/me?added=1")
    page.get_by_role("button", name="Sign out").click()
    shoot(page, "en-sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/queue")
    cookies = {one["name"]: one for one in page.context.cookies()}
    assert cookies["tocsin"]["httpOnly"]
    assert cookies["tocsin"]["sameSite"] == "Lax"
    page.context.close()


def test_the_token_works_once(console: Console, chromium: Browser) -> None:
    page = context(chromium).new_page()
    _first(console, page)
    secret = page.input_value("#secret")
    page.get_by_role("button", name="Come in").click()
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{console.origin}/come-in?first=1&organisation=harbour#{secret}")
    page.fill("#name", "Mallory (synthetic)")
    page.fill("#address", "mallory@harbour.example")
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("alert")).to_contain_text("not valid any more")
    page.context.close()


def test_password_and_code_without_any_script(console: Console, chromium: Browser) -> None:
    window = context(chromium, scripts=False)
    page = window.new_page()
    secret = invitations.first_run(console.terminal("harbour")).secret
    page.goto(f"{console.origin}/come-in?first=1&organisation=harbour")
    for field, value in (("secret", secret), ("name", "Layla"), ("address", "layla@harbour.example")):
        page.fill(f"#{field}", value)
    page.get_by_role("button", name="Come in").click()
    code, shared = _code(page), page.locator("input[name=secret]").get_attribute("value")
    page.fill("#code", code)
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Set both").click()
    expect(page.get_by_role("status")).to_contain_text("Added")
    page.get_by_role("button", name="Sign out").click()

    page.fill("#address", "layla@harbour.example")
    page.fill("#password", PASSWORD)
    page.fill("#code", code)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("signing in did not work")  # a code is taken once
    assert shared
    later = int(datetime.now(UTC).timestamp()) // 30 + 1
    page.fill("#address", "layla@harbour.example")
    page.fill("#password", PASSWORD)
    page.fill("#code", totp.code(totp.decoded(shared), later))
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Queue")
    window.close()


def test_an_invited_reporter_sees_what_is_theirs_and_can_be_shown_out(console: Console, chromium: Browser) -> None:
    _, invitation = console.let_in("harbour", "Sami (synthetic)", "sami@harbour.example", Role.REPORTER)
    page = with_authenticator(context(chromium, "ar").new_page())
    page.goto(f"{console.origin}/come-in?organisation=harbour#{invitation.secret}")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    page.locator("main button").click()
    page.locator("[data-passkey] button").click()
    page.wait_for_url("**/me?added=1")
    shoot(page, "ar-me")
    places = [link.get_attribute("href") for link in page.locator("nav a").all()]
    assert places == ["/ask", "/me"]
    page.goto(f"{console.origin}/queue")
    expect(page.locator("main .ids")).to_have_text("403")
    page.goto(f"{console.origin}/me")
    page.locator("form[action='/me/sessions/revoke'] button").first.click()
    page.goto(f"{console.origin}/me")
    assert "/sign-in" in page.url
    page.context.close()


def test_guessing_is_slowed_down(console: Console) -> None:
    with httpx.Client(base_url=console.origin) as browser:
        token = re.search(r'name="_csrf_token" value="(\w+)"', browser.get("/sign-in").text)
        assert token
        form = {"_csrf_token": token[1], "address": "layla@harbour.example", "password": "x", "code": "1"}
        answers = [browser.post("/sign-in", data=form) for _ in range(25)]
    assert [one.status_code for one in answers[:20]] == [401] * 20
    assert ["tried too often" in one.text for one in answers[:6]] == [False] * 5 + [True]
    assert answers[-1].status_code == 429


def test_a_form_from_elsewhere_does_nothing(console: Console) -> None:
    with httpx.Client(base_url=console.origin) as browser:
        browser.get("/sign-in")
        assert browser.post("/sign-in", data={"address": "a"}).status_code == 403
        assert browser.post("/language", data={"language": "ar", "_csrf_token": "f" * 128}).status_code == 403


@pytest.mark.parametrize(
    ("said", "language"),
    [("ar", "ar"), ("ar-EG,ar;q=0.9,en;q=0.8", "ar"), ("fr, en;q=0.5, ar;q=0.7", "ar"), ("fr", "en"), ("q=;;,", "en")],
)
def test_the_browsers_language_is_spoken(console: Console, said: str, language: str) -> None:
    page = httpx.get(f"{console.origin}/sign-in", headers={"accept-language": said}).text
    assert f'<html lang="{language}"' in page


@pytest.mark.parametrize("to", ["https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)", "\\\\evil"])
def test_nobody_is_sent_elsewhere(console: Console, to: str) -> None:
    page = httpx.get(f"{console.origin}/sign-in", params={"to": to}).text
    assert set(re.findall(r'name="to" value="([^"]*)"', page)) == {"/", "/sign-in"}
