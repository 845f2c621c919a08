"""A source is shown with its documents, and a document with its passages and what rests on them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from viewer.case.errors import UnknownFocus
from viewer.index.ask import sources


def test_a_source_names_its_documents_those_that_can_be_shown_first(index: sqlite3.Connection) -> None:
    view = sources.source(index, "wire-1")
    assert [(head.uid, head.hold, head.derived_from) for head in view.documents] == [
        ("N-wire", "note", "D-wire"),
        ("D-wire", "not-held", None),
    ]
    assert view.publisher_agent is not None
    assert view.publisher_agent.name == "The Wire"


def test_a_source_names_the_events_it_speaks_to(index: sqlite3.Connection) -> None:
    view = sources.source(index, "wire-1")
    assert [(touched.event.uid, touched.claims) for touched in view.events] == [("E01", 3), ("E02", 2), ("E03", 3)]
    touched = {row.event.uid: row.claims for row in sources.source(index, "paper").events}
    assert touched["E04"] == 0  # a date only


@pytest.fixture
def asked(index: sqlite3.Connection) -> Iterator[list[str]]:
    """What the index has been asked, in SQL."""
    statements: list[str] = []
    index.set_trace_callback(statements.append)
    yield statements
    index.set_trace_callback(None)


def test_the_events_of_a_source_are_asked_for_when_they_are_looked_at(
    index: sqlite3.Connection, asked: list[str]
) -> None:
    view = sources.source(index, "wire-1")
    before = len(asked)
    assert not any("FROM claim" in statement for statement in asked)
    assert len(view.events) == 3
    assert len(asked) > before


def test_the_claims_of_a_document_are_asked_for_when_they_are_looked_at(
    index: sqlite3.Connection, asked: list[str]
) -> None:
    first, second = sources.document(index, "N-wire").passages
    assert not any("FROM claim c" in statement for statement in asked)
    assert (len(first.claims), len(second.claims)) == (1, 1)
    assert not any("FROM claim c" in statement for statement in asked)
    assert first.claims[0].uid == "C01"
    assert sum("FROM claim c" in statement for statement in asked) == 1


def test_a_document_looks_up_claims_and_events_by_their_uid(index: sqlite3.Connection) -> None:
    view = sources.document(index, "N-wire")
    claim, event = view.claim("C03"), view.event("E01")
    assert claim is not None and event is not None
    assert (claim.uid, event.uid) == ("C03", "E01")
    assert view.claim("C03") is claim
    assert view.claim("nowhere") is None
    assert view.event("nowhere") is None


def test_a_document_says_which_claim_on_a_passage_is_disputed(index: sqlite3.Connection) -> None:
    """Of all passages of the case: as if every claim on each had been looked at."""
    found = 0
    for uid in ("N-wire", "D-plain"):
        view = sources.document(index, uid)
        others = [claim.uid for passage in view.passages for claim in passage.claims]
        for place, passage in enumerate(view.passages):
            disputed = [claim.uid for claim in passage.claims if claim.disputed]
            first = view.disputed(place, None)
            assert (first.uid if first else None) == next(iter(disputed), None)
            for named in others:
                answer = view.disputed(place, named)
                assert (answer.uid if answer else None) == (named if named in disputed else None)
                found += answer is not None
    assert found


def test_a_reprint_names_its_original(index: sqlite3.Connection) -> None:
    original = sources.source(index, "reprint").reprint_of
    assert original is not None
    assert original.uid == "wire-1"


def test_a_document_is_shown_with_its_passages_in_order(index: sqlite3.Connection) -> None:
    view = sources.document(index, "N-wire")
    assert (view.source, view.head.hold) == ("wire-1", "note")
    assert [block.kind for block in view.blocks] == ["heading", "paragraph", "item", "item"]
    assert [passage.uid for passage in view.passages] == ["P2", "P3"]
    first, second = view.passages
    assert [claim.uid for claim in first.claims] == ["C01"]
    assert (first.original_document, first.original_start, first.original_end) == ("D-wire", 40, 90)
    assert first.original_sha256 == "a" * 64
    assert [claim.uid for claim in second.claims] == ["C03"]
    assert second.quotes == ("Q1",)


@pytest.mark.parametrize("uid", ["N-wire", "D-plain"])
def test_every_passage_is_shown_where_its_words_are(index: sqlite3.Connection, uid: str) -> None:
    view = sources.document(index, uid)
    for passage in view.passages:
        assert passage.start is not None
        assert passage.end is not None
        words = "".join(
            block.text[max(shown, shown + passage.start - place) : max(shown, shown + min(n, passage.end - place))]
            for block in view.blocks
            for shown, place, n in block.pieces
            if place < passage.end and place + n > passage.start
        )
        assert words == (passage.exact or "").replace("*", "")


def test_what_is_not_held_shows_no_text(index: sqlite3.Connection) -> None:
    view = sources.document(index, "D-wire")
    assert view.blocks == ()
    assert [(passage.uid, passage.exact) for passage in view.passages] == [("P1", None)]


def test_the_listing_is_in_order_of_date_undated_last(index: sqlite3.Connection) -> None:
    assert [chip.uid for chip in sources.listing(index)] == ["wire-1", "paper", "reprint"]


@pytest.mark.parametrize("ask", [sources.source, sources.document])
def test_what_is_unknown_is_refused(index: sqlite3.Connection, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(UnknownFocus) as refused:
        ask(index, "nowhere")
    assert refused.value.code.startswith("no-such-")
