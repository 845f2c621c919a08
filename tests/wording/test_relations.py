"""Relations, roles and places in words."""

from __future__ import annotations

import pytest

from viewer.index.ask.chips import AgentChip
from viewer.index.ask.events import PlaceView, Relation, Role
from viewer.wording.relations import place_words, radius_words, relation_words, role_words
from viewer.wording.voice import English

VOICE = English()
KINDS = ("responds-to", "part-of", "contradicts", "possibly-counted-in", "precedes", "same-as", "related")


def said(kind: str, outgoing: bool) -> str:
    return relation_words(VOICE, Relation(kind, outgoing, None, None, None))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_relation_has_words_for_both_directions(kind: str) -> None:
    assert said(kind, True) != kind and said(kind, False) != kind


def test_a_contradiction_is_the_same_from_both_sides() -> None:
    assert said("contradicts", True) == said("contradicts", False)


@pytest.mark.parametrize("kind", ["responds-to", "part-of", "possibly-counted-in", "precedes"])
def test_what_has_a_direction_is_told_differently(kind: str) -> None:
    assert said(kind, True) != said(kind, False)


def test_a_role_keeps_the_compilers_word() -> None:
    agent = AgentChip("a", "Ali Ghaidan", "Ali Ghaidan, commander", "a side in the dispute")
    assert role_words(VOICE, Role(agent, "commander", None)) == "Ali Ghaidan: commander"


@pytest.mark.parametrize(
    ("radius", "words"),
    [(5000.0, "within 5 km"), (300.0, "within 300 m"), (None, ""), (1_200_000.0, "within 1,200 km")],
)
def test_a_place_says_how_exactly_it_is_known(radius: float | None, words: str) -> None:
    place = PlaceView("p", "Camp Ashraf, renamed", "Camp Ashraf", None, None, radius, None, None, ())
    assert radius_words(VOICE, place) == words
    assert place_words(VOICE, place) == (f"Camp Ashraf ({words})" if words else "Camp Ashraf")
