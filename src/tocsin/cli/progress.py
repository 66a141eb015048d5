"""How far something is that takes long, on the terminal of who waits for it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(total: int, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Show a bar while the block runs, and give what moves it on: to so many bytes of the total. Not in a pipe."""
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
