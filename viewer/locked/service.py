"""The child's life: load and try everything, lock, then answer one request after another until the pipe closes."""

from __future__ import annotations

import codecs
import os
import struct
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO

import msgspec
from PIL import Image
from pypdfium2 import PdfiumError

from viewer.locked import finding, glyphs, hidden, kinds, pdf, pictures, samples, svg, texts
from viewer.locked.frames import BadFrame, Limits
from viewer.locked.lock import lock
from viewer.locked.messages import (
    LARGEST_DOCUMENT,
    PAYLOADS,
    Answer,
    Done,
    Drop,
    FindHidden,
    FindWords,
    Hold,
    OpenPdf,
    OpenPicture,
    ReadPage,
    ReadPages,
    ReadText,
    Refused,
    RenderPage,
    RenderPicture,
    RenderSvg,
    Request,
    Sniff,
    TryLock,
)
from viewer.locked.pipes import requests, send, take_pipes
from viewer.locked.refusal import Refusal
from viewer.locked.shelf import Shelf
from viewer.locked.trial import try_lock

REQUESTS = Limits(record=256 << 10, payload=LARGEST_DOCUMENT)
# What decoders raise on bytes they cannot make sense of; anything else ends the child, and the host says so.
_UNREADABLE = (
    OSError, ValueError, LookupError, ArithmeticError, SyntaxError, EOFError, RuntimeError, TypeError,
    struct.error, zlib.error, PdfiumError, Image.DecompressionBombError,
)  # fmt: skip


def main() -> None:
    """Until the host closes the pipe."""
    pipe_in, pipe_out = take_pipes()
    shelf = Shelf()
    _warm_up(shelf)
    lock()
    try:
        _send(pipe_out, Done())  # ready
        for request, payload in requests(pipe_in, Request, REQUESTS):
            _send(pipe_out, answer(shelf, request, payload))
    except (BadFrame, BrokenPipeError):
        os._exit(3)  # the host has gone, or this is not our host
    os._exit(0)  # without the libraries' farewells, which may want what the lock refuses


def _warm_up(shelf: Shelf) -> None:
    for encoding in {*texts.ENCODINGS.values(), "utf-16-le", "utf-16-be", "idna", "cp437"}:
        codecs.lookup(encoding)
        b"a ".decode(encoding, errors="replace") if encoding != "idna" else None
    for content, asked in samples.samples():
        shelf.hold(samples.KEY, content, "")
        for request in asked:
            answer(shelf, request, b"")
    shelf.drop(samples.KEY)


def answer(shelf: Shelf, request: Request | None, payload: bytes) -> Answer:
    """What the host is told; whatever a decoder cannot read is a code."""
    work = _WORK.get(type(request))
    if work is None:
        return Refused("refused", "no such request")
    try:
        return work(shelf, request, payload)
    except Refusal as reason:
        return Refused(reason.code, reason.detail[:500])
    except (MemoryError, Image.DecompressionBombError):
        shelf.free_frames()
        return Refused("too-large", "memory")
    except RecursionError:
        return Refused("too-large", "nesting")
    except _UNREADABLE as error:
        return Refused("not-readable", f"{type(error).__name__}: {error}"[:500])


def _send(pipe: BinaryIO, told: Answer) -> None:
    payload = b""
    if field := PAYLOADS.get(type(told)):
        payload = getattr(told, field)
        told = msgspec.structs.replace(told, **{field: b""})
    send(pipe, told, payload)


def _hold(shelf: Shelf, asked: Hold, payload: bytes) -> Done:
    shelf.hold(asked.key, payload, asked.password)
    return Done()


def _drop(shelf: Shelf, asked: Drop, payload: bytes) -> Done:
    shelf.drop(asked.key)
    return Done()


_WORK: dict[type, Callable[[Shelf, Any, bytes], Answer]] = {
    Hold: _hold,
    Drop: _drop,
    Sniff: lambda shelf, asked, _: kinds.kind_of(shelf.find(asked.key).content),
    OpenPdf: lambda shelf, asked, _: pdf.facts(shelf.find(asked.key)),
    RenderPage: lambda shelf, asked, _: pdf.render(shelf.find(asked.key), asked),
    ReadPage: lambda shelf, asked, _: glyphs.page_text(shelf.find(asked.key), asked.page),
    ReadPages: lambda shelf, asked, _: glyphs.pages_words(shelf.find(asked.key), asked),
    FindWords: lambda shelf, asked, _: finding.find_words(shelf.find(asked.key), asked),
    OpenPicture: lambda shelf, asked, _: pictures.facts(shelf.find(asked.key)),
    RenderPicture: lambda shelf, asked, _: pictures.render(shelf, shelf.find(asked.key), asked),
    RenderSvg: lambda shelf, asked, _: svg.render(shelf.find(asked.key), asked.width),
    ReadText: lambda shelf, asked, _: texts.read_text(shelf.find(asked.key), asked),
    FindHidden: lambda shelf, asked, _: hidden.find_hidden(shelf.find(asked.key)),
    TryLock: lambda shelf, asked, _: try_lock(),
}
