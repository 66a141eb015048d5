"""Sign-in by an account at an OpenID provider: a provider that really answers, and everything it may have wrong."""

from __future__ import annotations

import base64
import hmac
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc import jwt
from playwright.sync_api import Browser, expect
from tests.fixtures.openid import CLIENT, SECRET, Claims, OpenId, new_key, running
from tests.integration.web.conftest import signed_in
from tests.integration.web.console import Console, context, serving, shoot

from tocsin import bootstrap
from tocsin.app import credentials
from tocsin.app.access import enter, recognise
from tocsin.model.people import Role
from tocsin.net.oidc import OpenIdProvider


@pytest.fixture
def openid() -> Iterator[OpenId]:
    with running() as started:
        yield started


@pytest.fixture
def console(tmp_path: Path, openid: OpenId) -> Iterator[Console]:
    def provider(origin: str) -> OpenIdProvider:
        back = f"{origin}{bootstrap.PROVIDER_BACK}"
        return OpenIdProvider(openid.issuer, CLIENT, SECRET, back, bootstrap.now, "Harbour accounts")

    with serving(tmp_path, provider) as started:
        started.begin("harbour", "Harbour Campaign (synthetic)")
        yield started


@pytest.fixture
def sami(console: Console) -> str:
    """The secret of a session of somebody who has added their account."""
    secret = signed_in(console, "harbour", "Sami (synthetic)", "sami@harbour.example", Role.ANALYST)
    with _browser(console, secret) as browser:
        answer = browser.get("/me/oidc")
        assert answer.url.path == "/me", answer.text
    return secret


def _browser(console: Console, secret: str = "") -> httpx.Client:
    """Something that follows redirects and keeps cookies, as browsers do."""
    cookies = {"tocsin": secret} if secret else {}
    return httpx.Client(base_url=console.origin, cookies=cookies, follow_redirects=True)


def _ways(console: Console, secret: str) -> list[str]:
    node = console.node
    actor = recognise(node.store, secret, node.clock())
    assert actor
    return [way.item.kind for way in credentials.ways(enter(node.store, actor, node.clock, node.chance))]


def test_an_account_that_was_added_signs_in(console: Console, openid: OpenId, sami: str) -> None:
    assert _ways(console, sami) == ["oidc", "oidc"]
    with _browser(console) as browser:
        answer = browser.get("/sign-in/oidc", params={"to": "/ask"})
        assert (answer.status_code, answer.url.path) == (200, "/ask")
        assert "tocsin" in browser.cookies
    assert openid.asked.count("/keys") == 1, "keys are kept"


def test_an_account_that_nobody_added_is_nobodys(console: Console, openid: OpenId, sami: str) -> None:
    openid.subject = "mallory-at-work"
    people = len(_people(console))
    with _browser(console) as browser:
        answer = browser.get("/sign-in/oidc")
        assert answer.status_code == 401
        assert "signing in did not work" in answer.text
        assert "tocsin" not in browser.cookies
    assert len(_people(console)) == people, "no account makes itself"


def _people(console: Console) -> list[object]:
    with console.node.store.read("harbour") as reader:
        return list(reader.views.people())


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _unsigned(claims: Claims) -> str:
    return ".".join(_b64(json.dumps(part).encode()) for part in ({"alg": "none", "typ": "JWT"}, claims)) + "."


def _confused(openid: OpenId) -> Callable[[Claims], str]:
    """Signed with the public key as if it were a secret both sides know."""

    def signed(claims: Claims) -> str:
        said = ".".join(_b64(json.dumps(part).encode()) for part in ({"alg": "HS256", "kid": "one"}, claims))
        return f"{said}.{_b64(hmac.digest(openid.key.as_pem(private=False), said.encode(), 'sha256'))}"

    return signed


def _foreign(kid: str) -> Callable[[Claims], str]:
    key = new_key(kid)
    return lambda claims: jwt.encode({"alg": "RS256", "kid": kid}, claims, key)


SPOILT: dict[str, Callable[[Claims], Claims]] = {
    "nonce": lambda claims: claims | {"nonce": "another"},
    "no nonce": lambda claims: {name: value for name, value in claims.items() if name != "nonce"},
    "audience": lambda claims: claims | {"aud": "another client"},
    "authorized party": lambda claims: claims | {"aud": [CLIENT, "another"], "azp": "another"},
    "issuer": lambda claims: claims | {"iss": "https://evil.test"},
    "expired": lambda claims: claims | {"exp": claims["iat"] - 3600},
    "of the future": lambda claims: claims | {"iat": claims["iat"] + 3600, "nbf": claims["iat"] + 3600},
    "no expiry": lambda claims: {name: value for name, value in claims.items() if name != "exp"},
    "no subject": lambda claims: {name: value for name, value in claims.items() if name != "sub"},
    "two lines": lambda claims: claims | {"sub": "sami-at-work\nmore"},
    "no text": lambda claims: claims | {"sub": ["sami-at-work"]},
}


@pytest.mark.parametrize("what", SPOILT)
def test_wrong_claims_are_refused(console: Console, openid: OpenId, sami: str, what: str) -> None:
    openid.spoil = SPOILT[what]
    _refused(console, openid)


@pytest.mark.parametrize("what", ["none", "public key as secret", "foreign key", "unknown key", "rubbish"])
def test_wrong_signatures_are_refused(console: Console, openid: OpenId, sami: str, what: str) -> None:
    openid.sign = {
        "none": _unsigned, "public key as secret": _confused(openid), "foreign key": _foreign("one"),
        "unknown key": _foreign("two"), "rubbish": lambda claims: "a.b.c",
    }[what]  # fmt: skip
    _refused(console, openid)


def _refused(console: Console, openid: OpenId) -> None:
    before = openid.asked.count("/token")
    with _browser(console) as browser:
        answer = browser.get("/sign-in/oidc")
        assert answer.status_code == 401
        assert "did not work" in answer.text
        assert "tocsin" not in browser.cookies
    assert openid.asked.count("/token") == before + 1, "it was the token that was refused"


def test_a_new_key_of_the_issuer_is_fetched(
    console: Console, openid: OpenId, sami: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tocsin.net.oidc._AGAIN", 0.0)
    openid.key = new_key("next")
    with _browser(console) as browser:
        assert browser.get("/sign-in/oidc").status_code == 200


def _answer_of(console: Console, browser: httpx.Client) -> httpx.URL:
    """Go to the provider, and stop where it sends the browser back."""
    begun = browser.get("/sign-in/oidc", follow_redirects=False)
    back = httpx.get(begun.headers["location"], follow_redirects=False).headers["location"]
    assert back.startswith(console.origin)
    return httpx.URL(back)


def test_an_answer_counts_once_and_in_the_browser_that_asked(console: Console, openid: OpenId, sami: str) -> None:
    with _browser(console) as victim, _browser(console) as mallory:
        back = _answer_of(console, mallory)
        assert victim.get(back).status_code == 401, "nobody is signed in as whoever sent them a link"
        assert "tocsin" not in victim.cookies
        own = _answer_of(console, victim)
        assert victim.get(own.copy_merge_params({"state": "another"})).status_code == 401
        assert victim.get(own).status_code == 401, "one answer was taken"
        again = _answer_of(console, victim)
        assert victim.get(again).status_code == 200
        with _browser(console) as other:
            assert other.get(again).status_code == 401


def test_an_account_is_added_to_who_asked_and_after_a_fresh_sign_in(console: Console, openid: OpenId) -> None:
    secret = signed_in(console, "harbour", "Noor (synthetic)", "noor@harbour.example", Role.ANALYST)
    second = signed_in(console, "harbour", "Rim (synthetic)", "rim@harbour.example", Role.ANALYST)
    with _browser(console, secret) as browser:
        begun = browser.get("/me/oidc", follow_redirects=False)
        back = httpx.get(begun.headers["location"], follow_redirects=False).headers["location"]
        ticket = browser.cookies["tocsin-sent"]
    with _browser(console, second) as other:
        other.cookies.set("tocsin-sent", ticket)
        assert other.get(back).status_code == 401
    assert (_ways(console, secret), _ways(console, second)) == (["oidc"], ["oidc"])
    with _browser(console) as stranger:
        assert stranger.get("/me/oidc").url.path == "/sign-in"


def test_the_provider_is_told_what_it_needs_and_no_secret(console: Console, openid: OpenId) -> None:
    with _browser(console) as browser:
        asked = browser.get("/sign-in/oidc", follow_redirects=False)
    query = {name: values[0] for name, values in parse_qs(urlsplit(asked.headers["location"]).query).items()}
    assert query.keys() == {
        "response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge",
        "code_challenge_method",
    }  # fmt: skip
    assert len({query["state"], query["nonce"], query["code_challenge"]}) == 3
    assert all(len(query[name]) >= 43 for name in ("state", "nonce", "code_challenge"))


def test_a_provider_that_is_away_is_no_fault_of_ours(tmp_path: Path) -> None:
    def provider(origin: str) -> OpenIdProvider:
        return OpenIdProvider("http://localhost:9", CLIENT, SECRET, f"{origin}/back", bootstrap.now)

    with serving(tmp_path, provider) as started:
        started.begin("harbour", "Harbour Campaign (synthetic)")
        with _browser(started) as browser:
            answer = browser.get("/sign-in/oidc")
    assert answer.status_code == 401
    assert re.search("account of your organisation did not work", answer.text)


def test_without_a_provider_there_is_no_button_and_no_way(tmp_path: Path) -> None:
    with serving(tmp_path) as started:
        started.begin("harbour", "Harbour Campaign (synthetic)")
        with _browser(started) as browser:
            assert "/sign-in/oidc" not in browser.get("/sign-in").text
            assert browser.get("/sign-in/oidc").status_code == 404
            assert browser.get("/sign-in/oidc/back").status_code == 404


@pytest.mark.real
@pytest.mark.parametrize(("language", "name"), [("en", "Sign in with"), ("ar", "الدخول")])
def test_the_button_works_in_a_real_browser(
    console: Console, sami: str, chromium: Browser, language: str, name: str
) -> None:
    page = context(chromium, language).new_page()
    page.goto(f"{console.origin}/sign-in")
    button = page.locator("a[href^='/sign-in/oidc']")
    expect(button).to_contain_text(name)
    shoot(page, f"{language}-sign-in-provider")
    button.click()
    page.wait_for_url("**/queue")
    page.context.close()
