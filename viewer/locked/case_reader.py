"""A sent case as others see it: its child checks the database and hands over rows, each held to its type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

import msgspec

from viewer.case import store
from viewer.case.errors import CaseError, Damaged, NotACase
from viewer.index.block import Block
from viewer.locked import rows
from viewer.locked.case_messages import (
    EXPECTED,
    LARGEST_PAGE,
    Answer,
    Blocks,
    CheckDatabase,
    ReadBlocks,
    ReadRows,
    Refused,
    Request,
    Rows,
)
from viewer.locked.checks import is_block
from viewer.locked.door import Cancelled, Door, Ended, TimeUp
from viewer.locked.frames import BadFrame
from viewer.locked.messages import Protections, TryLock

TextKind = Literal["text/markdown", "text/plain"]
_PAGE_SECONDS = 30.0
_TEXT_SECONDS = 5.0
_MOST_LOST = 1
_DECODER: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(Answer)


class Unwanted(Exception):
    """Nobody waits for the case any more."""


class CaseReader:
    """One child for one sent case; who makes it closes it. For one thread at a time.

    Every method raises Damaged or NotACase for what the case does, and Unwanted.
    """

    def __init__(self, database: str, unwanted: Callable[[], bool]) -> None:
        """database: its name, for what is said about it. Raises CaseError where the child cannot be started."""
        self._name = database
        self.unwanted = unwanted
        self._door: Door | None = None
        self._lost = 0  # children that a text has cost
        self._awaited: Request | None = None  # handed in and not fetched yet
        self._open()

    def close(self) -> None:
        """End the child."""
        self._awaited = None
        door, self._door = self._door, None
        if door is not None:
            door.close()

    @property
    def pid(self) -> int | None:
        """The child's process id while it runs."""
        return self._door.pid if self._door else None

    def protections(self) -> Protections:
        """What the running child found it cannot do, tried now."""
        told, _ = self._ask(TryLock(), b"", _PAGE_SECONDS)
        assert isinstance(told, Protections)
        return told

    def check(self, content: bytes) -> None:
        """Refuse what is not exactly a whole database of our format."""
        seconds = 8.0 + len(content) / (16 << 20)
        self._ask(CheckDatabase(seconds), content, seconds + 2)

    def records(self, record: type[Any]) -> Iterator[Any]:
        """Records of one class, in the table's own order, as their twins: the same fields, checked.

        One table at a time: to begin another ends the one before.
        """
        table = rows.TABLES.index(record)
        decoder = rows.decoder(table)
        asked, last = ReadRows(table, anew=True), False
        self._hand_in(asked, b"", _PAGE_SECONDS)
        while not last:
            assert self._awaited is asked, "two tables are read at once"
            told, payload = self._fetch(asked, _PAGE_SECONDS)
            assert isinstance(told, Rows)
            last = told.last
            if not last:  # it reads while we write
                asked = ReadRows(table)
                self._hand_in(asked, b"", _PAGE_SECONDS)
            try:
                yield from decoder.decode(payload)
            except msgspec.MsgspecError as bad:
                raise Damaged("odd-rows", store.table_of(record), str(bad)) from bad

    def blocks(self, texts: Iterable[tuple[bytes, TextKind]]) -> Iterator[list[Block]]:
        """The blocks of each text; the child reads the next while this one is used.

        A text that takes too long or cannot be read has none, nor has any after two that ended the child.
        """
        awaited: list[ReadBlocks | None] = []
        for content, media_type in texts:
            found = [self._blocks_of(asked) for asked in awaited]
            awaited = [self._handed_in(ReadBlocks(media_type), content)]
            yield from found
        yield from map(self._blocks_of, awaited)

    def _handed_in(self, asked: ReadBlocks, content: bytes) -> ReadBlocks | None:
        if self._lost > _MOST_LOST:
            return None
        try:
            self._hand_in(asked, content, _TEXT_SECONDS)
        except CaseError:
            self._count_loss()
            return None
        return asked

    def _blocks_of(self, asked: ReadBlocks | None) -> list[Block]:
        if asked is None:
            return []
        try:
            told, _ = self._fetch(asked, _TEXT_SECONDS)
        except CaseError:
            self._count_loss()
            return []
        assert isinstance(told, Blocks)
        return told.blocks if all(is_block(block, told.length) for block in told.blocks) else []

    def _count_loss(self) -> None:
        """A refusal costs nothing; a child that has ended is followed by another: the database is read by now."""
        if self._door is None:
            self._lost += 1
            self._open()

    # How it is done

    def _open(self) -> None:
        try:
            self._door = Door("case")
        except OSError as error:
            raise CaseError("child-cannot-start", self._name, str(error)) from error

    def _ask(self, request: Request, payload: bytes, seconds: float) -> tuple[Answer, bytes]:
        self._hand_in(request, payload, seconds)
        return self._fetch(request, seconds)

    def _hand_in(self, request: Request, payload: bytes, seconds: float) -> None:
        if self._awaited is not None:  # rows that nobody has fetched
            self._fetch(self._awaited, _PAGE_SECONDS)
        with self._open_door() as door:
            door.hand_in(msgspec.msgpack.encode(request), payload, seconds, self.unwanted)
        self._awaited = request

    def _fetch(self, request: Request, seconds: float) -> tuple[Answer, bytes]:
        self._awaited = None
        with self._open_door() as door:
            record, rest = door.fetch(seconds, self.unwanted)
            told = _understood(request, record, rest)
        if isinstance(told, Refused):
            kind = NotACase if told.code == "not-our-tables" else Damaged
            raise kind(told.code, self._name, told.detail)
        return told, rest

    @contextmanager
    def _open_door(self) -> Iterator[Door]:
        """The door; what goes wrong there closes it. Raises CaseError, Unwanted."""
        door = self._door
        if door is None:
            raise Damaged("child-ended", self._name)
        if self.unwanted():
            raise Unwanted
        try:
            yield door
        except Cancelled:
            self.close()
            raise Unwanted from None
        except (TimeUp, Ended, BadFrame) as wrong:
            started = door.ready
            self.close()
            raise self._fault(wrong, started) from wrong

    def _fault(self, wrong: Exception, started: bool) -> CaseError:
        if not started:
            return CaseError("child-cannot-start", self._name, str(wrong))
        return Damaged("database-too-slow" if isinstance(wrong, TimeUp) else "child-ended", self._name, str(wrong))


def _understood(request: Request, record: bytes, payload: bytes) -> Answer:
    """Raises BadFrame."""
    try:
        told: Answer = _DECODER.decode(record)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise BadFrame(str(error)) from None
    if not isinstance(told, (Refused, EXPECTED[type(request)])):
        raise BadFrame("answers something else")
    if payload and not isinstance(told, Rows):
        raise BadFrame("a payload that nobody asked for")
    if len(payload) > LARGEST_PAGE:
        raise BadFrame("a page that is too long")
    return told
