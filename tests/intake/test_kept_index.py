"""A kept index spares the making of it, and is used only where every byte is as it was kept."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.hostile.opening import opened
from viewer import paths
from viewer.case.bag import Bag
from viewer.guard import traces
from viewer.index.ask import about
from viewer.index.reader import open_index
from viewer.intake import kept_index
from viewer.intake.opened import Opened
from viewer.intake.opening import open_case

LARGE = 0  # every case counts as large


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "own"))
    monkeypatch.delenv(paths.KEEPING_VARIABLE, raising=False)
    return tmp_path / "own" / "indexes"


@pytest.fixture
def sent(built_resources: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(paths.bundled_case("harbour"), tmp_path / "sent.evcase"))


@pytest.fixture
def kept(sent: Path, own: Path) -> Path:
    """The index of the sent case, kept."""
    with opened(sent, LARGE) as case:
        assert case.may_be_kept
        keep(case)
    (index,) = own.glob("*.sqlite")
    return index


def keep(case: Opened) -> None:
    assert isinstance(case.index, Path)
    for _ in kept_index.keep(case.index, case.digests, "Harbour"):
        pass


def steps(path: Path) -> Iterator[str]:
    """What opening checks; the case is closed at its end."""
    opening = open_case(path, small=LARGE)
    while True:
        try:
            yield next(opening).step
        except StopIteration as last:
            last.value.close()
            return


def test_a_case_opens_with_its_kept_index_and_without_the_locked_child(sent: Path, kept: Path) -> None:
    assert set(steps(sent)) == {"list", "files", "kept"}
    with opened(sent, LARGE) as case, closing(open_index(case.index)) as connection:
        assert case.kept and case.verified and not case.may_be_kept
        assert case.index == kept
        assert about.heading(connection).case_uid == "harbour-tutorial"
    assert kept.exists(), "closing a case leaves what is kept"


def test_what_is_kept_is_for_its_owner_alone_and_told(sent: Path, kept: Path, own: Path) -> None:
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in own.iterdir()} == {0o600}
    with Bag.open(sent) as bag:
        digest = bag.digest
    (one,) = kept_index.listed()
    assert (one.case_digest, one.title) == (digest, "Harbour")
    assert one.size == sum(path.stat().st_size for path in own.iterdir())
    assert kept_index.room() > 0


def test_keeping_again_takes_the_place_of_the_old(sent: Path, kept: Path, own: Path) -> None:
    before = {path.name: path.read_bytes() for path in own.iterdir()}
    with opened(sent, LARGE) as case:
        keep(case)
    assert {path.name: path.read_bytes() for path in own.iterdir()} == before


def test_a_keeping_that_is_left_leaves_nothing(sent: Path, own: Path) -> None:
    with opened(sent, LARGE) as case:
        assert isinstance(case.index, Path)
        keeping = kept_index.keep(case.index, case.digests, "Harbour")
        next(keeping)
        assert list(own.glob("*.part"))
        keeping.close()
    assert list(own.iterdir()) == []


def test_traces_erased_while_an_index_is_being_kept_stay_erased(
    sent: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(sent, LARGE) as case:
        assert isinstance(case.index, Path)
        keeping = kept_index.keep(case.index, case.digests, "Harbour")
        next(keeping)
        assert "indexes" in traces.erase(own.parent).removed
        monkeypatch.setenv(paths.KEEPING_VARIABLE, "nothing")
        with pytest.raises(StopIteration) as ended:
            while True:
                next(keeping)
        assert ended.value.value is False
    assert not own.exists()


def flip(kept: Path) -> None:
    """One bit, in the middle."""
    content = bytearray(kept.read_bytes())
    content[len(content) // 2] ^= 1
    kept.write_bytes(content)


def cut(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-4096])


def empty(kept: Path) -> None:
    kept.write_bytes(b"")


def gone(kept: Path) -> None:
    kept.unlink()


def _rewrite(kept: Path, **changes: object) -> None:
    facts = kept.with_suffix(".json")
    facts.write_text(json.dumps(json.loads(facts.read_text("utf-8")) | changes), "utf-8")


def of_another_version(kept: Path) -> None:
    _rewrite(kept, made_by="0.0.1, index 1, 00")


def of_another_database(kept: Path) -> None:
    _rewrite(kept, database_digest="0" * 64)


def with_a_trigger(kept: Path) -> None:
    """The facts are written anew, as whoever puts an index of his own there would."""
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("CREATE TRIGGER more AFTER INSERT ON info BEGIN SELECT 1; END")
    _rewrite(kept, sha256=hashlib.sha256(kept.read_bytes()).hexdigest(), size=kept.stat().st_size)


def of_another_case(kept: Path) -> None:
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("UPDATE info SET value = 'ff' WHERE key = 'case_digest'")
        connection.commit()
    _rewrite(kept, sha256=hashlib.sha256(kept.read_bytes()).hexdigest(), size=kept.stat().st_size)


def no_index(kept: Path) -> None:
    kept.write_bytes(b"words" * 1000)
    _rewrite(kept, sha256=hashlib.sha256(kept.read_bytes()).hexdigest(), size=kept.stat().st_size)


def a_link(kept: Path) -> None:
    aside = kept.with_name("aside")
    kept.rename(aside)
    kept.symlink_to(aside)


SPOILT = (
    flip, cut, empty, gone, of_another_version, of_another_database, with_a_trigger, of_another_case, no_index,
    a_link,
)  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT)
def test_one_that_is_not_as_it_was_is_thrown_away_and_made_anew(
    sent: Path, kept: Path, own: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(kept)
    with opened(sent, LARGE) as case, closing(open_index(case.index)) as connection:
        assert not case.kept and case.may_be_kept
        assert about.heading(connection).case_uid == "harbour-tutorial"
    assert not kept.exists() and not kept.with_suffix(".json").exists()
    assert kept_index.listed() == ()


@pytest.mark.parametrize("facts", [b"", b"{}", b"[" * 9000, b"\xff", b'{"size": "many"}', b"null"])
def test_facts_that_are_none_are_not_followed(sent: Path, kept: Path, facts: bytes) -> None:
    kept.with_suffix(".json").write_bytes(facts)
    with opened(sent, LARGE) as case:
        assert not case.kept
    assert [one.title for one in kept_index.listed()] == [""], "it is listed, so that it can be removed"


def test_where_a_document_is_altered_the_kept_index_is_left_alone(sent: Path, kept: Path) -> None:
    """It knows the words of the document as it was."""
    altered = sent.with_name("altered.evcase")
    with zipfile.ZipFile(sent) as old, zipfile.ZipFile(altered, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, b"other words" if entry.filename.endswith(".md") else old.read(entry))
    with opened(altered, LARGE) as case:
        assert case.altered and not case.kept and not case.may_be_kept
        assert case.index != kept
    assert kept.exists()


def test_small_cases_and_bare_databases_are_not_kept(sent: Path, tmp_path: Path) -> None:
    with opened(sent) as case:
        assert not case.may_be_kept
    with Bag.open(sent) as bag:
        (tmp_path / "case.sqlite").write_bytes(bag.database())
    with opened(tmp_path / "case.sqlite", LARGE) as case:
        assert not case.may_be_kept


def test_where_nothing_is_kept_nothing_is_erased_either(
    sent: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flip(kept)
    monkeypatch.setenv(paths.KEEPING_VARIABLE, "nothing")
    with opened(sent, LARGE) as case:
        assert not case.kept and not case.may_be_kept, "the index lies in memory"
    assert kept.exists()


def test_one_is_removed_or_all(sent: Path, kept: Path, own: Path) -> None:
    other = "0" * 64
    for name in (f"{other}.sqlite", f"{other}.123.part"):
        (own / name).write_bytes(b"x" * 10)
    (own / "diary.txt").write_text("not ours")
    assert {one.case_digest for one in kept_index.listed()} == {other, kept.stem}
    kept_index.remove(other)
    assert [one.case_digest for one in kept_index.listed()] == [kept.stem]
    kept_index.remove(kept.stem)
    assert [path.name for path in own.iterdir()] == ["diary.txt"]


def test_the_eraser_takes_them_too(kept: Path, own: Path) -> None:
    assert "indexes" in traces.erase(own.parent).removed
    assert not own.exists()


def test_what_a_killed_program_left_long_ago_goes_with_the_next(kept: Path, sent: Path) -> None:
    long_ago, lately = (kept.with_name(f"{kept.stem}.{number}.part") for number in (1, 2))
    for path in (long_ago, lately):
        path.write_bytes(b"half an index")
    os.utime(long_ago, (1, 1))
    with opened(sent, LARGE) as case:
        for _ in kept_index.keep(kept, case.digests, "Harbour"):
            pass
    assert (long_ago.exists(), lately.exists()) == (False, True)
