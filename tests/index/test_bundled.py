"""The bundled case comes out of its index as its fact base states it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from viewer.index.ask import about, events, sources, timeline
from viewer.index.ask.sources import DocumentView
from viewer.index.reader import open_index


@pytest.fixture
def ashraf(ashraf_index: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_index(ashraf_index)) as connection:
        yield connection


def test_the_range_of_the_event_with_most_accounts(ashraf: sqlite3.Connection) -> None:
    headline = events.event(ashraf, "E16").headline
    assert headline is not None
    assert (headline.measure, headline.low, headline.high, headline.claims) == ("killed", 0, 37, 10)


def test_every_event_is_on_the_axis_or_says_why_not(ashraf: sqlite3.Connection) -> None:
    extent = timeline.extent(ashraf)
    assert extent is not None
    assert extent.on_axis + extent.loose == about.heading(ashraf).events == 40
    assert len(timeline.within(ashraf, extent.start, extent.end + 1)) == extent.on_axis
    assert [(row.uid, row.loose) for row in timeline.loose(ashraf)] == [("E40", "total")]


def test_every_dispute_is_between_claimants_and_goes_both_ways(ashraf: sqlite3.Connection) -> None:
    pairs = {tuple(row) for row in ashraf.execute("SELECT claim_id, other_id FROM dispute")}
    assert pairs
    assert all((other, one) in pairs for one, other in pairs)
    same = "SELECT count(*) FROM dispute d JOIN claim a ON a.id = d.claim_id JOIN claim b ON b.id = d.other_id"
    assert ashraf.execute(f"{same} WHERE a.claimant_id = b.claimant_id").fetchone() == (0,)


def test_every_passage_of_a_note_is_shown_where_its_words_are(ashraf: sqlite3.Connection) -> None:
    notes = ashraf.execute("SELECT uid FROM document WHERE derivation = 'extract-note'").fetchall()
    views = [sources.document(ashraf, uid) for (uid,) in notes]
    assert sum(len(view.passages) for view in views) > 200
    assert [uid for view in views for uid in _lost(view)] == []


def _lost(view: DocumentView) -> Iterator[str]:
    """Passages whose words are not those shown at their place."""
    for passage in view.passages:
        assert passage.start is not None
        assert passage.end is not None
        words = "".join(
            block.text[max(shown, shown + passage.start - place) : max(shown, shown + min(n, passage.end - place))]
            for block in view.blocks
            for shown, place, n in block.pieces
            if place < passage.end and place + n > passage.start
        )
        if words != passage.exact:
            yield passage.uid
