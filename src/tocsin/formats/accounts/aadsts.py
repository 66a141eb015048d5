"""Microsoft Entra's error codes (AADSTS), as sign-in logs and the unified audit log carry them.

Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes. Whether the password was right follows
from where in a sign-in the code is given: whoever is asked for a second factor, or stopped by Conditional Access, has
given the first. Where the documents do not say, it is unknown.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from tocsin.model.activity import Reason, Status


class Ending(Struct, frozen=True):
    """How a sign-in ended."""

    status: Status
    reason: Reason = Reason.NONE
    password_right: bool | None = None


FACTOR_FAILED: Final = 500121
"""The second factor failed; only the details say how."""
SUCCESS: Final = Ending(Status.SUCCESS)
"""Without a word on the password: it may have been a token, a certificate or a session."""
_INTERRUPTED: Final = Ending(Status.UNKNOWN)
_OTHER: Final = Ending(Status.FAILURE, Reason.OTHER)


def _codes(codes: str, reason: Reason, right: bool | None = None) -> dict[int, Ending]:
    ending = Ending(Status.FAILURE, reason, right)
    return {int(code): ending for code in codes.split()}


_ENDINGS: Final[dict[int, Ending]] = {
    0: SUCCESS,
    # Pages and questions in the middle of a sign-in that goes on: neither success nor failure.
    **dict.fromkeys((16000, 16001, 50058, 50097, 50127, 50140, 50199, 65004, 70016, 9002341), _INTERRUPTED),
    **_codes("50126 50056 50064 7000215 7000216 7000218", Reason.WRONG_PASSWORD, False),
    **_codes("50034 51004 50059 50020 90072 16003", Reason.NO_ACCOUNT),
    **_codes("50053", Reason.LOCKED),
    **_codes("50057 7000112 500014 135011", Reason.STOPPED),
    **_codes("50055 50144", Reason.EXPIRED, True),
    **_codes("50132 50133 50173 50089 70008 70019 70043 70044 700082 700084 7000222 500133 50078", Reason.EXPIRED),
    **_codes("50072 50074 50076 50079 50158 50203", Reason.FACTOR_MISSING, True),
    **_codes("500121", Reason.FACTOR_MISSING, True),
    **_codes("53000 53001 53002 53003 53005 53009 53010 530021 530032 530034 50105 50131 50129", Reason.POLICY, True),
    **_codes("50128 50155 50012 530003 530004 80012 90094 90095 65001 54000", Reason.POLICY),
    **_codes("53004 53011 50142", Reason.RISK, True),
    **_codes("530035 50196", Reason.POLICY),
}
_FACTOR_WORDS: Final = (
    (("did not respond", "timed out", "time out", "timeout", "no response", "not answer"), Reason.FACTOR_MISSING),
    (("declined", "fraud", "not me"), Reason.FACTOR_DENIED),
    (("incorrect", "invalid", "wrong", "duplicate"), Reason.FACTOR_WRONG),
    (("blocked",), Reason.LOCKED),
    (("denied",), Reason.FACTOR_DENIED),
)
"""Words of `status.additionalDetails` and of a step's result for code 500121, and what they mean; the first counts."""
ERROR_NAMES: Final = {
    "invalidusernameorpassword": 50126, "invalidpasswordexpiredpassword": 50055, "idslocked": 50053,
    "useraccountnotfound": 50034, "userdisabled": 50057, "userstrongauthclientauthnrequired": 50074,
    "userstrongauthclientauthnrequiredinterrupt": 50074, "userstrongauthenrollmentrequired": 50072,
    "userstrongauthenrollmentrequiredinterrupt": 50072, "blockedbyconditionalaccess": 53003,
    "devicenotcompliant": 53000, "devicenotdomainjoined": 53001, "authenticationfailedsasl": 500121,
    "flowtokenexpired": 50089, "externalsecuritychallenge": 50158, "ssoartifactinvalidorexpired": 50132,
    "usernotinadirectory": 51004, "entitlementgrantsnotfound": 50105, "delegationdoesnotexist": 65001,
    "proofupblockedduetorisk": 53004, "proofuprequired": 50203, "strongauthenticationrequired": 50076,
}  # fmt: skip
"""Names of the same codes, folded, as `LogonError` of the unified audit log has them."""


def ending_of(code: int, details: str = "") -> Ending:
    """Return how a sign-in with this code ended; `details` tells more of a failed second factor."""
    found = _ENDINGS.get(code, _OTHER)
    if code == FACTOR_FAILED and details:
        said = details.lower()
        for words, reason in _FACTOR_WORDS:
            if any(word in said for word in words):
                return Ending(Status.FAILURE, reason, True)
    return found


def is_known(code: int) -> bool:
    """Say whether the code's meaning is known here."""
    return code in _ENDINGS
