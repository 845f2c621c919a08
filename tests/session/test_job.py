"""A job's work advances, ends, fails and is stopped; the thread that asked hears of it."""

from __future__ import annotations

from collections.abc import Generator
from threading import Event, current_thread

import pytest
from pytestqt.qtbot import QtBot

from viewer.session.job import Job


def test_the_share_and_the_answer_come_back_on_the_thread_that_asked(qtbot: QtBot) -> None:
    seen: list[tuple[float, str]] = []

    def work() -> Generator[float, None, str]:
        yield 0.25
        yield 0.75
        return current_thread().name

    job = Job(work)
    job.advanced.connect(lambda share: seen.append((share, current_thread().name)))
    with qtbot.waitSignal(job.finished) as told:
        job.start()
    assert told.args == ["job"]
    assert seen == [(0.25, "MainThread"), (0.75, "MainThread")]
    assert not job.running


def test_what_the_work_raises_is_handed_over(qtbot: QtBot) -> None:
    def work() -> Generator[float, None, None]:
        yield 0.5
        raise OSError("the disk is full")

    job = Job(work)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    assert str(told.args[0]) == "the disk is full"


@pytest.mark.parametrize("close", [False, True])
def test_an_unwanted_job_stops_where_it_yields_and_tidies_up(qtbot: QtBot, close: bool) -> None:
    begun, tidied = Event(), Event()

    def work() -> Generator[float, None, None]:
        try:
            while True:
                begun.set()
                yield 0.1
        finally:
            tidied.set()

    job = Job(work)
    job.start()
    assert begun.wait(5)
    if close:
        job.close()
    else:
        with qtbot.waitSignal(job.cancelled):
            job.cancel()
    assert tidied.is_set()
    assert not job.running


def test_a_job_can_be_started_again(qtbot: QtBot) -> None:
    def work() -> Generator[float, None, int]:
        yield 1.0
        return 7

    job = Job(work)
    for _ in range(2):
        with qtbot.waitSignal(job.finished) as told:
            job.start()
        assert told.args == [7]
