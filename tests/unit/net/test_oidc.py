"""A provider that answers in this process; `tests/integration/web/test_oidc.py` has one that really answers."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from tocsin.model.account import Account, Errand
from tocsin.model.error import InputError, SignInError
from tocsin.net.oidc import OpenIdProvider, is_safe

ISSUER, CLIENT, BACK = "https://id.example", "tocsin console", "https://desk.example/back"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
VERIFIER, CHALLENGE = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
"""RFC 7636, appendix B."""
ERRAND = Errand("the state", "the nonce", VERIFIER)
KEY = ECKey.generate_key("P-256", {"kid": "one", "alg": "ES256", "use": "sig"})
METADATA = {
    "issuer": ISSUER, "authorization_endpoint": f"{ISSUER}/authorize?tenant=7", "token_endpoint": f"{ISSUER}/token",
    "jwks_uri": f"{ISSUER}/keys",
}  # fmt: skip
CLAIMS = {
    "iss": ISSUER, "sub": "sami-at-work", "aud": CLIENT, "iat": int(NOW.timestamp()),
    "exp": int(NOW.timestamp()) + 300, "nonce": "the nonce", "name": "سامي",
}  # fmt: skip


class Issuer:
    """What it answers to each path, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[httpx.Request] = []
        self.answers: dict[str, Any] = {
            "/.well-known/openid-configuration": METADATA,
            "/keys": {"keys": [KEY.as_dict(private=False)]},
            "/token": {"access_token": "a", "id_token": self.token()},
        }

    def token(self, **claims: Any) -> str:
        given = {name: value for name, value in {**CLAIMS, **claims}.items() if value is not None}
        return jwt.encode({"alg": "ES256", "kid": "one"}, given, KEY)

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        found = self.answers[request.url.path]
        return found if isinstance(found, httpx.Response) else httpx.Response(200, json=found)

    def paths(self) -> list[str]:
        return [request.url.path for request in self.asked]


@pytest.fixture
def issuer(monkeypatch: pytest.MonkeyPatch) -> Issuer:
    made = Issuer()
    client = partial(httpx.Client, transport=httpx.MockTransport(made.answer))
    monkeypatch.setattr("tocsin.net.oidc.httpx.Client", client)
    return made


def provider(secret: str = "", name: str = "") -> OpenIdProvider:
    return OpenIdProvider(ISSUER, CLIENT, secret, BACK, lambda: NOW, name)


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://id.example", True), ("http://localhost:9000", True), ("http://127.0.0.1", True),
        ("http://[::1]:80", True), ("http://id.example", False), ("http://127.0.0.1.evil.test", False),
        ("http://localhost.evil.test", False), ("https://", False), ("ftp://localhost", False), ("", False),
        ("javascript:alert(1)", False),
    ],
)  # fmt: skip
def test_answers_are_trusted_over_https_or_from_this_machine(address: str, safe: bool) -> None:
    assert is_safe(address) is safe


def test_another_issuer_is_refused_before_anything_is_asked(issuer: Issuer) -> None:
    with pytest.raises(InputError, match="cannot be an issuer"):
        OpenIdProvider("http://id.example", CLIENT, "", BACK, lambda: NOW)
    assert issuer.asked == []


def test_it_is_called_as_configured_or_by_its_host(issuer: Issuer) -> None:
    assert (provider().name, provider(name="حسابات الميناء").name) == ("id.example", "حسابات الميناء")
    assert issuer.asked == [], "nothing is fetched before somebody wants to sign in"


def test_a_browser_is_sent_with_what_the_answer_has_to_match(issuer: Issuer) -> None:
    parts = urlsplit(provider("s3cret").address(ERRAND))
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{ISSUER}/authorize"
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    assert query == {
        "tenant": "7", "response_type": "code", "client_id": CLIENT, "redirect_uri": BACK, "scope": "openid profile",
        "state": "the state", "nonce": "the nonce", "code_challenge_method": "S256",
        "code_challenge": CHALLENGE,
    }  # fmt: skip
    assert "s3cret" not in parts.query
    assert ERRAND.verifier not in parts.query


def test_a_code_is_redeemed_for_whose_it_is(issuer: Issuer) -> None:
    assert provider().account("the code", ERRAND) == Account(ISSUER, "sami-at-work", "سامي")
    form = {name: values[0] for name, values in parse_qs(issuer.asked[-1].content.decode()).items()}
    assert form == {
        "grant_type": "authorization_code", "code": "the code", "redirect_uri": BACK, "code_verifier": VERIFIER,
        "client_id": CLIENT,
    }  # fmt: skip


@pytest.mark.parametrize("methods", [None, ["client_secret_post"]])
def test_the_secret_goes_the_way_the_provider_wants(issuer: Issuer, methods: list[str] | None) -> None:
    if methods:
        metadata = METADATA | {"token_endpoint_auth_methods_supported": methods}
        issuer.answers["/.well-known/openid-configuration"] = metadata
    provider("s3cret: /").account("the code", ERRAND)
    asked = issuer.asked[-1]
    basic = base64.b64encode(b"tocsin%20console:s3cret%3A%20%2F").decode()
    assert asked.headers.get("authorization") == (None if methods else f"Basic {basic}")
    assert parse_qs(asked.content.decode()).get("client_secret") == (["s3cret: /"] if methods else None)


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"}, {"nonce": None}, {"aud": "another"}, {"iss": "https://evil.test"}, {"exp": None},
        {"exp": int(NOW.timestamp()) - 61}, {"sub": None}, {"sub": ""}, {"sub": "x" * 256}, {"sub": "a\nb"},
        {"sub": ["a"]},
    ],
)  # fmt: skip
def test_a_token_that_is_not_as_it_must_be_signs_nobody_in(issuer: Issuer, claims: dict[str, Any]) -> None:
    issuer.answers["/token"] = {"id_token": issuer.token(**claims)}
    with pytest.raises(SignInError, match="did not work"):
        provider().account("the code", ERRAND)


def test_clocks_may_differ_by_a_minute(issuer: Issuer) -> None:
    issuer.answers["/token"] = {"id_token": issuer.token(exp=int(NOW.timestamp()) - 59)}
    assert provider().account("the code", ERRAND).subject == "sami-at-work"


def test_a_name_proves_nothing_and_may_be_missing(issuer: Issuer) -> None:
    issuer.answers["/token"] = {"id_token": issuer.token(name=["x"])}
    assert provider().account("the code", ERRAND).name == ""


@pytest.mark.parametrize(
    "spoil",
    [
        lambda one: one | {"issuer": "https://evil.test"},
        lambda one: one | {"token_endpoint": "http://evil.test/token"},
        lambda one: one | {"jwks_uri": "http://evil.test/keys"},
        lambda one: {name: value for name, value in one.items() if name != "authorization_endpoint"},
    ],
)
def test_metadata_that_lead_elsewhere_are_not_followed(
    issuer: Issuer, spoil: Callable[[dict[str, str]], dict[str, str]]
) -> None:
    issuer.answers["/.well-known/openid-configuration"] = spoil(METADATA)
    with pytest.raises(SignInError):
        provider().address(ERRAND)
    assert issuer.paths() == ["/.well-known/openid-configuration"]


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(302, headers={"location": "https://evil.test/"}),
        httpx.Response(500), httpx.Response(204), httpx.Response(200, content=b"<html>"),
        httpx.Response(200, json=["no object"]), httpx.Response(200, json=METADATA | {"more": "x" * (256 << 10)}),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_signs_nobody_in(issuer: Issuer, answer: httpx.Response) -> None:
    issuer.answers["/.well-known/openid-configuration"] = answer
    with pytest.raises(SignInError) as refused:
        provider().address(ERRAND)
    assert refused.value.__cause__, "for the log"
    assert len(issuer.asked) == 1


def _timed(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that the provider's clock shows, to be changed."""
    at = [0.0]
    monkeypatch.setattr("tocsin.net.oidc.time", SimpleNamespace(monotonic=lambda: at[0]))
    return at


def test_metadata_and_keys_are_kept_for_a_while(issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    at = _timed(monkeypatch)
    one = provider()
    one.address(ERRAND)
    at[0] += 3_600
    one.account("the code", ERRAND)
    assert issuer.paths() == ["/.well-known/openid-configuration", "/keys", "/token"]
    at[0] += 1
    one.address(ERRAND)
    assert issuer.paths()[3:] == ["/.well-known/openid-configuration", "/keys"]


def _unsigned(claims: dict[str, Any]) -> str:
    parts = ({"alg": "none", "kid": "one"}, claims)
    said = (base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)
    return ".".join(said) + "."


def test_a_token_signed_by_nobody_or_somebody_else_is_refused(issuer: Issuer) -> None:
    foreign = ECKey.generate_key("P-256", {"kid": "one"})
    unknown = ECKey.generate_key("P-256", {"kid": "two"})
    tokens = [jwt.encode({"alg": "ES256", "kid": key.kid}, CLAIMS, key) for key in (foreign, unknown)]
    for token in (*tokens, _unsigned(CLAIMS), "a.b.c", ""):
        issuer.answers["/token"] = {"id_token": token}
        with pytest.raises(SignInError):
            provider().account("the code", ERRAND)


def test_a_key_that_is_not_known_is_asked_for_but_not_at_every_token(
    issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = _timed(monkeypatch)
    one, later = provider(), ECKey.generate_key("P-256", {"kid": "two"})
    one.account("the code", ERRAND)
    issuer.answers["/keys"] = {"keys": [later.as_dict(private=False)]}
    issuer.answers["/token"] = {"id_token": jwt.encode({"alg": "ES256", "kid": "two"}, CLAIMS, later)}
    with pytest.raises(SignInError):
        one.account("the code", ERRAND)
    assert issuer.paths().count("/keys") == 1
    at[0] += 61
    assert one.account("the code", ERRAND).subject == "sami-at-work"
    assert issuer.paths().count("/keys") == 2
