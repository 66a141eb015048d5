"""Domains that are nothing but the words of a sign-in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tocsin.common.hosts import public_suffix, tenant

# Words of sign-in pages; a label made of such words, and of the wider ones beside them, names no company.
_CORE: Final = (
    "login signin signon logon verify verification verified confirm confirmation password passwort authenticate unlock "
    "recovery webmail mailbox account accounts konto compte cuenta conta suspended validate validation identity"
).split()
_BESIDE: Final = (
    "secure security safe safety alert alerts notice notification notifications update updates check center centre "
    "support help helpdesk desk service services team admin administrator portal access online mail email id user "
    "users client customer web my your the system server info now protect protection review required billing"
).split()
_LABEL: Final = re.compile(rf"(?:(?:{'|'.join(sorted(_CORE + _BESIDE, key=len, reverse=True))})[-_]?){{2,6}}\d{{0,6}}")
_CORE_WORD: Final = re.compile("|".join(_CORE))


@lru_cache(maxsize=16_384)
def lure_label(host: str) -> str:
    """Return the label that the holder of the host chose, if it is two or more words of a sign-in alone, or ""."""
    own = tenant(host)
    label = own.removesuffix(public_suffix(own)).partition(".")[0]
    alone = label in _CORE
    return label if not alone and _CORE_WORD.search(label) and _LABEL.fullmatch(label) else ""
