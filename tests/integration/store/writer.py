"""A process that writes to the log as fast as it can and prints each message once it was acknowledged.

`python -m tests.integration.store.writer URL NAME BATCHES PADDING`: it begins when it is told to on standard input,
ends after BATCHES (0: never), and keeps PADDING bytes more with each.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from itertools import count

from tests.fixtures.events import judged

from tocsin.model.error import StoreError
from tocsin.store.store import Store


def main(url: str, name: str, batches: int, padding: int) -> None:
    store = Store(url, b"k" * 32, lambda: datetime.now(UTC))
    store.prepare()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for number in range(batches) if batches else count():
        ids = [f"{name}-{number}-{place}" for place in range(1 + number % 4)]
        with store.write("harbour") as writer:
            writer.keep(os.urandom(padding))
            writer.append(*(judged(writer, message) for message in ids))
        sys.stdout.write("".join(f"{message}\n" for message in ids))
        sys.stdout.flush()
        time.sleep(0.002)  # SQLite lets whoever comes back at once go first


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    except StoreError as error:
        sys.stderr.write(f"{error}\n{error.hint}")
        sys.exit(2)
