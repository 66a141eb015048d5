"""Who is enrolled in which second factor, in words."""

from __future__ import annotations

from typing import Final

from tocsin.model.directory import Enrolment
from tocsin.render.words import N_, Words

FACTORS: Final = {
    "sms": N_("code by SMS"),
    "call": N_("telephone call"),
    "code": N_("code of an app"),
    "push": N_("prompt on a telephone"),
    "key": N_("security key"),
    "passkey": N_("passkey"),
    "email": N_("code by e-mail"),
    "other": N_("another second factor"),
}


def factors(one: Enrolment, words: Words) -> str:
    """Return the kinds of second factors of an account; what the export does not tell is said to be unknown."""
    if one.factors:
        named = [words.gettext(FACTORS.get(kind, FACTORS["other"])) for kind in one.factors]
        return ("، " if words.language == "ar" else ", ").join(named)
    if one.second_factor is None:
        return words.gettext("unknown")
    return words.gettext("some second factor") if one.second_factor else words.gettext("no second factor")


def recovery(one: Enrolment, words: Words) -> str:
    """Return which ways back into an account there are."""
    ways = [
        words.gettext(name)
        for there, name in (
            (one.recovery_email, N_("recovery address")),
            (one.recovery_phone, N_("recovery telephone")),
        )
        if there
    ]
    if ways:
        return ("، " if words.language == "ar" else ", ").join(ways)
    return words.gettext("unknown") if None in (one.recovery_email, one.recovery_phone) else words.gettext("none")


def known(value: bool | None, words: Words) -> str:
    """Return yes, no, or that it is unknown."""
    if value is None:
        return words.gettext("unknown")
    return words.gettext("yes") if value else words.gettext("no")
