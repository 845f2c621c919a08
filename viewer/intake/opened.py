"""What opening a case ends in, and the steps on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from viewer.case.frozen import dataclass
from viewer.index.reader import Location
from viewer.index.writer import Digests

Step = Literal["list", "files", "database", "index", "kept"]


@dataclass(frozen=True, slots=True)
class Progress:
    """What is being checked, and the share done of the whole.

    step: list (of the files), files (one after the other: `what`), database, index; or kept, the index that was.
    """

    step: Step
    share: float
    what: str = ""


@dataclass(frozen=True, slots=True)
class FileFound:
    """One file of the bag, by its name there. listed, found: SHA-256 in hexadecimal.

    state: ok; altered (found = None: its bytes cannot be read); missing.
    """

    name: str
    state: str
    listed: str | None = None
    found: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A case ready to be asked; whoever gets it closes it.

    index: where our own index of it lies, until it is closed. case: the bag; None for a bare database.
    files: every file of the bag beside its line in the list. altered: documents that are not as listed, or not as
    the database has them, by their name in the bag: SHA-256 as listed, and as found (None = not there). kept: the
    index was made another time, and stays.
    """

    index: Location
    case: Path | None
    digests: Digests
    files: tuple[FileFound, ...]
    altered: Mapping[str, tuple[str, str | None]]
    let_go: Callable[[], None]
    kept: bool = False

    @property
    def verified(self) -> bool:
        """False for a bare database: nothing says what it should be."""
        return self.case is not None

    @property
    def may_be_kept(self) -> bool:
        """Whether its index would serve another time: it is large, and all files are as they were listed."""
        return isinstance(self.index, Path) and self.verified and not self.kept and not self.altered

    def close(self) -> None:
        """Take the index away, unless it is kept."""
        self.let_go()
