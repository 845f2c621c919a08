"""Where the keyboard goes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.panes.timeline.made import Remembered
from viewer.index.ask.events import EventRow
from viewer.index.ask.timeline import Mark
from viewer.panes.timeline.asking import Loose, Nothing
from viewer.panes.timeline.steps import Course
from viewer.panes.timeline.telling import Telling, Told
from viewer.wording.voice import English


@pytest.fixture
def course(some_marks: Sequence[Mark], a_total: EventRow) -> Course:
    ask = Remembered(some_marks, (), [a_total])
    return Course(ask, Telling(English(), ask, Told()), ask.loose(10))


def test_along_time_through_all_lanes_and_on_into_the_tray(course: Course) -> None:
    walked = ["E1"]
    while (there := course.along(walked[-1], 1)) != walked[-1]:
        walked.append(there)
    assert walked == ["E1", "E2", "E3", "E5", "E4", "E6", "E9"]
    assert course.along("E1", -1) == "E1"


def test_from_nowhere_one_comes_to_the_first(course: Course) -> None:
    assert course.along("", 1) == "E1"
    assert Course(Nothing(), Telling(English(), Nothing(), Told()), Loose()).along("", 1) == ""


def test_across_lanes_to_the_nearest_in_time(course: Course) -> None:
    assert course.across("E2", 1) == "E1"
    assert course.across("E6", 1) == "E5"
    assert course.across("E3", -1) == "E1"
    assert course.across("E4", -1) == "E4"


def test_the_tray_is_the_lowest_lane(course: Course) -> None:
    assert course.across("E3", 1) == "E9"
    assert course.across("E9", 1) == "E9"
    assert course.across("E9", -1) == "E5"


def test_home_and_end_are_on_the_axis(course: Course) -> None:
    assert (course.first(), course.last()) == ("E1", "E6")
