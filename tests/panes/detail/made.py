"""Small records for the detail pane: one event, four claims by three claimants, two answering quotations."""

from __future__ import annotations

from dataclasses import replace

from viewer.case.figure import Figure
from viewer.case.when import parse
from viewer.index.ask.chips import AgentChip, ClaimView, EventChip, Headline, PassageChip, SourceChip
from viewer.index.ask.events import (
    Band,
    Chart,
    DateGiven,
    Discrepancy,
    EventView,
    PlaceView,
    QuoteView,
    Reckoning,
    Relation,
    Role,
    Translated,
)

REUTERS = SourceChip(
    "reuters-1", "Reuters", "A report", parse("2011-04-09"), "News", "no", "neither side", "read-repost", "", "C"
)
OHCHR = replace(REUTERS, uid="ohchr-1", publisher="OHCHR", title="A release", when=parse("2011-04-15"))
STATE = AgentChip("state", "Government", "Government of the State", "a side in the dispute")
UN = AgentChip("un", "OHCHR", "Office of the High Commissioner", "an institution with a role")
PEOPLE = AgentChip("people", "Residents", "Residents of the camp", "people whom the events happened to")


def passage(uid: str, hold: str = "note") -> PassageChip:
    return PassageChip(f"P-{uid}", "N-1", "reuters-1", "states", hold, f"Passage {uid}")


def claim(uid: str, who: AgentChip | None, figure: Figure | None, against: tuple[str, ...] = ()) -> ClaimView:
    return ClaimView(
        uid, "E1", "figure" if figure else "statement", "killed" if figure else "means",
        "killed" if figure else "means used", None, figure, f"What {uid} says.", "en", who,
        OHCHR if who is UN else REUTERS, parse("2011-04-09"), "6", "On the digit.", "A note.", (passage(uid),),
        2 if figure else 1, against, (),
    )  # fmt: skip


CLAIMS = (
    claim("C1", STATE, Figure(3, 3, 3, "exact"), ("C2", "C3")),
    claim("C2", UN, Figure(34, 34, None, "at-least"), ("C1",)),
    claim("C3", PEOPLE, Figure(36, 36, 36, "exact"), ("C1",)),
    claim("C4", STATE, None),
)


def quote(uid: str, beside: tuple[str, ...], who: AgentChip = UN) -> QuoteView:
    return QuoteView(
        uid, f"Words of {uid}", "en", who, "spokesman", parse("2011-04-15"), "Geneva", "the press", "direct",
        "What came before.", None, OHCHR, None, passage(uid), beside, ("E1",),
    )  # fmt: skip


EVENT = EventView(
    uid="E1",
    title="Operation at a camp",
    lang="en",
    kind=4,
    kind_label="Use of force",
    subkind_label="Raid",
    summary="What the accounts speak of.",
    note="A note on the event.",
    when=parse("2011-04-08"),
    date_text="8th of April",
    loose="",
    dates=(DateGiven(parse("2011-04-07"), OHCHR, "by night"),),
    place=PlaceView("p", "Camp, formerly a base", "Camp", 34.0, 44.0, 5000.0, "a gazetteer", None, ("60 km off",)),
    roles=(Role(STATE, "actor", None), Role(PEOPLE, "affected", "all of them")),
    headline=Headline("killed", "killed", 3, 36, 3, open_high=True),
    origins=(True, True, False),
    disputed_points=("killed",),
    charts=(Chart("killed", "killed", "people", CLAIMS[:3], (Band(34, 36),), disputed=True),),
    claims=CLAIMS,
    quotes=(quote("Q1", ("Q2",)), quote("Q2", ("Q1",), STATE), quote("Q3", ())),
    relations=(
        Relation("part-of", True, EventChip("E2", "A longer story", parse("2011"), 1), None, None),
        Relation("contradicts", True, None, passage("X1", "not-held"), "on the date"),
    ),
    passages=(passage("X2", "held"),),
    discrepancies=(
        Discrepancy("D1", "How many", REUTERS, "Three.", "Thirty-four or more.", "open", (OHCHR, REUTERS)),
    ),
    reckonings=(Reckoning("R1", "13 + 36 + 52", "101", "Not 116."),),
    translations=(Translated("fr", "Opération dans un camp", "draft"),),
)

BARE = EventView(
    "E9", "A meeting", "en", 0, "Statement", None, None, None, None, None, "undated", (), None, (), None, (), (),
    (), (), (), (), (), (), (), (),
)  # fmt: skip
