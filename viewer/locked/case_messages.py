"""What the window and the locked child say to each other about a case that was sent: its database, its texts."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from viewer.index.block import Block
from viewer.locked.messages import Protections, TryLock

LARGEST_DATABASE = 512 << 20  # bytes
LARGEST_TEXT = 16 << 20  # bytes of a text document that becomes blocks
LARGEST_PAGE = 96 << 20  # bytes of packed rows that cross at once
MOST_TABLES = 200

Why = Literal[
    "database-damaged",  # SQLite finds pages, rows or values that are not as they must be
    "not-our-tables",  # not word for word the tables of the format
    "dangling-reference",  # a row refers to one that is not there
    "not-text",  # words that are not UTF-8
    "database-too-slow",  # the time was up
    "database-too-large",  # the memory was
    "text-unreadable",
    "refused",  # a request that makes no sense
]
Told = Annotated[str, Meta(max_length=300)]


class _Message(Struct, frozen=True, tag_field="is", forbid_unknown_fields=True):
    """A record that crosses the pipe."""


class CheckDatabase(_Message, frozen=True, tag="check"):
    """Take this database and check it within so many seconds. Payload: its bytes. Answer: Sound."""

    seconds: Annotated[float, Meta(gt=0, le=600)]


class ReadRows(_Message, frozen=True, tag="rows"):
    """The next rows of a table, or `anew` its first ones. Answer: Rows."""

    table: Annotated[int, Meta(ge=0, lt=MOST_TABLES)]
    anew: bool = False


class ReadBlocks(_Message, frozen=True, tag="text"):
    """A text document. Payload: its bytes. Answer: Blocks."""

    media_type: Literal["text/markdown", "text/plain"]


class Sound(_Message, frozen=True, tag="sound"):
    """The database is exactly of our format and whole."""


class Rows(_Message, frozen=True, tag="some"):
    """Rows in the order of the table's columns, packed. Payload: the rows. `last`: there are no more."""

    last: bool


class Blocks(_Message, frozen=True, tag="blocks"):
    """The blocks of a text, and how long the text is in code points."""

    blocks: Annotated[list[Block], Meta(max_length=1_000_000)]
    length: Annotated[int, Meta(ge=0, le=LARGEST_TEXT)]


class Refused(_Message, frozen=True, tag="refused"):
    """No answer: why; `detail` is what SQLite says, or a name from our own tables."""

    code: Why
    detail: Told = ""


Request = CheckDatabase | ReadRows | ReadBlocks | TryLock
Answer = Sound | Rows | Blocks | Refused | Protections
EXPECTED: dict[type[Struct], type[Struct]] = {
    CheckDatabase: Sound,
    ReadRows: Rows,
    ReadBlocks: Blocks,
    TryLock: Protections,
}
