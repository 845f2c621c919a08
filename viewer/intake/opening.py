"""Opens a case that was sent: list, hashes, header, locked child, our own index. Nothing of it is ever changed.

The bytes of the database are read once; what is hashed is what is checked and handed over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from viewer import paths
from viewer.case.bag import DATABASE, Bag
from viewer.case.errors import Damaged, NotACase
from viewer.case.frozen import dataclass
from viewer.case.quiet import open_quietly
from viewer.case.records import Document
from viewer.index.block import Block
from viewer.index.texts import TEXTS
from viewer.index.writer import Digests
from viewer.intake import header, kept_index
from viewer.intake.opened import FileFound, Opened, Progress
from viewer.intake.own_index import SMALL, OwnIndex, Source
from viewer.locked.case_messages import LARGEST_DATABASE
from viewer.locked.case_reader import CaseReader, TextKind
from viewer.locked.originals import LARGEST, OriginalReader

Result = TypeVar("Result")
Opening = Generator[Progress, None, Result]
_HASHED, _CHECKED = 0.2, 0.3  # shares of the whole
_FETCH = "fetch.txt"


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was read from the disk. name: of the database, for what is said about it."""

    name: str
    content: bytes
    digests: Digests
    files: tuple[FileFound, ...] = ()
    bag: Bag | None = None


def open_case(path: Path, unwanted: Callable[[], bool] = _never, small: int = SMALL) -> Opening[Opened]:
    """Yields what is being checked, and returns the case, which the caller closes.

    path: an .evcase, a bag folder, or a bare case.sqlite. unwanted: asked again and again, also while the child
    works; when it answers True, Unwanted is raised soon. small: databases of up to so many bytes are indexed in
    memory. Raises CaseError, OSError, viewer.locked.case_reader.Unwanted.
    """
    yield Progress("list", 0.0)
    if _is_bare(path):
        with closing(CaseReader(path.name, unwanted)) as reader:
            return (yield from _checked(_bare(path), None, reader, small))
    with Bag.open(path) as bag:
        check_names(bag)
        taken: _Taken | None = None
        if kept_index.known(bag.digest):
            taken = yield from _hashed(bag)
            if case := (yield from _as_kept(taken, path)):
                return case
        with closing(CaseReader(DATABASE, unwanted)) as reader:  # it loads while we hash
            taken = taken or (yield from _hashed(bag))
            return (yield from _checked(taken, path, reader, small))


def opened(path: Path, small: int = SMALL) -> Opened:
    """The case at once, for whoever can wait. Raises CaseError, OSError."""
    steps = open_case(path, small=small)
    while True:
        try:
            next(steps)
        except StopIteration as last:
            case: Opened = last.value
            return case


def _is_bare(path: Path) -> bool:
    if path.is_dir():
        return False
    if not path.is_file():
        raise NotACase("no-such-file", path.name)
    with open_quietly(path, follow=True) as file:
        return file.read(len(header.MAGIC)) == header.MAGIC


def _bare(path: Path) -> _Taken:
    with open_quietly(path, follow=True) as file:
        content = file.read(LARGEST_DATABASE + 1)
    if len(content) > LARGEST_DATABASE:
        raise Damaged("database-too-large", path.name)
    return _Taken(path.name, content, Digests("", hashlib.sha256(content).hexdigest()))


def check_names(bag: Bag) -> None:
    """The bag holds a case, and no payload that its list does not name. Raises NotACase, Damaged."""
    there = bag.names()
    if _FETCH in there:
        raise Damaged("bag-fetches", _FETCH)
    unlisted = sorted(name for name in there - bag.manifest.keys() if name.startswith(("data/", "../")))
    if unlisted:
        raise Damaged("unlisted-file", unlisted[0])
    if DATABASE not in bag.manifest:
        raise NotACase("no-database", DATABASE)


def _hashed(bag: Bag) -> Opening[_Taken]:
    """The database read and hashed, every other file hashed."""
    whole = sum(bag.size(name) for name in bag.manifest) or 1
    yield Progress("files", 0.0, DATABASE)
    if bag.size(DATABASE) > LARGEST_DATABASE:
        raise Damaged("database-too-large", DATABASE)
    content = bag.database()
    done = len(content)
    files = [FileFound(DATABASE, "ok", bag.manifest[DATABASE], bag.manifest[DATABASE])]
    for name, listed in bag.manifest.items():
        if name == DATABASE:
            continue
        yield Progress("files", _HASHED * min(done / whole, 1.0), name)
        found, state = None, "altered"
        try:
            reading = bag.hash(name)
            while True:
                done += next(reading)
                yield Progress("files", _HASHED * min(done / whole, 1.0), name)
        except StopIteration as ended:
            found = str(ended.value)
            state = "ok" if found == listed else "altered"
        except Damaged as wrong:
            state = "missing" if wrong.code == "missing-file" else "altered"
        files.append(FileFound(name, state, listed, found))
    digests = Digests(bag.digest, bag.manifest[DATABASE])
    return _Taken(DATABASE, content, digests, tuple(files), bag)


def _as_kept(taken: _Taken, case: Path) -> Opening[Opened | None]:
    """With the index kept from a time when the same bytes were checked; None = from the beginning."""
    if any(file.state != "ok" for file in taken.files):
        return None  # the kept index has the words of a document that is not here as it was
    yield Progress("kept", _HASHED)
    comparing = kept_index.sound(taken.digests)
    try:
        while True:
            yield Progress("kept", _HASHED + (_CHECKED - _HASHED) * next(comparing))
    except StopIteration as last:
        index: Path | None = last.value
    if index is None:
        return None
    yield Progress("kept", 1.0)
    return Opened(index, case, taken.digests, taken.files, {}, _nothing, kept=True)


def _nothing() -> None:
    """A kept index stays."""


def _checked(taken: _Taken, case: Path | None, reader: CaseReader, small: int) -> Opening[Opened]:
    header.check_header(taken.content, taken.name)
    yield Progress("database", _HASHED)
    reader.check(taken.content)
    yield Progress("index", _CHECKED)
    index = OwnIndex(len(taken.content) <= small or paths.keeps_nothing())
    with closing(OriginalReader(reader.unwanted)) as originals:
        contents = _Contents(reader, originals, taken)
        try:
            for share in index.write(contents.source()):
                yield Progress("index", _CHECKED + (1 - _CHECKED) * share)
            yield Progress("index", 1.0)
        except BaseException:
            index.close()
            raise
    return Opened(index.location, case, taken.digests, taken.files, contents.altered, index.close)


def _text_kind(media_type: str) -> TextKind:
    return "text/markdown" if media_type == "text/markdown" else "text/plain"


class _Contents:
    """What the index is made from; notes on the way which documents are not what the database says of them."""

    def __init__(self, reader: CaseReader, originals: OriginalReader, taken: _Taken) -> None:
        self._reader = reader
        self._originals = originals
        self._taken = taken
        self._found = {file.name: file.found for file in taken.files}
        self.altered: dict[str, tuple[str, str | None]] = {
            file.name: (file.listed or "", file.found) for file in taken.files if file.state != "ok"
        }

    def source(self) -> Source:
        return Source(self.records, self.document, self.blocks, self._taken.digests)

    def records(self, record: type[Any]) -> Iterator[Any]:
        found = self._reader.records(record)
        return self._compared(found) if record is Document else found

    def document(self, path: str) -> bytes:
        """Nothing for one that is not as it was listed, for its words would be taken for the document's, and for
        one that is too large to be searched.
        """
        name, bag = f"data/{path}", self._taken.bag
        if bag is None or name in self.altered or bag.size(name) > LARGEST:
            return b""
        return bag.read(name)

    def blocks(self, documents: Iterable[tuple[bytes, str]]) -> Iterator[list[Block]]:
        """Texts are read where the database was, web pages and PDFs in a child that can decode them."""
        for is_text, some in groupby(documents, key=lambda document: document[1] in TEXTS):
            if is_text:
                yield from self._reader.blocks((content, _text_kind(kind)) for content, kind in some)
            else:
                yield from (self._originals.blocks(content, kind) for content, kind in some)

    def _compared(self, documents: Iterator[Any]) -> Iterator[Any]:
        for document in documents:
            if document.path is not None and self._taken.bag is not None:
                name = f"data/{document.path}"
                found = self._found.get(name)
                if name not in self.altered and (found is None or document.sha256 not in (None, found)):
                    self.altered[name] = (document.sha256 or "", found)
            yield document
