"""The bundled cases come out of their indexes as their fact bases state them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from viewer.index.ask import about, events, sources, timeline
from viewer.index.ask.finding import found
from viewer.index.ask.sources import DocumentView
from viewer.index.reader import open_index


@pytest.fixture
def ashraf(ashraf_index: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_index(ashraf_index)) as connection:
        yield connection


@pytest.fixture
def harbour(built_resources: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_index(built_resources / "cases" / "harbour.index.sqlite")) as connection:
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


def passages_with(index: sqlite3.Connection, words: str) -> list[tuple[str | None, str, int | None]]:
    hits = [hit for hit in found(index, words).findings if hit.entity == "passage"]
    for hit in hits:
        assert words.lower() in {hit.title[start:end].lower() for start, end in hit.title_marks}
    return [(hit.document, hit.uid, hit.page) for hit in hits]


def test_words_of_a_pdf_are_found_on_their_page_and_in_their_passage(harbour: sqlite3.Connection) -> None:
    assert ("D-LOG", "LOG-5", 2) in passages_with(harbour, "smoke")
    assert ("D-LOG", "LOG-10", 3) in passages_with(harbour, "Crane")
    assert ("D-LOG", "", 1) in passages_with(harbour, "officer"), "in no passage: the page all the same"


def test_words_of_a_web_page_are_found_in_their_passage(harbour: sqlite3.Connection) -> None:
    assert ("D-COURIER", "COURIER-7", None) in passages_with(harbour, "brake")
    assert ("D-COURIER", "", None) in passages_with(harbour, "harbour"), "not where a passage stood that moved"


def test_the_words_of_an_original_are_searched_not_shown(harbour: sqlite3.Connection) -> None:
    for uid in ("D-LOG", "D-COURIER"):
        assert sources.document(harbour, uid).blocks == ()
