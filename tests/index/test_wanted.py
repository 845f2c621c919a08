"""What is typed becomes a tree, and what makes no sense is told with its place."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.index import wanted
from viewer.index.wanted import All, BadWords, Either, Field, Words, parse

A, B, C = Words(("a",)), Words(("b",)), Words(("c",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        (" – ", None),
        ("a", A),
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a and b", All((A, Words(("and",)), B))),
        ("a OR b c", Either((A, All((B, C))))),
        ("a -b", All((A,), (B,))),
        ("a NOT b", All((A,), (B,))),
        ("(a OR b) c", All((Either((A, B)), C))),
        ('"a b" c', All((Words(("a", "b")), C))),
        ("«a b»", Words(("a", "b"))),
        ("al-Maliki*", Words(("al", "maliki"), prefix=True)),
        ("12:30", Words(("12", "30"))),
        ("قُتِلَ ۱۲", All((Words(("قتل",)), Words(("12",))))),
        ('kind:"use of force" -a', All((Field("kind", "use of force"),), (A,))),
        ("Before:2011", Field("before", "2011")),
        ("after:۲۰۱۱", Field("after", "۲۰۱۱")),
    ],
)
def test_words_and_operators_make_a_tree(text: str, expected: object) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "at", "found"),
    [
        ('a "b', "unclosed-quote", 2, '"b'),
        ("(a", "unclosed-bracket", 0, "("),
        ("a)", "lonely-bracket", 1, ")"),
        ("()", "empty-bracket", 0, "("),
        ("a AND", "lonely-operator", 2, "AND"),
        ("OR a", "lonely-operator", 0, "OR"),
        ("a NOT", "lonely-operator", 2, "NOT"),
        ("NOT a", "nothing-to-exclude-from", 0, "NOT"),
        ("a OR -b", "nothing-to-exclude-from", 5, "-"),
        ("kin:a", "unknown-field", 0, "kin"),
        ("kind:", "empty-field", 0, "kind"),
        ("before:last", "bad-date", 0, "last"),
        ("during:2011-13", "bad-date", 0, "2011-13"),
        ("(" * 30 + "a", "too-deep", 20, "("),
        ("a" * 1001, "too-long", 1000, "1000"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_place(text: str, code: str, at: int, found: str) -> None:
    with pytest.raises(BadWords) as refused:
        parse(text)
    assert (refused.value.code, refused.value.at, refused.value.found) == (code, at, found)


def test_the_field_that_was_perhaps_meant_is_named() -> None:
    with pytest.raises(BadWords) as refused:
        parse("plase:here")
    assert refused.value.nearest == "place"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='ab"()-*: \tANDORT«قِ۱', max_size=24))
def test_every_tree_of_words_can_be_asked(text: str) -> None:
    try:
        node = parse(text)
    except BadWords as refused:
        assert 0 <= refused.at <= len(text)
        return
    if node is not None and wanted.only_words(node):
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("CREATE VIRTUAL TABLE t USING fts5(words)")
            connection.execute("SELECT * FROM t WHERE t MATCH ?", (wanted.expression(node),)).fetchall()
