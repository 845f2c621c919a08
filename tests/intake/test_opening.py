"""A sent case opens whole or is refused; its bytes, its times and its folder stay as they are."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import stat
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.hostile.opening import opened, opened_or_refused
from tests.hostile.trace import state
from tests.hostile.zips import DATABASE, entries, packed
from viewer import paths
from viewer.case.bag import Bag
from viewer.case.errors import CaseError
from viewer.index.ask import about
from viewer.index.reader import InMemory, open_index
from viewer.intake.opening import open_case
from viewer.locked.case_reader import Unwanted


@pytest.fixture
def sent(built_resources: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "sent"
    folder.mkdir()
    return Path(shutil.copy(paths.bundled_case("harbour"), folder / "sent.evcase"))


@pytest.fixture
def folder(sent: Path) -> Path:
    """The same case as a folder."""
    with zipfile.ZipFile(sent) as archive:
        archive.extractall(sent.parent)
    sent.unlink()
    return sent.parent / "harbour"


def records_of(index: Path | InMemory) -> dict[str, list[tuple[object, ...]]]:
    """Everything an index holds, by table; full text as its own tables have it."""
    with closing(open_index(index)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        plain = [name for (name,) in names if "_words" not in name and "_titles" not in name]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in plain}


def test_the_index_of_a_sent_case_is_that_of_the_bundled_one(sent: Path, built_resources: Path) -> None:
    with opened(sent) as case:
        assert records_of(case.index) == records_of(paths.bundled_index("harbour"))


@pytest.mark.parametrize("small", [1 << 30, 0])
def test_folder_and_file_open_alike(sent: Path, small: int) -> None:
    with opened(sent, small) as case:
        from_file = records_of(case.index)
    with zipfile.ZipFile(sent) as archive:
        archive.extractall(sent.parent)
    with opened(sent.parent / "harbour", small) as case:
        assert records_of(case.index) == from_file
        assert case.verified
        assert {file.state for file in case.files} == {"ok"}


def age(folder: Path) -> None:
    """Long ago: a time of access that is left would be seen."""
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (1_300_000_000, 1_300_000_000))


def test_opening_leaves_no_trace_in_a_file(sent: Path) -> None:
    age(sent.parent)
    before = state(sent.parent)
    assert opened_or_refused(sent) is None
    assert state(sent.parent) == before


def test_opening_leaves_no_trace_in_a_folder(folder: Path) -> None:
    age(folder)
    times = folder.stat().st_mtime_ns, folder.stat().st_atime_ns, (folder / "data").stat().st_atime_ns
    assert opened_or_refused(folder) is None
    assert times == (folder.stat().st_mtime_ns, folder.stat().st_atime_ns, (folder / "data").stat().st_atime_ns)
    age(folder)
    before = state(folder)
    assert opened_or_refused(folder) is None
    assert state(folder) == before


def test_a_case_that_may_only_be_read_opens(sent: Path) -> None:
    sent.chmod(0o400)
    sent.parent.chmod(0o500)
    try:
        assert opened_or_refused(sent) is None
    finally:
        sent.parent.chmod(0o700)


def test_a_small_index_lies_in_memory_and_goes(
    sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "private").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "private"))
    with opened(sent) as case:
        assert isinstance(case.index, InMemory)
        assert list((tmp_path / "private").iterdir()) == []
        index = case.index
    with pytest.raises(CaseError):
        open_index(index)


def test_a_large_index_is_private_and_goes(sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "private").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "private"))
    with opened(sent, small=0) as case:
        assert isinstance(case.index, Path)
        assert case.index.parent.parent == tmp_path / "private"
        assert stat.S_IMODE(case.index.parent.stat().st_mode) == 0o700
    assert list((tmp_path / "private").iterdir()) == []


def test_a_refusal_leaves_no_index(sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "private").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "private"))
    with closing(sqlite3.connect(":memory:")) as connection, Bag.open(sent) as bag:
        connection.deserialize(bag.database())
        connection.execute("UPDATE event SET date_edtf = 'yesterday'")
        connection.commit()
        (tmp_path / "case.sqlite").write_bytes(connection.serialize())
    told = opened_or_refused(tmp_path / "case.sqlite", small=0)
    assert told is not None
    assert told.code == "bad-date"
    assert list((tmp_path / "private").iterdir()) == []


def of_folder(folder: Path) -> tuple[Path, str]:
    """A text document of the case, and its name in the list."""
    path = next(path for path in sorted((folder / "data" / "documents").iterdir()) if path.suffix == ".md")
    return path, path.relative_to(folder).as_posix()


def test_an_altered_document_is_marked_and_its_words_are_not_read(folder: Path) -> None:
    path, name = of_folder(folder)
    listed = Bag.open(folder).manifest[name]
    path.write_text("forgedwords stand here", "utf-8")
    with opened(folder) as case, closing(open_index(case.index)) as connection:
        assert case.altered.keys() == {name}
        assert case.altered[name][0] == listed
        assert case.altered[name][1] not in (None, listed)
        found = connection.execute("SELECT count(*) FROM known_word WHERE term = 'forgedwords'").fetchone()[0]
        assert found == 0


def test_a_missing_document_is_marked(folder: Path) -> None:
    path, name = of_folder(folder)
    path.unlink()
    with opened(folder) as case:
        assert case.altered[name][1] is None
        assert next(file.state for file in case.files if file.name == name) == "missing"


def test_a_document_that_is_not_the_one_the_database_names_is_marked(folder: Path) -> None:
    """The list was written anew, as whoever swaps a document would."""
    path, name = of_folder(folder)
    with Bag.open(folder) as bag:
        old = bag.manifest[name]
    path.write_text("swapped", "utf-8")
    new = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest = folder / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text("utf-8").replace(old, new), "utf-8")
    with opened(folder) as case:
        assert case.altered == {name: (old, new)}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe with a name")
def test_a_document_that_is_a_pipe_is_not_waited_for(folder: Path) -> None:
    path, name = of_folder(folder)
    path.unlink()
    os.mkfifo(path)
    began = time.monotonic()
    with opened(folder) as case:
        assert case.altered[name][1] is None
    assert time.monotonic() - began < 5


def test_a_document_that_is_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    path, name = of_folder(folder)
    content = path.read_bytes()
    path.unlink()
    (tmp_path / "secret.md").write_bytes(content)
    path.symlink_to(tmp_path / "secret.md")
    with opened(folder) as case:
        assert case.altered[name][1] is None


def test_a_folder_that_is_a_link_is_not_walked(folder: Path) -> None:
    (folder / "data" / "more").symlink_to("/etc")
    told = opened_or_refused(folder)
    assert told is not None
    assert (told.code, told.where) == ("unlisted-file", "data/more")


def test_progress_says_what_is_checked_and_only_grows(sent: Path) -> None:
    steps, shares = [], []
    opening = open_case(sent)
    while True:
        try:
            step = next(opening)
        except StopIteration as last:
            last.value.close()
            break
        shares.append(step.share)
        steps.append((step.step, step.what))
    assert list(dict(steps)) == ["list", "files", "database", "index"]
    with Bag.open(sent) as bag:
        assert {what for step, what in steps if step == "files"} == set(bag.manifest)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_an_opening_nobody_waits_for_ends(sent: Path) -> None:
    with pytest.raises(Unwanted):
        for _ in open_case(sent, unwanted=lambda: True):
            pass


def test_an_opening_is_left_at_any_step(sent: Path) -> None:
    before, whole = children(), sum(1 for _ in _closing(sent))
    for stop in range(0, whole, 7):
        opening = open_case(sent)
        for _, _ in zip(range(stop + 1), opening, strict=False):
            pass
        opening.close()
    assert children() <= before


def _closing(path: Path) -> Iterator[object]:
    opening = open_case(path)
    try:
        while True:
            yield next(opening)
    except StopIteration as last:
        last.value.close()


def children() -> set[str]:
    """Locked children of ours that live."""
    return {path.parent.name for path in Path("/proc").glob("*/cmdline") if _is_child(path)}


def _is_child(path: Path) -> bool:
    try:
        ours = (path.parent / "stat").read_text().rpartition(")")[2].split()[1] == str(os.getpid())
        return ours and b"viewer/locked/__main__.py" in path.read_bytes()
    except OSError:
        return False


def test_many_documents_open_with_a_list_that_is_long(sent: Path, tmp_path: Path) -> None:
    with Bag.open(sent) as bag:
        payload = {DATABASE: bag.database()}
    payload |= {f"data/documents/{number}.txt": b"x" for number in range(5000)}
    (tmp_path / "long.evcase").write_bytes(packed(entries(payload)))
    with opened(tmp_path / "long.evcase") as case, closing(open_index(case.index)) as connection:
        assert len(case.files) == 5001
        assert about.heading(connection).events
