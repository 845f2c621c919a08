"""The show: starts black, shows only what is meant, and never leaves an answer out."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.session import show as on
from viewer.session.record import Entry, entries
from viewer.session.show import Show, Stop, View
from viewer.session.stopwatch import Stopwatch, budget

BOX = (10.0, 20.0, 300.0, 400.0)
STOPS = (
    Stop("i1", "A-1", "Opening"),
    Stop("i2", "A-2", "Two statements", pages=3, bound=frozenset({1}), callouts={0: (BOX,)}),
    Stop("i3", "A-3", "A picture", graphic=True, pages=2),
    Stop("i4", "B-1", "The end"),
)


def _live(stop: int, page: int = 0) -> Show:
    return on.go_to(on.begin(STOPS), stop, page)


def test_it_begins_black_and_the_first_key_shows_the_first_item() -> None:
    show = on.begin(STOPS)
    assert show.public is None
    assert on.go_on(show).public == View(0)


def test_pages_come_before_the_next_item_and_back_again() -> None:
    show, seen = _live(0), []
    for _ in range(6):
        seen.append((show.at.stop, show.at.page))
        show = on.go_on(show)
    assert seen == [(0, 0), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1)]
    assert (show.at.stop, show.at.page) == (3, 0)
    for place in reversed(seen):
        show = on.go_back(show)
        assert (show.at.stop, show.at.page) == place


def test_going_beyond_the_ends_changes_nothing() -> None:
    last = _live(3)
    assert on.go_on(last) is last
    first = _live(0)
    assert on.go_back(first) is first
    assert on.go_to(first, 99) is first


def test_an_empty_list_stays_black_whatever_is_pressed() -> None:
    empty = on.begin(())
    for verb in (on.go_on, on.go_back, on.go_first, on.go_last, on.go_live, on.blank, on.uncover, on.call_out):
        assert verb(empty).public is None


def test_blank_and_again_shows_what_was_on_and_escape_only_ever_blanks() -> None:
    show = _live(1)
    black = on.blank(show)
    assert black.public is None
    assert on.blank(black).public == show.public
    assert on.go_black(black) is black
    assert on.go_black(show).public is None


def test_while_frozen_the_audience_keeps_what_it_saw() -> None:
    frozen = on.freeze(_live(0))
    ahead = on.go_to(on.highlight(frozen, BOX), 3)
    assert ahead.at == View(3)
    assert ahead.public == View(0)
    assert on.freeze(ahead).public == View(3)


def test_a_freeze_can_be_blanked_at_once() -> None:
    ahead = on.go_to(on.freeze(_live(0)), 3)
    assert on.blank(ahead).public is None
    assert on.go_black(ahead).public is None


def test_the_answering_page_may_not_be_left_out_by_any_road() -> None:
    asked = _live(1)
    roads: tuple[Callable[[Show], Show], ...] = (
        lambda show: on.go_to(show, 3),
        on.go_back,
        on.go_last,
        lambda show: on.go_to(on.blank(show), 3),
        lambda show: on.go_first(on.go_black(show)),
        lambda show: on.freeze(on.go_to(on.freeze(show), 3)),
        lambda show: on.go_live(on.go_to(on.freeze(show), 0)),
    )
    for road in roads:
        assert road(asked).public == View(1, 1)
    assert on.go_to(on.go_on(asked), 3).public == View(3)


def test_a_graphic_item_arrives_covered_and_is_covered_again_when_it_is_left() -> None:
    covered = _live(2)
    assert covered.public == View(2, covered=True)
    assert 2 not in covered.shown
    bare = on.uncover(covered)
    assert bare.public == View(2)
    assert 2 in bare.shown
    assert on.go_on(bare).public == View(2, 1), "its next page stays uncovered"
    again = on.go_to(on.go_to(bare, 3), 2)
    assert again.public == View(2, covered=True)


def test_a_cover_lets_no_mark_up_through() -> None:
    marked = on.call_out_box(on.highlight(_live(2), BOX), BOX)
    assert marked.public == View(2, covered=True)


def test_a_graphic_item_is_never_put_beside_another() -> None:
    show = _live(0)
    assert on.set_beside(show, 2) is show
    assert on.set_beside(show, 3).at.beside == 3


def test_prepared_passages_follow_each_other_and_then_none() -> None:
    show = on.call_out(_live(1))
    assert show.at.callout == BOX
    assert on.call_out(show).at.callout is None


def test_clear_takes_all_mark_up_away_and_nothing_from_nothing() -> None:
    bare = _live(0)
    marked = on.point(on.set_beside(on.highlight(on.call_out_box(bare, BOX), BOX), 3), (1.0, 2.0))
    assert on.clear(marked).at == View(0)
    assert on.clear(bare) is bare


def test_the_log_holds_what_the_public_screen_showed_and_nothing_else() -> None:
    steps: list[Callable[[Show], Show]] = [
        on.go_on,
        lambda show: on.highlight(show, BOX),
        lambda show: on.point(show, (5.0, 5.0)),
        on.clear,
        on.freeze,
        lambda show: on.go_to(show, 3),
        lambda show: on.go_to(show, 2),
        on.freeze,
        on.uncover,
        on.blank,
        on.go_black,
    ]
    show, log = on.begin(STOPS), list[Entry]()
    for step in steps:
        after = step(show)
        log += entries(show, after)
        show = after
    assert [(entry.what, entry.exhibit, entry.page) for entry in log] == [
        ("shown", "A-1", 1), ("marked", "A-1", 1), ("cleared", "A-1", 1), ("frozen", "", 0), ("released", "", 0),
        ("covered", "A-3", 1), ("uncovered", "A-3", 1), ("black", "", 0),
    ]  # fmt: skip
    assert log[1].detail == "highlight 10 20 300 400"


VERBS: tuple[Callable[[Show], Show], ...] = (
    on.go_on, on.go_back, on.go_first, on.go_last, on.next_page, on.previous_page, on.blank, on.go_black,
    on.go_live, on.freeze, on.uncover, on.call_out, on.clear, on.toggle_overview, on.swap,
    lambda show: on.go_to(show, 2), lambda show: on.highlight(show, BOX), lambda show: on.set_beside(show, 3),
)  # fmt: skip


Keys = list[Callable[[Show], Show]]


@given(st.lists(st.sampled_from(VERBS), max_size=40))
@settings(max_examples=200, deadline=None)
def test_whatever_is_pressed_nothing_graphic_appears_before_its_own_key(keys: Keys) -> None:
    show, pressed = on.begin(STOPS), False
    for key in keys:
        show = key(show)
        pressed = pressed or key is on.uncover
        seen = show.public
        if seen is not None and seen.stop == 2:
            assert seen.covered or pressed
            assert not (seen.covered and on.has_markup(seen))


@given(st.lists(st.sampled_from(VERBS), max_size=40))
@settings(max_examples=200, deadline=None)
def test_whatever_is_pressed_what_follows_a_statement_is_its_answer(keys: Keys) -> None:
    show, seen = on.begin(STOPS), list[tuple[int, int]]()
    for key in keys:
        show = key(show)
        if show.public is not None and seen[-1:] != [(show.public.stop, show.public.page)]:
            seen.append((show.public.stop, show.public.page))
    for place, page in enumerate(seen[:-1]):
        if page == (1, 0) and (place == 0 or seen[place - 1][0] != 1):
            assert seen[place + 1] == (1, 1)


@given(st.lists(st.sampled_from(VERBS), max_size=40))
@settings(max_examples=200, deadline=None)
def test_whatever_is_pressed_the_log_names_what_was_shown(keys: Keys) -> None:
    show, log = on.begin(STOPS), list[Entry]()
    for key in keys:
        before, show = show, key(show)
        log += entries(before, show)
    logged = {entry.item for entry in log if entry.what in ("shown", "uncovered")}
    assert logged == {STOPS[place].uid for place in show.shown}


def test_time_used_stands_while_it_is_paused_and_never_runs_back() -> None:
    timer = Stopwatch().toggled(100.0)
    assert timer.at(160.0) == 60.0
    paused = timer.toggled(160.0)
    assert paused.at(9_999.0) == 60.0
    assert paused.toggled(200.0).at(230.0) == 90.0
    assert timer.at(40.0) == 0.0
    assert budget((60, None, 120)) == 180
