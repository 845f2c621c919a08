"""The desk: one worker with a thing of its own; a newer question on a topic makes the older answer worthless.

The thing is a connection to the index, or the locked child. One of the two files that may start a thread (the
other is job.py).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from viewer.binding.typed import TYPE_CHECKING, Any, Generic, TypeVar
from viewer.case.frozen import dataclass

if TYPE_CHECKING:
    from queue import PriorityQueue
    from threading import Thread

Thing = TypeVar("Thing")
Question = Callable[[sqlite3.Connection], object]
Answered = Callable[[Any], None]
_LAST = 1 << 30


class Interrupted(Exception):
    """The question was broken off; raised by a question whose thing has been told to stop."""


@dataclass(frozen=True, slots=True)
class _Slip:
    topic: str
    number: int
    question: Callable[[Any], object]


class Worker(QObject, Generic[Thing]):
    """Answers come back on the thread that made the worker, and only for the newest question of each topic.

    `make`, `close` and the questions run on the worker's thread; `interrupt` on the asking one.
    """

    failed = Signal(str, object)  # topic, the exception
    _done = Signal(object, object, object)  # slip, answer, exception

    def __init__(
        self,
        make: Callable[[], Thing],
        interrupt: Callable[[Thing], None],
        close: Callable[[Thing], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._interrupt, self._close = make, interrupt, close
        self._queue: PriorityQueue[tuple[int, int, _Slip | None]]
        self._count = 0
        self._newest: dict[str, int] = {}
        self._waiting: dict[str, Answered] = {}
        self._working_on: _Slip | None = None
        self._thing: Thing | None = None
        self._thread: Thread | None = None
        self._done.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """True when no question is pending."""
        return not self._waiting

    def ask(self, topic: str, question: Callable[[Thing], object], answered: Answered, urgency: int = 0) -> None:
        """Ask; a question of the same topic that is still being worked on is interrupted.

        Of the questions that wait, the one with the smallest `urgency` is answered first, else in order.
        """
        self._stop(topic)
        self._count += 1
        self._newest[topic] = self._count
        self._waiting[topic] = answered
        if self._thread is None:
            self._begin()
        self._queue.put((urgency, self._count, _Slip(topic, self._count, question)))

    def forget(self, topic: str) -> None:
        """The answer is not wanted any more."""
        if self._newest.pop(topic, None) is not None:
            self._waiting.pop(topic, None)
            self._stop(topic)

    def close(self) -> None:
        """End the worker; answers still on their way are dropped."""
        self._newest.clear()
        self._waiting.clear()
        if self._thread is None:
            return
        if self._thing is not None:
            self._interrupt(self._thing)
        self._queue.put((-_LAST, 0, None))
        self._thread.join()
        self._thread = None

    def _begin(self) -> None:
        """A window of a small case has been painted by now: threads are loaded when they are needed."""
        from queue import PriorityQueue
        from threading import Thread

        self._queue = PriorityQueue()
        self._thread = Thread(target=self._work, name="desk", daemon=True)
        self._thread.start()

    def _stop(self, topic: str) -> None:
        working_on, thing = self._working_on, self._thing
        if working_on and working_on.topic == topic and thing is not None:
            self._interrupt(thing)

    def _work(self) -> None:
        thing = self._thing = self._make()
        try:
            while slip := self._queue.get()[2]:
                if self._newest.get(slip.topic) == slip.number:
                    self._answer(slip, thing)
        finally:
            self._thing = None
            self._close(thing)

    def _answer(self, slip: _Slip, thing: Thing) -> None:
        self._working_on = slip
        answer: object = None
        error: Exception | None = None
        try:
            answer = self._ask_through(slip, thing)
        except Exception as reason:  # a thread's end: handed over, never lost
            error = reason
        self._working_on = None
        self._done.emit(slip, answer, error)

    def _ask_through(self, slip: _Slip, thing: Thing) -> object:
        """An interruption that was meant for the question before may hit this one: then it is asked again."""
        while True:
            try:
                return slip.question(thing)
            except (Interrupted, sqlite3.OperationalError) as reason:
                if not _broken_off(reason) or self._newest.get(slip.topic) != slip.number:
                    raise

    @Slot(object, object, object)
    def _hand_over(self, slip: _Slip, answer: object, error: Exception | None) -> None:
        if self._newest.get(slip.topic) != slip.number:
            return
        answered = self._waiting.pop(slip.topic, None)
        if error is not None:
            self.failed.emit(slip.topic, error)
        elif answered:
            answered(answer)


def _broken_off(reason: Interrupted | sqlite3.OperationalError) -> bool:
    return isinstance(reason, Interrupted) or reason.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT


class Desk(Worker[sqlite3.Connection]):
    """The worker that asks the index."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], parent: QObject | None = None) -> None:
        super().__init__(connect, sqlite3.Connection.interrupt, sqlite3.Connection.close, parent)
