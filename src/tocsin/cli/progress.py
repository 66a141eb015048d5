"""The progress bar of a scan."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(total: int, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Show how many of `total` bytes are done, on a terminal; gives what takes the number."""
    if quiet or not sys.stderr.isatty():
        yield lambda _consumed: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total or None)
        last = 0

        def advance(consumed: int) -> None:
            nonlocal last
            if consumed < last:
                progress.update(task, completed=0)
            last = consumed
            progress.update(task, completed=consumed)

        yield advance
