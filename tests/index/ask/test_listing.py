"""The event list of a query: whole while it is short, the first of each kind where it is long."""

from pathlib import Path

import pytest

from viewer.index.ask import events, facets, listing
from viewer.index.query import Query
from viewer.index.reader import open_index
from viewer.index.wanted import BadWords


def test_a_short_list_is_whole(ashraf_index: Path) -> None:
    connection = open_index(ashraf_index)
    try:
        listed = listing.by_kind(connection, Query())
        all_of_them = events.by_kind(connection)
        assert [(group.code, set(group.events)) for group in listed.groups] == [
            (group.code, set(group.events)) for group in all_of_them
        ]
        assert listed.totals == tuple(len(group.events) for group in all_of_them)
    finally:
        connection.close()


@pytest.mark.parametrize(
    "query", [Query(disputed=True), Query(kind=("use-of-force", "statement"), since="2009"), Query(words="rocket")]
)
def test_a_list_holds_what_the_count_says(ashraf_index: Path, query: Query) -> None:
    connection = open_index(ashraf_index)
    try:
        listed = listing.by_kind(connection, query)
        assert sum(listed.totals) == facets.matched(connection, query).shown
        assert all(group.events for group in listed.groups)
    finally:
        connection.close()


def test_a_long_list_gives_the_first_of_each_kind_and_counts_the_rest(
    ashraf_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = open_index(ashraf_index)
    try:
        whole = listing.by_kind(connection, Query())
        monkeypatch.setattr(listing, "WHOLE", 10)
        monkeypatch.setattr(listing, "EACH", 2)
        listed = listing.by_kind(connection, Query())
        assert listed.totals == whole.totals
        for short, long in zip(listed.groups, whole.groups, strict=True):
            assert short.events == long.events[:2]
    finally:
        connection.close()


def test_a_long_list_is_shared_by_its_kinds_so_that_one_kind_alone_is_listed_further(
    ashraf_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = open_index(ashraf_index)
    try:
        monkeypatch.setattr(listing, "WHOLE", 2)
        monkeypatch.setattr(listing, "EACH", 4)
        all_kinds = listing.by_kind(connection, Query())
        monkeypatch.setattr(listing, "LISTED", 3 * len(all_kinds.groups))
        shared = listing.by_kind(connection, Query())
        assert max(len(group.events) for group in shared.groups) == 3
        largest = max(zip(shared.totals, shared.groups, strict=True), key=lambda counted: counted[0])[1]
        alone = listing.by_kind(connection, Query().turned("kind", largest.code))
        assert [len(group.events) for group in alone.groups] == [4]
    finally:
        connection.close()


def test_words_that_make_no_sense_are_refused(ashraf_index: Path) -> None:
    connection = open_index(ashraf_index)
    try:
        with pytest.raises(BadWords):
            listing.by_kind(connection, Query(words="camp AND"))
    finally:
        connection.close()
