"""A small case made in code, with every kind of doubt in it, and its index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.bench.cases.synthetic import Synthetic
from viewer.case import records as r
from viewer.case import store, when
from viewer.case.records_of_use import Translation
from viewer.index.reader import open_index
from viewer.index.writer import Digests, write

DIGESTS = Digests("c" * 64, "d" * 64)
NOTE = """# Extract note: the wire

Our paraphrase. **Original not held.**

- The ministry puts the dead at *three*.
- Residents say 36 & more.
"""
PLAIN = "First line\nsecond line\n\nقُتِلَ رجلٌ\n"
FILES = {"documents/wire.md": NOTE.encode(), "documents/plain.txt": b"\xef\xbb\xbf" + PLAIN.encode()}


def _event(number: int, title: str, edtf: str | None = None, **more: Any) -> r.Event:
    bounds = when.parse(edtf) if edtf else None
    return r.Event(
        id=number,
        uid=f"E{number:02}",
        title=title,
        date_edtf=edtf,
        earliest_jd=bounds.earliest_jd if bounds else None,
        latest_jd=bounds.latest_jd if bounds else None,
        kind=more.pop("kind", "force"),
        **more,
    )


def _claim(number: int, event: int, source: int, claimant: int | None, **more: Any) -> r.Claim:
    as_of = when.parse(more["as_of_edtf"]) if more.get("as_of_edtf") else None
    kind = more.pop("kind", "figure")
    return r.Claim(
        id=number,
        uid=f"C{number:02}",
        event_id=event,
        source_id=source,
        claimant_id=claimant,
        kind=kind,
        measure_id=more.pop("measure", 1),
        text=more.pop("text", None if kind == "figure" else f"statement {number}"),
        as_of_earliest_jd=as_of.earliest_jd if as_of else None,
        as_of_latest_jd=as_of.latest_jd if as_of else None,
        **more,
    )


def _exactly(number: int) -> dict[str, Any]:
    return {"low": number, "best": number, "high": number, "qualifier": "exact"}


def _passage(number: int, document: int, text: str, exact: str, **more: Any) -> r.Passage:
    start = text.index(exact)
    return r.Passage(
        id=number, uid=f"P{number}", document_id=document, exact=exact, start_char=start,
        end_char=start + len(exact), **more,
    )  # fmt: skip


def _people() -> list[Any]:
    return [
        r.Agent(
            id=1, uid="gov", name="Government of Utopia", short_name="Government", kind="state", party="party"
        ),
        r.Agent(id=2, uid="spokesman", name="A. Spokesman", kind="person", party="party", within_id=1),
        r.Agent(id=3, uid="residents", name="سكان المخيم", kind="people", party="affected"),
        r.Agent(id=4, uid="un", name="United Nations", kind="organisation"),
        r.Agent(id=5, uid="wire", name="The Wire", kind="organisation"),
        r.AgentName(id=1, agent_id=3, name="Residents of the camp", lang="en"),
        r.Place(id=1, uid="camp", name="The Camp at the River", short_name="The Camp", reported="near\nfar"),
        r.EventAgent(id=1, event_id=1, agent_id=1, role="actor"),
    ]


def _papers() -> list[Any]:
    return [
        r.Source(id=1, uid="wire-1", kind="news", title="Three dead", publisher="The Wire", publisher_id=5,
                 date_edtf="2011-04-09", earliest_jd=2455660.5, latest_jd=2455661.5),
        r.Source(id=2, uid="paper", kind="news", title="كتاب يكي", publisher="A Paper", date_edtf="2011-04-10"),
        r.Source(id=3, uid="reprint", kind="news", title="Three dead (reprint)", publisher="B", reprint_of=1),
        r.Document(id=1, uid="D-wire", source_id=1, title="The original", media_type="text/html",
                   external_ref="https://example.org/1"),
        r.Document(id=2, uid="N-wire", source_id=1, title="Extract note", media_type="text/markdown", byte_size=1,
                   sha256="0" * 64, path="documents/wire.md", derived_from=1, derivation="extract-note"),
        r.Document(id=3, uid="D-plain", source_id=2, title="Plain", media_type="text/plain", byte_size=1,
                   sha256="0" * 64, path="documents/plain.txt"),
        r.Passage(id=1, uid="P1", document_id=1, start_char=40, end_char=90, exact_sha256="a" * 64),
        _passage(2, 2, NOTE, "The ministry puts the dead at *three*.", label="Sentence 1", original_id=1),
        _passage(3, 2, NOTE, "Residents say 36 & more."),
        _passage(4, 3, PLAIN, "قُتِلَ رجلٌ"),
    ]  # fmt: skip


def _events() -> list[Any]:
    return [
        _event(1, "Operation at the camp", "2011-04-07/2011-04-08", place_id=1, summary="Deaths are reported."),
        _event(2, "Count of the wounded", "2011-04-20"),
        _event(3, "Deaths over time", "2011-05", kind="report"),
        _event(4, "زيارة المخيم", "2012-01-03", kind="visit"),
        _event(5, "A date nobody gives"),
        _event(6, "Known by its order", sequence=3),
        _event(7, "All in all", "2009/..", total=1, kind="report"),
        _event(8, "Goes on", "2013-09-01/.."),
        _event(9, "About then", "2010-02~"),
        r.EventDate(id=1, event_id=1, date_edtf="2011-04-08", source_id=2),
        r.EventDate(id=2, event_id=4, date_edtf="2012-02-20", source_id=2),
        r.EventRelation(id=1, from_id=2, kind="part-of", to_id=1),
        r.EventRelation(id=2, from_id=2, kind="contradicts", to_passage_id=3),
        r.EventPassage(event_id=2, passage_id=3),
    ]


def _claims() -> list[Any]:
    return [
        _claim(1, 1, 1, 1, **_exactly(3)),
        _claim(2, 1, 1, 2, **_exactly(3)),
        _claim(3, 1, 2, 3, **_exactly(36)),
        _claim(4, 1, 2, 4, low=34, qualifier="at-least"),
        _claim(5, 1, 2, 5, qualifier="dozens"),
        _claim(6, 1, 2, 4, low=300, qualifier="more-than", measure=2),
        _claim(7, 1, 2, 3, low=200, qualifier="at-least", measure=2),
        _claim(8, 1, 1, None, kind="statement", measure=3, text="The wire says that shots were heard."),
        _claim(9, 1, 3, None, kind="statement", measure=3, text="قُتِلَ رجلٌ قرب المخيم"),
        _claim(10, 1, 2, 3, kind="statement", measure=3),
        _claim(11, 2, 1, 1, measure=2, qualifier="about", low=40, high=40),
        _claim(12, 2, 1, 4, measure=2, qualifier="range", low=44, high=60),
        _claim(13, 3, 1, 1, **_exactly(5), as_of_edtf="2011-05-01"),
        _claim(14, 3, 1, 4, **_exactly(8), as_of_edtf="2011-05-20"),
        _claim(15, 3, 1, 4, **_exactly(2), as_of_edtf="2011-05-21", category="children"),
        _claim(16, 7, 2, 3, **_exactly(116)),
        r.ClaimPassage(claim_id=1, passage_id=2),
        r.ClaimPassage(claim_id=3, passage_id=4, relation="supports"),
        r.ClaimPassage(claim_id=3, passage_id=3),
        r.ClaimRelation(id=1, from_id=10, kind="repeats", to_id=8),
        r.ClaimRelation(id=2, from_id=10, kind="answers", to_id=9),
        r.Quote(id=1, uid="Q1", speaker_id=4, capacity="Envoy", text="We call for an inquiry.", lang="en",
                said_edtf="2011-04-12", source_id=1, passage_id=3),
        r.Quote(id=2, uid="Q2", speaker_id=1, text="There is nothing to inquire.", source_id=2, passage_id=4),
        r.QuoteEvent(quote_id=1, event_id=1),
        r.QuotePair(quote_id=1, with_id=2),
        r.Discrepancy(id=1, uid="D1", topic="The count", source_id=1, says="three", others_say="36"),
        r.DiscrepancyEvent(discrepancy_id=1, event_id=1),
        r.DiscrepancySource(discrepancy_id=1, source_id=2),
    ]  # fmt: skip


def _terms() -> list[Any]:
    named = [("kind", "visit", "Visit"), ("kind", "force", "Use of force"), ("party", "party", "a side")]
    return [
        r.Meta(key="case_uid", value="utopia"),
        r.Meta(key="title", value="Utopia"),
        r.Meta(key="lang", value="en"),
        r.Meta(key="fiction", value="yes"),
        r.Principle(id=1, text="Every figure is a claim."),
        *(r.Term(id=i, scheme=s, code=c, label=words) for i, (s, c, words) in enumerate(named, start=1)),
        r.Measure(id=1, code="killed", label="Killed", unit="people", cumulative=1, rank=1),
        r.Measure(id=2, code="injured", label="Injured", unit="people", rank=2),
        r.Measure(id=3, code="cause", label="Cause", rank=3),
    ]


def _translations() -> list[Any]:
    return [
        Translation(
            entity="event", entity_id=1, field="title", lang="fa", text="عملیات در اردوگاه", status="draft"
        ),
        Translation(entity="case", entity_id=0, field="title", lang="ar", text="يوتوبيا", status="draft"),
    ]


@pytest.fixture
def case() -> Iterator[sqlite3.Connection]:
    """The tables of the small case."""
    with closing(sqlite3.connect(":memory:")) as connection:
        store.create(connection)
        for row in [*_terms(), *_people(), *_papers(), *_events(), *_claims(), *_translations()]:
            store.insert(connection, type(row), [row])
        yield connection


@pytest.fixture
def index_file(case: sqlite3.Connection, tmp_path: Path) -> Path:
    path = tmp_path / "small.index.sqlite"
    for _ in write(partial(store.read, case), FILES.__getitem__, path, DIGESTS):
        pass
    return path


@pytest.fixture
def index(index_file: Path) -> Iterator[sqlite3.Connection]:
    """An open index of the small case."""
    with closing(open_index(index_file)) as connection:
        yield connection


def written(drawn: Synthetic, folder: Path) -> Path:
    """The index of a case drawn by lot."""
    path = folder / "drawn.index.sqlite"
    for _ in write(drawn.records, drawn.document, path, DIGESTS):
        pass
    return path


@pytest.fixture(scope="session")
def drawn_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of a case drawn by lot, with every kind of date, script and reprint in it."""
    return written(Synthetic(1500, seed=7, text_bytes=120_000), tmp_path_factory.mktemp("drawn"))


@pytest.fixture
def drawn(drawn_file: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_index(drawn_file)) as connection:
        yield connection
