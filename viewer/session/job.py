"""A job: long work as a generator, driven by a thread of its own, stopped where it yields. Knows no window."""

from __future__ import annotations

from collections.abc import Callable, Generator
from threading import Event, Thread

from PySide6.QtCore import QObject, Qt, Signal, Slot

Work = Callable[[], Generator[float, None, object]]


class Job(QObject):
    """Signals come on the thread that made the job. After `cancel` comes `cancelled`, or how the work has ended.

    The work runs wholly on the job's thread, its `finally` as well. One of the two files that may start a thread.
    """

    advanced = Signal(float)  # share done, 0 to 1
    finished = Signal(object)  # what the work returned
    failed = Signal(object)  # the exception that ended it
    cancelled = Signal()
    _stepped = Signal(float)
    _ended = Signal(str, object)  # 'finished', 'failed' or 'cancelled', with what

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._unwanted = Event()
        self._thread: Thread | None = None
        self._stepped.connect(self._advance, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Until it has ended in one way or another, and said so."""
        return self._thread is not None

    def start(self) -> None:
        """Begin; a job runs once at a time."""
        if self._thread is None:
            self._unwanted.clear()
            self._thread = Thread(target=self._run, name="job", daemon=True)
            self._thread.start()

    def cancel(self) -> None:
        """Stop where it next yields; `cancelled` says when it has."""
        self._unwanted.set()

    def close(self) -> None:
        """Stop and wait until it has; nothing is said any more."""
        self._unwanted.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    # On the job's thread

    def _run(self) -> None:
        try:
            self._ended.emit("finished", self._driven())
        except _Unwanted:
            self._ended.emit("cancelled", None)
        except Exception as reason:  # a thread's end: handed over, never lost
            self._ended.emit("failed", reason)

    def _driven(self) -> object:
        """What the work returns. Raises _Unwanted, and what the work raises."""
        steps = self._work()
        try:
            while not self._unwanted.is_set():
                try:
                    self._stepped.emit(next(steps))
                except StopIteration as last:
                    return last.value
            raise _Unwanted
        finally:
            steps.close()

    # On the thread that made it

    @Slot(float)
    def _advance(self, share: float) -> None:
        if self._thread is not None and not self._unwanted.is_set():
            self.advanced.emit(share)

    @Slot(str, object)
    def _end(self, how: str, what: object) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.join()
        if how == "cancelled":
            self.cancelled.emit()
        elif how == "finished":
            self.finished.emit(what)
        else:
            self.failed.emit(what)


class _Unwanted(Exception):
    """The work was stopped on request."""
