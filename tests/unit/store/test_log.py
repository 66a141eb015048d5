from __future__ import annotations

import pytest
from tests.fixtures.events import beginning, draft, judged

from tocsin.app import ports
from tocsin.common import merkle
from tocsin.model import event as e
from tocsin.model.error import LogError, StoreError
from tocsin.store.log import BLOCK
from tocsin.store.store import Store


def fill(store: Store, number: int, step: int = 100) -> None:
    """Append events in batches."""
    for start in range(0, number, step):
        with store.write("harbour") as writer:
            writer.append(*(draft(e.SessionRevoked(session=f"s-{n}")) for n in range(start, min(start + step, number))))


def test_the_store_is_what_the_ports_ask_for(store: Store) -> None:
    port: ports.Store = store
    assert port.organisations() == ["harbour"]


def test_an_entry_is_read_as_it_was_written(store: Store) -> None:
    with store.write("harbour") as writer:
        written = writer.append(draft(e.OrganisationCreated(name="Harbour", kind="ngo"), "p-1", cause=None))
        assert list(writer.log.read()) == written
    with store.read("harbour") as reader:
        (read,) = reader.log.read()
        assert [read] == written
        assert (read.organisation, read.log, read.seq, read.actor) == ("harbour", reader.log.id, 0, "p-1")
        assert read.type == "organisation-created"
        assert read.recorded_at == read.occurred_at
        assert reader.log.raw(0).startswith(b'{"organisation":"harbour"')


def test_the_log_goes_on_where_it_ended(store: Store) -> None:
    fill(store, BLOCK * 2 + 7, step=100)
    with store.read("harbour") as reader:
        raws = [raw for _, raw, _ in reader.log.rows()]
        assert [entry.seq for entry in reader.log.read()] == list(range(len(raws)))
        assert reader.log.size == len(raws) == BLOCK * 2 + 7
        assert reader.log.root() == merkle.root_of(map(merkle.leaf_hash, raws))


def test_proofs_hold_across_blocks(store: Store) -> None:
    fill(store, BLOCK * 3 + 20)
    with store.read("harbour") as reader:
        log, size = reader.log, BLOCK * 3 + 20
        for seq in (0, 1, BLOCK - 1, BLOCK, 2 * BLOCK + 3, size - 1):
            leaf = merkle.leaf_hash(log.raw(seq))
            assert merkle.verify_inclusion(leaf, seq, size, log.inclusion(seq), log.root())
        for old in (1, 7, BLOCK, BLOCK + 1, 2 * BLOCK, size - 1, size):
            root = log.root_at(old)
            assert root == merkle.root_of(merkle.leaf_hash(raw) for _, raw, _ in log.rows(0, old))
            assert merkle.verify_consistency(old, size, log.consistency(old), root, log.root())
        assert merkle.verify_inclusion(merkle.leaf_hash(log.raw(5)), 5, 300, log.inclusion(5, 300), log.root_at(300))


def test_what_is_not_there_is_told(store: Store) -> None:
    with store.read("harbour") as reader:
        for ask in (reader.log.raw, reader.log.inclusion, reader.log.root_at, reader.log.consistency):
            with pytest.raises(LogError):
                ask(3)
    with pytest.raises(LogError, match="no log"), store.read("quay"):
        pass
    with pytest.raises(StoreError, match="has a log already"):
        store.begin("harbour")


def _half(store: Store) -> None:
    with store.write("harbour") as writer:
        beginning(writer)
        writer.append(judged(writer, "m-1", probability=1 / (writer.log.size - 5)))


def test_a_block_that_raises_writes_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        _half(store)
    with store.read("harbour") as reader:
        assert reader.log.size == 0
        assert not reader.views.messages().items


def test_an_id_used_twice_is_refused_and_nothing_is_written(store: Store) -> None:
    with store.write("harbour") as writer:
        writer.append(judged(writer, "m-1"))
    with pytest.raises(StoreError, match=r"(?i)unique"), store.write("harbour") as writer:
        writer.append(judged(writer, "m-2"), judged(writer, "m-1"))
    with store.read("harbour") as reader:
        assert reader.log.size == 1
        assert reader.views.message("m-2") is None


def test_each_organisation_has_its_own_log(store: Store) -> None:
    store.begin("quay")
    with store.write("quay") as writer:
        writer.append(judged(writer, "m-1"))
    with store.read("harbour") as reader:
        assert reader.log.size == 0
        assert reader.views.message("m-1") is None
    with store.read("quay") as reader:
        assert reader.views.message("m-1") is not None
