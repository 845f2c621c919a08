"""A seal answers four questions apart from each other, and ssh-keygen and openssl give the same answers."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.sealing import FILES, KINDS, NAMES, drive, judge, make_bag, make_key, ssh_keygen, token_for
from viewer.case.bag import Bag
from viewer.case.errors import CaseError, Damaged
from viewer.case.seal import SIGNATURE, FileCheck, attach_token, sign
from viewer.case.seal_key import read_private

# Signing and what others say of it


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_what_we_sign_ssh_keygen_verifies(tmp_path: Path, name: str, kind: str, options: tuple[str, ...]) -> None:
    key = make_key(tmp_path / "key", kind, options)
    path = make_bag(tmp_path / name)
    drive(sign(path, key))
    verdict = judge(path, {key.fingerprint: "Jane"})
    assert (verdict.intact, verdict.signing.state, verdict.signer) == (True, "good", "Jane")
    with Bag.open(path) as bag:
        (tmp_path / "list.sig").write_bytes(bag.tag(SIGNATURE) or b"")
        listing = bag.manifest_bytes
    (tmp_path / "allowed").write_text(f"signer {(tmp_path / 'key.pub').read_text()}")
    told = ssh_keygen(
        "-Y", "verify", "-f", tmp_path / "allowed", "-I", "signer", "-n", "casefile", "-s", tmp_path / "list.sig",
        given=listing,
    )  # fmt: skip
    assert told.returncode == 0
    assert key.fingerprint in told.stdout.decode()


# What the bag is after it was signed


def test_signing_a_file_changes_nothing_that_was_in_it(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour.evcase")
    with zipfile.ZipFile(path, "a") as archive:  # as somebody else's program might pack it
        entry = zipfile.ZipInfo("harbour/notes.txt", (2011, 4, 8, 5, 30, 0))
        entry.external_attr = 0o100600 << 16
        archive.writestr(entry, b"a" * 5000, zipfile.ZIP_DEFLATED)
    path.chmod(0o640)
    before = _entries(path)
    drive(sign(path, make_key(tmp_path / "key")))
    after = _entries(path)
    assert after[: len(before)] == before
    assert [entry[0] for entry in after[len(before) :]] == ["harbour/manifest-sha256.txt.sig"]
    with zipfile.ZipFile(path) as archive:
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
    assert path.stat().st_mode & 0o777 == 0o640
    assert not list(tmp_path.glob(".*"))


def _entries(path: Path) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(path) as archive:
        return [
            (entry.filename, entry.date_time, entry.external_attr, archive.read(entry))
            for entry in archive.infolist()
        ]


def test_signing_a_folder_adds_one_file(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in path.rglob("*") if file.is_file()}
    drive(sign(path, make_key(tmp_path / "key")))
    after = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in path.rglob("*") if file.is_file()}
    assert after.keys() - before.keys() == {path / SIGNATURE}
    assert {file: after[file] for file in before} == before


@pytest.mark.parametrize("name", NAMES)
def test_a_second_signature_must_be_wanted_and_takes_the_time_stamp_along(tmp_path: Path, name: str) -> None:
    path = make_bag(tmp_path / name)
    first, second = (make_key(tmp_path / number) for number in "12")
    drive(sign(path, first))
    drive(attach_token(path, token_for(tmp_path, path)))
    with pytest.raises(CaseError, match="signed-already"):
        drive(sign(path, second))
    assert judge(path).signing.fingerprint == first.fingerprint
    drive(sign(path, second, replace=True))
    assert judge(path).signing.fingerprint == second.fingerprint
    assert judge(path).stamp.state == "absent"


@pytest.mark.parametrize("name", NAMES)
def test_a_case_that_is_not_intact_is_not_signed(tmp_path: Path, name: str) -> None:
    path = make_bag(tmp_path / name)
    _spoil(path)
    before = _digest(path)
    with pytest.raises(Damaged, match="not-intact"):
        drive(sign(path, make_key(tmp_path / "key")))
    assert _digest(path) == before


def test_an_older_bag_gets_its_verify_text_when_it_is_signed(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    (path / "VERIFY.txt").unlink()
    assert judge(path).text == "absent"
    drive(sign(path, make_key(tmp_path / "key")))
    assert judge(path).text == "ours"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill without asking")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("steps", [1, 4, 6, 8])
def test_killed_at_any_step_of_signing_the_case_is_whole(tmp_path: Path, name: str, steps: int) -> None:
    path = make_bag(tmp_path / name)
    make_key(tmp_path / "key")
    digest = judge(path).digest
    script = (
        "import itertools, os, signal, sys; from pathlib import Path\n"
        "from viewer.case.seal import sign; from viewer.case.seal_key import read_private\n"
        "key = read_private(Path(sys.argv[2]).read_bytes(), 'key')\n"
        "for step in itertools.islice(sign(Path(sys.argv[1]), key), int(sys.argv[3])): pass\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    command = [sys.executable, "-c", script, str(path), str(tmp_path / "key"), str(steps)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    verdict = judge(path)
    assert verdict.intact
    assert verdict.digest == digest
    assert verdict.signing.state in {"absent", "good"}
    assert not verdict.strangers
    drive(sign(path, read_private((tmp_path / "key").read_bytes(), "key"), replace=True))
    assert not list(tmp_path.glob(".*")), "the next run tidies up"


# The verdict


def _digest(path: Path) -> str:
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _spoil(path: Path) -> None:
    """Change the words of a document where they lie."""
    if path.is_dir():
        (path / "data" / "documents" / "one.txt").write_bytes(b"swords")
    else:
        path.write_bytes(path.read_bytes().replace(b"words", b"sword", 1))


@pytest.mark.parametrize("name", NAMES)
def test_an_altered_file_is_named_with_both_hashes(tmp_path: Path, name: str) -> None:
    path = make_bag(tmp_path / name)
    _spoil(path)
    verdict = judge(path)
    found = b"swords" if path.is_dir() else b"sword"
    assert verdict.faults == (
        FileCheck(
            "data/documents/one.txt",
            "altered",
            hashlib.sha256(b"words").hexdigest(),
            hashlib.sha256(found).hexdigest(),
        ),
    )


def test_missing_and_extra_files_are_named(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    (path / "data" / "case.sqlite").unlink()
    (path / "data" / "documents" / "three.txt").write_bytes(b"more")
    listed, found = (hashlib.sha256(content).hexdigest() for content in (b"facts", b"more"))
    assert judge(path).faults == (
        FileCheck("data/case.sqlite", "missing", listed, None),
        FileCheck("data/documents/three.txt", "extra", None, found),
    )


def test_a_packed_file_that_cannot_be_unpacked_is_altered(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour.evcase")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "packed.evcase", "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry), zipfile.ZIP_DEFLATED)
        place = new.getinfo("harbour/data/case.sqlite").header_offset
    data = bytearray((tmp_path / "packed.evcase").read_bytes())
    start = place + 30 + len("harbour/data/case.sqlite")
    data[start : start + 4] = b"\xff" * 4
    (tmp_path / "packed.evcase").write_bytes(data)
    assert [(file.state, file.found) for file in judge(tmp_path / "packed.evcase").faults] == [("altered", None)]


def test_a_list_that_was_made_anew_no_longer_fits_its_signature(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    key = make_key(tmp_path / "key")
    drive(sign(path, key))
    forged = make_bag(tmp_path / "forged", FILES | {"case.sqlite": b"forged"})
    shutil.copy(path / SIGNATURE, forged)
    verdict = judge(forged, {key.fingerprint: "Jane"})
    assert verdict.intact
    assert (verdict.signed, verdict.signing.state, verdict.signer) == (False, "bad", None)


def test_no_answer_is_taken_from_what_travels_with_the_case(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    key = make_key(tmp_path / "key")
    drive(sign(path, key))
    before = judge(path)
    (path / "keys").mkdir()
    (path / "keys" / "allowed_signers").write_text(f"Jane {(tmp_path / 'key.pub').read_text()}")
    (path / "bag-info.txt").write_text("Source-Organization: The highest court\nBagging-Date: 1899-01-01\n")
    assert judge(path) == before
    assert before.signed
    assert not before.trusted
    assert before.signer is None


def test_a_verify_text_of_somebody_else_is_not_ours(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    assert judge(path).text == "ours"
    with (path / "VERIFY.txt").open("ab") as file:
        file.write(b"Or ask https://example.org\n")
    assert judge(path).text == "not-ours"


def test_files_outside_the_seal_are_named_and_change_no_answer(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    before = judge(path)
    (path / "READ ME FIRST.txt").write_text("Everything is proved.")
    (path / "custody").mkdir()
    (path / "custody" / "letter.txt").write_text("")
    verdict = judge(path)
    assert verdict.strangers == ("READ ME FIRST.txt", "custody/letter.txt")
    assert (verdict.intact, verdict.digest) == (before.intact, before.digest)


def test_what_is_no_file_is_extra_and_is_not_waited_for(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    (path / "data" / "away").symlink_to(tmp_path)
    (path / "data" / "nowhere").symlink_to("nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(path / "data" / "pipe")
    told = {(file.name, file.state, file.found) for file in judge(path).faults}
    assert {("data/away", "extra", None), ("data/nowhere", "extra", None)} <= told
    assert {state for _, state, _ in told} == {"extra"}


def test_a_link_out_of_the_case_is_not_followed(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    (tmp_path / "elsewhere").write_bytes(b"facts")
    (path / "data" / "case.sqlite").unlink()
    (path / "data" / "case.sqlite").symlink_to(tmp_path / "elsewhere")
    assert [file.state for file in judge(path).faults] == ["missing"]


def test_verifying_changes_neither_bytes_nor_times(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour.evcase")
    drive(sign(path, make_key(tmp_path / "key")))
    before = (_digest(path), path.stat().st_mtime_ns, sorted(tmp_path.iterdir()))
    judge(path)
    assert (_digest(path), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == before
