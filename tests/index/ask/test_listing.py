"""The event list of a query: whole while it is short, the first of each kind where it is long."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from viewer.index import sorting
from viewer.index.ask import events, facets, listing
from viewer.index.ask import first_lines as lines
from viewer.index.ask.first_lines import first_lines, in_order_of_kinds
from viewer.index.query import Query
from viewer.index.reader import open_index
from viewer.index.wanted import BadWords


@pytest.fixture
def connection(ashraf_index: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_index(ashraf_index)) as opened:
        yield opened


def test_a_short_list_is_whole(connection: sqlite3.Connection) -> None:
    listed = listing.by_kind(connection, Query())
    all_of_them = events.by_kind(connection)
    assert [(group.code, set(group.events)) for group in listed.groups] == [
        (group.code, set(group.events)) for group in all_of_them
    ]
    assert listed.totals == tuple(len(group.events) for group in all_of_them)


@pytest.mark.parametrize(
    "query", [Query(disputed=True), Query(kind=("use-of-force", "statement"), since="2009"), Query(words="rocket")]
)
def test_a_list_holds_what_the_count_says(connection: sqlite3.Connection, query: Query) -> None:
    listed = listing.by_kind(connection, query)
    assert sum(listed.totals) == facets.matched(connection, query).shown
    assert all(group.events for group in listed.groups)


def test_a_long_list_gives_the_first_of_each_kind_and_counts_the_rest(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = listing.by_kind(connection, Query())
    monkeypatch.setattr(lines, "WHOLE", 10)
    monkeypatch.setattr(lines, "EACH", 2)
    listed = listing.by_kind(connection, Query())
    assert listed.totals == whole.totals
    for short, long in zip(listed.groups, whole.groups, strict=True):
        assert short.events == long.events[:2]


def test_a_long_list_is_shared_by_its_kinds_so_that_one_kind_alone_is_listed_further(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "WHOLE", 2)
    monkeypatch.setattr(lines, "EACH", 4)
    all_kinds = listing.by_kind(connection, Query())
    monkeypatch.setattr(lines, "LISTED", 3 * len(all_kinds.groups))
    shared = listing.by_kind(connection, Query())
    assert max(len(group.events) for group in shared.groups) == 3
    largest = max(zip(shared.totals, shared.groups, strict=True), key=lambda counted: counted[0])[1]
    alone = listing.by_kind(connection, Query().turned("kind", largest.code))
    assert [len(group.events) for group in alone.groups] == [4]


def test_words_that_make_no_sense_are_refused(connection: sqlite3.Connection) -> None:
    with pytest.raises(BadWords):
        listing.by_kind(connection, Query(words="camp AND"))


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "shared"])
def test_a_list_begins_with_the_lines_in_sight_of_an_event(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    """What is listed stands where the whole list has it, so that nothing in sight changes when that comes."""
    if not whole:
        monkeypatch.setattr(lines, "WHOLE", 10)
        monkeypatch.setattr(lines, "LISTED", 30)
    listed = listing.by_kind(connection, Query())
    order = [row.uid for group in listed.groups for row in group.events]
    for at, uid in enumerate(order):
        begun = first_lines(connection, uid, (), 6)
        assert begun.totals == listed.totals
        for short, long in zip(begun.groups, listed.groups, strict=True):
            assert short.code == long.code
            assert short.events == long.events[short.skipped : short.skipped + len(short.events)]
        seen = [row.uid for group in begun.groups for row in group.events]
        first = order.index(seen[0])
        assert seen == order[first : first + len(seen)]
        assert 6 <= len(seen) <= 2 * 6
        assert seen.index(uid) >= min(at, 3)
        assert len(seen) - seen.index(uid) > min(len(order) - at - 1, 3)
        assert sum(group.skipped for group in begun.groups) == first


@pytest.mark.parametrize("most", [1, 2, 5, 17])
def test_what_is_brought_into_view_has_a_window_of_lines_around_it(most: int) -> None:
    for count in (1, 2, most, most + 1, 60):
        for at in range(count):
            seen = lines.in_sight(at, count, most)
            assert at in seen
            assert len(seen) >= min(most, count)
            assert seen.start == 0 or (at >= most and at - seen.start >= most // 2)
            assert seen.stop == count or seen.stop - at > most // 2


def test_for_an_event_that_is_not_listed_the_list_begins_at_its_top(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the view stands, for there is nothing to bring into it."""
    whole = listing.by_kind(connection, Query())
    top = [group.events[:1] for group in whole.groups]
    monkeypatch.setattr(lines, "WHOLE", 10)
    monkeypatch.setattr(lines, "LISTED", len(whole.groups))
    unlisted = [group.events[-1].uid for group in whole.groups if len(group.events) > 1]
    folded = [group.code for group in whole.groups[3:]]
    for focus, closed in [*((uid, ()) for uid in unlisted), ("", ()), (top[3][0].uid, folded)]:
        begun = first_lines(connection, focus, closed, 2)
        assert [group.events for group in begun.groups] == [*top[:3], *[()] * (len(top) - 3)]
        assert not any(group.skipped for group in begun.groups)


def test_a_folded_kind_takes_no_line_of_the_beginning(connection: sqlite3.Connection) -> None:
    codes = [group.code for group in listing.by_kind(connection, Query()).groups]
    groups = first_lines(connection, "", codes[:2], 6).groups
    assert [bool(group.events) for group in groups[:3]] == [False, False, True]
    assert not any(group.events for group in first_lines(connection, "", codes, 6).groups)


def test_lines_of_a_kind_that_lies_across_two_pages_of_the_order(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order is kept in pages; pages of three lines stand for those of four thousand in a great case."""
    packed = b"".join(
        row[0] for row in connection.execute("SELECT packed FROM sorting WHERE name = 'kind' ORDER BY page")
    )
    made = sqlite3.connect(":memory:")
    made.execute("CREATE TABLE sorting(name TEXT, page INTEGER, packed BLOB)")
    pages = [packed[at : at + 12] for at in range(0, len(packed), 12)]
    made.executemany("INSERT INTO sorting VALUES ('kind', ?, ?)", enumerate(pages))
    monkeypatch.setattr(sorting, "PAGE", 3)
    whole = list(sorting.read_page(packed))
    for begin in range(len(whole)):
        for count in range(len(whole) - begin + 1):
            assert in_order_of_kinds(made, begin, count) == whole[begin : begin + count]
    made.close()
