"""Bags, tables and anchors: what is written is what is read, and what was read writes the same again."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from viewer.builder.columns import Column
from viewer.builder.standing import in_text, packed
from viewer.builder.values import value_of
from viewer.case import bag, store
from viewer.case.anchor import Found, document_text, find
from viewer.case.bag import Bag
from viewer.case.bag_places import collision
from viewer.index.ask.health import Anchor
from viewer.index.ask.sources import _rects, _xywh

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
HEX = st.text("0123456789abcdef", min_size=64, max_size=64)

# Bags

_PART = st.text(st.characters(exclude_characters='/\\\0:*?"<>|', exclude_categories=("Cs", "Cc")), min_size=1)
_PARTS = _PART.filter(lambda name: len(name.encode()) < 80 and name.strip(". ") == name)
_NAMES = st.lists(_PARTS, min_size=1, max_size=3).map("/".join)
_PAYLOADS = st.dictionaries(_NAMES.map("documents/{}".format), st.binary(max_size=300), max_size=6)


@given(_PAYLOADS, st.dictionaries(st.sampled_from(("External-Identifier", "Note")), TEXT))
@settings(max_examples=60, deadline=None)
def test_a_bag_read_and_written_again_has_the_same_digest(payload: dict[str, bytes], info: dict[str, str]) -> None:
    files = {"case.sqlite": b"facts", **payload}
    assume(not collision(files) and not any(a != b and b.startswith(f"{a}/") for a in files for b in files))
    with _place() as place:
        made = _bag(place / "first.evcase", files, info)
        with Bag.open(made) as held:
            digest = held.digest
            again = {name.removeprefix("data/"): held.read(name) for name in held.manifest}
        assert again == files
        for name in ("again", "again.evcase"):
            with Bag.open(_bag(place / name, again, info)) as held:
                assert held.digest == digest


@contextmanager
def _place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def _bag(path: Path, files: dict[str, bytes], info: dict[str, str]) -> Path:
    source = path.parent / "files"
    source.mkdir()
    places = {name: source / str(number) for number, name in enumerate(files)}
    for name, content in files.items():
        places[name].write_bytes(content)
    bag.write(path, places, info)
    shutil.rmtree(source)
    return path


# Tables


def _allowed(record: type[Any]) -> dict[str, tuple[str, ...]]:
    """The words that the table's own text allows, by column."""
    table = re.search(rf"CREATE TABLE {store.table_of(record)}\((.*?)\) STRICT", store.schema(), re.DOTALL)
    assert table
    listed = re.findall(r"CHECK\((\w+) IN \(([^)]*)\)", table[1])
    return {column: tuple(re.findall(r"'([^']*)'", words)) for column, words in listed if "'" in words}


def _values(record: type[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """One strategy a column: its words, a hash, or anything of its kind."""
    hints, words = get_type_hints(record), _allowed(record)
    return st.fixed_dictionaries(
        {field.name: _value(field.name, hints[field.name], words) for field in fields(record)}
    )


def _value(name: str, kind: Any, words: dict[str, tuple[str, ...]]) -> st.SearchStrategy[Any]:
    of_kind = {
        int: st.integers(0, 1) | st.integers(0, 2**63 - 1),
        float: st.floats(0, 90) | st.floats(allow_nan=False),
        str: st.text("ق", min_size=2, max_size=2) | TEXT,
        bytes: st.binary(max_size=40),
    }
    if name in words:
        some: st.SearchStrategy[Any] = st.sampled_from(words[name])
    elif "sha256" in name:
        some = HEX
    else:
        some = next(strategy for each, strategy in of_kind.items() if each.__name__ in str(kind))
    return some | st.none() if "None" in str(kind) else some


@pytest.mark.parametrize("record", store.TABLES, ids=store.table_of)
def test_whatever_the_tables_take_they_give_back(record: type[Any]) -> None:
    _give_back(record, 12)


@pytest.mark.long
@pytest.mark.parametrize("record", store.TABLES, ids=store.table_of)
def test_of_very_many_records_the_tables_give_back_every_one(record: type[Any]) -> None:
    _give_back(record, 300)


def _give_back(record: type[Any], most: int) -> None:
    """Also as a file, and of the same bytes when it is written again."""
    taken = []

    @given(_values(record))
    @settings(max_examples=most, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def comes_back(values: dict[str, Any]) -> None:
        row = record(**values)
        try:
            first = _database(record, row)
        except sqlite3.IntegrityError:
            assume(False)
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(first)
            (read,) = store.read(connection, record)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert read == row
        assert [type(getattr(read, name)) for name in values] == [type(value) for value in values.values()]
        assert _database(record, read) == first
        taken.append(row)

    comes_back()
    assert len(taken) > most / 4


def _database(record: type[Any], row: Any) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        store.create(connection)
        store.insert(connection, record, [row])
        connection.commit()
        connection.execute("VACUUM")
        return connection.serialize()


# Anchors


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text as documents have it, and a stretch of it."""
    text = document_text(draw(st.text("ab\nق🜚é ", min_size=1, max_size=60)).encode())
    assume(text)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(marked(), st.integers(0, 5))
def test_words_with_their_place_are_found_there(of: tuple[str, int, int], around: int) -> None:
    text, start, end = of
    before, after = text[max(start - around, 0) : start], text[end : end + around]
    assert find(text, text[start:end], before, after, start) == Found("exact", start, end, 1)
    stand = in_text(Anchor(exact=text[start:end], prefix=before, suffix=after, start=start, end=end), text)
    assert (stand.state, stand.start, stand.end) == ("exact", start, end)


@given(marked(), st.text("abق\n", min_size=1, max_size=9))
def test_words_that_moved_are_found_again_unless_they_could_be_meant_twice(
    of: tuple[str, int, int], put: str
) -> None:
    """Something was put before the text; the words are looked for with all that stands around them."""
    text, start, end = of
    newer = put + text
    found = find(newer, text[start:end], text[:start], text[end:], start)
    places = [place for place in range(len(newer)) if newer.startswith(text, place)]
    assert len(put) in places
    if 0 in places:
        assert found == Found("exact", start, end, 1)
    elif len(places) > 1:
        assert found == Found("ambiguous", count=len(places))
    else:
        assert found == Found("moved", len(put) + start, len(put) + end, 1)


_SHARE = st.integers(0, 100_000).map(lambda share: share / 100_000)


@st.composite
def boxes(draw: st.DrawFn) -> tuple[float, float, float, float]:
    across, down = (sorted(draw(st.lists(_SHARE, min_size=2, max_size=2, unique=True))) for _ in "xy")
    return across[0], down[0], across[1], down[1]


@given(st.lists(boxes(), min_size=1, max_size=5))
def test_boxes_on_a_page_come_back(of: list[tuple[float, float, float, float]]) -> None:
    kept = packed(of)
    assert value_of(Column("rects", "rects", ""), kept) == kept == json.dumps([list(box) for box in of])
    assert list(_rects(kept)) == of


@given(boxes())
def test_a_part_of_a_picture_comes_back(box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = box
    written = f"{left:.5f},{top:.5f},{right - left:.5f},{bottom - top:.5f}"
    kept = value_of(Column("xywh", "xywh", ""), written)
    assert kept == written
    assert _xywh(str(kept)) == pytest.approx(box, abs=1e-9)
