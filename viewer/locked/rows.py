"""Rows of a case as they cross the pipe: each value is held against the type its record gives it."""

from __future__ import annotations

from functools import cache
from typing import Any, get_type_hints

import msgspec

from viewer.case import store

TABLES = tuple(store.TABLES)


def twin(record: type[Any]) -> type[msgspec.Struct]:
    """A record with the same fields that is packed as a list and made in one step from it.

    The real record is a plain dataclass; to make a million of them would take longer than to write them.
    """
    kinds = get_type_hints(record)
    named = [(name, kinds[name]) for name in store.columns_of(record)]
    return msgspec.defstruct(
        record.__name__, named, array_like=True, frozen=True, forbid_unknown_fields=True, gc=False
    )


@cache
def decoder(table: int) -> msgspec.msgpack.Decoder[list[Any]]:
    """Of a page of rows of a table, by its place; raises msgspec.MsgspecError where a value is not of its type."""
    return msgspec.msgpack.Decoder(list[twin(TABLES[table])])  # type: ignore[misc]


def question(record: type[Any]) -> str:
    """The columns by name, one table alone."""
    return f"SELECT {', '.join(store.columns_of(record))} FROM {store.table_of(record)}"
