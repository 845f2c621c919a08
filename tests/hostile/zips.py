"""Builders of ZIP files and lists that mean harm, each with the code they must be refused with."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from collections.abc import Callable

TOP = "case"
MANIFEST = "manifest-sha256.txt"
DATABASE = "data/case.sqlite"
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
Entry = tuple[zipfile.ZipInfo, bytes]
Maker = Callable[[bytes], bytes]


def entry(name: str, content: bytes, packing: int = zipfile.ZIP_STORED, mode: int = 0o100644) -> Entry:
    """One entry as our own writer makes them."""
    made = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    made.filename = made.orig_filename = name  # as it is: ZipInfo would put it in order
    made.create_system, made.external_attr, made.compress_type = 3, mode << 16, packing
    return made, content


def listing(payload: dict[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(held).hexdigest()}  {name}\n" for name, held in payload.items()).encode()


def entries(payload: dict[str, bytes], **tags: bytes) -> list[Entry]:
    """A sound bag; tags by name, with _ for a dot."""
    found = {"bagit.txt": DECLARED, MANIFEST: listing(payload)}
    found |= {name.replace("_", "."): held for name, held in tags.items()}
    return [entry(f"{TOP}/{name}", held) for name, held in {**found, **payload}.items()]


def packed(made: list[Entry]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for told, content in made:
            archive.writestr(told, content, told.compress_type)
    return held.getvalue()


def plus(*more: Entry, **tags: bytes) -> Maker:
    """A sound case with further entries."""
    return lambda good: packed([*entries({DATABASE: good}, **tags), *more])


def listed(manifest: Callable[[str], bytes]) -> Maker:
    """A case with another list; the maker of it gets the hash of the database."""

    def make(good: bytes) -> bytes:
        told = manifest(hashlib.sha256(good).hexdigest())
        return packed(
            [(one, told if one.filename.endswith(MANIFEST) else held) for one, held in entries({DATABASE: good})]
        )

    return make


def _twice(good: bytes) -> bytes:
    whole = packed([*entries({DATABASE: good}), entry(f"{TOP}/data/cbse.sqlite", b"other")])
    return whole.replace(b"data/cbse.sqlite", b"data/case.sqlite")


def _claims_to_be_encrypted(good: bytes) -> bytes:
    whole = bytearray(packed(entries({DATABASE: good})))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = whole.find(mark)
        while place >= 0:
            struct.pack_into("<H", whole, place + offset, 1)
            place = whole.find(mark, place + 4)
    return bytes(whole)


def _bomb(good: bytes) -> bytes:
    return packed(
        [*entries({DATABASE: good}), entry(f"{TOP}/data/zeros", bytes(50_000_000), zipfile.ZIP_DEFLATED)]
    )


def _over_one_another(good: bytes) -> bytes:
    """Many names for the same stored bytes: a small file that is read as an enormous one."""
    whole = packed(entries({DATABASE: good, "data/documents/a": b"x" * 100_000}))
    directory = whole.rfind(b"PK\1\2")
    end = whole.rfind(b"PK\5\6")
    last = whole[directory:end]
    more = b"".join(last.replace(b"documents/a", b"documents/" + bytes([98 + one])) for one in range(20))
    count, size, start = (
        struct.unpack_from("<H2xII", whole, end + 8)[0],
        *struct.unpack_from("<II", whole, end + 12),
    )
    closing = bytearray(whole[end:])
    struct.pack_into("<HHII", closing, 8, count + 20, count + 20, size + len(more), start)
    return whole[:end] + more + bytes(closing)


def _two_sizes(good: bytes) -> bytes:
    whole = bytearray(packed(entries({DATABASE: good})))
    place = whole.rfind(b"PK\1\2")
    struct.pack_into("<I", whole, place + 24, len(good) // 2)
    return bytes(whole)


def _other_name_inside(good: bytes) -> bytes:
    whole = packed(entries({DATABASE: good}))
    return whole.replace(b"case/data/case.sqlite", b"case/data/cas_.sqlite", 1)


def _without(name: str) -> Maker:
    return lambda good: packed([one for one in entries({DATABASE: good}) if one[0].filename != f"{TOP}/{name}"])


def _forged(good: bytes) -> bytes:
    return packed(
        [
            (one, good + b" " if one.filename.endswith(DATABASE) else held)
            for one, held in entries({DATABASE: good})
        ]
    )


ZIPS: dict[str, tuple[Maker, str]] = {
    "an absolute path": (plus(entry("/etc/passwd", b"x")), "zip-outside"),
    "a parent path": (plus(entry(f"{TOP}/../../evil", b"x")), "zip-outside"),
    "a backslash": (plus(entry(f"{TOP}\\..\\evil", b"x")), "zip-outside"),
    "a drive letter": (plus(entry("C:evil", b"x")), "zip-outside"),
    "a name with an end inside": (plus(entry(f"{TOP}/data/a\0.txt", b"x")), "zip-outside"),
    "a link": (plus(entry(f"{TOP}/data/link", b"/etc/passwd", mode=0o120777)), "zip-link"),
    "a device": (plus(entry(f"{TOP}/data/device", b"", mode=0o020666)), "zip-link"),
    "two entries of one name": (_twice, "zip-twice"),
    "names that differ in capitals": (plus(entry(f"{TOP}/data/CASE.sqlite", b"x")), "zip-alike"),
    "an encrypted entry": (_claims_to_be_encrypted, "zip-encrypted"),
    "an unusual packing": (plus(entry(f"{TOP}/data/b", b"x" * 99, zipfile.ZIP_BZIP2)), "zip-packing"),
    "a bomb": (_bomb, "zip-bomb"),
    "entries over one another": (_over_one_another, "zip-overlap"),
    "two sizes": (_two_sizes, "zip-sizes"),
    "another name inside": (_other_name_inside, "unreadable-file"),
    "no list": (_without(MANIFEST), "no-list"),
    "no declaration": (_without("bagit.txt"), "no-bag"),
    "a declaration with a mark before it": (plus(bagit_txt=b"\xef\xbb\xbf" + DECLARED), "bad-declaration"),
    "lists in UTF-16": (plus(bagit_txt=DECLARED.replace(b"UTF-8", b"UTF-16")), "bag-encoding"),
    "parts to be fetched": (plus(fetch_txt=b"http://example.org/a 3 data/a\n"), "bag-fetches"),
    "a file that is not listed": (plus(entry(f"{TOP}/data/more.txt", b"x")), "unlisted-file"),
    "a second folder": (plus(entry("other/more.txt", b"x")), "unlisted-file"),
    "another database than the listed one": (_forged, "hash-differs"),
    "no database": (lambda good: packed(entries({"data/a.txt": b"x"})), "no-database"),
    "a database that is listed and not there": (
        lambda good: packed([one for one in entries({DATABASE: good}) if not one[0].filename.endswith("sqlite")]),
        "missing-file",
    ),
    "a text for a database": (lambda good: packed(entries({DATABASE: b"no database"})), "not-a-database"),
    "a list that leads outside": (listed(lambda digest: f"{digest}  data/../../x\n".encode()), "bad-manifest"),
    "a list with an absolute path": (listed(lambda digest: f"{digest}  /data/x\n".encode()), "bad-manifest"),
    "a list with a drive letter": (listed(lambda digest: f"{digest}  C:/data/x\n".encode()), "bad-manifest"),
    "a list of the home folder": (listed(lambda digest: f"{digest}  ~/data/x\n".encode()), "bad-manifest"),
    "a list with a short hash": (listed(lambda digest: f"{digest[:40]}  {DATABASE}\n".encode()), "bad-manifest"),
    "a list with no hash": (listed(lambda digest: f"{'z' * 64}  {DATABASE}\n".encode()), "bad-manifest"),
    "a list that is no text": (listed(lambda digest: b"\xff\xfe" * 40), "bad-manifest"),
    "a list that names a file twice": (
        listed(lambda digest: f"{digest}  {DATABASE}\n{'0' * 64}  {DATABASE}\n".encode()),
        "listed-twice",
    ),
    "a list that differs in capitals": (
        listed(lambda digest: f"{digest}  {DATABASE}\n{digest}  data/CASE.sqlite\n".encode()),
        "listed-alike",
    ),
    "a list that is empty": (listed(lambda digest: b""), "unlisted-file"),
    "half of a ZIP file": (lambda good: packed(entries({DATABASE: good}))[:-400], "no-zip"),
    "no ZIP file": (lambda good: b"PK\3\4" + b"x" * 500, "no-zip"),
}
