"""What the show knows of an item comes from its stages."""

from __future__ import annotations

from viewer.case.hearing import Markup, Step, Target
from viewer.session import show as on
from viewer.session.jump import found_by
from viewer.stage.asking import Asking
from viewer.stage.building import scenes
from viewer.stage.stops import stop_of


def test_an_item_of_two_statements_cannot_be_left_after_the_first(ask: Asking) -> None:
    quotes = Step("quotes", "", (Target("quote", "Q3"),), "A-1")
    event = Step("event", "", (Target("event", "E31"),), "A-2", graphic=True)
    stops = tuple(stop_of(uid, step, scenes(ask, step)) for uid, step in (("i1", quotes), ("i2", event)))
    assert stops[0].bound == frozenset({1})
    assert (stops[1].title, stops[1].graphic) == ("Killings at Camp Ashraf", True)
    show = on.go_on(on.begin(stops))
    assert found_by(show, "e31") == (1, 0)
    assert on.go_to(show, 1).public == on.View(0, 1)


def test_a_saved_view_is_its_page_with_what_answers_it_and_arrives_marked(ask: Asking) -> None:
    box = (100.0, 100.0, 900.0, 400.0)
    for page in (0, 1):
        markup = Markup(page, box, (box,))
        step = Step("quotes", "", (Target("quote", "Q3"),), "A-1/1", markup=markup)
        made = scenes(ask, step)
        stop = stop_of("v1", step, made)
        assert (len(made), stop.bound, stop.saved) == (2, frozenset({1}), markup)
        show = on.go_on(on.begin((stop,)))
        show = on.go_on(show) if page else show
        assert show.public == on.View(0, page, callout=box, boxes=(box,))
        assert on.clear(show).public == on.View(0, page)


def test_a_saved_view_of_one_page_of_many_is_that_page_alone(ask: Asking) -> None:
    step = Step("figures", "", (Target("event", "E16", "killed"),), "A-2/1", markup=Markup(1))
    (scene,) = scenes(ask, step)
    assert "(2 of " in scene.below
    saved = stop_of("v1", step, [scene]).saved
    assert saved is not None and saved.page == 0
