"""What servers say in their logs: lines of JSON, without anything that others wrote."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Final

_OURS: Final = ("tocsin", "uvicorn")
_FRAMES: Final = 12


class Lines(logging.Formatter):
    """One JSON object a line. What it says is chosen here: no address of a page with its query, no form, no mail.

    Of an exception it says the kind and the places in the code, and of what other libraries log only who said
    something: their words may be mail's.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        event = record.getMessage().strip() if record.name.partition(".")[0] in _OURS else record.name
        said = {"at": at, "level": record.levelname.lower(), "event": event}
        if record.exc_info and record.exc_info[1]:
            said |= fault(record.exc_info[1])
        return json.dumps({**said, **getattr(record, "said", {})}, ensure_ascii=False)


def fault(error: BaseException) -> dict[str, str]:
    """Return what may be told of an exception: its kind, and where in the code it happened."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    where = " < ".join(f"{frame.filename.rpartition('tocsin/')[2]}:{frame.lineno}" for frame in reversed(frames))
    return {"kind": type(error).__name__, "where": where}


def speak() -> None:
    """Let all that this process logs be such lines, whoever logs it."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    logging.getLogger().handlers = [handler]
    logging.getLogger("tocsin").setLevel(logging.INFO)
