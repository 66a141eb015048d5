from __future__ import annotations

import json
import logging

from tocsin.web.watch import Lines


def test_a_line_says_only_what_was_chosen() -> None:
    record = logging.LogRecord("tocsin.web", logging.INFO, "f", 1, "request", (), None)
    record.said = {"route": "/queue", "status": 200}
    record.secret = "of a source"
    said = json.loads(Lines().format(record))
    assert said.pop("at").endswith("+00:00")
    assert said == {"level": "info", "event": "request", "route": "/queue", "status": 200}
