"""Which events are picked by which clicks and keys; the focus stays."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from viewer.case.errors import UnknownFocus
from viewer.index.query import Query
from viewer.session import address
from viewer.session.focus import Focus
from viewer.session.navigator import MOST_PICKED, Navigator
from viewer.session.picking import Picking

LISTED = [f"E{n}" for n in range(1, 90)]


def between(one: str, other: str) -> tuple[list[str], int]:
    first, last = LISTED.index(one), LISTED.index(other)
    return (LISTED[first : last + 1] if first <= last else LISTED[last : first + 1][::-1]), 0


def picked_in(navigator: Navigator) -> tuple[str, ...]:
    """Asked anew each time, which a checker of types does not expect of an attribute."""
    return navigator.picked


@pytest.fixture
def navigator(qapp: QApplication) -> Navigator:
    return Navigator()


@pytest.fixture
def picking(navigator: Navigator) -> Picking:
    return Picking(navigator, between)


def test_the_first_one_brings_the_event_in_focus_along_and_can_be_put_back(
    navigator: Navigator, picking: Picking
) -> None:
    navigator.go(Focus(event="E3"))
    picking.turn("E7")
    assert picked_in(navigator) == ("E3", "E7")
    picking.turn("E3")
    assert picked_in(navigator) == ("E7",)
    picking.turn("E7")
    assert picked_in(navigator) == ()
    assert navigator.focus == Focus(event="E3")


def test_the_event_in_focus_is_picked_alone_where_it_is_the_first(navigator: Navigator, picking: Picking) -> None:
    navigator.go(Focus(event="E3"))
    picking.turn("E3")
    assert picked_in(navigator) == ("E3",)


def test_a_stretch_is_pulled_either_way_and_what_was_picked_before_remains(
    navigator: Navigator, picking: Picking
) -> None:
    picking.turn("E1")
    picking.turn("E10")
    picking.stretch("E12")
    assert picked_in(navigator) == ("E1", "E10", "E11", "E12")
    picking.stretch("E8")
    assert picked_in(navigator) == ("E1", "E10", "E9", "E8")


def test_a_stretch_begins_at_the_event_in_focus(navigator: Navigator, picking: Picking) -> None:
    navigator.go(Focus(event="E5"))
    picking.stretch("E7")
    assert picked_in(navigator) == ("E5", "E6", "E7")


def test_what_finds_no_room_is_counted(navigator: Navigator, picking: Picking) -> None:
    told: list[tuple[tuple[str, ...], int]] = []
    navigator.picked_changed.connect(lambda picked, more: told.append((picked, more)))
    picking.all(LISTED)
    assert told == [(tuple(LISTED[:MOST_PICKED]), len(LISTED) - MOST_PICKED)]
    picking.all(LISTED[:MOST_PICKED], 7)
    assert told[-1][1] == 7


def test_picks_are_no_steps_of_the_history(navigator: Navigator, picking: Picking) -> None:
    picking.turn("E1")
    assert not navigator.can_go_back
    navigator.ask(Query(words="water"))
    assert picked_in(navigator) == ("E1",)


def test_an_address_names_the_events_picked_in_their_order() -> None:
    uri = address.write("case", Focus(event="E1"), Query(words="water"), ("E9", "E2"))
    assert address.parse_whole(uri, "case") == (Focus(event="E1"), Query(words="water"), ("E9", "E2"))
    assert address.parse(uri, "case") == (Focus(event="E1"), Query(words="water"))
    alone = address.write("case", Focus(), None, ("E9", "E2", "E9"))
    assert address.parse_whole(alone, "case")[2] == ("E9", "E2")
    with pytest.raises(UnknownFocus):
        address.parse_whole(alone, "another")
