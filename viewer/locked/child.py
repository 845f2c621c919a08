"""The locked child as others see it: documents are kept, questions asked; it is restarted when it has ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Lock

import msgspec

from viewer.locked.checks import checked
from viewer.locked.door import Cancelled, Door, Ended, TimeUp
from viewer.locked.frames import BadFrame
from viewer.locked.messages import (
    LARGEST_DOCUMENT,
    Answer,
    Code,
    Drop,
    Hold,
    Protections,
    Refused,
    Request,
    TryLock,
)
from viewer.locked.shelf import MOST_HELD

SECONDS = 10.0
HOLD_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class _Kept:
    """How the bytes of a document are had when the child needs them (again), and its password."""

    read: Callable[[], bytes]
    password: str


class Child:
    """One child for one case. `ask` waits for the answer: call it on a worker thread; the rest returns at once."""

    def __init__(self) -> None:
        self._door: Door | None = None
        self._kept: dict[str, _Kept] = {}
        # What the child holds and how large it is, least lately asked first.
        self._inside: dict[str, tuple[_Kept, int]] = {}
        self._cancelled = Event()
        self._one_at_a_time = Lock()

    def keep(self, key: str, read: Callable[[], bytes], password: str = "") -> None:
        """Name a document by a key of your own; `read` gives its bytes whenever the child has to be told them."""
        self._kept[key] = _Kept(read, password)

    def drop(self, key: str) -> None:
        """Forget a document; the child is told with the next question."""
        self._kept.pop(key, None)

    def ask(self, request: Request, seconds: float = SECONDS) -> Answer:
        """The answer to a request, or Refused with a code; never raises for what a document does.

        `seconds` is for the answer alone: starting the child and handing a document over have times of their own.
        Raises what `read` of a kept document raises, and KeyError for a key that is not kept.
        """
        with self._one_at_a_time:
            self._cancelled.clear()
            for key in [key for key in self._inside if key not in self._kept]:
                self._forget(key)
            key = getattr(request, "key", "")
            if key and (refused := self._take_inside(key, self._kept[key])):
                return refused
            return self._exchange(request, b"", seconds)

    def cancel(self) -> None:
        """The question being answered is not wanted any more; may be called from any thread."""
        self._cancelled.set()

    def protections(self) -> Protections | None:
        """What the running child found it cannot do, tried now; None = it cannot be asked."""
        told = self.ask(TryLock())
        return told if isinstance(told, Protections) else None

    @property
    def pid(self) -> int | None:
        """The process id while the child runs."""
        return self._door.pid if self._door else None

    def start(self) -> None:
        """Start the child ahead of the first question, without waiting for it."""
        if self._one_at_a_time.acquire(blocking=False):  # else a question is being asked, which starts it
            try:
                self._open()
            finally:
                self._one_at_a_time.release()

    def close(self) -> None:
        """End the child, within a fraction of a second; it starts again when it is asked again."""
        self._cancelled.set()
        with self._one_at_a_time:
            self._end()

    def _open(self) -> Door | None:
        if self._door is None:
            try:
                self._door = Door()
            except OSError:
                return None
        return self._door

    def _end(self) -> None:
        door, self._door = self._door, None
        self._inside.clear()
        if door is not None:
            door.close()

    def _forget(self, key: str) -> None:
        if self._inside.pop(key, None) is not None:
            self._exchange(Drop(key), b"", SECONDS)

    def _take_inside(self, key: str, kept: _Kept) -> Refused | None:
        """Make sure that the child holds the document; others may have to leave it."""
        held = self._inside.pop(key, None)
        if held is not None and held[0] is kept:
            self._inside[key] = held
            return None
        content = kept.read()
        if len(content) > LARGEST_DOCUMENT:
            return Refused("too-large", "bytes")
        while self._inside and not self._has_room(len(content)):
            self._forget(next(iter(self._inside)))
        answer = self._exchange(Hold(key, kept.password), content, HOLD_SECONDS)
        if self._door is not None and not (isinstance(answer, Refused) and answer.code != "cancelled"):
            self._inside[key] = kept, len(content)
        return answer if isinstance(answer, Refused) else None

    def _has_room(self, size: int) -> bool:
        held = sum(size for _, size in self._inside.values())
        return len(self._inside) < MOST_HELD and held + size <= LARGEST_DOCUMENT

    def _exchange(self, request: Request, payload: bytes, seconds: float) -> Answer:
        door = self._open()
        if door is None:
            return Refused("cannot-start")
        record = msgspec.msgpack.encode(request)
        try:
            answer = checked(request, *door.exchange(record, payload, seconds, self._cancelled.is_set))
        except TimeUp:
            refused = Refused("too-slow" if door.ready else "cannot-start")
        except Cancelled:
            refused = Refused("cancelled")
        except BadFrame as error:
            refused = Refused("crashed", f"answered nonsense: {error}"[:500])
        except Ended as error:
            code: Code = "too-slow" if "SIGXCPU" in str(error) else "crashed"
            refused = Refused(code if door.ready else "cannot-start", str(error))
        else:
            return Refused("cancelled") if self._cancelled.is_set() else answer
        self._end()
        return refused
