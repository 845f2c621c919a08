"""The case as a whole is counted the same way for every side."""

from __future__ import annotations

import sqlite3

from viewer.index.ask import about
from viewer.index.ask.about import Counts, Heading, Share


def test_the_heading_names_the_case(index: sqlite3.Connection) -> None:
    assert about.heading(index) == Heading(
        "utopia", "Utopia", "en", events=9, sources=3, fiction=True, case_digest="c" * 64
    )


def test_everything_is_counted(index: sqlite3.Connection) -> None:
    assert about.about(index).counts == Counts(
        events=9, claims=16, sources=3, sources_cited=3, quotes=2, places=1, agents=5, discrepancies=1, passages=4,
        documents_held=1, documents_not_held=1, only_in_notes=1, disputed_events=2,
    )  # fmt: skip


def test_claims_are_shared_out_by_party(index: sqlite3.Connection) -> None:
    found = about.about(index)
    assert found.claims_by_claimant_party == (
        Share("party", "a side", 4),
        Share("affected", "affected", 4),
        Share("unknown", "unknown", 8),
    )
    assert sum(share.count for share in found.claims_by_publisher_party) == 16
    assert found.sources_by_kind == (Share("news", "news", 3),)


def test_what_made_the_case_is_told(index: sqlite3.Connection) -> None:
    found = about.about(index)
    assert found.principles == ("Every figure is a claim.",)
    assert [(title.lang, title.text) for title in found.titles] == [("ar", "يوتوبيا")]
    assert (found.case_digest, found.database_digest) == ("c" * 64, "d" * 64)
