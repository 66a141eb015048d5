"""Facts about a message that several checks ask for, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar, cast

from tocsin.identify.mail import Mail

T = TypeVar("T")
_ABSENT: Final = object()


def once_a_mail(function: Callable[[Mail], T]) -> Callable[[Mail], T]:
    """Keep the function's answer for as long as the mail lives."""

    @wraps(function)
    def remembered(mail: Mail) -> T:
        known = mail.remembered.get(function, _ABSENT)
        if known is _ABSENT:
            known = mail.remembered[function] = function(mail)
        return cast("T", known)

    return remembered
