"""A list is found by its title or its identifier; one that is not there names those that are."""

from __future__ import annotations

import pytest

from viewer.case.hearing import Noted, Step
from viewer.export.choosing import NoSuchList, all_lists, chosen
from viewer.notebook.book import Notebook
from viewer.notebook.lists import Lists
from viewer.stage.asking import Asking
from viewer.wording.failures import say_failure
from viewer.wording.voice import English


@pytest.fixture
def lists(notebook: Notebook) -> Lists:
    return Lists(notebook, "ashraf-2003-2016", "c" * 64)


def test_lists_of_the_reader_and_of_the_case_are_found(ask: Asking, lists: Lists) -> None:
    own = lists.make("My hearing", [Noted(Step("title", "One"))])
    listed = all_lists(ask.connection, lists)
    assert chosen(listed, " MY hearing ").uid == own.uid
    assert chosen(listed, own.uid).own
    of_case = chosen(listed, "ten-steps")
    assert not of_case.own and len(of_case.noted) == 10
    assert chosen(listed, of_case.title) == of_case


def test_a_list_that_is_not_there_names_those_that_are(ask: Asking, lists: Lists, notebook: Notebook) -> None:
    with pytest.raises(NoSuchList) as unknown:
        chosen(all_lists(ask.connection, lists), "Elevn steps")
    said = say_failure(English(), unknown.value)
    assert "“Elevn steps”" in said and "“Ten steps through the case” (ten-steps)" in said
    assert not notebook.is_there(), "to look for a list makes no file"


def test_two_lists_of_one_name_are_told_apart_by_identifier(ask: Asking, lists: Lists) -> None:
    both = [lists.make("Twice"), lists.make("Twice")]
    with pytest.raises(NoSuchList) as unclear:
        chosen(all_lists(ask.connection, lists), "twice")
    said = say_failure(English(), unclear.value)
    assert all(one.uid in said for one in both)


def test_where_there_are_none_that_is_said() -> None:
    with pytest.raises(NoSuchList) as none:
        chosen((), "Any")
    assert say_failure(English(), none.value).startswith("There is no hearing list “Any”: ")
