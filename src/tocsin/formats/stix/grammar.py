"""Patterns of STIX 2.1, from text to tree (section 9; the grammar is that of the standard's appendix).

Beyond it, what producers write and what can mean only one thing is read too: `hashes.SHA-256` without quotes, and a
backslash in a constant before anything else than a quote or a backslash, which then stands for itself.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from datetime import datetime
from typing import Final, NamedTuple, TypeVar

from tocsin.formats.stix.parts import TIME
from tocsin.formats.stix.pattern import (
    All,
    Between,
    Both,
    Comparison,
    Constant,
    Either,
    OneOf,
    Operator,
    Path,
    Pattern,
    PatternError,
    Repeats,
    Seen,
    Step,
    Test,
    Then,
    Within,
)

LONGEST: Final = 100_000
"""Characters of a pattern."""
DEEPEST: Final = 50
"""Brackets within one another; observations that are asked for together."""
_MOST_TIMES: Final = 100
_DIGITS: Final = 40
_MOST_QUALIFIERS: Final = 5
_TOKEN: Final = re.compile(
    r"""(?P<space>(?:\s++|/\*[\s\S]*?\*/|//[^\n]*+)++)
    |(?P<typed>[thb]'[^'\\]*+')
    |(?P<text>'(?:[^'\\]|\\[\s\S])*+')
    |(?P<word>[A-Za-z_][A-Za-z0-9_-]*+)
    |(?P<number>[+-]?(?:[0-9]++(?:\.[0-9]++)?|\.[0-9]++))
    |(?P<mark><=|>=|==|!=|<>|[\[\]().:,=<>*])""",
    re.VERBOSE,
)
_OPERATORS: Final = {
    "=": Operator.EQUAL, "==": Operator.EQUAL, "!=": Operator.UNEQUAL, "<>": Operator.UNEQUAL, ">": Operator.MORE,
    "<": Operator.LESS, ">=": Operator.LEAST, "<=": Operator.MOST, "IN": Operator.IN, "LIKE": Operator.LIKE,
    "MATCHES": Operator.MATCHES, "ISSUBSET": Operator.SUBSET, "ISSUPERSET": Operator.SUPERSET,
}  # fmt: skip
_OF_TEXT: Final = (Operator.LIKE, Operator.MATCHES, Operator.SUBSET, Operator.SUPERSET)
_ORDERED: Final = (Operator.MORE, Operator.LESS, Operator.LEAST, Operator.MOST)
_TIME: Final = re.compile(TIME)
_T = TypeVar("_T")


class _Token(NamedTuple):
    kind: str
    text: str
    place: int


def parse_pattern(text: str) -> Pattern:
    """Return what a pattern says. Raises PatternError, with the place, for what is none or is too large."""
    if len(text) > LONGEST:
        raise PatternError(LONGEST, "the end")
    parser = _Parser(_tokens(text))
    found = parser.pattern()
    parser.take("end")
    return found


def _tokens(text: str) -> list[_Token]:
    found = []
    place = 0
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None:
            raise PatternError(place, "a word, a constant or a sign")
        if token.lastgroup != "space":
            found.append(_Token(str(token.lastgroup), token[0], place))
        place = token.end()
    return [*found, _Token("end", "", len(text))]


class _Parser:
    """A recursive descent: a method for each rule of the grammar."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    @property
    def now(self) -> _Token:
        return self.tokens[self.at]

    def take(self, kind: str, text: str = "") -> _Token:
        """Return the token that stands here and go on; it has to be of a kind and, if given, read so."""
        token = self.now
        if token.kind != kind or (text and token.text != text):
            raise PatternError(token.place, text or kind)
        self.at += 1
        return token

    def has(self, *texts: str) -> bool:
        """Say whether one of some signs or words stands here."""
        return self.now.kind in ("mark", "word") and self.now.text in texts

    def skip(self, text: str) -> bool:
        """Go on if a sign or word stands here; say whether it did."""
        found = self.has(text)
        self.at += found
        return found

    def chain(self, word: str, part: Callable[[], _T], most: int = LONGEST) -> tuple[_T, ...]:
        """Return parts with a word between them."""
        found = [part()]
        while self.skip(word):
            if len(found) == most:
                raise PatternError(self.now.place, f"at most {most} observations")
            found.append(part())
        return tuple(found)

    def within_brackets(self, inner: Callable[[], _T], end: str) -> _T:
        """Return what stands between the bracket here and its end."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise PatternError(self.now.place, f"at most {DEEPEST} brackets within one another")
        self.at += 1
        found = inner()
        self.take("mark", end)
        self.depth -= 1
        return found

    def pattern(self) -> Pattern:
        parts = self.chain("FOLLOWEDBY", self.one_of, DEEPEST)
        return parts[0] if len(parts) == 1 else Then(parts)

    def one_of(self) -> Pattern:
        parts = self.chain("OR", self.all_of)
        return parts[0] if len(parts) == 1 else OneOf(parts)

    def all_of(self) -> Pattern:
        parts = self.chain("AND", self.qualified, DEEPEST)
        return parts[0] if len(parts) == 1 else All(parts)

    def qualified(self) -> Pattern:
        found: Pattern
        if self.has("("):
            found = self.within_brackets(self.pattern, ")")
        elif self.has("["):
            found = Seen(self.within_brackets(self.either, "]"))
        else:
            raise PatternError(self.now.place, "[")
        qualifiers = 0
        while self.has("WITHIN", "REPEATS", "START"):
            qualifiers += 1
            if qualifiers > _MOST_QUALIFIERS:
                raise PatternError(self.now.place, f"at most {_MOST_QUALIFIERS} qualifiers of one another")
            found = self.qualifier(found)
        return found

    def qualifier(self, inner: Pattern) -> Pattern:
        if self.skip("WITHIN"):
            seconds = self.take("number")
            if float(seconds.text) <= 0:
                raise PatternError(seconds.place, "a number above 0")
            self.take("word", "SECONDS")
            return Within(inner, float(seconds.text))
        if self.skip("REPEATS"):
            times = self.take("number")
            if not times.text.isdigit() or len(times.text) > 9 or not 1 <= int(times.text) <= _MOST_TIMES:
                raise PatternError(times.place, f"a whole number from 1 to {_MOST_TIMES}")
            self.take("word", "TIMES")
            return Repeats(inner, int(times.text))
        self.take("word", "START")
        start = self.time()
        self.take("word", "STOP")
        stop = self.now
        until = self.time()
        if until <= start:
            raise PatternError(stop.place, "a time after the start")
        return Between(inner, start, until)

    def either(self) -> Test:
        parts = self.chain("OR", self.both)
        return parts[0] if len(parts) == 1 else Either(parts)

    def both(self) -> Test:
        parts = self.chain("AND", self.test)
        return parts[0] if len(parts) == 1 else Both(parts)

    def test(self) -> Test:
        if self.has("("):
            return self.within_brackets(self.either, ")")
        if self.has("EXISTS"):
            self.at += 1
            return Comparison(self.path(), Operator.EXISTS)
        path = self.path()
        negated = self.skip("NOT")
        operator = _OPERATORS.get(self.now.text) if self.now.kind in ("mark", "word") else None
        if operator is None:
            raise PatternError(self.now.place, "an operator")
        self.at += 1
        return Comparison(path, operator, self.constants(operator), negated)

    def constants(self, operator: Operator) -> tuple[Constant, ...]:
        if operator is Operator.IN:
            if not self.has("("):
                raise PatternError(self.now.place, "(")
            return self.within_brackets(self.members, ")")
        at = self.now
        found = self.constant()
        if operator in _OF_TEXT and not isinstance(found, str):
            raise PatternError(at.place, "a text")
        if operator in _ORDERED and isinstance(found, bool):
            raise PatternError(at.place, "what has an order")
        return (found,)

    def members(self) -> tuple[Constant, ...]:
        return () if self.has(")") else self.chain(",", self.constant)

    def path(self) -> Path:
        kind = self.take("word").text
        self.take("mark", ":")
        steps: list[Step] = [self.name()]
        while self.has(".", "["):
            if self.skip("."):
                steps.append(self.name())
                continue
            self.take("mark", "[")
            steps.append(None if self.skip("*") else self.index())
            self.take("mark", "]")
        return Path(kind, tuple(steps))

    def name(self) -> str:
        return _unquoted(self.take("text").text) if self.now.kind == "text" else self.take("word").text

    def index(self) -> int:
        number = self.take("number")
        if not number.text.lstrip("+-").isdigit() or len(number.text) > 9:
            raise PatternError(number.place, "a whole number")
        return int(number.text)

    def constant(self) -> Constant:
        token = self.now
        if token.kind == "text":
            self.at += 1
            return _unquoted(token.text)
        if token.kind == "number":
            self.at += 1
            if len(token.text) > _DIGITS:
                raise PatternError(token.place, f"a number of at most {_DIGITS} digits")
            return float(token.text) if "." in token.text else int(token.text)
        if token.kind == "typed":
            return self.time() if token.text.startswith("t") else self.octets()
        if token.text in ("true", "false"):
            self.at += 1
            return token.text == "true"
        raise PatternError(token.place, "a constant")

    def time(self) -> datetime:
        token = self.take("typed")
        if not token.text.startswith("t") or not _TIME.match(token.text[2:-1]):
            raise PatternError(token.place, "a time in UTC")
        return datetime.fromisoformat(token.text[2:-1])

    def octets(self) -> bytes:
        token = self.take("typed")
        try:
            written = token.text[2:-1]
            return bytes.fromhex(written) if token.text.startswith("h") else b64decode(written, validate=True)
        except ValueError as error:
            raise PatternError(token.place, "bytes in hexadecimal or Base64") from error


def _unquoted(text: str) -> str:
    return re.sub(r"\\([\\'])", r"\1", text[1:-1])
