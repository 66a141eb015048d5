from __future__ import annotations

import json
import logging

from prometheus_client import generate_latest
from tests.unit.web.conftest import Place

from tocsin.net.telling import Lines


def test_a_line_says_only_what_was_chosen() -> None:
    record = logging.LogRecord("tocsin.web", logging.INFO, "f", 1, "request", (), None)
    record.said = {"route": "/queue", "status": 200}
    record.secret = "of a source"
    said = json.loads(Lines().format(record))
    assert said.pop("at").endswith("+00:00")
    assert said == {"level": "info", "event": "request", "route": "/queue", "status": 200}


def _record(name: str, error: BaseException | None = None) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(name, logging.ERROR, "f", 1, "words of a mail", (), info)


def test_of_what_libraries_say_only_who_said_it_is_told() -> None:
    assert json.loads(Lines().format(_record("PIL.Image")))["event"] == "PIL.Image"
    assert json.loads(Lines().format(_record("uvicorn.error")))["event"] == "words of a mail"


def test_of_an_exception_its_words_are_not_told() -> None:
    try:
        raise ValueError("a secret subject")
    except ValueError as error:
        line = Lines().format(_record("asyncio", error))
    said = json.loads(line)
    assert (said["event"], said["kind"]) == ("asyncio", "ValueError")
    assert "test_watch.py" in said["where"]
    assert "secret" not in line
    assert "\n" not in line


def test_a_method_that_somebody_made_up_is_no_label(place: Place) -> None:
    for method in ("GET", "BREW", "X" * 300):
        place.browser.request(method, "/health")
    counted = generate_latest(place.browser.app.state.metrics.registry).decode()
    assert 'method="GET"' in counted
    assert 'method="-"' in counted
    assert "BREW" not in counted
    assert "X" * 300 not in counted
