"""Passkeys by WebAuthn Level 3, checked by py_webauthn. User verification is required: a passkey is both factors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import webauthn
from webauthn.helpers import parse_authentication_credential_json
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from tocsin.model.error import SignInError
from tocsin.model.sentence import say

T = TypeVar("T")
MAX_ANSWER = 64 << 10
"""Characters of what a browser answers."""


class WebauthnPasskeys:
    """A `tocsin.app.ports.Passkeys` for one site: `host` without port, `origin` with scheme and port."""

    def __init__(self, host: str, origin: str, name: str = "Tocsin") -> None:
        self._host, self._origin, self._name = host, origin, name

    def to_register(self, person: str, name: str, challenge: bytes, known: Sequence[bytes]) -> str:
        """Return the options for a new passkey; `known` are the credential ids that the person has already."""
        options = webauthn.generate_registration_options(
            rp_id=self._host,
            rp_name=self._name,
            user_id=person.encode(),
            user_name=name,
            challenge=challenge,
            exclude_credentials=[PublicKeyCredentialDescriptor(id=one) for one in known],
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
            ),
        )
        return webauthn.options_to_json(options)

    def registered(self, answer: str, challenge: bytes) -> tuple[bytes, bytes, int]:
        """Return (credential id, public key, counter) of a new passkey. Raises SignInError for a wrong answer."""
        done = _checked(
            lambda: webauthn.verify_registration_response(
                credential=_short(answer), expected_challenge=challenge, expected_rp_id=self._host,
                expected_origin=self._origin, require_user_verification=True,
            )
        )  # fmt: skip
        return done.credential_id, done.credential_public_key, done.sign_count

    def to_sign_in(self, challenge: bytes) -> str:
        """Return the options for signing in with any passkey of this site."""
        options = webauthn.generate_authentication_options(
            rp_id=self._host, challenge=challenge, user_verification=UserVerificationRequirement.REQUIRED
        )
        return webauthn.options_to_json(options)

    def credential_of(self, answer: str) -> bytes:
        """Return the credential id that an answer names. Raises SignInError."""
        return _checked(lambda: parse_authentication_credential_json(_short(answer)).raw_id)

    def signed_in(self, answer: str, challenge: bytes, key: bytes, counter: int) -> int:
        """Check a signature and return the new counter. Raises SignInError."""
        done = _checked(
            lambda: webauthn.verify_authentication_response(
                credential=_short(answer), expected_challenge=challenge, expected_rp_id=self._host,
                expected_origin=self._origin, credential_public_key=key, credential_current_sign_count=counter,
                require_user_verification=True,
            )
        )  # fmt: skip
        return done.new_sign_count


def _short(answer: str) -> str:
    if len(answer) > MAX_ANSWER:
        raise ValueError(len(answer))
    return answer


def _checked(check: Callable[[], T]) -> T:
    try:
        return check()
    except Exception as error:
        raise SignInError(say("the passkey was not accepted"), say("Try again, or sign in another way.")) from error
