"""Microsoft Entra: the report of registered authentication methods, as JSON of Graph or as the portal's CSV.

Fields and names of methods: https://learn.microsoft.com/graph/api/resources/userregistrationdetails.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from tocsin.formats.accounts.shape import UNKNOWN_VALUE, Reading, Shape
from tocsin.model.directory import Enrolment

NAME: Final = "entra"
_KINDS: Final = {
    "mobilephone": "sms", "alternatemobilephone": "call", "officephone": "call", "email": "email",
    "microsoftauthenticatorpush": "push", "microsoftauthenticatorpasswordless": "push", "softwareonetimepasscode": "code",
    "hardwareonetimepasscode": "code", "temporaryaccesspass": "other", "windowshelloforbusiness": "passkey",
    "fido2securitykey": "passkey", "fido2": "passkey", "passkeydevicebound": "passkey", "securityquestion": "other",
    "passkeydeviceboundauthenticator": "passkey", "passkeydeviceboundwindowshello": "passkey", "macossecureenclavekey": "passkey",
    "passkeysynced": "passkey", "hardwareoathtoken": "code", "certificatebasedauthentication": "other", "apppassword": "other",
}  # fmt: skip
_NO_SECOND: Final = ("apppassword", "securityquestion", "email")
"""Methods that only reset a password, or go round the second factor."""


class Registration(Struct, frozen=True, rename="camel"):
    """How a person is registered."""

    user_principal_name: str
    is_mfa_registered: bool | None
    methods_registered: tuple[str, ...] | str | None
    user_display_name: str | None = None
    is_admin: bool | None = None


def _registration(one: Registration, reading: Reading) -> list[Enrolment]:
    listed = one.methods_registered
    methods = (
        [word.strip() for word in listed.strip("[]").replace('"', "").split(",")] if isinstance(listed, str) else listed
    )
    names = [name.lower().replace(" ", "") for name in methods or () if name]
    for name in names:
        if name not in _KINDS:
            reading.wrong("methodsRegistered[]", UNKNOWN_VALUE, name)
    factors = {_KINDS.get(name, "other") for name in names if name not in _NO_SECOND}
    return [
        Enrolment(
            person=one.user_principal_name.lower(),
            provider=NAME,
            name=one.user_display_name or "",
            second_factor=one.is_mfa_registered,
            factors=tuple(sorted(factors)),
            passkey=None if listed is None else "passkey" in factors,
            recovery_email=None if listed is None else "email" in names,
            recovery_phone=None if listed is None else any(name.endswith("phone") for name in names),
            admin=one.is_admin,
        )
    ]


SHAPES: Final = (
    Shape(Registration, ("userPrincipalName", "isMfaRegistered"), _registration, "userRegistrationDetails"),
)
