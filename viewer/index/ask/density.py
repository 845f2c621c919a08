"""How many events begin in each bucket of a span, what is dated too coarsely for that, and what runs across."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain, groupby, islice, pairwise
from operator import itemgetter

from viewer.binding.typed import TYPE_CHECKING, Any, Final, NamedTuple
from viewer.case.frozen import dataclass
from viewer.index.ask import bitmaps
from viewer.index.ask.lanes import events_of, lanes
from viewer.index.ask.later import Later
from viewer.index.form import LOOSE
from viewer.index.grid import LEVELS, begins, bucket, width
from viewer.index.plates import SPAN, Columns, Shares, read_plates
from viewer.index.query import Query

if TYPE_CHECKING:
    from pyroaring import BitMap

_MOST_BLOCKS: Final = 64  # kept of one picture; those out of sight go first
_KEPT_FROM: Final = 5  # buckets of eight days: few dates are coarser
_FOREVER: Final = 1 << 52
Block = tuple[Columns, Columns, "Shares | None"]
Asked = tuple[str, Query | None]

_COUNTS: Final = "SELECT kind, bucket - ?, n FROM density WHERE level = ? AND bucket >= ? AND bucket < ?"
_RUNNING: Final = """
SELECT r.kind, max(r.bucket - :first, 0), r.n
FROM kind k CROSS JOIN running r ON r.level = :level AND r.kind = k.number AND r.bucket < :last
AND r.bucket >= coalesce((SELECT max(bucket) FROM running WHERE level = :level AND kind = k.number
  AND bucket <= :first), 0)
WHERE k.events > 0 ORDER BY r.kind, r.bucket
"""
_COARSE_LEVELS: Final = "SELECT level, longest FROM coarse_level WHERE level > ?"
_COARSE: Final = """
SELECT "start", "end", kind, n, first, last FROM coarse
WHERE level = ? AND "start" > ? AND "start" < ? AND "end" > ?
"""
_STEPS: Final = "SELECT bucket - ?, ord FROM step WHERE level = ? AND bucket >= ? AND bucket < ? ORDER BY bucket"
_NEXT: Final = "SELECT ord FROM step WHERE level = ? AND bucket >= ? ORDER BY bucket LIMIT 1"
_LASTING: Final = f"""
SELECT id, coalesce("start", -{_FOREVER}), coalesce("end", {_FOREVER}) FROM moment WHERE lasts AND lc <> {LOOSE}
"""


class Coarse(NamedTuple):
    """n events of a lane that begin somewhere in [start, end), seconds since 1970: known no better than that."""

    start: int
    end: int
    lane: int
    n: int


@dataclass(frozen=True, slots=True)
class Density:
    """Columns that begin at `start` and are `width` seconds wide: whole buckets of a grid that stands still.

    lanes: their numbers; counts: for each lane and column the events that begin there, of those whose date is no
    coarser than a column; coarse: the others, in order of start; running: for each lane and column the events that
    are stated to last over all of it. flats: by lane, the shares that an even spread of `coarse` gives each
    column, where they are known already.
    """

    start: int
    width: int
    lanes: tuple[int, ...]
    counts: tuple[tuple[int, ...], ...]
    coarse: Sequence[Coarse]
    running: tuple[tuple[int, ...], ...]
    flats: Shares | None = None

    @property
    def events(self) -> int:
        """All events that begin in these columns, or may."""
        return sum(map(sum, self.counts)) + sum(block.n for block in self.coarse)


def density(
    connection: sqlite3.Connection,
    start: int,
    end: int,
    columns: int,
    *,
    by: str = "kind",
    query: Query | None = None,
) -> Density:
    """Of [start, end), widened to whole columns; about as many columns as wished, at least half and never more.

    At most one column more than wished where the span does not begin on the grid. Columns are kept with the
    index while it is panned. Raises BadWords, and ValueError for a `by` that is none of lanes.BY.
    """
    level = _level(end - start, columns)
    grid = _Grid(connection, level, bucket(start, level), bucket(end - 1, level) + 1)
    asked: Asked = (by, query)
    numbers = tuple(lane.number for lane in lanes(connection, by, query))
    blocks = _of_blocks(grid, asked, range(grid.first // SPAN, (grid.last - 1) // SPAN + 1))
    skip, total = grid.first % SPAN, grid.last - grid.first

    def joined(parts: Iterable[Mapping[int, Sequence[Any]]], lane: int) -> tuple[Any, ...]:
        return tuple(islice(chain.from_iterable(part[lane] for part in parts), skip, skip + total))

    shares = [flat for _, _, flat in blocks if flat is not None]
    flats = {lane: joined(shares, lane) for lane in numbers} if len(shares) == len(blocks) else None
    coarse = partial(_coarse, grid, asked)
    return Density(
        start=grid.start,
        width=width(level),
        lanes=numbers,
        counts=tuple(joined([begun for begun, _, _ in blocks], lane) for lane in numbers),
        coarse=tuple(coarse()) if flats is None else Later(coarse),
        running=tuple(joined([running for _, running, _ in blocks], lane) for lane in numbers),
        flats=flats,
    )


def _of_blocks(grid: _Grid, asked: Asked, numbers: range) -> list[Block]:
    """The columns of these blocks of buckets: counts, and what runs, by lane; in one question what is not kept."""
    held: dict[int, Block] = bitmaps.kept_awhile(grid.connection, ("columns", *asked, grid.level), dict)
    missing = [number for number in numbers if number not in held]
    if missing:
        if len(held) + len(missing) > _MOST_BLOCKS:
            for number in held.keys() - set(numbers):
                del held[number]
        first, behind = missing[0], missing[-1] + 1
        held.update(zip(range(first, behind), _worked_out(grid, asked, first, behind), strict=True))
    return [held[number] for number in numbers]


def _worked_out(grid: _Grid, asked: Asked, first: int, behind: int) -> Sequence[Block]:
    """Blocks first to behind, that not included: as they are stored, else from rows or from events."""
    stored = asked[0] == "kind" and not asked[1]
    if stored and (plates := read_plates(grid.connection, grid.level, first, behind)):
        return plates
    whole = _Grid(grid.connection, grid.level, first * SPAN, behind * SPAN)
    counts, running = _of_kinds(whole) if stored else _of_lanes(whole, asked)
    parts = [slice(at * SPAN, (at + 1) * SPAN) for at in range(behind - first)]
    return [(_cut(counts, part), _cut(running, part), None) for part in parts]


def _cut(columns: Mapping[int, Sequence[int]], part: slice) -> Mapping[int, Sequence[int]]:
    return {lane: numbers[part] for lane, numbers in columns.items()}


def _level(seconds: int, columns: int) -> int:
    """The finest level that needs no more columns."""
    level = 0
    while level < LEVELS - 1 and width(level) * columns < seconds:
        level += 1
    return level


@dataclass(frozen=True, slots=True)
class _Grid:
    """Buckets first to last, last not included, of one level."""

    connection: sqlite3.Connection
    level: int
    first: int
    last: int

    @property
    def start(self) -> int:
        return begins(self.first, self.level)

    @property
    def end(self) -> int:
        return begins(self.last, self.level)


def _of_kinds(grid: _Grid) -> tuple[Columns, Columns]:
    """From the counts that are kept ready."""
    kinds = [lane.number for lane in lanes(grid.connection)]
    columns = grid.last - grid.first
    counts = {kind: [0] * columns for kind in kinds}
    question = (grid.first, grid.level, grid.first, grid.last)
    # All in one step: a row at a time, the window would wait for its turn as often.
    for kind, column, n in grid.connection.execute(_COUNTS, question).fetchall():
        counts[kind][column] = n
    running = dict.fromkeys(kinds, [0] * columns)
    values = {"level": grid.level, "first": grid.first, "last": grid.last}
    for kind, changes in groupby(grid.connection.execute(_RUNNING, values).fetchall(), key=itemgetter(0)):
        running[kind] = _filled(changes, columns)
    return counts, running


def _filled(changes: Iterable[tuple[int, int, int]], columns: int) -> list[int]:
    """Column by column what was so many from one column on."""
    numbers: list[int] = []
    now = 0
    for _, column, n in changes:
        numbers += [now] * (column - len(numbers))
        now = n
    return numbers + [now] * (columns - len(numbers))


def _of_lanes(grid: _Grid, asked: Asked) -> tuple[Columns, Columns]:
    """From the events of each lane: ords are in order of start, so a column is a range of them."""
    held = events_of(grid.connection, *asked)
    finer = bitmaps.kept_awhile(
        grid.connection, ("finer", *asked, grid.level), lambda: _finer(grid.connection, held, grid.level)
    )
    lasting = bitmaps.kept_awhile(
        grid.connection,
        ("lasting", *asked, grid.level),
        lambda: _lasting(grid.connection, held, width(grid.level)),
    )
    edges = _edges(grid)
    spans = [
        (begins(number, grid.level), begins(number + 1, grid.level)) for number in range(grid.first, grid.last)
    ]
    counts = {lane: _between(events, edges) for lane, events in finer.items()}
    running = {
        lane: [bisect_right(starts, start) - bisect_left(ends, end) for start, end in spans]
        if starts
        else [0] * len(spans)
        for lane, (starts, ends) in lasting.items()
    }
    return counts, running


def _finer(connection: sqlite3.Connection, held: dict[int, BitMap], level: int) -> dict[int, BitMap]:
    """Of each lane the events whose date is no coarser than this level."""
    known = [bitmaps.of_value(connection, "level", str(finer)) for finer in range(level + 1)]
    allowed = bitmaps.of(()).union(*known)
    return {lane: events & allowed for lane, events in held.items()}


def _lasting(
    connection: sqlite3.Connection, held: dict[int, BitMap], shortest: int
) -> dict[int, tuple[list[int], list[int]]]:
    """Of each lane the sorted beginnings and ends of what is stated to last so many seconds or longer."""
    spans: dict[int, tuple[int, int]] = bitmaps.kept(
        connection, ("spans",), lambda: {ord_: (start, end) for ord_, start, end in connection.execute(_LASTING)}
    )
    lasts = bitmaps.of_value(connection, "lasts", "yes")
    found = {}
    for lane, events in held.items():
        long = [span for ord_ in events & lasts if (span := spans[ord_])[1] - span[0] >= shortest]
        found[lane] = (sorted(start for start, _ in long), sorted(end for _, end in long))
    return found


def _edges(grid: _Grid) -> list[int]:
    """For each column the first ord that begins in it or later, and that after the last column."""
    after = grid.connection.execute(_NEXT, (grid.level, grid.last)).fetchone()
    edge = after[0] if after else 1 << 32
    edges = [edge] * (grid.last - grid.first + 1)
    steps = grid.connection.execute(_STEPS, (grid.first, grid.level, grid.first, grid.last)).fetchall()
    filled = len(edges) - 1
    for column, ord_ in reversed(steps):
        edges[column:filled] = [edge] * (filled - column)
        edge, filled = ord_, column
        edges[column] = ord_
    edges[:filled] = [edge] * filled
    return edges


def _between(events: BitMap, edges: list[int]) -> list[int]:
    """How many events lie between each edge and the next."""
    ranks = [events.rank(edge - 1) for edge in edges]
    return [later - earlier for earlier, later in pairwise(ranks)]


def _coarse(grid: _Grid, asked: Asked) -> list[Coarse]:
    """Blocks that touch the grid, in order of start; those of wide columns are few and kept whole."""
    if grid.level < _KEPT_FROM:
        return _blocks(grid, asked, grid.start, grid.end)
    whole: list[Coarse] = bitmaps.kept_awhile(
        grid.connection, ("coarse", *asked, grid.level), lambda: _blocks(grid, asked, -_FOREVER, _FOREVER)
    )
    start, end = grid.start, grid.end
    return [block for block in whole if block[0] < end and block[1] > start]


def _blocks(grid: _Grid, asked: Asked, start: int, end: int) -> list[Coarse]:
    levels = grid.connection.execute(_COARSE_LEVELS, (grid.level,)).fetchall()
    found: list[Coarse] = []
    for level, longest in levels:
        spans = grid.connection.execute(_COARSE, (level, start - longest, end, start)).fetchall()
        if asked[0] == "kind" and not asked[1]:
            found += map(Coarse._make, map(itemgetter(0, 1, 2, 3), spans))
        else:
            found += _counted(_of_level(grid.connection, asked, level), {(*row[:2], *row[4:]) for row in spans})
    return sorted(found)


def _counted(events: dict[int, BitMap], spans: set[tuple[int, ...]]) -> list[Coarse]:
    return [
        Coarse(start, end, lane, n)
        for start, end, first, last in spans
        for lane, held in events.items()
        if (n := held.range_cardinality(first, last + 1))
    ]


def _of_level(connection: sqlite3.Connection, asked: Asked, level: int) -> dict[int, BitMap]:
    """Of each lane the events whose date is as coarse as this level."""

    def make() -> dict[int, BitMap]:
        events = bitmaps.of_value(connection, "level", str(level))
        return {lane: held & events for lane, held in events_of(connection, *asked).items()}

    found: dict[int, BitMap] = bitmaps.kept_awhile(connection, (f"level {level}", *asked), make)
    return found
