"""Does a value hold what a pattern of STIX 2.1 asks of it (section 9.6)? In time that grows with its length alone.

Case and spelling do not count where they mean nothing: in host names, addresses of mail, digests, and the part of a
URL before its path. Addresses of IP are compared as numbers, and one that lies in a range that is asked for is held to
equal it: that is what producers mean by `ipv4-addr:value = '192.0.2.0/24'`, which could never be met otherwise. All
else is compared as it is written.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from tocsin.common.hosts import to_ascii
from tocsin.formats.stix.parts import TIME
from tocsin.formats.stix.pattern import Comparison, Constant, Operator
from tocsin.model.error import InputError
from tocsin.model.sentence import Sentence, say

LONGEST_REGEX: Final = 1_000
LONGEST_VALUE: Final = 100_000
"""Characters of a value in which an expression, or a text with gaps, is looked for."""
_TIME: Final = re.compile(TIME)
_BEFORE_PATH: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*+://[^/?#]*+")


class UndecidedError(InputError):
    """A pattern asks for what cannot be answered here."""

    def __init__(self, problem: Sentence, expression: str = "") -> None:
        super().__init__(problem, say("Look for what it means by hand, or ask for a simpler one."))
        self.expression = expression
        """The regular expression at fault, if one is."""


def holds(comparison: Comparison, kind: str, name: str, value: Any) -> bool:
    """Say whether the value of a property of an object of a type is what is asked for."""
    if comparison.operator is Operator.EXISTS:
        return True
    fold = _folding(kind, name)
    return _asked(comparison, fold(value) if isinstance(value, str) else value, fold) != comparison.negated


def folded(kind: str, name: str, value: str) -> str:
    """Return a value of a property as it is compared."""
    return _folding(kind, name)(value)


def is_range(kind: str, value: str) -> bool:
    """Say whether a value, as it is compared, stands for several addresses."""
    return _folding(kind, "value") is _ip and "/" in value


def cost(comparison: Comparison, value: Any) -> int:
    """Return what a comparison takes, where a plain one takes 1: some microseconds, as measured."""
    if comparison.operator not in (Operator.LIKE, Operator.MATCHES) or not isinstance(value, str):
        return 1
    large = sum(str(constant).count(sign) for constant in comparison.constants for sign in ("{", "\\p", "\\P"))
    return 20 + 300 * large + len(value) // 10


def can_be_looked_for(expression: str) -> bool:
    """Say whether an expression can be looked for."""
    try:
        _found(expression, "")
    except UndecidedError:
        return False
    return True


def _asked(comparison: Comparison, value: Any, fold: Callable[[str], str]) -> bool:
    first = comparison.constants[0] if comparison.constants else None
    match comparison.operator:
        case Operator.IN:
            return any(_equal(value, constant, fold) for constant in comparison.constants)
        case Operator.EQUAL:
            return _equal(value, first, fold)
        case Operator.UNEQUAL:
            return not _equal(value, first, fold)
        case Operator.LIKE if isinstance(value, str) and isinstance(first, str):
            return _like(_short(unicodedata.normalize("NFC", value)), unicodedata.normalize("NFC", fold(first)))
        case Operator.MATCHES if isinstance(value, str) and isinstance(first, str):
            return _found(first, _short(unicodedata.normalize("NFC", value)))
        case Operator.SUBSET if isinstance(first, str):
            return _within(value, first)
        case Operator.SUPERSET if isinstance(value, str):
            return _within(first, value)
        case Operator.MORE | Operator.LESS | Operator.LEAST | Operator.MOST:
            return _ordered(comparison.operator, value, first, fold)
    return False


def _equal(value: Any, constant: Constant | None, fold: Callable[[str], str]) -> bool:
    if isinstance(constant, str):
        wanted = fold(constant)
        return isinstance(value, str) and (
            value == wanted or (fold is _ip and "/" in wanted and _within(value, wanted))
        )
    if isinstance(constant, bool) or isinstance(value, bool):
        return value is constant
    if isinstance(constant, (datetime, bytes)):
        return isinstance(value, str) and _as(constant, value) == constant
    return isinstance(value, (int, float)) and value == constant


def _ordered(operator: Operator, value: Any, constant: Constant | None, fold: Callable[[str], str]) -> bool:
    if isinstance(constant, str):
        constant = fold(constant)
    if isinstance(value, str) and isinstance(constant, (datetime, bytes)):
        value = _as(constant, value)
    both = (value, constant)
    numbers = all(isinstance(one, (int, float)) and not isinstance(one, bool) for one in both)
    if not numbers and (type(value) is not type(constant) or not isinstance(value, (str, datetime, bytes))):
        return False
    more, equal = bool(value > constant), bool(value == constant)
    return {
        Operator.MORE: more,
        Operator.LESS: not more and not equal,
        Operator.LEAST: more or equal,
        Operator.MOST: not more,
    }[operator]


def _as(constant: datetime | bytes, value: str) -> datetime | bytes | None:
    """The value, as what the constant is."""
    if isinstance(constant, datetime):
        return datetime.fromisoformat(value) if _TIME.match(value) else None
    for read in (bytes.fromhex, lambda text: base64.b64decode(text, validate=True)):
        try:
            if (found := read(value)) == constant:
                return found
        except (ValueError, binascii.Error):
            continue
    return None


def _short(value: str) -> str:
    if len(value) > LONGEST_VALUE:
        raise UndecidedError(
            say("this pattern looks into a text of more than %(count)s characters", count=LONGEST_VALUE)
        )
    return value


def _like(value: str, wanted: str) -> bool:
    """`%` stands for any characters, `_` for one."""
    pieces = re.split("([%_])", wanted)
    if wanted.isascii() and any(piece not in _GAPS and piece not in value for piece in pieces):
        return False  # of many patterns few have all their words in a text: these alone are worth an expression
    return _found(f"\\A{''.join(_GAPS.get(piece) or re.escape(piece) for piece in pieces)}\\z", value)


_GAPS: Final = {"%": ".*", "_": "."}


def _found(expression: str, value: str) -> bool:
    """Look for a regular expression by RE2, which takes time and memory in proportion and knows no look-around."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if len(expression) > LONGEST_REGEX:
        raise _no_expression(expression)
    try:
        text = pa.array([value.encode("utf-8", "replace").decode()])
        found: bool = pc.match_substring_regex(text, pattern=f"(?s){expression}")[0].as_py()
        return found
    except (pa.ArrowInvalid, UnicodeError) as error:
        raise _no_expression(expression) from error


def _no_expression(expression: str) -> UndecidedError:
    cut = expression[:100]
    return UndecidedError(say("this expression cannot be looked for: %(expression)s", expression=cut), cut)


def _within(value: Any, other: Any) -> bool:
    """Whether all addresses of a range are in another one."""
    try:
        inner, outer = (ipaddress.ip_network(one, strict=False) for one in (value, other))
    except (ValueError, TypeError):
        return False
    if isinstance(inner, ipaddress.IPv4Network) and isinstance(outer, ipaddress.IPv4Network):
        return inner.subnet_of(outer)
    if isinstance(inner, ipaddress.IPv6Network) and isinstance(outer, ipaddress.IPv6Network):
        return inner.subnet_of(outer)
    return False


def _host(value: str) -> str:
    return to_ascii(value.rstrip(".")).lower()


def _url(value: str) -> str:
    before = _BEFORE_PATH.match(value)
    if before is None:
        return value
    return before[0].lower() + (value[before.end() :] or "/")


@lru_cache(maxsize=10_000)
def _ip(value: str) -> str:
    try:
        return str(ipaddress.ip_network(value, strict=False)).removesuffix("/32").removesuffix("/128")
    except ValueError:
        return value


def _mail(value: str) -> str:
    local, at, host = value.rpartition("@")
    return f"{local.lower()}@{_host(host)}" if at else value.lower()


_FOLDS: Final[dict[tuple[str, str], Callable[[str], str]]] = {
    ("domain-name", "value"): _host,
    ("email-addr", "value"): _mail,
    ("ipv4-addr", "value"): _ip,
    ("ipv6-addr", "value"): _ip,
    ("mac-addr", "value"): str.lower,
    ("url", "value"): _url,
}


def _folding(kind: str, name: str) -> Callable[[str], str]:
    return str.lower if name == "hashes" else _FOLDS.get((kind, name), str)
