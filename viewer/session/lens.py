"""The lens: asks the locked child about documents, on one worker; answers are kept within a bound.

Made when the first document needs it. Nothing here waits: an answer that is known comes at once, any other later.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from viewer.case.errors import CaseError
from viewer.case.frozen import dataclass
from viewer.index.ask.holdings import Holding
from viewer.locked.child import SECONDS, Child
from viewer.locked.messages import Answer, PageText, Pixels, Protections, Refused, Request, TextBlocks
from viewer.session.desk import Interrupted, Worker
from viewer.session.shelf import Attached, Saved, Shelf

BOUND = 96 << 20
"""Bytes of answers that are kept."""
SOON, LATER = 10, 20
"""Urgency of what the reader will want next, and of what can wait."""
_SMALL = 2_000  # bytes, what an answer without a payload is reckoned at
_FINAL = ("refused", "not-readable", "no-such-page", "too-large")
"""Refusals that would come again."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why bytes cannot be had: a CaseError's code, or 'no-access' with the system's words in `found`."""

    code: str
    where: str
    found: str


Answered = Callable[[Answer | Trouble], None]


class Lens(QObject):
    """One for a session. `close` ends the child."""

    protections_told = Signal(object)  # Protections or None

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._child = Child()
        self._worker: Worker[Child] = Worker(lambda: self._child, Child.cancel, self._put_away, self)
        self._worker.failed.connect(self._fail)
        self._kept: OrderedDict[Request, Answer] = OrderedDict()
        self._weight = 0
        self._seats = 0
        self._passwords: dict[str, str] = {}

    @property
    def idle(self) -> bool:
        """True when no question is pending."""
        return self._worker.idle

    @property
    def weight(self) -> int:
        """Bytes of the answers that are kept."""
        return self._weight

    @property
    def pid(self) -> int | None:
        """The process id of the child while it runs."""
        return self._child.pid

    def seat(self, holding: Holding) -> Seat:
        """A place to read one document from; several may read the same one."""
        self._seats += 1
        self._child.keep(holding.uid, self._reader(holding), self._passwords.get(holding.uid, ""))
        return Seat(self, self._shelf, holding, self._seats)

    def ask(
        self, topic: str, request: Request, answered: Answered, urgency: int = 0, seconds: float = SECONDS
    ) -> None:
        """The newest question of a topic wins; an answer that is kept comes before this returns."""
        known = self.peek(request)
        if known is not None:
            self._worker.forget(topic)
            answered(known)
            return
        self._worker.ask(
            topic,
            lambda child: _answer(child, request, seconds),
            lambda answer: answered(self._keep(request, answer)),
            urgency,
        )

    def peek(self, request: Request) -> Answer | None:
        """The answer, where it is kept."""
        known = self._kept.get(request)
        if known is not None:
            self._kept.move_to_end(request)
        return known

    def forget(self, topic: str) -> None:
        """The answer is not wanted any more."""
        self._worker.forget(topic)

    def unlock(self, holding: Holding, password: str) -> None:
        """Try this password from now on."""
        self._passwords[holding.uid] = password
        self.renew(holding)

    def renew(self, holding: Holding) -> None:
        """The bytes of a document are others now: what was answered about it is worthless."""
        for request in [request for request in self._kept if getattr(request, "key", "") == holding.uid]:
            self._weight -= _weight(self._kept.pop(request))
        self._child.keep(holding.uid, self._reader(holding), self._passwords.get(holding.uid, ""))

    def work(self, topic: str, work: Callable[[], object], done: Callable[[object], None]) -> None:
        """Let the worker read or write files; `done` gets what `work` answers, or a Trouble."""
        self._worker.ask(topic, lambda _child: _worked(work), done)

    def tell_protections(self) -> None:
        """Ask the child what it cannot do; `protections_told` says it."""
        self._worker.ask("protections", Child.protections, self._tell)

    def close(self) -> None:
        """End the worker and the child."""
        self._worker.close()
        self._child.close()

    # How it is done

    def _reader(self, holding: Holding) -> Callable[[], bytes]:
        return lambda: self._shelf.read(holding)

    def _put_away(self, child: Child) -> None:
        child.close()
        self._shelf.close()

    @Slot(str, object)
    def _fail(self, _topic: str, error: Exception) -> None:
        """A fault of ours: whoever shows those shall see it."""
        raise error

    def _tell(self, protections: Protections | None) -> None:
        self.protections_told.emit(protections)

    def _keep(self, request: Request, answer: Answer | Trouble) -> Answer | Trouble:
        if isinstance(answer, Trouble) or (isinstance(answer, Refused) and answer.code not in _FINAL):
            return answer
        old = self._kept.pop(request, None)
        self._weight += _weight(answer) - (_weight(old) if old else 0)
        self._kept[request] = answer
        while self._weight > BOUND and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._weight -= _weight(oldest)
        return answer


class Seat:
    """One reader of one document: its questions are its own, and end with it."""

    def __init__(self, lens: Lens, shelf: Shelf, holding: Holding, number: int) -> None:
        self._lens = lens
        self._shelf = shelf
        self._number = number
        self._topics: set[str] = set()
        self._ahead: set[str] = set()
        self.holding = holding

    @property
    def key(self) -> str:
        """What requests call the document."""
        return self.holding.uid

    @property
    def attached(self) -> Attached | None:
        """The file that stands for the document, where the reader attached one."""
        return self._shelf.attached(self.holding.uid)

    def ask(
        self, topic: str, request: Request, answered: Answered, urgency: int = 0, seconds: float = SECONDS
    ) -> None:
        self._lens.ask(self._named(topic), request, answered, urgency, seconds)

    def ahead(self, *requests: Request) -> None:
        """Have these answers ready; nobody waits for them. What was wanted ahead before is not wanted any more."""
        wanted = {f"ahead {request!r}": request for request in requests}
        for old in self._ahead - set(wanted):
            self.forget(old)
        for topic in set(wanted) - self._ahead:
            if self._lens.peek(wanted[topic]) is None:
                self._lens.ask(self._named(topic), wanted[topic], _nothing, SOON)
        self._ahead = set(wanted)

    def peek(self, request: Request) -> Answer | None:
        return self._lens.peek(request)

    def forget(self, topic: str) -> None:
        name = f"{self._number} {topic}"
        self._topics.discard(name)
        self._lens.forget(name)

    def unlock(self, password: str) -> None:
        self._lens.unlock(self.holding, password)

    def attach(self, path: Path, done: Callable[[object], None]) -> None:
        """`done` gets Attached or Trouble."""
        self._file(lambda: self._shelf.attach(self.holding, path), done)

    def recall(self, done: Callable[[object], None]) -> None:
        """`done` gets Attached, None or Trouble."""
        self._file(lambda: self._shelf.recall(self.holding), done)

    def keep(self, done: Callable[[object], None]) -> None:
        """`done` gets Attached or Trouble."""
        self._file(lambda: self._shelf.keep(self.holding), done)

    def detach(self, done: Callable[[object], None]) -> None:
        """`done` gets None or Trouble."""
        self._file(lambda: self._shelf.forget(self.holding), done)

    def save(self, target: Path, done: Callable[[Saved | Trouble], None]) -> None:
        """A verified copy."""
        self._lens.work(self._named("save"), lambda: self._shelf.save(self.holding, target), done)  # type: ignore[arg-type]

    def close(self) -> None:
        """Nothing more is wanted."""
        for topic in self._topics:
            self._lens.forget(topic)
        self._topics.clear()

    def _file(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        def renewed(told: object) -> None:
            self._lens.renew(self.holding)
            done(told)

        self._lens.work(self._named("file"), work, renewed)

    def _named(self, topic: str) -> str:
        name = f"{self._number} {topic}"
        self._topics.add(name)
        return name


def _answer(child: Child, request: Request, seconds: float) -> Answer | Trouble:
    try:
        answer = child.ask(request, seconds)
    except CaseError as error:
        return Trouble(error.code, error.where, error.found)
    except OSError as error:
        return Trouble("no-access", error.filename or "", error.strerror or "")
    if isinstance(answer, Refused) and answer.code == "cancelled":
        raise Interrupted
    return answer


def _worked(work: Callable[[], object]) -> object:
    try:
        return work()
    except CaseError as error:
        return Trouble(error.code, error.where, error.found)
    except OSError as error:
        return Trouble("no-access", str(error.filename or ""), error.strerror or "")


def _weight(answer: Answer) -> int:
    if isinstance(answer, Pixels):
        return len(answer.data)
    if isinstance(answer, PageText):
        return len(answer.boxes) + 2 * len(answer.text)
    if isinstance(answer, TextBlocks):
        return 6 * len(answer.text) + 200 * len(answer.blocks)
    return _SMALL


def _nothing(_answer: object) -> None:
    """Kept; nobody waits for it."""
