"""Who had the case: a hash-chained table inside it until it is sealed, one small text for each step afterwards."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Generator, Iterable, Mapping
from pathlib import Path

from viewer.case import seal_signature
from viewer.case.bag import Bag
from viewer.case.errors import CaseError
from viewer.case.frozen import dataclass
from viewer.case.plain import is_plain
from viewer.case.records_of_use import Custody
from viewer.case.seal_key import SigningKey
from viewer.case.seal_signature import Signing
from viewer.case.seal_tags import put

ACTIONS = ("acquired", "hashed", "copied", "transferred", "received", "stored", "examined", "sealed", "signed")
NOTHING = "0" * 64
"""What the first entry names as the hash of the one before it."""
_LARGEST = 1 << 16
_TITLE = "Custody entry of a case, format 1"
_FIELDS = ("number", "case", "previous", "at", "actor", "action", "location", "note")
_NAME = re.compile(r"custody/(\d{4,6})-([a-z]+)\.txt")
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_HASH = re.compile(r"[0-9a-f]{64}")


# The table inside


def canonical(row: Mapping[str, str | int | None]) -> bytes:
    """The row as RFC 8785 JSON. Raises ValueError for whole numbers beyond 2^53 and text that is not Unicode."""
    for value in row.values():
        if isinstance(value, int) and abs(value) > 1 << 53:
            raise ValueError(value)
    ordered = dict(sorted(row.items(), key=lambda item: item[0].encode("utf-16-be")))
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":")).encode()


def entry_hash(row: Custody) -> str:
    """SHA-256 of the row without its own hash."""
    values = dataclasses.asdict(row)
    del values["entry_sha256"]
    return hashlib.sha256(canonical(values)).hexdigest()


def build_chain(rows: Iterable[Custody]) -> list[Custody]:
    """The same rows in the same order, numbered from 1 and each bound to the one before it."""
    chain: list[Custody] = []
    previous = NOTHING
    for seq, row in enumerate(rows, 1):
        bound = dataclasses.replace(row, seq=seq, prev_sha256=previous)
        previous = entry_hash(bound)
        chain.append(dataclasses.replace(bound, entry_sha256=previous))
    return chain


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain does not hold.

    what: number (not one more than the last), previous (names another entry than the one before it), hash (the row
    is not the one that was hashed).
    """

    seq: int
    what: str


def verify_chain(rows: Iterable[Custody]) -> tuple[Break, ...]:
    """Every break; none = the chain is whole. Rows taken away from the end leave no trace in it."""
    breaks = []
    previous, number = NOTHING, 0
    for row in sorted(rows, key=lambda row: row.seq):
        if row.seq != number + 1:
            breaks.append(Break(row.seq, "number"))
        if row.prev_sha256 != previous:
            breaks.append(Break(row.seq, "previous"))
        if row.entry_sha256 != entry_hash(row):
            breaks.append(Break(row.seq, "hash"))
        previous, number = row.entry_sha256, row.seq
    return tuple(breaks)


# The texts after sealing


@dataclass(frozen=True, slots=True)
class Entry:
    """One step. location, note: "" = not given.

    case: the digest of the case; previous: SHA-256 of the text of the entry before it; at: UTC to the second, as
    2011-04-08T05:30:00Z.
    """

    number: int
    case: str
    previous: str
    at: str
    actor: str
    action: str
    location: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as it lies in the bag. entry: None where the text is no entry, byte for byte; sha256: of its text.

    breaks: number (not one more than the last, or not the one in its name), previous, case (of another case).
    """

    name: str
    sha256: str
    entry: Entry | None
    breaks: tuple[str, ...]
    signing: Signing

    @property
    def holds(self) -> bool:
        """It follows on the entry before it, and no signature speaks against it."""
        return self.entry is not None and not self.breaks and self.signing.state in {"good", "absent"}


def text_of(entry: Entry) -> bytes:
    """The entry as it is written and signed."""
    values = (str(getattr(entry, field)) for field in _FIELDS)
    lines = (f"{field}: {value}".rstrip() for field, value in zip(_FIELDS, values, strict=True))
    return "\n".join([_TITLE, "", *lines, ""]).encode()


def read_entry(text: bytes) -> Entry | None:
    """The entry in a text; None where writing it again would not give the same bytes."""
    try:
        title, empty, *lines = text.decode().split("\n")
    except ValueError:
        return None
    values = [line.partition(":")[2].removeprefix(" ") for line in lines[:-1]]
    if len(values) != len(_FIELDS) or not re.fullmatch("[1-9][0-9]{0,5}", values[0]):
        return None
    entry = Entry(int(values[0]), *values[1:])
    sound = (
        _HASH.fullmatch(entry.case) and _HASH.fullmatch(entry.previous) and _AT.fullmatch(entry.at)
        and entry.action in ACTIONS and entry.actor and all(map(is_plain, values))
    )  # fmt: skip
    return entry if (title, empty) == (_TITLE, "") and sound and text_of(entry) == text else None


def links_of(bag: Bag) -> tuple[Link, ...]:
    """The entries that lie in the bag in the order of their numbers. Raises nothing for what they hold."""
    names = [(int(found[1]), name) for name in bag.names() if (found := _NAME.fullmatch(name))]
    links = []
    previous, number = NOTHING, 0
    for told, name in sorted(names):
        text = bag.tag(name, _LARGEST) or b""
        entry = read_entry(text)
        breaks = _breaks(entry, (number + 1, told), previous, bag.digest) if entry else ()
        signing = seal_signature.examine(bag.tag(f"{name}.sig", seal_signature.LARGEST + 1), text)
        previous, number = hashlib.sha256(text).hexdigest(), told
        links.append(Link(name, previous, entry, breaks, signing))
    return tuple(links)


def _breaks(entry: Entry, numbers: tuple[int, int], previous: str, case: str) -> tuple[str, ...]:
    """numbers: the one that is due, the one in the file's name."""
    found = {
        "number": {entry.number} != set(numbers),
        "previous": entry.previous != previous,
        "case": entry.case != case,
    }
    return tuple(what for what, broken in found.items() if broken)


def add(
    path: Path, step: Mapping[str, str], at: str, key: SigningKey | None = None
) -> Generator[float, None, None]:
    """Put one more entry into the bag, signed if there is a key; yields the share done.

    step: actor, action, and where given location and note; white space in them is folded. at: UTC as in Entry.
    Raises CaseError custody-action, custody-actor, custody-words (too long, or signs that command); NotACase,
    Damaged, OSError.
    """
    said = {field: " ".join(value.split()) for field, value in step.items()}
    if said.get("action") not in ACTIONS:
        raise CaseError("custody-action", ", ".join(ACTIONS), said.get("action", ""))
    if not said.get("actor"):
        raise CaseError("custody-actor")
    with Bag.open(path) as bag:
        links = links_of(bag)
        last = links[-1] if links else None
        number = int(_number_in(last.name)) + 1 if last else 1
        entry = Entry(number, bag.digest, last.sha256 if last else NOTHING, at, **said)
    text = text_of(entry)
    if len(text) >= _LARGEST or read_entry(text) != entry:
        raise CaseError("custody-words", path.name)
    name = f"custody/{number:04d}-{entry.action}.txt"
    signed = {f"{name}.sig": key.sign(text)} if key else {}
    yield from put(path, {**signed, name: text})


def _number_in(name: str) -> str:
    found = _NAME.fullmatch(name)
    assert found, name
    return found[1]
