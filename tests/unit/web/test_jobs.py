from __future__ import annotations

from threading import Event

from tocsin.web.jobs import Job, Jobs, Result


def test_only_who_brought_it_sees_how_far_it_is() -> None:
    jobs, go = Jobs(), Event()

    def work(job: Job) -> None:
        job.add(Result("a.bin", problem="not-mail"))
        go.set()

    job = jobs.start("harbour", "person-1", 100, work)
    assert go.wait(5)
    assert jobs.find(job.id, "harbour", "person-1") is job
    assert jobs.find(job.id, "harbour", "person-2") is None
    assert jobs.find(job.id, "quay", "person-1") is None
    assert (job.judged, job.unread) == (0, 1)


def test_it_is_never_called_done_before_it_is() -> None:
    job = Job("1", "harbour", "person-1", total=10, read=10)
    assert job.percent == 99
    job.is_over = True
    assert job.percent == 100
