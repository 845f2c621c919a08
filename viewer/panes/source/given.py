"""What a sheet may need beyond its document: the other documents of the source, and who lends it the lens."""

from __future__ import annotations

from collections.abc import Callable

from viewer.binding.typed import TYPE_CHECKING
from viewer.case.frozen import dataclass
from viewer.index.ask.sources import DocumentHead

if TYPE_CHECKING:
    from viewer.session.lens import Seat


@dataclass(frozen=True, slots=True)
class Given:
    """seat_of: a place to read a document from, by its uid; None = nothing can be read here.

    siblings: all documents of the source. attached: uids of those for which the reader has attached a file,
    uncovered: of those that the reader wants to see although they are marked as graphic.
    """

    seat_of: Callable[[str], Seat] | None = None
    siblings: tuple[DocumentHead, ...] = ()
    attached: frozenset[str] = frozenset()
    uncovered: frozenset[str] = frozenset()
