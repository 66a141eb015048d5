"""Writers that are killed while they write, one after another. They are forked: to start a program takes far longer.

`python -m tests.integration.store.killed URL SEED`: for each number on standard input it starts and kills so many, and
prints in one line what they had acknowledged.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime

from tests.integration.store import writer

from tocsin.store.store import Store


def _killed(url: str, name: str, after: float) -> list[str]:
    """Let one write for `after` seconds beyond its first write, kill it, and return what it had acknowledged."""
    there, back = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(there)
        os.dup2(back, 1)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        try:
            writer.main(url, name, 0, 0)
        finally:
            os._exit(1)
    os.close(back)
    with os.fdopen(there, "rb") as pipe:
        ready, first = pipe.readline(), pipe.readline()
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        said = (first + pipe.read()).decode()
    ended = os.WTERMSIG(os.waitpid(child, 0)[1])
    if ready != b"ready\n" or ended != signal.SIGKILL:
        sys.exit(f"the writer ended by itself: {ready!r} {ended}")
    # The last line may have been cut off by the kill: then it was not acknowledged.
    return said[: said.rfind("\n") + 1].split()


def main(url: str, seed: str) -> None:
    # What a store loads is loaded once; its connections are closed before there is a child.
    store = Store(url, b"k" * 32, lambda: datetime.now(UTC))
    store.prepare()
    store.close()
    chance, number = random.Random(seed), 0
    for line in sys.stdin:
        acknowledged = []
        for _ in range(int(line)):
            acknowledged += _killed(url, f"k{number}", chance.uniform(0, 0.08))
            number += 1
        sys.stdout.write(" ".join(acknowledged) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
