"""The seal of a case: four separate answers (intact? signed? by whom? since when?), and the signing itself.

No answer is taken from what the bag says of itself: not from bag-info.txt, not from keys that travel with it.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from viewer.case import seal_signature, seal_time, verify_text
from viewer.case.bag import DATABASE, MANIFEST, Bag
from viewer.case.custody import Link, links_of
from viewer.case.errors import CaseError, Damaged
from viewer.case.frozen import dataclass
from viewer.case.seal_key import SigningKey
from viewer.case.seal_signature import Signing
from viewer.case.seal_tags import put
from viewer.case.seal_time import Stamp

Result = TypeVar("Result")
SIGNATURE = f"{MANIFEST}.sig"
TOKEN = f"{SIGNATURE}.tsr"
_TAGS = re.compile(
    r"bagit\.txt|bag-info\.txt|(tag)?manifest-sha256\.txt|manifest-sha256\.txt\.sig(\.tsr)?|VERIFY\.txt"
    r"|keys/allowed_signers|custody/\d{4,6}-[a-z]+\.txt(\.sig)?"
)


@dataclass(frozen=True, slots=True)
class FileCheck:
    """One file of the bag. listed, found: SHA-256 in hex.

    state: ok; altered (found = None: its bytes cannot be read); missing; extra (below data/, but not in the list).
    """

    name: str
    state: str
    listed: str | None = None
    found: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said about a case.

    digest: of the case, hex; files: in the order of their names; signing: of the list of files.
    signer: the name under which the reader holds the key; None = unknown key, or no good signature.
    stamp: the time of a third party; shipped: the case came with the program.
    text: VERIFY.txt is ours, not-ours or absent; strangers: files outside data/ that no case of ours has.
    custody: entries made after sealing.
    """

    digest: str
    files: tuple[FileCheck, ...]
    signing: Signing
    signer: str | None
    stamp: Stamp
    shipped: bool
    text: str
    strangers: tuple[str, ...]
    custody: tuple[Link, ...]

    @property
    def faults(self) -> tuple[FileCheck, ...]:
        """The files that are not as listed."""
        return tuple(file for file in self.files if file.state != "ok")

    @property
    def intact(self) -> bool:
        """Every listed file is there as listed, and there is no other below data/."""
        return not self.faults

    @property
    def signed(self) -> bool:
        """Some key, known or not, signed this very list of files."""
        return self.signing.state == "good"

    @property
    def trusted(self) -> bool:
        """Signed by a key the reader holds."""
        return self.signed and self.signer is not None

    @property
    def stamped(self) -> bool:
        """A third party under a root of the reader's says since when."""
        return self.signed and self.stamp.state == "good"

    @property
    def database_digest(self) -> str | None:
        """SHA-256 of case.sqlite as found."""
        return next((file.found for file in self.files if file.name == DATABASE), None)


def verify(
    bag: Bag, trusted: Mapping[str, str], roots: Sequence[bytes] = (), *, shipped: bool = False
) -> Generator[float, None, Verdict]:
    """Read every file once, yielding the share done.

    trusted: the reader's names by fingerprint; roots: of time stamp authorities, DER. What is wrong with the files
    is in the verdict, not raised.
    """
    files = yield from check_files(bag)
    listing, armour = bag.manifest_bytes, bag.tag(SIGNATURE, seal_signature.LARGEST + 1)
    signing = seal_signature.examine(armour, listing)
    good = signing.state == "good"
    token = bag.tag(TOKEN, seal_time.LARGEST + 1)
    written = bag.tag(verify_text.NAME)
    return Verdict(
        digest=bag.digest,
        files=files,
        signing=signing,
        signer=trusted.get(signing.fingerprint) if good else None,
        stamp=seal_time.examine(token, armour or b"", roots) if good else seal_time.ABSENT,
        shipped=shipped,
        text="absent" if written is None else "ours" if verify_text.is_ours(written) else "not-ours",
        strangers=tuple(sorted(name for name in bag.names() if _is_stranger(name))),
        custody=links_of(bag),
    )


def _is_stranger(name: str) -> bool:
    return not name.startswith("data/") and not _TAGS.fullmatch(name)


def check_files(bag: Bag) -> Generator[float, None, tuple[FileCheck, ...]]:
    """Every file of the payload beside its line in the list, yielding the share of bytes done."""
    extra = (name for name in bag.names() - bag.manifest.keys() if name.startswith("data/"))
    listed: dict[str, str | None] = {**bag.manifest, **dict.fromkeys(extra)}
    whole = sum(bag.size(name) for name in listed) or 1
    checks = yield from _shares(_look_at_all(bag, listed), 1 / whole)
    yield 1.0
    return checks


def _look_at_all(bag: Bag, listed: Mapping[str, str | None]) -> Generator[float, None, tuple[FileCheck, ...]]:
    """Yields how many bytes have been read so far."""
    checks, done = [], 0
    for name in sorted(listed):
        reading = bag.hash(name)
        found, state = None, "altered"
        try:
            while True:
                done += next(reading)
                yield done
        except StopIteration as ended:
            found = str(ended.value)
            state = "extra" if listed[name] is None else "ok" if found == listed[name] else "altered"
        except Damaged as wrong:
            state = "extra" if listed[name] is None else "missing" if wrong.code == "missing-file" else "altered"
        checks.append(FileCheck(name, state, listed[name], found))
    return tuple(checks)


def _shares(
    steps: Generator[float, None, Result], factor: float, start: float = 0.0
) -> Generator[float, None, Result]:
    """The steps on another scale, never beyond 1: a file may grow while it is read."""
    while True:
        try:
            step = next(steps)
        except StopIteration as ended:
            result: Result = ended.value
            return result
        yield min(start + step * factor, 1.0)


def sign(path: Path, key: SigningKey, *, replace: bool = False) -> Generator[float, None, None]:
    """Check every file, then put the signature into the bag, yielding the share done.

    A VERIFY.txt is added where there is none. With `replace` an older signature goes, and the time stamp on it.
    Raises CaseError: not-intact with the first file at fault, signed-already; NotACase, Damaged, OSError.
    """
    with Bag.open(path) as bag:
        files = yield from _shares(check_files(bag), 0.6)
        fault = next((file for file in files if file.state != "ok"), None)
        if fault:
            raise Damaged("not-intact", fault.name, fault.state)
        if not replace and bag.tag(SIGNATURE) is not None:
            raise CaseError("signed-already", path.name)
        added = {} if bag.tag(verify_text.NAME) is not None else {verify_text.NAME: verify_text.text()}
        added[SIGNATURE] = key.sign(bag.manifest_bytes)
    yield from _shares(put(path, added, removed=(TOKEN,)), 0.4, 0.6)


def attach_token(path: Path, token: bytes) -> Generator[float, None, None]:
    """Put a time stamp beside the signature it stamps. Raises CaseError not-signed, token-unreadable; OSError."""
    with Bag.open(path) as bag:
        armour = bag.tag(SIGNATURE, seal_signature.LARGEST + 1)
    if armour is None:
        raise CaseError("not-signed", path.name)
    if seal_time.examine(token, armour, ()).state != "unchecked":
        raise CaseError("token-unreadable", path.name)
    yield from put(path, {TOKEN: token})
