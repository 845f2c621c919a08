"""A field that is being typed is known, and a value is put into its place."""

import pytest

from viewer.panes.finder.completion import Unfinished, closed, completed, quoted, unfinished


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind:", Unfinished("kind", "", 5)),
        ("camp kind:ro", Unfinished("kind", "ro", 10)),
        ("person:Ali", Unfinished("agent", "Ali", 7)),
        ('place:"Camp As', Unfinished("place", "Camp As", 6)),
        ("(source:reu", Unfinished("source", "reu", 8)),
        ("-kind:x", Unfinished("kind", "x", 6)),
        ("KIND:x", Unfinished("kind", "x", 5)),
        ("mankind:x", None),
        ("kind:use camp", None),
        ('place:"Camp Ashraf" kill', None),
        ("before:2011", None),
        ("camp", None),
    ],
)
def test_an_open_field_is_known_by_what_stands_before_the_cursor(text: str, expected: Unfinished | None) -> None:
    assert unfinished(text, len(text)) == expected


def test_a_value_takes_the_place_of_its_beginning_and_the_rest_stays() -> None:
    text = "kind:ro camp"
    field = unfinished(text, 7)
    assert field
    assert completed(text, 7, field, "Rocket or mortar attack") == ('kind:"Rocket or mortar attack" camp', 31)
    text = 'place:"Camp A"'
    field = unfinished(text, 13)
    assert field
    assert completed(text, 13, field, "Camp Ashraf") == ('place:"Camp Ashraf" ', 20)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Reuters", "Reuters"),
        ("use-of-force", "use-of-force"),
        ("Camp Ashraf", '"Camp Ashraf"'),
        ("U.S. Army", '"U.S. Army"'),
        ('a "b" c', '"a b c"'),
        ("عراق", "عراق"),
        ("(x)", '"(x)"'),
    ],
)
def test_quotation_marks_are_added_where_they_are_needed(value: str, expected: str) -> None:
    assert quoted(value) == expected


def test_a_phrase_that_is_being_typed_is_closed() -> None:
    assert closed('camp "seven wo') == 'camp "seven wo"'
    assert closed("“seven") == '“seven"'
    assert closed('"seven women"') == '"seven women"'
    assert closed('camp "') == 'camp "'
