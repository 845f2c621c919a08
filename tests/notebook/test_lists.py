"""Hearing lists: numbers that never change, undo of everything, and nothing lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.case.hearing import Markup, Noted, Step, Target
from viewer.notebook.book import Notebook
from viewer.notebook.exchange import read, written
from viewer.notebook.items import from_json, to_json
from viewer.notebook.lists import Lists

CASE, DIGEST = "utopia", "c" * 64


def _noted(title: str, note: str = "") -> Noted:
    return Noted(Step("event", title, (Target("event", "E01"),)), note)


def _shown(lists: Lists, uid: str) -> list[tuple[str, str]]:
    return [(item.step.exhibit, item.step.title) for item in lists.get(uid).items]


def test_reading_an_empty_notebook_makes_no_file(notebook: Notebook, lists: Lists) -> None:
    assert lists.all() == ()
    assert not notebook.path.parent.exists()


def test_items_keep_their_numbers_when_others_come_go_and_move(lists: Lists) -> None:
    made = lists.make("Hearing", [_noted("one"), _noted("two"), _noted("three")])
    one, two, three = made.items
    lists.add(made.uid, _noted("first"), at=0)
    lists.move(made.uid, three.uid, 0)
    lists.remove(made.uid, two.uid)
    lists.add(made.uid, _noted("last"))
    lists.add(made.uid, _noted("other"), prefix="B")
    assert _shown(lists, made.uid) == [
        ("A-3", "three"), ("A-4", "first"), ("A-1", "one"), ("A-5", "last"), ("B-1", "other"),
    ]  # fmt: skip
    assert one.step.exhibit == "A-1"


def test_the_number_of_a_removed_last_item_is_not_given_again(lists: Lists) -> None:
    made = lists.make("Hearing", [_noted("one"), _noted("two")])
    lists.remove(made.uid, made.items[1].uid)
    assert lists.add(made.uid, _noted("three")).step.exhibit == "A-3"


def test_a_copy_has_its_own_number_and_a_saved_view_is_numbered_under_its_item(lists: Lists) -> None:
    made = lists.make("Hearing", [_noted("one", "my note"), _noted("two")])
    copy = lists.duplicate(made.uid, made.items[0].uid)
    first = lists.add_view(made.uid, made.items[0].uid, _noted("view"))
    second = lists.add_view(made.uid, made.items[0].uid, _noted("view"))
    assert (copy.step.exhibit, copy.noted.note) == ("A-3", "my note")
    assert (first.step.exhibit, second.step.exhibit) == ("A-1/1", "A-1/2")


def test_every_change_is_undone_and_done_again(lists: Lists) -> None:
    made = lists.make("Hearing", [_noted("one"), _noted("two")])
    one, two = made.items
    states = [lists.get(made.uid).items]
    lists.put(made.uid, one.with_note(note="say this"))
    states.append(lists.get(made.uid).items)
    lists.move(made.uid, two.uid, 0)
    states.append(lists.get(made.uid).items)
    lists.remove(made.uid, one.uid)
    states.append(lists.get(made.uid).items)
    for before in reversed(states[:-1]):
        assert lists.undo(made.uid)
        assert lists.get(made.uid).items == before
    assert not lists.undo(made.uid), "undo of nothing"
    for after in states[1:]:
        assert lists.redo(made.uid)
        assert lists.get(made.uid).items == after
    assert not lists.redo(made.uid)


def test_a_new_change_ends_what_could_be_done_again(lists: Lists) -> None:
    made = lists.make("Hearing", [_noted("one")])
    lists.put(made.uid, made.items[0].with_step(title="changed"))
    lists.undo(made.uid)
    assert lists.can_redo(made.uid) == "edit"
    lists.add(made.uid, _noted("two"))
    assert (lists.can_undo(made.uid), lists.can_redo(made.uid)) == ("add", "")


def test_a_change_that_changes_nothing_is_not_kept(lists: Lists) -> None:
    made = lists.make("Hearing", [_noted("one")])
    lists.put(made.uid, made.items[0])
    lists.move(made.uid, made.items[0].uid, 0)
    assert lists.can_undo(made.uid) == ""


def test_a_change_that_fails_leaves_everything_as_it_was(lists: Lists) -> None:
    made = lists.make("Hearing", [_noted("one")])
    with pytest.raises(KeyError):
        lists.remove(made.uid, "nobody")
    assert lists.get(made.uid) == made
    assert lists.can_undo(made.uid) == ""


def test_lists_of_another_case_are_not_seen(notebook: Notebook, lists: Lists) -> None:
    made = lists.make("Hearing", [_noted("one")])
    other = Lists(notebook, "another", DIGEST)
    assert other.all() == ()
    with pytest.raises(KeyError):
        other.get(made.uid)


def test_a_newer_version_of_the_case_is_noticed_until_the_reader_says_that_it_was_seen(
    notebook: Notebook, lists: Lists
) -> None:
    made = lists.make("Hearing", [_noted("one"), _noted("two")])
    newer = Lists(notebook, CASE, "d" * 64)
    newer.add(made.uid, _noted("three"))
    assert newer.get(made.uid).digest_seen == DIGEST, "to add an item is not to have seen the others"
    newer.acknowledge(made.uid, {made.items[0].uid: "f" * 64})
    after = newer.get(made.uid)
    assert after.digest_seen == "d" * 64
    assert [item.noted.seen for item in after.items] == ["f" * 64, "", ""]


def test_a_list_that_came_with_another_version_says_so(lists: Lists) -> None:
    assert lists.make("Brought", [_noted("one")], digest="e" * 64).digest_seen == "e" * 64


def test_a_deleted_list_comes_back_with_its_numbers_and_its_undo(lists: Lists) -> None:
    made = lists.make("Hearing", [_noted("one"), _noted("two")])
    lists.remove(made.uid, made.items[1].uid)
    before = lists.get(made.uid)
    dropped = lists.drop(made.uid)
    assert lists.all() == () and dropped.title == "Hearing"
    other = lists.make("Other", [_noted("one")])
    lists.remove(other.uid, other.items[0].uid)  # takes the number that the change above had
    lists.restore(dropped)
    assert lists.get(made.uid) == before
    assert lists.add(made.uid, _noted("three")).step.exhibit == "A-3"
    assert lists.undo(made.uid) and lists.undo(made.uid)
    assert _shown(lists, made.uid) == [("A-1", "one"), ("A-2", "two")]
    with pytest.raises(KeyError):
        lists.drop("nobody")


def test_several_items_go_and_move_in_one_step(lists: Lists) -> None:
    made = lists.make("Hearing", [_noted("one"), _noted("two"), _noted("three")])
    one, two, three = (item.uid for item in made.items)
    lists.order(made.uid, (three, one, two))
    assert [title for _, title in _shown(lists, made.uid)] == ["three", "one", "two"]
    lists.remove(made.uid, one, two)
    assert _shown(lists, made.uid) == [("A-3", "three")]
    assert lists.undo(made.uid) and lists.undo(made.uid)
    assert lists.get(made.uid).items == made.items
    with pytest.raises(KeyError):
        lists.order(made.uid, (three, one))


def test_a_number_given_by_hand_is_not_given_to_another(lists: Lists) -> None:
    made = lists.make("Hearing", [_noted("one")])
    lists.put(made.uid, made.items[0].with_step(exhibit="B-7"))
    lists.choose_prefix(made.uid, "B")
    assert lists.add(made.uid, _noted("two")).step.exhibit == "B-8"


def test_where_nothing_is_kept_lists_work_and_nothing_is_written(tmp_path: Path) -> None:
    with closing(Notebook(tmp_path / "own" / "notes.sqlite", keep=False)) as book:
        lists = Lists(book, CASE, DIGEST)
        made = lists.make("Hearing", [_noted("one")])
        lists.add(made.uid, _noted("two"))
        assert len(lists.get(made.uid).items) == 2
    assert list(tmp_path.iterdir()) == []


def test_one_file_and_nothing_beside_it(notebook: Notebook, lists: Lists) -> None:
    lists.make("Hearing", [_noted("one")])
    assert [path.name for path in notebook.path.parent.iterdir()] == ["notes.sqlite"]


def test_a_list_goes_through_its_file_unchanged(lists: Lists) -> None:
    made = lists.make("جلسه", [_noted("one", "private"), _noted("two")], prefix="B")
    brought = read(written(made, CASE))
    again = lists.make(brought.title, brought.noted, prefix=brought.prefix)
    assert brought.case_uid == CASE
    assert [item.noted for item in again.items] == [item.noted for item in made.items]
    assert lists.add(again.uid, _noted("three")).step.exhibit == "B-3"


def test_a_list_without_notes_holds_none(lists: Lists) -> None:
    made = lists.make("Hearing", [Noted(_noted("one").step, "private words", "careful now")])
    text = written(made, CASE, with_notes=False)
    assert "private words" not in text and "careful now" not in text


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[" * 100_000, '{"format": "evidence-viewer hearing list 1", "items": [{"uid": 3}]}', "null"],
)
def test_what_is_not_a_list_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read(text)


BOXES = st.tuples(*[st.floats(0, 2000)] * 4)
SOME = st.lists(BOXES, max_size=3).map(tuple)


@given(
    title=st.text(),
    note=st.text(),
    part=st.text(),
    seconds=st.none() | st.integers(0, 10**6),
    graphic=st.booleans(),
    markup=st.none() | st.builds(Markup, st.integers(0, 9), st.none() | BOXES, SOME),
)
@settings(max_examples=50, deadline=None)
def test_any_item_goes_through_json(
    title: str, note: str, part: str, seconds: int | None, graphic: bool, markup: Markup | None
) -> None:
    from viewer.notebook.items import Item

    step = Step("figures", title, (Target("event", "E01", part),), "A-1", note, graphic, markup)
    item = Item("u", Noted(step, note, title, seconds))
    assert from_json(to_json(item)) == item


_ADDS = """
import sys
from pathlib import Path
from viewer.case.hearing import Noted, Step
from viewer.notebook.book import Notebook
from viewer.notebook.lists import Lists
from viewer.notebook.log import HearingLog
book = Notebook(Path(sys.argv[1]))
lists = Lists(book, "utopia", "c" * 64)
made = lists.make("Hearing")
log = HearingLog.begin(book, "utopia", "c" * 64, "Hearing")
for number in range(100_000):
    lists.add(made.uid, Noted(Step("text", str(number))))
    log.add("shown", float(number), title=str(number))
    print(number, flush=True)
"""


def test_a_killed_program_loses_nothing_that_it_said_was_done(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    child = subprocess.Popen([sys.executable, "-c", _ADDS, path], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    with child.stdout:
        told = [int(child.stdout.readline()) for _ in range(7)]
        os.kill(child.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        told += [int(line) for line in child.stdout.read().split()]
        child.wait()
    from viewer.notebook.log import HearingLog, hearings, verified

    with closing(Notebook(path)) as book:
        (made,) = Lists(book, CASE, DIGEST).all()
        assert [item.step.title for item in made.items][: len(told)] == [str(number) for number in told]
        (hearing,) = hearings(book, CASE)
        rows = HearingLog(book, hearing).rows()
        assert [row.title for row in rows][: len(told)] == [str(number) for number in told]
        assert verified(hearing, rows) == len(rows)
