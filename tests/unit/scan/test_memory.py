from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tocsin.identify.traces import likeness_keys
from tocsin.model.trace import Trace
from tocsin.scan.memory import SqliteMemory

BLANK = Trace(
    1.0, "vera@north.test", "vera north", "north.test", False, False, "1@north.test", (), "quill", 0, 10, "en", "",
    "dear sami", False, (), (), (), False,
)  # fmt: skip


def trace(time: float, **more: object) -> Trace:
    return msgspec.structs.replace(BLANK, time=time, message_id=more.pop("message_id", f"{time}@north.test"), **more)


def filled(*traces: Trace) -> SqliteMemory:
    memory = SqliteMemory()
    memory.add(traces)
    memory.finish()
    return memory


def test_only_what_was_earlier_is_known() -> None:
    with filled(trace(3), trace(1), trace(2)) as memory:
        assert [t.time for t in memory.of_sender("vera@north.test", 3)] == [1, 2]
        assert memory.of_sender("vera@north.test", 1) == []
        assert memory.of_domain("north.test", 3) == 2
        assert memory.size(3) == (2, 0)


def test_bad_mail_is_remembered_only_as_part_of_the_exchange() -> None:
    with filled(trace(1, bad=True, message_id="b"), trace(2)) as memory:
        assert [t.time for t in memory.of_sender("vera@north.test", 9)] == [2]
        assert [t.time for t in memory.exchange("vera@north.test", 9)] == [1, 2]
        assert [t.time for t in memory.of_ids(["b", ""], 9)] == [1]
        assert memory.addresses_of_name("vera north", 1.5) == []


def test_whom_we_wrote_to_is_counted_once_a_message() -> None:
    ours = trace(1, ours=True, sender="sami@harbour.example", recipients=("a@a.test", "a@a.test", "b@b.test"))
    forged = trace(2, ours=True, bad=True, recipients=("a@a.test",))
    with filled(ours, forged) as memory:
        assert [memory.written_to(a, 9) for a in ("a@a.test", "b@b.test", "c@c.test")] == [1, 1, 0]
        assert memory.size(9) == (2, 1)


def test_a_domain_becomes_a_correspondent_by_its_second_message_or_by_ours() -> None:
    ours = trace(5, ours=True, domain="harbour.example", recipients=("x@southern.test",))
    with filled(trace(1, domain="northern.test"), trace(3, domain="northern.test"), ours) as memory:
        north, south = likeness_keys("n0rthern.test"), likeness_keys("southem.test")
        assert memory.like_domain(north, 3) == []
        assert memory.like_domain(north, 4) == ["northern.test"]
        assert memory.like_domain(south, 6) == ["southern.test"]
        assert memory.like_domain((), 6) == []


def test_answers_are_bounded() -> None:
    many = [trace(n, sender=f"v{n}@north.test", message_id="same") for n in range(150)]
    many += [trace(n, message_id="same") for n in range(150)]
    with filled(*many) as memory:
        assert len(memory.of_sender("vera@north.test", 1e9)) == 30
        assert memory.of_sender("vera@north.test", 1e9)[-1].time == 149
        assert len(memory.exchange("vera@north.test", 1e9)) == 20
        assert memory.of_domain("north.test", 1e9) == 100
        assert len(memory.addresses_of_name("vera north", 1e9)) == 20
        assert len(memory.of_ids(["same"], 1e9)) == 60
        assert memory.since("vera@north.test", 1e9) == 0
        assert memory.since("nobody@north.test", 1e9) is None
        assert memory.size(1e9) == (100, 0)


def test_many_readers_read_the_file_one_writer_wrote(tmp_path: Path) -> None:
    with SqliteMemory(tmp_path / "m") as memory:
        memory.add(trace(n) for n in range(5000))
        memory.finish()
        with SqliteMemory(tmp_path / "m", readonly=True) as one, SqliteMemory(tmp_path / "m", readonly=True) as two:
            assert one.of_domain("north.test", 9) == two.of_domain("north.test", 9) == 9
            with pytest.raises(Exception, match="readonly"):
                one.add([trace(1)])


def test_what_is_kept_is_found_by_its_key(tmp_path: Path) -> None:
    with SqliteMemory(tmp_path / "m") as memory:
        memory.keep((bytes([n]), b"body %d" % n) for n in range(9))
        memory.keep([(b"\x01", b"body 1")])
        memory.finish()
        with SqliteMemory(tmp_path / "m", readonly=True) as reader:
            assert (reader.met(b"\x01"), reader.met(b"\x08"), reader.met(b"\x09")) == (b"body 1", b"body 8", None)


def test_odd_text_can_be_remembered() -> None:
    odd = trace(1, sender="a\x00'\"@б.test", name="🜂\u200c", message_id="'; DROP TABLE trace; --")
    with filled(odd) as memory:
        assert memory.of_sender(odd.sender, 2) == [odd]
        assert memory.of_ids([odd.message_id], 2) == [odd]
