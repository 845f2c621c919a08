"""One place says where the reader is."""

import pytest
from PySide6.QtCore import QObject

from viewer.case.errors import UnknownFocus
from viewer.index.query import Query
from viewer.index.sought import SoughtWords
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator

A, B, C = Focus(event="A"), Focus(event="B"), Focus(event="C")


def moves_of(navigator: Navigator) -> list[Focus]:
    moves: list[Focus] = []
    navigator.focus_moved.connect(lambda focus, _by: moves.append(focus))
    return moves


def test_going_where_one_stands_is_silence() -> None:
    navigator = Navigator()
    moves = moves_of(navigator)
    navigator.go(A)
    navigator.go(A)
    assert moves == [A]
    assert not navigator.can_go_back


def test_back_and_forward_retrace_the_way() -> None:
    navigator = Navigator()
    for focus in (A, B, C):
        navigator.go(focus)
    navigator.back()
    navigator.back()
    assert navigator.focus == A
    assert not navigator.can_go_back
    navigator.forward()
    assert navigator.focus == B
    assert navigator.can_go_forward


def test_a_new_way_forgets_the_old_one_forward() -> None:
    navigator = Navigator()
    navigator.go(A)
    navigator.go(B)
    navigator.back()
    navigator.go(C)
    assert not navigator.can_go_forward
    navigator.back()
    assert navigator.focus == A


def test_back_at_the_beginning_stays() -> None:
    navigator = Navigator()
    navigator.go(A)
    navigator.back()
    assert navigator.focus == A


def test_the_pane_that_asked_is_named() -> None:
    navigator, pane = Navigator(), QObject()
    told: list[object] = []
    navigator.focus_moved.connect(lambda _focus, by: told.append(by))
    navigator.go(A, pane)
    assert told == [pane]


def test_what_follows_from_a_focus_is_filled_in_and_history_stays_when_it_is_unknown() -> None:
    def complete(focus: Focus) -> Focus:
        if focus.claim == "nowhere":
            raise UnknownFocus("no-such-claim", found="nowhere")
        return Focus(event="E1", claim=focus.claim)

    navigator = Navigator(complete)
    navigator.go(Focus(claim="C1"))
    assert navigator.focus == Focus(event="E1", claim="C1")
    with pytest.raises(UnknownFocus):
        navigator.go(Focus(claim="nowhere"))
    assert navigator.focus == Focus(event="E1", claim="C1")
    assert not navigator.can_go_back


def test_history_is_bounded() -> None:
    navigator = Navigator()
    for number in range(1000):
        navigator.go(Focus(event=str(number)))
    steps = 0
    while navigator.can_go_back:
        navigator.back()
        steps += 1
    assert 100 <= steps <= 200


def test_a_query_changes_what_is_asked_and_not_where_one_is() -> None:
    navigator = Navigator()
    navigator.go(A)
    asked: list[Query] = []
    navigator.query_changed.connect(lambda query, _by: asked.append(query))
    moves = moves_of(navigator)
    navigator.ask(Query(kind=("relocation",)))
    navigator.ask(Query(kind=("relocation",)))
    assert asked == [Query(kind=("relocation",))]
    assert moves == []
    assert navigator.focus == A
    navigator.back()
    assert navigator.query == Query()
    assert navigator.focus == A


def test_the_span_on_screen_is_no_part_of_the_history() -> None:
    navigator = Navigator()
    navigator.go(A)
    spans: list[object] = []
    navigator.span_changed.connect(lambda span, _by: spans.append(span))
    navigator.show_span(0.0, 10.0)
    navigator.show_span(0.0, 10.0)
    assert spans == [(0.0, 10.0)]
    assert not navigator.can_go_back


def test_words_of_the_query_and_of_the_search_are_marked_until_both_have_ended() -> None:
    navigator = Navigator()
    told: list[list[str]] = []
    text = "A camp, a raid, campsites"

    def tell(sought: SoughtWords | None) -> None:
        told.append([text[start:end] for start, end in sought.marks(text)] if sought else [])

    navigator.sought_changed.connect(tell)
    navigator.search("rai")
    navigator.ask(Query(words="camp"))
    navigator.ask(Query(words="camp", disputed=True))
    navigator.search("")
    navigator.ask(Query())
    assert told == [["raid"], ["camp", "raid"], ["camp"], []]
    assert navigator.sought is None
    navigator.back()
    assert told[-1] == ["camp"]
