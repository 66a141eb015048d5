"""Uploads in the background: how far they are, how many there may be, and what is left of them after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from tocsin.model.error import InputError
from tocsin.web import jobs as module
from tocsin.web.jobs import Job, Jobs, Result


class Held:
    """Work that goes on until it is let go, or is told to end."""

    def __init__(self) -> None:
        self.go = Event()

    def __call__(self, job: Job) -> None:
        while not self.go.wait(0.01) and not job.is_to_end:
            pass
        job.is_over = True


@pytest.fixture
def held() -> Iterator[Held]:
    work = Held()
    yield work
    work.go.set()


def test_only_who_began_an_upload_sees_it(held: Held) -> None:
    jobs = Jobs("key")
    job = jobs.start("harbour", "p-sami", 200, held)
    assert jobs.find(job.id, "harbour", "p-sami") is job
    for organisation, person in (("quay", "p-sami"), ("harbour", "p-dana")):
        assert jobs.find(job.id, organisation, person) is None
        assert not jobs.was_begun(job.id, organisation, person)
    assert jobs.find("guess", "harbour", "p-sami") is None


def test_progress_is_never_whole_before_the_end(held: Held) -> None:
    job = Jobs("key").start("harbour", "p-sami", 200, held)
    assert job.percent == 0
    job.read = 200
    job.add(Result("a.eml", problem="empty"))
    assert (job.percent, job.judged, job.unread) == (99, 0, 1)


def test_each_may_bring_so_much_at_a_time(held: Held) -> None:
    jobs = Jobs("key")
    for _ in range(module.MOST_OF_PERSON):
        jobs.start("harbour", "p-sami", 1, held)
    with pytest.raises(InputError, match="too many"):
        jobs.start("harbour", "p-sami", 1, held)
    for n in range(module.MOST_OF_ORGANISATION - module.MOST_OF_PERSON):
        jobs.start("harbour", f"p-{n}", 1, held)
    with pytest.raises(InputError, match="too many"):
        jobs.start("harbour", "p-dana", 1, held)
    for n in range(module.MOST - module.MOST_OF_ORGANISATION):
        jobs.start(f"house-{n}", "p", 1, held)
    with pytest.raises(InputError, match="too many"):
        jobs.start("another", "p", 1, held)


def test_one_that_is_over_makes_room() -> None:
    jobs = Jobs("key")
    for _ in range(module.MOST_OF_PERSON + 3):
        work = Held()
        job = jobs.start("harbour", "p-sami", 1, work)
        work.go.set()
        jobs._threads[job.id].join(5)
        assert job.is_over


def test_when_the_server_ends_uploads_end_in_order_and_none_begins(held: Held) -> None:
    jobs = Jobs("key")
    job = jobs.start("harbour", "p-sami", 200, held)
    jobs.close()
    assert job.is_over
    with pytest.raises(InputError, match="being ended"):
        jobs.start("harbour", "p-sami", 1, held)
    after = Jobs("key")
    assert after.find(job.id, "harbour", "p-sami") is None
    assert after.was_begun(job.id, "harbour", "p-sami"), "so that it can be said what became of it"
    assert not Jobs("another key").was_begun(job.id, "harbour", "p-sami")
    assert not after.was_begun("guess", "harbour", "p-sami")
