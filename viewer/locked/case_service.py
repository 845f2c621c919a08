"""The life of the child that reads a sent case: load, lock, then check one database and hand its rows over."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import msgspec

from viewer.case import store
from viewer.index import markup
from viewer.locked import rows
from viewer.locked.case_messages import (
    LARGEST_DATABASE,
    LARGEST_TEXT,
    Answer,
    Blocks,
    CheckDatabase,
    ReadBlocks,
    ReadRows,
    Refused,
    Request,
    Rows,
    Sound,
)
from viewer.locked.database import Database, Words, Wrong, our_words
from viewer.locked.frames import BadFrame, Limits
from viewer.locked.lock import lock
from viewer.locked.messages import TryLock
from viewer.locked.pipes import requests, send, take_pipes
from viewer.locked.trial import try_lock  # loads what the lock itself needs, too

REQUESTS = Limits(record=64 << 10, payload=LARGEST_DATABASE)
_UNREADABLE = (ValueError, LookupError, ArithmeticError, RuntimeError, TypeError)
_SAMPLE = b"# a\n\n- *b* [c](https://example.org) `d`\n\n| e | f |\n|---|---|\n| g | h |\n\n1. i\n\n> j\n"


class Service:
    """Answers one request after another."""

    def __init__(self) -> None:
        self._words: frozenset[Words] = our_words()
        self._database: Database | None = None

    def answer(self, request: Request | None, payload: bytes) -> tuple[Answer, bytes]:
        """The answer and its payload."""
        try:
            match request:
                case CheckDatabase():
                    return self._check(payload, request.seconds), b""
                case ReadRows():
                    return self._page(request)
                case ReadBlocks():
                    return _blocks(payload, request.media_type), b""
                case TryLock():
                    return try_lock(), b""
                case _:
                    return Refused("refused"), b""
        except Wrong as wrong:
            return Refused(wrong.code, wrong.detail[:300]), b""
        except MemoryError:
            return Refused("database-too-large"), b""

    def _check(self, content: bytes, seconds: float) -> Answer:
        if self._database is not None:
            self._database.close()
        self._database = None
        self._database = Database(content, self._words, seconds)
        return Sound()

    def _page(self, asked: ReadRows) -> tuple[Answer, bytes]:
        if self._database is None:
            return Refused("refused"), b""
        page, last = self._database.page(asked.table, asked.anew)
        return Rows(last), msgspec.msgpack.encode(page)


def _blocks(content: bytes, media_type: str) -> Answer:
    if len(content) > LARGEST_TEXT:
        return Refused("text-unreadable", "size")
    try:
        text = markup.document_text(content)
        return Blocks(list(markup.blocks(text, media_type)), len(text))
    except _UNREADABLE as bad:
        return Refused("text-unreadable", type(bad).__name__)


def main() -> None:
    """Until the host closes the pipe."""
    pipe_in, pipe_out = take_pipes()
    service = Service()
    _warm_up(service)
    lock()
    try:
        send(pipe_out, Sound(), b"")  # ready
        for request, payload in requests(pipe_in, Request, REQUESTS):
            told, rest = service.answer(request, payload)
            del payload
            send(pipe_out, told, rest)
    except (BadFrame, BrokenPipeError):
        os._exit(3)
    os._exit(0)


def _warm_up(service: Service) -> None:
    """Everything once, with a database of our own."""
    with closing(sqlite3.connect(":memory:")) as ours:
        store.create(ours)
        content = ours.serialize()
    service.answer(CheckDatabase(30.0), content)
    for table in range(len(rows.TABLES)):
        service.answer(ReadRows(table), b"")
    service.answer(CheckDatabase(30.0), b"no database")
    for media_type in ("text/markdown", "text/plain"):
        service.answer(ReadBlocks(media_type), _SAMPLE)
