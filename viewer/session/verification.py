"""The seal of the case in reading, checked behind on a thread of its own: the verdict, and what is at fault.

Nothing of seals is imported before the work begins, and then on its own thread.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.binding.typed import TYPE_CHECKING
from viewer.case.errors import CaseError
from viewer.case.frozen import dataclass, replace

if TYPE_CHECKING:
    from viewer.case.seal import FileCheck, Verdict
    from viewer.session.inside_custody import Inside
    from viewer.session.job import Job

_NICENESS = 10


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its occasion.

    names: the reader's, by fingerprint; at: ISO 8601 in UTC; trouble: why the reader's list of keys was not used.
    """

    verdict: Verdict
    names: Mapping[str, str]
    at: str
    trouble: CaseError | None = None


class Verification(QObject):
    """One for a session. Signals come on the thread that made it."""

    advanced = Signal(float)  # share done, 0 to 1
    judged = Signal(object)  # Judgement
    failed = Signal(object)  # CaseError or OSError: why the case cannot be read
    stopped = Signal()
    custody_read = Signal(object)  # Inside; CaseError or OSError where the table inside cannot be read

    def __init__(self, case: Path | None, shipped: bool = False, parent: QObject | None = None) -> None:
        """`case`: the bag, None where there is none at hand; `shipped`: it came with the program."""
        super().__init__(parent)
        self.case = case
        self.shipped = shipped
        self.judgement: Judgement | None = None
        self.share: float | None = None
        self.trouble: Exception | None = None
        self._roots: tuple[bytes, ...] = ()
        self._held: dict[str, str] = {}
        self._job: Job | None = None
        self.inside: Inside | Exception | None = None
        self._reading: Job | None = None

    @property
    def running(self) -> bool:
        """True until it is judged, failed or stopped."""
        return self._job is not None and self._job.running

    def begin(self) -> None:
        """Check every file, unless that is being done; nothing happens where no case is at hand."""
        case = self.case
        if case is None or self.running:
            return
        shipped, roots, held = self.shipped, self._roots, dict(self._held)
        self.share, self.trouble = 0.0, None
        from viewer.session.job import Job

        self._job = job = Job(lambda: judge(case, shipped, roots, held), self)
        job.advanced.connect(self._advance)
        job.finished.connect(self._show_judgement)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._stop)
        job.start()
        self.advanced.emit(0.0)

    def stop(self) -> None:
        """Give up; `stopped` says when that is done."""
        if self._job:
            self._job.cancel()

    def read_custody(self) -> None:
        """Read the custody table inside, once; `custody_read` says when."""
        case = self.case
        if case is None or self.inside is not None or self._reading is not None:
            return
        from viewer.session.inside_custody import read_inside
        from viewer.session.job import Job

        self._reading = job = Job(lambda: read_inside(case), self)
        job.finished.connect(self._take_inside)
        job.failed.connect(self._take_inside)
        job.start()

    def close(self) -> None:
        """Give up and wait; nothing is said any more."""
        for job in (self._job, self._reading):
            if job:
                job.close()

    def fault(self, path: str) -> FileCheck | None:
        """What is wrong with a document, by its `path` in the case; None = nothing, or not known."""
        faults = self.judgement.verdict.faults if self.judgement else ()
        return next((file for file in faults if file.name == f"data/{path}"), None)

    def pin(self, name: str) -> bool:
        """Hold the signer's key under a name; whether that was written down, for where nothing is kept it is not.

        Raises CaseError as trust.pin, OSError.
        """
        from viewer import paths, trust

        assert self.judgement
        fingerprint, written = self.judgement.verdict.signing.fingerprint, " ".join(name.split())
        keeps = not paths.keeps_nothing()
        if keeps:
            trust.pin(name, fingerprint)
        elif not written:
            raise CaseError("trust-name", found=name)
        else:
            self._held[fingerprint] = written
        self._name(fingerprint, written)
        return keeps

    def unpin(self) -> None:
        """Hold the signer's key no longer. Raises CaseError, OSError."""
        from viewer import paths, trust

        assert self.judgement
        fingerprint = self.judgement.verdict.signing.fingerprint
        self._held.pop(fingerprint, None)
        if not paths.keeps_nothing():
            trust.unpin(fingerprint)
        self._name(fingerprint, None)

    def take_roots(self, path: Path) -> None:
        """Check the time stamp under this authority's certificate (PEM). Raises CaseError, OSError."""
        from viewer.case.seal_time import read_roots

        self._roots = tuple(read_roots(path.read_bytes(), path.name))
        self.begin()

    # What the job tells

    def _advance(self, share: float) -> None:
        self.share = share
        self.advanced.emit(share)

    def _show_judgement(self, judgement: Judgement) -> None:
        self.share, self.judgement = None, judgement
        self.judged.emit(judgement)

    def _fail(self, reason: Exception) -> None:
        if not isinstance(reason, CaseError | OSError):
            raise reason
        self.share, self.trouble = None, reason
        self.failed.emit(reason)

    def _take_inside(self, inside: Inside | Exception) -> None:
        if isinstance(inside, Exception) and not isinstance(inside, CaseError | OSError):
            raise inside
        self.inside = inside
        self.custody_read.emit(inside)

    def _stop(self) -> None:
        self.share = None
        self.stopped.emit()

    def _name(self, fingerprint: str, name: str | None) -> None:
        """Whose key it is has changed; the files have not."""
        assert self.judgement
        names = {key: held for key, held in self.judgement.names.items() if key != fingerprint}
        if name is not None:
            names[fingerprint] = name
        self._show_judgement(
            replace(self.judgement, names=names, verdict=replace(self.judgement.verdict, signer=name))
        )


def judge(
    case: Path, shipped: bool, roots: tuple[bytes, ...] = (), held: Mapping[str, str] | None = None
) -> Generator[float, None, Judgement]:
    """Read every file once, yielding the share done. Raises CaseError or OSError where there is no bag to read.

    held: names by fingerprint beside those the reader has written down.
    """
    from datetime import UTC, datetime

    from viewer.case.bag import Bag
    from viewer.case.seal import verify

    _give_way()
    names, trouble = _names(held or {})
    with Bag.open(case) as bag:
        verdict = yield from verify(bag, names, roots, shipped=shipped)
    return Judgement(verdict, names, datetime.now(UTC).isoformat(timespec="seconds"), trouble)


def _names(held: Mapping[str, str]) -> tuple[dict[str, str], CaseError | None]:
    """A list of keys that cannot be read takes nothing from the other answers."""
    from viewer import trust

    try:
        return trust.names_by_key(trust.pins()) | dict(held), None
    except CaseError as unreadable:
        return dict(held), unreadable


def _give_way() -> None:
    """To everything else; where a thread has a priority of its own, which is on Linux only.

    One that gives way further already stays so: only root may take that back, others are refused.
    """
    import threading

    if sys.platform == "linux" and threading.current_thread() is not threading.main_thread():
        own = threading.get_native_id()
        niceness = max(_NICENESS, os.getpriority(os.PRIO_PROCESS, own))
        os.setpriority(os.PRIO_PROCESS, own, niceness)
