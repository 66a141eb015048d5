"""Sign-in by an account at an OpenID provider: authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636).

Everything that is trusted comes from the issuer that was configured: its metadata, the endpoints and the keys that the
metadata names. A token names no key's address that would be followed, and no algorithm that is not in `_ALGORITHMS`.
"""

from __future__ import annotations

import ipaddress
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any, Final
from urllib.parse import quote, urlsplit

import httpx
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from tocsin.model.account import Account, Errand
from tocsin.model.error import InputError, SignInError
from tocsin.model.sentence import say

_ALGORITHMS: Final = ("RS256", "PS256", "ES256", "EdDSA")
"""With a public key only: neither `none` nor one whose secret both sides know."""
_FRESH: Final = 3600.0
"""Seconds for which metadata and keys are kept."""
_AGAIN: Final = 60.0
"""Seconds before keys are asked for anew because a token names one that is not among them."""
_LARGEST: Final = 256 << 10
"""Bytes of an answer."""
_LEEWAY: Final = 60
"""Seconds by which clocks may differ."""
_LONGEST: Final = 255
"""Characters of a subject (OpenID Connect Core 1.0, section 2)."""


@dataclass(frozen=True, slots=True)
class _Issuer:
    """What an issuer says about itself."""

    metadata: dict[str, Any]
    keys: KeySet
    at: float


class OpenIdProvider:
    """A `tocsin.app.ports.Provider`. Nothing is fetched before somebody wants to sign in."""

    def __init__(
        self, issuer: str, client: str, secret: str, back: str, clock: Callable[[], datetime], name: str = ""
    ) -> None:
        if not is_safe(issuer):
            raise InputError(
                say('"%(issuer)s" cannot be an issuer', issuer=issuer), say("Write it as https://id.example.")
            )
        self._issuer, self._client, self._secret, self._back = issuer, client, secret, back
        self._clock = clock
        self._name = name or urlsplit(issuer).hostname or issuer
        self._known: _Issuer | None = None
        self._lock = Lock()

    @property
    def name(self) -> str:
        """What people call it: as configured, else the issuer's host."""
        return self._name

    def address(self, errand: Errand) -> str:
        """Return where a browser is sent. Raises SignInError where the issuer does not answer."""
        with _refusing():
            endpoint = self._known_issuer().metadata["authorization_endpoint"]
        address: str = prepare_grant_uri(
            endpoint, self._client, "code", self._back, "openid profile", errand.state, nonce=errand.nonce,
            code_challenge=create_s256_code_challenge(errand.verifier), code_challenge_method="S256",
        )  # fmt: skip
        return address

    def account(self, code: str, errand: Errand) -> Account:
        """Redeem a code and return whose it is. Raises SignInError for anything that is not as it must be."""
        with _refusing():
            answer = self._redeem(code, errand)
            claims = self._checked(answer["id_token"], answer.get("access_token"), errand.nonce)
            subject = claims["sub"]
            if not isinstance(subject, str) or not 0 < len(subject) <= _LONGEST or not subject.isprintable():
                raise ValueError("sub")
            name = claims.get("preferred_username") or claims.get("name") or ""
            return Account(self._issuer, subject, name if isinstance(name, str) else "")

    def _redeem(self, code: str, errand: Errand) -> dict[str, Any]:
        metadata = self._known_issuer().metadata
        form = {
            "grant_type": "authorization_code", "code": code, "redirect_uri": self._back,
            "code_verifier": errand.verifier, "client_id": self._client,
        }  # fmt: skip
        methods = metadata.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        auth = None
        if self._secret and "client_secret_basic" in methods:
            auth = httpx.BasicAuth(quote(self._client, safe=""), quote(self._secret, safe=""))
        elif self._secret:
            form["client_secret"] = self._secret
        return _fetched("POST", metadata["token_endpoint"], data=form, auth=auth)

    def _checked(self, token: str, access_token: str | None, nonce: str) -> CodeIDToken:
        """Check signature and claims (OpenID Connect Core 1.0, section 3.1.3.7)."""
        try:
            decoded = jwt.decode(token, self._known_issuer().keys, list(_ALGORITHMS))
        except InvalidKeyIdError:
            decoded = jwt.decode(token, self._known_issuer(older_than=_AGAIN).keys, list(_ALGORITHMS))
        options = {
            "iss": {"essential": True, "value": self._issuer},
            "aud": {"essential": True, "value": self._client},
        }
        params = {"nonce": nonce, "client_id": self._client, "access_token": access_token}
        claims = CodeIDToken(decoded.claims, decoded.header, options, params)
        claims.validate(int(self._clock().timestamp()), _LEEWAY)
        return claims

    def _known_issuer(self, older_than: float = _FRESH) -> _Issuer:
        """What is known of the issuer, asked anew where it is older than some seconds."""
        with self._lock:
            if self._known is None or time.monotonic() - self._known.at > older_than:
                metadata = _fetched("GET", f"{self._issuer.rstrip('/')}/.well-known/openid-configuration")
                if metadata.get("issuer") != self._issuer:
                    raise ValueError("issuer")
                for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
                    if not is_safe(metadata[name]):
                        raise ValueError(name)
                found: Any = _fetched("GET", metadata["jwks_uri"])  # of any shape: joserfc refuses what are no keys
                self._known = _Issuer(metadata, KeySet.import_key_set(found), time.monotonic())
            return self._known


@contextmanager
def _refusing() -> Iterator[None]:
    """Whatever the provider or its answer has wrong, signing in did not work; the cause is chained, for the log."""
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, JoseError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SignInError(
            say("signing in with the account of your organisation did not work"),
            say("Try again, or sign in another way. The log of the server says what was wrong."),
        ) from error


def _fetched(
    method: str, address: str, data: dict[str, str] | None = None, auth: httpx.Auth | None = None
) -> dict[str, Any]:
    """Return the JSON object that an address answers; no redirect is followed."""
    with (
        httpx.Client(timeout=10, follow_redirects=False) as client,
        client.stream(method, address, data=data, auth=auth, headers={"accept": "application/json"}) as answer,
    ):
        answer.raise_for_status()
        if not answer.is_success:
            raise ValueError("status")
        raw = b""
        for part in answer.iter_bytes():
            raw += part
            if len(raw) > _LARGEST:
                raise ValueError("size")
    said = json.loads(raw)
    if not isinstance(said, dict):
        raise ValueError("object")
    return said


def is_safe(address: str) -> bool:
    """Say whether what an address answers can be trusted: it is HTTPS, or on this machine."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if parts.scheme == "https":
        return bool(host)
    try:
        return parts.scheme == "http" and (host == "localhost" or ipaddress.ip_address(host).is_loopback)
    except ValueError:
        return False
