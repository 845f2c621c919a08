"""Real Arabic and Persian texts: typed without vowels, with either yeh and kaf, and marked in the original."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from html import unescape
from pathlib import Path

import pytest

from viewer.case import records as r
from viewer.case import store
from viewer.index.ask.finding import Finding, found
from viewer.index.reader import open_index
from viewer.index.words import norm
from viewer.index.writer import Digests, write

TEXTS = ("arb", "pes_1", "pes_2", "urd", "uig_arab")
AS_IN_PERSIAN = str.maketrans("يكى", "یکی")
AS_IN_ARABIC = str.maketrans("یک", "يك")


def read(folder: Path, name: str) -> str:
    """The text of a declaration, paragraph by paragraph."""
    page = (folder / "package" / "declaration" / f"{name}.html").read_text("utf-8")
    return "\n\n".join(
        " ".join(unescape(re.sub("<[^>]+>", " ", part)).split()) for part in re.split("</(?:p|h[1-6]|li)>", page)
    )


@pytest.fixture
def texts(shared_data: Callable[[str], Path]) -> dict[str, str]:
    return {name: read(shared_data("text_udhr"), name) for name in TEXTS}


@pytest.fixture
def declarations(texts: dict[str, str], tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as case:
        store.create(case)
        for number, name in enumerate(TEXTS, start=1):
            document = r.Document(id=number, uid=name, title=name, media_type="text/plain", byte_size=1,
                                  sha256="0" * 64, path=name)  # fmt: skip
            store.insert(case, r.Document, [document])
        path = tmp_path / "declarations.index"
        for _ in write(partial(store.read, case), lambda name: texts[name].encode(), path, Digests("", "")):
            pass
    with closing(open_index(path)) as connection:
        yield connection


def passages(index: sqlite3.Connection, words: str) -> list[Finding]:
    return [hit for hit in found(index, words, 200).findings if hit.entity == "passage"]


def marked(hit: Finding) -> list[str]:
    return [hit.title[start:end] for start, end in hit.title_marks]


@pytest.mark.parametrize("sought", ["حقوق", "الإنسان", "آزادی", "بشر", "حرية"])
def test_each_spelling_finds_the_same_and_marks_words_of_the_original(
    declarations: sqlite3.Connection, texts: dict[str, str], sought: str
) -> None:
    hits = passages(declarations, f'"{sought}"')
    assert hits
    for other in (
        sought.translate(AS_IN_PERSIAN),
        sought.translate(AS_IN_ARABIC),
        norm(sought),
        f"{sought}\u064e",
    ):
        assert {(hit.document, hit.start) for hit in passages(declarations, f'"{other}"')} == {
            (hit.document, hit.start) for hit in hits
        }
    for hit in hits:
        assert hit.document is not None
        word = texts[hit.document][hit.start : hit.end]
        assert norm(word).startswith(norm(sought))
        assert marked(hit)
        assert all(norm(one).startswith(norm(sought)) for one in marked(hit))


def test_digits_of_either_script_find_each_other(declarations: sqlite3.Connection) -> None:
    plain = passages(declarations, "10")
    assert {hit.document for hit in plain} == {hit.document for hit in passages(declarations, "۱۰")}
    assert {hit.document for hit in plain} == {hit.document for hit in passages(declarations, "١٠")}
