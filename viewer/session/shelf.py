"""The bytes of a document: out of the case, or out of a file the reader has attached; always compared by hash.

Everything here reads and hashes, so it is used on a worker's thread, but for `attached` and `forget`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from viewer import paths
from viewer.case.bag import Bag
from viewer.case.errors import Damaged
from viewer.case.frozen import dataclass
from viewer.index.ask.holdings import Holding

LARGEST = 512 << 20  # bytes
Likeness = Literal["same", "different", "unknown"]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file the reader says is the original. likeness: of its SHA-256 to the one the case states.

    kept: a copy lies in the reader's own folder.
    """

    path: Path
    sha256: str
    byte_size: int
    likeness: Likeness
    kept: bool


@dataclass(frozen=True, slots=True)
class Saved:
    """A copy that was written and read again; `sha256` is that of what was read."""

    path: Path
    sha256: str
    byte_size: int


def own_originals() -> Path:
    """Where attached originals are kept, if the reader says so; not made here."""
    return paths.own_folder() / "originals"


class Shelf:
    """The documents of one case. The case is opened at the first document that is asked for."""

    def __init__(self, case: Path | None, case_uid: str, originals: Callable[[], Path] = own_originals) -> None:
        self._case = case
        self._case_uid = case_uid
        self._originals = originals
        self._bag: Bag | None = None
        self._attached: dict[str, Attached] = {}

    def attached(self, uid: str) -> Attached | None:
        """What the reader has attached to a document, in this session or kept from an earlier one."""
        return self._attached.get(uid)

    def read(self, holding: Holding) -> bytes:
        """Raises CaseError where it is not there or not what was listed, OSError."""
        attached = self._attached.get(holding.uid)
        if attached is not None:
            return _same(attached.path, attached.sha256)
        if holding.path is None or self._case is None:
            raise Damaged("missing-file", holding.original_name or holding.uid)
        if self._bag is None:
            self._bag = Bag.open(self._case)
        content = self._bag.document(holding.path)
        found = hashlib.sha256(content).hexdigest()
        if holding.sha256 and found != holding.sha256:
            raise Damaged("hash-differs", holding.path, found)
        return content

    def attach(self, holding: Holding, path: Path) -> Attached:
        """Hash a file and take it for the original. Raises Damaged('too-large-file'), OSError."""
        return self._take(holding, path, kept=False)

    def recall(self, holding: Holding) -> Attached | None:
        """What was kept for this document in an earlier session."""
        if holding.path is not None or holding.uid in self._attached:
            return self._attached.get(holding.uid)
        folder = self._originals()
        named = self._list(folder).get(self._case_uid, {}).get(holding.uid) or holding.sha256
        if not named or not (folder / named).is_file():
            return None
        return self._take(holding, folder / named, kept=True)

    def keep(self, holding: Holding) -> Attached:
        """Copy what is attached into the reader's own folder, unless nothing is kept.

        Raises KeyError, Damaged, OSError.
        """
        attached = self._attached[holding.uid]
        if paths.keeps_nothing():
            return attached
        content = _same(attached.path, attached.sha256)
        folder = self._originals()
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / attached.sha256, content)
        listed = self._list(folder)
        listed.setdefault(self._case_uid, {})[holding.uid] = attached.sha256
        _write(folder / "kept.json", json.dumps(listed, indent=1, sort_keys=True).encode())
        return self._take(holding, folder / attached.sha256, kept=True)

    def forget(self, holding: Holding) -> None:
        """Detach; a kept copy is deleted unless another document is shown by it. Raises OSError."""
        attached = self._attached.pop(holding.uid, None)
        if attached is None or not attached.kept:
            return
        folder = self._originals()
        listed = self._list(folder)
        listed.get(self._case_uid, {}).pop(holding.uid, None)
        _write(folder / "kept.json", json.dumps(listed, indent=1, sort_keys=True).encode())
        if not any(attached.sha256 in uids.values() for uids in listed.values()):
            attached.path.unlink(missing_ok=True)

    def save(self, holding: Holding, target: Path) -> Saved:
        """Write the document byte for byte beside and renamed, and hash what then stands there.

        Raises CaseError, OSError.
        """
        content = self.read(holding)
        expected = hashlib.sha256(content).hexdigest()
        _write(target, content)
        with target.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != expected:
            raise Damaged("copy-differs", target.name, found)
        return Saved(target, found, len(content))

    def close(self) -> None:
        """Let go of the case."""
        bag, self._bag = self._bag, None
        if bag is not None:
            bag.close()

    # How it is done

    def _take(self, holding: Holding, path: Path, kept: bool) -> Attached:
        size = path.stat().st_size
        if size > LARGEST:
            raise Damaged("too-large-file", path.name)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        likeness: Likeness = "unknown"
        if holding.sha256:
            likeness = "same" if digest == holding.sha256 else "different"
        attached = Attached(path, digest, size, likeness, kept)
        self._attached[holding.uid] = attached
        return attached

    def _list(self, folder: Path) -> dict[str, dict[str, str]]:
        """Which file is kept for which document of which case; what cannot be read is nothing."""
        try:
            told = json.loads((folder / "kept.json").read_bytes())
        except (OSError, ValueError):
            return {}
        cases = told.items() if isinstance(told, dict) else ()
        return {case: _hashes(named) for case, named in cases if isinstance(named, dict)}


def _hashes(named: dict[object, object]) -> dict[str, str]:
    """Only what can be a name in our own folder."""
    return {
        str(uid): digest
        for uid, digest in named.items()
        if isinstance(digest, str) and len(digest) == 64 and digest.isalnum()
    }


def _same(path: Path, sha256: str) -> bytes:
    """The file as it was when it was attached. Raises Damaged, OSError."""
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise Damaged("hash-differs", path.name, found)
    return content


def _write(target: Path, content: bytes) -> None:
    beside = target.with_name(f".{target.name}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
