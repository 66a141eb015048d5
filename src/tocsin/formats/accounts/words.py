"""Words of providers for protocols and second factors, in the vocabulary's words."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tocsin.model.activity import Reason

_FACTORS: Final = (
    (("passkey", "webauthn", "fido", "hello for business", "platform credential", "signed_nonce", "roaming"),
    "passkey"),
    (("security key", "security_key", "u2f", "yubikey", "hardware key", "token:hardware"), "key"),
    (("push", "notification", "phoneappnotification", "google_prompt", "device_prompt", "google prompt"), "push"),
    (("text message", "sms", "idv_preregistered_phone", "onewaysms", "twowaysms"), "sms"),
    (("call", "voice", "twowayvoice"), "call"),
    (
        (
            "oath", "otp", "verification code", "authenticator", "passcode", "code", "software token", "totp", "token",
            "internal_two_factor", "offline_otp",
        ),
        "code",
    ),
    (("password", "previously satisfied", "none", "not_available", "n/a", "single factor"), ""),
)  # fmt: skip
_REASONS: Final = (
    (("declined phishing",), Reason.RISK),
    (("rejected", "denied by user", "user_denied", "deny_push", "declined"), Reason.FACTOR_DENIED),
    (("invalid_credentials", "verification_error", "invalid credentials", "wrong password"), Reason.WRONG_PASSWORD),
    (("unknown_user", "user_not_found", "unknown user", "no matching user"), Reason.NO_ACCOUNT),
    (("locked_out", "locked"), Reason.LOCKED),
    (("suspended", "deactivated", "inactive", "not_active", "user is not"), Reason.STOPPED),
    (("password_expired", "expired"), Reason.EXPIRED),
    (("no response", "timed out", "timeout", "unanswered", "abandoned"), Reason.FACTOR_MISSING),
    (("invalid_passcode", "invalid passcode", "failed mfa", "factor"), Reason.FACTOR_WRONG),
    (("threat", "risk"), Reason.RISK),
    (("policy", "network zone", "blocked", "deny", "access denied", "rate"), Reason.POLICY),
)
"""Parts of what providers write as a reason, which is free text for many; the first that stands in it counts."""
_PROTOCOLS: Final = {
    "browser": "browser",
    "mobile apps and desktop clients": "app",
    "exchange activesync": "activesync",
    "imap": "imap",
    "imap4": "imap",
    "pop": "pop3",
    "pop3": "pop3",
    "smtp": "smtp",
    "authenticated smtp": "smtp",
    "other clients": "basic",
    "other clients; older office clients": "basic",
    "autodiscover": "basic",
    "exchange web services": "basic",
    "exchange online powershell": "basic",
    "mapi over http": "basic",
    "offline address book": "basic",
    "outlook anywhere (rpc over http)": "basic",
    "outlook service": "basic",
    "reporting web services": "basic",
}
"""`clientAppUsed` of Entra's sign-in logs: https://learn.microsoft.com/graph/api/resources/signin"""


@lru_cache(maxsize=1024)
def factor_of(name: str) -> str:
    """Return the vocabulary's word for a second factor; "" where it is none, `other` where it is not known."""
    said = name.lower()
    if not said:
        return ""
    return next((word for marks, word in _FACTORS if any(mark in said for mark in marks)), "other")


@lru_cache(maxsize=1024)
def protocol_of(name: str) -> str:
    """Return the vocabulary's word for what Entra calls the client app; "" where it has none."""
    return _PROTOCOLS.get(name.lower(), "")


def plain_address(text: str) -> str:
    """Return an address without the port that some logs add: `192.0.2.1:443`, `[2001:db8::1]:443`."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text


@lru_cache(maxsize=1024)
def reason_of(text: str) -> Reason:
    """Return what a provider's words for a failure mean; NONE where it says nothing, OTHER where it is not known."""
    said = text.lower()
    if not said:
        return Reason.NONE
    return next((reason for marks, reason in _REASONS if any(mark in said for mark in marks)), Reason.OTHER)
