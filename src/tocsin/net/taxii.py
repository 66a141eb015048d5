"""A collection of another TAXII 2.1 server, read and filled over HTTP; also of such as do not keep to the standard.

What others were found to do, and what is done about it: a server that loses objects when it is paged by `added_after`
is paged by `next` where it gives one, and read again from a little before the end of the last time; one that says
`more` and gives no `next` is paged by `added_after`, by larger pages where that leads nowhere, and is named where that
leads nowhere either; one that answers 500 to `next` without `limit`, or to `limit=0`, is never asked so. Nothing is
followed elsewhere, and every answer is bounded.
"""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import quote, urljoin, urlsplit

import msgspec

from tocsin.formats.stix import canonical
from tocsin.model.error import InputError
from tocsin.model.exchange import Fetched, Offer, Outcome, Sent
from tocsin.model.sentence import say
from tocsin.net.calling import FIRST_WAIT, LONGEST_WAIT, Answer, Caller, checked, slashed

KIND: Final = "application/taxii+json;version=2.1"
LIMIT: Final = 1_000
_LARGEST_LIMIT: Final = 16_000
"""Objects that are asked for at once, where fewer lead nowhere."""
LARGEST: Final = 64 << 20
"""Bytes of an answer."""
_LONGEST_URL: Final = 2_000
_MOST_PAGES: Final = 20_000
OVERLAP: Final = timedelta(minutes=10)
"""What was added so long before the end of the last time is asked for again: a server may let things appear late."""
_POLLS: Final = 10
"""Times that the status of what was sent is asked for."""
_MOST_BYTES: Final = 4 << 20
"""Bytes that are sent at once, unless the server says less."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class _Envelope(msgspec.Struct):
    objects: list[msgspec.Raw] = []
    more: bool = False
    next: str | None = None


class _Entry(msgspec.Struct):
    id: str = ""
    version: str = ""
    message: str = ""


class _Status(msgspec.Struct):
    id: str = ""
    status: str = "complete"
    success_count: int = 0
    failure_count: int = 0
    pending_count: int = 0
    failures: list[_Entry] = []


class TaxiiServer:
    """A `tocsin.app.ports.Remote`: the collection at an address, or for `offers` a server.

    `user` empty: the token is a bearer token, else the password of HTTP Basic.
    """

    def __init__(
        self, url: str, token: str, user: str = "", sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:  # fmt: skip
        self.url = checked(url)
        self._sleep = sleep
        basic = base64.b64encode(f"{user}:{token}".encode()).decode()
        head = {"accept": KIND, "authorization": f"Basic {basic}" if user else f"Bearer {token}"}
        self._caller = Caller(self.url, head, sleep, now)

    def close(self) -> None:
        """Close the connections."""
        self._caller.close()

    def pages(self, after: int) -> Iterator[Fetched]:
        """Yield what was added later, and a little before. The same object may come again."""
        reading = _Reading(after)
        for _ in range(_MOST_PAGES):
            answer = self._get(f"{self.url}objects/", reading.query())
            page = _decoded(answer, _Envelope)
            yield Fetched(tuple(bytes(one) for one in page.objects), reading.took(page, answer))
            if not page.more:
                return
        raise InputError(say("%(url)s does not come to an end", url=self.url), say("Read it again to go on."))

    def send(self, bodies: Sequence[bytes]) -> Sent:
        """Add objects, in requests that the server takes, and return what became of them."""
        most = self._most()
        added, pending, more, refused = 0, 0, 0, list[Outcome]()
        for part in _envelopes(bodies, most):
            status = self._settled(_decoded(self._request("POST", f"{self.url}objects/", body=part), _Status))
            added += max(status.success_count, 0)
            pending += max(status.pending_count, 0)
            named = [Outcome(one.id[:300], "", one.message[:300] or "refused") for one in status.failures]
            more += max(status.failure_count - len(named), 0)
            refused += named
        return Sent(added, tuple(refused), pending, more)

    def offers(self) -> Iterator[Offer]:
        """Yield the collections of all API roots of a server, or of the one at this address."""
        found = _mapping(self._get(self.url, {}))
        roots = _list(found.get("api_roots"))
        for root in filter(None, (_within(self.url, str(one)) for one in roots)) if roots else (self.url,):
            address = slashed(root)
            for one in _list(_mapping(self._get(f"{address}collections/", {})).get("collections")):
                if isinstance(one, dict) and isinstance(one.get("id"), str):
                    url, title = f"{address}collections/{one['id']}/", str(one.get("title", ""))
                    yield Offer(url, title, bool(one.get("can_read")), bool(one.get("can_write")))

    def _most(self) -> int:
        """How many bytes the API root takes at once."""
        root = self.url.rpartition("collections/")[0]
        try:
            said = _mapping(self._get(root, {})).get("max_content_length") if root else None
        except InputError:
            said = None
        return min(said, _MOST_BYTES) if isinstance(said, int) and said > 0 else _MOST_BYTES

    def _settled(self, status: _Status) -> _Status:
        """Ask again for a while where the server has not yet taken all."""
        root = self.url.rpartition("collections/")[0]
        wait = FIRST_WAIT
        for _ in range(_POLLS if status.id else 0):
            if status.status == "complete":
                break
            self._sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)
            status = _decoded(
                self._get(f"{root}status/{quote(status.id[:300], safe='').replace('.', '%2E')}/", {}), _Status
            )
        return status

    def _get(self, url: str, query: dict[str, Any]) -> Answer:
        return self._request("GET", url, query)

    def _request(self, method: str, url: str, query: dict[str, Any] | None = None, body: bytes = b"") -> Answer:
        answer = self._caller.ask(method, url, query, body, {"content-type": KIND} if body else {}, LARGEST)
        if answer.status >= 300:
            raise self._caller.failed(f"HTTP {answer.status}")
        return answer


class _Reading:
    """How far a collection was read, and how it is asked for more."""

    def __init__(self, after: int) -> None:
        self._last: int | None = after if after >= 0 else None
        self._asked: dict[str, Any] = {}
        self._limit = LIMIT
        self._seen: set[bytes] = set()
        self._at_last: set[bytes] = set()
        self._next: str | None = None
        overlap = OVERLAP // timedelta(microseconds=1)
        self._from = None if after < 0 else max(after - overlap, 0)

    def query(self) -> dict[str, Any]:
        """Return what to ask."""
        found: dict[str, Any] = {"limit": self._limit, "match[version]": "all"}
        if self._from is not None:
            found["added_after"] = _time(self._from)
        return found | ({"next": self._next} if self._next else {})

    def took(self, page: _Envelope, answer: Answer) -> int | None:
        """Note a page, and return when its last object was added. Raises InputError where there is no way on."""
        last = _microseconds(answer.headers.get("x-taxii-date-added-last", ""))
        mark = hashlib.sha256(b"\0".join(bytes(one) for one in page.objects)).digest()
        is_known = mark in self._seen
        self._seen.add(mark)
        if last is not None:
            self._last = max(last, self._last or 0)
        if page.more and page.next and not (is_known and page.next == self._next):
            self._next = page.next
        elif page.more:
            self._go_on(last, is_known)
        return last

    def _go_on(self, last: int | None, is_known: bool) -> None:
        """There is more, and the server does not say where: from just before the last, so that none beside it is lost.

        Objects that were added at one time are more than a page may hold: then by larger pages.
        """
        start = None if last is None else last - 1
        if start is None or is_known or start == self._from:
            self._limit *= 4
            if self._limit > _LARGEST_LIMIT:
                raise InputError(
                    say("the server says that there is more, and there is no way to it"),
                    say("What was read before is kept. Tell whoever keeps the server."),
                )
        if start is not None:
            self._from = start
        self._next = None


def _envelopes(bodies: Sequence[bytes], most: int) -> Iterator[bytes]:
    """Yield envelopes of so many bytes at most; an object that is larger alone goes alone."""
    around = len(b'{"objects":[]}')
    part: list[bytes] = []
    size = around
    for body in bodies:
        if part and size + len(body) + 1 > most:
            yield b'{"objects":[' + b",".join(part) + b"]}"
            part, size = [], around
        part.append(body)
        size += len(body) + 1
    if part:
        yield b'{"objects":[' + b",".join(part) + b"]}"


def _decoded(answer: Answer, kind: Any) -> Any:
    try:
        return msgspec.json.decode(answer.body, type=kind)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise InputError(
            say("the answer of the server is none of TAXII 2.1"), say("Is this the address of a collection?")
        ) from error


def _within(url: str, root: str) -> str:
    """Return where an API root is; "" for one on another server, to which no token goes, and for what is none."""
    try:
        found = urljoin(url, root)
        is_here = urlsplit(found)[:2] == urlsplit(url)[:2]
    except ValueError:
        return ""
    return found if is_here and found.isprintable() and len(found) <= _LONGEST_URL else ""


def _mapping(answer: Answer) -> dict[str, Any]:
    found: dict[str, Any] = _decoded(answer, dict[str, Any])
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _time(microseconds: int) -> str:
    return (_EPOCH + timedelta(microseconds=microseconds)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _microseconds(text: str) -> int | None:
    found = canonical(text)
    if found is None:
        return None
    time = datetime.fromisoformat(found[:26]).replace(tzinfo=UTC)
    since = (time - _EPOCH) // timedelta(microseconds=1)
    return since if since >= 0 else None
