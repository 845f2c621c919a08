"""The desk: one worker with its own connection; a newer question on a topic makes the older answer worthless.

One of the two files that may start a thread (the other is job.py).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

Question = Callable[[sqlite3.Connection], object]
Answered = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class _Slip:
    topic: str
    number: int
    question: Question


class Desk(QObject):
    """Answers come back on the thread that made the desk, and only for the newest question of each topic."""

    failed = Signal(str, object)  # topic, the exception
    _done = Signal(object, object, object)  # slip, answer, exception

    def __init__(self, connect: Callable[[], sqlite3.Connection], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connect = connect
        self._queue: SimpleQueue[_Slip | None] = SimpleQueue()
        self._newest: dict[str, int] = {}
        self._waiting: dict[str, Answered] = {}
        self._working_on: _Slip | None = None
        self._connection: sqlite3.Connection | None = None
        self._thread: Thread | None = None
        self._done.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """True when no question is pending."""
        return not self._waiting

    def ask(self, topic: str, question: Question, answered: Answered) -> None:
        """Ask; a question of the same topic that is still being worked on is interrupted."""
        number = self._newest.get(topic, 0) + 1
        self._newest[topic] = number
        self._waiting[topic] = answered
        working_on, connection = self._working_on, self._connection
        if working_on and working_on.topic == topic and connection:
            connection.interrupt()
        self._queue.put(_Slip(topic, number, question))
        if self._thread is None:
            self._thread = Thread(target=self._work, name="desk", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the worker; answers still on their way are dropped."""
        self._newest.clear()
        self._waiting.clear()
        if self._thread is None:
            return
        if self._connection:
            self._connection.interrupt()
        self._queue.put(None)
        self._thread.join()
        self._thread = None

    def _work(self) -> None:
        connection = self._connection = self._connect()
        try:
            while slip := self._queue.get():
                if self._newest.get(slip.topic) == slip.number:
                    self._answer(slip, connection)
        finally:
            self._connection = None
            connection.close()

    def _answer(self, slip: _Slip, connection: sqlite3.Connection) -> None:
        self._working_on = slip
        answer: object = None
        error: Exception | None = None
        try:
            answer = slip.question(connection)
        except Exception as reason:  # a thread's end: handed over, never lost
            error = reason
        self._working_on = None
        self._done.emit(slip, answer, error)

    @Slot(object, object, object)
    def _hand_over(self, slip: _Slip, answer: object, error: Exception | None) -> None:
        if self._newest.get(slip.topic) != slip.number:
            return
        answered = self._waiting.pop(slip.topic, None)
        if error is not None:
            self.failed.emit(slip.topic, error)
        elif answered:
            answered(answer)
