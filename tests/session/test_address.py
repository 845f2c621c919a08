"""An address names its case, what is in focus and what is asked for."""

import pytest

from viewer.case.errors import UnknownFocus
from viewer.index.query import Query
from viewer.session.address import parse, write
from viewer.session.focus import Focus


def test_an_address_leads_back_to_the_same_focus() -> None:
    focus = Focus(event="E16", claim="E16-C04", passage="قطعة 3/؟")
    assert parse(write("ashraf-2003-2016", focus), "ashraf-2003-2016") == (focus, Query())


def test_an_address_names_its_case_and_what_is_in_focus() -> None:
    assert write("ashraf-2003-2016", Focus(event="E16")) == "case:ashraf-2003-2016/focus?event=E16"


@pytest.mark.parametrize(
    ("uri", "code"),
    [
        ("case:other/focus?event=E16", "other-case"),
        ("https://example.org/focus?event=E16", "not-an-address"),
        ("case:mine", "not-an-address"),
        ("case:mine/focus?evnt=E16", "unknown-part"),
        ("case:mine/focus?", "unknown-part"),
        ("case:mine/focus?event=" + "E" * 40_000, "not-an-address"),
    ],
)
def test_what_is_no_address_of_this_case_is_refused_with_its_reason(uri: str, code: str) -> None:
    with pytest.raises(UnknownFocus) as refused:
        parse(uri, "mine")
    assert refused.value.code == code


def test_a_query_is_part_of_an_address() -> None:
    focus = Focus(event="E16", source="ap")
    query = Query(
        words='"seven women" OR kind:force', source=("ap", "reuters"), disputed=True, since="2011", certain=True
    )
    assert parse(write("mine", focus, query), "mine") == (focus, query)


def test_nothing_in_focus_is_no_focus() -> None:
    assert not Focus()
    assert Focus(source="S1")
