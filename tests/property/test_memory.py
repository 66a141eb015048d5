"""The memory answers like a plain list that is searched from end to end."""

from __future__ import annotations

from random import Random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.scan.test_memory import BLANK

from tocsin.common.hosts import registrable
from tocsin.identify.traces import likeness_keys
from tocsin.model.trace import Trace
from tocsin.scan.memory import SqliteMemory

ADDRESSES = ("vera@north.test", "vera@n0rth.test", "sami@harbour.example", "مریم@khaneh.test", "")
DOMAINS = ("northern.test", "n0rthern.test", "harbour.example", "gmail.com", "")
NAMES = ("vera north", "", "مریم کاویان")
IDS = ("1@a.test", "2@a.test", "")
TIMES = st.integers(0, 12).map(float)


def _trace(time: float, sender: str, name: str, domain: str, ours: bool, bad: bool, key: str, to: list[str]) -> Trace:
    return msgspec.structs.replace(
        BLANK,
        time=time,
        sender=sender,
        name=name,
        domain=domain,
        ours=ours,
        bad=bad,
        message_id=key,
        recipients=tuple(to),
    )


TRACES = st.lists(
    st.builds(
        _trace,
        TIMES,
        st.sampled_from(ADDRESSES),
        st.sampled_from(NAMES),
        st.sampled_from(DOMAINS),
        st.booleans(),
        st.booleans(),
        st.sampled_from(IDS),
        st.lists(st.sampled_from(ADDRESSES[:4]), max_size=3),
    ),
    max_size=40,
)


class Plain:
    def __init__(self, traces: list[Trace], before: float) -> None:
        self.known = sorted((t for t in traces if t.time < before), key=lambda t: (t.time, msgspec.msgpack.encode(t)))
        self.good = [t for t in self.known if not t.bad]
        self.ours = [t for t in self.good if t.ours]

    def alike(self, key: str) -> list[str]:
        seen = [t.domain for t in self.good if t.domain]
        twice = {domain for domain in seen if seen.count(domain) > 1}
        written = {registrable(a.rpartition("@")[2]) for t in self.ours for a in t.recipients if a}
        return sorted(domain for domain in twice | written if key in likeness_keys(domain))


@settings(deadline=None, max_examples=150)
@given(TRACES, TIMES, st.randoms(use_true_random=False))
def test_memory_equals_a_plain_list(traces: list[Trace], before: float, random: Random) -> None:
    plain = Plain(traces, before)
    shuffled = list(traces)
    random.shuffle(shuffled)
    with SqliteMemory() as memory:
        memory.add(shuffled)
        memory.finish()
        for address in ADDRESSES:
            assert list(memory.of_sender(address, before)) == [t for t in plain.good if t.sender == address][-30:]
            assert list(memory.exchange(address, before)) == [t for t in plain.known if t.sender == address][-20:]
            assert memory.since(address, before) == min(
                (t.time for t in plain.good if t.sender == address), default=None
            )
            assert memory.written_to(address, before) == sum(address in t.recipients for t in plain.ours)
        for domain in DOMAINS:
            assert memory.of_domain(domain, before) == sum(t.domain == domain != "" for t in plain.good)
            for key in likeness_keys(domain):
                assert list(memory.like_domain([key], before)) == plain.alike(key)
        for name in NAMES:
            assert list(memory.addresses_of_name(name, before)) == sorted(
                {t.sender for t in plain.good if t.name == name != ""}
            )
        assert list(memory.of_ids(IDS, before)) == [t for t in plain.known if t.message_id]
        assert memory.size(before) == (len(plain.known), len(plain.ours))
