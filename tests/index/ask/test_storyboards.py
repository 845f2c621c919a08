"""Lists that a case brings along, and what of a list is not in the case."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from viewer.case.hearing import Target
from viewer.index.ask.storyboards import storyboards, vanished
from viewer.index.reader import open_index


def test_the_bundled_case_brings_its_ten_steps_with_notes_apart(ashraf_index: Path) -> None:
    with closing(open_index(ashraf_index)) as index:
        (board,) = storyboards(index)
    assert len(board.steps) == 10
    first, second = board.steps[:2]
    assert (first.step.kind, first.step.of("event")) == ("event", ("E40",))
    assert (second.step.kind, second.step.of("event")) == ("step", ("E01", "E02", "E03", "E04", "E05"))
    assert first.caution == "No verdicts."
    assert first.seconds == 120
    assert all(one.note and one.note not in (one.step.title, one.step.body) for one in board.steps)


def test_what_a_list_names_and_the_case_lacks_is_found(ashraf_index: Path) -> None:
    there = (Target("event", "E16", "killed"), Target("quote", "Q1"))
    gone = (Target("event", "E999"), Target("nonsense", "E16"))
    with closing(open_index(ashraf_index)) as index:
        assert vanished(index, (*there, *gone)) == gone
