"""The child's ends of the pipes: requests come in whole or not at all, answers go out with their payload."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from viewer.locked.frames import HEADER_SIZE, BadFrame, Limits, header, lengths


def take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the host; what a library prints goes nowhere."""
    inward, outward = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (inward, outward):
            msvcrt.setmode(descriptor, os.O_BINARY)
    return open(inward, "rb"), open(outward, "wb")  # noqa: PTH123


def requests(pipe: BinaryIO, kinds: Any, limits: Limits) -> Iterator[tuple[Any, bytes]]:
    """Requests of the union `kinds` with their payloads, None where a record makes no sense. Raises BadFrame."""
    decoder: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(kinds)
    while opening := pipe.read(HEADER_SIZE):
        if len(opening) < HEADER_SIZE:
            raise BadFrame("cut short")
        record_size, payload_size = lengths(opening, limits)
        record, payload = pipe.read(record_size), pipe.read(payload_size)
        if len(record) < record_size or len(payload) < payload_size:
            raise BadFrame("cut short")
        try:
            request = decoder.decode(record)
        except msgspec.MsgspecError:
            request = None
        yield request, payload


def send(pipe: BinaryIO, told: msgspec.Struct, payload: bytes) -> None:
    """One answer and the bytes that travel beside it."""
    record = msgspec.msgpack.encode(told)
    pipe.write(header(record, payload))
    pipe.write(record)
    pipe.write(payload)
    pipe.flush()
