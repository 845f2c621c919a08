"""Accounts in words: who, where published, what excludes what, and a table that pastes safely."""

from __future__ import annotations

from dataclasses import replace

import pytest

from viewer.case.figure import Figure
from viewer.case.when import parse
from viewer.index.ask.chips import AgentChip, ClaimView, EventChip, SourceChip
from viewer.index.ask.comparing import Account, Accounts, Cell, Row
from viewer.wording import accounts as say
from viewer.wording.citation import Reference
from viewer.wording.voice import English

VOICE = English()
WIRE = SourceChip(
    "wire-1", "Reuters", "A report", parse("2011-04-09"), "News", "no", "not a side", "pointer", "", "B"
)
UN = AgentChip("un", "OHCHR", "Office of the High Commissioner (OHCHR)", "an institution with a role")
STATE = AgentChip("state", "Government", "Government of the State", "a side in the dispute")
CAMP = EventChip("E1", "Operation at a camp", parse("2011-04-08"), 1)
THREE = ClaimView(
    "C1", "E1", "figure", "killed", "killed", None, Figure(3, 3, 3, "exact"), "He spoke of three.", "en", STATE,
    WIRE, parse("2011-04-09"), "6", None, None, (), 1, ("C2", "C9"), (),
)  # fmt: skip
MORE = replace(THREE, uid="C2", claimant=UN, figure=Figure(34, None, None, "at-least"), disputed_by=("C1",))
BATONS = replace(THREE, uid="C3", figure=None, text="Only batons were used.", as_of=None, disputed_by=())
NOBODY = replace(BATONS, uid="C4", claimant=None)


def row(*claims: ClaimView) -> Row:
    return Row(CAMP, "killed", "killed", tuple(Cell((claim,), claim.disputed) for claim in claims), True)


def test_who_published_it_stands_apart_from_who_claims_it() -> None:
    assert say.carrier_line(VOICE, WIRE, (THREE,)) == "in Reuters, 9 Apr 2011"
    own = replace(WIRE, publisher="OHCHR")
    assert say.carrier_line(VOICE, own, (replace(MORE, source=own),)) == "own publication, 9 Apr 2011"
    assert say.carrier_line(VOICE, replace(WIRE, when=None), ()) == "in Reuters, undated"


def test_the_side_is_the_claimants_and_the_publishers_where_nobody_is_named() -> None:
    assert say.side_words(VOICE, (THREE,)) == "a side in the dispute"
    assert say.side_words(VOICE, (NOBODY,)) == "not a side"
    assert say.side_words(VOICE, ()) == ""


def test_exclusion_is_said_the_same_way_from_both_sides() -> None:
    others = {"C1": THREE, "C2": MORE}
    assert say.excluded_words(VOICE, Cell((THREE,), True), others) == (
        "Cannot be true together with: OHCHR: at least 34"
    )
    assert say.excluded_words(VOICE, Cell((MORE,), True), others) == "Cannot be true together with: Government: 3"
    assert say.excluded_words(VOICE, Cell((BATONS,), False), others) == ""


def test_two_claims_of_a_cell_that_exclude_the_same_third_count_it_once() -> None:
    assert say.excluded(Cell((THREE, replace(THREE, uid="C5")), True)) == ("C2", "C9")


@pytest.mark.parametrize(
    "claim, several, said",
    [
        (THREE, False, "as of 9 Apr 2011"),
        (THREE, True, "as of 9 Apr 2011, in Reuters"),
        (BATONS, False, ""),
        (replace(MORE, source=replace(WIRE, publisher="OHCHR")), True, "as of 9 Apr 2011, own publication"),
    ],
)
def test_where_and_when_below_a_figure(claim: ClaimView, several: bool, said: str) -> None:
    assert say.placed_words(VOICE, claim, several) == said


def test_the_title_names_one_event_and_counts_several() -> None:
    assert say.table_title(VOICE, (CAMP,)) == "Accounts of 8 Apr 2011: Operation at a camp"
    assert say.table_title(VOICE, (CAMP, CAMP, CAMP)) == "Accounts of 3 events"


def test_counts_of_a_table() -> None:
    table = Accounts((Account("Government", (WIRE,)), Account("OHCHR", (WIRE,))), (row(THREE, MORE),))
    assert say.table_counts(VOICE, table) == (
        "2 origins on 1 point. Reprints of one origin stand in one column. "
        "On 1 point accounts cannot all be true together."
    )


@pytest.mark.parametrize("odd", ["=1+1", "+1", "-1", "@sum"])
def test_a_pasted_field_is_one_line_and_no_formula(odd: str) -> None:
    table = Accounts((Account(odd, (WIRE,)),), (row(replace(BATONS, text=f"{odd}\ttwo\nlines")),))
    lines = say.table_text(VOICE, table, Reference("A case", "case:x")).splitlines()
    assert lines[0].split("\t") == ["Point", f"'{odd} (Reuters, 9 April 2011)"]
    assert lines[1].split("\t") == ["Killed", f"'{odd} two lines"]


def test_a_dash_in_a_table_is_no_formula() -> None:
    table = Accounts((Account("OHCHR", (WIRE,)),), (Row(CAMP, "killed", "killed", (Cell((), False),), False),))
    assert say.table_text(VOICE, table, Reference("A case", "case:x")).splitlines()[1] == "Killed\t–"


def test_a_paraphrase_is_never_in_quotation_marks() -> None:
    table = Accounts((Account("Government", (WIRE,)),), (row(THREE),))
    told = "\n".join(say.cell_told(VOICE, table.rows[0], table.rows[0].cells[0], {"C1": THREE}))
    assert "He spoke of three." in told
    assert not set(told + say.table_text(VOICE, table, Reference("A case", "case:x"))) & set('“”„«»"')
