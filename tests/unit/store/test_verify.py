"""Whatever is done to the database behind Tocsin's back is found, and at its first place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, delete, select, text, update
from tests.fixtures.events import draft

from tocsin.app.parts import heads as logs
from tocsin.formats import entry
from tocsin.model import event as e
from tocsin.model.error import LogError
from tocsin.model.proof import Broken, Report
from tocsin.net.keys import SigningKey
from tocsin.store.engine import open_engine, transaction
from tocsin.store.log import BLOCK, START, Log
from tocsin.store.schema import blocks, entries, heads
from tocsin.store.schema import logs as logs_table
from tocsin.store.store import Store

KEY = SigningKey(b"s" * 32)
SIZE = BLOCK + 40


@pytest.fixture
def filled(store: Store) -> Store:
    with store.write("harbour") as writer:
        writer.append(*(draft(e.SessionRevoked(session=f"s-{number}")) for number in range(SIZE)))
    return store


def _verify(store: Store, kept: tuple[str, ...] = (), key: str | None = None) -> Report:
    with store.read("harbour") as reader:
        return logs.verify(reader, KEY, kept, key)


def _sign(store: Store) -> str:
    with store.write("harbour") as writer:
        return logs.sign_head(writer, KEY, "node")


def _behind(url: str, work: Callable[[Connection], Any]) -> None:
    """Do something to the database as somebody would who has it."""
    engine = open_engine(url)
    with transaction(engine, writes=True) as connection:
        work(connection)
    engine.dispose()


def _rewrite(url: str, seq: int) -> None:
    """Change an entry and compute everything behind it anew, as a careful forger would."""

    def work(connection: Connection) -> None:
        log = Log(connection, "harbour")
        raws = [raw for _, raw, _ in log.rows()]
        forged = entry.decode(raws[seq])
        raws[seq] = entry.encode(e.Envelope(**{name: getattr(forged, name) for name in forged.__struct_fields__}
                                            | {"actor": "somebody-else"}))  # fmt: skip
        connection.execute(delete(entries))
        connection.execute(delete(blocks))
        connection.execute(update(logs_table).values(size=0, chain=START, frontier=b""))
        Log(connection, "harbour").append_raw(raws)

    _behind(url, work)


def test_a_sound_log_checks_out(filled: Store) -> None:
    _sign(filled)
    report = _verify(filled)
    assert report.broken == ()
    assert (report.size, report.heads) == (SIZE + 1, 1)


def test_an_altered_entry_is_found(filled: Store, url: str) -> None:
    raw = b'{"seq":7}'
    _behind(url, lambda c: c.execute(update(entries).where(entries.c.seq.in_([7, 90])).values(bytes=raw)))
    broken = _verify(filled).broken
    assert broken[0] == Broken("altered", 7)
    assert Broken("altered", 90) in broken
    assert Broken("altered", 8) not in broken


def test_an_altered_root_of_a_block_is_found(filled: Store, url: str) -> None:
    _behind(url, lambda c: c.execute(update(blocks).values(root=bytes(32))))
    assert _verify(filled).broken == (Broken("block", 0),)
    _behind(url, lambda c: c.execute(delete(blocks)))
    assert _verify(filled).broken == (Broken("block", 0),)


def test_a_removed_entry_is_found(filled: Store, url: str) -> None:
    _behind(url, lambda c: c.execute(delete(entries).where(entries.c.seq == 9)))
    assert _verify(filled).broken[0] == Broken("missing", 9)


def test_a_cut_off_end_is_found(filled: Store, url: str) -> None:
    _behind(url, lambda c: c.execute(delete(entries).where(entries.c.seq >= SIZE - 3)))
    assert Broken("end", SIZE - 3) in _verify(filled).broken


def test_exchanged_entries_are_found(filled: Store, url: str) -> None:
    def work(c: Connection) -> None:
        one, two = (c.scalar(select(entries.c.bytes).where(entries.c.seq == seq)) for seq in (3, 4))
        c.execute(update(entries).where(entries.c.seq == 3).values(bytes=two))
        c.execute(update(entries).where(entries.c.seq == 4).values(bytes=one))

    _behind(url, work)
    assert _verify(filled).broken[:2] == (Broken("altered", 3), Broken("altered", 4))


def test_an_entry_of_another_log_is_found_even_in_a_whole_chain(filled: Store, url: str) -> None:
    filled.begin("quay")
    with filled.write("quay") as writer:
        writer.append(draft(e.SessionRevoked(session="s")))

    def work(c: Connection) -> None:
        foreign = Log(c, "quay").raw(0)
        Log(c, "harbour").append_raw([foreign])

    _behind(url, work)
    assert Broken("misplaced", SIZE) in _verify(filled).broken


def test_views_that_lag_are_found(filled: Store, url: str) -> None:
    _behind(url, lambda c: c.execute(text("UPDATE view_progress SET applied = 3")))
    assert _verify(filled).broken == (Broken("views", 3),)


def test_a_careful_rewrite_is_found_by_the_signed_head(filled: Store, url: str) -> None:
    _sign(filled)
    _rewrite(url, 5)
    assert _verify(filled).broken == (Broken("head", SIZE),)


def test_a_rewrite_signed_anew_is_found_only_by_a_head_kept_elsewhere(filled: Store, url: str) -> None:
    kept = _sign(filled)
    _rewrite(url, 5)
    _behind(url, lambda c: c.execute(delete(heads)))
    _sign(filled)
    assert _verify(filled).broken == (), "a chain alone does not stop a rewrite"
    assert _verify(filled, (kept,)).broken == (Broken("head", SIZE),)


def test_a_log_cut_off_behind_a_witnessed_head_is_found(filled: Store, url: str) -> None:
    kept = _sign(filled)

    def work(c: Connection) -> None:
        raws = [raw for _, raw, _ in Log(c, "harbour").rows(0, 20)]
        for table in (entries, blocks, heads):
            c.execute(delete(table))
        c.execute(update(logs_table).values(size=0, chain=START, frontier=b""))
        Log(c, "harbour").append_raw(raws)
        c.execute(text("UPDATE view_progress SET applied = 20"))

    _behind(url, work)
    assert _verify(filled).broken == ()
    assert _verify(filled, (kept,)).broken == (Broken("shorter", SIZE),)


def test_a_head_signed_by_another_key_is_found(filled: Store) -> None:
    with filled.write("harbour") as writer:
        logs.sign_head(writer, SigningKey(b"x" * 32), "node")
    assert _verify(filled).broken == (Broken("signature", SIZE),)


def test_a_head_of_another_log_is_no_witness(filled: Store) -> None:
    filled.begin("quay")
    with filled.write("quay") as writer:
        writer.append(draft(e.SessionRevoked(session="s")))
        other = logs.sign_head(writer, KEY, "node")
    with pytest.raises(LogError, match="another log"):
        _verify(filled, (other,))


def test_signing_again_without_news_gives_the_same_head(filled: Store) -> None:
    first, second = _sign(filled), _sign(filled)
    assert first == second
    with filled.read("harbour") as reader:
        assert reader.log.size == SIZE + 1
        assert reader.log.heads() == [first]


def test_a_witness_is_noted_only_for_what_was_signed(filled: Store) -> None:
    kept = _sign(filled)
    with filled.write("harbour") as writer:
        logs.witnessed(writer, KEY, kept, "A friendly notary", "node")
        last = list(writer.log.read())[-1].event
        assert isinstance(last, e.HeadWitnessed)
        assert (last.size, b"notary" in (writer.vault.get(last.witness) or b"")) == (SIZE, True)
    with filled.write("harbour") as writer, pytest.raises(LogError):
        logs.witnessed(writer, KEY, kept.replace(str(SIZE), "7"), "A notary", "node")


def test_a_proof_needs_a_head_that_covers_the_entry(filled: Store) -> None:
    with filled.read("harbour") as reader, pytest.raises(LogError, match="no signed head"):
        logs.prove(reader, KEY, 3)
    _sign(filled)
    with filled.read("harbour") as reader:
        assert logs.prove(reader, KEY, 3).entry == reader.log.raw(3)
        with pytest.raises(LogError, match="no signed head"):
            logs.prove(reader, KEY, SIZE)
