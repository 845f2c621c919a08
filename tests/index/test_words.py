"""Words of several scripts are compared as their readers compare them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.index import words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("قُتِلَ", "قتل"),
        ("كتاب يكي", "کتاب یکی"),
        ("می‌رود", "میرود"),
        ("مـــحمد", "محمد"),
        ("۱۲ ١٢", "12 12"),
        ("آب إلى مدرسة", "اب الی مدرسه"),
        ("ﻻ", "لا"),
        ("Ёлка", "елка"),
        ("Straße", "STRASSE"),
        ("Žižek Ångström", "zizek angstrom"),
        ("cafe\u0301", "café"),
    ],
)
def test_the_same_word_written_otherwise_is_found(written: str, typed: str) -> None:
    assert words.norm(written) == words.norm(typed)


def test_letters_that_are_not_the_same_stay_apart() -> None:
    assert words.norm("й") != words.norm("и")
    assert words.norm("قتل") != words.norm("قبل")


def test_marks_fall_on_the_words_of_the_original() -> None:
    text = "he said قُتِلَ in the كتاب, strikers"
    found = [text[start:end] for start, end in words.marks(text, words.sought("قتل کتاب strik"))]
    assert found == ["قُتِلَ", "كتاب", "strikers"]


def test_only_the_last_word_sought_is_a_beginning() -> None:
    text = "camps camp campsite"
    assert [text[a:b] for a, b in words.marks(text, words.sought("camp site"))] == ["camp"]


def test_a_question_without_words_seeks_nothing() -> None:
    assert words.sought(" – ,.\u0640 ") == ()
    assert words.marks("a b", ()) == ()


@given(st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=60))
def test_the_full_text_table_parts_words_as_we_do(text: str) -> None:
    normed = words.norm(text)
    ours = [normed[start:end] for start, end in words.words(normed)]
    assert all(words.norm(word) == word for word in ours)


def test_words_of_real_texts_are_those_of_the_full_text_table(shared_data: Callable[[str], Path]) -> None:
    files = sorted(shared_data("text_udhr").rglob("*.html"))
    assert files
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            """CREATE VIRTUAL TABLE t USING fts5(x,
               tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Cf'")"""
        )
        connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
        for path in files:
            text = words.norm(re.sub("<[^>]*>", " ", path.read_text("utf-8")))
            connection.execute("DELETE FROM t")
            connection.execute("INSERT INTO t VALUES (?)", (text,))
            theirs = [row[0] for row in connection.execute('SELECT term FROM v ORDER BY "offset"')]
            assert theirs == [text[start:end] for start, end in words.words(text)], path.name


def test_no_letter_is_mapped_to_itself() -> None:
    """A table that maps letters to themselves is only slower."""
    table = words._table()
    assert all(chr(code) != other for code, other in table.items())


@given(st.text(st.characters(max_codepoint=0xFFFF, categories=("L", "M", "N", "P", "Cf")), max_size=200))
def test_few_signs_or_many_are_folded_alike(text: str) -> None:
    """A text with a handful of strange signs goes another way than one with very many."""
    signs = "".join(chr(0x00C0 + n) for n in range(300))
    assert words.norm(f"{text} {signs}").startswith(words.norm(text) + " ")


def test_a_mark_written_as_a_letter_of_its_own_counts_no_more_than_a_mark() -> None:
    assert words.norm("\ufc5e") == words.norm("\ufe70") == ""
    assert words.norm("\ufdfa") == "صلی الله علیه وسلم"  # four words in one sign stay four


@given(st.text(st.characters(exclude_categories=["Cs", "Cn"], max_codepoint=0xFFFF), max_size=60))
def test_a_long_text_is_parted_as_a_short_one_is(text: str) -> None:
    long = f"é {text} " * (words._LONG // (len(text) + 3) + 1)
    whole = [long[start:end] for start, end in words.words(long)]
    short = [text[start:end] for start, end in words.words(text)]
    assert len(long) >= words._LONG and whole == ["é", *short] * (len(whole) // (len(short) + 1))
