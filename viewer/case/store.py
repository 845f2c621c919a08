"""Records into a case's tables and out of them again; the tables are those of `schema.sql`, word for word."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from viewer.case import records, records_of_use

APPLICATION_ID = 0x43415345  # 'CASE'
FORMAT = 1
Record = TypeVar("Record")

# In an order in which every reference points backwards or into its own table.
TABLES: tuple[type[Any], ...] = (
    records.Meta, records.Principle, records.Term, records.Measure, records.Agent, records.AgentName,
    records.Place, records.Source, records.PlaceSource, records.Document, records.Passage, records.Event,
    records.EventDate, records.EventAgent, records.EventRelation, records.EventPassage, records.Claim,
    records.ClaimPassage, records.ClaimRelation, records.Quote, records.QuoteEvent, records.QuotePair,
    records.Discrepancy, records.DiscrepancySource, records.DiscrepancyEvent, records.Reckoning,
    records.ReckoningEvent, records_of_use.Exhibit, records_of_use.Storyboard, records_of_use.StoryboardItem,
    records_of_use.StoryboardTarget, records_of_use.Translation, records_of_use.Provenance,
    records_of_use.Custody,
)  # fmt: skip


def schema() -> str:
    """The DDL of exchange format 1."""
    return Path(__file__).with_name("schema.sql").read_text("utf-8")


def table_of(record: type[Any]) -> str:
    """EventAgent -> event_agent."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", record.__name__).lower()


def columns_of(record: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def create(connection: sqlite3.Connection) -> None:
    """Make the empty tables of a case in a new database."""
    connection.execute("PRAGMA page_size = 4096")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.executescript(schema())


def insert(connection: sqlite3.Connection, record: type[Record], rows: Iterable[Record]) -> None:
    """Add records of one kind. Raises sqlite3.IntegrityError where the schema refuses one."""
    columns = columns_of(record)
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table_of(record)}({', '.join(columns)}) VALUES ({marks})"
    connection.executemany(statement, map(attrgetter(*columns), rows))  # twice as fast as dataclasses.astuple


def read(connection: sqlite3.Connection, record: type[Record]) -> Iterator[Record]:
    """All records of one kind, in the table's own order."""
    columns = columns_of(record)
    rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table_of(record)}")
    for row in rows:
        yield record(**dict(zip(columns, row, strict=True)))
