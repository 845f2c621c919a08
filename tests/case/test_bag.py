"""A bag is whole or not there, the same bytes for the same input, and hands out only what its manifest names."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from viewer.case.bag import Bag, write
from viewer.case.errors import Damaged, NotACase
from viewer.case.exchange import exchange

INFO = {"External-Identifier": "harbour", "External-Description": "Two\nlines"}
Made = Callable[[str], Path]


@pytest.fixture
def payload(tmp_path: Path) -> dict[str, Path]:
    """Three files as a case has them; one name is Arabic, one has a sign the manifest must escape."""
    folder = tmp_path / "payload"
    folder.mkdir()
    files = {"case.sqlite": b"SQLite", "documents/a%b.txt": b"words", "documents/\u0648\u062b.md": "نص".encode()}
    for number, content in enumerate(files.values()):
        (folder / str(number)).write_bytes(content)
    return {name: folder / str(number) for number, name in enumerate(files)}


@pytest.fixture
def made(tmp_path: Path, payload: dict[str, Path]) -> Made:
    """Makes a bag of these files under a name."""

    def make(name: str) -> Path:
        write(tmp_path / name, payload, INFO)
        return tmp_path / name

    return make


@pytest.mark.parametrize("name", ["harbour.evcase", "harbour"])
def test_what_goes_in_comes_out(made: Made, payload: dict[str, Path], name: str) -> None:
    with Bag.open(made(name)) as bag:
        assert {f"data/{name}" for name in payload} == set(bag.manifest)
        assert bag.database() == b"SQLite"
        assert bag.document("documents/a%b.txt") == b"words"
        assert bag.document("documents/\u0648\u062b.md").decode() == "نص"
        assert list(bag.check()) == pytest.approx([1 / 3, 2 / 3, 1])


def test_folder_and_file_have_the_same_digest(made: Made) -> None:
    with Bag.open(made("harbour.evcase")) as one, Bag.open(made("harbour")) as other:
        manifest = (made("harbour") / "manifest-sha256.txt").read_bytes()
        assert one.digest == other.digest == hashlib.sha256(manifest).hexdigest()


def test_the_file_is_a_stored_zip_with_one_top_folder_and_no_clock(made: Made) -> None:
    with zipfile.ZipFile(made("harbour.evcase")) as archive:
        entries = archive.infolist()
    assert {entry.filename.partition("/")[0] for entry in entries} == {"harbour"}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_tag_files_say_what_the_standard_wants(made: Made) -> None:
    bag = made("harbour")
    assert (bag / "bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert (bag / "bag-info.txt").read_text() == (
        "External-Identifier: harbour\nExternal-Description: Two lines\nPayload-Oxum: 15.3\n"
    )
    for line in (bag / "tagmanifest-sha256.txt").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((bag / name).read_bytes()).hexdigest() == digest


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not on this system")
def test_sha256sum_checks_the_manifest(tmp_path: Path, payload: dict[str, Path]) -> None:
    del payload["documents/a%b.txt"]  # sha256sum does not know the standard's escapes
    write(tmp_path / "harbour", payload, {})
    subprocess.run(["sha256sum", "-c", "--quiet", "manifest-sha256.txt"], cwd=tmp_path / "harbour", check=True)


def test_a_name_outside_the_manifest_does_not_exist(made: Made) -> None:
    with Bag.open(made("harbour")) as bag, pytest.raises(Damaged, match="not-in-manifest"):
        bag.document("../bag-info.txt")


def test_a_changed_file_is_refused(made: Made) -> None:
    path = made("harbour")
    (path / "data" / "case.sqlite").write_bytes(b"Forged")
    with Bag.open(path) as bag, pytest.raises(Damaged, match="hash-differs"):
        bag.database()


def test_a_missing_file_is_refused(made: Made) -> None:
    path = made("harbour")
    (path / "data" / "case.sqlite").unlink()
    with Bag.open(path) as bag, pytest.raises(Damaged, match="missing-file"):
        bag.database()


@pytest.mark.parametrize(
    "line",
    ["0" * 64 + "  data/../x", "0" * 64 + "  bagit.txt", "0  data/x", "0" * 64 + "  data/a\\b", "\xff"],
)
def test_a_manifest_that_leads_astray_is_refused(made: Made, line: str) -> None:
    path = made("harbour")
    (path / "manifest-sha256.txt").write_bytes(line.encode("latin-1"))
    with pytest.raises(Damaged, match="bad-manifest"):
        Bag.open(path)


def test_what_is_no_bag_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "text.evcase").write_text("no ZIP")
    with zipfile.ZipFile(tmp_path / "other.evcase", "w") as archive:
        archive.writestr("other/readme.txt", "")
    for path in (tmp_path, tmp_path / "text.evcase", tmp_path / "other.evcase", tmp_path / "absent.evcase"):
        with pytest.raises(NotACase):
            Bag.open(path)


def test_a_new_bag_takes_the_place_of_an_old_one(made: Made, tmp_path: Path) -> None:
    for name in ("harbour", "harbour.evcase"):
        made(name)
        made(name)
    assert {path.name for path in tmp_path.iterdir()} == {"harbour", "harbour.evcase", "payload"}


def test_a_folder_that_is_no_bag_is_left_alone(made: Made, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(b"")
    with pytest.raises(FileExistsError):
        made("photos")
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["one.jpg"]
    assert not list(tmp_path.glob(".*"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe with a name")
@pytest.mark.parametrize("name", ["harbour.evcase", "harbour"])
def test_the_old_bag_is_whole_when_the_writer_is_killed(made: Made, tmp_path: Path, name: str) -> None:
    old = made(name)
    with Bag.open(old) as bag:
        digest = bag.digest
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    script = (
        "import sys; from pathlib import Path; from viewer.case.bag import write\n"
        "write(Path(sys.argv[1]), {'case.sqlite': Path(sys.argv[2])}, {})"
    )
    writer = subprocess.Popen([sys.executable, "-c", script, old, pipe])
    with pipe.open("wb") as half:  # opens when the writer has begun to read
        half.write(b"half a case")
        half.flush()
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    with Bag.open(old) as bag:
        assert bag.digest == digest
        assert list(bag.check())[-1] == 1
    made(name)
    assert not list(tmp_path.glob(".*")), "the next build tidies up"


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_folder_takes_the_place_of_another_also_where_names_cannot_be_exchanged(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, payload: dict[str, Path], exchanges: bool
) -> None:
    old = made("harbour")
    if not exchanges:  # as on Windows, and on file systems such as FAT
        monkeypatch.setattr("viewer.case.bag.exchange", lambda _one, _other: False)
    payload["case.sqlite"].write_bytes(b"SQLite, newer")
    made("harbour")
    with Bag.open(old) as bag:
        assert bag.database() == b"SQLite, newer"
    assert not list(tmp_path.glob(".*"))


def test_a_folder_that_a_killed_build_put_aside_is_brought_back(
    made: Made, tmp_path: Path, payload: dict[str, Path]
) -> None:
    """The next build, though it fails, leaves the old bag where it was."""
    made("harbour").rename(tmp_path / ".harbour.old")
    payload["case.sqlite"].unlink()
    with pytest.raises(FileNotFoundError):
        made("harbour")
    with Bag.open(tmp_path / "harbour") as bag:
        assert bag.database() == b"SQLite"
    assert not list(tmp_path.glob(".*"))


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="this system cannot exchange names")
def test_two_folders_exchange_their_names(tmp_path: Path) -> None:
    for name in ("a", "ب"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "said").write_text(name)
    assert exchange(tmp_path / "a", tmp_path / "ب")
    assert (tmp_path / "a" / "said").read_text() == "ب"
    assert not exchange(tmp_path / "a", tmp_path / "not there")
    assert (tmp_path / "a" / "said").read_text() == "ب"
