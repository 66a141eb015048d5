"""Requests to other organisations' servers: with a token, to that server only, bounded, sent again where it asks so."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urlsplit

import httpx
import msgspec

from tocsin.model.error import InputError
from tocsin.model.sentence import say

_TRIES: Final = 6
FIRST_WAIT, LONGEST_WAIT = 1.0, 120.0
"""Seconds before a request is sent again."""


class Answer(msgspec.Struct):
    """What a server answered."""

    status: int
    headers: Any
    body: bytes


class Caller:
    """A server. Redirects are not followed and proxies of the environment not used: a token is meant for one server."""

    def __init__(
        self, url: str, head: dict[str, str], sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:  # fmt: skip
        self.url = url
        self._sleep, self._now = sleep, now
        self._client = httpx.Client(headers=head, timeout=60, follow_redirects=False, trust_env=False)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def ask(
        self, method: str, url: str, query: dict[str, Any] | None, body: bytes, head: dict[str, str], most: int
    ) -> Answer:
        """Send a request, again after a while where the server asks for that, and return the last answer.

        Raises InputError for a server that cannot be reached, or an answer of more than `most` bytes.
        """
        wait = FIRST_WAIT
        for left in range(_TRIES, 0, -1):
            try:
                answer = self._once(method, url, query, body, head, most)
            except httpx.InvalidURL as error:
                raise self.failed(type(error).__name__) from error
            except httpx.HTTPError as error:
                if left == 1 or not isinstance(error, httpx.TransportError):
                    raise self.failed(type(error).__name__) from error
                answer = Answer(503, httpx.Headers(), b"")
            if answer.status not in (429, 502, 503, 504) or left == 1:
                break
            self._sleep(self._wait(answer, wait))
            wait = min(wait * 2, LONGEST_WAIT)
        return answer

    def _once(
        self, method: str, url: str, query: dict[str, Any] | None, body: bytes, head: dict[str, str], most: int
    ) -> Answer:
        with self._client.stream(method, url, params=query or None, content=body or None, headers=head) as answer:
            raw = bytearray()
            for part in answer.iter_bytes(1 << 16):
                raw += part
                if len(raw) > most:
                    raise InputError(
                        say("the answer of %(url)s is larger than %(size)s MB", url=self.url, size=most >> 20),
                        say("Its pages cannot be read here."),
                    )
            return Answer(answer.status_code, answer.headers, bytes(raw))

    def _wait(self, answer: Answer, otherwise: float) -> float:
        """Return how long the server asks to wait (RFC 9110, section 10.2.3), within bounds; else as long as given."""
        said = answer.headers.get("retry-after", "").strip()
        if said.isascii() and said.isdigit():
            return min(float(said[:9]), LONGEST_WAIT)
        try:
            until = (parsedate_to_datetime(said) - self._now()).total_seconds()
        except (TypeError, ValueError):
            return otherwise
        return min(max(until, 0.0), LONGEST_WAIT)

    def failed(self, cause: str) -> InputError:
        """Return the error of a server that answers with none of what was asked for."""
        return InputError(
            say("%(url)s cannot be worked with: %(cause)s", url=self.url, cause=cause),
            say("What was read before is kept, and the next time goes on from there."),
        )


def checked(url: str) -> str:
    """Return an address, ending in a slash. Raises InputError for one to which no token may go."""
    try:
        parts = urlsplit(url)
        is_one = parts.port != 0 and bool(parts.hostname) and url.isprintable() and " " not in url
    except ValueError:
        is_one = False
    if not is_one or "@" in parts.netloc or parts.scheme not in ("https", "http") or parts.query or parts.fragment:
        told = url.rpartition("@")[2]  # what stands before may be a secret
        raise InputError(
            say('"%(origin)s" is no address of a server', origin=told), say("Write it as https://taxii.example/...")
        )
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise InputError(say("the token would go over the network unprotected"), say("Give an address with https."))
    return slashed(url)


def slashed(url: str) -> str:
    """Return an address, ending in a slash."""
    return url if url.endswith("/") else f"{url}/"
