from __future__ import annotations

import mailbox
from itertools import islice
from pathlib import Path

from bench.lib.mailbox import messages, write_mbox


def test_the_mailbox_is_as_large_as_asked_and_splits_into_what_was_counted(tmp_path: Path) -> None:
    path = tmp_path / "box"
    count = write_mbox(path, 2_000_000, seed=3)
    assert path.stat().st_size >= 2_000_000
    box = mailbox.mbox(path)
    assert len(box) == count
    box.close()


def test_the_same_seed_gives_the_same_messages() -> None:
    assert list(islice(messages(1), 20)) == list(islice(messages(1), 20))
    assert list(islice(messages(1), 20)) != list(islice(messages(2), 20))


def test_every_kind_of_message_is_there() -> None:
    some = list(islice(messages(1), 60))
    for kind in (b"text/plain; charset", b"text/html", b"multipart/mixed"):
        assert any(kind in raw for raw in some)
    assert len({raw.partition(b"Message-ID: ")[2].partition(b"\n")[0] for raw in some}) == 60
