"""An instance of MISP, worked with by PyMISP: it knows what is asked and how answers are read; the wire is ours.

PyMISP itself follows redirects, takes answers of any size, uses the environment's proxies, and writes what was sent to
its log when a server fails. So its requests go by `tocsin.net.calling`, and its log is silent.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, Final
from urllib.parse import urlencode, urljoin

import msgspec
from pymisp import PyMISP
from pymisp.exceptions import PyMISPError
from requests import Request, Response

from tocsin.formats import misp
from tocsin.formats.misp.shapes import is_set, listed, seconds, uuid_of
from tocsin.formats.stix.faults import Fault
from tocsin.model.error import InputError
from tocsin.model.exchange import NOT_THERE, FetchedEvent, Outcome, Sent
from tocsin.model.sentence import say
from tocsin.net.calling import Caller, checked

_AT_ONCE: Final = 20
"""Events that are asked for in one request."""
_PAGE: Final = 5_000
_MOST_PAGES: Final = 200
_NO_EVENT: Final = 404
_REFUSED: Final = 300
"""Characters that are told of why an instance refuses something."""
_DELETED: Final = [0, 1]
"""Both what is there and what was deleted: else a deletion would not travel."""


class _Client(PyMISP):
    """PyMISP over our own connection."""

    def __init__(self, caller: Caller, key: str) -> None:
        self._caller = caller
        super().__init__(caller.url, key)

    def _prepare_request(
        self, request_type: str, url: str, data: Any = None, params: Mapping[str, Any] = {},
        kw_params: Mapping[str, Any] = {}, output_type: str = "json", content_type: str = "json",
    ) -> Response:  # fmt: skip
        """Send a request as PyMISP means it. Parameters of CakePHP stand in the path."""
        asked = "/".join([url.removeprefix("/"), *(f"{name}:{value}" for name, value in kw_params.items())])
        address = urljoin(self._caller.url, asked.replace(" ", "+"))
        if not address.startswith(self._caller.url):
            raise self._caller.failed("another address")
        head = {"accept": f"application/{output_type}", "content-type": f"application/{content_type}"}
        told = {name: value for name, value in data.items() if value is not None} if isinstance(data, dict) else data
        body = b"" if told is None else told if isinstance(told, bytes) else msgspec.json.encode(told)
        answer = self._caller.ask(request_type, address, dict(params), body, head, misp.LARGEST)
        if 300 <= answer.status < 400 or answer.status >= 500:
            raise self._caller.failed(f"HTTP {answer.status}")
        made = Response()
        made.status_code = answer.status
        made.headers.update(answer.headers)
        made.raw = BytesIO(answer.body)
        made.request = Request(request_type, f"{address}?{urlencode(params)}").prepare()
        return made


class MispServer:
    """`tocsin.app.ports.Events` of an instance: those that are published, and that the key's user may see."""

    whole: Final = False

    def __init__(self, url: str, key: str, sleep: Callable[[float], None] = time.sleep) -> None:
        self.url = checked(url)
        logging.getLogger("pymisp").disabled = True
        self._caller = Caller(self.url, {"authorization": key}, sleep)
        try:
            self._misp = _Client(self._caller, key)
        except PyMISPError as error:
            self._caller.close()
            raise self._failed(error) from error

    def close(self) -> None:
        """Close the connections."""
        self._caller.close()

    def listed(self) -> Mapping[str, int]:
        """Ask for the index, page by page."""
        found: dict[str, int] = {}
        for page in range(1, _MOST_PAGES + 1):
            rows = self._asked(self._misp.search_index, published=True, minimal=True, limit=_PAGE, page=page)
            new = {uuid: _time(one) for one in rows if (uuid := uuid_of(one)) and uuid not in found}
            found |= new
            if len(rows) < _PAGE or not new:
                return found
        raise InputError(say("%(url)s does not come to an end", url=self.url), say("Read it again to go on."))

    def fetch(self, uuids: Sequence[str]) -> Iterator[FetchedEvent]:
        """Ask for events, some at a time, with what was deleted from them and their sightings."""
        for at in range(0, len(uuids), _AT_ONCE):
            part = list(uuids[at : at + _AT_ONCE])
            answer = self._asked(
                self._misp.search, eventid=part, published=True, deleted=_DELETED, include_sightings=True,
                sg_reference_only=True,
            )  # fmt: skip
            found = {str(uuid_of(one.get("Event"))): one for one in answer}
            for uuid in part:
                yield _fetched(uuid, found.get(uuid))

    def send(self, events: Sequence[misp.Event]) -> Sent:
        """Add events that are not there, update those that are, and add their sightings, which updates leave out."""
        told = [(one, self._put(one)) for one in events]
        refused = tuple(Outcome(one.uuid, "", why[:_REFUSED]) for one, why in told if why)
        return Sent(len(told) - len(refused), refused)

    def _put(self, one: misp.Event) -> str:
        """Return why an event is not there as it should be; empty where it is."""
        there = self._there(one.uuid)
        if there is None:
            return _why(self._asking(self._misp.add_event, msgspec.json.decode(one.body))) or self._sighted(one)
        content = _newer(msgspec.json.decode(one.body), there)
        if why := _why(self._asking(self._misp.update_event, content, one.uuid)):
            return why
        wanted = {part["uuid"]: part for part in _pieces(one.content["Event"])}
        for part in _pieces(there):
            uuid = uuid_of(part) or ""
            if why := self._relabelled(uuid, part, wanted.get(uuid)):
                return why
        return self._sighted(one)

    def _there(self, uuid: str) -> dict[str, Any] | None:
        """An event as it is there; None where it is not."""
        answer = self._asking(self._misp.get_event, uuid, deleted=_DELETED)
        answer = answer if isinstance(answer, dict) else {}
        errors = answer.get("errors")
        if isinstance(errors, (list, tuple)) and errors and errors[0] == _NO_EVENT:
            return None
        if errors or not isinstance(answer.get("Event"), dict):
            raise self._caller.failed(_why(answer)[:_REFUSED] or "no event")
        found: dict[str, Any] = answer["Event"]
        return found

    def _relabelled(self, uuid: str, there: dict[str, Any], wanted: dict[str, Any] | None) -> str:
        """Take labels away that do not hold any more: an update leaves them, and two would stand there."""
        ours = misp.tags_of(wanted or {})
        old = [name for name in misp.tags_of(there) if misp.is_tlp(name) and name not in ours] if wanted else []
        return next(filter(None, (_why(self._asking(self._misp.untag, uuid, name)) for name in old)), "")

    def _sighted(self, one: misp.Event) -> str:
        """Add sightings, each with its uuid, so that none counts twice."""
        for part in _pieces(one.content["Event"]):
            for seen in part.get("Sighting", ()):
                told = {"uuid": seen["uuid"], "type": seen["type"], "timestamp": seen["date_sighting"]}
                if why := _why(self._asking(self._misp.add_sighting, told, part["uuid"])):
                    return why
        return ""

    def _asked(self, ask: Callable[..., Any], **what: Any) -> list[dict[str, Any]]:
        answer = self._asking(ask, **what)
        if why := _why(answer):
            raise self._caller.failed(why[:_REFUSED])
        return listed({"": answer}, "")

    def _asking(self, ask: Callable[..., Any], *those: Any, **what: Any) -> Any:
        try:
            return ask(*those, **what)
        except PyMISPError as error:
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> InputError:
        cause = error.__cause__ or error.__context__
        return cause if isinstance(cause, InputError) else self._caller.failed(str(error)[:_REFUSED])


def _fetched(uuid: str, found: dict[str, Any] | None) -> FetchedEvent:
    if found is None:
        return FetchedEvent(uuid, b"", NOT_THERE)
    try:
        return FetchedEvent(uuid, msgspec.json.encode(found))
    except UnicodeEncodeError:  # half a character, which JSON may hold and no text does
        return FetchedEvent(uuid, b"", Fault.NOT_JSON.value)


def _why(answer: Any) -> str:
    """What an instance says of something that it did not do."""
    errors = answer.get("errors") if isinstance(answer, dict) else None
    return "" if not errors else json.dumps(errors, ensure_ascii=False).encode(errors="replace").decode()


def _newer(content: dict[str, Any], there: dict[str, Any]) -> dict[str, Any]:
    """An event so that it is taken: newer than what is there, of which tags and sightings have moved the time.

    Of an attribute only that it was taken back has to be newer; all else that others changed there stays.
    """
    event = content["Event"]
    event["timestamp"] = str(max(int(event["timestamp"]), _time(there) + 1))
    known = {uuid_of(one): one for one in _pieces(there)}
    for one in _pieces(event):
        before = known.get(one["uuid"])
        if one.get("deleted") and before and not is_set(before.get("deleted")):
            one["timestamp"] = str(max(int(one["timestamp"]), _time(before) + 1))
    return content


def _time(row: Mapping[str, Any]) -> int:
    found = seconds(row.get("timestamp"))
    return int(found.timestamp()) if found else 0


def _pieces(event: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An event and all its attributes, those of its objects too."""
    yield event
    yield from listed(event, "Attribute")
    for one in listed(event, "Object"):
        yield from listed(one, "Attribute")
